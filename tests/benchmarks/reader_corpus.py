"""A large corpus already analysed, for the reader's benchmarks, made without the entity model.

Invariant: pages, analyses and grouping go through the program's own pipeline and cache, so that the
program finds under its own keys what is kept here; only who reads a page and who groups are
stand-ins, since the real ones would take an hour over ten thousand pages.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from unittest import mock

from briefing import pipeline
from briefing.config import Settings
from briefing.model import (
    Article,
    Block,
    BlockKind,
    Citation,
    DateMention,
    Document,
    Entity,
    Event,
    EventDate,
    Evidence,
    Figure,
    Label,
    Mention,
    PairScore,
    Participant,
    Place,
    Sentence,
    Storyline,
)
from briefing.store.cache import StoredGrouping
from tests.benchmarks.corpus import invent_name

PER_EVENT = 3
"""Articles that report one event, each in another language."""
PER_STORYLINE = 5
"""Events of one storyline; every second event stands alone."""

_LANGUAGES = ("en", "fr", "es")
_CITIES = "Oslo Madrid Lisbon Vienna Nairobi Ottawa Lima Tunis Hanoi Accra Quito Doha".split()
_OPENINGS = (
    "{one} and {two} signed an agreement on ports in {city}",
    "{one} et {two} signent un accord sur les ports à {city}",
    "{one} y {two} firman un acuerdo sobre los puertos en {city}",
)
_SAYINGS = (
    (
        "{one} said that the work on the line in {city} would cost {sum} million euros.",
        "People of the town had waited for years for what {two} promised them on {day}.",
        "The council asked for more time, since {sum} families live beside the new harbour.",
    ),
    (
        "{one} a déclaré que les travaux de la ligne à {city} coûteraient {sum} million euros.",
        "Les habitants attendaient depuis des années ce que {two} leur a promis le {day}.",
        "Le conseil demande plus de temps, car {sum} familles vivent à côté du nouveau port.",
    ),
    (
        "{one} dijo que las obras de la línea en {city} costarían {sum} million euros.",
        "Los vecinos esperaban desde hace años lo que {two} les prometió el {day}.",
        "El consejo pide más tiempo, pues {sum} familias viven al lado del nuevo puerto.",
    ),
)
_PARAGRAPHS = 7
_SENTENCE = re.compile(r"\S[^\n]*?(?:\.(?=\s|$)|$)", re.MULTILINE)
_NAME = re.compile(rf"\b[A-Z]\w+ [A-Z]\w+\b|\b(?:{'|'.join(_CITIES)})\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SUM = re.compile(r"\b(\d+) (?:million euros|familles|families|familias)")


def fill(folder: Path, count: int) -> None:
    """Write so many pages below `folder` and analyse them, with cache and workspace beside them."""
    pages = folder / "pages"
    pages.mkdir()
    for number in range(count):
        (pages / page_name(number)).write_text(_page(number), encoding="utf-8")
    settings = Settings(cache=str(folder / "cache"), workspace=str(folder / "work"), jobs=1)
    with (
        mock.patch("briefing.analysing.load_tagger", return_value=None),
        mock.patch("briefing.analysing.analyse_article", _read),
        mock.patch("briefing.pipeline._group", _group),
    ):
        pipeline.open_corpus([str(pages)], settings)


def page_name(number: int) -> str:
    """What the file of a page is called; the pages of an event come one after the other."""
    return f"p{number:06}.txt"


def _page(number: int) -> str:
    """About 250 words; the pages of one event tell of the same people, place and day."""
    event, language = divmod(number, PER_EVENT)
    draw = random.Random(event)
    facts: dict[str, object] = {
        "one": f"{invent_name(draw)} {invent_name(draw)}",
        "two": f"{invent_name(draw)} {invent_name(draw)}",
        "city": draw.choice(_CITIES),
        "day": f"2024-{event * 12 % 11 + 1:02}-{event % 28 + 1:02}",
        "sum": draw.randrange(20, 900),
    }
    draw = random.Random(-number)
    lines = [_OPENINGS[language].format(**facts)]
    for _ in range(_PARAGRAPHS):
        facts |= {"sum": draw.randrange(20, 900)}
        lines.append(" ".join(saying.format(**facts) for saying in _SAYINGS[language]))
    return "\n\n".join(lines) + "\n"


def _read(article: Article, tagger: object) -> Document:
    """What the analysis would find in so plain a page."""
    del tagger
    text, number = article.text, int(article.id[1:7])
    language = _LANGUAGES[number % PER_EVENT]
    kinds = (BlockKind.HEADLINE, BlockKind.BODY)
    blocks = tuple(
        Block(m.start(), m.end(), kinds[n > 0], language)
        for n, m in enumerate(re.finditer(r"[^\n]+", text))
    )
    sentences = tuple(
        Sentence(b.start + m.start(), b.start + m.end(), b.kind, language)
        for b in blocks
        for m in _SENTENCE.finditer(text[b.start : b.end])
    )
    published = next(iter(_DAY.findall(text)), None)
    whole = replace(
        article,
        source=f"Outlet {number % 40}",
        headline=text.partition("\n")[0],
        published=published,
        language=language,
        blocks=blocks,
    )
    return Document(
        whole, sentences, tuple(_mentions(text)), _dates(text), _figures(text), (), "0 bench-1"
    )


def _mentions(text: str) -> Iterator[Mention]:
    for match in _NAME.finditer(text):
        label = Label.PER if " " in match.group() else Label.LOC
        yield Mention(match.start(), match.end(), match.group(), label)


def _dates(text: str) -> tuple[DateMention, ...]:
    found = _DAY.finditer(text)
    return tuple(DateMention(m.start(), m.end(), m.group(), m.group()) for m in found)


def _figures(text: str) -> tuple[Figure, ...]:
    found = _SUM.finditer(text)
    return tuple(Figure(m.start(), m.end(), m.group(), float(m[1]), "EUR") for m in found)


def _group(documents: Sequence[Document], *_: object) -> StoredGrouping:
    """Each run of pages is an event, by construction."""
    places: defaultdict[tuple[str, Label], list[Citation]] = defaultdict(list)
    for document in documents:
        for m in document.mentions:
            places[m.text, m.label].append(Citation(document.article.id, m.start, m.end))
    entities = {
        key: Entity(f"e{n}", key[0], key[1], (key[0],), None, None, tuple(found))
        for n, (key, found) in enumerate(sorted(places.items()))
    }
    runs = [documents[n : n + PER_EVENT] for n in range(0, len(documents), PER_EVENT)]
    events = [_event(number, run, entities) for number, run in enumerate(runs)]
    storylines = [
        Storyline(f"s{n}", f"Ports {n}", tuple(e.id for e in events[n : n + PER_STORYLINE]))
        for n in range(0, len(events), 2 * PER_STORYLINE)
        if len(events[n : n + PER_STORYLINE]) > 1
    ]
    owner = {event: line.id for line in storylines for event in line.events}
    grouped = [replace(e, storyline=owner.get(e.id)) for e in events]
    grouped.sort(key=lambda e: (e.date.value if e.date else "", e.id))
    return StoredGrouping(tuple(entities.values()), tuple(grouped), tuple(storylines))


def _event(
    number: int, run: Sequence[Document], entities: dict[tuple[str, Label], Entity]
) -> Event:
    first = run[0]
    people = dict.fromkeys(m.text for m in first.mentions if m.label is Label.PER)
    taking_part = tuple(
        Participant(name, None, None, entities[name, Label.PER].id) for name in people
    )
    city = next(m.text for m in first.mentions if m.label is Label.LOC)
    ids = tuple(d.article.id for d in run)
    evidence = tuple(
        PairScore(ids[0], other, 0.97, (Evidence("people", 2.0, f"both name {min(people)}"),))
        for other in ids[1:]
    )
    label = f"{first.article.headline} ({number})"
    date = EventDate(first.article.published or "")
    return Event(
        f"ev{number:05}", label, "signing", date, Place(city), taking_part, (), ids, None, evidence
    )


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
