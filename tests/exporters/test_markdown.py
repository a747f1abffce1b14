"""Markdown briefs: plain text, valid CommonMark, and nothing of a page's own takes effect."""

from __future__ import annotations

import hashlib

from hypothesis import given, settings
from markdown_it import MarkdownIt

from briefing.exporters.layout import relative_path
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.verification import verify
from briefing.model import Article, Block, BlockKind, Document, Sentence
from tests.exporters.hostile import HOSTILE
from tests.exporters.samples import make_brief, make_documents, move_sources, open_from


def _export(words: str = "Talks in Port Alva", documents: dict[str, Document] | None = None) -> str:
    docs = documents or make_documents()
    return MarkdownExporter().export(make_brief(docs, words), docs, "")


def _body(markdown: str) -> str:
    """What follows the front matter."""
    lines = markdown.split("\n")
    assert lines[0] == "---"
    return "\n".join(lines[lines.index("---", 1) + 1 :])


def _structure(markdown: str) -> list[tuple[str, str]]:
    tokens = MarkdownIt("commonmark").parse(_body(markdown))
    blocks = [(t.type, t.tag) for t in tokens]
    inline = {c.type for t in tokens for c in t.children or ()}
    return blocks + [(kind, "") for kind in sorted(inline - {"text_special"})]


def test_the_brief_reads_as_plain_text() -> None:
    text = _export()
    assert "\n# Talks in Port Alva\n" in text
    assert "\nMinister Ada Roe met her guest. [^1][^2] — 2 origins\n" in text
    assert "[^1]: [1] en · pages/a.txt · 31–62 · “Minister Ada Roe met her guest.”" in text
    assert "\n## Comment\n" in text


def test_front_matter_names_event_people_and_sources() -> None:
    front = _export().split("\n---\n")[0]
    assert 'event: "2031-05-06-port-alva"' in front
    assert 'date: "2031-05-06"' in front
    assert '  - "Talks in Port Alva, harbour minister, Nowhere"' in front
    digest = make_documents()["pages/b.txt"].article.sha256
    assert f'    path: "pages/b.txt"\n    language: "fr"\n    sha256: "{digest}"' in front


def test_empty_sections_are_left_out_except_gaps() -> None:
    text = _export()
    headings = [line[3:] for line in text.split("\n") if line.startswith("## ")]
    assert headings == [
        "Bottom line", "Attendance", "What, when, where", "Disputed", "Single source", "Quotes",
        "Timeline", "Next", "Background", "Facts by source", "Gaps", "Origins", "Comment",
        "Sources", "Notes",
    ]  # fmt: skip


def test_no_links_html_or_images_ever() -> None:
    kinds = {kind for kind, _ in _structure(_export("<b>[a](http://b.example)</b> ![x](y)"))}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "code_inline"}


def _hostile_document(identifier: str, language: str, parts: tuple[str, str, str]) -> Document:
    """An article whose three sentences are the given words, one block each."""
    text, spans = "", []
    for part in parts:
        spans.append((len(text), len(text) + len(part)))
        text += part + "\n\n"
    kinds = (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY)
    blocks = tuple(Block(*s, k, language) for s, k in zip(spans, kinds, strict=True))
    article = Article(
        id=identifier,
        path=identifier,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        language=language,
        blocks=blocks,
    )
    sentences = tuple(Sentence(b.start, b.end, b.kind, language) for b in blocks)
    return Document(article, sentences, (), (), (), (), "test")


@settings(max_examples=150, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_a_page_contains_the_structure_is_the_same(one: str, two: str, any_: str) -> None:
    parts = [f"w{part}w" for part in (one, two, any_)]
    documents = {
        "pages/a.txt": _hostile_document("pages/a.txt", "en", (parts[0], parts[1], parts[2])),
        "pages/b.txt": _hostile_document("pages/b.txt", "fr", (parts[2], parts[0], parts[1])),
    }
    text = _export(f"w{any_}w", documents)
    assert _structure(text) == _structure(_export())
    articles = open_from(documents)
    assert verify(text, articles.get) == ()


def test_exporting_twice_gives_the_same_bytes() -> None:
    assert _export() == _export()


def test_paths_are_relative_to_the_root_only_below_it() -> None:
    assert relative_path("/home/u/corpus/pages/a.txt", "/home/u/corpus") == "pages/a.txt"
    assert relative_path("/home/u/corpus2/a.txt", "/home/u/corpus") == "/home/u/corpus2/a.txt"
    assert relative_path("pages/a.txt", "/home/u") == "pages/a.txt"
    docs = make_documents()
    moved = MarkdownExporter().export(move_sources(make_brief(docs), "/data/"), docs, "/data")
    assert 'path: "pages/a.txt"' in moved
