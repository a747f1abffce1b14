"""Days that names are made of: "Cooperativa 12 de Agosto", "Platz des 18. März".

Invariant: a day is part of a name only right behind a noun of bodies, streets or places, and
without a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.lexicon.calendar import calendar_words
from briefing.lexicon.folding import fold

_BODIES = frozenset(
    fold(word)
    for word in (
        "cooperativa minera movimiento club escuela colegio universidad instituto batallón brigada"
        " frente asociación comunidad sindicato liceo movimento escola liga mouvement lycée brigade"
        " bewegung beweging movement cooperative battalion كتيبة لواء حزب حركة جامعة"
    ).split()
)
_PLACES = frozenset(
    fold(word)
    for word in (
        "barrio plaza avenida calle estadio hospital villa puente parque mercado mina urbanización"
        " colonia teatro autopista praça rua ponte bairro largo via piazza viale corso stadio place"
        " rue avenue boulevard pont stade quai square hôpital straße platz brücke allee plein"
        " straat laan brug street bridge park stadium جسر شارع ساحة ميدان مدينة مستشفى ملعب"
    ).split()
)
_HEADS = _BODIES | _PLACES
_LINKS = frozenset("du des del of".split())
_DAY = re.compile(r"\b\d{1,2}(?:º|°|er|\.)?(?:[ -](?:de|di|do|of))?[ -]([^\W\d_]{3,12})\b")
_YEAR = re.compile(r",? (?:de |del |do )?\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 60
_MOST_WORDS = 3


class NamedDay(NamedTuple):
    """The range of a name that holds a day, and whether it is a body's rather than a place's."""

    start: int
    end: int
    is_body: bool


def named_days(text: str, start: int, end: int) -> Iterator[NamedDay]:
    """The names of a line that hold a day, with the capitalised noun that they open with."""
    for day in _DAY.finditer(text, start, end):
        # Romance languages write months small in dates, and with a capital in names.
        if fold(day[1]) not in calendar_words() or not day[1][0].isupper():
            continue
        head = head_of_day(text, start, day.start())
        after = _WORD.match(text, day.end() + 1, end)
        is_followed = after is not None and fold(after.group()) in _BODIES
        if _YEAR.match(text, day.end(), end) or (head is None and not is_followed):
            continue
        first = head.start() if head and head.group()[0].isupper() else day.start()
        is_body = head is None or fold(head.group()) in _BODIES
        yield NamedDay(first, day.end(), is_body)


def head_of_day(text: str, floor: int, start: int) -> re.Match[str] | None:
    """The noun of bodies, streets or places before a day, but for capitalised words between."""
    floor = max(floor, start - _REACH)
    words = list(_WORD.finditer(text, floor, start))
    edge = start
    for at in range(len(words) - 1, max(-1, len(words) - 2 - _MOST_WORDS), -1):
        word = words[at]
        key = fold(word.group())
        if text[word.end() : edge] not in {" ", "-"}:
            return None
        if key in _HEADS:
            before = words[at - 1] if at else None
            is_longer = before is not None and text[before.end() : word.start()] == " "
            is_name = is_longer and before is not None and before.group()[0].isupper()
            is_head = is_name and before is not None and fold(before.group()) in _HEADS
            return before if is_head and word.group()[0].isupper() else word
        is_link = key in _LINKS and edge == start
        if not is_link and (not word.group()[0].isupper() or key in calendar_words()):
            return None
        edge = word.start()
    return None
