from __future__ import annotations

import pytest

from briefing.analysis.wordclasses import USAGES
from briefing.model import Label, Mention
from briefing.training.usage import LEAST, count_uses, usage_table


def tagged(line: str, **names: Label) -> tuple[str, tuple[Mention, ...]]:
    found = [(line.index(n.replace("_", " ")), n.replace("_", " "), names[n]) for n in names]
    return line, tuple(Mention(at, at + len(n), n, label) for at, n, label in sorted(found))


def class_of(word: str, *lines: tuple[str, tuple[Mention, ...]]) -> str | None:
    return USAGES[usage_table(count_uses(lines, {})).get(word, 0)] or None


@pytest.mark.parametrize(
    ("word", "name"), [("Odile", "P2f"), ("Holm", "P2s"), ("Lindholm", "L2"), ("Board", "G2i")]
)
def test_a_word_is_what_it_is_used_as(word: str, name: str) -> None:
    line = tagged(
        "then Odile Holm of the Water Board came to Lindholm",
        Odile_Holm=Label.PER,
        Water_Board=Label.ORG,
        Lindholm=Label.LOC,
    )
    assert class_of(word, *[line] * LEAST) == name


def test_rare_words_have_no_class() -> None:
    line = tagged("then Lindholm slept", Lindholm=Label.LOC)
    assert class_of("Lindholm", *[line] * (LEAST - 1)) is None


def test_rival_uses_are_a_class_of_their_own() -> None:
    place = tagged("then Lindholm slept", Lindholm=Label.LOC)
    club = tagged("then Lindholm scored", Lindholm=Label.ORG)
    assert class_of("Lindholm", *[place, club] * LEAST) == "GL"


def test_what_opens_a_sentence_is_not_counted_as_no_name() -> None:
    assert class_of("Council", *[("Council of all. Council again", ())] * LEAST) is None
    assert class_of("Council", *[("the Council of all", ())] * LEAST) == "O2"


def test_arabic_words_that_are_mostly_common_are_left_out() -> None:
    line = "قال مجلس المدينة"
    assert class_of("مجلس", *[(line, ())] * 9) is None
    assert class_of("مجلس", *[(line, (Mention(4, 16, line[4:], Label.ORG),))] * 9) == "G2b"
