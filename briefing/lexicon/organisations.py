"""Names of organisations taken apart: bodies of several countries, and words that bodies share.

Invariant: look-ups compare folded words, acronyms only as they are written. What the table of
bodies does not hold is compared word by word: two names are translations of one another only
if every word of both is known and the words mean the same. The table is made by
`briefing.training.gazetteer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from briefing.lexicon.countries import country_named
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.roles import portfolio_at, role_token, role_tokens

_LONGEST = 120
"""No body has a longer name; a hostile page's longer "names" are not looked at."""
_MOST_PHRASE = 4
_STEM = 5
_ENDING = 3
_SHORTEST_PART = 3
_MOST_COMPOUND = 40
_LINKS = ("", "s", "es", "n", "en", "er")
"""What German and Dutch put between the parts of a compound."""
_ARTICLE_IN_ARABIC = re.compile(r"^[وفبك]?ال(?=\w{2})|^[وف]?لل(?=\w{2})|^ل(?=\w{4})")
_IS_ARABIC = re.compile("[\u0600-\u06ff]")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.?){2,8}\d{0,2}")
_MIXED_ACRONYM = re.compile(r"(?:[A-Z][a-z]?){2,7}")
_TITLECASED = 3
_COMPOUND = 10
"""A shorter word is no compound that names a body ("Weltbank" is in the table)."""
_CONNECTING = ALL_FUNCTION_WORDS - frozenset("contra est general high un".split())


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name of an organisation taken apart.

    `words` are the English words that its own words mean, `rest` its folded words that are not
    known, in order; `country` the country it names, `is_scoped` whether it names a part of the
    world instead ("African", "international"), so that there is only one such body.
    """

    words: frozenset[str]
    rest: tuple[str, ...]
    country: str | None
    is_scoped: bool

    @property
    def is_generic(self) -> bool:
        """Whether every country may have a body of this name."""
        return bool(self.words) and not self.rest and not self.is_scoped


class _Meaning(NamedTuple):
    """The English words that a word or phrase stands for."""

    words: str
    is_scope: bool = False
    country: str | None = None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    exact: dict[str, _Meaning]
    stems: dict[str, _Meaning]


@dataclass(frozen=True, slots=True)
class _Bodies:
    names: dict[str, str]
    acronyms: dict[str, str]
    translations: dict[frozenset[str], str]


def _rows() -> Iterator[tuple[str, list[str]]]:
    section = ""
    path = resources.files("briefing.lexicon").joinpath("organisations.txt")
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            english, _, cells = line.partition("|")
            yield f"{section}:{english.strip()}", [c.strip() for c in cells.split(",")]


@cache
def _lexicon() -> _Lexicon:
    exact: dict[str, _Meaning] = {}
    stems: dict[str, _Meaning] = {}
    for head, cells in _rows():
        section, _, sense = head.partition(":")
        english, _, country = sense.partition("@")
        for cell in cells:
            form = " ".join(role_tokens(cell.removeprefix("=")))
            meaning = _Meaning(english.strip(), section == "scopes", country or None)
            exact.setdefault(form, meaning)
            if not cell.startswith("=") and " " not in form and len(form) >= _STEM:
                stems.setdefault(form, meaning)
    return _Lexicon(exact, stems)


@cache
def _bodies() -> _Bodies:
    names: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    path = resources.files("briefing.lexicon").joinpath("organisations.tsv")
    for line in path.read_text("utf-8").splitlines():
        english, short, long = line.split("\t")
        acronyms.update(dict.fromkeys(filter(None, short.split("|")), english))
        names.update(dict.fromkeys(filter(None, long.split("|")), english))
    translations: dict[frozenset[str], str] = {}
    for name, english in names.items():
        parsed = _take_apart(name)
        if len(parsed.words) > 1 and not parsed.rest and not parsed.country:
            translations.setdefault(parsed.words, english)
    return _Bodies(names, acronyms, translations)


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: two to eight capitals, or as "AfDB" is."""
    if name.upper() == name:
        return name.lower() != name and bool(_ACRONYM.fullmatch(name))
    return sum(c.isupper() for c in name) > 1 and bool(_MIXED_ACRONYM.fullmatch(name))


def without_article(name: str) -> str:
    """The folded name without its article, of Arabic words without the particles before it."""
    tokens = fold(name).split()
    while len(tokens) > 1 and tokens[0] in _ARTICLES:
        tokens = tokens[1:]
    if tokens and not tokens[0].isascii():
        tokens[0] = _ARTICLE_IN_ARABIC.sub("", tokens[0])
    return " ".join(tokens)


_ARTICLES = frozenset(
    "the la le l les los las el il lo gli i die der das den dem des het de o os as".split()
)


@lru_cache(maxsize=16384)
def body_named(name: str) -> str | None:
    """The English name of a body of several countries, by name, acronym or literal translation."""
    if len(name) > _LONGEST:
        return None
    bodies = _bodies()
    key = without_article(name)
    bare = name.strip().replace(".", "").replace(" ", "")
    is_capital = name[:1].isupper() and " " not in name and len(bare) >= _TITLECASED
    if bare in bodies.acronyms:
        return bodies.acronyms[bare]
    if is_capital and bare.istitle() and bare.upper() in bodies.acronyms:
        return bodies.acronyms[bare.upper()]
    if key in bodies.names:
        return bodies.names[key]
    parsed = take_apart(name)
    is_word = len(key) < _COMPOUND and " " not in key
    if parsed.is_scoped and not (is_word or parsed.rest or parsed.country):
        return bodies.translations.get(parsed.words)
    return _body_at_start(key) if _IS_ARABIC.match(key) else None


def words_of_body(words: Sequence[str]) -> int:
    """How many of the words, from the first, make the longest name or acronym of a known body."""
    bodies = _bodies()
    reach = _reach().get(without_article(words[0]), 0)
    for size in range(min(reach, len(words)), 0, -1):
        if without_article(" ".join(words[:size])) in bodies.names:
            return size
    return int(words[0] in bodies.acronyms)


@cache
def _reach() -> dict[str, int]:
    """By the first word of the names of bodies, the number of words of the longest."""
    reach: dict[str, int] = {}
    for name in _bodies().names:
        words = name.split()
        reach[words[0]] = max(reach.get(words[0], 0), len(words))
    return reach


def _body_at_start(key: str) -> str | None:
    """The body that an Arabic name begins with: without capitals, names are often cut too late."""
    words = key.split()
    starts = (" ".join(words[:length]) for length in range(len(words) - 1, 1, -1))
    return next((found for s in starts if (found := _bodies().names.get(s))), None)


@lru_cache(maxsize=16384)
def take_apart(name: str) -> BodyName:
    """The words of an organisation's name, as far as they are known in one of the languages."""
    if len(name) > _LONGEST:
        return BodyName(frozenset(), (fold(name),), None, is_scoped=False)
    return _take_apart(name)


def _take_apart(name: str) -> BodyName:
    written = re.findall(r"[^\W_]+", re.sub(r"(?<=\w)['’](?=s\b)", " ", name))
    tokens = [(w, _bare(w)) for w in written]
    tokens = [t for t in tokens if t[1] not in _CONNECTING or t[1] in _lexicon().exact]
    words: set[str] = set()
    rest: list[str] = []
    country: str | None = None
    is_scoped, at = False, 0
    while at < len(tokens):
        meaning, length = _meaning_at([t[1] for t in tokens], at)
        nation, span = (None, 0) if meaning else _country_at([t[0] for t in tokens], at)
        if meaning:
            words.update(meaning.words.split())
            is_scoped = is_scoped or meaning.is_scope
            country = meaning.country or country
        elif nation:
            country, length = nation, span
        elif tokens[at][1] not in _CONNECTING:
            rest.append(tokens[at][1])
        at += max(1, length)
    return BodyName(frozenset(words), tuple(rest), country, is_scoped)


def _bare(word: str) -> str:
    key = role_token(word)
    return key if key.isascii() else _ARTICLE_IN_ARABIC.sub("", key)


def _country_at(words: list[str], at: int) -> tuple[str | None, int]:
    for length in range(min(3, len(words) - at), 0, -1):
        found = country_named(" ".join(words[at : at + length]))
        if found and (length > 1 or len(words[at]) > 1):
            return found, length
    return None, 0


def _meaning_at(tokens: list[str], at: int) -> tuple[_Meaning | None, int]:
    """What the longest known phrase at a token means, with its length."""
    lexicon = _lexicon()
    for length in range(min(_MOST_PHRASE, len(tokens) - at), 1, -1):
        found = lexicon.exact.get(" ".join(tokens[at : at + length]))
        if found:
            return found, length
    single = _meaning_of(tokens[at])
    portfolio = None if single else portfolio_at(tokens, at)
    if portfolio:
        return _Meaning(portfolio[0]), portfolio[1]
    return single, 1


@lru_cache(maxsize=16384)
def _meaning_of(token: str) -> _Meaning | None:
    """What one word means: as it stands, by its stem, or part by part as a compound."""
    return _simple_meaning(token) or _compound_meaning(token)


def _simple_meaning(token: str) -> _Meaning | None:
    lexicon = _lexicon()
    found = lexicon.exact.get(token)
    if found:
        return found
    for cut in range(len(token), max(_STEM, len(token) - _ENDING) - 1, -1):
        found = lexicon.stems.get(token[:cut])
        if found:
            return found
    return None


def _compound_meaning(token: str) -> _Meaning | None:
    """The parts of a German or Dutch compound, every one of them known; else None."""
    if not token.isascii() or not 2 * _SHORTEST_PART <= len(token) <= _MOST_COMPOUND:
        return None
    reached: dict[int, tuple[tuple[str, ...], bool]] = {0: ((), False)}
    for start in range(len(token)):
        if start not in reached:
            continue
        words, is_scoped = reached[start]
        for end in range(start + _SHORTEST_PART, len(token) + 1):
            part = _part_meaning(token[start:end])
            if part is None:
                continue
            after = ((*words, part.words), is_scoped or part.is_scope)
            for link in _LINKS:
                if token.startswith(link, end):
                    reached.setdefault(end + len(link), after)
    whole = reached.get(len(token))
    return _Meaning(" ".join(whole[0]), whole[1]) if whole and len(whole[0]) > 1 else None


@lru_cache(maxsize=16384)
def _part_meaning(part: str) -> _Meaning | None:
    found = _lexicon().exact.get(part)
    if found:
        return found
    portfolio = portfolio_at([part], 0)
    return _Meaning(portfolio[0]) if portfolio else None


def is_portfolio(name: str) -> bool:
    """Whether a name is nothing but what a ministry is of: "Interior", "Justiça"."""
    tokens = [t for t in role_tokens(name) if t not in _CONNECTING]
    found = portfolio_at(tokens, 0) if tokens else None
    return found is not None and found[1] == len(tokens)
