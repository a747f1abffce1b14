"""The spine: every step gets what the others found, and the text stays as it was."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import __version__
from briefing.analysis.document import analyse
from briefing.model import Article, Label, Mention, Passage


class CapitalTagger:
    """Calls every word "Oslo" a place."""

    name = "capital-1"

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        return [
            tuple(
                Mention(at, at + 4, "Oslo", Label.LOC)
                for at in range(len(p.text))
                if p.text.startswith("Oslo", at)
            )
            for p in passages
        ]


TEXT = """The Morning Post
Crane in Oslo stays where it is
Published: Mar 5, 2024

The harbour board of Oslo met on Monday. “It stays,” said its chair. It weighs 340 tonnes.

A second meeting is planned for Friday, the board said in its statement after the talks.
"""


def test_a_page_is_analysed_from_end_to_end() -> None:
    document = analyse(Article("a", "a.txt", TEXT, "hash"), CapitalTagger())
    article = document.article
    assert (article.text, article.sha256) == (TEXT, "hash")
    assert (article.headline, article.source) == (
        "Crane in Oslo stays where it is",
        "The Morning Post",
    )
    assert (article.language, article.published) == ("en", "2024-03-05")
    assert document.analyser == f"{__version__} capital-1"
    assert [TEXT[m.start : m.end] for m in document.mentions] == ["Oslo", "Oslo"]
    assert "2024-03-04" in {d.value for d in document.dates}
    assert 340.0 in {f.value for f in document.figures}
    assert "It stays" in {q.text.strip(" ,") for q in document.quotes}
    assert TEXT[document.sentences[-1].start :].startswith("A second meeting")


@pytest.mark.parametrize(
    ("declared", "published"),
    [
        ("2031", "2031"),
        ("2031-06", "2031-06"),
        ("2031-02-30", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("soon", None),
    ],
)
def test_no_declared_date_breaks_the_analysis(declared: str, published: str | None) -> None:
    text = "They met yesterday in Oslo. They meet again on Monday, next week and in two years."
    document = analyse(Article("a", "a", text, "", published=declared), CapitalTagger())
    assert document.article.published == published
    assert document.sentences


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=250))
def test_no_text_breaks_the_analysis(text: str) -> None:
    document = analyse(Article("a", "a.txt", text, ""), CapitalTagger())
    assert document.article.text == text
