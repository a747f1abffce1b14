"""Where the sources disagree.

Invariant: every difference has at least two values, from different articles, that cannot both be
true of one thing; each value is cited where it stands. Equal values in other clothes are agreement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.briefs.calendar_ledger import compare_calendars
from briefing.briefs.comparing import Comparer
from briefing.briefs.ledger import keep_ledger
from briefing.briefs.material import Material
from briefing.briefs.readings import Reading, take_readings
from briefing.lexicon.citing import cite_words
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.gist import split_folded
from briefing.model import BlockKind, Difference, DifferenceValue, Figure, Qualifier

_LONGEST_VALUE = 15
_REACH = 40


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
    return tuple(
        DifferenceValue(
            text=cite_words(texts[r.article], r.figure.start, r.figure.end),
            normalised=normalise(r.figure),
            article=r.article,
            start=r.figure.start,
            end=r.figure.end,
        )
        for r in ordered
    )


def normalise(figure: Figure) -> str:
    """A figure in base units: "at least 1100", "210000000 EUR"."""
    exact = figure.qualifier is Qualifier.EXACT
    parts = ["" if exact else figure.qualifier.value, f"{figure.value:.{_LONGEST_VALUE}g}"]
    return " ".join(part for part in (*parts, figure.unit or "") if part)


def _about(entry: Sequence[Reading], texts: dict[str, str], material: Material) -> str:
    """What the values are about, in the words of the sources: "injured", "EUR: fund"."""
    ranked = sorted(entry, key=lambda r: (r.statement.language != material.preferred, r.number))
    counted = [r.figure.counted for r in ranked if r.figure.counted and not r.figure.unit]
    if counted:
        return counted[0]
    unit = ranked[0].figure.unit or ranked[0].name.partition(" ")[2]
    word = _common_word(ranked, texts)
    return f"{unit}: {word}" if word else unit


def _common_word(ranked: Sequence[Reading], texts: dict[str, str]) -> str | None:
    """The content word nearest to the figure that most of its readings in one language share."""
    language = ranked[0].statement.language
    near: Counter[str] = Counter()
    for reading in ranked:
        if reading.statement.language == language:
            near.update(dict.fromkeys(_words_near(reading, texts[reading.article])))
    return max(near, key=lambda word: near[word]) if near else None


def _words_near(reading: Reading, text: str) -> list[str]:
    """Content words after the figure, then before it, the nearest first."""
    figure, statement = reading.figure, reading.statement
    after = split_folded(text[figure.end : min(statement.end, figure.end + _REACH)])
    before = split_folded(text[max(statement.start, figure.start - _REACH) : figure.start])
    found = [*after[:3], *reversed(before[1:])]
    return [w for w in found if len(w) > 2 and w not in ALL_FUNCTION_WORDS and not w.isdigit()]  # noqa: PLR2004
