"""The line that says which corpus is open, who read the page, and what the styles of names mean.

Invariant: it shows what it is told, as much of it as has room; the legend's words carry the very
styles they explain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from briefing.escaping import one_line
from briefing.model import Document, GroupedCorpus, Label
from briefing.tui.corpus_names import corpus_name

_VERSION = re.compile(r"-\d[^\s-]*$")

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


def model_name(analyser: str) -> str:
    """The entity model that read a page, without the versions of program and model."""
    return one_line(_VERSION.sub("", analyser.split(" ", 1)[-1]))


def corpus_summaries(
    paths: Sequence[str], corpus: GroupedCorpus, page: Document | None
) -> Iterator[str]:
    """The corpus, and the model that read the page, in one line: the longest first.

    The name of the corpus, the model and a number of rejected inputs are given up last.
    """
    from briefing.exporters.layout import count

    name = corpus_name(paths)
    articles, events_ = count(len(corpus.documents), "article"), count(len(corpus.events), "event")
    rejected = f"{len(corpus.rejections)} rejected"
    told = (rejected,) if corpus.rejections else ()
    model = (model_name(page.analyser),) if page else ()
    read_by = tuple(f"read by {name}" for name in model)
    for parts in (
        (articles, events_, rejected, *read_by),
        (articles, events_, *told, *read_by),
        (articles, events_, *told, *model),
        (articles, *told, *model),
        (*told, *model),
    ):
        yield " · ".join((name, *parts))


class CorpusLine(Static):
    """The first of some summaries that has room, else the last."""

    summaries: reactive[tuple[str, ...]] = reactive(("",))
    work: reactive[str] = reactive("")

    def render(self) -> Content:
        """What there is room for now; what goes on in the background comes first."""
        told = [" · ".join(p for p in (self.work, w) if p) for w in self.summaries]
        lines = [Content(words) for words in (*told, *(w for w in (self.work,) if w))]
        return next((line for line in lines if line.cell_length <= self.size.width), lines[-1])


class StatusLine(Horizontal):
    """Corpus on the left, legend on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"name--{label.value.lower()}" for label in Label}

    def compose(self) -> ComposeResult:
        """Two texts."""
        yield Static(id="count", markup=False)
        yield CorpusLine(id="corpus", markup=False)
        yield Static(id="legend", markup=False)

    def show_corpus(self, summaries: Iterable[str]) -> None:
        """Say which corpus is open, in as many words as there is room for."""
        self.query_one(CorpusLine).summaries = tuple(summaries)

    def show_work(self, words: str) -> None:
        """Say what goes on in the background; nothing any more: empty."""
        self.query_one(CorpusLine).work = words

    def show_count(self, words: str) -> None:
        """Show the count that is typed before a key; none: empty."""
        line = self.query_one("#count", Static)
        line.update(Content(words))
        line.display = bool(words)

    def show_kinds(self, kinds: frozenset[Label]) -> None:
        """Say what the styles mean, for the kinds that are highlighted."""
        words = [
            Content.styled(word, f".name--{label.value.lower()}")
            for label, word in _LEGEND
            if label in kinds
        ]
        legend = Content(" ").join(words) if words else Content("names not marked")
        self.query_one("#legend", Static).update(legend)
