"""Ranges are found again where the page is the same, has changed, or is gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.anchoring import Anchorage, anchor_at
from briefing.model import Anchor, Article, Citation, SpanMark
from briefing.store.workspace import Workspace
from tests.builders import build_article

TEXT = "Quay opens\nThe mayor of Brask opened the new quay. Nobody else spoke at the quay."


def anchor(words: str, text: str = TEXT, page: str = "p.txt") -> Anchor:
    start = text.index(words)
    return anchor_at(build_article(page, text), start, start + len(words))


def words_at(articles: list[Article], found: tuple[Citation, ...]) -> list[str]:
    texts = {a.id: a.text for a in articles}
    return [texts[c.article][c.start : c.end] for c in found]


@given(st.text(min_size=1, max_size=40), st.data())
def test_in_the_same_text_every_range_is_where_it_was(text: str, drawn: st.DataObject) -> None:
    start = drawn.draw(st.integers(0, len(text) - 1))
    end = drawn.draw(st.integers(start + 1, len(text)))
    article = build_article("x", text)
    renamed = build_article("y", text)
    kept = anchor_at(article, start, end)
    assert Anchorage([renamed]).find(kept) == (Citation("y", start, end),)


def test_copies_of_a_page_all_have_the_place() -> None:
    found = Anchorage([build_article("b", TEXT), build_article("a", TEXT)]).find(anchor("Brask"))
    assert [c.article for c in found] == ["a", "b"]


def test_what_stands_around_tells_two_places_of_a_changed_page_apart() -> None:
    changed = build_article("p.txt", "Correction: the quay is old.\n" + TEXT)
    (found,) = Anchorage([changed]).find(anchor("quay. Nobody"))
    assert changed.text[found.start :].startswith("quay. Nobody")
    (name,) = Anchorage([changed]).find(anchor("Brask"))
    assert name.start == changed.text.index("Brask")


def test_a_short_word_elsewhere_is_not_the_place() -> None:
    changed = build_article("p.txt", "Brask won the cup.")
    assert Anchorage([changed]).find(anchor("Brask")) == ()
    assert Anchorage([changed]).holds(anchor("Brask"))


def test_a_sentence_is_found_in_a_page_of_another_name() -> None:
    sentence = anchor("The mayor of Brask opened the new quay.")
    elsewhere = build_article("moved.txt", "Another head\n" + sentence.words)
    pages = Anchorage([build_article("z.txt", "Nothing"), elsewhere])
    assert pages.find(sentence) == ()
    assert words_at([elsewhere], pages.find_anywhere(sentence)) == [sentence.words]
    assert pages.find_anywhere(anchor("Brask")) == ()


def test_without_words_nothing_is_found() -> None:
    empty = Anchor("gone", 3, 3, "", "p.txt")
    assert Anchorage([build_article("p.txt", TEXT)]).find_anywhere(empty) == ()


def test_half_a_surrogate_pair_can_be_kept_and_found(tmp_path: Path) -> None:
    article = replace(build_article("p.txt", TEXT), id="p\udcff.txt", text=TEXT + " od\ud800d end")
    kept = anchor_at(article, len(TEXT) - 5, len(TEXT) + 5)
    with Workspace(tmp_path / "w.sqlite") as workspace:
        workspace.mark_spans([SpanMark(kept)])
        (mark,) = workspace.span_marks()
    (found,) = Anchorage([article]).find(mark.place)
    assert (found.article, found.start) == (article.id, kept.start)
    assert Anchorage([replace(article, sha256="other")]).holds(mark.place)
