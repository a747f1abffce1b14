"""Which sentences go on about something else, once their page has left the event.

Invariant: only what follows background, stands in a section that calls itself background, or tells
what somebody else had done before strays; a sentence that names somebody or a body of the event,
gives its day or takes up a word of its own report is back at the event. Whom a page names beside
background alone is nobody of the event there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from briefing.briefs.comparing import ROLES
from briefing.briefs.material import Material, Statement
from briefing.lexicon.countries import is_demonym
from briefing.lexicon.discourse import heads_background
from briefing.lexicon.event_kinds import ENCOUNTERS, kinds_of
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.looking import (
    has_past_perfect,
    has_received,
    looks_ahead,
    tells_of_earlier,
)
from briefing.lexicon.speech import SAYING
from briefing.lexicon.tense import tense_of
from briefing.model import BlockKind, Label

Place = tuple[str, int]
"""The article and start of a statement."""

_RUN = 2
"""Fewer sentences of background than that do not carry over into the next paragraph."""
_HEADING = 8
_TELLING = 5
"""A shorter word may stand in any sentence."""


@dataclass(slots=True)
class _Page:
    """One page as it is read: what its own report has named and said, and where it has strayed."""

    entities: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    run: list[Statement] = field(default_factory=list)
    aside: set[str] = field(default_factory=set)
    is_apart: bool = False
    has_crossed: bool = False

    def stray(self, statement: Statement) -> None:
        """Read a sentence that is not about the event."""
        self.run.append(statement)
        self.aside |= _topic(statement)

    def come_back(self) -> None:
        """Leave what was read beside the event."""
        self.run, self.aside, self.has_crossed = [], set(), False

    def report(self, statement: Statement) -> None:
        """Read a sentence on the event."""
        self.come_back()
        self.entities |= statement.entities
        self.words |= _topic(statement)


def find_straying(
    material: Material,
    background: frozenset[Place],
    is_own: Callable[[Statement], bool],
) -> frozenset[Place]:
    """The statements that stray, given those that tell by themselves that they are background.

    `is_own` says whether a statement gives the event's day or figures.
    """
    carriers: dict[str, set[str]] = {}
    for statement in material.statements:
        if (statement.article, statement.start) not in background:
            for entity in statement.entities:
                carriers.setdefault(entity, set()).add(statement.article)
    found: set[Place] = set()
    for article, group in groupby(material.statements, key=lambda s: s.article):
        page = _Page(entities={e for e, pages in carriers.items() if pages - {article}})
        for statement in group:
            if _is_straying(statement, page, material, background, is_own):
                found.add((article, statement.start))
    return frozenset(found)


def _is_straying(
    statement: Statement,
    page: _Page,
    material: Material,
    background: frozenset[Place],
    is_own: Callable[[Statement], bool],
) -> bool:
    """Whether the next statement of a page strays; the page is then read up to it."""
    if is_heading(statement):
        page.is_apart = heads_background(fold(statement.text))
        page.come_back()
        return False
    if (statement.article, statement.start) in background:
        page.has_crossed = False
        page.stray(statement)
        return False
    is_open = statement.kind is BlockKind.BODY and statement.position > 0 and not is_own(statement)
    if is_open and (
        _stays(statement, page, material)
        or _is_of_section(statement, page, material)
        or _tells_of_others(statement, page, material)
    ):
        page.stray(statement)
        return True
    page.report(statement)
    return False


def is_heading(statement: Statement) -> bool:
    """Whether a body line is a subhead: a few words that are no sentence."""
    few = len(statement.text.split()) <= _HEADING
    return statement.kind is BlockKind.BODY and few and statement.text[-1] not in '.!…。؟»”"’)'


def _people(statement: Statement, material: Material) -> set[str]:
    return {e for e in statement.entities if material.entities[e].kind is Label.PER}


def _stays(statement: Statement, page: _Page, material: Material) -> bool:
    """Whether a page that has left the event has not come back to it."""
    if not page.run:
        return False
    last = page.run[-1]
    named = statement.entities & (material.participants | material.places)
    if last.block == statement.block and not page.has_crossed:
        new = _people(statement, material) - page.entities
        goes_on = looks_ahead(statement.text, statement.language) or _says(statement)
        return not named & (page.entities | material.places) and (bool(new) or not goes_on)
    if named or _takes_up(statement, page):
        return False
    if last.block == statement.block:
        return True
    is_back = statement.entities & page.entities or _is_ahead(statement) or _says(statement)
    page.has_crossed = len(page.run) >= _RUN and not is_back
    return page.has_crossed


def _is_ahead(statement: Statement) -> bool:
    """Whether the first verb that has a tense speaks of what is to come."""
    tenses = (tense_of(word, statement.language) for word in WORD.findall(statement.text))
    return next((tense for tense in tenses if tense), 0) > 0


def _says(statement: Statement) -> bool:
    """Whether somebody is quoted or reported: plural forms of German verbs end in one more n."""
    words = (fold(word) for word in WORD.findall(statement.text))
    return any(word in SAYING or word.removesuffix("n") in SAYING for word in words)


def _takes_up(statement: Statement, page: _Page) -> bool:
    """Whether a sentence has a word of the page's own report that the run has not."""
    return bool((_topic(statement) & page.words) - page.aside)


def _topic(statement: Statement) -> frozenset[str]:
    """The words and notions that say what a sentence is about: no nations, no function words."""
    words = {w for w in statement.words if len(w) >= _TELLING and not is_demonym(w)}
    notions = {k for k in statement.keys if k.startswith("=")}
    return frozenset(words | notions) - ALL_FUNCTION_WORDS - ROLES


def _is_of_section(statement: Statement, page: _Page, material: Material) -> bool:
    """Whether a sentence stands under "Background" and names nobody of the event."""
    return page.is_apart and not statement.entities & material.participants & page.entities


def _tells_of_others(statement: Statement, page: _Page, material: Material) -> bool:
    """Whether a sentence tells of an encounter before: hours earlier, or with somebody new."""
    people = _people(statement, material)
    return (
        bool(people)
        and (not people & page.entities or tells_of_earlier(statement.text))
        and has_past_perfect(statement.text)
        and (
            has_received(statement.text)
            or not ENCOUNTERS.isdisjoint(
                kinds_of(WORD.findall(fold(statement.text)), statement.language)
            )
        )
    )
