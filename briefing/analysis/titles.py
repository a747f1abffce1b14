"""Titles: what a page says a person is, beside the person's name.

Invariant: a title stands in the same sentence as the mention, its span is the words that say so,
no word belongs to two titles, and role and country are read off those words alone; where the page
says none, there is none. A counterpart has the role of the person it refers to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.analysis.titles_phrases import (
    ARTICLES,
    CONNECTORS,
    DETERMINERS,
    GENITIVES,
    MOST_TOKENS,
    Phrase,
    Token,
    before_verb,
    countries_of,
    country_at,
    cut_at_next_office,
    extend_left,
    heads_in,
    is_complement,
    names_portfolio,
    owner_at,
    portfolio_of,
    tokenise,
)
from briefing.lexicon.countries import country_named, is_country_name, is_demonym
from briefing.lexicon.roles import COUNTERPART, HeadNoun, compose_role
from briefing.lexicon.speech import FORMS_OF_ADDRESS, PREPOSITIONS
from briefing.model import Label, Mention, Sentence, Title

_REACH = 240
_OPENING = 8
_BEFORE_NAME = re.compile(r"[\s,،()\[\]\-–—:«»“”\"']*")
_ABBREVIATION = re.compile(r"[A-Z][a-z]{1,3}")
_CLAUSE_END = re.compile(r"[;:!?\n]|\s[-–—]\s|[«»“”„\"]")
_AFTER_NAME = re.compile(r"(?:\s*[,،]\s*(?:\d{1,3}(?: \w{3,5})?\s*,\s*)?|\s*\(\s*|\s+[-–—]\s+)")
_POST_END = re.compile(r"[,;:.()!?\n«»“”„\"،؛]|\s[-–—]\s")
_LISTED = re.compile(r"\s*,?\s*(?:and|et|y|e|und|en|&|و)?\s*")
_ACRONYM = re.compile(r"\s*\([A-ZÀ-Ý][\w./\- ]{1,15}\)")
_RELATIVE = {
    verb: role
    for role, verbs in {
        "head": (
            "leads heads runs dirige encabeza leitet fuhrt guida lidera chefia leidt directed"
        ),
        "chair": "chairs",
        "representative": (
            "represented represents representait represente representaba representa vertritt "
            "rappresenta vertegenwoordigt"
        ),
        "coach": "coaches entraine entrena allena",
        "professor": "teaches enseigne",
        "captain": "captains",
        "president": "preside",
        "coordinator": "coordonne coordina",
    }.items()
    for verb in verbs.split()
}
"""Verbs of a relative clause that say an office ("who heads ...", "qui dirige ...")."""
_AS = frozenset("as like comme como als come wie".split())
_HANGING = (CONNECTORS | PREPOSITIONS) - ARTICLES | frozenset("a ad al au aan de des der".split())
"""Words that a name cannot stand right behind if it is to bear the title before them."""
_RELATIVE_PRONOUNS = frozenset(
    "who which that qui que quien dont der die che cui wie الذي التي".split()
)


@dataclass(slots=True)
class _Scene:
    """One sentence with its people; `claimed` is the end of the last words given to a title."""

    text: str
    sentence: Sentence
    tokens: list[Token]
    people: list[Mention]
    claimed: int = 0

    def index(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.tokens, offset, key=lambda t: t.start)


def _left_edge(scene: _Scene, mention: Mention, floor: int) -> int:
    """Where the words that may be a title before a name begin."""
    start = max(scene.sentence.start, floor, mention.start - _REACH)
    breaks = [m.end() for m in _CLAUSE_END.finditer(scene.text, start, mention.start)]
    return breaks[-1] if breaks else start


def _span_text(scene: _Scene, phrase: Phrase) -> tuple[int, int]:
    start, end = scene.tokens[phrase.first].start, scene.tokens[phrase.last - 1].end
    is_open = "(" in scene.text[start:end] and scene.text[end : end + 1] == ")"
    return start, end + is_open


def _name_start(scene: _Scene, last: int, start: int) -> tuple[int, int]:
    """Where a name begins with its form of address, as a token and as an offset."""
    while last and scene.tokens[last - 1].key in FORMS_OF_ADDRESS:
        last -= 1
        start = scene.tokens[last].start
    return last, start


def _fits(scene: _Scene, at: int, head: HeadNoun, last: int, *, is_set_off: bool) -> bool:
    """Whether the words between a role noun and a name are the noun's complement."""
    tokens, after = scene.tokens, at + head.length
    is_adjective = head.role == "general" and tokens[at].key.startswith("general")
    if is_adjective and after < last and not is_demonym(tokens[after].word):
        return False
    inner = _ACRONYM.sub("", scene.text[tokens[after - 1].end : tokens[last - 1].end])
    parts = inner.split(",")
    is_list = all(names_portfolio(part) for part in parts[1:])
    return is_list and is_complement(tokens, after, last, is_set_off=is_set_off and len(parts) == 1)


def _before(scene: _Scene, mention: Mention, floor: int) -> Phrase | None:
    """The title phrase that ends where a name begins."""
    tokens = scene.tokens
    first = scene.index(_left_edge(scene, mention, floor))
    last, name_start = _name_start(scene, scene.index(mention.start), mention.start)
    first = max(first, last - MOST_TOKENS)
    if first >= last or tokens[last - 1].end > name_start:
        return None  # nothing before the name, or a mention that begins within a word
    gap = scene.text[tokens[last - 1].end : name_start]
    if _ABBREVIATION.fullmatch(tokens[last - 1].word):
        gap = gap.removeprefix(".")
    if not _BEFORE_NAME.fullmatch(gap) or tokens[last - 1].key in _HANGING:
        return None
    return _leftmost(scene, first, last, is_set_off="," in gap or "،" in gap)


def _leftmost(scene: _Scene, first: int, last: int, *, is_set_off: bool) -> Phrase | None:
    """The phrase of the nearest role noun, or of one further left that it is a complement of."""
    tokens = scene.tokens
    chosen: Phrase | None = None
    for at, head in reversed(heads_in(tokens, first, last)):
        if not _fits(scene, at, head, last, is_set_off=is_set_off):
            break
        if chosen and not (is_set_off and _is_within(tokens, at + head.length, chosen)):
            break
        start = extend_left(scene.text, tokens, at, first)
        if not _is_introduced(scene, start, first, is_set_off=is_set_off):
            break
        chosen = Phrase(start, last, head, at, portfolio_of(tokens, start, last, at, head))
        if not (is_set_off or head.is_plural):
            break
    return chosen


def _is_introduced(scene: _Scene, start: int, first: int, *, is_set_off: bool) -> bool:
    """Whether the word before a phrase lets it name somebody.

    Set off by a comma, a small-letter phrase needs a determiner ("su inmunidad parlamentaria, X"
    names nobody), and "as president, X" says what X was when.
    """
    if start == first:
        return True
    before, head = scene.tokens[start - 1], scene.tokens[start]
    if before.key in _AS:
        return False
    if not is_set_off or not head.word.islower() or not head.word[:1].isascii():
        return True
    is_parted = scene.text[before.end : head.start].strip(" '’") != ""
    return is_parted or before.key in ARTICLES or before.key in DETERMINERS


def _is_within(tokens: Sequence[Token], after: int, inner: Phrase) -> bool:
    """Whether a role noun found further right is part of the complement of one to its left."""
    return after < inner.head_at and tokens[after].key in GENITIVES


def _apposition(scene: _Scene, mention: Mention, ceiling: int) -> tuple[int, int] | None:
    """The range between a name and the mark that closes what is set off behind it."""
    opening = _AFTER_NAME.match(scene.text, mention.end)
    if not opening or opening.end() >= scene.sentence.end:
        return None
    start = position = opening.end()
    limit = min(scene.sentence.end, start + _REACH)
    while closing := _POST_END.search(scene.text, position, limit):
        acronym = _ACRONYM.match(scene.text, max(start, closing.start() - 1))
        if closing.group() != "(" or not acronym:
            break
        position = acronym.end()
    end = closing.start() if closing else limit
    is_open = closing is None and limit != scene.sentence.end
    return None if is_open or end >= ceiling else (start, end)


def _after(scene: _Scene, mention: Mention, ceiling: int) -> Phrase | None:
    """The title phrase in apposition behind a name: up to the next comma or bracket."""
    tokens = scene.tokens
    bounds = _apposition(scene, mention, ceiling)
    if bounds is None:
        return None
    first, last = scene.index(bounds[0]), scene.index(bounds[1])
    heads = heads_in(tokens, first, min(last, first + _OPENING))
    if not heads or heads[0][1].is_plural or last - first > MOST_TOKENS:
        return None
    at, head = heads[0]
    start = extend_left(scene.text, tokens, at, first)
    after = at + head.length
    stop = cut_at_next_office(tokens, after, before_verb(tokens, after, last))
    is_clause = stop < last and tokens[stop].key not in _RELATIVE_PRONOUNS and start > first
    is_led = any(t.key not in ARTICLES for t in tokens[first:start])
    if is_led or is_clause:
        return None
    if not is_complement(tokens, after, stop, is_set_off=True, most=MOST_TOKENS):
        return None
    return Phrase(start, stop, head, at, portfolio_of(tokens, start, stop, at, head))


def _relative(scene: _Scene, mention: Mention) -> Title | None:
    """The office said by a relative clause: "X, who heads ..."."""
    opening = _AFTER_NAME.match(scene.text, mention.end)
    if not opening:
        return None
    first = scene.index(opening.end())
    if first + 2 >= len(scene.tokens):
        return None
    run = scene.tokens[first : first + 2]
    if run[0].key not in _RELATIVE_PRONOUNS or run[1].key not in _RELATIVE:
        return None
    closing = _POST_END.search(scene.text, run[1].end, scene.sentence.end)
    end = closing.start() if closing else scene.sentence.end
    return Title(run[1].start, len(scene.text[:end].rstrip()), _RELATIVE[run[1].key])


def _demonym(scene: _Scene, mention: Mention, floor: int) -> Title | None:
    """A bare demonym or a country that owns a name: "El mauritano X", "Mali's X"."""
    last = scene.index(mention.start)
    if last == 0 or scene.tokens[last - 1].start < floor:
        return None
    tokens = scene.tokens
    token = tokens[last - 1]
    if scene.text[token.end : mention.start] != " ":
        return None
    if token.word == "s" and last > 1:
        owner = owner_at(scene.text, tokens, last - 1, floor)
        return Title(*owner) if owner else None
    country = country_named(token.word) if is_demonym(token.word) else None
    return Title(token.start, token.end, None, country) if country else None


def _country_behind(scene: _Scene, mention: Mention) -> str | None:
    """The country of "Prime Minister X of Turkey"."""
    first = scene.index(mention.end)
    run = scene.tokens[first : first + 4]
    if not run[1:] or run[0].key not in GENITIVES:
        return None
    if scene.text[mention.end : run[1].start].strip(" ’'") != run[0].word:
        return None
    found = country_at(run, 1, len(run))
    return (
        found[0]
        if found and is_country_name(" ".join(t.word for t in run[1 : 1 + found[1]]))
        else None
    )


def _antecedent(scene: _Scene, phrase: Phrase, earlier: Sequence[Title]) -> str | None:
    """The role that a counterpart shares: the nearest before it, best in its sentence."""
    start = scene.tokens[phrase.first].start
    near = [
        (scene.tokens[at].start, at, head)
        for at, head in heads_in(scene.tokens, max(0, phrase.first - MOST_TOKENS), phrase.first)
        if head.role != COUNTERPART and not head.is_plural
    ]
    titled = [t for t in earlier[-_OPENING:] if t.role and t.end <= start]
    if titled and titled[-1].start >= scene.sentence.start:
        return titled[-1].role
    if near:
        _, at, head = near[-1]
        role = compose_role(head.role, portfolio_of(scene.tokens, 0, phrase.first, at, head))
        fuller = [t.role for t in titled if t.role and t.role.endswith(f" {role}")]
        return fuller[-1] if fuller else role
    return titled[-1].role if titled and start - titled[-1].end < _REACH * 3 else None


def _title(scene: _Scene, phrase: Phrase, earlier: Sequence[Title]) -> Title:
    start, end = _span_text(scene, phrase)
    country = next(countries_of(scene.tokens, phrase), None)
    if phrase.head.role == COUNTERPART:
        return Title(start, end, _antecedent(scene, phrase, earlier), country)
    return Title(start, end, compose_role(phrase.head.role, phrase.portfolio), country)


def _listed(scene: _Scene, number: int) -> int:
    """How many people follow one another from one on, parted by commas and "and" alone."""
    last = number
    while last + 1 < len(scene.people) and _LISTED.fullmatch(
        scene.text[scene.people[last].end : scene.people[last + 1].start]
    ):
        last += 1
    return last + 1 - number


def _share(scene: _Scene, phrase: Phrase, title: Title, people: int) -> list[Title]:
    """The titles of "the ministers of A and B, X and Y": countries one by one where they match."""
    countries: list[str | None] = list(countries_of(scene.tokens, phrase))
    if len(countries) != people:
        countries = [countries[0] if len(countries) == 1 else None] * people
    return [replace(title, country=country) for country in countries]


def _title_of(
    scene: _Scene, number: int, floor: int, earlier: Sequence[Title]
) -> tuple[Title, ...]:
    """The title of one person, or of all those that a plural title stands before."""
    mention = scene.people[number]
    is_last = number + 1 == len(scene.people)
    ceiling = scene.sentence.end + 1 if is_last else scene.people[number + 1].start
    phrase = _before(scene, mention, floor)
    if phrase and phrase.head.is_plural:
        listed = _listed(scene, number)
        if listed > 1:
            return tuple(_share(scene, phrase, _title(scene, phrase, earlier), listed))
        phrase = None
    phrase = phrase or _after(scene, mention, ceiling)
    title = (
        _title(scene, phrase, earlier)
        if phrase
        else _relative(scene, mention) or _demonym(scene, mention, floor)
    )
    if title and title.country is None:
        title = replace(title, country=_country_behind(scene, mention))
    return (title,) if title else ()


def _end_before(scene: _Scene, number: int) -> int:
    """Where the person before one ends, unless that name belongs to the title of the next.

    In "the head of Varne, Ivo Tamm" a lone word behind a genitive and before a comma is more often
    a firm or a town that was taken for a person.
    """
    if number == 0:
        return 0
    before = scene.people[number - 1]
    first = scene.index(before.start)
    is_lone = first + 1 == scene.index(before.end)
    is_owned = first > 0 and scene.tokens[first - 1].key in GENITIVES
    gap = scene.text[before.end : scene.people[number].start]
    return 0 if is_lone and is_owned and gap.strip() in {",", "،"} else before.end


def _titles_in(scene: _Scene, earlier: list[Title]) -> Iterator[tuple[Mention, Title]]:
    """The titles of a sentence's people, in order; `earlier` is those of the sentences before."""
    claimed = scene.sentence.start
    number = 0
    while number < len(scene.people):
        floor = max(claimed, _end_before(scene, number))
        titles = _title_of(scene, number, floor, earlier)
        for title in titles:
            claimed = max(claimed, title.end)
            earlier.append(title)
        yield from zip(scene.people[number : number + len(titles)], titles, strict=True)
        number += max(1, len(titles))


def _scenes(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> Iterator[_Scene]:
    people = sorted((m for m in mentions if m.label is Label.PER), key=lambda m: (m.start, m.end))
    starts = [m.start for m in people]
    for sentence in sentences:
        inside = people[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        inside = [m for m in inside if m.end <= sentence.end]
        if inside:
            yield _Scene(text, sentence, tokenise(text, sentence.start, sentence.end), inside)


def attach_titles(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The mentions, those of people with the title that their sentence gives them."""
    found: dict[tuple[int, int], Title] = {}
    earlier: list[Title] = []
    for scene in _scenes(text, sentences, mentions):
        for mention, title in _titles_in(scene, earlier):
            found[mention.start, mention.end] = title
    return tuple(
        replace(m, title=found[m.start, m.end])
        if m.label is Label.PER and (m.start, m.end) in found
        else m
        for m in mentions
    )
