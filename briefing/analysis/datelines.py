"""The dateline that opens a report: "TOWN (Agency) – ", "Town, 3 May (Agency).- ".

Invariant: a dateline ends before the first word of the report; an opening that only resembles one
is left to the report.
"""

from __future__ import annotations

import re

from briefing.analysis.blocks_stamps import is_agency_credit, stamp_rest
from briefing.lexicon.agencies import agency_named
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.places import PlaceRecord, find_place

_REACH = 100
_SEPARATOR = re.compile(
    r"(?:\)|\w)\s*\.?\s*(?:[–—]|-{1,2}|(?<=\))\s?:|/\s?-)\s*(?=[^\W_]|[«“\"‘'„¿¡])"
)
_OPENED = re.compile(
    r"(?P<place>[^\W\d_][^\n:.،,;()]{1,40})(?:, [^\W\d_][^\n:.،;()]{1,30})?"
    r"(?P<mark>\s?[:.]|\.\s?[–—-]|\s[–—-]{1,2})\s+(?=[^\W_a-z]|[«“\"‘'„¿¡])"
)
"""A town, perhaps its country or a day, and a mark: "TOWN: ", "Town. ", "Town, 3 May – "."""
_SLASHED = re.compile(
    r"(?P<place>[^\n:.،,;()/]{2,50}?)\s?/\s?(?P<agency>[^/\n]{2,30}?)\s?/\s?[–—-]?\s*"
)
_DASHED = re.compile(
    r"(?P<place>[^\n:.،,;()/–—-]{2,40}?)\s?[–—-]\s?(?P<agency>[^\n:.،,;()–—-]{2,30}?)\s?[:–—-]\s+"
)
"""How Arabic pages join a town and an agency: "Town /Agency/ ", "Town - Agency: "."""
_BRACKETS = re.compile(r"\(([^()]{2,50})\)")
_PLACE_WORDS = 5
_REPORT_WORDS = 12
"""What stands behind a town in small letters and a colon is a report, not a title, if so long."""
_CITY = 50_000
"""A town of so many inhabitants is more than the family name that it may be, too."""


def dateline_end(text: str) -> int:
    """Where the report itself begins after its dateline; 0 where it opens without one."""
    if text[:1] > "\u0590":
        for form in (_SLASHED, _DASHED):
            joined = form.match(text[:_REACH])
            if joined and _joins_agency(joined["place"], joined["agency"]):
                return joined.end()
    for match in _SEPARATOR.finditer(text[:_REACH]):
        opening = text[: match.start() + 1]
        if _is_spaced(match.group()) and _is_dateline(opening):
            return match.end()
    return _town_end(text)


def _town_end(text: str) -> int:
    """Where the report begins after a known town and a mark alone.

    Any word may stand before such a mark ("Update: ", "Why. "), so only a town that the table of
    places knows is one; a Latin script that does not shout it needs a city and behind a colon,
    which titles have too ("Reading: a history"), a sentence.
    """
    match = _OPENED.match(text[:_REACH])
    if match is None:
        return 0
    words = match["place"].strip()
    place = _town_named(words)
    if place is None or not all(map(_is_raised, words.split())):
        return 0
    is_plain = not words.isupper() and words[0].isascii()
    is_title = ":" in match["mark"] and not _is_report(text[match.end() :])
    return 0 if is_plain and (is_title or place.population < _CITY) else match.end()


def _town_named(words: str) -> PlaceRecord | None:
    """The town that the words name, of two joined by a slash the first."""
    place = find_place(words.split("/", maxsplit=1)[0].strip())
    return place if place is not None and place.kind != "country" else None


def _is_report(text: str) -> bool:
    return len(text.split(maxsplit=_REPORT_WORDS)) >= _REPORT_WORDS


def _joins_agency(place: str, agency: str) -> bool:
    """A place of a few words, perhaps with a day, before an agency's name."""
    is_short = len(place.split()) <= _PLACE_WORDS + 3 * bool(stamp_rest(place))
    is_known = is_agency_credit(agency) or agency_named(agency) is not None
    has_town = len(agency.split()) == 1 and _town_named(place) is not None
    return is_short and (is_known or has_town)


def _is_raised(word: str) -> bool:
    return not word[0].islower() or word in _PARTICLES


def dateline_agency(opening: str) -> str | None:
    """The agency that a dateline credits, in brackets or between commas and slashes."""
    brackets = _BRACKETS.findall(opening)
    parts = [p for words in [*brackets, opening] for p in re.split(r"[/,|+&;()–—-]", words)]
    return next((name for part in parts if (name := agency_named(part.strip(" .")))), None)


def _is_spaced(separator: str) -> bool:
    """A hyphen inside a word is no separator."""
    return bool(re.search(r"\s|[.)]|[–—]|--", separator[1:] or separator)) or ")" in separator


def _is_dateline(opening: str) -> bool:
    brackets = _BRACKETS.findall(opening)
    place = _BRACKETS.sub("", opening).strip(" .,-–—")
    has_agency = any(is_agency_credit(words) for words in brackets) or bool(
        dateline_agency(opening)
    )
    words = place.replace(",", " ").split()
    if len(words) > _PLACE_WORDS + 3 * bool(stamp_rest(place)) or not place:
        return False
    # Scripts without capitals cannot shout: there the agency alone tells.
    is_shouted = place.isupper() and not re.search(r"\d", place) and len(place) > 2  # noqa: PLR2004 a code is no town
    has_place = all(w[:1].isupper() or not w[:1].islower() or w in _PARTICLES for w in words)
    if has_agency:
        return has_place or bool(stamp_rest(place))
    shouted_first = words[0].isupper() and len(words[0]) > 2  # noqa: PLR2004 as above
    town, _, land = place.partition(", ")
    is_town_of_land = town.isupper() and len(town) > 2 and is_country_name(land)  # noqa: PLR2004 as above
    is_dated = bool(stamp_rest(place)) and (shouted_first or _town_named(town) is not None)
    return is_shouted or is_town_of_land or is_dated


_PARTICLES = {
    "de",
    "del",
    "la",
    "le",
    "el",
    "los",
    "las",
    "am",
    "an",
    "der",
    "sur",
    "di",
    "do",
    "da",
    "and",
    "et",
    "y",
}
