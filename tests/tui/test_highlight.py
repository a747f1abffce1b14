from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.style import Style

from briefing.escaping import visible
from briefing.model import Block, BlockKind, Document, Label, Mention, Span
from briefing.tui.highlight import Marks, Options, Palette, highlight
from tests.builders import build_document


def styles_at(content: Content, offset: int) -> list[Style]:
    return [
        span.style
        for span in content.spans
        if span.start <= offset < span.end and isinstance(span.style, Style)
    ]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(), min_size=1, max_size=80))
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends).map(lambda s: (min(s), max(s))), max_size=6))
    label = draw(st.sampled_from(Label))
    kind = draw(st.sampled_from(BlockKind))
    document = build_document("x", text)
    return replace(
        document,
        article=replace(document.article, blocks=tuple(Block(a, b, kind) for a, b in spans)),
        mentions=tuple(Mention(a, b, text[a:b], label) for a, b in spans),
    )


@given(documents(), st.sets(st.sampled_from(Label)))
def test_highlighting_reproduces_the_page(document: Document, kinds: set[Label]) -> None:
    marks = Marks(cited=(Span(0, 3),), found=(Span(1, 2),), current=Span(0, 1))
    options = Options(kinds=frozenset(kinds), marks=marks)
    assert highlight(document, options).plain == visible(document.article.text)


def test_markup_in_a_page_stays_words() -> None:
    document = build_document("x", "[bold red]no[/] [@click=app.quit]no[/]")
    shown = highlight(document, Options())
    assert shown.plain == document.article.text
    assert all(style.link is None and not style.meta for style in styles_at(shown, 12))


def test_each_kind_of_name_has_a_look_of_its_own_without_colour() -> None:
    looks = set(Palette().labels.values())
    assert len(looks) == len(Label)
    assert all(look.foreground is None and look.background is None for look in looks)


def test_only_the_chosen_kinds_are_shown() -> None:
    document = build_document("x", "Ana Roe left Lund.", people=["Ana Roe"], places=["Lund"])
    palette = Palette()
    shown = highlight(document, Options(kinds=frozenset({Label.LOC}), palette=palette))
    assert palette.labels[Label.PER] not in styles_at(shown, 0)
    assert palette.labels[Label.LOC] in styles_at(shown, document.article.text.index("Lund"))


def test_block_kinds_are_told_apart() -> None:
    document = build_document("x", "Head\nBy A\nBody", kinds=(BlockKind.HEADLINE, BlockKind.BYLINE))
    shown = highlight(document, Options())
    looks = [styles_at(shown, offset) for offset in (0, 5, 10)]
    assert looks[0] != looks[1] != looks[2] == []


def test_the_place_where_one_stands_covers_what_was_found() -> None:
    document = build_document("x", "one two")
    palette = Palette()
    marks = Marks(found=(Span(0, 3),), current=Span(0, 3))
    shown = highlight(document, Options(marks=marks, palette=palette))
    assert styles_at(shown, 0)[-1] == palette.current
