"""spaCy's own pipelines: what their labels mean, where they are found, what is said if not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import briefing
from briefing.analysis.pipelines import (
    LABELS,
    find_pipeline,
    installed_pipelines,
    iter_named,
    map_label,
    start_of_name,
)
from briefing.errors import ModelError
from briefing.model import Label
from tests.spacy_pipelines import save_folder, save_package

NAMES = {"Ada Lorn": "PERSON"}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder from which packages are imported."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder


@pytest.mark.parametrize(
    ("labels", "ours"),
    [
        ("PER PERSON persName PRS S-PER B-PER", Label.PER),
        ("LOC GPE FAC placeName geogName GPE_LOC GPE_ORG FACILITY U-LOC", Label.LOC),
        ("ORG orgName ORGANIZATION I-ORG", Label.ORG),
        ("MISC misc", Label.MISC),
        ("NORP DERIV_PER EVENT PRODUCT WORK_OF_ART LAW DATE CARDINAL S- PERCENT", None),
    ],
)
def test_labels_of_all_pipelines_are_ours_or_dropped(labels: str, ours: Label | None) -> None:
    assert {map_label(label) for label in labels.split()} == {ours}


def test_the_table_is_in_capitals_and_has_every_label_of_ours() -> None:
    assert all(name == name.upper() for name in LABELS)
    assert set(LABELS.values()) == set(Label)
    assert all(map_label(label.value) is label for label in Label)


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("The Harbour Board met.", "The Harbour Board", "Harbour Board"),
        ("It rained. The Harbour Board met.", "The Harbour Board", "Harbour Board"),
        ("“The Harbour Board met.", "The Harbour Board", "Harbour Board"),
        ("They read The Velm Times.", "The Velm Times", "The Velm Times"),
        ("The Hague was calm.", "The Hague", "The Hague"),
        ("The Netherlands was calm.", "The Netherlands", "Netherlands"),
        ("The board met.", "The board", "The board"),
        ("Theo Lorn came.", "Theo Lorn", "Theo Lorn"),
        ("The", "The", "The"),
    ],
)
def test_an_article_that_opens_a_sentence_is_no_part_of_a_name(
    text: str, name: str, kept: str
) -> None:
    start = text.index(name)
    end = start + len(name)
    assert text[start_of_name(text, start, end) : end] == kept


def test_a_folder_is_found_by_its_path(tmp_path: Path) -> None:
    folder = save_folder(tmp_path / "own", NAMES, name="harbour", version="0.3")
    found = find_pipeline(str(folder))
    assert (found.full_name, found.language, found.folder) == ("en_harbour-0.3", "en", folder)
    assert found.package is None


def test_a_package_is_found_without_importing_it(site: Path) -> None:
    inner = save_package(site, "en_korn_sm", NAMES)
    found = find_pipeline("en_korn_sm")
    assert (found.full_name, found.folder, found.package) == (
        "en_korn_sm-1.2.0",
        inner,
        "en_korn_sm",
    )
    assert find_pipeline("en-korn-sm") == found
    assert "en_korn_sm" in installed_pipelines()
    assert "en_korn_sm" not in sys.modules


def test_an_unpacked_package_is_found_by_its_path_too(tmp_path: Path) -> None:
    inner = save_package(tmp_path, "en_korn_sm", NAMES)
    assert find_pipeline(str(tmp_path / "en_korn_sm")).folder == inner


def test_finding_imports_nothing_heavy(site: Path) -> None:
    save_package(site, "en_korn_sm", NAMES)
    script = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "from briefing.analysis.pipelines import find_pipeline\n"
        "find_pipeline('en_korn_sm')\n"
        "print(*{'spacy', 'numpy', 'en_korn_sm'}.intersection(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "\n"


@pytest.mark.parametrize("name", ["en_velm_lg", "en", "not an identifier", "a.b"])
def test_a_missing_package_is_an_error_that_says_how_to_install_it(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        find_pipeline(name)
    assert caught.value.message == f"the spaCy pipeline {name!r} is not installed"
    assert caught.value.hint is not None
    assert f"python -m spacy download {name};" in caught.value.hint
    assert "offline: pip install its wheel" in caught.value.hint


def test_a_folder_named_without_a_slash_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_folder(tmp_path / "own-model", NAMES)
    with pytest.raises(ModelError, match=r"write \./own-model"):
        find_pipeline("own-model")
    assert find_pipeline("./own-model").name == "en_pipeline"


def test_another_package_is_no_pipeline() -> None:
    with pytest.raises(ModelError, match="'json' is no spaCy pipeline"):
        find_pipeline("json")


@pytest.mark.parametrize(
    ("meta", "said"),
    [
        (None, "no meta.json"),
        ("[]", "no spaCy pipeline"),
        ("{", "no spaCy pipeline"),
        ('{"lang": "en", "name": "velm"}', "meta.json has no 'version'"),
    ],
)
def test_a_folder_that_is_no_pipeline_is_an_error(
    tmp_path: Path, meta: str | None, said: str
) -> None:
    if meta is not None:
        (tmp_path / "meta.json").write_text(meta, encoding="utf-8")
    with pytest.raises(ModelError, match=said):
        find_pipeline(f"{tmp_path}/")


def test_an_absent_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is no folder"):
        find_pipeline(str(tmp_path / "absent"))


@pytest.mark.parametrize("version", [">=2.3.0,<2.4.0", ">=99.0.0,<99.1.0"])
def test_a_pipeline_for_another_major_version_is_an_error(tmp_path: Path, version: str) -> None:
    folder = save_folder(tmp_path / "own", NAMES, spacy_version=version)
    with pytest.raises(ModelError, match=r"en_pipeline-0\.0\.0 was built for") as caught:
        find_pipeline(str(folder))
    assert version in caught.value.message
    assert "python -m spacy download en_pipeline" in str(caught.value.hint)


@pytest.mark.parametrize("version", [">=3.8.0,<3.9.0", ">=3.0.0", ""])
def test_other_versions_of_the_same_major_one_are_tried(tmp_path: Path, version: str) -> None:
    folder = save_folder(tmp_path / "own", NAMES, spacy_version=version)
    assert find_pipeline(str(folder)).built_for == version


def test_an_error_says_for_which_language_the_pipeline_was_named(tmp_path: Path) -> None:
    folder = str(save_folder(tmp_path / "own", NAMES))
    with pytest.raises(ModelError, match=r"^for 'fr': the spaCy pipeline 'fr_velm' is not"):
        list(iter_named({"fr": "fr_velm", "de": folder}))
    assert [language for language, _ in iter_named({"fr": folder, "de": folder})] == ["de", "fr"]


IMPORT = re.compile(r"import_module\(\"spacy|^\s*(?:import|from) spacy", re.MULTILINE)


def test_one_module_imports_spacy() -> None:
    package = Path(briefing.__file__).parent
    importing = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if IMPORT.search(path.read_text("utf-8"))
    }
    assert {m for m in importing if not m.startswith("training/")} == {"analysis/tagger.py"}
