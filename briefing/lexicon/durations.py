"""What a length of time says: how long ago or before the end, how often, how old; else how long.

Invariant: only the words right beside the length decide, in eight languages; "il y a 24 ans", "24
years ago" and "vor 24 Jahren" are one, and none of them is a duration of 24 years.
"""

from __future__ import annotations

import re
from enum import StrEnum

from briefing.lexicon.counted import counted_class, is_human
from briefing.lexicon.folding import WORD, fold


class Span(StrEnum):
    """What a length of time is the length of."""

    DURATION = ""
    AGO = "ago"
    EVERY = "each"
    AGE = "age"
    LEFT = "left"


_AGO_BEFORE = re.compile(
    r"(?:\b(?:il y a|voici|hace|vor|há)|قبل)(?: (?:about|environ|quelque|près de|plus de|unos|casi"
    r"|más de|etwa|rund|fast|gut|mehr als|cerca de|quase|mais de)| نحو| حوالي)?\s$",
    re.IGNORECASE,
)
_AGO_AFTER = re.compile(
    r"\s(?:ago|earlier|previously|before|fa|prima|addietro|atrás|antes|geleden|eerder|tevoren"
    r"|plus tôt|auparavant|zuvor|vorher|früher)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\s(?:after|later|on from|après|plus tard|después|más tarde|nach|später|dopo|più tardi"
    r"|depois|mais tarde|após|na|later)\b|\s(?:بعد|من)\s",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\s(?:from (?:time|the end|the whistle)|to go|before the (?:end|whistle)|(?:de|avant) la fin"
    r"|del final|para el final|antes del final|vor (?:Schluss|dem Ende|Ende|Abpfiff)|dalla fine"
    r"|dal termine|al termine|alla fine|do (?:fim|final)|para o fim"
    r"|voor (?:tijd|het (?:einde|eindsignaal)))\b|\s(?:من|قبل) (?:ال)?نهاية",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"(?:\b(?:every|each|tou(?:s|tes) les|cada|alle|jede[nrs]?|ogni|om de|elke|iedere)|كل)\s$",
    re.IGNORECASE,
)
_HAS = {
    "fr": re.compile(r"\b(?:a|avait|ayant|fête|fêtait|j['’]ai|aura)\s$", re.IGNORECASE),
    "es": re.compile(r"\b(?:tiene|tenía|tengo|cumple|cumplió|con)\s$", re.IGNORECASE),
    "it": re.compile(r"\b(?:ha|aveva|ho|compie|compirà)\s$", re.IGNORECASE),
    "pt": re.compile(r"\b(?:tem|tinha|tenho|faz|fez|com)\s$", re.IGNORECASE),
}
"""By language what says in front of years that somebody is so old."""
_GOES_ON = re.compile(r"\s(?:de|di|d['’]|in|fa|que|che)(?:\b|(?<=['’]))", re.IGNORECASE)
_OF = re.compile(r"([^\W\d_]{3,24}),? (?:de |di |d['’])$", re.IGNORECASE)
_MOST_WORDS_BEFORE = 1
_OLDEST = 105


def span_of(before: str, after: str, years: float | None, language: str) -> Span:
    """What a length of time is, by the words of its sentence; `years` where it is one of years."""
    if _EVERY.search(before):
        return Span.EVERY
    if _LEFT.match(after):
        return Span.LEFT
    if _AGO_BEFORE.search(before) or _AGO_AFTER.match(after) or _opens_report(before, after):
        return Span.AGO
    is_age = years is not None and _is_age(before, after, years, language)
    return Span.AGE if is_age else Span.DURATION


def _opens_report(before: str, after: str) -> bool:
    """Whether a sentence opens by saying when it is written: "Two days after the landslide"."""
    is_first = len(WORD.findall(before)) <= _MOST_WORDS_BEFORE
    return is_first and _LATER.match(after) is not None


def _is_age(before: str, after: str, years: float, language: str) -> bool:
    """Whether years are somebody's age: "a 24 ans", "un hombre de 32 años"."""
    if not years.is_integer() or years > _OLDEST:
        return False
    has = _HAS.get(language)
    if has and has.search(before):
        return _GOES_ON.match(after) is None
    owner = _OF.search(before)
    name = counted_class(fold(owner[1])) if owner else None
    return name is not None and is_human(name)
