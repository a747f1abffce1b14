from __future__ import annotations

import pytest

from briefing.search import FIELDS, parse_query, search
from briefing.tui.completing import complete
from tests.tui.sample import build_corpus


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("w", "w" + "ho:"),
        ("ferry -pl", "ferry -place:"),
        ("who:", 'who:"Ilse Brandt"'),
        ("who:rey", 'who:"Tomas Reyl"'),
        ('harbour who:"Tomas R', 'harbour who:"Tomas Reyl"'),
        ("place:VAR", "place:Varna"),
        ("lang:f", "lang:fr"),
        ("source:q", 'source:"Le Quai"'),
        ("source:w", "source:WNA"),
        ("after:2031-0", "after:2031-04"),
    ],
)
def test_the_last_word_is_completed(query: str, first: str) -> None:
    assert complete(query, build_corpus())[0] == first


@pytest.mark.parametrize("query", ["", "ferry ", "who:nobody", "odd:x", "lang:fr"])
def test_nothing_is_offered_where_nothing_fits(query: str) -> None:
    assert complete(query, build_corpus()) == ()


@pytest.mark.parametrize("field", FIELDS)
def test_every_value_offered_can_be_searched_for(field: str) -> None:
    corpus = build_corpus()
    for query in complete(f"{field}:", corpus):
        clauses = parse_query(query)
        assert search(corpus, clauses) or field == "before"
