"""make run: install, prepare, serve. A second run only checks that nothing is left to do."""

import os
import secrets
import socket
import subprocess
import sys

import environment
from environment import PYTHON, ROOT

HOST = os.environ.get("HOST") or "127.0.0.1"
PORT = os.environ.get("PORT") or "8000"


def main():
    environment.check_python()
    check_port()
    environment.install(environment.LOCK)
    write_env()
    os.environ.setdefault("SITE_URL", f"http://{HOST}:{PORT}")
    if subprocess.run(
        [str(PYTHON), str(ROOT / "scripts" / "prepare.py")], cwd=str(ROOT)
    ).returncode:
        sys.exit("The site could not be prepared; the reason stands above.")
    serve()


def check_port():
    """Before the long work: an address that cannot be served on needs no installation."""
    if not PORT.isdigit() or not 0 < int(PORT) < 65536:
        sys.exit(f"PORT must be a number from 1 to 65535, not “{PORT}”.")
    try:
        family, kind, _, _, address = socket.getaddrinfo(HOST, int(PORT), type=socket.SOCK_STREAM)[
            0
        ]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        sys.exit(
            f"{HOST}:{PORT} cannot be served on ({error.strerror}): "
            "choose another with make run PORT=8001."
        )


def write_env():
    """Settings of this machine alone, with a secret of its own; never overwritten."""
    try:
        target = os.open(str(ROOT / ".env"), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(target, "w") as file:
        file.write(
            f"SECRET_KEY={secrets.token_urlsafe(50)}\n"
            "DATABASE_URL=sqlite:///var/site.sqlite3\n"
            "ALLOWED_HOSTS=127.0.0.1,localhost,[::1]\n"
            "HTTPS=false\n"
        )


def serve():
    print(f"Serving on http://{HOST}:{PORT}/ (Ctrl-C ends it)", flush=True)
    os.environ.update(HOST=HOST, PORT=PORT)
    os.chdir(str(ROOT))
    os.execv(
        str(PYTHON), [str(PYTHON), "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
    )


if __name__ == "__main__":
    main()
