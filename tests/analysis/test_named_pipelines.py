"""Pipelines that the user names: loaded, turned into taggers, given the pages of their language."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.training import Example

from briefing import __version__
from briefing.analysis.document import analyse
from briefing.analysis.tagger import LanguageTagger, load_named, load_shipped, load_tagger
from briefing.errors import ModelError
from briefing.model import Article, Label, Mention, Passage
from briefing.plugins import PageTagger, Tagger
from tests.spacy_pipelines import change_meta, save_folder, save_package

NAMES = {
    "Ada Lorn": "PERSON",
    "Lund": "GPE",
    "Varna Bridge": "FAC",
    "Harbour Board": "ORG",
    "The Harbour Board": "ORG",
    "Norlandish": "NORP",
    "Monday": "DATE",
    "Blue Cup": "MISC",
}
TEXT = "Ada Lorn of the Norlandish Harbour Board met Lund's envoys on Varna Bridge on Monday."


@pytest.fixture(autouse=True)
def _forget_loaded() -> Iterator[None]:
    yield
    load_named.cache_clear()


@pytest.fixture
def own(tmp_path: Path) -> str:
    return str(save_folder(tmp_path / "own", NAMES))


class Others:
    """A tagger for all other languages, which remembers what it was given."""

    name = "others-1"

    def __init__(self) -> None:
        self.seen: list[Passage] = []

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        self.seen += passages
        return [() for _ in passages]


def found(mentions: Sequence[Mention]) -> list[tuple[str, Label]]:
    return [(m.text, m.label) for m in mentions]


def test_labels_come_out_as_ours_and_others_are_dropped(own: str) -> None:
    (mentions, none) = load_named(own).tag([Passage(TEXT, "en"), Passage("", "en")])
    assert found(mentions) == [
        ("Ada Lorn", Label.PER),
        ("Harbour Board", Label.ORG),
        ("Lund", Label.LOC),
        ("Varna Bridge", Label.LOC),
    ]
    assert all(TEXT[m.start : m.end] == m.text for m in mentions)
    assert none == ()
    ((opening,),) = load_named(own).tag([Passage("The Harbour Board met.", "en")])
    assert (opening.start, opening.text) == (4, "Harbour Board")
    assert load_named(own) is load_named(own)
    assert isinstance(load_named(own), Tagger)


def test_a_package_is_loaded_by_its_own_function(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_package(tmp_path, "en_velm_sm", NAMES)
    monkeypatch.syspath_prepend(tmp_path)
    tagger = load_named("en_velm_sm")
    assert tagger.name == "en_velm_sm-1.2.0"
    assert found(tagger.tag([Passage("Ada Lorn", "en")])[0]) == [("Ada Lorn", Label.PER)]


def recogniser(*others: str) -> Any:
    """An untrained recogniser with other components beside it."""
    nlp = spacy.blank("en")
    for name in others:
        nlp.add_pipe(name)
    ner: Any = nlp.add_pipe("ner", name="names")
    ner.add_label("PERSON")
    nlp.add_pipe("tagger").add_label("NN")  # type: ignore[attr-defined]
    doc = nlp.make_doc("Ada Lorn")
    nlp.initialize(lambda: [Example.from_dict(doc, {"entities": [(0, 8, "PERSON")]})])
    return nlp


def test_only_what_finds_names_is_read_and_run(tmp_path: Path) -> None:
    recogniser("tok2vec").to_disk(tmp_path / "trained")
    assert load_named(str(tmp_path / "trained")).nlp.pipe_names == ["tok2vec", "names"]


def test_rules_may_look_at_what_any_component_says(tmp_path: Path) -> None:
    nlp = recogniser()
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": [{"TAG": "NN"}]}])
    nlp.to_disk(tmp_path / "ruled")
    loaded = load_named(str(tmp_path / "ruled")).nlp
    assert loaded.pipe_names == ["names", "tagger", "entity_ruler"]


def test_a_pipeline_that_finds_no_names_is_an_error(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "sentences")
    with pytest.raises(ModelError, match=r"en_pipeline-0\.0\.0 finds no names") as caught:
        load_named(str(tmp_path / "sentences"))
    assert "name a pipeline with a component such as ner" in str(caught.value)
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="its components are none"):
        load_named(str(tmp_path / "blank"))


def test_a_span_ruler_finds_names_only_where_it_makes_entities(tmp_path: Path) -> None:
    for is_names in (True, False):
        nlp = spacy.blank("en")
        ruler: Any = nlp.add_pipe("span_ruler", config={"annotate_ents": is_names})
        ruler.add_patterns([{"label": "PERSON", "pattern": "Ada Lorn"}])
        nlp.to_disk(tmp_path / str(is_names))
    tagger = load_named(str(tmp_path / "True"))
    assert found(tagger.tag([Passage("Ada Lorn", "en")])[0]) == [("Ada Lorn", Label.PER)]
    with pytest.raises(ModelError, match="finds no names"):
        load_named(str(tmp_path / "False"))


def test_a_pipeline_for_other_things_is_an_error(tmp_path: Path) -> None:
    folder = save_folder(tmp_path / "drugs", {"aspirin": "DRUG", "flu": "DISEASE"})
    with pytest.raises(ModelError, match="finds DISEASE, DRUG only"):
        load_named(str(folder))


def test_a_damaged_pipeline_is_an_error(tmp_path: Path) -> None:
    folder = save_folder(tmp_path / "own", NAMES)
    (folder / "config.cfg").write_text("[nlp]\nlang = 'en'\npipeline = ['absent']", "utf-8")
    with pytest.raises(ModelError, match=r"en_pipeline-0\.0\.0 cannot be loaded: "):
        load_named(str(folder))
    (folder / "config.cfg").unlink()
    with pytest.raises(ModelError, match=r"cannot be loaded: .*config.cfg"):
        load_named(str(folder))


def test_a_package_whose_code_fails_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_package(tmp_path, "en_velm_bad", NAMES)
    code = tmp_path / "en_velm_bad" / "__init__.py"
    code.write_text("import a_module_that_is_not_there", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelError, match=r"en_velm_bad-1\.2\.0 cannot be loaded: ModuleNotFound"):
        load_named("en_velm_bad")


def test_a_pipeline_for_an_older_minor_version_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = save_folder(tmp_path / "own", NAMES)
    change_meta(folder, spacy_version=">=3.0.0,<3.1.0")
    with caplog.at_level(logging.WARNING):
        load_named(str(folder))
    assert "W095" in caplog.text


def test_each_passage_is_read_by_the_pipeline_of_its_language(own: str) -> None:
    others = Others()
    tagger = load_tagger({"en": own}, lambda: others)
    passages = [Passage("Lund", "fr"), Passage("Lund", "en"), Passage("Varna Bridge", "en")]
    first, second, third = tagger.tag(passages)
    assert (first, found(second), found(third)) == (
        (),
        [("Lund", Label.LOC)],
        [("Varna Bridge", Label.LOC)],
    )
    assert others.seen == passages[:1]


def test_a_page_is_read_by_the_pipeline_of_its_language(own: str, tmp_path: Path) -> None:
    others = Others()
    second = str(save_folder(tmp_path / "second", {"Lund": "PERSON"}, name="second"))
    tagger = load_tagger({"en": own, "de": second}, lambda: others)
    assert isinstance(tagger, PageTagger)
    assert tagger.name == "en_pipeline-0.0.0 + en_second-0.0.0"
    assert tagger.for_page("it") is others
    english = tagger.for_page("en")
    assert english.name == "en_pipeline-0.0.0"
    mentions, aside = english.tag([Passage("Lund", "en"), Passage("Lund", "de")])
    assert (found(mentions), aside) == ([("Lund", Label.LOC)], ())
    assert others.seen == [Passage("Lund", "de")]


def test_without_a_choice_the_tagger_is_the_shipped_one() -> None:
    assert load_tagger({}) is load_shipped()


def test_others_are_loaded_when_they_are_needed(own: str) -> None:
    loaded: list[Others] = []

    def load_others() -> Others:
        loaded.append(Others())
        return loaded[-1]

    tagger = load_tagger({"en": own}, load_others)
    assert isinstance(tagger, PageTagger)
    for language in ("en", "en"):
        tagger.for_page(language).tag([Passage("Lund", "en")])
    assert loaded == []
    tagger.for_page("fr")
    tagger.for_page("en").tag([Passage("Lund", "fr")])
    assert len(loaded) == 1


def test_the_choice_can_be_sent_to_another_process(own: str) -> None:
    tagger = load_tagger({"en": own})
    again = pickle.loads(pickle.dumps(tagger))
    assert isinstance(again, LanguageTagger)
    assert again.for_page("en").tag([Passage("Lund", "en")]) == tagger.tag([Passage("Lund", "en")])


def test_a_document_says_which_model_read_it_and_repairs_still_run(own: str) -> None:
    text = (
        "Harbour talks end in Lund\n\nMinister Ada Lorn met the Norlandish envoys in Lund on"
        " Monday. “We agree,” Lorn said. The Harbour Board will meet again in the spring."
    )
    article = Article("a.txt", "a.txt", text, "0" * 64, language="en")
    tagger = load_tagger({"en": own, "fr": own}, Others)
    document = analyse(article, tagger)
    assert document.analyser == f"{__version__} en_pipeline-0.0.0"
    people = [m for m in document.mentions if m.label is Label.PER]
    assert [m.text for m in people] == ["Ada Lorn", "Lorn"], "a surname is known again"
    assert people[0].title is not None
    assert people[0].title.role == "minister"
    assert "Norlandish" not in {m.text for m in document.mentions}
    other = analyse(Article("b.txt", "b.txt", text, "0" * 64, language="nl"), tagger)
    assert other.analyser == f"{__version__} others-1"
