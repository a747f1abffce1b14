"""What others add: a package with an entry point, found, used, and no danger where it is broken."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from importlib.util import find_spec
from pathlib import Path

import pytest

from briefing import plugins
from briefing.errors import BriefingError
from briefing.plugins import EXPORTERS, READERS, Registry

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "tests" / "plugin_package"
PAGE = """20 text/gemini; lang=en
# Harbour ministers agree on fees in Velm

Two ministers met in Velm on Tuesday and agreed on the fees of the harbour.
=> gemini://quay.example/fees What the fees are
> We are content, said Ada Lorn.
"""


def install_by_hand(target: Path) -> None:
    """What an installer makes of the package, where no build backend is at hand."""
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name = project["name"].replace("-", "_")
    about = target / f"{name}-{project['version']}.dist-info"
    about.mkdir(parents=True)
    shutil.copy(PACKAGE / "briefing_gemtext.py", target)
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (about / "METADATA").write_text(metadata, encoding="utf-8")
    lines = []
    for group, entries in project["entry-points"].items():
        lines += [f"[{group}]", *(f"{key} = {value}" for key, value in entries.items())]
    (about / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def install_with_pip(target: Path) -> None:
    if find_spec("hatchling") is None or find_spec("pip") is None:
        pytest.skip("needs pip and hatchling")
    source = target.with_name("source")
    shutil.copytree(PACKAGE, source, ignore=shutil.ignore_patterns("__pycache__"))
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        *offline,
        "--target",
        str(target),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True)


def run_briefing(*arguments: str | Path, path: Path) -> subprocess.CompletedProcess[str]:
    searched = os.pathsep.join((str(path), str(ROOT)))
    return subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, arguments)],
        cwd=path,
        env={**os.environ, "PYTHONPATH": searched, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("install", [install_by_hand, install_with_pip])
def test_a_format_of_another_package_is_read(install: object, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    install(target)  # type: ignore[operator]
    page = tmp_path / "saved.gmi"
    page.write_text(PAGE, encoding="utf-8")
    done = run_briefing("analyse", page, "--json", path=target)
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert record["headline"] == "Harbour ministers agree on fees in Velm"
    assert "gemini://" not in record["text"]
    assert record["text"].endswith("What the fees are\n\nWe are content, said Ada Lorn.")
    assert "Velm" in [m["text"] for m in record["mentions"]]


def test_without_the_package_the_file_is_plain_text(tmp_path: Path) -> None:
    page = tmp_path / "saved.gmi"
    page.write_text(PAGE, encoding="utf-8")
    done = run_briefing("analyse", page, "--json", path=tmp_path)
    assert json.loads(done.stdout)["text"] == PAGE


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package whose plug-ins cannot be imported."""

    def entries(*, group: str) -> list[EntryPoint]:
        return [EntryPoint("lost", "no_such_package:Lost", group)]

    monkeypatch.setattr(plugins, "entry_points", entries)


@pytest.mark.usefixtures("broken")
def test_a_broken_reader_is_told_of_and_left_out(caplog: pytest.LogCaptureFixture) -> None:
    loaded = READERS.load_all()
    assert tuple(loaded) == tuple(READERS.builtin)
    (record,) = caplog.records
    assert record.getMessage() == (
        "the reader 'lost' (no_such_package:Lost) cannot be loaded and is left out: "
        "ModuleNotFoundError: No module named 'no_such_package'"
    )


@pytest.mark.usefixtures("broken")
def test_a_broken_exporter_that_is_asked_for_is_an_error() -> None:
    with pytest.raises(BriefingError, match="the exporter 'lost' cannot be loaded") as caught:
        EXPORTERS.load("lost")
    assert caught.value.hint == "from no_such_package:Lost; mend or uninstall that package"


def test_a_mistyped_name_suggests_the_nearest() -> None:
    with pytest.raises(BriefingError, match="no exporter called 'markdwon'") as caught:
        EXPORTERS.load("markdwon")
    assert (caught.value.hint or "").startswith("did you mean markdown? one of markdown, html")


def test_a_built_in_name_cannot_be_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = EntryPoint("text", "no_such_package:Lost", "g")
    monkeypatch.setattr(plugins, "entry_points", lambda **_: [taken])
    registry = Registry("g", {"text": "builtins:str"})
    assert registry.targets() == {"text": "builtins:str"}
    assert registry.load("text") is str
