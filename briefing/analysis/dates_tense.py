"""Whether the sentence around a date looks back or ahead.

Invariant: only words of the same sentence count, the nearest wins, and where an English report
says neither, that is said (None): its present tense may announce as well as report.
"""

from __future__ import annotations

from briefing.analysis.dates_units import Line, Reading
from briefing.lexicon.calendar import LANGUAGES
from briefing.lexicon.folding import fold
from briefing.lexicon.speech import SAYING
from briefing.lexicon.tense import announces, lasts, points_ahead, tense_of
from briefing.model import BlockKind

_CLOSE = 3
# A sentence without stops must not make a hostile line cost the square of its length.
_WINDOW = 80
_STOPS = frozenset(".!?؟;…")
_BREAKS = frozenset(',:–"“”«»()')
_INFINITIVES = frozenset("be être ser estar essere sein zijn".split())
_MIN_REPORT = 6
_SMALL = frozenset("qotcaiXTU'")


def find_lean(line: Line, reading: Reading, kind: BlockKind) -> int | None:
    """1 ahead, -1 back, 0 neither (the past may be assumed), None neither (it may not)."""
    language = line.language if line.language in LANGUAGES else "en"
    assert language is not None
    if reading.direction == "L":
        return -1
    ahead = _pointer(line, reading, language)
    # "From January to August": the end of a span points nowhere.
    if ahead is not None and line.kinds[ahead - 1 : ahead] not in set("MmWdy"):
        return 1
    first, last = _sentence(line, reading)
    is_report = kind in {BlockKind.BODY, BlockKind.STANDFIRST} and last - first >= _MIN_REPORT
    # Headlines tell the past in the present tense.
    lean = _nearest_cue(line, reading, range(first, last), language, is_report=is_report)
    if lean == 0 and language == "en" and is_report and not _has_possessive(line, reading):
        return None
    return lean


def _pointer(line: Line, reading: Reading, language: str) -> int | None:
    """The word that points ahead ("until", "ab dem"): nothing but small words may follow it."""
    for at in range(reading.first - 1, max(-1, reading.first - 1 - _CLOSE), -1):
        if points_ahead(_written(line, at), language):
            return at
        if line.kinds[at] not in _SMALL:
            return None
    return None


def _written(line: Line, at: int) -> str:
    unit = line.units[at]
    return line.source[unit.start : unit.end]


def _has_possessive(line: Line, reading: Reading) -> bool:
    return line.kinds[reading.last : reading.last + 1] == "'"


def _stops(line: Line, at: int) -> bool:
    """Whether a sentence ends at a unit: a stop that white space and no small letter follows."""
    unit = line.units[at]
    if unit.text not in _STOPS:
        return False
    rest = line.source[unit.end : unit.end + 2]
    return not rest or (rest[0] in ' \n\u00a0"”»' and not rest[-1].islower())


def _sentence(line: Line, reading: Reading) -> tuple[int, int]:
    first, last = reading.first, reading.last
    while first > max(0, reading.first - _WINDOW) and not _stops(line, first - 1):
        first -= 1
    while last < min(len(line.units), reading.last + _WINDOW) and not _stops(line, last):
        last += 1
    return first, last


def _tense(line: Line, at: int, language: str) -> int:
    """The tense of a word; a participle takes that of its auxiliary ("will be published")."""
    found = tense_of(_written(line, at), language)
    if found >= 0:
        return found
    before = [_written(line, i) for i in range(at - 1, max(-1, at - 3), -1)]
    if (
        before
        and any(tense_of(word, language) == 1 for word in before)
        and before[0] not in _BREAKS
    ):
        return 1
    return 0 if before and before[0].lower() in _INFINITIVES else found


def _tells_past(line: Line, units: range, language: str) -> bool:
    """Whether a verb of an act stands in the past, and not one of saying that it would be."""
    words = (_written(line, at) for at in units)
    return any(tense_of(w, language) < 0 and fold(w) not in SAYING for w in words)


def _nearest_cue(
    line: Line, reading: Reading, sentence: range, language: str, *, is_report: bool
) -> int:
    """The tense of the nearest verb; one that follows in another clause says nothing."""
    best, lean = len(line.units) + 1, 0
    for at in range(reading.first - 1, sentence.start - 1, -1):
        found = _tense(line, at, language)
        word = _written(line, at)
        if not found and lasts(word) and _tells_past(line, range(sentence.start, at), language):
            continue
        if found or (is_report and announces(word, language)):
            best, lean = reading.first - at, found or 1
            break
    is_opening = reading.first - sentence.start <= 1
    for at in range(reading.last, sentence.stop):
        distance = at - reading.last + 2
        if distance >= best or (line.units[at].text in _BREAKS and not is_opening):
            break
        if found := tense_of(_written(line, at), language):
            return found
        if is_report and announces(_written(line, at), language):
            return 1
    return lean
