"""The list of entity models: what is shipped, named and installed, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.cli import main
from briefing.models import model_path
from briefing.plugins import Registry
from tests.spacy_pipelines import save_folder, save_package

NAMES = {"Ada Lorn": "PERSON"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("BRIEFING_CONFIG", "/dev/null")
    monkeypatch.setattr("briefing.cli.models.installed_pipelines", lambda: ("en_velm_sm",))

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(["models", *arguments])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package, en_velm_sm."""
    save_package(tmp_path, "en_velm_sm", NAMES)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def rows(out: str) -> list[list[str]]:
    return [line.split("\t") for line in out.splitlines()[1:]]


def listed(out: str) -> dict[str, dict[str, Any]]:
    return {model["name"]: model for model in json.loads(out)["models"]}


@pytest.mark.usefixtures("site")
def test_the_shipped_model_comes_first_with_its_scores_and_card(run: Run) -> None:
    code, out, err = run("--json")
    assert code == 0
    shipped = json.loads(out)["models"][0]
    assert (shipped["name"], shipped["reads"], shipped["problem"]) == ("shipped", ["all"], None)
    assert shipped["version"].startswith("news_xx-")
    assert {"en", "fr", "es", "de", "it", "pt", "ar", "nl"} == set(shipped["languages"])
    assert set(shipped["scores"]) == set(shipped["languages"])
    assert shipped["path"] == str(model_path())
    assert Path(shipped["card"]).read_text(encoding="utf-8").startswith("# news_xx")
    assert 5e6 < shipped["size"] < 20e6
    assert shipped["card"] in err
    name, version, reads, size, scores = rows(run()[1])[0]
    assert (name, version, reads) == ("shipped", shipped["version"], "all")
    assert size == f"{shipped['size'] / 1e6:.0f} MB"
    assert f"fr {shipped['scores']['fr']:.2f}" in scores.split(", ")


def test_scores_are_means_over_the_sets_of_a_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    measured = {"a.fr": 0.8, "b.fr": 0.9, "a.ar": 0.7}
    scores = {"sets": {name: {"mentions": {"f1": f1}} for name, f1 in measured.items()}}
    (tmp_path / "scores.json").write_text(json.dumps(scores), encoding="utf-8")
    (tmp_path / "velm").mkdir()
    (tmp_path / "velm" / "meta.json").write_text('{"name": "velm", "version": "7"}', "utf-8")
    monkeypatch.setattr("briefing.cli.models.model_path", lambda: tmp_path / "velm")
    shipped = rows(run()[1])[0]
    assert shipped[1:] == ["velm-7", "all", "0 MB", "ar 0.70, fr 0.85"]
    (tmp_path / "scores.json").write_text("{}", encoding="utf-8")
    assert rows(run()[1])[0][-1] == ""


def test_a_shipped_model_that_is_gone_is_listed_as_such(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("briefing.cli.models.model_path", lambda: tmp_path / "gone")
    code, out, err = run()
    assert code == 0
    assert rows(out)[0][1].startswith("cannot be loaded: ")
    assert "reinstall briefing" in err


def test_a_plug_in_that_cannot_be_loaded_is_listed_as_such(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = Registry("briefing.no-such-group", {"broken": "no_such_module:load"})
    monkeypatch.setattr("briefing.cli.models.TAGGERS", registry)
    code, out, _ = run()
    assert code == 0
    assert rows(out)[0][0] == "broken"
    assert rows(out)[0][1].startswith("cannot be loaded: No module named")


def test_pipelines_are_listed_by_the_languages_they_read(run: Run, site: Path) -> None:
    folder = save_folder(site / "own", NAMES, name="harbour", version="0.3")
    named = ["--model", f"fr={folder}", "--model", f"de={folder}", "--model", "en=en_velm_sm"]
    models = listed(run("--json", *named)[1])
    assert models["shipped"]["reads"] == ["all others"]
    own, package = models[str(folder)], models["en_velm_sm"]
    assert (own["version"], own["reads"], own["languages"]) == (
        "en_harbour-0.3",
        ["de", "fr"],
        ["en"],
    )
    assert (package["version"], package["reads"]) == ("1.2.0", ["en"])
    assert own["path"] == str(folder)
    assert package["size"] > 0
    by_name = {row[0]: row[1:] for row in rows(run(*named)[1])}
    assert by_name["en_velm_sm"] == ["1.2.0", "en", "0 MB", ""]


@pytest.mark.usefixtures("site")
def test_an_installed_pipeline_that_is_not_named_is_listed(run: Run) -> None:
    models = listed(run("--json")[1])
    assert (models["en_velm_sm"]["reads"], models["en_velm_sm"]["problem"]) == ([], None)
    assert models["shipped"]["reads"] == ["all"]


@pytest.mark.usefixtures("site")
def test_a_missing_pipeline_is_listed_with_what_to_do(run: Run) -> None:
    code, out, err = run("--model", "fr=fr_velm_lg")
    assert code == 0
    by_name = {row[0]: row[1:] for row in rows(out)}
    assert by_name["fr_velm_lg"][0] == "the spaCy pipeline 'fr_velm_lg' is not installed"
    assert "python -m spacy download fr_velm_lg" in err


@pytest.mark.usefixtures("site")
def test_the_list_tells_how_to_add_a_model(run: Run) -> None:
    _, out, err = run()
    for words in ("--model en=", "[models] en = ", "python -m spacy download", "pip install"):
        assert words in err
        assert words not in out
    assert "entry point in 'briefing.taggers'" in err


def test_a_choice_that_cannot_be_understood_is_an_error(run: Run) -> None:
    assert run("--model", "en")[0] == 2
    assert run("--model", "zz=a")[0] == 2


def test_the_table_keeps_to_the_width_of_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, site: Path
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    _, out, _ = run("--model", f"fr={site / 'absent'}")
    assert max(map(len, out.splitlines())) <= 80
    assert "all others" in out
