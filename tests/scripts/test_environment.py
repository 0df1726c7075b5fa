import ast
import subprocess

import pytest

from tests.scripts.conftest import SCRIPTS


@pytest.fixture
def environment(script, monkeypatch, tmp_path):
    environment = script("environment")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "installed")
    for lock in environment.LOCKS:
        (tmp_path / lock).write_text(f"# {lock}\n")
    return environment


@pytest.fixture
def commands(environment, monkeypatch):
    """The commands that would have been run, each with success."""
    commands = []

    def run(command):
        commands.append(command)
        environment.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        environment.PYTHON.touch()
        return subprocess.CompletedProcess(command, 0, stdout="", stderr="")

    monkeypatch.setattr(environment, "_captured", run)
    return commands


@pytest.mark.parametrize("version", [(3, 10), (3, 14)])
def test_another_python_is_refused_in_one_sentence(environment, monkeypatch, version):
    monkeypatch.setattr(environment.sys, "version_info", (*version, 0))

    with pytest.raises(SystemExit, match=r"needs Python 3\.11, 3\.12 or 3\.13, .* here is 3\."):
        environment.check_python()


@pytest.mark.parametrize("name", ["environment", "run", "test", "chromium", "debian", "postgres"])
def test_an_old_python_can_read_what_refuses_it(name):
    ast.parse((SCRIPTS / f"{name}.py").read_text(), feature_version=(3, 6))


def test_the_second_time_nothing_is_installed(environment, commands):
    environment.install(environment.LOCK)
    commands.clear()

    environment.install(environment.LOCK)

    assert commands == []


def test_the_lock_for_development_serves_both_commands(environment, commands):
    environment.install(environment.DEV_LOCK)
    commands.clear()

    environment.install(environment.LOCK)

    assert commands == []


def test_a_changed_lock_is_installed(environment, commands, tmp_path):
    environment.install(environment.LOCK)
    (tmp_path / environment.LOCK).write_text("# another\n")
    commands.clear()

    environment.install(environment.LOCK)

    assert "--require-hashes" in commands[-1]


def test_no_network_is_told_in_one_sentence_without_the_address(environment, monkeypatch):
    said = "ERROR: HTTPSConnectionPool(host='index.example', port=443): https://u:p@index.example/x"
    failed = subprocess.CompletedProcess([], 1, stdout="", stderr=f"{said}\n")
    monkeypatch.setattr(environment, "_captured", lambda command: failed)

    with pytest.raises(SystemExit) as ended:
        environment._run_pip(environment.LOCK)

    assert "could not be installed; is there a network" in ended.value.code
    assert "index.example" not in ended.value.code
    assert "\n" not in ended.value.code


def test_a_failed_installation_is_tried_again(environment, commands, monkeypatch):
    def fail(lock):
        raise SystemExit("no network")

    with monkeypatch.context() as patch:
        patch.setattr(environment, "_run_pip", fail)
        with pytest.raises(SystemExit):
            environment.install(environment.LOCK)
    environment.install(environment.LOCK)

    assert "--require-hashes" in commands[-1]
