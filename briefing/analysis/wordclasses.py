"""What is known of a word besides its letters: gazetteer, Brown and vector classes.

Invariant: a word's classes depend on the word and the page's language only, and are found by the
same code in training and in use. The table of a language is read once, when a page first needs it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_DIGITS = re.compile(r"\d")
_LETTERS = str.maketrans({"’": "'", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي"})
_ARABIC = re.compile("[\u0621-\u064a]")
_PROCLITICS = ("وال", "بال", "فال", "كال", "ولل", "ال", "لل", "و", "ب", "ل", "ف", "ك")
_STEM = 3

Classes = tuple[int, int, int, int, int]
"""Gazetteer, Brown, neighbour, topic and usage class of a word; 0 where nothing is known."""

USAGES = (
    *("", "O2", "O1", "P2f", "P2s", "P1f", "P1s", "L2", "L1", "G2b", "G2i", "G1b", "G1i"),
    *("LP", "GP", "GL", "OP", "LO", "GO"),
)
"""The usage classes by number: no name (O), of a person (P, first or surname), place (L) or body
(G, first word or inner), surely (2) or likely (1); two letters are rivals."""


@lru_cache(maxsize=65536)
def lookup_form(word: str) -> str:
    """A word as the tables spell it: straight apostrophes, digits as 0, Arabic without marks."""
    if word.isascii():
        return word if word.isalpha() else _DIGITS.sub("0", word)
    return _DIGITS.sub("0", _MARKS.sub("", word.translate(_LETTERS)))


def spellings(form: str) -> Iterator[str]:
    """The spellings under which a table may know a word, the likeliest first.

    A word in capitals is looked for as a name, a capitalised one as the word that opens a
    sentence, an Arabic one without its proclitics.
    """
    yield form
    if len(form) > 1 and form.isupper():
        yield form.capitalize()
    if form[:1].isupper():
        yield form.lower()
    elif _ARABIC.match(form):
        for clitic in _PROCLITICS:
            if form.startswith(clitic) and len(form) >= len(clitic) + _STEM:
                yield form[len(clitic) :]
    elif form.islower():
        yield form.capitalize()


def pack(table: Mapping[str, int]) -> bytes:
    """A table as bytes: a line for each class, its number and its words, compressed."""
    lines: dict[int, list[str]] = {}
    for word in sorted(table):
        lines.setdefault(table[word], []).append(word)
    text = "\n".join(f"{number}\t" + " ".join(lines[number]) for number in sorted(lines))
    return zlib.compress(text.encode(), 9)


def unpack(packed: bytes) -> dict[str, int]:
    """The table that `pack` packed."""
    table: dict[str, int] = {}
    for line in zlib.decompress(packed).decode().split("\n"):
        number, _, words = line.partition("\t")
        table.update(dict.fromkeys(words.split(" "), int(number)))
    return table


@dataclass(frozen=True)
class WordClasses:
    """The tables of one model folder.

    `gazetteer.z` is keyed by lower-case words; `brown.LANG.z`, `near.LANG.z` (classes of vectors
    from next-door words) and `topic.LANG.z` (from a wider window) by lookup forms. A language
    without a Brown table looks its capitalised words up in the English one. `usage.z`, by lookup
    forms of all languages, says what kind of name raw text uses a word in.
    """

    folder: Path

    @cached_property
    def _tables(self) -> dict[str, dict[str, int]]:
        return {}

    @cached_property
    def _found(self) -> dict[tuple[str, str], Classes]:
        return {}

    def is_known(self, word: str, language: str, *, is_exact: bool = False) -> bool:
        """Whether the texts that the vectors were made of hold a word often, in any spelling."""
        form = lookup_form(word)
        forms = (form,) if is_exact else tuple(spellings(form))
        return bool(_first(self._table(f"near.{language}"), forms))

    def usage(self, word: str) -> str:
        """The usage class of a word as it is written, as `USAGES` names it."""
        return USAGES[self._table("usage").get(lookup_form(word), 0)]

    def _table(self, name: str) -> dict[str, int]:
        if name not in self._tables:
            path = self.folder / f"{name}.z"
            self._tables[name] = unpack(path.read_bytes()) if path.exists() else {}
        return self._tables[name]

    def classes(self, word: str, language: str) -> Classes:
        """The classes of a word on a page in `language`."""
        key = (word, language)
        if key not in self._found:
            self._found[key] = self._look_up(lookup_form(word), language)
        return self._found[key]

    def _look_up(self, form: str, language: str) -> Classes:
        forms = tuple(spellings(form))
        return (
            self._gazetteer(form, forms),
            self._brown(form, forms, language),
            _first(self._table(f"near.{language}"), forms),
            _first(self._table(f"topic.{language}"), forms),
            self._usage(form, forms),
        )

    def _gazetteer(self, form: str, forms: tuple[str, ...]) -> int:
        if form[:1].isupper():
            return self._table("gazetteer").get(form.lower(), 0)
        return _first(self._table("gazetteer"), forms) if _ARABIC.match(form) else 0

    def _usage(self, form: str, forms: tuple[str, ...]) -> int:
        named = (form, form.capitalize()) if form.isupper() else (form,)
        return _first(self._table("usage"), forms if _ARABIC.match(form) else named)

    def _brown(self, form: str, forms: tuple[str, ...], language: str) -> int:
        own = self._table(f"brown.{language}")
        if own:
            return _first(own, forms)
        return _first(self._table("brown.en"), forms) if form[:1].isupper() else 0


def _first(table: Mapping[str, int], forms: tuple[str, ...]) -> int:
    return next((table[f] for f in forms if f in table), 0)


@lru_cache(maxsize=4)
def word_classes(folder: Path) -> WordClasses:
    """The tables of a folder, read once for all who look words up there."""
    return WordClasses(folder)
