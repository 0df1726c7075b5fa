import socket
import stat

import pytest


@pytest.fixture
def run(script, monkeypatch, tmp_path):
    run = script("run")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    return run


def test_a_port_in_use_is_told_in_one_sentence(run, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(run, "PORT", str(port))

        with pytest.raises(SystemExit, match=rf"^127\.0\.0\.1:{port} cannot be served on .*$"):
            run.check_port()


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1"])
def test_a_port_is_a_number(run, monkeypatch, port):
    monkeypatch.setattr(run, "PORT", port)

    with pytest.raises(SystemExit, match="PORT must be a number"):
        run.check_port()


def test_settings_are_written_for_the_owner_alone(run, tmp_path):
    run.write_env()

    written = dict(line.split("=", 1) for line in (tmp_path / ".env").read_text().splitlines())
    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600
    assert len(written.pop("SECRET_KEY")) >= 50
    assert written == {
        "DATABASE_URL": "sqlite:///var/site.sqlite3",
        "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
        "HTTPS": "false",
    }


def test_settings_are_never_overwritten(run, tmp_path):
    (tmp_path / ".env").write_text("SECRET_KEY=mine\n")

    run.write_env()

    assert (tmp_path / ".env").read_text() == "SECRET_KEY=mine\n"


def test_two_secrets_differ(run, tmp_path, monkeypatch):
    secrets = set()
    for clone in ["a", "b"]:
        (tmp_path / clone).mkdir()
        monkeypatch.setattr(run, "ROOT", tmp_path / clone)
        run.write_env()
        secrets.add((tmp_path / clone / ".env").read_text().splitlines()[0])

    assert len(secrets) == 2
