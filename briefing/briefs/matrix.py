"""Which source carries which fact, so that what an outlet leaves out can be seen.

Invariant: every row has one cell for each source, in the order of their numbers; a cell that is not
silent cites where its source says so. The same fact in two languages is one row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.briefs.background import complete_date
from briefing.briefs.calendar_ledger import DAY_OF_EVENT
from briefing.briefs.comparing import Comparer
from briefing.briefs.differences import Ledger, show_values
from briefing.briefs.labels import find_counted, label_figures, normalise
from briefing.briefs.ledger import has_rivals
from briefing.briefs.material import Material, Statement
from briefing.briefs.matrix_points import carry_points
from briefing.briefs.origins import count_origins
from briefing.briefs.places_ledger import PLACE_OF_EVENT
from briefing.briefs.readings import Reading
from briefing.days import parse_day
from briefing.indexing import is_own
from briefing.lexicon.event_kinds import ENCOUNTERS, KINDS, kind_as_written
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.outcomes import OUTCOMES, outcome_at
from briefing.model import (
    Attendee,
    BlockKind,
    Citation,
    Difference,
    DifferenceValue,
    MatrixCell,
    MatrixRow,
    Point,
    Stance,
)

_MOST_PEOPLE = 8
_MOST_OUTCOMES = 2
_MOST_FIGURES = 6
_OUTCOME_REACH = 3
_LEAD = 1
_DAYS_OF_EVENT = 3
_FEWEST = 2
_Carried = dict[str, Citation]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the other parts of a brief have found, for the matrix to lay side by side."""

    attendance: tuple[Attendee, ...]
    points: Sequence[Point]
    differences: Sequence[Difference]
    ledger: Ledger


def build_matrix(
    material: Material,
    comparer: Comparer,
    background: frozenset[tuple[str, int]],
    origins: Mapping[str, int],
    findings: Findings,
) -> tuple[MatrixRow, ...]:
    """The rows: who, what, when, where, outcomes, figures, points, then disputed matters.

    An event with one source has none: there is nothing to compare.
    """
    if len(material.documents) < _FEWEST:
        return ()
    weaver = _Weaver(material, origins)
    by_matter = {d.about: d for d in findings.differences}
    carried = carry_points(findings.points, material, comparer, background)
    return (
        *_people(findings.attendance, weaver),
        *_act(material, weaver),
        *_date(material, background, weaver, by_matter.get(DAY_OF_EVENT)),
        *_place(material, background, weaver, by_matter.get(PLACE_OF_EVENT)),
        *_outcomes(material, background, weaver),
        *_figures(findings.ledger, material, weaver),
        *_points(findings, carried, weaver),
        *_disputed(findings.differences, weaver),
    )


@dataclass(frozen=True, slots=True)
class _Weaver:
    """Makes rows with a cell for every source of the event."""

    material: Material
    origins: Mapping[str, int]

    def row(
        self,
        kind: str,
        fact: str,
        carried: Mapping[str, Citation],
        others: Iterable[DifferenceValue] = (),
        language: str | None = None,
    ) -> MatrixRow:
        """The row of a fact: where it is carried, where another value stands, else silence."""
        rivals = {v.article: v for v in others}
        cells = []
        for document in self.material.documents:
            article = document.article.id
            rival, place = rivals.get(article), carried.get(article)
            if rival:
                cited = Citation(article, rival.start, rival.end)
                cells.append(MatrixCell(article, Stance.OTHER, (cited,), rival.text))
            elif place:
                cells.append(MatrixCell(article, Stance.CARRIES, (place,)))
            else:
                cells.append(MatrixCell(article, Stance.SILENT))
        carrying = (c.article for c in cells if c.stance is Stance.CARRIES)
        total = count_origins(carrying, self.origins)
        return MatrixRow(kind, fact, tuple(cells), total, language)

    def first(self, citations: Iterable[Citation]) -> _Carried:
        """For each source the first of some places, in its own report if there is one."""
        documents = {d.article.id: d for d in self.material.documents}
        here = [c for c in citations if c.article in documents]
        found: _Carried = {}
        for place in sorted(here, key=lambda c: (not is_own(documents[c.article], c.start), c)):
            found.setdefault(place.article, place)
        return found


def _people(attendance: Sequence[Attendee], weaver: _Weaver) -> Iterator[MatrixRow]:
    for attendee in attendance[:_MOST_PEOPLE]:
        yield weaver.row("who", attendee.name, {a.article: a.citation for a in attendee.accounts})


def _act(material: Material, weaver: _Weaver) -> Iterator[MatrixRow]:
    """The act by each source's first word for it, else for what an encounter also is."""
    kind = material.event.kind
    if kind in KINDS:
        told: dict[bool, list[Citation]] = {True: [], False: []}
        for statement, words in _words(material):
            for word in words:
                named = kind_as_written(word.group(), statement.language)
                if named == kind or (kind in ENCOUNTERS and named in ENCOUNTERS):
                    place = Citation(statement.article, word.start(), word.end())
                    told[named == kind].append(place)
        yield weaver.row("what", kind, {**weaver.first(told[False]), **weaver.first(told[True])})


def _words(material: Material) -> Iterator[tuple[Statement, list[re.Match[str]]]]:
    texts = {d.article.id: d.article.text for d in material.documents}
    for statement in material.statements:
        text = texts[statement.article]
        yield statement, list(WORD.finditer(text, statement.start, statement.end))


def _date(
    material: Material,
    background: frozenset[tuple[str, int]],
    weaver: _Weaver,
    rivals: Difference | None,
) -> Iterator[MatrixRow]:
    """The day of the event; a lead that gives no more than another day nearby has another value."""
    date = material.event.date
    if not date:
        return
    told = [
        Citation(s.article, d.start, d.end)
        for s in material.statements
        for d in s.dates
        if (d.value or complete_date(d, s, date.value)) == date.value
    ]
    carried = weaver.first([*date.citations, *told])
    others = {v.article: v for v in (rivals.values if rivals else ()) if v.normalised != date.value}
    for statement in material.statements:
        is_lead = (
            statement.position <= _LEAD and (statement.article, statement.start) not in background
        )
        for mention in statement.dates if is_lead and statement.article not in carried else ():
            if mention.value and _is_near(mention.value, date.value):
                value = DifferenceValue(
                    mention.text, mention.value, statement.article, mention.start, mention.end
                )
                others.setdefault(statement.article, value)
    yield weaver.row("when", date.value, carried, others.values())


def _is_near(value: str, day: str) -> bool:
    one, two = parse_day(value), parse_day(day)
    return one is not None and two is not None and abs((one - two).days) <= _DAYS_OF_EVENT


def _place(
    material: Material,
    background: frozenset[tuple[str, int]],
    weaver: _Weaver,
    rivals: Difference | None,
) -> Iterator[MatrixRow]:
    """The town, or where none is known the country; a source that names no more is silent."""
    place = material.event.place
    name = place.city or place.country
    if name:
        named = (
            Citation(s.article, start, end)
            for s in material.statements
            if (s.article, s.start) not in background
            for start, end, entity in material.spans[s.article].named(s.start, s.end)
            if entity in material.places
        )
        others = [v for v in rivals.values if fold(v.normalised) != fold(name)] if rivals else []
        yield weaver.row("where", name, weaver.first([*place.citations, *named]), others)


def _outcomes(
    material: Material, background: frozenset[tuple[str, int]], weaver: _Weaver
) -> Iterator[MatrixRow]:
    """How it ended, as headlines and leads say it, the most widely told first."""
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    leading = set[str]()
    for statement, words in _words(material):
        if (statement.article, statement.start) in background:
            continue
        is_lead = statement.kind is BlockKind.HEADLINE or statement.position < _OUTCOME_REACH
        told = [word.group() for word in words]
        for at, word in enumerate(words):
            name = outcome_at(told, at)
            if name:
                found[name].append(Citation(statement.article, word.start(), word.end()))
                leading |= {name} if is_lead else set()
    rows = [weaver.row("outcome", o, weaver.first(found[o])) for o in OUTCOMES if o in leading]
    yield from sorted(rows, key=lambda row: -row.origins)[:_MOST_OUTCOMES]


def _figures(ledger: Ledger, material: Material, weaver: _Weaver) -> Iterator[MatrixRow]:
    """The figures on which two sources or more agree, the most widely told first."""
    texts = {d.article.id: d.article.text for d in material.documents}
    rows = []
    for entry in ledger.entries:
        if len({r.article for r in entry}) >= _FEWEST and not has_rivals(entry):
            values = show_values(entry, texts)
            carried = {v.article: Citation(v.article, v.start, v.end) for v in values}
            rows.append(weaver.row("figure", _name_figure(entry, values, material), carried))
    yield from sorted(rows, key=lambda row: -row.origins)[:_MOST_FIGURES]


def _name_figure(
    entry: Sequence[Reading], values: Sequence[DifferenceValue], material: Material
) -> str:
    """A figure as a source in the preferred language writes it, else in base units."""
    languages = {d.article.id: d.article.language for d in material.documents}
    ranked = sorted(
        values, key=lambda v: (languages[v.article] != material.preferred, -len(v.text), v.article)
    )
    shown = ranked[0]
    texts = {d.article.id: d.article.text for d in material.documents}
    is_bare = entry[0].figure.unit is None and not any(
        find_counted(r, texts[r.article]) for r in entry
    )
    if is_bare:
        return f"{normalise(entry[0].figure)} {label_figures(entry, texts, material.preferred)}"
    is_ours = languages[shown.article] == material.preferred
    return shown.text if is_ours else f"{shown.text} ({normalise(entry[0].figure)})"


def _points(
    findings: Findings, carried: Sequence[_Carried], weaver: _Weaver
) -> Iterator[MatrixRow]:
    """The brief's points; a source that disputes a value in one carries another value."""
    for point, found in zip(findings.points, carried, strict=True):
        shown = point.citations[0]
        others: dict[str, DifferenceValue] = {}
        for difference in findings.differences:
            mine = [
                v.normalised
                for v in difference.values
                if v.article == shown.article and shown.start <= v.start < shown.end
            ]
            for value in difference.values if mine else ():
                if value.normalised not in mine and value.article not in found:
                    others.setdefault(value.article, value)
        yield weaver.row("point", point.text, found, others.values(), point.language)


def _disputed(differences: Sequence[Difference], weaver: _Weaver) -> Iterator[MatrixRow]:
    """Each matter with the value that most origins give; of equals the one told first."""
    for difference in differences:
        if difference.about in {DAY_OF_EVENT, PLACE_OF_EVENT}:
            continue
        sides: defaultdict[str, list[DifferenceValue]] = defaultdict(list)
        for value in difference.values:
            sides[value.normalised].append(value)
        chosen = max(
            sides, key=lambda n: count_origins((v.article for v in sides[n]), weaver.origins)
        )
        carried = {v.article: Citation(v.article, v.start, v.end) for v in sides[chosen]}
        others = [v for v in difference.values if v.normalised != chosen]
        fact = f"{sides[chosen][0].text} · {difference.about}"
        yield weaver.row("disputed", fact, carried, others)
