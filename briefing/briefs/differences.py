"""Where the sources disagree.

Invariant: every difference has at least two values, from different articles, that cannot both be
true of one thing; each value is cited where it stands. Equal values in other clothes are agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.briefs.calendar_ledger import compare_calendars
from briefing.briefs.comparing import Comparer
from briefing.briefs.ledger import keep_ledger
from briefing.briefs.material import Material
from briefing.briefs.readings import Reading, take_readings
from briefing.lexicon.citing import cite_words
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.gist import gist_key, split_folded
from briefing.model import BlockKind, Difference, DifferenceValue, Figure, Qualifier

_LONGEST_VALUE = 15
_REACH = 40
_WORDS_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class _Noun:
    """A counted noun as a page writes it, and where it ends."""

    words: str
    end: int


def find_differences(
    material: Material, comparer: Comparer, background: frozenset[tuple[str, int]]
) -> tuple[Difference, ...]:
    """The conflict ledger: figures in the order of the articles, then days and times."""
    readings = take_readings(material, background)
    texts = {d.article.id: d.article.text for d in material.documents}
    figures = [
        Difference(_about(entry, texts, material), _values(entry, texts))
        for entry in keep_ledger(readings, comparer)
    ]
    return (*figures, *compare_calendars(material, comparer, background))


def _values(entry: Sequence[Reading], texts: dict[str, str]) -> tuple[DifferenceValue, ...]:
    """One value for each article, in running text rather than in its headline."""
    chosen: dict[str, Reading] = {}
    for reading in entry:
        held = chosen.get(reading.article)
        if held is None or (
            held.statement.kind is BlockKind.HEADLINE
            and reading.statement.kind is not BlockKind.HEADLINE
        ):
            chosen[reading.article] = reading
    ordered = sorted(chosen.values(), key=lambda r: (r.figure.value, r.number))
    return tuple(_to_value(reading, texts[reading.article]) for reading in ordered)


def _to_value(reading: Reading, text: str) -> DifferenceValue:
    """The figure with the noun it counts, where that follows: "46 autres blessées"."""
    figure = reading.figure
    noun = _find_counted(reading, text)
    end = noun.end if noun else figure.end
    return DifferenceValue(
        text=cite_words(text, figure.start, end),
        normalised=normalise(figure),
        article=reading.article,
        start=figure.start,
        end=end,
    )


def normalise(figure: Figure) -> str:
    """A figure in base units: "at least 1100", "210000000 EUR"."""
    exact = figure.qualifier is Qualifier.EXACT
    parts = ["" if exact else figure.qualifier.value, f"{figure.value:.{_LONGEST_VALUE}g}"]
    return " ".join(part for part in (*parts, figure.unit or "") if part)


def _about(entry: Sequence[Reading], texts: dict[str, str], material: Material) -> str:
    """What the values are about, in the words of the sources: "blessées", "EUR: fund"."""
    ranked = sorted(entry, key=lambda r: (r.statement.language != material.preferred, r.number))
    for reading in ranked:
        noun = None if reading.figure.unit else _find_counted(reading, texts[reading.article])
        if noun:
            return noun.words.casefold()
    named = [r.figure.counted for r in ranked if r.figure.counted and not r.figure.unit]
    if named:
        return named[0]
    unit = ranked[0].figure.unit or ranked[0].name.partition(" ")[2]
    word = _common_word(ranked, texts)
    return f"{unit}: {word}" if word else unit


def _find_counted(reading: Reading, text: str) -> _Noun | None:
    """The word right after the figure that it counts, as the page writes it."""
    figure = reading.figure
    ahead = text[figure.end : min(reading.statement.end, figure.end + _REACH)]
    for number, match in enumerate(WORD.finditer(ahead)):
        if fold(match[0]) == figure.counted:
            return _Noun(match[0], figure.end + match.end())
        if number >= _WORDS_BETWEEN:
            break
    return None


def _common_word(ranked: Sequence[Reading], texts: dict[str, str]) -> str | None:
    """The content word near the figure that other articles' sentences also speak of."""
    language = ranked[0].statement.language
    for reading in ranked:
        if reading.statement.language == language:
            others = [r.statement.keys for r in ranked if r.article != reading.article]
            for word in _words_near(reading, texts[reading.article]):
                if any(gist_key(word) in keys for keys in others):
                    return word
    return None


def _words_near(reading: Reading, text: str) -> list[str]:
    """Content words after the figure, then before it, the nearest first."""
    figure, statement = reading.figure, reading.statement
    after = split_folded(text[figure.end : min(statement.end, figure.end + _REACH)])
    before = split_folded(text[max(statement.start, figure.start - _REACH) : figure.start])
    return [*after[:_WORDS_BETWEEN], *reversed(before[1:])]
