"""Styles over the text of a page: block kinds, entities, marks.

Invariant: the plain text of what `highlight` returns is `escaping.visible` of the page, character
for character, and nothing in a page is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from textual.content import Content
from textual.content import Span as StyledSpan
from textual.style import Style

from briefing.escaping import visible
from briefing.model import BlockKind, Document, Label, Span

LABEL_NAMES: Mapping[Label, str] = {
    Label.PER: "person",
    Label.LOC: "place",
    Label.ORG: "organisation",
    Label.MISC: "other name",
}
"""The entity kinds in the reader's words."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The style of everything that is told apart; the defaults need no colour."""

    blocks: Mapping[BlockKind, Style] = field(
        default_factory=lambda: {
            BlockKind.HEADLINE: Style(bold=True),
            BlockKind.BYLINE: Style(dim=True, italic=True),
            BlockKind.DATELINE: Style(dim=True, italic=True),
            BlockKind.CAPTION: Style(dim=True, italic=True),
            BlockKind.CONTENTS: Style(dim=True),
            BlockKind.CLUTTER: Style(dim=True),
        }
    )
    labels: Mapping[Label, Style] = field(
        default_factory=lambda: {
            Label.PER: Style(bold=True, underline=True),
            Label.LOC: Style(underline=True),
            Label.ORG: Style(italic=True, underline=True),
            Label.MISC: Style(italic=True),
        }
    )
    cited: Style = field(default_factory=lambda: Style(reverse=True))
    found: Style = field(default_factory=lambda: Style(reverse=True))
    current: Style = field(default_factory=lambda: Style(reverse=True, bold=True))
    here: Style = field(default_factory=Style)
    matched: Style = field(default_factory=Style)
    kept: Style = field(default_factory=lambda: Style(underline2=True))
    selected: Style = field(default_factory=lambda: Style(reverse=True))


@dataclass(frozen=True, slots=True)
class Marks:
    """What the reader has asked to see in one page, as ranges of its text.

    `here` is the sentence the reader came to, `matched` the one that says the same as theirs in
    another source; both carry a bar in the margin too. `selected` is what they are about to mark
    or copy.
    """

    cited: tuple[Span, ...] = ()
    found: tuple[Span, ...] = ()
    current: Span | None = None
    here: Span | None = None
    matched: Span | None = None
    selected: Span | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """Which entity kinds are shown, what is marked, and in which styles.

    `kept` are the stretches that the reader marked for good.
    """

    kinds: frozenset[Label] = frozenset(Label)
    marks: Marks = field(default_factory=Marks)
    palette: Palette = field(default_factory=Palette)
    kept: tuple[Span, ...] = ()


def highlight(document: Document, options: Options) -> Content:
    """The page's text with its blocks, names and marks styled, later ones over earlier ones."""
    text = visible(document.article.text)
    return Content(text, styled_spans(document, options), strip_control_codes=False)


def styled_spans(document: Document, options: Options) -> list[StyledSpan]:
    """The ranges that are styled, those that lie over others after them."""
    length = len(document.article.text)
    return [
        StyledSpan(start, end, style)
        for start, end, style in _layers(document, options)
        if 0 <= start < end <= length
    ]


def _layers(document: Document, options: Options) -> Iterator[tuple[int, int, Style]]:
    palette, marks = options.palette, options.marks
    for block in document.article.blocks:
        if style := palette.blocks.get(block.kind):
            yield block.start, block.end, style
    yield from _laid((marks.here,) if marks.here else (), palette.here)
    yield from _laid((marks.matched,) if marks.matched else (), palette.matched)
    yield from _laid(options.kept, palette.kept)
    yield from _laid(marks.cited, palette.cited)
    for mention in document.mentions:
        if mention.label in options.kinds:
            yield mention.start, mention.end, palette.labels[mention.label]
    yield from _laid((marks.selected,) if marks.selected else (), palette.selected)
    yield from _laid(marks.found, palette.found)
    if marks.current:
        yield marks.current.start, marks.current.end, palette.current


def _laid(spans: Sequence[Span], style: Style) -> Iterator[tuple[int, int, Style]]:
    for span in spans:
        yield span.start, span.end, style
