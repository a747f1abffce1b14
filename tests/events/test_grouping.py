"""Grouping on small made-up corpora: who met whom, where and when."""

from __future__ import annotations

import random

import pytest

from briefing.entities.resolve import resolve_entities
from briefing.events.grouping import Grouping, group_events, short_name, shorten
from briefing.model import Correction, CorrectionKind, Document, Entity, Label, Title
from tests.builders import build_document

MINISTER = Title(0, 8, "fisheries minister", "Iceland")
FIRST_ENGLISH = build_document(
    "first-en.txt",
    "Iceland and Norway sign cod pact\n"
    "Fisheries Minister Birna Olsen met her Norwegian counterpart, Kjell Aasen, on Monday in "
    "Reykjavik. They signed a pact on cod. “The cod will stay,” Olsen said. The pact covers "
    "four zones and 300 boats. Aasen praised it.",
    people=["Birna Olsen", "Olsen", "Kjell Aasen", "Aasen"],
    places=["Reykjavik", "Iceland", "Norway"],
    titles={"Birna Olsen": MINISTER},
    dates={"Monday": "2024-03-04"},
    published="2024-03-04",
    quotes={"The cod will stay,": "Olsen"},
)
FIRST_FRENCH = build_document(
    "first-fr.txt",
    "Islande et Norvège : un pacte sur le cabillaud\n"
    "La ministre de la Pêche, Birna Olsen, a rencontré lundi à Reykjavik le Norvégien Kjell "
    "Aasen. Ils ont signé un pacte sur le cabillaud. Le pacte couvre 300 bateaux. Mme Olsen a "
    "parlé de quatre zones.",
    language="fr",
    people=["Birna Olsen", "Olsen", "Kjell Aasen"],
    places=["Reykjavik", "Islande", "Norvège"],
    dates={"lundi": "2024-03-04"},
    published="2024-03-04",
)
OTHER_GUEST = build_document(
    "guest.txt",
    "Denmark and Iceland agree on ferries\n"
    "Fisheries Minister Birna Olsen received her Danish counterpart, Mette Dahl, on Monday in "
    "Reykjavik. The two ministers agreed to run a ferry to Esbjerg from June. Dahl thanked the "
    "harbour authority for its patience.",
    people=["Birna Olsen", "Mette Dahl", "Dahl"],
    places=["Reykjavik", "Iceland", "Denmark"],
    titles={"Birna Olsen": MINISTER, "Mette Dahl": Title(0, 7, "fisheries minister", "Denmark")},
    dates={"Monday": "2024-03-04"},
    published="2024-03-04",
)
LATER = build_document(
    "later.txt",
    "Iceland and Norway meet again on cod\n"
    "Birna Olsen and Kjell Aasen met for the second time on Wednesday in Reykjavik. They signed "
    "a declaration on trawlers. Aasen promised 20 inspectors.",
    people=["Birna Olsen", "Kjell Aasen", "Aasen"],
    places=["Reykjavik", "Iceland", "Norway"],
    dates={"Wednesday": "2024-10-09"},
    published="2024-10-09",
)
CORPUS = [FIRST_ENGLISH, FIRST_FRENCH, OTHER_GUEST, LATER]


def group(documents: list[Document]) -> Grouping:
    return group_events(documents, resolve_entities(documents))


def clusters(grouping: Grouping) -> list[tuple[str, ...]]:
    return sorted(e.articles for e in grouping.events)


def test_one_meeting_in_two_languages_is_one_event_and_other_meetings_are_others() -> None:
    assert clusters(group(CORPUS)) == [
        ("first-en.txt", "first-fr.txt"),
        ("guest.txt",),
        ("later.txt",),
    ]


def test_an_event_knows_who_when_where_and_what_kind() -> None:
    (event,) = [e for e in group(CORPUS).events if len(e.articles) > 1]
    assert event.date is not None
    assert event.date.value == "2024-03-04"
    assert (event.place.city, event.place.country) == ("Reykjavík", "Iceland")
    assert {p.name for p in event.participants} == {"Birna Olsen", "Kjell Aasen"}
    assert event.kind in {"meeting", "agreement"}
    assert event.label == f"Olsen–Aasen {event.kind}, Reykjavík"
    assert all(c.article in event.articles for c in event.place.citations)


def test_evidence_says_why_in_words() -> None:
    (event,) = [e for e in group(CORPUS).events if len(e.articles) > 1]
    inside = next(s for s in event.evidence if {s.left, s.right} == set(event.articles))
    reasons = " · ".join(e.words for e in inside.evidence)
    assert "Birna Olsen and Kjell Aasen" in reasons
    assert "Reykjavík" in reasons
    outside = [s for s in event.evidence if {s.left, s.right} != set(event.articles)]
    assert any("Mette Dahl there" in e.words for s in outside for e in s.evidence)


def test_the_result_does_not_depend_on_order_or_file_names() -> None:
    expected = group(CORPUS)
    for seed in range(4):
        shuffled = random.Random(seed).sample(CORPUS, len(CORPUS))
        assert group(shuffled) == expected
    renamed = [
        build_document(f"{n}.txt", d.article.text) for n, d in enumerate([FIRST_ENGLISH, LATER])
    ]
    assert {e.id for e in group(renamed).events} < {e.id for e in expected.events}


def test_ids_stay_when_a_later_page_joins() -> None:
    before = {e.articles: e.id for e in group([FIRST_ENGLISH, LATER]).events}
    after = {e.articles: e.id for e in group(CORPUS).events}
    assert before["first-en.txt",] in after.values()
    assert before["later.txt",] == after["later.txt",]


def test_meetings_of_one_pair_make_a_storyline_in_time_order() -> None:
    grouping = group(CORPUS)
    days = {e.id: e.date.value if e.date else "" for e in grouping.events}
    series = [s for s in grouping.storylines if len(s.events) > 1]
    assert series
    assert all([days[e] for e in s.events] == sorted(days[e] for e in s.events) for s in series)
    assert {e.storyline for e in grouping.events if len(e.articles) > 1} == {series[0].id}


def test_copies_of_one_text_are_one_event() -> None:
    copies = [build_document(f"{n}.txt", FIRST_ENGLISH.article.text) for n in range(3)]
    assert clusters(group(copies)) == [("0.txt", "1.txt", "2.txt")]


@pytest.mark.parametrize("documents", [[], [FIRST_FRENCH]])
def test_corpora_without_pairs_are_grouped_too(documents: list[Document]) -> None:
    assert clusters(group(documents)) == [(d.article.id,) for d in documents]


def test_a_long_headline_is_cut_at_a_word() -> None:
    assert shorten("one two three", 9) == "one two…"
    assert shorten("one two", 9) == "one two"


@pytest.mark.parametrize(
    ("name", "variants", "short"),
    [
        ("Birna Olsen", ("Olsen",), "Olsen"),
        ("Birna Olsen", (), "Olsen"),
        ("Joris van der Loo", (), "van der Loo"),
        ("Joris van der Loo", ("Loo",), "van der Loo"),
        ("Van der Loo", (), "Van der Loo"),
        ("Ben Stone", (), "Stone"),
        ("Salem bin Nasser al-Harthi", ("Al-Harthi",), "al-Harthi"),
        ("Lucía Prado Quiroga", ("Prado",), "Prado"),
        ("Lucía Prado Quiroga", ("Lucía Prado",), "Prado"),
        ("Helena Couto Ramos", ("Couto", "Couto Ramos"), "Couto Ramos"),
        ("Rui dos Santos", (), "dos Santos"),
        ("Pelka", (), "Pelka"),
    ],
)
def test_a_label_calls_people_by_a_whole_surname(
    name: str, variants: tuple[str, ...], short: str
) -> None:
    assert short_name(Entity("e", name, Label.PER, (name, *variants), None, None, ())) == short


def test_an_event_is_called_as_its_reports_call_it_not_as_its_announcement() -> None:
    announced = build_document(
        "a-before.txt",
        "Reykjavík awaits its harbour race\nThe race is to start in Reykjavík on 4 March 2024.",
        places=["Reykjavík"],
        dates={"4 March 2024": "2024-03-04"},
        published="2024-03-02",
    )
    told = build_document(
        "b-after.txt",
        "Four boats finish the race\nFour boats finished the race in Reykjavík on 4 March 2024.",
        places=["Reykjavík"],
        dates={"4 March 2024": "2024-03-04"},
        published="2024-03-05",
    )
    shas = tuple(sorted(d.article.sha256 for d in (announced, told)))
    together = [Correction(CorrectionKind.TOGETHER, shas)]
    documents = [announced, told]
    (event,) = group_events(documents, resolve_entities(documents), corrections=together).events
    assert event.label == "Four boats finish the race"
    assert event.id == f"e-{announced.article.sha256[:8]}"
