"""HTML briefs: one file, no script, the same tags whatever the pages hold."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings

from briefing.exporters.html import HtmlExporter
from tests.exporters.hostile import HOSTILE
from tests.exporters.samples import make_brief, make_documents


class _Outline(HTMLParser):
    """The tags with the names of their attributes, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(("/" + tag, ()))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _outline(words: str) -> _Outline:
    documents = make_documents()
    outline = _Outline()
    outline.feed(HtmlExporter().export(make_brief(documents, words), documents, ""))
    outline.close()
    return outline


@settings(max_examples=100, deadline=None)
@given(HOSTILE)
def test_whatever_a_page_contains_the_tags_are_the_same(words: str) -> None:
    assert _outline(f"w{words}w").tags == _outline("plain").tags


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    outline = _outline("plain")
    names = {tag for tag, _ in outline.tags}
    attributes = {name for _, found in outline.tags for name in found}
    assert not names & {"script", "link", "img", "iframe", "object", "form"}
    assert attributes <= {"href", "id", "class", "lang", "dir", "charset", "value"}


def test_every_citation_leads_to_its_note() -> None:
    documents = make_documents()
    page = HtmlExporter().export(make_brief(documents), documents, "")
    for number in range(1, 5):
        assert f'href="#n{number}"' in page
        assert f'<li id="n{number}">' in page
    assert "@media print" in page
