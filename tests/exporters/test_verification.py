"""A brief holds only as long as every citation does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import VerificationError
from briefing.exporters.json import JsonExporter
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.verification import Mismatch, verify
from briefing.model import Article, Fact
from tests.exporters.samples import make_brief, make_documents, open_from

DOCUMENTS = make_documents()
ARTICLES = open_from(DOCUMENTS)
MARKDOWN = MarkdownExporter().export(make_brief(DOCUMENTS), DOCUMENTS, "")
JSON = JsonExporter().export(make_brief(DOCUMENTS), DOCUMENTS, "")


def _check(text: str) -> tuple[Mismatch, ...]:
    return verify(text, ARTICLES.get)


def test_a_fresh_brief_holds() -> None:
    assert _check(MARKDOWN) == ()
    assert _check(JSON) == ()


@pytest.mark.parametrize(
    ("old", "new", "opening"),
    [
        ("guest. [^1]", "guests. [^1]", "Minister Ada"),
        ("80", "81", "[^4]"),
        ("· “La ministre Ada Roe a reçu", "· “La ministre Ada Roe a vu", "[^2]"),
        ("31–62", "31–63", "[^1]"),
        ("[^1]: [1]", "[^1]: [2]", "[^1]"),
        ("[^1]: [1] en", "[^1]: [1] fr", "[^1]"),
        ("[^1]: [1] en · pages/a", "[^1]: [1] en · pages/c", "[^1]"),
    ],
)  # fmt: skip
def test_one_change_fails_and_names_the_line(old: str, new: str, opening: str) -> None:
    changed = MARKDOWN.replace(old, new, 1)
    assert changed != MARKDOWN
    found = _check(changed)
    lines = changed.split("\n")
    assert any(lines[m.line - 1].startswith(opening) for m in found), found


def test_a_changed_hash_names_the_line_of_the_source() -> None:
    digest = DOCUMENTS["pages/b.txt"].article.sha256
    changed = MARKDOWN.replace(digest, "0" + digest[1:] if digest[0] != "0" else "1" + digest[1:])
    line = next(n for n, t in enumerate(changed.split("\n"), 1) if "sha256: " in t and n > 15)
    found = _check(changed)
    assert any("hash" in m.reason for m in found)
    assert any(changed.split("\n")[m.line - 1].strip().startswith("sha256") for m in found), line


def test_a_changed_page_fails() -> None:
    page = ARTICLES["pages/a.txt"]
    changed = {**ARTICLES, "pages/a.txt": replace(page, text=page.text.replace("guest", "ghost"))}
    assert any("has changed" in m.reason for m in verify(MARKDOWN, changed.get))
    assert verify(JSON, changed.get)


def test_a_missing_page_fails() -> None:
    found = verify(MARKDOWN, {"pages/a.txt": ARTICLES["pages/a.txt"]}.get)
    assert any("cannot be opened" in m.reason for m in found)


def test_a_sentence_without_citation_fails() -> None:
    changed = MARKDOWN.replace("## Next\n\n", "## Next\n\n- War was declared.\n")
    reason = "these words have no citation; your own belong under Comment"
    assert [m.reason for m in _check(changed)] == [reason]


def test_an_analyst_may_comment() -> None:
    changed = MARKDOWN.replace("## Comment\n", "## Comment\n\nI doubt all of this.\n")
    assert _check(changed) == ()


@pytest.mark.parametrize("text", ["", "Hello", "---\ntitle: x\n---\n# Hi", "{}", '{"a": 1}', "{"])
def test_what_is_no_brief_is_refused(text: str) -> None:
    with pytest.raises(VerificationError):
        _check(text)


def test_a_brief_that_tells_something_without_citations_does_not_pass() -> None:
    brief = make_brief(DOCUMENTS)
    empty = replace(
        brief, bluf=(), facts=(), points=(), differences=(), quotes=(), timeline=(), next=(),
        background=(), attendance=(), matrix=(), origin_tree=(),
    )  # fmt: skip
    telling = replace(empty, facts=(Fact("what", "a coup", (), 0),))
    for exporter in (MarkdownExporter(), JsonExporter()):
        assert _check(exporter.export(empty, DOCUMENTS, "")) == ()
        found = _check(exporter.export(telling, DOCUMENTS, ""))
        assert [m.reason for m in found] == ["the brief has no citations"]


def _watched(markdown: str) -> list[int]:
    """The positions of all characters of cited sentences, footnotes, hashes and offsets."""
    found: list[int] = []
    position, section = 0, ""
    for line in markdown.split("\n"):
        section = line[3:] if line.startswith("## ") else section
        watched = line.startswith(("[^", "    sha256: "))
        end = len(line)
        if section in {"Bottom line", "Single source", "Next", "Timeline", "Background"}:
            watched, end = " [^" in line, line.find(" [^")
        if watched:
            start = line.find("** ") + 3 if "** " in line[:end] else line.startswith("- ") * 2
            found += range(position + start, position + end)
        position += len(line) + 1
    return found


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_changed_character_of_a_citation_fails(data: st.DataObject) -> None:
    position = data.draw(st.sampled_from(_watched(MARKDOWN)))
    old = MARKDOWN[position]
    new = data.draw(st.sampled_from([c for c in "aZ09.–x " if c != old]))
    assert _check(MARKDOWN[:position] + new + MARKDOWN[position + 1 :])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"start": 31', '"start": 30'),
        ('"end": 62', '"end": 63'),
        ("met her guest", "met his guest"),
        ('"sha256": "', '"sha256": "0'),
        ('"article": "pages/a.txt", "start"', '"article": "pages/z.txt", "start"'),
    ],
)
def test_json_is_checked_as_strictly(old: str, new: str) -> None:
    assert _check(JSON.replace(old, new, 1))


def test_each_line_of_a_json_lines_file_is_a_brief() -> None:
    bad = JSON.replace("met her guest", "met his guest")
    assert {m.line for m in _check(JSON + bad)} == {2}


def test_a_record_of_a_larger_file_is_asked_for_by_its_id() -> None:
    asked: list[str] = []

    def open_article(location: str) -> Article | None:
        asked.append(location)
        return None

    brief = make_brief(DOCUMENTS)
    sources = tuple(replace(s, path="feed.jsonl") for s in brief.sources)
    verify(MarkdownExporter().export(replace(brief, sources=sources), DOCUMENTS, ""), open_article)
    assert asked == ["feed.jsonl#pages/a.txt", "feed.jsonl#pages/b.txt"]
