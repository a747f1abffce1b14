"""The query language: what a query means, and the lines it finds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import (
    BlockKind,
    Citation,
    Entity,
    Event,
    EventDate,
    GroupedCorpus,
    Label,
    Place,
)
from briefing.query_help import suggest
from briefing.search import QueryError, parse_query, search
from tests.builders import build_document, spans_of

NORTH = build_document(
    "north.txt",
    "Harbour talks in Velm\n\n"
    "Minister Ada Lorn met envoys. The ferry strike goes on.\n\n"
    "Read more: talks",
    published="2031-05-04",
    source="The Velm Post",
    people=["Ada Lorn"],
    places=["Velm"],
    kinds=[BlockKind.HEADLINE, BlockKind.BODY, BlockKind.CLUTTER],
)
SOUTH = build_document(
    "south.txt",
    "Pourparlers à Velm\n\nLa ministre de l'Énergie a reçu des émissaires.",
    language="fr",
    places=["Velm"],
)
GULF = build_document(
    "z/gulf.txt", "قمة في الميناء\n\nقال الوزير إن المحادثات مستمرة.", language="ar"
)


def citations(document: object, words: str) -> tuple[Citation, ...]:
    assert isinstance(document, type(NORTH))
    article = document.article
    return tuple(Citation(article.id, s, e) for s, e in spans_of(article.text, words))


CORPUS = GroupedCorpus(
    documents=(NORTH, SOUTH, GULF),
    entities=(
        Entity(
            "p1", "Ada Lorn", Label.PER, ("Ada Lorn",), None, None, citations(NORTH, "Ada Lorn")
        ),
        Entity(
            "l1",
            "Velm",
            Label.LOC,
            ("Velm",),
            None,
            "Norland",
            citations(NORTH, "Velm") + citations(SOUTH, "Velm"),
        ),
    ),
    events=(
        Event(
            "e1",
            "Talks in Velm",
            "meeting",
            EventDate("2031-05-03"),
            Place("Velm", "Norland"),
            (),
            (),
            ("north.txt", "south.txt"),
        ),
        Event("e2", "Summit", "meeting", None, Place(), (), (), ("z/gulf.txt",)),
    ),
    storylines=(),
)


def lines(query: str) -> list[str]:
    return [hit.words for hit in search(CORPUS, parse_query(query))]


def articles(query: str) -> list[str]:
    found = [hit.citation.article for hit in search(CORPUS, parse_query(query))]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("talks", ["north.txt"]),
        ("TALKS", ["north.txt"]),
        ("energie", ["south.txt"]),
        ("ministre", ["south.txt"]),
        ("minist", ["north.txt", "south.txt"]),
        ('"minist"', []),
        ('"ferry strike"', ["north.txt"]),
        ('"strike ferry"', []),
        ("ferry envoys", ["north.txt"]),
        ("ferry absent", []),
        ("محادثات", ["z/gulf.txt"]),
        ('"محادثات"', []),
        ("minist -ferry", ["south.txt"]),
        ("who:lorn", ["north.txt"]),
        ('who:"Ada Lorn"', ["north.txt"]),
        ("who:velm", []),
        ("place:velm", ["north.txt", "south.txt"]),
        ("place:norland", ["north.txt", "south.txt"]),
        ("place:velm -who:lorn", ["south.txt"]),
        ("lang:FR", ["south.txt"]),
        ("-lang:fr", ["north.txt", "z/gulf.txt"]),
        ("source:post", ["north.txt"]),
        ("source:gazette", []),
        ("after:2031-05-04", ["north.txt"]),
        ("after:2031-05", ["north.txt", "south.txt"]),
        ("before:2031-05-04", ["south.txt"]),
        ("before:2031", []),
        ("-after:2031", ["z/gulf.txt"]),
    ],
)
def test_a_query_finds_these_articles(query: str, expected: list[str]) -> None:
    assert articles(query) == expected


def test_the_lines_that_match_are_shown_as_they_stand() -> None:
    assert lines("talks strike") == ["Harbour talks in Velm", "The ferry strike goes on."]
    assert lines("who:lorn") == ["Minister Ada Lorn met envoys."]


def test_a_query_of_filters_alone_shows_the_headline() -> None:
    assert lines("lang:fr") == ["Pourparlers à Velm"]


def test_what_is_not_the_articles_own_is_not_searched() -> None:
    assert lines('"read more"') == []


def test_a_hit_cites_the_line_and_names_its_event() -> None:
    (hit,) = search(CORPUS, parse_query("ferry"))
    text = NORTH.article.text
    assert hit.event == "e1"
    assert text[hit.citation.start : hit.citation.end] == hit.words


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "empty"),
        ("colour:red", "no field colour:"),
        ("https://example.org", "no field https:"),
        ("after:yesterday", "no date"),
        ("who:", "nothing to search for"),
        ("...", "nothing to search for"),
    ],
)
def test_a_query_that_cannot_be_read_says_why(query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        parse_query(query)


def test_a_time_of_day_is_no_field() -> None:
    assert parse_query("10:30")[0].field is None


@given(st.text())
def test_any_query_is_read_or_refused(query: str) -> None:
    try:
        clauses = parse_query(query)
    except QueryError:
        return
    for hit in search(CORPUS, clauses):
        document = next(d for d in CORPUS.documents if d.article.id == hit.citation.article)
        assert document.article.text[hit.citation.start : hit.citation.end] == hit.words


@given(st.permutations(["talks", "strike", "who:lorn", "-absent"]))
def test_the_order_of_the_clauses_is_immaterial(clauses: list[str]) -> None:
    assert lines(" ".join(clauses)) == lines("talks strike who:lorn -absent")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("/ferr(y|ies)/", ["north.txt"]),
        (r"/\bmet\b.*envoys/", ["north.txt"]),
        ("/[éè]nergie/", ["south.txt"]),
        ("/energie/", []),
        ("-/ferry/ minist", ["south.txt"]),
        ("who:/lorn$/", ["north.txt"]),
        ("place:/^vel/", ["north.txt", "south.txt"]),
        ("source:/post|gazette/", ["north.txt"]),
        ("lang:/fr|ar/", ["south.txt", "z/gulf.txt"]),
        (r"/talks\sin/ strike", ["north.txt"]),
    ],
)
def test_regular_expressions_find_these_articles(query: str, expected: list[str]) -> None:
    assert articles(query) == expected


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("/(/", "no regular expression"),
        ("/[a/", "no regular expression"),
        ("/(a+)+b/", "for ever"),
        ("/(a|a)*b/", "for ever"),
        ("/((ab)*c?)*d/", "for ever"),
        (r"/(.)\1/", "for ever"),
        ("/.*.*.*.*x/", "for ever"),
        ("/(a{2,9}){2,9}/", "for ever"),
        ("after:/2031/", "no date"),
        ('talks "ferry strike', "not closed"),
        ("/" + "a" * 300 + "/", "more than 200"),
    ],
)
def test_an_expression_that_will_not_do_is_refused(query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        parse_query(query)


@pytest.mark.parametrize("pattern", [r"\(a+\)+", "[(+]*x", "(ab)?c+", "a+b+c+", "(?:ab|cd)x"])
def test_an_expression_that_is_quick_is_taken(pattern: str) -> None:
    assert parse_query(f"/{pattern}/")[0].pattern is not None


@given(st.text("ab(|)*+?{}[]\\.^$19,", max_size=14))
def test_no_expression_that_is_taken_takes_long(pattern: str) -> None:
    try:
        (clause, *_) = parse_query(f"/{pattern}/")
    except QueryError:
        return
    if clause.pattern is not None:
        started = time.process_time()
        clause.pattern.search("ab" * 60 + "!")
        assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("wo:ann", "who:"),
        ("sorce:post", "source:"),
        ("person:ann", "who:"),
        ("language:fr", "lang:"),
        ("since:2031", "after:"),
        ("colour:red", "who:, place:"),
    ],
)
def test_a_field_that_is_none_is_told_from_what_may_be_meant(query: str, hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(query)
    assert hint in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("who:lron", "who:Lorn"),
        ("place:vlem lang:en", "place:Velm lang:en"),
        ('who:"Ada Loren"', 'who:"Ada Lorn"'),
        ("ferrry strike", "ferry strike"),
        ("source:pots", "source:Post"),
        ("talks ferry", None),
        ("zzzzzz", None),
        ("lang:fr ferry", None),
        ("/qqq/", None),
        ("colour:red", None),
    ],
)
def test_what_finds_nothing_is_told_as_it_may_be_meant(query: str, meant: str | None) -> None:
    assert suggest(query, CORPUS) == meant
    if meant:
        assert search(CORPUS, parse_query(meant))
