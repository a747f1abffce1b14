"""The way from "this name is wrong" to a decision: a menu, and the windows that it needs.

Invariant: nothing is kept here; the decision goes to whoever asked, and closing a window on the
way decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import App
from textual.content import Content

from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.model import Entity, Label
from briefing.tui.asking import Answer, AskScreen, Choice, PickScreen
from briefing.tui.catalogue import Catalogue
from briefing.tui.correcting import (
    KIND_ACTS,
    NameAct,
    NameDecision,
    Subject,
    delete,
    merge,
    offered_name_acts,
    offered_pages,
    rename,
    retype,
    split,
)
from briefing.tui.dialogs import ChoiceScreen
from briefing.tui.highlight import LABEL_NAMES
from briefing.tui.naming import name_entries

_NEW = "\n"
"""The key of the line that means somebody who is not in the list; no entity's id."""


@dataclass(frozen=True, slots=True)
class NameCorrector:
    """Asks what is wrong with a name, and hands what was decided to `keep`."""

    app: App[None]
    catalogue: Catalogue
    keep: Callable[[NameDecision], None]

    def ask(self, subject: Subject, *, can_undo: bool) -> None:
        """Offer what can be said of the name."""
        lines = list(offered_name_acts(subject, self.catalogue, can_undo=can_undo))

        def choose(chosen: str | None) -> None:
            if chosen:
                self._act(NameAct(chosen), subject)

        title = f"Correct: {subject.name(self.catalogue)}"
        self.app.push_screen(ChoiceScreen(title, lines, "does it"), choose)

    def _act(self, act: NameAct, subject: Subject) -> None:
        if act is NameAct.UNDO:
            self.keep(NameDecision(""))
        elif act is NameAct.DELETE:
            self.keep(delete(subject, self.catalogue))
        elif act in KIND_ACTS:
            self.keep(retype(subject, KIND_ACTS[act], self.catalogue))
        elif act is NameAct.RENAME:
            self._rename(subject)
        elif act is NameAct.MERGE:
            self._merge(subject)
        elif act is NameAct.HERE:
            self._split(subject, ())
        elif act is NameAct.PAGES:
            self._pick_pages(subject)

    def _rename(self, subject: Subject) -> None:
        name = subject.name(self.catalogue)

        def take(answer: Answer | None) -> None:
            if answer and answer.words != name:
                self.keep(rename(subject, answer.words, self.catalogue))

        variants = subject.entity.variants if subject.entity else ()
        spellings = tuple(dict.fromkeys(one_line(v) for v in variants))

        def offer(_: str) -> Sequence[Choice]:
            return [Choice(v, v, Content(v)) for v in spellings if v != name]

        title = f"What is {name} to be called?"
        self.app.push_screen(AskScreen(title, name, offer, is_free=True), take)

    def _merge(self, subject: Subject) -> None:
        def take(answer: Answer | None) -> None:
            other = self._entity(answer)
            if other:
                self.keep(merge(subject, other, self.catalogue))

        def offer(words: str) -> Sequence[Choice]:
            return self._others(subject, words)

        title = f"Who or what is {subject.name(self.catalogue)} the same as?"
        self.app.push_screen(AskScreen(title, "", offer, is_free=False), take)

    def _split(self, subject: Subject, articles: Sequence[str]) -> None:
        """Ask who it is at that place, or in those pages."""
        called = one_line(subject.words(self.catalogue))

        def take(answer: Answer | None) -> None:
            if answer:
                other = self._entity(answer) or answer.words
                self.keep(split(subject, articles, other, self.catalogue))

        def offer(words: str) -> Sequence[Choice]:
            new = Content.assemble(
                (f"somebody new: {words.strip() or called}", "bold"),
                ("\nin none of the other pages", ".list--quiet"),
            )
            others = self._others(subject, words)
            choice = Choice(_NEW, words.strip(), new)
            return [*others, choice] if words.strip() else [choice, *others]

        where = f"in {count(len(articles), 'page')}" if articles else "here"
        title = f"Who or what is {called} {where}?"
        self.app.push_screen(AskScreen(title, "", offer, is_free=False), take)

    def _pick_pages(self, subject: Subject) -> None:
        def take(picked: tuple[str, ...] | None) -> None:
            if picked:
                self._split(subject, picked)

        lines = list(offered_pages(subject, self.catalogue))
        title = f"In which pages is {subject.name(self.catalogue)} another?"
        self.app.push_screen(PickScreen(title, lines), take)

    def _entity(self, answer: Answer | None) -> Entity | None:
        key = answer.key if answer else None
        return next((e for e in self.catalogue.corpus.entities if e.id == key), None)

    def _others(self, subject: Subject, words: str) -> list[Choice]:
        """The others that the words narrow to, those of its own kind first."""
        kind = subject.entity.kind if subject.entity else Label.PER
        entries = name_entries(self.catalogue.corpus.entities, frozenset(Label), None, words)
        others = [e for e in entries if e.entity is not subject.entity]
        return [
            Choice(e.entity.id, one_line(e.entity.name), _told(e.entity, e.mentions))
            for e in sorted(others, key=lambda e: e.entity.kind is not kind)
        ]


def _told(entity: Entity, mentions: int) -> Content:
    parts = (entity.role or LABEL_NAMES[entity.kind], entity.country or "")
    details = " · ".join(one_line(p) for p in parts if p and p != entity.name)
    return Content.assemble(
        (one_line(entity.name), "bold"), f"  {mentions}", (f"\n{details}", ".list--quiet")
    )
