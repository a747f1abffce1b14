"""Offices that stand for people, on made-up pages in several languages."""

from __future__ import annotations

import pytest

from briefing.entities.references import resolve_references
from briefing.entities.resolve import resolve_entities
from briefing.model import Document, Event, Place, Title
from tests.builders import build_document
from tests.entities.pages import title

HOST = "Ada Lorn"


def doc(
    name: str, text: str, titles: dict[str, Title], language: str = "en", **names: list[str]
) -> Document:
    people = [*titles, *names.get("people", [])]
    return build_document(f"{name}.txt", text, language=language, people=people, titles=titles)


def event(*articles: str) -> Event:
    return Event("e1", "Talks", "meeting", None, Place(), (), (), articles)


def references(*documents: Document, events: tuple[Event, ...] = ()) -> list[tuple[str, str]]:
    """Whom each reference means, with its words, in page order."""
    texts = {d.article.id: d.article.text for d in documents}
    found = resolve_references(documents, resolve_entities(documents), events)
    cited = sorted((c, e.name) for e in found for c in e.references)
    return [(name, texts[c.article][c.start : c.end]) for c, name in cited]


LATER = [
    ("en", "Norway’s interior minister, Ada Lorn, came. The interior minister left.",
     "Norway’s interior minister", "interior minister"),
    ("fr", "La ministre norvégienne de l’Intérieur, Ada Lorn. La ministre de l’Intérieur part.",
     "ministre norvégienne de l’Intérieur",
     "ministre de l’Intérieur"),
    ("es", "La ministra noruega del Interior, Ada Lorn, vino. La ministra salió.",
     "ministra noruega del Interior", "ministra"),
    ("de", "Norwegens Innenministerin Ada Lorn kam. Die norwegische Innenministerin ging.",
     "Norwegens Innenministerin", "norwegische Innenministerin"),
    ("it", "La ministra dell’Interno norvegese, Ada Lorn, viene. La ministra dell’Interno va.",
     "ministra dell’Interno norvegese", "ministra dell’Interno"),
    ("pt", "A ministra do Interior da Noruega, Ada Lorn, veio. A ministra do Interior saiu.",
     "ministra do Interior da Noruega", "ministra do Interior"),
    ("nl", "De Noorse minister van Justitie, Ada Lorn, kwam. De minister van Justitie ging.",
     "Noorse minister van Justitie",
     "minister van Justitie"),
    ("ar", "وصلت وزيرة الداخلية النرويجية Ada Lorn اليوم. وقالت الوزيرة ذلك.",
     "وزيرة الداخلية النرويجية", "الوزيرة"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "later"), LATER, ids=[x[0] for x in LATER])
def test_an_office_means_the_bearer_whom_the_page_names(
    language: str, text: str, words: str, later: str
) -> None:
    whole = f"News\n{text}"
    role = "justice minister" if language == "nl" else "interior minister"
    titles = {HOST: title(whole, words, role, "Norway")}
    assert references(doc("a", whole, titles, language)) == [(HOST, later)]


def test_of_two_bearers_the_country_tells() -> None:
    text = (
        "News\nNorway’s interior minister, Ada Lorn, met Peru’s interior minister, Ivo Tamm. "
        "The interior minister spoke. The Norwegian minister left."
    )
    titles = {
        HOST: title(text, "Norway’s interior minister", "interior minister", "Norway"),
        "Ivo Tamm": title(text, "Peru’s interior minister", "interior minister", "Peru"),
    }
    assert references(doc("a", text, titles)) == [(HOST, "Norwegian minister")]


@pytest.mark.parametrize(
    "rest",
    [
        "A minister left.",
        "The defence minister left.",
        "The interior minister of Peru left.",
        "Ministers left.",
        "The interior minister, Rolf Morse, left.",
        "His counterpart left.",
    ],
)
def test_what_names_somebody_else_or_nobody_is_no_reference(rest: str) -> None:
    text = f"News\nNorway’s interior minister, Ada Lorn, came. {rest}"
    titles = {HOST: title(text, "Norway’s interior minister", "interior minister", "Norway")}
    extra = ["Rolf Morse"] if "Rolf" in rest else []
    assert references(doc("a", text, titles, people=extra)) == []


def test_a_bare_office_before_the_name_means_nobody_yet() -> None:
    text = "News\nThe minister left. Then Norway’s interior minister, Ada Lorn, came."
    titles = {HOST: title(text, "Norway’s interior minister", "interior minister", "Norway")}
    assert references(doc("a", text, titles)) == []


def test_another_page_of_the_event_may_name_the_bearer() -> None:
    first = "News\nNorway’s interior minister, Ada Lorn, came."
    titles = {HOST: title(first, "Norway’s interior minister", "interior minister", "Norway")}
    second = "Nouvelles\nLa ministre norvégienne de l’Intérieur est venue. La ministre a parlé."
    pages = (doc("a", first, titles), doc("b", second, {}, "fr"))
    assert references(*pages) == []
    assert references(*pages, events=(event("a.txt", "b.txt"),)) == [
        (HOST, "ministre norvégienne de l’Intérieur")
    ]


def test_references_are_apart_from_mentions_and_titles() -> None:
    text = "News\nNorway’s interior minister, Ada Lorn, came. The interior minister left."
    titles = {HOST: title(text, "Norway’s interior minister", "interior minister", "Norway")}
    document = doc("a", text, titles)
    entities = resolve_entities([document])
    (before,) = [e for e in entities if e.name == HOST]
    (after,) = [e for e in resolve_references([document], entities, ()) if e.name == HOST]
    assert after.mentions == before.mentions
    taken = [*after.mentions, *after.titles]
    assert all(r.start >= t.end or r.end <= t.start for r in after.references for t in taken)
