"""Words that tell what kind of event a page reports."""

from __future__ import annotations

import cProfile
from collections import defaultdict
from importlib import resources

import pytest

from briefing.lexicon.event_kinds import (
    _LONGEST,
    CONSEQUENCES,
    ENCOUNTERS,
    KINDS,
    family_of,
    kind_as_written,
    kind_hinted,
    kind_of_word,
    kinds_of,
)
from briefing.lexicon.folding import fold


@pytest.mark.parametrize(
    ("word", "language", "kind"),
    [
        ("meeting", "en", "meeting"),
        ("réunion", "fr", "meeting"),
        ("Treffen", "de", "meeting"),
        ("اجتماع", "ar", "meeting"),
        ("والاجتماع", "ar", "meeting"),
        ("مؤتمر", "ar", "summit"),
        ("Klimakonferenz", "de", "summit"),
        ("firmaron", "es", "agreement"),
        ("Abkommen", "de", "agreement"),
        ("l’accord", "fr", "agreement"),
        ("déraillement", "fr", "accident"),
        ("terremoto", "it", "disaster"),
        ("tornadoes", "en", "disaster"),
        ("verurteilt", "de", "verdict"),
        ("elezioni", "it", "election"),
        ("run-off", "en", "election"),
        ("resigns", "en", "resignation"),
        ("استقالة", "ar", "resignation"),
        ("Tor", "de", "match"),
        ("but", "fr", "match"),
        ("vogelgriep", "nl", "outbreak"),
        ("greve", "pt", "strike"),
        ("بجائزة", "ar", "award"),
        ("Leitzinsen", "de", "decision"),
        ("terremoto", "xx", "disaster"),
    ],
)
def test_a_word_tells_its_kind_in_its_language(word: str, language: str, kind: str) -> None:
    assert kind_as_written(word, language) == kind


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("torque", "en"),
        ("table", "en"),
        ("Brandolim", "it"),
        ("", "en"),
        ("a", "pt"),
        ("but", "en"),
        ("but", "xx"),
        ("Tor", "en"),
        ("courtesy", "en"),
        ("Pressekonferenz", "de"),
    ],
)
def test_what_only_looks_like_a_stem_tells_nothing(word: str, language: str) -> None:
    assert kind_of_word(fold(word), language) is None


def test_what_goes_with_an_act_hints_at_it_and_does_not_name_it() -> None:
    for word, language, kind in (("orbit", "en", "launch"), ("prison", "fr", "verdict")):
        assert (kind_of_word(word, language), kind_hinted(word, language)) == (None, kind)
    assert kind_hinted("table", "en") is None


def test_kinds_are_counted() -> None:
    words = [fold(w) for w in "Ministers met and signed a pact".split()]
    assert kinds_of(words, "en") == {"meeting": 1, "agreement": 2}
    assert set(KINDS) >= ENCOUNTERS | CONSEQUENCES


def test_the_table_gives_each_kind_words_in_each_language_and_each_word_once() -> None:
    raw = resources.files("briefing.lexicon").joinpath("event_kinds.txt").read_text("utf-8")
    rows = [line.split("\t") for line in raw.splitlines() if not line.startswith("#")]
    named = {(kind, language) for kind, language, *_ in rows if kind != "-"}
    languages = {"en", "fr", "es", "de", "it", "pt", "nl", "ar"}
    assert named == {(kind, language) for kind in KINDS for language in languages}
    acts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for kind, language, stems, *_ in rows:
        for stem in stems.split():
            acts[language, fold(stem)].append(kind)
    assert {key: kinds for key, kinds in acts.items() if len(kinds) > 1} == {}
    assert {family_of(kind) for kind in KINDS} == set(range(7))
    assert max(len(stem) for _, stem in acts) <= _LONGEST


def test_a_word_without_end_is_looked_up_like_another() -> None:
    def calls(word: str) -> int:
        profiler = cProfile.Profile()
        profiler.runcall(kind_of_word, word, "de")
        return sum(entry.callcount for entry in profiler.getstats())

    kind_of_word("warm", "de")
    assert calls("x" * 100_000) <= calls("y" * 100)
    assert kind_of_word("x" * 1000 + "konferenz", "de") == "summit"
