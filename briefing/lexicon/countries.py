"""Countries by any of their names: common, official, or as a demonym, in eight languages.

Invariant: look-ups compare folded words, so case, accents and Arabic hamza do not matter, except
for acronyms ("US", "UK"), which only their capitals tell from everyday words. A name or demonym
that several countries share means the most populous of them. The table is made by
`briefing.training.gazetteer`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from briefing.lexicon.folding import fold


@dataclass(frozen=True, slots=True)
class _Table:
    names: dict[str, str]
    acronyms: dict[str, str]
    demonyms: dict[str, str]
    english: dict[str, str]
    populations: dict[str, int]


_LONGEST = 80
"""No country has a longer name; a hostile page's longer "words" are not looked at."""

_ARTICLES = frozenset(
    (
        "the le la les l el los las der die das den dem des il lo gli i o a os as de het d du do da"
    ).split()
)
_POLITIES = frozenset(
    (
        "kingdom republic state federation union sultanate emirate principality commonwealth "
        "grand duchy royaume republique etat federation sultanat emirat principaute grand duche "
        "reino republica estado federacion sultanato emirato principado gran ducado konigreich "
        "konigreichs republik bundesrepublik freistaat sultanat emirat furstentum grossherzogtum "
        "staat regno repubblica stato federazione sultanato emirato principato granducato "
        "federacao principado emirado grao ducado koninkrijk republiek prinsdom groothertogdom "
        "sultanaat المملكة مملكة الجمهورية جمهورية دولة سلطنة امارة الاتحاد"
    ).split()
)
_POLITY_WORDS = _POLITIES | frozenset(
    (
        "federal federale federative federativa islamic islamique islamica islamische islamischen "
        "islamitische arab arabe araba arabische arabischen democratic democratique democratica "
        "demokratische people s popular populaire popolare socialist socialiste socialista united "
        "unitary plurinational plurinacional bolivarian bolivarienne bolivariana cooperative "
        "hachemite hashemite haschemitisches of de del della delle dell degli dei du des d do da "
        "dos das von van di and et y und e الاسلامية العربية الديمقراطية الشعبية الاتحادية "
        "الهاشمية"
    ).split()
)
_ARABIC_PREFIXES = (
    "و",
    "ف",
    "ب",
    "ل",
    "ك",
    "ال",
    "لل",
    "ول",
    "وب",
    "وال",
    "بال",
    "كال",
    "ولل",
    "وبال",
)
_SHORTEST = 3


@cache
def _table() -> _Table:
    text = resources.files("briefing.lexicon").joinpath("countries.tsv").read_text("utf-8")
    names: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    by_code: dict[str, str] = {}
    populations: dict[str, int] = {}
    for line in text.splitlines():
        code, english, population, *columns = line.split("\t")
        by_code[code] = english
        populations[english] = int(population)
        for column, target in zip(columns, (names, acronyms, demonyms), strict=True):
            for form in column.split("|") if column else ():
                target.setdefault(form, english)
    return _Table(names, acronyms, demonyms, by_code, populations)


def _keys(words: str) -> tuple[str, ...]:
    """Folded forms to look up: as written, without possessive, article or Arabic prefix."""
    key = fold(words)
    keys = [key]
    if key.endswith(" s"):
        keys.append(key[:-2])
    first, _, rest = keys[-1].partition(" ")
    if rest and first in _ARTICLES:
        keys.append(rest)
    if not key.isascii():
        for prefix in _ARABIC_PREFIXES:
            bare = key.removeprefix(prefix)
            if bare != key and len(bare) >= _SHORTEST:
                keys += [bare, "ال" + bare]
    return tuple(keys)


def _acronym(words: str) -> str | None:
    bare = words.removeprefix("the ").removesuffix("'s").removesuffix("’s").replace(".", "")
    return _table().acronyms.get(bare.replace(" ", ""))


def _official(key: str) -> str | None:
    """The country of an official form: a polity noun, its adjectives, then a name or demonym."""
    tokens = key.split()
    if not any(token in _POLITIES for token in tokens):
        return None
    table = _table()
    for at in range(1, len(tokens)):
        if tokens[at - 1] not in _POLITY_WORDS:
            return None
        rest = " ".join(tokens[at:])
        found = table.names.get(rest) or table.demonyms.get(rest.removeprefix("ال"))
        if found:
            return found
    return None


@lru_cache(maxsize=16384)
def _name(words: str) -> str | None:
    if len(words) > _LONGEST:
        return None
    table = _table()
    found = _acronym(words)
    for key in () if found else _keys(words):
        found = table.names.get(key) or _official(key)
        if found:
            return found
    return found


@lru_cache(maxsize=16384)
def country_named(words: str) -> str | None:
    """The English name of the country that a name or demonym means, in any of the languages."""
    return _name(words) or _demonym(words)


@lru_cache(maxsize=65536)
def country_of_word(word: str) -> str | None:
    """The country that a single word of running text names, or whose people."""
    # In lower case only demonyms are meant: "marocain", but not the French "réunion".
    return None if word[0].islower() and not is_demonym(word) else country_named(word)


def _demonym(words: str) -> str | None:
    if len(words) > _LONGEST:
        return None
    demonyms = _table().demonyms
    return next((demonyms[key] for key in _keys(words) if key in demonyms), None)


@cache
def _first_words() -> frozenset[str]:
    """What the names and acronyms begin with: whole words, and all openings of acronyms."""
    table = _table()
    names = {name.split(maxsplit=1)[0] for name in table.names}
    acronyms = {fold(form[:size]) for form in table.acronyms for size in range(1, len(form) + 1)}
    return frozenset(names | acronyms) | _ARTICLES | _POLITY_WORDS


def opens_country_name(word: str) -> bool:
    """Whether a country's name can begin with a word; most words need no further look-up."""
    key = fold(word)
    return not key.isascii() or key in _first_words()


def is_country_name(words: str) -> bool:
    """Whether the words name a country by a name, not by a demonym."""
    return _name(words) is not None


def is_demonym(words: str) -> bool:
    """Whether the words are a demonym; "suisse" and "argentina" are names and demonyms both."""
    return _demonym(words) is not None


def country_of_code(code: str) -> str | None:
    """The English name of the country with an ISO 3166-1 alpha-2 code."""
    return _table().english.get(code)


def population_of(english_name: str) -> int:
    """A country's population, by its English name; 0 where it is not known."""
    return _table().populations.get(english_name, 0)
