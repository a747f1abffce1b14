"""Who and when, with the ranges that say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.entities.resolve import resolve_entities
from briefing.events.facts import (
    event_date,
    event_kind,
    event_organisations,
    event_participants,
)
from briefing.events.profile import build_profile
from briefing.events.sources import Source, as_source
from briefing.indexing import index_mentions
from briefing.model import Citation, DateMention, Document, Entity, Span, Title
from tests.builders import build_document, spans_of


def prepare(*documents: Document) -> tuple[list[Source], dict[Citation, str], dict[str, Entity]]:
    entities = resolve_entities(documents)
    by_id = {e.id: e for e in entities}
    entity_of = index_mentions(entities)
    sources = [as_source(d, build_profile(d, entity_of, by_id)) for d in documents]
    return sources, entity_of, by_id


def page(name: str, day: str | None, *, text: str = "Talks on cod\nThey met that day.") -> Document:
    return build_document(name, text, dates={"that day": day})


def test_the_day_is_the_one_that_most_pages_give() -> None:
    days = ["2024-03-04", "2024-03-04", "2024-03-09"]
    sources, _, _ = prepare(*(page(f"{n}.txt", day) for n, day in enumerate(days)))
    found = event_date(sources)
    assert found is not None
    assert found.value == "2024-03-04"
    assert {c.article for c in found.citations} == {"0.txt", "1.txt"}


def test_an_event_of_several_days_begins_with_the_first() -> None:
    days = ["2024-03-05", "2024-03-05", "2024-03-04"]
    sources, _, _ = prepare(*(page(f"{n}.txt", day) for n, day in enumerate(days)))
    found = event_date(sources)
    assert found is not None
    assert found.value == "2024-03-04"


def test_an_undated_page_is_cited_where_it_gives_the_weekday() -> None:
    undated = page("undated.txt", None)
    monday = DateMention(*spans_of(undated.article.text, "that day")[0], "that day", None, "W1")
    sources, _, _ = prepare(page("dated.txt", "2024-03-04"), replace(undated, dates=(monday,)))
    found = event_date(sources)
    assert found is not None
    assert {c.article for c in found.citations} == {"dated.txt", "undated.txt"}


def test_the_weekdays_of_undated_pages_lie_before_the_dated_one() -> None:
    undated = []
    for name in ("a.txt", "b.txt"):
        bare = page(name, None)
        sunday = DateMention(*spans_of(bare.article.text, "that day")[0], "that day", None, "W7")
        undated.append(replace(bare, dates=(sunday,)))
    dated = build_document(
        "dated.txt",
        "Talks on cod\nThey met that day.",
        dates={"that day": "2024-03-04"},
        published="2024-03-04",
    )
    found = event_date(prepare(dated, *undated)[0])
    assert found is not None
    assert found.value == "2024-03-03"


@pytest.mark.parametrize(
    "aside",
    [
        "The bus had left Bergen that evening.",
        "The toll as of that evening was nine.",
        "Two days after the crash, that evening, the road was open.",
    ],
)
def test_days_before_and_after_a_disaster_are_not_its_day(aside: str) -> None:
    text = f"Bus crash near Voss\nA bus fell into the sea that noon. {aside}"
    days: dict[str, str | None] = {"that noon": "2024-03-04", "that evening": "2024-03-03"}
    found = event_date(prepare(build_document("a.txt", text, dates=days))[0], "accident")
    assert found is not None
    assert found.value == "2024-03-04"


def test_days_far_from_publication_and_pages_without_days_leave_the_date_open() -> None:
    old = build_document(
        "old.txt",
        "Talks on cod\nThey met that day.",
        dates={"that day": "2019-03-04"},
        published="2024-03-04",
    )
    assert event_date(prepare(old)[0]) is None
    assert event_date(prepare(page("none.txt", None))[0]) is None


def test_who_took_part_and_who_is_only_background() -> None:
    text = (
        "A day of talks\n"
        "Minister Ada Lorn opened the day. It was long. Nobody left. Lunch was late.\n"
        "“We stay,” said Ole Brun. Ida Falk was seen by Kern. The party Nord Lira paid. The "
        "people of Metro Lira and Quist stayed away. In 1999 Max Grau had left."
    )
    document = build_document(
        "a.txt",
        text,
        people=["Ada Lorn", "Ole Brun", "Ida Falk", "Kern", "Nord Lira", "Quist", "Max Grau"],
        organisations=["Lunch"],
        quotes={"We stay,": "Ole Brun"},
        titles={"Max Grau": Title(0, 1, "minister", None)},
    )
    *rest, last = document.sentences
    document = replace(document, sentences=(*rest, replace(last, is_background=True)))
    prepared = prepare(document)
    assert [p.name for p in event_participants(*prepared)] == [
        "Ada Lorn",
        "Ida Falk",
        "Ole Brun",
    ]
    assert [o.name for o in event_organisations(*prepared)] == ["Lunch"]


def test_what_the_events_own_pages_call_someone_goes_first() -> None:
    here = build_document(
        "here.txt",
        "A day of talks\nThe envoy Ada Lorn spoke.",
        people=["Ada Lorn"],
        titles={"Ada Lorn": Title(0, 1, "envoy", "Norway")},
    )
    others = [
        build_document(
            f"{n}.txt",
            "A day of talks\nThe mayor Ada Lorn spoke to the envoy.",
            people=["Ada Lorn"],
            titles={"Ada Lorn": Title(0, 1, "mayor", None)},
        )
        for n in range(2)
    ]
    sources, entity_of, entities = prepare(here, *others)
    (envoy,) = event_participants(sources[:1], entity_of, entities)
    assert (envoy.role, envoy.country) == ("envoy", "Norway")


@pytest.mark.parametrize(
    ("headline", "language", "kind"),
    [
        ("Court sentences two men", "en", "verdict"),
        ("Tremblement : le séisme a surpris la ville", "fr", "disaster"),
        ("Los ministros firman un acuerdo", "es", "agreement"),
        ("Sturz aus der Wand: drei Tote", "de", "death"),
        ("Unglück mit drei Toten und drei weiteren Toten", "de", "accident"),
        ("Prison for two men", "en", "verdict"),
        ("Something odd", "en", "event"),
    ],
)
def test_the_kind_is_told_by_headline_and_lead(headline: str, language: str, kind: str) -> None:
    page = build_document("a.txt", f"{headline}\nNothing more.", language=language)
    sources, _, _ = prepare(page)
    assert event_kind(sources) == kind


def test_the_day_of_a_statement_is_not_that_of_the_disaster() -> None:
    told = page(
        "told.txt", "2024-03-06", text="Ferry sinks\nTwo sailors died, police said that day."
    )
    seen = page("seen.txt", "2024-03-04", text="Ferry sinks\nTwo sailors died near Voss that day.")
    more = page("more.txt", "2024-03-06", text="Ferry wreck\nTwo died, police said that day.")
    found = event_date(prepare(told, seen, more)[0], "disaster")
    assert found is not None
    assert found.value == "2024-03-04"


def test_where_no_lead_gives_a_day_the_sentence_behind_it_does() -> None:
    text = "Rate held\nThe bank kept its rate. The governor was calm. They met that day."
    found = event_date(prepare(page("a.txt", "2024-03-04", text=text))[0])
    assert found is not None
    assert found.value == "2024-03-04"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A theft\nThe vase was stolen DAY2. Nobody saw it. Police said DAY3 it is.",
            2,
        ),
        ("en", "A theft\nThe vase is gone, police said DAY3. It was stolen on DAY2 at night.", 2),
        ("en", "A deal\nThe firm said on DAY3 it paid more than the close of DAY2 for it.", 3),
        ("en", "A rescue\nThe men, trapped since DAY2, came out on DAY3. They left on DAY3.", 3),
        ("en", "A fire\nA fire killed two in the night of DAY2 to DAY3, it is said.", 3),
        ("de", "Ein Brand\nDas teilte die Polizei DAY3 mit. Es war DAY2 um drei Uhr.", 2),
    ],
)
def test_the_day_is_that_of_the_act(language: str, text: str, expected: int) -> None:
    days: dict[str, str | None] = {f"DAY{n}": f"2024-03-0{n}" for n in (2, 3) if f"DAY{n}" in text}
    document = build_document("a.txt", text, language=language, dates=days)
    found = event_date(prepare(document)[0])
    assert found is not None
    assert found.value == f"2024-03-0{expected}"


def test_firms_that_are_taken_for_people_took_no_part() -> None:
    text = (
        "The paint maker Norquax is sold\nThe paint maker Norquax was sold. Shares in Norquax "
        "rose. Minister Ada Lorn was glad. The engineer Ole Brun, a friend of Norquax, too."
    )
    names = ["Norquax", "Ada Lorn", "Ole Brun"]
    titles = {"Ada Lorn": Title(0, 1, "minister", "Norway")}
    document = build_document("a.txt", text, people=names, titles=titles)
    people = event_participants(*prepare(document))
    assert {p.name for p in people} == {"Ada Lorn", "Ole Brun"}


@pytest.mark.parametrize(
    "thing", ["Cyclone Orla", "Tanker Nord Lira", "Val Quorna", "Fietsenfabrikant Orla"]
)
def test_storms_ships_and_firms_are_nobody(thing: str) -> None:
    text = f"{thing} hits the port\n{thing} came at noon. Minister Ada Lorn was told."
    titles = {"Ada Lorn": Title(0, 1, "minister", "Norway")}
    document = build_document("a.txt", text, people=[thing, "Ada Lorn"], titles=titles)
    assert [p.name for p in event_participants(*prepare(document))] == ["Ada Lorn"]


def test_a_lone_name_that_speaks_without_a_title_may_be_a_firm() -> None:
    text = "Talks on cod\nNorquax said that it would stay. Minister Ada Lorn said nothing."
    titles = {"Ada Lorn": Title(0, 1, "minister", "Norway")}
    document = build_document("a.txt", text, people=["Norquax", "Ada Lorn"], titles=titles)
    assert [p.name for p in event_participants(*prepare(document))] == ["Ada Lorn"]


def test_whose_words_are_quoted_takes_part_even_in_background() -> None:
    text = "Talks on cod\nThey met. It was long. “We stay,” said Ole Brun, a skipper since 1999."
    document = build_document("a.txt", text, people=["Ole Brun"], quotes={"We stay": "Ole Brun"})
    span = Span(*spans_of(text, "Ole Brun")[0])
    quoted = replace(document.quotes[0], speaker_span=span)
    turned = tuple(
        replace(s, is_background="Ole Brun" in text[s.start : s.end]) for s in document.sentences
    )
    told = replace(document, quotes=(quoted,), sentences=turned)
    assert [p.name for p in event_participants(*prepare(told))] == ["Ole Brun"]
    silent = replace(document, quotes=(), sentences=turned)
    assert event_participants(*prepare(silent)) == ()


def test_an_election_is_on_the_day_of_the_vote_and_not_of_the_count() -> None:
    text = (
        "Bloc wins election\nThe bloc won, by results published by the board on DAY3."
        " Voters went to the polls on DAY2."
    )
    document = build_document("a.txt", text, dates={"DAY2": "2024-03-02", "DAY3": "2024-03-03"})
    found = event_date(prepare(document)[0], "election")
    assert found is not None
    assert found.value == "2024-03-02"
    text = "Bloc wins election\nThe bloc won the election of DAY2, by results published today."
    document = build_document("a.txt", text, dates={"DAY2": "2024-03-02"})
    found = event_date(prepare(document)[0], "election")
    assert found is not None
    assert found.value == "2024-03-02"
