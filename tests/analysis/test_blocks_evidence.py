"""What a line's own words say for and against it as a headline."""

from __future__ import annotations

import time

import pytest

from briefing.analysis.blocks_evidence import WEIGHTS, has_words, weigh, written_traits
from briefing.analysis.blocks_lines import Unit


def unit(words: str) -> Unit:
    return Unit(0, len(words), words, 0)


@pytest.mark.parametrize(
    ("words", "traits"),
    [
        ("Harbour board closes the old crane", set()),
        ("Local reporting desk: Dan Kowal", {"colon", "label and name"}),
        ("News - Harbour - Stars - Research", {"title case", "three parts"}),
        ("أدب . سينما . تشكيل . مسرح", {"three parts"}),
        ("Von Tjark Ohm und Ada Lund", {"title case"}),
        ("Ruth Ohm", {"title case", "two words"}),
        ("pubblicato domenica da Aldo Meri nel blog", {"small letter first"}),
        ("«Nobody asked us», says the mayor", {"quotation"}),
        ("Asked and answered (archive)", {"in brackets"}),
        ("Two dead; roads closed; more rain on its way", {"semicolon"}),
        ("The board met. The crane stays", {"two sentences"}),
        ("14 May 2031", {"day with a number", "three words", "year or clock"}),
        ("Tides | Weather and wind in the bay", {"bars"}),
    ],
)
def test_a_line_has_the_traits_of_its_words(words: str, traits: set[str]) -> None:
    assert set(written_traits(unit(words))) - {"name of a section"} == traits


def test_every_trait_has_a_weight() -> None:
    line = unit("Harbour: «14 May 2031» | Tides; it rained. And more (archive)")
    traits = list(written_traits(line))
    assert set(traits) <= WEIGHTS.keys()
    assert weigh(traits) == sum(WEIGHTS[trait] for trait in traits)


def test_digits_and_signs_are_no_words() -> None:
    assert not has_words(unit("1 / 12"))
    assert has_words(unit("12 dead"))


def test_a_hostile_line_is_read_in_linear_time() -> None:
    started = time.perf_counter()
    for line in ("«" * 50_000, "a. B" * 20_000, " | " * 20_000, "(" * 50_000):
        list(written_traits(unit(line)))
    assert time.perf_counter() - started < 1.0
