"""Words that tell what kind of event a page reports, in the eight languages.

Invariant: a kind is known by the folded stems of nouns and verbs that name the act itself, each in
its language ("but" is a goal in French alone); a word tells a kind if it begins with one of the
stems. What only goes with an act (police, a prison, an orbit) hints at it, and names no act.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from briefing.lexicon.folding import fold

_TABLE_FILE = "event_kinds.txt"
_NONE = "-"
"""The kind of what only looks like a stem: a press conference is no summit."""
_WHOLE = "="
"""Before a word of the table that is no stem."""
_EXACT = 4
"""A stem of up to this length must be the whole word: "tor" is not "tornado"."""
_COMPOUND = 6
"""A stem of at least this length may end a compound: "Klimakonferenz"."""
_LONGEST = 32
"""No stem is longer, so that a word of a million letters costs no more than one of these."""
_COMPOUNDING = frozenset({"de", "nl"})
_ANY = ""
"""Stands for a language without words of its own: what is long in any of them is tried."""
_PROCLITICS = re.compile(r"^(?:[وفبكل]?ال|لل|[وفبلك])(?=\w{3})")
"""What Arabic writes together with the word behind it."""

KINDS = (
    "meeting",
    "summit",
    "agreement",
    "visit",
    "attack",
    "accident",
    "disaster",
    "outbreak",
    "verdict",
    "arrest",
    "crime",
    "election",
    "match",
    "award",
    "discovery",
    "merger",
    "decision",
    "strike",
    "protest",
    "appointment",
    "resignation",
    "death",
    "launch",
)
"""All kinds, in the order in which they win a tie."""

ENCOUNTERS = frozenset({"meeting", "summit", "visit", "agreement"})
"""Kinds of which who met whom is the substance."""

CONSEQUENCES = frozenset({"death", "arrest"})
"""Kinds that other kinds bring with them: a bus falls and people die."""

_FAMILIES = (
    ENCOUNTERS | {"merger", "launch", "decision"},
    frozenset(
        {"attack", "accident", "disaster", "outbreak", "death", "arrest", "crime", "verdict"}
    ),
    frozenset({"protest", "strike"}),
    frozenset({"election", "appointment", "resignation"}),
    frozenset({"match"}),
    frozenset({"award"}),
    frozenset({"discovery"}),
)
_FAMILY = {kind: number for number, family in enumerate(_FAMILIES) for kind in family}


@dataclass(frozen=True, slots=True)
class _Stems:
    """The kinds of acts by the stems that name them, and by those that only hint at them."""

    acts: Mapping[str, str]
    hints: Mapping[str, str]


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, _Stems]:
    """The stems of each language; the first kind of the table wins a stem."""
    acts: dict[str, dict[str, str]] = {_ANY: {}}
    hints: dict[str, dict[str, str]] = {_ANY: {}}
    raw = resources.files(__package__).joinpath(_TABLE_FILE).read_text(encoding="utf-8")
    for line in raw.splitlines():
        if line.startswith("#"):
            continue
        kind, language, *columns = line.split("\t")
        for table, stems in zip((acts, hints), columns, strict=False):
            for stem in stems.split():
                mark, word = stem[: stem.startswith(_WHOLE)], fold(stem.removeprefix(_WHOLE))
                key = mark or _WHOLE * (len(word) <= _EXACT)
                table.setdefault(language, {}).setdefault(key + word, kind)
                if not key:
                    table[_ANY].setdefault(word, kind)
    return {language: _Stems(of, hints.get(language, {})) for language, of in acts.items()}


def _look_up(stems: Mapping[str, str], word: str, *, may_compound: bool) -> str | None:
    """The kind of the longest stem at the beginning of a word, else at its end."""
    whole = stems.get(_WHOLE + word)
    if whole is not None:
        return whole
    longest = min(len(word), _LONGEST)
    for length in range(longest, _EXACT, -1):
        kind = stems.get(word[:length])
        if kind is not None:
            return kind
    if may_compound:
        for length in range(longest, _COMPOUND - 1, -1):
            kind = stems.get(word[-length:])
            if kind is not None:
                return kind
    return None


def _spellings(word: str) -> Iterable[str]:
    """A folded word, what stands behind its last apostrophe, and an Arabic word bare."""
    yield word
    head, _, last = word.rpartition(" ")
    if head:
        yield last
    bare = _PROCLITICS.sub("", word)
    if bare != word:
        yield bare


def _first_kind(stems: Mapping[str, str], word: str, *, may_compound: bool) -> str | None:
    found = (_look_up(stems, each, may_compound=may_compound) for each in _spellings(word))
    kind = next(filter(None, found), _NONE)
    return None if kind == _NONE else kind


@lru_cache(maxsize=1 << 16)
def kind_of_word(word: str, language: str = _ANY) -> str | None:
    """The kind of act that a folded word names."""
    tables = _tables()
    stems = tables.get(language, tables[_ANY]).acts
    return _first_kind(stems, word, may_compound=language in _COMPOUNDING)


@lru_cache(maxsize=1 << 16)
def kind_hinted(word: str, language: str = _ANY) -> str | None:
    """The kind of act that a folded word goes with, of those that it does not name."""
    tables = _tables()
    stems = tables.get(language, tables[_ANY]).hints
    return _first_kind(stems, word, may_compound=language in _COMPOUNDING)


@lru_cache(maxsize=1 << 16)
def kind_as_written(word: str, language: str = _ANY) -> str | None:
    """The kind of act that a word of running text names."""
    return kind_of_word(fold(word), language)


def kinds_of(words: Iterable[str], language: str = _ANY) -> Counter[str]:
    """How often folded words name each kind."""
    return Counter(filter(None, (kind_of_word(word, language) for word in words)))


def family_of(kind: str) -> int:
    """The number of the family of kinds that pages may tell one act by: a deal and its signing."""
    return _FAMILY[kind]


POLLING = frozenset(
    (
        "polls polling ballot voted voters urnes scrutin vote votes voter votaron urnas comicios"
        " jornada urnengang wahltag wahllokale wahlberechtigte abgestimmt gewahlt urne seggi"
        " votanti elettori votazioni votaram eleitores stembus stembureaus stemden kiezers"
        " الاقتراع صناديق الناخبون الناخبين التصويت"
    ).split()
)
"""Folded words that tell of the day on which people vote."""

COUNTING = frozenset(
    (
        "results result count counting declared proclaimed published gazetted recount tally"
        " resultats resultat depouillement proclame proclames publies recuento escrutinio"
        " resultados resultado proclamo publico auszahlung ergebnis ergebnisse wahlleiter"
        " risultati spoglio conteggio apuracao contagem uitslag uitslagen telling النتائج فرز نتائج"
    ).split()
)
"""Folded words that tell of the days after it."""
