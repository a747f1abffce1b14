"""A name attributes words only beside a word of reporting; ranges hold what the page writes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.attributing import find_agencies, find_attributions


def names(text: str, *outlets: str) -> list[tuple[str, str]]:
    return [(text[n.start : n.end], n.name) for n in find_attributions(text, outlets=outlets)]


def test_words_given_to_an_agency_are_found_in_each_language() -> None:
    assert names("The bridge fell, according to Reuters.") == [("Reuters", "Reuters")]
    assert names("Selon l’AFP, le pont est tombé.") == [("AFP", "AFP")]
    assert names("Das berichtet die Deutsche Presse-Agentur.")[0][1] == "dpa"
    assert names("نقلت رويترز عن مصدر") == [("رويترز", "Reuters")]


def test_a_name_alone_attributes_nothing() -> None:
    assert names("The AFP office stands beside the bridge that fell.") == []


def test_an_outlet_must_be_spelt_as_it_spells_itself() -> None:
    assert names("Le pont est tombé, selon Le Quai.", "Le Quai") == [("Le Quai", "Le Quai")]
    assert names("Le pont est tombé sur le quai, selon la police.", "Le Quai") == []


@given(st.text(max_size=200))
def test_ranges_lie_in_the_text_and_in_order(text: str) -> None:
    found = list(find_agencies(text))
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert [n.start for n in found] == sorted(n.start for n in found)
