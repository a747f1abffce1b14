"""Arabic people told by their given names, or by a word for who they are and a name of no stem.

Invariant: a person has two words or more, joined by single spaces; a given name that is a common
word too begins one only before a family name, or behind an office or a verb of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.mention_arabic_words import (
    ARTICLE,
    ends_name,
    given_name,
    is_family,
    is_inflected,
    is_known,
    is_office,
    is_rare,
    is_sure_given,
    is_surname,
    is_whose,
)
from briefing.analysis.mention_edges import is_demonym, resized, words_of_line
from briefing.lexicon import arabic_given
from briefing.lexicon import arabic_heads as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.places import is_place_name
from briefing.lexicon.speech import SAYING
from briefing.model import Label, Mention

_SHORTEST, _LONGEST = 2, 5
_END = re.compile(r"\s*(?:[،؛,.:;!؟()\"«»\n]|$)")
_LEFTOVER = 2
_AND = "و"


def with_given_names(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a line with its people told by given names laid over them."""
    kept = list(mentions)
    for person in list(_people(text, start, end, mentions)):
        touched = [m for m in kept if m.start < person.end and person.start < m.end]
        if any(_is_stronger(m, person) for m in touched):
            continue
        rest = [_before(text, m, person) for m in touched if m.start < person.start]
        kept = [m for m in kept if m not in touched]
        kept += [m for m in rest if m is not None] + [person]
        kept.sort(key=lambda m: m.start)
    return kept


def _is_stronger(mention: Mention, person: Mention) -> bool:
    """Whether a mention stays: a person with more of the name, a body or place named after one."""
    if mention.label is Label.PER:
        is_longer = mention.start <= person.start and mention.end >= person.end
        return is_longer and person.start != mention.start + 1
    lead = mention.text[: max(0, person.start - mention.start)].split()
    is_lone = len(lead) == 1 and (lead[0].startswith(ARTICLE) or is_office(lead[0]))
    return len(lead) > 1 or (len(lead) == 1 and len(lead[0]) > 1 and not is_lone)


def _before(text: str, mention: Mention, person: Mention) -> Mention | None:
    """What is left of a mention before a person; nothing where it is the noun for a body alone."""
    stop = mention.start + len(text[mention.start : person.start].rstrip())
    words = text[mention.start : stop].split()
    if len(words) < _LEFTOVER:
        return None
    return resized(text, mention, mention.start, stop)


def _people(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    words = words_of_line(text, start, end)
    ends = {m.end for m in mentions if m.label is Label.PER}
    named = {m.start for m in mentions if m.label is not Label.PER and " " in m.text}
    at = 0
    while at < len(words):
        word = words[at].group()
        name = given_name(word)
        is_listed = name is not None and name != word and words[at - 1].end() in ends
        is_led = is_listed or is_led_to(text, words, at)
        if name is None and not (is_led and words[at].start() not in named):
            at += 1
            continue
        last = end_of_person(text, words, at, end, is_led=is_led)
        if last is None:
            at += 1
            continue
        first = words[at].end() - len(name or word)
        ends.add(words[last].end())
        yield Mention(first, words[last].end(), text[first : words[last].end()], Label.PER)
        at = last + 1


def is_led_to(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether an office, where somebody is from or a verb of saying stands right before a word."""
    if not at or text[words[at - 1].end() : words[at].start()] != " ":
        return False
    before = words[at - 1].group()
    key = fold(before)
    is_said = key in SAYING or key.removeprefix("و") in SAYING
    is_named = key.removeprefix("و") in lex.CALLED
    return is_said or is_named or is_office(before) or is_whose(before)


def end_of_person(
    text: str, words: Sequence[re.Match[str]], at: int, end: int, *, is_led: bool
) -> int | None:
    """The last word of the person whose name begins at a word; None where none does."""
    opening = words[at].group()
    name = given_name(opening) or opening
    if not _may_open(name, is_led=is_led):
        return None
    last = at
    while last + 1 < len(words) and last - at + 1 < _LONGEST:
        after = words[last + 1]
        if text[words[last].end() : after.start()] != " ":
            break
        if not _goes_on(text, words, at, last + 1, end, is_led=is_led):
            break
        last += 1
    while last > at and fold(words[last].group()) in lex.NAME_PARTS:
        last -= 1
    written = [name, *(words[n].group() for n in range(at + 1, last + 1))]
    return last if len(written) >= _SHORTEST and _is_person(written, is_led=is_led) else None


def _may_open(name: str, *, is_led: bool) -> bool:
    if fold(name) in arabic_given.GIVEN:
        return True
    is_name = fold(name) in lex.NAME_PARTS or is_rare(name) or is_surname(name)
    is_other = name.startswith(ARTICLE) or is_country_name(name) or is_place_name(name)
    return is_led and is_name and not is_other and not is_office(name)


def _goes_on(
    text: str, words: Sequence[re.Match[str]], first: int, at: int, end: int, *, is_led: bool
) -> bool:
    """Whether a person's name that begins at word `first` goes on with the word at `at`."""
    word = words[at].group()
    key = fold(word)
    if fold(words[at - 1].group()) in lex.NAME_PARTS:
        return not ends_name(word) or word.startswith(ARTICLE)
    if key in arabic_given.GIVEN | lex.NAME_PARTS | lex.OF_GOD:
        return True
    # "And Joseph" is the next of a list.
    is_other = given_name(word) is not None or ends_name(word)
    if is_other or key in lex.HEADS or key in lex.FIRM_TAILS:
        return False
    if is_family(word):
        return not (is_demonym(word) and at - first > 1)
    is_given = given_name(words[first].group()) is not None
    is_set_off = is_given and text[words[at].end() : words[at].end() + 1] == "،"
    is_led = is_led or (is_set_off and is_sure_given(words[first].group()))
    is_second = at - first == 1 and _is_followed(text, words, at, end) and not is_inflected(word)
    return _is_last_name(
        word, is_second=is_second and is_led, is_given=is_given and at - first == 1
    )


def _is_last_name(word: str, *, is_second: bool, is_given: bool) -> bool:
    """Whether a word may end a name: no stem is its own, or it can be nothing else here.

    `is_given` says that a given name stands before it, `is_second` that the name ends with it.
    """
    if is_surname(word) or (is_rare(word) and word[0] != _AND):
        return True
    if word.startswith(ARTICLE):
        is_house = word.endswith("ة") and not is_known(word)
        is_name = fold(word[len(ARTICLE) :]) in arabic_given.GIVEN
        return is_name or is_second or (is_house and is_given)
    return is_second and is_given and not word.endswith("ا") and not is_office(word)


def _is_followed(text: str, words: Sequence[re.Match[str]], at: int, end: int) -> bool:
    """Whether a mark or a word that ends names follows a word."""
    if _END.match(text, words[at].end(), end):
        return True
    return at + 1 < len(words) and ends_name(words[at + 1].group())


def _is_person(written: Sequence[str], *, is_led: bool) -> bool:
    """Whether the words of a name bear each other out."""
    first, *others = written
    if is_led:
        if not _may_open(first, is_led=False) and others[0] in arabic_given.GIVEN:
            # "The spokesman of Quaxbank Jacob …": the person begins with the given name.
            return False
        is_given = fold(first) in arabic_given.GIVEN or fold(first) in lex.NAME_PARTS
        return is_given or all(
            is_rare(w) or is_surname(w) or is_family(w) or fold(w) in arabic_given.GIVEN
            for w in others
        )
    if is_sure_given(first):
        return True
    return any(
        (is_family(w) and not is_demonym(w))
        or is_surname(w)
        or fold(w) in lex.NAME_PARTS
        or (fold(w) in arabic_given.GIVEN and is_sure_given(w))
        for w in others
    )
