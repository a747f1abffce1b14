"""Repairs of single mentions: edges, titles, demonyms, heads, countries, acronyms.

Invariant: a repair looks at the line around a mention only; it returns mentions sorted and not
overlapping, given such.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.analysis.mention_abroad import with_places_abroad
from briefing.analysis.mention_acronyms import acronym_names
from briefing.analysis.mention_arabic_line import with_arabic_names
from briefing.analysis.mention_bodies import (
    called,
    called_by_days,
    firms,
    german_bodies,
    known_bodies,
    movements,
    services,
)
from briefing.analysis.mention_edges import (
    WORD,
    Line,
    follows_office,
    is_demonym,
    name_openers,
    resized,
    trim,
    words_of_line,
)
from briefing.analysis.mention_growth import grown
from briefing.analysis.mention_held import held_names
from briefing.analysis.mention_laying import fill, overlay
from briefing.analysis.mention_places import (
    country_names,
    end_of_city,
    is_sizeable_place,
    place_names,
    places_among_people,
)
from briefing.lexicon import name_words as lex
from briefing.lexicon.arabic_heads import PEOPLES
from briefing.lexicon.countries import country_named, is_country_name
from briefing.lexicon.countries_abroad import is_abroad
from briefing.lexicon.folding import fold
from briefing.lexicon.matches import CONTESTS
from briefing.lexicon.no_names import CALLS, is_german_noun
from briefing.lexicon.places import find_place
from briefing.model import Label, Mention

_ACRONYM_ALONE = re.compile(r"[A-Z]{3,8}")
_PAIR = re.compile(r"([A-Z]{3,8})[-/]([A-Z]{3,8})")
_NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
_REACH = 120
_LONGEST_NAME = 8
_LONGEST_PERSON = 3
_SURNAME = 10
"""A German word of one part that is shorter may be a surname, whatever it ends in."""
_SURE_BODY = 3
"""So many words of a known body are no part of a longer name."""
_OFFICE_WORDS = 8
_NONE: frozenset[str] = frozenset()
_HEADS = lex.OPENING_BODY_HEADS.union(
    lex.OPENING_PLACE_HEADS, lex.SMALL_PLACE_HEADS, lex.CAPITAL_PLACE_HEADS
)


def repair(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """All repairs, each line on its own."""
    parted = split_brackets(text, mentions)
    trimmed = [fixed for m in parted if (fixed := trim(text, m)) is not None]
    named = [relabel_by_head(m) for m in trimmed if not is_no_name(text, m)]
    named = [relabel_by_office(text, m) for m in places_among_people(text, lines, named)]
    led = [list(called(text, *line)) for line in lines]
    named = relabel_by_nouns(text, [m for found in led for m in found], named)
    words = frozenset(WORD.findall(text))
    repaired: list[Mention] = []
    for line, found in zip(lines, led, strict=True):
        first = bisect_left(named, line.start, key=lambda m: m.start)
        last = bisect_left(named, line.end, key=lambda m: m.start)
        repaired += _repair_line(text, line, named[first:last], found, words)
    return tuple(split_pairs(text, repaired))


def _repair_line(
    text: str,
    line: Line,
    mentions: Sequence[Mention],
    led: Sequence[Mention],
    words: Collection[str],
) -> list[Mention]:
    if line.language == "de":
        mentions = [m for m in mentions if not _is_noun(m)]
    kept = overlay(mentions, headed_names(text, line.start, line.end, mentions))
    kept = overlay(kept, longer_bodies(text, line.start, line.end, kept))
    kept = overlay(kept, grown(text, line.end, line.language, kept))
    kept = overlay(kept, firms(text, line.start, line.end))
    kept = fill(kept, movements(text, *line))
    kept = overlay(kept, called_by_days(text, line.start, line.end))
    kept = fill(kept, held_names(text, *line, kept))
    kept = fill(kept, services(text, line.start, line.end, line.language))
    marked = {m.start for m in kept}
    kept = fill(kept, (m for m in led if m.start not in marked))
    known = list(known_bodies(text, line.start, line.end))
    kept = overlay(kept, iter(known), may_cut=False)
    kept = overlay(kept, (m for m in known if len(m.text.split()) >= _SURE_BODY))
    if line.language == "de":
        kept = overlay(kept, german_bodies(text, line.start, line.end), may_cut=False)
    kept = overlay(kept, acronym_names(text, line.start, line.end, kept))
    countries = list(country_names(text, line.start, line.end))
    kept = overlay(kept, iter(m for m in countries if " " in m.text), may_cut=False)
    kept = fill(kept, iter(countries))
    if line.language == "ar":
        return with_arabic_names(text, line.start, line.end, kept, words)
    if is_abroad(line.language):
        kept = with_places_abroad(text, line, kept)
    if line.language in _NOUNS_IN_CAPITALS:
        return kept
    return fill(kept, place_names(text, line.start, line.end, words))


def is_no_name(text: str, mention: Mention) -> bool:
    """Whether a mention is a demonym, an office or portfolio, or has no letters."""
    words = WORD.findall(mention.text)
    if not any(c.isalpha() for c in mention.text):
        return True
    if len(words) == 1:
        key = fold(words[0])
        is_surname = mention.label is Label.PER and (words[0][0].isupper() or key.startswith("ال"))
        is_office = lex.is_office(key) and not words[0].isupper()
        is_state = key in lex.GOVERNMENTS and mention.label is not Label.PER
        is_short = key in lex.ABBREVIATED and text[mention.end : mention.end + 1] == "."
        if key in lex.COURTESY or key in CALLS or is_office or is_state or is_short:
            return True
        if (is_demonym(words[0]) and not is_surname) or key in PEOPLES:
            return True
    is_cup = mention.label is not Label.PER and fold(words[-1]) in lex.CUPS
    is_cup = is_cup or fold(mention.text) in CONTESTS
    # Arabic has no capitals to tell "the Chadian-Omani" (talks) from a name.
    if is_cup or (words[0][0] > "\u0590" and len(words) > 1 and all(map(is_demonym, words))):
        return True
    if all(fold(w) in lex.PORTFOLIOS | lex.LINKS or is_demonym(w) for w in words):
        return follows_office(text, mention.start) or _precedes_office(text, mention.end)
    return mention.text.islower() and mention.label is not Label.ORG and mention.text.isascii()


def _is_noun(mention: Mention) -> bool:
    """Whether a German mention of one word is a common noun that no table holds as a place."""
    word = mention.text
    is_surname = mention.label is Label.PER and "-" not in word and len(word) < _SURNAME
    is_noun = " " not in word and is_german_noun(word)
    return is_noun and not is_surname and find_place(word) is None


def _precedes_office(text: str, end: int) -> bool:
    after = WORD.search(text, end, end + 20)
    return after is not None and lex.is_office(fold(after.group()))


def relabel_by_head(mention: Mention) -> Mention:
    """A stadium is a place, a ministry or acronym an organisation, whatever the tagger saw."""
    if _ACRONYM_ALONE.fullmatch(mention.text) and not find_place(mention.text):
        is_country = country_named(mention.text) is not None
        return mention if is_country else replace(mention, label=Label.ORG)
    words = [fold(w) for w in WORD.findall(mention.text)]
    is_direction = len(words) > 1 and words[0] in lex.DIRECTIONS and mention.label is Label.PER
    if is_direction or (words[:1] == ["the"] and _is_known_place(mention.text)):
        return replace(mention, label=Label.LOC)
    label = _label_of_head(words, mention.label) if len(words) > 1 else None
    return replace(mention, label=label) if label else mention


def _is_known_place(name: str) -> bool:
    return is_sizeable_place(name) or is_country_name(name.partition(" ")[2])


def _label_of_head(words: Sequence[str], label: Label) -> Label | None:
    """What the first and the last of a name's words say it names; None where they do not."""
    if words[-1] in lex.COMPANY_TAILS:
        return Label.ORG
    if label is Label.PER:
        is_building = len(words) > 2 and words[-1] in lex.STADIUMS  # noqa: PLR2004  (a full name)
        return Label.LOC if is_building else None
    ends = {words[0], words[-1]}
    is_place, is_body = bool(ends & lex.PLACE_HEADS), bool(ends & lex.BODY_HEADS)
    if is_place is is_body:
        return None
    return Label.LOC if is_place else Label.ORG


def relabel_by_office(text: str, mention: Mention) -> Mention:
    """A full name set off after an office is who holds it: "the minister of …, Odile Holm"."""
    words = WORD.findall(mention.text)
    is_apposed = text[max(0, mention.start - 2) : mention.start] == ", "
    if mention.label is Label.PER or not is_apposed or not 1 < len(words) <= _LONGEST_PERSON:
        return mention
    is_full_name = words[0][0].isupper() and all(
        (w[0].isupper() and not w.isupper()) or fold(w) in lex.PARTICLES for w in words
    )
    if not is_full_name or _label_of_head([fold(w) for w in words], Label.LOC) is not None:
        return mention
    before = WORD.findall(text[max(0, mention.start - _REACH) : mention.start])[-_OFFICE_WORDS:]
    while before and (
        before[-1][0].isupper()
        or fold(before[-1]) in lex.LINKS | lex.PORTFOLIOS
        or is_demonym(before[-1])
    ):
        before.pop()
    is_held = bool(before) and lex.is_office(fold(before[-1])) and not find_place(mention.text)
    return replace(mention, label=Label.PER) if is_held else mention


def relabel_by_nouns(
    text: str, led: Sequence[Mention], mentions: Sequence[Mention]
) -> list[Mention]:
    """What the page once calls a company (`led`: `mention_bodies.called`) is one everywhere."""
    named = [relabel_by_noun(text, m) for m in mentions]
    told = {fold(m.text) for m in led if find_place(m.text) is None}
    told |= {fold(n.text) for m, n in zip(mentions, named, strict=True) if m.label is not n.label}
    return [replace(m, label=Label.ORG) if fold(m.text) in told else m for m in named]


def relabel_by_noun(text: str, mention: Mention) -> Mention:
    """What is called a company, a newspaper or a charity right before its name is one."""
    before = list(WORD.finditer(text, max(0, mention.start - 60), mention.start))
    if not before or text[before[-1].end() : mention.start] != " ":
        return mention
    noun = fold(before[-1].group())
    if text[before[-1].start() - 1 : before[-1].end()] == "-based":
        return replace(mention, label=Label.ORG)
    if noun not in lex.COMPANY_NOUNS and not noun.endswith(lex.COMPANY_COMPOUNDS):
        return mention
    # "The head of the company John Smith": whose office it is, and then who holds it.
    if any(lex.is_office(fold(word.group())) for word in before[-5:-1]):
        return mention
    return replace(mention, label=Label.ORG)


def split_brackets(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A name that runs on into brackets without their end is two: the full name and the short."""
    for mention in mentions:
        opening = mention.text.find("(")
        if opening < 1 or ")" in mention.text:
            yield mention
            continue
        yield resized(text, mention, mention.start, mention.start + opening)
        if opening + 1 < len(mention.text):
            yield resized(text, mention, mention.start + opening + 1, mention.end)


def split_pairs(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Two acronyms joined by a mark are two bodies, a city and its country two places."""
    kept: list[Mention] = []
    for mention in mentions:
        pair = _PAIR.fullmatch(mention.text)
        cut = (pair.end(1), pair.start(2)) if pair else end_of_city(mention)
        if cut is None:
            kept.append(mention)
        else:
            kept.append(resized(text, mention, mention.start, mention.start + cut[0]))
            kept.append(resized(text, mention, mention.start + cut[1], mention.end))
    return kept


def headed_names(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Names that open with a common noun: "ministère de …", "hôpital …", also in lower case."""
    words = words_of_line(text, start, end)
    for at, word in enumerate(words):
        if not _may_head(word.group()):
            continue
        key = fold(word.group())
        if key in lex.OPENING_BODY_HEADS:
            after = words[at + 1].group() if at + 1 < len(words) else ""
            last = _last_of_name(text, words, at, lex.LINKS) if fold(after) in lex.LINKS else at
            label = Label.ORG
        elif key in lex.OPENING_PLACE_HEADS or (
            key in lex.SMALL_PLACE_HEADS and word.group().islower()
        ):
            links = lex.NAME_PREPOSITIONS if key in lex.WATERS else _NONE
            last = _last_of_name(text, words, at, links)
            label = Label.LOC
            named = bisect_left(mentions, word.end(), key=lambda m: m.start)
            if last == at and named < len(mentions) and mentions[named].start == word.end() + 1:
                stop = mentions[named].end
                yield Mention(word.start(), stop, text[word.start() : stop], label)
        elif key in lex.CAPITAL_PLACE_HEADS and word.group()[0].isupper():
            last = _last_of_name(text, words, at, lex.LINKS - lex.COORDINATORS)
            label = Label.LOC
        elif word.group()[0].isupper() and is_german_body(key):
            yield Mention(word.start(), word.end(), word.group(), Label.ORG)
            continue
        else:
            continue
        if last > at:
            stop = words[last].end()
            yield Mention(word.start(), stop, text[word.start() : stop], label)


@lru_cache(maxsize=32768)  # most words head nothing
def _may_head(word: str) -> bool:
    key = fold(word)
    return key in _HEADS or is_german_body(key)


def is_german_body(key: str) -> bool:
    """Whether a folded German compound names a body (Innenministerium, but not Ministerium)."""
    return key in lex.GERMAN_BODIES or (
        key.endswith(lex.GERMAN_BODY) and key not in lex.GERMAN_BODY and key not in lex.BODY_HEADS
    )


def longer_bodies(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Bodies whose name goes on after a preposition: "… Directorate" + "for the Lakes"."""
    words = words_of_line(text, start, end)
    for at in name_openers(text, start, end):
        word = words[at]
        is_head = word.group()[0].isupper() and fold(word.group()) in lex.LINKED_BODY_HEADS
        last = _last_of_name(text, words, at, lex.NAME_PREPOSITIONS) if is_head else at
        if last == at:
            continue
        number = bisect_right(mentions, word.start(), key=lambda m: m.end)
        owner = mentions[number] if number < len(mentions) else None
        is_inside = owner is not None and owner.start <= word.start()
        if is_inside and owner is not None and owner.end >= words[last].end():
            continue
        first = owner.start if is_inside and owner is not None else word.start()
        stop = words[last].end()
        yield Mention(first, stop, text[first:stop], Label.ORG)


def _last_of_name(
    text: str, words: Sequence[re.Match[str]], at: int, links: Collection[str]
) -> int:
    """The index of the last word of the name that the head at `at` opens; `at` if there is none.

    Only capitalised words, joined by spaces, hyphens and `links`.
    """
    last, here = at, at + 1
    while here < len(words) and last - at <= _LONGEST_NAME:
        gap = text[words[here - 1].end() : words[here].start()]
        if gap not in {" ", "-", "’", "'", "\n"}:
            break
        word = words[here].group()
        if word[0].isupper():
            last = here
        elif not (fold(word) in links and here - last <= 3):  # noqa: PLR2004 - near words
            break
        here += 1
    return last
