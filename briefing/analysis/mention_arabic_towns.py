"""Arabic towns that the tagger left out: told by what leads to a town, a country or a neighbour.

Invariant: a town is one that the table of places knows; a word that has another meaning behind
"in" is none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from briefing.analysis.mention_edges import words_of_line
from briefing.lexicon.arabic_heads import CAPITALS_OF_COUNTRIES, COMMON_TOWNS
from briefing.lexicon.countries import country_named, is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.name_words import ARABIC_PLACE_LEADS, PLACE_HEADS
from briefing.lexicon.places import PlaceRecord, find_place, is_place_name
from briefing.model import Label, Mention

_CITY, _TOWN, _SMALL = 100_000, 50_000, 15_000
_LEAST = 4
_IN = "في"
_AND = "و"
_CITY_OF = frozenset({"مدينة", "بمدينة"})
_BETWEEN = "بين"
_ARTICLE = "ال"


def arabic_towns(text: str, start: int, end: int) -> Iterator[Mention]:
    """The towns of a line by what stands beside them, in order."""
    words = words_of_line(text, start, end)
    for at, (lead, word) in enumerate(itertools.pairwise(words)):
        if text[lead.end() : word.start()] != " ":
            continue
        after = words[at + 2 : at + 4]
        first = lead.start() if _is_city_of(lead.group(), word.group()) else None
        if first is not None:
            yield Mention(first, word.end(), text[first : word.end()], Label.LOC)
        elif _is_led(lead.group(), word.group()) or _lies_in(text, word, after):
            yield Mention(word.start(), word.end(), word.group(), Label.LOC)
        elif _is_neighbour(lead.group(), word.group()):
            yield Mention(word.start() + 1, word.end(), word.group()[1:], Label.LOC)


def _is_city_of(lead: str, word: str) -> bool:
    return lead in _CITY_OF and fold(word) in CAPITALS_OF_COUNTRIES


def _is_led(lead: str, word: str) -> bool:
    if fold(lead) not in ARABIC_PLACE_LEADS or len(word) < _LEAST:
        return False
    is_common = fold(word) in PLACE_HEADS or fold(word) in COMMON_TOWNS
    least = _CITY if lead == _IN else _TOWN
    return not is_common and _is_town(find_place(word), least) and _is_exact(word)


def _is_exact(word: str) -> bool:
    """With the article only as the table writes it: "in the paper" is no town."""
    return not word.startswith(_ARTICLE) or is_place_name(word)


def _lies_in(text: str, word: re.Match[str], after: tuple[re.Match[str], ...]) -> bool:
    """Whether "in" and the country of the town follow: "… in Bahrain"."""
    if len(after) < 2 or after[0].group() != _IN or text[word.end()] != " ":  # noqa: PLR2004 "in" and a country
        return False
    name = word.group()
    place = find_place(name) if is_place_name(name) and is_country_name(after[1].group()) else None
    return _is_town(place, _SMALL) and country_named(after[1].group()) == (place and place.country)


def _is_neighbour(lead: str, word: str) -> bool:
    """Whether a town follows a town with "and": "between … and …"."""
    name = word[1:]
    if word[0] != _AND or len(name) < _LEAST or not (is_place_name(name) and is_place_name(lead)):
        return False
    return (
        not is_country_name(name) and _is_town(find_place(name), _CITY) and not is_place_name(word)
    )


def _is_town(place: PlaceRecord | None, least: int) -> bool:
    return place is not None and place.kind == "city" and place.population >= least
