"""The figures of an event that may be set against each other, each with its context.

Invariant: a reading is a figure of one article's own sentences; polls, ages and what a page only
compares with are no readings. A reading says what speaks against it (background, a preview, a
quotation), a rate is of another class than a total, and what somebody only asks for or expects of
another kind than what is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.briefs.background import dates_of, event_day
from briefing.briefs.further_figures import find_further
from briefing.briefs.material import Material, Statement
from briefing.briefs.measures import BARE, LEAST_SUM, SOME
from briefing.briefs.values import TIMES, are_compatible, figure_class, is_unknown
from briefing.lexicon.centuries import KINDS
from briefing.lexicon.counted import counted_class, is_human
from briefing.lexicon.durations import Span, span_of
from briefing.lexicon.gist import split_folded
from briefing.lexicon.looking import states_position
from briefing.lexicon.parts import certainty, is_some_of_them
from briefing.lexicon.phrases import roles
from briefing.lexicon.rates import (
    find_rate,
    is_compared_with,
    is_crowd,
    is_followed_by_verb,
    is_match_minute,
    is_second_half,
    is_size_of_group,
    is_stadium_next,
    tells_every_year,
    tells_of_polls,
)
from briefing.lexicon.spoken_times import find_spoken_times
from briefing.lexicon.units import MONEY
from briefing.model import Document, Figure

_BEFORE = 60
_PART_REACH = 24
_AFTER = 28
_BESIDE = 14
_BESIDE_WORDS = 70
_CLAUSE = 60
_CROWD = 500
"""Fewer than so many, before whom something happens, are oftener judges or days."""
_SPECTATORS = "count spectators"
_PEOPLE = "count people"
_INHABITANTS = "count inhabitants"
_MINUTE = "count minute"
_CASES = "count cases"
_INJURED = "count injured"
_SICK = re.compile(r"\s(?:إصابة|إصابات)\s(?:\S{1,12}\s)?(?:مؤكدة|مشتبه|جديدة|بال?\S|بمرض|بفيروس)")
"""Arabic has one word for those who are hurt and those who are infected."""
_CERTAIN_BEFORE, _CERTAIN_AFTER = 40, 24
_HALF_TIME = 45
_LEAD = 1
_DAY_LENGTH = 10
_MOST_READINGS = 120
_MOST_IN_ALL = 720
_FEWEST = 6
"""Every reading is compared with every other: of many reports only the early figures are read."""
_AGE_REACH = 8
_PAST = re.compile(r"P-\d+[WMY]")
_AGE = re.compile(
    r"years?[- ]old|\bages?d?\b|\bâgée?s?\b|\b(?:de|of) edad|\bjährige|\bJahre alt|\banni di età"
    r"|\banos de idade|\bjaar oud|\bjarige|عاما من العمر",
    re.IGNORECASE,
)
_DEGREES = "°C"
_QUAKE_REACH = 24
_QUAKE_BEFORE = re.compile(r"(?:بقوة|بشدة|قوته|شدته|قوتها|شدتها)(?: \S{1,8})?\s$")
_QUAKE_AFTER = re.compile(r"[^.;\n]{0,24}(?:Richter|ريختر)", re.IGNORECASE)
_ELLIPSIS = re.compile(
    r",?\s(?:(?:e|y|et|and|und|en)\s)?(?:(?:com|con|avec|with|mit|met)\s)?", re.IGNORECASE
)
_OF = re.compile(r"\s(?:de|di|of|von|van)\s|\sd['’]", re.IGNORECASE)
_VICTIMS = frozenset({"dead", "injured", "missing", "cases"})
_STATES = frozenset({"dead", "injured", "missing", "arrested", "displaced", "rescued", "stranded"})
_STATE_BEFORE = 24
_STATE_AFTER = 40
_NEXT_WORDS = 4
_CLITIC = 4
_VERB_LAST = frozenset({"de", "nl"})


def _unstated_class(figure: Figure, statement: Statement, text: str) -> str | None:
    """The class of a figure, of large numbers by what stands beside them, without its verb."""
    if figure.counted in KINDS:
        return f"count {figure.counted}"
    name = figure_class(figure, statement.language)
    before = text[statement.start : figure.start]
    if is_match_minute(before, figure.unit):
        return _MINUTE
    if figure.unit or figure.value < _CROWD or name not in {None, _PEOPLE}:
        return name
    if is_crowd(before) or is_stadium_next(text[figure.end : statement.end]):
        return _SPECTATORS
    if name == _PEOPLE and is_size_of_group(before):
        return _INHABITANTS
    is_bare = name is None and is_followed_by_verb(text[figure.end : statement.end])
    return _PEOPLE if is_bare else name


def _name(figure: Figure, statement: Statement, text: str) -> str | None:
    """The class of a figure; of people, what became of them where the next words say so."""
    name = _unstated_class(figure, statement, text)
    if name == _CASES or (name == _INJURED and _is_sick(figure, text)):
        return _name_cases(figure, statement, text)
    if name is None or not is_human(name.removeprefix("count ")):
        return name
    is_unnamed = name == _PEOPLE
    reach = _STATE_AFTER * (2 if statement.language in _VERB_LAST and is_unnamed else 1)
    after = split_folded(text[figure.end : min(statement.end, figure.end + reach)])
    before = split_folded(text[max(statement.start, figure.start - _STATE_BEFORE) : figure.start])
    before = [word.removeprefix("و") if len(word) > _CLITIC else word for word in before]
    words = (*after, *reversed(before)) if is_unnamed else (*after[:_NEXT_WORDS], *before[-1:])
    for word in words:
        state = counted_class(word)
        if state in _STATES:
            return f"count {state}"
        if word in roles()["killed"] or (
            word in roles()["life"] and any(w in roles()["loss"] for w in words)
        ):
            return "count dead"
        if word in roles()["hurt"]:
            return "count injured"
    return name


def _is_sick(figure: Figure, text: str) -> bool:
    return _SICK.match(text, figure.end) is not None


def _name_cases(figure: Figure, statement: Statement, text: str) -> str:
    """The class of cases of a disease: suspected ones and confirmed ones are two counts."""
    before = text[max(statement.start, figure.start - _CERTAIN_BEFORE) : figure.start]
    after = text[figure.end : min(statement.end, figure.end + _CERTAIN_AFTER)]
    kind = certainty(before.rpartition(",")[2], after.partition(",")[0])
    return f"count {kind} cases" if kind else _CASES


def _bare(figure: Figure, statement: Statement, text: str) -> str:
    """The class of a number without a noun: some of those named before, or nothing known."""
    return SOME if is_some_of_them(text[figure.end : statement.end][:_PART_REACH]) else BARE


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure in one article's report; `number` is its place among all readings.

    `kind` tells apart what a sentence dates weeks or years before its page ("past": a first
    round), what somebody asks for or expects ("wanted"), and what is. `before` and `after` are the
    words of its sentence beside it.
    """

    number: int
    name: str
    figure: Figure
    statement: Statement
    kind: str = ""
    before: str = ""
    after: str = ""
    is_background: bool = False
    is_preview: bool = False
    is_quoted: bool = False

    @property
    def article(self) -> str:
        """The article that says so."""
        return self.statement.article


def is_preview(document: Document, material: Material) -> bool:
    """Whether a page announces the event.

    It was published well before the day, or on the eve of a day that it names. A report that only
    dates the event a day earlier than others is none, nor one that counts victims: nobody knows
    them ahead, so that it is the day of the event that is given too late.
    """
    day, published = event_day(material), (document.article.published or "")[:_DAY_LENGTH]
    if not day or not published or published >= day[: len(published)]:
        return False
    if len(day) < _DAY_LENGTH or len(published) < _DAY_LENGTH:
        return True
    own = [s for s in material.statements if s.article == document.article.id]
    gap = date.fromisoformat(day) - date.fromisoformat(published)
    if any(_counts_victims(s) for s in own[: _LEAD + 2]):
        return False
    return gap.days > 1 or any(day in dates_of(s, day) for s in own)


def _counts_victims(statement: Statement) -> bool:
    """Whether a sentence counts dead, hurt or sick people: it reports what has happened."""
    return any(counted_class(f.counted or "") in _VICTIMS for f in statement.figures)


def find_previews(material: Material) -> frozenset[str]:
    """The articles that only announce the event, where others report it."""
    found = frozenset(d.article.id for d in material.documents if is_preview(d, material))
    return found if len(found) < len(material.documents) else frozenset()


def take_readings(
    material: Material,
    background: frozenset[tuple[str, int]],
    ages: Iterable[tuple[str, int, int]] = (),
) -> list[Reading]:
    """All readings in the order of article id and place; `ages` are ranges of somebody's age."""
    old: dict[str, list[tuple[int, int]]] = {d.article.id: [] for d in material.documents}
    for article, start, end in ages:
        old[article].append((start, end))
    previews = find_previews(material)
    texts = {d.article.id: d.article.text for d in material.documents}
    quoted = {d.article.id: [(q.start, q.end) for q in d.quotes] for d in material.documents}
    found: list[Reading] = []
    per_article: Counter[str] = Counter()
    room = max(_FEWEST, min(_MOST_READINGS, _MOST_IN_ALL // max(1, len(texts))))
    for statement in material.statements:
        article, text = statement.article, texts[statement.article]
        for figure, name in _comparable(statement, text):
            is_age = any(start < figure.end and figure.start < end for start, end in old[article])
            if is_age or per_article[article] >= room:
                continue
            per_article[article] += 1
            reading = Reading(
                number=len(found),
                name=name,
                figure=figure,
                statement=statement,
                kind=_kind(figure, statement, text),
                before=text[max(statement.start, figure.start - _BESIDE_WORDS) : figure.start],
                after=text[figure.end : min(statement.end, figure.end + _BESIDE_WORDS)],
                is_background=(article, statement.start) in background,
                is_preview=article in previews,
                is_quoted=any(s <= figure.start and figure.end <= e for s, e in quoted[article]),
            )
            found.append(reading)
    return _with_currencies(found)


def _with_currencies(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, a sum whose currency its page names elsewhere with it.

    A headline has "60 million" where the text has "60 million euros".
    """
    sums: defaultdict[str, list[Figure]] = defaultdict(list)
    for reading in readings:
        if reading.figure.unit in MONEY:
            sums[reading.article].append(reading.figure)
    return [_with_currency(r, sums[r.article]) for r in readings]


def _with_currency(reading: Reading, sums: Sequence[Figure]) -> Reading:
    is_bare = reading.name == BARE and reading.figure.value >= LEAST_SUM
    same = [f for f in sums if is_bare and are_compatible(reading.figure, f)]
    if not same:
        return reading
    figure = replace(reading.figure, unit=same[0].unit)
    return replace(reading, figure=figure, name=figure_class(figure) or reading.name)


def _kind(figure: Figure, statement: Statement, text: str) -> str:
    before = text[max(statement.start, figure.start - _BEFORE) : figure.start]
    if states_position(before):
        return "wanted"
    return "past" if any(_PAST.match(d.partial or "") for d in statement.dates) else ""


def _comparable(statement: Statement, text: str) -> Iterable[tuple[Figure, str]]:
    if statement.position > _LEAD and tells_of_polls(statement.text):
        return
    times = [(d.start, d.end) for d in statement.dates if d.time]
    spoken = find_spoken_times(text, statement.language, statement.start, statement.end)
    times += [(t.start, t.end) for t in spoken]
    figures = sorted((*statement.figures, *find_further(statement, text)), key=lambda f: f.start)
    for at, told in enumerate(figures):
        if any(start < told.end and told.start < end for start, end in times):
            continue
        figure = _with_unit(told, figures[at - 1] if at else None, text)
        name = _name(figure, statement, text) or _bare(figure, statement, text)
        before = text[max(statement.start, figure.start - _BEFORE) : figure.start]
        after = text[figure.end : min(statement.end, figure.end + _AFTER)]
        span = _span(figure, statement, text)
        is_age = span is Span.AGE or _AGE.search(text, figure.start, figure.end + _AGE_REACH)
        if is_age or is_compared_with(before[-_BESIDE:], is_time=figure.unit in TIMES):
            continue
        rate = find_rate(after.partition(",")[0]) or find_rate(before[-_BESIDE:].rpartition(",")[2])
        rate = span.value or rate
        if rate is None and tells_every_year(_up_to_figure(statement, figure, text)):
            rate = "year"
        if name == _MINUTE and is_second_half(text[figure.end : figure.end + _AFTER]):
            figure = replace(figure, value=figure.value + _HALF_TIME)
        yield figure, f"{name} per {rate}" if rate else name


def _with_unit(figure: Figure, before: Figure | None, text: str) -> Figure:
    """The figure with the unit of the one before it: "fifteen years, with three of grace".

    The degrees of an earthquake are those of its magnitude.
    """
    if figure.unit == _DEGREES and (
        _QUAKE_BEFORE.search(text, max(0, figure.start - _QUAKE_REACH), figure.start)
        or _QUAKE_AFTER.match(text, figure.end)
    ):
        return replace(figure, unit=None, counted="magnitude")
    if before is None or figure.unit or before.unit not in TIMES:
        return figure
    name = figure_class(figure)
    is_known = name is not None and not is_unknown(name)
    is_told = _ELLIPSIS.fullmatch(text, before.end, figure.start) and _OF.match(text, figure.end)
    return replace(figure, unit=before.unit) if is_told and not is_known else figure


def _span(figure: Figure, statement: Statement, text: str) -> Span:
    if figure.unit not in TIMES:
        return Span.DURATION
    before, after = text[statement.start : figure.start], text[figure.end : statement.end]
    years = float(figure.value) if figure.unit == "y" else None
    return span_of(before[-_BEFORE:], after[:_AFTER], years, statement.language)


def _up_to_figure(statement: Statement, figure: Figure, text: str) -> str:
    """The rest of a figure's clause, as far as it gives no other figure."""
    following = [f.start for f in statement.figures if f.start >= figure.end]
    end = min([statement.end, figure.end + _CLAUSE, *following])
    return text[figure.end : end].partition(",")[0]
