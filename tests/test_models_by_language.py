"""Pipelines named by language, through the whole program: who read what, and what is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.analysis.tagger import load_named
from briefing.cli import main
from briefing.config import Settings
from briefing.errors import ModelError
from briefing.model import Document, Label
from briefing.pipeline import analyse_corpus, open_corpus
from briefing.store.cache import AnalysisCache, StoredGrouping
from tests.spacy_pipelines import save_folder, save_package

PAGES = {
    "en.txt": "Harbour talks end in Qelt\n\nMinister Ada Lorn met the envoys in Qelt on Monday. "
    "She said that the work on the harbour would begin in the spring of next year.",
    "fr.txt": "Fin des discussions à Qelt\n\nLa ministre Ada Lorn a reçu les émissaires à Qelt "
    "lundi. Elle a dit que les travaux du port commenceraient au printemps prochain.",
}
NAMES = {"Ada Lorn": "PERSON", "Qelt": "GPE"}


@pytest.fixture(autouse=True)
def _forget_loaded() -> Iterator[None]:
    yield
    load_named.cache_clear()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return save_folder(tmp_path / "own", NAMES, name="harbour", version="0.3")


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the pages that were analysed, not taken from the cache."""
    # Someone may be at work on the code while its tests run.
    monkeypatch.setattr(pipeline, "code_stamp", str)
    kept: list[str] = []
    keep = AnalysisCache.keep_document

    def note(cache: AnalysisCache, key: bytes, document: Document) -> None:
        kept.append(document.article.id)
        keep(cache, key, document)

    monkeypatch.setattr(AnalysisCache, "keep_document", note)
    return kept


def readers(pages: Path, settings: Settings) -> dict[str, str]:
    """Which model read which page."""
    documents = [d for d in analyse_corpus([str(pages)], settings) if isinstance(d, Document)]
    return {d.article.id: d.analyser.split()[1].partition("-")[0] for d in documents}


def test_a_page_is_read_by_its_languages_model(pages: Path, own: Path) -> None:
    settings = Settings(cache="off", models={"en": str(own)})
    corpus = open_corpus([str(pages)], settings)
    english, french = corpus.documents
    assert english.analyser.endswith(" en_harbour-0.3")
    assert " news_xx-" in french.analyser
    assert [(m.text, m.label) for m in english.mentions] == [
        ("Qelt", Label.LOC),
        ("Ada Lorn", Label.PER),
        ("Qelt", Label.LOC),
    ]
    assert english.mentions[1].title is not None
    assert corpus.events


def test_other_names_are_marked_and_take_part_in_nothing(pages: Path, tmp_path: Path) -> None:
    (pages / "en.txt").write_text(PAGES["en.txt"] + " They signed the Velm Charter.", "utf-8")
    folder = save_folder(tmp_path / "own", {**NAMES, "Velm Charter": "MISC"})
    corpus = open_corpus([str(pages)], Settings(cache="off", models={"en": str(folder)}))
    last = corpus.documents[0].mentions[-1]
    assert (last.text, last.label) == ("Velm Charter", Label.MISC)
    for event in corpus.events:
        named = {p.name for p in (*event.participants, *event.organisations)}
        assert "Velm Charter" not in named
        assert pipeline.compose_brief(corpus, event).event == event


def test_a_change_of_model_reads_just_the_pages_it_concerns(
    pages: Path, own: Path, tmp_path: Path, analysed: list[str]
) -> None:
    plain = Settings(cache=str(tmp_path / "cache"))
    chosen = Settings(cache=plain.cache, models={"en": str(own)})
    assert readers(pages, plain) == {"en.txt": "news_xx", "fr.txt": "news_xx"}
    assert analysed == ["en.txt", "fr.txt"]
    assert readers(pages, chosen) == {"en.txt": "en_harbour", "fr.txt": "news_xx"}
    assert analysed == ["en.txt", "fr.txt", "en.txt"]
    assert readers(pages, plain) == {"en.txt": "news_xx", "fr.txt": "news_xx"}
    assert readers(pages, chosen) == {"en.txt": "en_harbour", "fr.txt": "news_xx"}
    both = Settings(cache=plain.cache, models={"en": str(own), "fr": str(own)})
    assert readers(pages, both) == {"en.txt": "en_harbour", "fr.txt": "en_harbour"}
    assert analysed == ["en.txt", "fr.txt", "en.txt", "fr.txt"]
    swapped = Settings(cache=plain.cache, models={"de": str(own), "fr": str(own)})
    assert readers(pages, swapped) == {"en.txt": "news_xx", "fr.txt": "en_harbour"}
    assert len(analysed) == 4


def test_many_choices_do_not_drive_out_the_first(
    pages: Path, tmp_path: Path, analysed: list[str]
) -> None:
    plain = Settings(cache=str(tmp_path / "cache"))
    readers(pages, plain)
    for number in range(6):
        folder = save_folder(tmp_path / f"own{number}", NAMES)
        readers(pages, Settings(cache=plain.cache, models={"en": str(folder)}))
    assert len(analysed) == 8
    readers(pages, plain)
    assert len(analysed) == 8


def test_a_pipeline_that_was_trained_anew_reads_anew(
    pages: Path, own: Path, tmp_path: Path, analysed: list[str]
) -> None:
    settings = Settings(cache=str(tmp_path / "cache"), models={"en": str(own)})
    readers(pages, settings)
    readers(pages, settings)
    assert analysed == ["en.txt", "fr.txt"]
    load_named.cache_clear()
    rules = own / "entity_ruler" / "patterns.jsonl"
    rules.write_bytes(rules.read_bytes().replace(b"PERSON", b"ORG"))
    readers(pages, settings)
    assert analysed == ["en.txt", "fr.txt", "en.txt"]


def test_grouping_follows_the_models(
    pages: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grouped: list[bytes] = []
    keep = AnalysisCache.keep_grouping

    def note(cache: AnalysisCache, key: bytes, grouping: StoredGrouping) -> None:
        grouped.append(key)
        keep(cache, key, grouping)

    monkeypatch.setattr(pipeline, "code_stamp", str)
    monkeypatch.setattr(AnalysisCache, "keep_grouping", note)
    plain = Settings(cache=str(tmp_path / "cache"))
    chosen = Settings(cache=plain.cache, models={"en": str(own)})
    for settings in (plain, chosen, plain, chosen):
        open_corpus([str(pages)], settings)
    assert len(grouped) == len(set(grouped)) == 2


REOPEN = """
import sys
from briefing import pipeline
from briefing.config import Settings
from briefing.pipeline import open_corpus
pipeline.code_stamp = str
cache, model, pages = sys.argv[1:]
corpus = open_corpus([pages], Settings(cache=cache, models={"en": model}))
assert "en_harbour" in corpus.documents[0].analyser
print(*sys.modules)
"""


def test_reopening_imports_neither_spacy_nor_the_pipeline(
    pages: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "code_stamp", str)
    cache = str(tmp_path / "cache")
    open_corpus([str(pages)], Settings(cache=cache, models={"en": str(own)}))
    done = subprocess.run(
        [sys.executable, "-c", REOPEN, cache, str(own), str(pages)],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.split()
    assert "briefing.analysis.pipelines" in loaded
    assert not {"spacy", "thinc", "numpy", "langdetect"}.intersection(loaded)


def test_a_missing_pipeline_is_told_before_a_page_is_read(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.readers.corpus.read_articles", lambda _: pytest.fail("read"))
    settings = Settings(cache=str(tmp_path / "cache"), models={"de": "de_velm_lg"})
    with pytest.raises(ModelError, match="for 'de': the spaCy pipeline 'de_velm_lg' is not"):
        open_corpus([str(pages)], settings)


@pytest.mark.parametrize("command", ["analyse", "events", "entities", "brief", "search"])
def test_every_command_over_a_corpus_takes_the_option(
    pages: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    last = {"brief": ["--all"], "search": ["envoys"]}.get(command, [])
    named = ["--model", "fr=fr_velm", "--model", "en=en_velm"]
    assert main([command, str(pages), *last, *named]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "briefing: for 'en': the spaCy pipeline 'en_velm' is not installed"
        " (python -m spacy download en_velm; offline: pip install its wheel,"
        " fetched elsewhere from github.com/explosion/spacy-models/releases)\n"
    )


def test_a_package_is_used_through_the_command_line(pages: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    save_package(site, "en_velm_sm", {**NAMES, "Harbour": "ORG"})
    config = tmp_path / "config.toml"
    config.write_text('cache = "off"\n[models]\nen = "en_velm_sm"\n', encoding="utf-8")
    environ = {"PYTHONPATH": str(site), "BRIEFING_CONFIG": str(config)}
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "analyse", str(pages), "--json"],
        cwd=Path(__file__).parents[1],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    english = json.loads(done.stdout.splitlines()[0])
    labels = {m["text"]: m["label"] for m in english["mentions"]}
    assert labels == {"Ada Lorn": "PER", "Qelt": "LOC", "Harbour": "ORG"}


@pytest.mark.parametrize(
    ("meta", "said"),
    [
        ({"spacy_version": ">=2.2.0,<2.3.0"}, "was built for spaCy >=2.2.0,<2.3.0"),
        ({}, "finds DRUG only"),
    ],
)
def test_a_pipeline_that_cannot_be_used_ends_the_command(
    pages: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    meta: dict[str, str],
    said: str,
) -> None:
    folder = save_folder(tmp_path / "own", {"aspirin": "DRUG"}, **meta)
    assert main(["events", str(pages), "--no-cache", "--model", f"en={folder}"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err
