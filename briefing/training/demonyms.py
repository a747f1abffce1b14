"""Inflecting demonyms: from one written form to all that a page may use, in eight languages.

Invariant: rules work on folded forms (no case, no accents), because that is what the lexicon
compares; a rule may give a form that nobody writes, never one that means another country.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.lexicon.folding import fold

Ending = tuple[str, tuple[str, ...]]
"""A folded ending and what may stand in its place; the first ending that fits is used."""

_FRENCH: tuple[Ending, ...] = (
    ("ien", ("ien", "ienne", "iens", "iennes")),
    ("een", ("een", "eenne", "eens", "eennes")),
    ("ain", ("ain", "aine", "ains", "aines")),
    ("ais", ("ais", "aise", "aises")),
    ("ois", ("ois", "oise", "oises")),
    ("on", ("on", "onne", "one", "ons", "onnes", "ones")),
    ("e", ("e", "es")),
    ("", ("", "e", "s", "es")),
)
_SPANISH: tuple[Ending, ...] = (
    ("o", ("o", "a", "os", "as")),
    ("es", ("es", "esa", "eses", "esas")),
    ("an", ("an", "ana", "anes", "anas")),
    ("on", ("on", "ona", "ones", "onas")),
    ("ol", ("ol", "ola", "oles", "olas")),
    ("i", ("i", "ies", "is")),
    ("u", ("u", "ues", "us")),
    ("e", ("e", "es")),
    ("a", ("a", "as")),
    ("", ("", "es", "s", "a", "as")),
)
_ITALIAN: tuple[Ending, ...] = (
    ("co", ("co", "ca", "chi", "ci", "che")),
    ("go", ("go", "ga", "ghi", "gi", "ghe")),
    ("io", ("io", "ia", "i", "ie")),
    ("o", ("o", "a", "i", "e")),
    ("ga", ("ga", "gi", "ghe")),
    ("a", ("a", "i", "e")),
    ("e", ("e", "i")),
    ("", ("",)),
)
_PORTUGUESE: tuple[Ending, ...] = (
    ("ao", ("ao", "a", "aos", "aes", "oes", "as")),
    ("eu", ("eu", "eia", "eus", "eias")),
    ("o", ("o", "a", "os", "as")),
    ("es", ("es", "esa", "eses", "esas")),
    ("ol", ("ol", "ola", "ois", "olas")),
    ("", ("", "s", "es", "a", "as")),
)
_GERMAN: tuple[Ending, ...] = (
    ("isch", ("isch", "ische", "ischen", "ischer", "ischem", "isches")),
    ("sch", ("sch", "sche", "schen", "scher", "schem", "sches")),
    ("er", ("er", "ers", "ern", "erin", "erinnen", "e", "en", "em", "es")),
    ("e", ("e", "en", "in", "innen")),
    ("", ("", "s", "e", "en", "in", "innen")),
)
_DUTCH: tuple[Ending, ...] = (
    ("aan", ("aan", "anen", "aanse")),
    ("ees", ("ees", "ese", "ezen")),
    ("isch", ("isch", "ische")),
    ("er", ("er", "ers")),
    ("s", ("s", "se")),
    ("i", ("i", "is", "iers")),
    ("", ("", "en", "s")),
)
_ENGLISH: tuple[Ending, ...] = (
    ("ese", ("ese",)),
    ("ish", ("ish",)),
    ("", ("", "s")),
)
_ARABIC = ("", "ه", "ة", "ين", "ون", "ات", "ان", "تان")


def _by_ending(rules: tuple[Ending, ...]) -> Callable[[str], Iterator[str]]:
    def inflect(word: str) -> Iterator[str]:
        ending, forms = next((e, f) for e, f in rules if word.endswith(e))
        stem = word[: len(word) - len(ending)]
        yield from (stem + form for form in forms)

    return inflect


def _inflect_arabic(word: str) -> Iterator[str]:
    yield from (word + ending for ending in _ARABIC)


INFLECTIONS: tuple[Callable[[str], Iterator[str]], ...] = (
    _by_ending(_ENGLISH),
    _by_ending(_FRENCH),
    _by_ending(_SPANISH),
    _by_ending(_GERMAN),
    _by_ending(_ITALIAN),
    _by_ending(_PORTUGUESE),
    _by_ending(_DUTCH),
    _inflect_arabic,
)
"""One rule set per language, in the order of the table's columns."""

_OTHER_WORDS = frozenset(
    (
        "est este estes esten fin fins let lets ire iren irin ier pool gala galas galo galos lao "
        "laos nica nicas tico tica ticos ticas rus deen poles polin papua papuas male mali kiwi "
        "kiwis"
    ).split()
)
"""Forms that are everyday words of some language, or another country's name, once folded."""


def inflect_cells(cells: list[str]) -> list[str]:
    """All folded forms of one country's demonym cells, in order and without repetition."""
    forms: dict[str, None] = {}
    for cell, inflect in zip(cells, INFLECTIONS, strict=True):
        for written in filter(None, (w.strip() for w in cell.split(","))):
            if written.startswith("="):
                forms[fold(written)] = None
            else:
                forms.update(dict.fromkeys(inflect(fold(written))))
    return [form for form in forms if form not in _OTHER_WORDS]
