"""The settings in force, where they come from, and a file to begin with."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.configuring import EXAMPLES, commented_settings
from briefing.config import Settings, load_settings

NAMES = [field.name for field in fields(Settings)]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the configuration file is looked for."""
    path = tmp_path / "folder" / "config.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    return path


def test_every_setting_is_explained_with_an_example() -> None:
    text = commented_settings()
    assert set(EXAMPLES) == set(NAMES)
    for name in NAMES:
        assert re.search(rf"^# (\[{name}\]$|{name} = )", text, re.MULTILINE), name
        assert not re.search(rf"^#\s*$\n# ({name}|\[{name}\])", text, re.MULTILINE), name
    assert all(line == "" or line.startswith("# ") for line in text.splitlines())
    assert max(map(len, text.splitlines())) <= 100
    assert tomllib.loads(text) == {}


def test_every_example_can_be_taken_as_it_stands(tmp_path: Path) -> None:
    setting = re.compile(rf'# ((?:{"|".join(NAMES)}) = .*|\[\w+\]|"[\w.]+" = .*|en = .*)')
    lines = commented_settings().splitlines()
    taken = [match[1] for line in lines if (match := setting.fullmatch(line))]
    path = tmp_path / "config.toml"
    path.write_text("\n".join(taken), encoding="utf-8")
    settings = load_settings(environ={"BRIEFING_CONFIG": str(path)})
    assert [n for n in NAMES if getattr(settings, n) == getattr(Settings(), n)] == ["tagger"]


def test_a_file_is_written_once(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = config.parents[1] / "home" / "briefing" / "config.toml"
    assert main(["config", "--init"]) == 0
    assert path.read_text(encoding="utf-8") == commented_settings()
    assert str(path) in capsys.readouterr().err
    path.write_text('theme = "nord"\n', encoding="utf-8")
    assert main(["config", "--init"]) == 2
    assert path.read_text(encoding="utf-8") == 'theme = "nord"\n'
    assert "is there already (briefing config --toml prints" in capsys.readouterr().err


def test_what_would_be_written_can_be_seen_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--toml"]) == 0
    assert capsys.readouterr() == (commented_settings(), "")


@pytest.mark.usefixtures("config")
def test_each_value_is_shown_with_its_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "own.toml"
    path.write_text('theme = "nord"\njobs = 3\n[keys]\n"reading.search" = "f"\n', encoding="utf-8")
    monkeypatch.setenv("BRIEFING_CONFIG", str(path))
    monkeypatch.setenv("BRIEFING_JOBS", "2")
    assert main(["config", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert list(shown["settings"]) == NAMES
    assert shown["settings"]["theme"] == {"value": "nord", "from": str(path)}
    assert shown["settings"]["jobs"] == {"value": 2, "from": "BRIEFING_JOBS"}
    assert shown["settings"]["cache"] == {"value": None, "from": "default"}
    assert shown["file"] == str(path)
    assert main(["config"]) == 0
    out, err = capsys.readouterr()
    assert f'theme\t"nord"\t{path}' in out.splitlines()
    assert 'keys\t{"reading.search" = "f"}\t' + str(path) in out.splitlines()
    assert err == f"briefing: read from {path}\n"
    assert "# Now 2, from BRIEFING_JOBS.\n# jobs = 2" in commented_settings()


@pytest.mark.usefixtures("config")
def test_without_a_file_the_way_to_one_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    assert "briefing config --init writes " in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    assert main(["config", "--init"]) == 2
    assert str(tmp_path / "file") in capsys.readouterr().err
