"""The line that says which corpus is open, what it holds, and what the styles of names mean.

Invariant: it shows what it is told; the legend's words carry the very styles they explain.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.model import GroupedCorpus, Label

KIND_CYCLE: tuple[tuple[str, frozenset[Label]], ...] = (
    ("all names", frozenset(Label)),
    ("people", frozenset({Label.PER})),
    ("places", frozenset({Label.LOC})),
    ("organisations", frozenset({Label.ORG})),
    ("no names", frozenset()),
)
"""What the key for names goes through, in order."""

_LEGEND = (
    (Label.PER, "Person"),
    (Label.LOC, "Place"),
    (Label.ORG, "Organisation"),
    (Label.MISC, "Other"),
)


def corpus_name(paths: Sequence[str]) -> str:
    """A short name for what was opened: the last part of the path, and how many more there are."""
    if not paths:
        return "no corpus"
    first = one_line(PurePath(paths[0]).name or paths[0])
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1} more"


def corpus_summary(paths: Sequence[str], corpus: GroupedCorpus, *, is_brief: bool) -> str:
    """The corpus in one line; `is_brief` leaves out the entity model."""
    parts = [
        corpus_name(paths),
        count(len(corpus.documents), "article"),
        count(len(corpus.events), "event"),
        f"{len(corpus.rejections)} rejected",
    ]
    if corpus.documents and not is_brief:
        # "version model": the version is of no use to a reader.
        model = corpus.documents[0].analyser.split(" ", 1)[-1]
        parts.append(f"entity model {one_line(model)}")
    return " · ".join(parts)


class StatusLine(Horizontal):
    """Corpus on the left, legend on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"name--{label.value.lower()}" for label in Label}

    def compose(self) -> ComposeResult:
        """Two texts."""
        yield Static(id="corpus", markup=False)
        yield Static(id="legend", markup=False)

    def show_corpus(self, summary: str) -> None:
        """Say which corpus is open."""
        self.query_one("#corpus", Static).update(Content(summary))

    def show_kinds(self, kinds: frozenset[Label]) -> None:
        """Say what the styles mean, for the kinds that are highlighted."""
        words = [
            Content.styled(word, f".name--{label.value.lower()}")
            for label, word in _LEGEND
            if label in kinds
        ]
        legend = Content(" ").join(words) if words else Content("names not marked")
        self.query_one("#legend", Static).update(legend)
