"""Names of which the tagger took a part, and two that it took for one.

Where nouns are small, capitals that follow one another inside a sentence are one name; a name that
the page has alone as well, joined to a place by a preposition, is two.

Invariant: a mention grows over free capitalised words of its own line only, or is parted where a
small word stands in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from briefing.analysis.kind_weights import known_classes
from briefing.analysis.mention_agreement import key_of
from briefing.analysis.mention_edges import WORD, Line, with_lines, words_of_line
from briefing.analysis.mention_kinds import kind_of_use
from briefing.analysis.mention_unknown import NOUNS_ARE_SMALL, is_other
from briefing.analysis.wordclasses import USAGES
from briefing.lexicon import name_words as lex
from briefing.lexicon.firms import words_of_firm
from briefing.lexicon.folding import fold
from briefing.lexicon.organisations import words_of_body
from briefing.lexicon.places import find_place
from briefing.model import Label, Mention

_LONGEST = 4
_TITLED = 0.65
_USAGE = 4
_OF_PLACE = re.compile(r" (?:of|in|di|aus|uit|à) ")
"""Not "de" and "do": clubs bear their towns so, and are called without them."""
_BODIES = lex.BODY_HEADS | lex.OPENING_BODY_HEADS | lex.PLACE_HEADS


def parted(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, "Granta di Pola" parted where the page has "Granta" alone as well."""
    alone = {key_of(m.text): m.label for m in mentions}
    for mention in mentions:
        joint = _OF_PLACE.search(mention.text)
        rest = mention.text[joint.end() :] if joint else ""
        first = mention.text[: joint.start()] if joint else ""
        key = key_of(first)
        is_pair = key in alone and (len(key) == 1 or mention.label is not Label.PER)
        is_pair = is_pair and find_place(mention.text) is None and _BODIES.isdisjoint(key)
        if joint is None or not is_pair or not _is_place(rest):
            yield mention
            continue
        cut = mention.start + joint.start()
        label = alone[key] if alone[key] is mention.label else Label.ORG
        yield replace(mention, end=cut, text=first, label=label)
        yield Mention(mention.start + joint.end(), mention.end, rest, Label.LOC)


def joined(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """English departments with two fields: "the Velm Meteorology and Water Department"."""
    for mention, after in pairwise(mentions):
        if mention.label is not Label.ORG or text[mention.end : after.start] != " and ":
            continue
        words, last = key_of(mention.text), key_of(after.text)
        is_field = len(words) > 1 and _BODIES.isdisjoint(words) and not words_of_body(words)
        if is_field and len(last) > 1 and last[-1] in lex.BODY_HEADS and len(last) < _LONGEST:
            start, end = mention.start, after.end
            yield Mention(start, end, text[start:end], Label.ORG)


def _is_place(name: str) -> bool:
    """Whether it is a town: "… do Brasil" is the name of a firm."""
    place = find_place(name)
    return place is not None and place.kind == "city"


def whole_runs(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions that capitals go on behind, or that they lead up to, as they are in full."""
    starts = [m.start for m in mentions]
    for line, mention in with_lines(lines, mentions):
        if line.language not in NOUNS_ARE_SMALL or mention.text.isupper():
            continue
        if _is_titled(text, line.start, line.end):
            continue
        words = words_of_line(text, line.start, line.end)
        at = bisect_left(words, mention.start, key=lambda w: w.start())
        last = bisect_left(words, mention.end, key=lambda w: w.start()) - 1
        if at > last:
            continue
        first, end = _first(text, words, at, mention.label), _last(text, words, last)
        if (first, end) == (at, last) or end - first >= _LONGEST:
            continue
        start, stop = words[first].start(), words[end].end()
        held = mentions[bisect_left(starts, start) : bisect_left(starts, stop)]
        more = [word.group() for word in (*words[first:at], *words[last + 1 : end + 1])]
        if len(held) == 1 and _may_grow(mention, more, line.language):
            yield _grown(text, line, mention, start, stop)


@lru_cache(maxsize=64)
def _is_titled(text: str, start: int, end: int) -> bool:
    """Whether most words of a line are capitalised, as in English headlines."""
    words = words_of_line(text, start, end)
    capitals = sum(word.group()[0].isupper() for word in words)
    return len(words) >= _LONGEST and capitals >= _TITLED * len(words)


def _may_grow(mention: Mention, more: Sequence[str], language: str) -> bool:
    """Whether a name may have these words more: a person no common noun, a country one only."""
    is_headed = fold(more[-1]) in _BODIES or fold(more[0]) in _BODIES
    if mention.label is Label.LOC and len(more) > 1 and not is_headed:
        # "the prosecutor of Velm Ada Maria Lorn": a place, and who holds an office there.
        return False
    words = WORD.findall(mention.text)
    if words_of_body(words) or words_of_firm(words):
        return False
    if mention.label is not Label.PER:
        return True
    classes = known_classes()
    known = (USAGES[classes.classes(word, language)[_USAGE]] for word in more)
    return not any(
        word.isupper() or (usage[:1] != "P" and any(classes.classes(word.lower(), language)[1:]))
        for word, usage in zip(more, known, strict=True)
    )


def _grown(text: str, line: Line, mention: Mention, start: int, stop: int) -> Mention:
    """The mention over a longer range: what goes on behind a place is mostly a body."""
    grown = Mention(start, stop, text[start:stop], mention.label, mention.title)
    words = [fold(word) for word in WORD.findall(grown.text)]
    is_place = not lex.PLACE_HEADS.union(lex.BUILDINGS).isdisjoint({words[0], words[-1]})
    if mention.label is not Label.LOC or is_place:
        return grown
    label = kind_of_use(text, line, grown) if start < mention.start else None
    return replace(grown, label=label or Label.ORG)


def _first(text: str, words: Sequence[re.Match[str]], at: int, label: Label) -> int:
    """The first word of the run before a word; itself where that opens a sentence."""
    first = at
    while first and text[words[first - 1].end() : words[first].start()] == " ":
        if not words[first - 1].group()[0].isupper() or is_other(words[first - 1].group()):
            break
        first -= 1
    if not first or text[words[first - 1].end() : words[first].start()] not in {" ", "’", "'"}:
        return at
    before = words[first - 1].group()
    # "le Breton Ada Lorn": whoever bears an article is told by it, not called so.
    is_told = label is Label.PER and fold(before) in lex.DEFINITE
    return first if before.islower() and not is_told else at


def _last(text: str, words: Sequence[re.Match[str]], last: int) -> int:
    end = last
    while end + 1 < len(words) and text[words[end].end() : words[end + 1].start()] == " ":
        if not words[end + 1].group()[0].isupper() or is_other(words[end + 1].group()):
            break
        end += 1
    return end
