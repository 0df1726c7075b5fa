"""What the tests need from Debian, fetched where that is possible: as root, with apt-get."""

import os
import shutil
import subprocess


def can_install():
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package):
    """True when the package was installed."""
    print(f"Installing Debian's package {package} …", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=environ, **quiet)
    command = ["apt-get", "install", "-q", "-y", "--no-install-recommends", package]
    return subprocess.run(command, env=environ, **quiet).returncode == 0
