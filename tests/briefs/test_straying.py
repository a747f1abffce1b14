"""Pages that leave the event stay away from it until a sentence takes it up again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefing.briefs.background import find_background
from briefing.briefs.material import gather
from tests.briefs.corpus import find_entities, make_event
from tests.builders import build_document

LEAD = "Ada Roe opened the new herring market of Port Alva with a bell on Monday, 5 May 2031."
OLDER = (
    "In March 2029 the council of Lunde closed its own hall. "
    "It had been losing money since the storms."
)


def _marked(*paragraphs: str, dates: Mapping[str, str] | None = None) -> list[str]:
    """The sentences that are background, of a page of a headline, the lead and some paragraphs."""
    text = "\n".join(("Market opens in Port Alva", LEAD, *paragraphs))
    given = {"5 May 2031": "2031-05-05", **(dates or {})}
    document = build_document(
        "a",
        text,
        published="2031-05-06",
        people=[name for name in ("Ada Roe", "Ben Stone") if name in text],
        places=[name for name in ("Port Alva", "Lunde") if name in text],
        dates={words: value for words, value in given.items() if words in text},
    )
    documents = {"a": document}
    material = gather(make_event(documents), documents, find_entities(documents))
    found = find_background(material)
    return [s.text for s in material.statements if (s.article, s.start) in found]


@pytest.mark.parametrize(
    ("sentence", "is_marked"),
    [
        ("The cellars were sold to a brewer from the hills, who paid in kegs.", True),
        ("Herring of every size was on sale there until the evening.", False),
        ("Ada Roe bought the first crate and paid with a new coin.", False),
        ("The next cellars will be dug in the coming winter.", False),
        ("Fishermen said they missed the cellars of old.", False),
    ],
)
def test_the_next_paragraph_goes_on_until_it_takes_up_the_event(
    sentence: str, *, is_marked: bool
) -> None:
    found = _marked(OLDER, sentence, dates={"March 2029": "2029-03"})
    assert (sentence in found) is is_marked


def test_one_sentence_of_background_does_not_carry_over() -> None:
    after = "The cellars were sold to a brewer from the hills, who paid in kegs."
    found = _marked("In March 2029 Lunde closed its hall.", after, dates={"March 2029": "2029-03"})
    assert found == ["In March 2029 Lunde closed its hall."]


@pytest.mark.parametrize(
    ("heading", "is_marked"),
    [("Background", True), ("Hintergrund", True), ("Le contexte", True), ("A new roof", False)],
)
def test_a_section_says_that_it_is_background(heading: str, *, is_marked: bool) -> None:
    sentence = "The old hall stood on oak piles for a hundred winters."
    assert (sentence in _marked(heading, sentence)) is is_marked


def test_a_section_on_background_still_tells_the_event_where_it_gives_its_day() -> None:
    sentence = "The doors opened at noon on that Monday after a long wait."
    assert sentence not in _marked("Background", sentence, dates={"that Monday": "2031-05-05"})


def test_whom_a_page_names_beside_background_alone_is_not_of_the_event() -> None:
    beside = "Ben Stone praised the old cellars."
    found = _marked(
        f"In March 2029 Lunde closed its hall. {beside}", dates={"March 2029": "2029-03"}
    )
    assert beside in found
    known = _marked(
        "Ben Stone rang the bell twice.",
        f"In March 2029 Lunde closed its hall. {beside}",
        dates={"March 2029": "2029-03"},
    )
    assert beside not in known


def test_an_earlier_encounter_with_somebody_else_is_background() -> None:
    met = "In the morning the minister had received Ben Stone and signed a treaty on eels."
    assert met in _marked(met)
    assert met not in _marked("Ben Stone stood beside her in the rain.", met)


def test_what_happened_on_the_eve_belongs_to_the_event() -> None:
    eve = "A crane lifted the bell into its tower on Sunday before a large crowd."
    assert eve not in _marked(eve, dates={"Sunday": "2031-05-04"})
    had = "A crane had lifted the bell into its tower on Sunday before a crowd."
    assert had in _marked(had, dates={"Sunday": "2031-05-04"})


def test_what_lasts_since_a_date_is_not_over() -> None:
    since = "Since it was founded in March 2029 the market has sold nine tons of eels."
    assert since not in _marked(since, dates={"March 2029": "2029-03"})


def test_hours_earlier_with_somebody_known_is_background_too() -> None:
    earlier = "Two hours earlier Ada Roe had received Ben Stone in the old hall."
    assert earlier in _marked("Ben Stone stood beside her in the rain.", earlier)


def test_what_leans_on_background_belongs_to_it() -> None:
    older = "In March 2029 the two sides came with maps. They talked for five hours and left."
    assert _marked(older, dates={"March 2029": "2029-03"})[1:] == [
        "They talked for five hours and left."
    ]
