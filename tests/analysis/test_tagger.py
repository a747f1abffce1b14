from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from briefing.analysis.tagger import SpacyTagger, blank_pipeline, load_pipeline, load_shipped
from briefing.errors import ModelError
from briefing.model import Label, Passage
from briefing.models import model_path
from briefing.plugins import Tagger


@pytest.fixture(scope="session")
def shipped() -> SpacyTagger:
    return load_shipped()


def tokens(text: str) -> list[str]:
    return [token.text for token in blank_pipeline()(text)]


def test_elided_articles_are_words_of_their_own() -> None:
    assert tokens("l’Arno d'Oslo dell'Arno") == ["l’", "Arno", "d'", "Oslo", "dell'", "Arno"]
    assert tokens("QU'Odile Saint-d'Aube") == ["QU'", "Odile", "Saint", "-", "d'", "Aube"]


def test_other_apostrophes_stay_inside() -> None:
    assert tokens("don't O'Hara M'Bala") == ["don't", "O'Hara", "M'Bala"]


def test_letters_are_read_without_case_and_apostrophe_style() -> None:
    curly, straight = blank_pipeline()("l’Arno"), blank_pipeline()("l'Arno")
    assert [t.norm_ for t in curly] == [t.norm_ for t in straight] == ["l'", "arno"]
    assert [t.shape_ for t in curly] == [t.shape_ for t in straight]


def test_the_shipped_model_is_a_tagger_with_a_version(shipped: SpacyTagger) -> None:
    assert isinstance(shipped, Tagger)
    assert shipped.name.startswith("news_xx-")
    assert load_shipped() is shipped


@pytest.mark.parametrize(
    ("text", "language", "name", "label"),
    [
        ("President Karin Holm arrived in Norway on Monday.", "en", "Norway", Label.LOC),
        ("Mme Claire Dubois est arrivée jeudi à Berlin.", "fr", "Claire Dubois", Label.PER),
        ("El ministro Juan Pérez llegó ayer a Lima.", "es", "Juan Pérez", Label.PER),
        ("Der Minister Peter Schmidt reiste nach Wien.", "de", "Peter Schmidt", Label.PER),
        ("Il presidente Marco Rossi è arrivato a Torino.", "it", "Torino", Label.LOC),
        ("O presidente João Silva chegou a Lisboa.", "pt", "Lisboa", Label.LOC),
        ("De minister Jan de Vries sprak in Utrecht.", "nl", "Utrecht", Label.LOC),
        ("وصل الوزير إلى ألمانيا يوم الاثنين.", "ar", "ألمانيا", Label.LOC),
    ],
)
def test_plain_names_are_found_in_each_language(
    shipped: SpacyTagger, text: str, language: str, name: str, label: Label
) -> None:
    (mentions,) = shipped.tag([Passage(text, language)])
    assert (name, label) in {(m.text, m.label) for m in mentions}


def test_passages_do_not_sway_one_another(shipped: SpacyTagger) -> None:
    passages = [
        Passage("Karin Holm came to Norway.", "en"),
        Passage("", "fr"),
        Passage(" \n ", "en"),
        Passage("Claire Dubois est arrivée à Berlin.", "fr"),
    ]
    together = shipped.tag(passages)
    assert together == [shipped.tag([passage])[0] for passage in passages]
    assert together[1] == together[2] == ()
    for passage, mentions in zip(passages, together, strict=True):
        assert all(passage.text[m.start : m.end] == m.text for m in mentions)
        assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_the_model_folder_is_small() -> None:
    size = sum(path.stat().st_size for path in model_path().rglob("*") if path.is_file())
    assert size <= 20 * 1024 * 1024


def test_an_absent_model_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="reinstall"):
        load_pipeline(tmp_path)
