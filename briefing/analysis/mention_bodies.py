"""Bodies that the tagger left out or misread: known ones, firms, services of a state, acronyms.

Invariant: a body is told by a table, a legal form or a noun beside it, never by capitals alone, and
the work grows with the line and not with its square.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.analysis.mention_edges import is_demonym, name_openers, words_of_line
from briefing.analysis.mention_growth import SMALL_ADJECTIVES
from briefing.lexicon import name_words as lex
from briefing.lexicon.calendar import calendar_words
from briefing.lexicon.countries import country_named, is_country_name
from briefing.lexicon.firm_words import KINDS
from briefing.lexicon.firms import words_of_firm
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.named_days import named_days
from briefing.lexicon.organisations import words_of_body
from briefing.lexicon.places import find_place
from briefing.model import Label, Mention

_LEGAL_FORM = re.compile(
    r"(?<!\w)(?:S\.p\.A\.|SpA|S\.A\.S?\.?|SAS|SARL|GmbH|AG|Ltd|Inc|Corp|PLC|plc|N\.V\.|B\.V\.|KGaA"
    r"|Holdings?)(?![\w-])"
)
_LONGEST_FIRM = 6
_LONGEST_BODY = 10
_OFFICE_REACH = 4
_GERMAN_ADJECTIVE = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]+(?:isch|lich|ig|deutsch|ional|tral|iell|aat)(?:e[nmrs]?)|Rote[ns]?"
    r"|Deutsche[nrms]?"
)
_MOST_LINKS = 3
_OF_THE = frozenset(
    "de d du des l la le les del los las di della dell dei do da dos das pour".split()
)
_ACRONYM = re.compile("[A-Z]{3,6}")


def known_bodies(text: str, start: int, end: int) -> Iterator[Mention]:
    """Bodies of several countries and large firms, by a name or an acronym of theirs."""
    words = words_of_line(text, start, end)
    after = 0
    for at in name_openers(text, start, end):
        written = [w.group() for w in words[at : at + _LONGEST_BODY]]
        size = words_of_body(written) or words_of_firm(written)
        if size and at >= after:
            after = at + size
            opening, stop = words[at].start(), words[after - 1].end()
            yield Mention(opening, stop, text[opening:stop], Label.ORG)


def firms(text: str, start: int, end: int) -> Iterator[Mention]:
    """Capitalised words that end in a legal form: a firm, whoever it is named after."""
    words = words_of_line(text, start, end)
    for form in _LEGAL_FORM.finditer(text, start, end):
        last = bisect_left(words, form.start(), key=lambda w: w.start())
        first = last
        while first and last - first < _LONGEST_FIRM and _is_joined(text, words, first):
            first -= 1
        while first < last and _is_before_name(fold(words[first].group())):
            first += 1
        if first < last:
            opening = words[first].start()
            yield Mention(opening, form.end(), text[opening : form.end()], Label.ORG)


def movements(text: str, start: int, end: int, language: str) -> Iterator[Mention]:
    """Parties whose names go on in small letters: "le Bloc de l'unité", "Front de la terre"."""
    heads = lex.MOVEMENTS.get(language)
    words = words_of_line(text, start, end) if heads else ()
    for at in name_openers(text, start, end) if heads else ():
        word = words[at]
        before = words[at - 1].group() if at else ""
        is_head = word.group()[0].isupper() and fold(word.group()) in (heads or ())
        if not is_head or fold(before) not in lex.DEFINITE | _OF_THE:
            continue
        last = _end_of_movement(text, words, at)
        if last > at:
            first, stop = word.start(), words[last].end()
            yield Mention(first, stop, text[first:stop], Label.ORG)


def _end_of_movement(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """The last word of "… de la terre et du peuple": one small noun, or two that are joined."""
    last = at
    for joint in range(2):
        here = last + 1
        if joint and not (here < len(words) and words[here].group() in {"et", "y", "e"}):
            break
        here += joint
        links = 0
        while here < len(words) and fold(words[here].group()) in _OF_THE and links < _MOST_LINKS:
            here, links = here + 1, links + 1
        gap = text[words[last].end() : words[here].start()] if here < len(words) else "."
        is_one = not re.search(r"[^\w\s’']", gap) and links > 0
        if not is_one or not words[here].group().islower():
            break
        last = here
    return last


def called_by_days(text: str, start: int, end: int) -> Iterator[Mention]:
    """Bodies and places that a day is part of the name of: "Cooperativa 12 de Agosto"."""
    for day in named_days(text, start, end):
        label = Label.ORG if day.is_body else Label.LOC
        yield Mention(day.start, day.end, text[day.start : day.end], label)


def _is_before_name(key: str) -> bool:
    return key in lex.ARTICLES or key in lex.COMPANY_NOUNS or key.endswith(lex.COMPANY_COMPOUNDS)


def called(text: str, start: int, end: int, language: str = "en") -> Iterator[Mention]:
    """What is named right after a noun for a firm, and acronyms with an article before them."""
    words = words_of_line(text, start, end)
    for opener in name_openers(text, start, end):
        at, word = opener - 1, words[opener]
        before = words[at] if opener else None
        if before is None or text[before.end() : word.start()] not in {" ", "’", "'"}:
            continue
        if not before.group().islower():
            continue
        key = fold(before.group())
        name = word.group()
        is_acronym = bool(_ACRONYM.fullmatch(name)) and fold(name) not in lex.NO_BODIES
        is_led = key in lex.COMPANY_NOUNS or text[before.start() - 1 : before.end()] == "-based"
        is_led = is_led or (_is_kind(text, words, at, language) and _may_be_named(name))
        # "The head of the company John Smith": whose office it is, and then who holds it.
        is_office = any(
            lex.is_office(fold(w.group())) for w in words[max(0, at - _OFFICE_REACH) : at]
        )
        if is_led and name[0].isupper() and not is_office:
            stop = _end_of_name(text, words, at + 1)
            yield Mention(word.start(), stop, text[word.start() : stop], Label.ORG)
        elif key in lex.DEFINITE and is_acronym and _stands_alone(text, word.end(), end):
            yield Mention(word.start(), word.end(), name, Label.ORG)


def _is_kind(text: str, words: Sequence[re.Match[str]], at: int, language: str) -> bool:
    """Whether a word is a noun for a firm, or a small adjective behind one (Romance languages)."""
    kinds = KINDS.get(language, frozenset())
    word = words[at].group()
    if fold(word) in kinds:
        return True
    adjective = SMALL_ADJECTIVES.get(language)
    if adjective is None or not at or text[words[at - 1].end() : words[at].start()] != " ":
        return False
    is_adjective = bool(adjective.fullmatch(word)) or is_demonym(word)
    return is_adjective and fold(words[at - 1].group()) in kinds | lex.COMPANY_NOUNS


def _may_be_named(word: str) -> bool:
    """Whether a firm may be called so: by no day or month, office, country or group's letter."""
    key = fold(word)
    is_other = key in calendar_words() or lex.is_title(key) or key in ALL_FUNCTION_WORDS
    return len(word) > 1 and not is_other and country_named(word) is None


def _end_of_name(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """Where the run of capitalised words that the word at `at` begins ends.

    One link may stand in it ("Save the Cranes"), but not before a place: what lies there.
    """
    while at + 1 < len(words):
        after = at + 1
        is_link = fold(words[after].group()) in lex.NAME_PREPOSITIONS
        if is_link and after + 1 < len(words) and text[words[at].end()] == " ":
            after += 1
            is_link = find_place(words[after].group()) is None
        is_next = text[words[after - 1].end() : words[after].start()] in {" ", "-"}
        if not is_next or not words[after].group()[0].isupper() or (after > at + 1 and not is_link):
            break
        at = after
    return words[at].end()


def _stands_alone(text: str, stop: int, end: int) -> bool:
    after = text[stop : min(stop + 2, end)]
    return not after[:1].isalnum() and after[:1] not in set("-&/") and not after[1:].isupper()


def _is_joined(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the word before `at` is capitalised and of one name with the word at `at`."""
    gap = text[words[at - 1].end() : words[at].start()]
    return words[at - 1].group()[0].isupper() and gap in {" ", "-", " & ", "."}


def services(text: str, start: int, end: int, language: str) -> Iterator[Mention]:
    """The services of a state, capitalised, with what makes them a name (National Police).

    The noun comes last in English; in Romance languages an adjective or an owner follows it.
    """
    words = words_of_line(text, start, end)
    for at in name_openers(text, start, end):
        word = words[at]
        if not word.group()[0].isupper() or fold(word.group()) not in lex.STATE_SERVICES:
            continue
        if language == "en":
            before = words[at - 1] if at else None
            first = at - 1 if before and _is_name_word(text, words, at - 1) else at
            last = at
        else:
            first, last = at, _end_of_service(text, words, at, language)
        if last > first:
            opening, stop = words[first].start(), words[last].end()
            yield Mention(opening, stop, text[opening:stop], Label.ORG)


def german_bodies(text: str, start: int, end: int) -> Iterator[Mention]:
    """An adjective with a capital in the middle of a sentence, and the noun for a body behind it.

    German writes small what is no part of a name: "das Auswärtige Amt", "die britische Botschaft".
    """
    words = words_of_line(text, start, end)
    for at in name_openers(text, start, end):
        if not at or at + 1 >= len(words):
            continue
        before, word, noun = words[at - 1 : at + 2]
        is_inner = text[before.end() : word.start()] == " " and before.group().islower()
        is_adjective = bool(_GERMAN_ADJECTIVE.fullmatch(word.group()))
        is_joined = text[word.end() : noun.start()] == " "
        key = fold(noun.group())
        if is_inner and is_adjective and is_joined and key.endswith(lex.GERMAN_BODY_ENDINGS):
            yield Mention(word.start(), noun.end(), text[word.start() : noun.end()], Label.ORG)


def _is_name_word(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    word = words[at].group()
    is_next = text[words[at].end() : words[at + 1].start()] == " "
    is_inner = at > 0 and text[words[at - 1].end() : words[at].start()] == " "
    is_small = fold(word) in lex.ARTICLES | lex.LINKS
    return word[0].isupper() and is_next and is_inner and not is_small and not is_demonym(word)


def _end_of_service(text: str, words: Sequence[re.Match[str]], at: int, language: str) -> int:
    adjective = SMALL_ADJECTIVES.get(language)
    if adjective is None or at + 1 == len(words):
        return at
    after = words[at + 1]
    word = after.group()
    if text[words[at].end() : after.start()] != " " or is_demonym(word):
        return at
    if fold(word) in lex.NAME_PREPOSITIONS:
        is_owned = at + 2 < len(words) and words[at + 2].group()[0].isupper()
        is_near = is_owned and text[after.end() : words[at + 2].start()] == " "
        return at + 2 if is_near and not is_country_name(words[at + 2].group()) else at
    is_adjective = adjective.fullmatch(word) or word[0].isupper()
    return at + 1 if is_adjective else at
