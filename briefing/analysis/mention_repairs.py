"""Repairs of single mentions: edges, titles, demonyms, heads, countries, acronyms.

Invariant: a repair looks at the line around a mention only; it returns mentions sorted and not
overlapping, given such.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.lexicon import name_words as lex
from briefing.lexicon.countries import country_named, is_country_name
from briefing.lexicon.folding import fold
from briefing.model import Label, Mention

WORD = re.compile(r"[^\W_]+")
_LEFT = " \t\n,;:.!?/|·•*–—-_\"'’”“«»()[]{}„‚‹›…&#@"
_RIGHT = _LEFT.replace(".", "")
_POSSESSIVE = re.compile(r"['’]s?$")
_DOTTED = re.compile(r"(?:\b\w\.)+$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|Cie|Bros)\.$")
_ACRONYM = re.compile(r"\(\s{0,2}([^\W\d_a-z][\w.&-]{1,11})\s{0,2}\)")
_REACH = 120
_LONGEST_NAME = 4
_ELISION = re.compile(r"^(?:[ldLD]|[Dd]ell|[Dd]all|[Nn]ell|[Ss]ull|[Aa]ll|[Qq]u)['’](?=\w)")

Ranges = Sequence[tuple[int, int]]


def repair(text: str, lines: Ranges, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """All repairs, each line on its own."""
    trimmed = [fixed for m in mentions if (fixed := trim(text, m)) is not None]
    kept = [relabel_by_head(m) for m in trimmed if not is_no_name(text, m)]
    for start, end in lines:
        kept = overlay(kept, headed_names(text, start, end))
        kept = overlay(kept, acronym_names(text, start, end, kept))
        kept = fill(kept, country_names(text, start, end))
    return tuple(kept)


def resized(text: str, mention: Mention, start: int, end: int) -> Mention:
    """The mention over another range."""
    return replace(mention, start=start, end=end, text=text[start:end])


def trim(text: str, mention: Mention) -> Mention | None:
    """The mention without marks, articles, possessives and titles; None where nothing is left."""
    start, end = mention.start, mention.end
    before = None
    while before != (start, end) and start < end:
        before = (start, end)
        words = text[start:end]
        start += len(words) - len(words.lstrip(_LEFT))
        end = start + len(text[start:end].rstrip(_RIGHT))
        if text[start:end].endswith(".") and not _DOTTED.search(text[start:end]):
            end -= 1
        end -= len(text[start:end]) - len(_POSSESSIVE.sub("", text[start:end]))
        start = _after_small_words(text, start, end)
        end = _before_links(text, start, end)
        if mention.label is Label.PER:
            start = _after_titles(text, start, end)
        else:
            start, end = _without_office(text, start, end)
    return resized(text, mention, start, end) if start < end else None


def _after_small_words(text: str, start: int, end: int) -> int:
    """Where the name begins after an elided or lower-case article."""
    elided = _ELISION.match(text[start:end])
    if elided and (elided.group()[0].islower()):
        return start + elided.end()
    word = WORD.match(text, start, end)
    is_article = word and word.group().islower() and fold(word.group()) in lex.ARTICLES
    if word and is_article and word.end() < end and text[word.end()] == " ":
        return word.end() + 1
    return start


def _before_links(text: str, start: int, end: int) -> int:
    """Where the name ends once prepositions that nothing follows are cut."""
    words = list(WORD.finditer(text, start, end))
    while len(words) > 1 and words[-1].group().islower() and fold(words[-1].group()) in lex.LINKS:
        words.pop()
        end = words[-1].end()
    return end


def _without_office(text: str, start: int, end: int) -> tuple[int, int]:
    """A body or place without the office that goes with it, and without whose body it is.

    "Union Home Affairs Commissioner" names the union alone, "Spanish National Police" the police.
    """
    words = list(WORD.finditer(text, start, end))
    keys = [fold(w.group()) for w in words]
    last = len(words)
    while last > 1 and keys[last - 1] in lex.OFFICES:
        last -= 1
    if last < len(words):
        while last > 1 and keys[last - 1] in lex.PORTFOLIOS:
            last -= 1
        end = words[last - 1].end()
    first = 0
    if _follows_office(text, start):
        while first < last - 1 and keys[first] in lex.PORTFOLIOS | lex.LINKS:
            first += 1
    is_state = last > 1 and bool(lex.STATE_HEADS & set(keys[1:last]))
    if is_state and _is_demonym(words[0].group()):
        first = max(first, 1)
    return (words[first].start() if first else start), end


def _after_titles(text: str, start: int, end: int) -> int:
    """Where the person's name begins after forms of address and offices."""
    after, is_office = start, False
    for word in WORD.finditer(text, start, end):
        key = fold(word.group())
        is_title = key in lex.COURTESY or key in lex.OFFICES
        if is_title:
            after, is_office = word.end(), True
        elif key not in lex.PORTFOLIOS and not _is_demonym(word.group()):
            break
    rest = text[after:end].lstrip(" .,-")
    return end - len(rest) if is_office else start


def _is_demonym(words: str) -> bool:
    return country_named(words) is not None and not is_country_name(words)


def is_no_name(text: str, mention: Mention) -> bool:
    """Whether a mention is a demonym, an office or portfolio, or has no letters."""
    words = WORD.findall(mention.text)
    if not any(c.isalpha() for c in mention.text):
        return True
    if len(words) == 1:
        key = fold(words[0])
        if mention.label is not Label.PER and _is_demonym(words[0]):
            return True
        if key in lex.COURTESY or (key in lex.OFFICES and not words[0].isupper()):
            return True
    if all(fold(w) in lex.PORTFOLIOS | lex.LINKS or _is_demonym(w) for w in words):
        return _follows_office(text, mention.start) or _precedes_office(text, mention.end)
    return mention.text.islower() and mention.label is not Label.ORG and mention.text.isascii()


def _follows_office(text: str, start: int) -> bool:
    before = WORD.findall(text[max(0, start - 40) : start])
    while before and fold(before[-1]) in lex.LINKS:
        before.pop()
    return bool(before) and fold(before[-1]) in lex.OFFICES


def _precedes_office(text: str, end: int) -> bool:
    after = WORD.search(text, end, end + 20)
    return after is not None and fold(after.group()) in lex.OFFICES


def relabel_by_head(mention: Mention) -> Mention:
    """A stadium is a place and a ministry an organisation, whatever the tagger saw."""
    words = [fold(w) for w in WORD.findall(mention.text)]
    if len(words) < 2 or mention.label is Label.PER:  # noqa: PLR2004  (a head and what it heads)
        return mention
    ends = {words[0], words[-1]}
    is_place, is_body = bool(ends & lex.PLACE_HEADS), bool(ends & lex.BODY_HEADS)
    if is_place and not is_body:
        return replace(mention, label=Label.LOC)
    if is_body and not is_place:
        return replace(mention, label=Label.ORG)
    return mention


def headed_names(text: str, start: int, end: int) -> Iterator[Mention]:
    """Names that open with a common noun: "ministère de …", "hôpital …", also in lower case."""
    words = list(WORD.finditer(text, start, end))
    for at, word in enumerate(words):
        key = fold(word.group())
        if key in lex.OPENING_BODY_HEADS:
            last = _last_of_name(text, words, at, is_linked=True)
            label = Label.ORG
        elif key in lex.OPENING_PLACE_HEADS:
            last = _last_of_name(text, words, at, is_linked=False)
            label = Label.LOC
        elif key in lex.CAPITAL_PLACE_HEADS and word.group()[0].isupper():
            last = _last_of_name(text, words, at, is_linked=True)
            label = Label.LOC
        elif word.group()[0].isupper() and is_german_body(key):
            yield Mention(word.start(), word.end(), word.group(), Label.ORG)
            continue
        else:
            continue
        if last > at:
            stop = words[last].end()
            yield Mention(word.start(), stop, text[word.start() : stop], label)


def is_german_body(key: str) -> bool:
    """Whether a folded German compound names a body (Innenministerium, but not Ministerium)."""
    return key in lex.GERMAN_BODIES or (
        key.endswith(lex.GERMAN_BODY) and key not in lex.GERMAN_BODY and key not in lex.BODY_HEADS
    )


def _last_of_name(
    text: str, words: Sequence[re.Match[str]], at: int, *, is_linked: bool
) -> int:
    """The index of the last word of the name that the head at `at` opens; `at` if there is none.

    Only capitalised words, joined by spaces, hyphens and, where `is_linked`, prepositions.
    """
    last, here = at, at + 1
    while here < len(words) and last - at <= _LONGEST_NAME:
        gap = text[words[here - 1].end() : words[here].start()]
        if gap not in {" ", "-", "’", "'", "\n"}:
            break
        word = words[here].group()
        if word[0].isupper():
            last = here
        elif not (is_linked and fold(word) in lex.LINKS and here - last <= 3):  # noqa: PLR2004
            break
        here += 1
    return last


def country_names(text: str, start: int, end: int) -> Iterator[Mention]:
    """Countries by their names (never demonyms), the longest reading first."""
    words = list(WORD.finditer(text, start, end))
    at = 0
    while at < len(words):
        step = 1
        if words[at].group()[0].isupper():
            for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
                first, last = words[at], words[at + size - 1]
                name = text[first.start() : last.end()]
                if _is_whole_country(text, first.start(), last.end(), name):
                    yield Mention(first.start(), last.end(), name, Label.LOC)
                    step = size
                    break
        at += step


def _is_whole_country(text: str, start: int, end: int, name: str) -> bool:
    is_inside = text[start - 1 : start] in {"-", "_", "@", "#", "."} or text[end : end + 1] in {"-", "_"}
    return not is_inside and name[-1].isalpha() and len(name) > 1 and is_country_name(name)


def acronym_names(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """An acronym in brackets, and the words before it that it abbreviates.

    The words are found as Schwartz and Hearst (2003) find them.
    """
    for match in _ACRONYM.finditer(text, start, end):
        acronym = match.group(1)
        if sum(c.isupper() for c in acronym) * 2 < len(acronym):
            continue
        opening = match.start()
        stop = len(text[start:opening].rstrip()) + start
        long_start = expansion_start(acronym, text, max(start, stop - _REACH), stop)
        owner = _ending_at(mentions, stop)
        if owner is not None and (long_start is None or owner.start <= long_start):
            long_start, label = owner.start, owner.label
            if label is Label.LOC and not is_country_name(owner.text) and " " in owner.text:
                label = Label.ORG
        elif long_start is None or not _opens_name(text, long_start, stop):
            continue
        else:
            label = owner.label if owner and owner.label is not Label.PER else Label.ORG
        if label is not Label.PER:
            yield Mention(long_start, stop, text[long_start:stop], label)
            yield Mention(match.start(1), match.end(1), acronym, label)


def _ending_at(mentions: Sequence[Mention], stop: int) -> Mention | None:
    at = bisect_left(mentions, stop, key=lambda m: m.end)
    return mentions[at] if at < len(mentions) and mentions[at].end == stop else None


def _opens_name(text: str, start: int, stop: int) -> bool:
    word = WORD.match(text, start, stop)
    words = text[start:stop]
    if word is None or " " not in words or re.search(r"[.;:!?«»“”\"]\s", words):
        return False
    return word.group()[0].isupper() or fold(word.group()) in lex.BODY_HEADS


def expansion_start(acronym: str, text: str, start: int, stop: int) -> int | None:
    """Where the words abbreviated begin: each letter found backwards, the first at a word's start."""
    letters = [fold(c) for c in acronym if c.isalnum()]
    here = stop
    for number in range(len(letters) - 1, -1, -1):
        here -= 1
        while here >= start:
            is_opening = not (here > start and text[here - 1].isalnum())
            if fold(text[here]) == letters[number] and (number or is_opening):
                break
            here -= 1
        if here < start:
            return None
    words = len(WORD.findall(text[here:stop]))
    return here if words <= 2 * len(letters) + 2 else None


def overlay(mentions: Sequence[Mention], stronger: Iterator[Mention]) -> list[Mention]:
    """The mentions with stronger ones laid over them; what begins inside these, they replace."""
    kept = list(mentions)
    for mention in list(stronger):
        first = bisect_right(kept, mention.start, key=lambda m: m.end)
        last = first
        while last < len(kept) and kept[last].start < mention.end:
            last += 1
        if not any(m.start < mention.start for m in kept[first:last]):
            kept[first:last] = [mention]
    return kept


def fill(mentions: Sequence[Mention], weaker: Iterator[Mention]) -> list[Mention]:
    """The mentions with weaker ones where there are none; one with the same range gives its label."""
    kept = list(mentions)
    for mention in list(weaker):
        first = bisect_right(kept, mention.start, key=lambda m: m.end)
        if first == len(kept) or kept[first].start >= mention.end:
            kept.insert(first, mention)
        elif (kept[first].start, kept[first].end) == (mention.start, mention.end):
            kept[first] = mention
    return kept
