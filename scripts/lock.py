"""make lock: exact versions with hashes for Python 3.11 to 3.13, and no address of any index."""

import subprocess
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--quiet",
    "--upgrade",
]


def main():
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
        for lock, groups in [("requirements.lock", []), ("requirements-dev.lock", ["--group=dev"])]:
            subprocess.run(
                [
                    python,
                    "-m",
                    "uv",
                    "pip",
                    "compile",
                    "pyproject.toml",
                    *groups,
                    *OPTIONS,
                    "-o",
                    lock,
                ],
                cwd=ROOT,
                check=True,
            )


if __name__ == "__main__":
    main()
