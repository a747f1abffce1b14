from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Span
from briefing.tui.copying import cited, web_address, words_at
from tests.builders import build_document

PAGE = build_document(
    "p/a.txt", "Title\nA\u202eb \x1b[31mred\nline.\n", published="2031-04-07", source="The Post"
)


def test_copied_words_cannot_steer_a_terminal() -> None:
    assert words_at(PAGE, Span(6, len(PAGE.article.text))) == "A⇤b ␛[31mred line."


def test_a_citation_can_be_found_again() -> None:
    told = cited(PAGE, Span(0, 5))
    assert told.startswith("“Title” (The Post, 7 Apr 2031, p/a.txt, 0-5, sha256 ")


@pytest.mark.parametrize(
    ("address", "is_web"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://known.example@other.example/a", False),
        ("https://exa\x1bmple.org", False),
        ("http://[bad", False),
        (None, False),
    ],
)
def test_only_an_address_of_the_web_is_opened(address: str | None, *, is_web: bool) -> None:
    assert web_address(replace(PAGE.article, url=address)) == (address if is_web else None)
