import pytest


@pytest.fixture
def prepare(script, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    return script("prepare")


@pytest.fixture
def collected(prepare, settings, monkeypatch):
    """How often static files were collected, as a list of commands."""
    commands = []

    def call(command, **options):
        commands.append(command)
        (settings.STATIC_ROOT / "staticfiles.json").touch()

    monkeypatch.setattr(prepare, "call_command", call)
    return commands


def test_static_files_are_collected_once(prepare, collected, tmp_path):
    prepare.collect_static(tmp_path / "stamp")
    prepare.collect_static(tmp_path / "stamp")

    assert collected == ["collectstatic"]


def test_a_changed_file_is_collected(prepare, collected, tmp_path, monkeypatch):
    prepare.collect_static(tmp_path / "stamp")
    monkeypatch.setattr(prepare, "_hash_of", lambda storage, path: "another")

    prepare.collect_static(tmp_path / "stamp")

    assert collected == ["collectstatic", "collectstatic"]


def test_files_that_were_removed_are_collected_again(prepare, collected, settings, tmp_path):
    prepare.collect_static(tmp_path / "stamp")
    (settings.STATIC_ROOT / "staticfiles.json").unlink()

    prepare.collect_static(tmp_path / "stamp")

    assert collected == ["collectstatic", "collectstatic"]
