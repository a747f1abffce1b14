"""Briefs from files that hold several pages, or pages in other formats, can be verified."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from briefing import pipeline
from briefing.cli import main
from briefing.cli.verifying import ArticleFinder
from briefing.exporters.verification_sources import ClaimedSource
from briefing.model import Article
from briefing.readers.corpus import read_articles
from tests.readers.documents import (
    docx_paragraphs,
    make_chapter,
    make_docx,
    make_epub,
    make_nitf,
    make_pdf,
    make_record,
    make_tar,
    make_warc,
    make_zip,
)

Pages = dict[str, str]
Pack = Callable[[Pages], dict[str, bytes]]


def as_zip(pages: Pages) -> dict[str, bytes]:
    return {"sub/pages.zip": make_zip({f"inside/{name}": text for name, text in pages.items()})}


def as_zip_in_tar(pages: Pages) -> dict[str, bytes]:
    return {"pages.tgz": make_tar({"a/in.zip": as_zip(pages)["sub/pages.zip"]}, "w:gz")}


def as_epub(pages: Pages) -> dict[str, bytes]:
    chapters = {}
    for name, text in pages.items():
        heading, *paragraphs = map(escape, filter(None, text.split("\n")))
        chapters[f"{name}.xhtml"] = make_chapter(heading, *paragraphs)
    return {"sub/book.epub": make_epub(chapters)}


def as_docx(pages: Pages) -> dict[str, bytes]:
    return {
        f"sub/{name}.docx": make_docx(docx_paragraphs(*map(escape, filter(None, text.split("\n")))))
        for name, text in pages.items()
    }


def as_pdf(pages: Pages) -> dict[str, bytes]:
    files = {}
    for name, text in pages.items():
        lines = [line.encode("cp1252", "replace").decode("cp1252") for line in text.split("\n")]
        shown = [line for line in lines if line.strip()]
        sheets = [shown[n : n + 20] for n in range(0, len(shown), 20)]
        drawn = [[(50.0, 780 - 30.0 * n, 10.0, w) for n, w in enumerate(s)] for s in sheets]
        files[f"sub/{name}.pdf"] = make_pdf(drawn)
    return files


def as_records(pages: Pages) -> dict[str, bytes]:
    lines = "\n".join(json.dumps({"text": text}) for text in pages.values())
    return {"sub/records.jsonl": lines.encode()}


ALL = [as_zip_in_tar, as_pdf, as_epub, as_docx, as_records]


@pytest.fixture(scope="module")
def sample() -> Pages:
    folder = Path(pipeline.sample_paths()[0])
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


@pytest.mark.parametrize("pack", ALL)
def test_a_brief_holds_until_a_page_inside_has_changed(
    pack: Pack, sample: Pages, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages, briefs = tmp_path / "pages", tmp_path / "briefs"
    write(pages, pack(sample))
    assert main(["brief", str(pages), "--all", "-o", str(briefs)]) == 0
    written = sorted(map(str, briefs.iterdir()))
    assert written
    capsys.readouterr()
    assert main(["verify", *written]) == 0, capsys.readouterr().out
    moved = pages.rename(tmp_path / "moved")
    assert main(["verify", *written, "--corpus", str(moved)]) == 0, capsys.readouterr().out
    assert main(["verify", *written]) == 1

    changed = {name: text.replace("e", "é", 1) for name, text in sample.items()}
    write(moved, pack(changed))
    capsys.readouterr()
    assert main(["verify", *written, "--corpus", str(moved)]) == 1
    out, _ = capsys.readouterr()
    assert all(f"{name}:" in out for name in written)
    assert "has changed" in out


STORIES = {f"{word}.txt": f"{word} happened in Velm on Monday." for word in ("Much", "Little")}
FILES: dict[str, bytes] = {
    "a/b/pages.zip": make_zip({**STORIES, "in#side.txt": "A name with a sign."}),
    "a/other.zip": make_zip({"pages.zip": make_zip({"Much.txt": "Another text."})}),
    "a/page.pdf": make_pdf([[(50, 700, 10, "A page drawn.")]]),
    "a/crawl.warc.gz": make_warc(
        make_record("https://e.org/a.html#top", b"<html><body><p>A page sent.</p></body></html>")
    ),
    "a/story.xml": make_nitf("<body.content><p>A story sent.</p></body.content>"),
    "a/table.csv": b"title,text\nOne,First.\nTwo,Second.\n",
    "a/lines.jsonl": b'{"text": "One."}\n{"text": "Two."}\n{"id": "own/id", "text": "Three."}',
    "a/plain.txt": b"Plain.",
    "b/plain.txt": b"Plain too.",
}


def located(article: Article) -> str:
    return ClaimedSource(1, article.id, article.path, "", article.sha256, 1).location


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write(tmp_path / "corpus", FILES)
    return tmp_path / "corpus"


def test_every_article_is_found_again_wherever_the_corpus_began(corpus: Path) -> None:
    for paths in (
        [corpus],
        [corpus / "a"],
        [corpus / "a", corpus / "b"],
        sorted(corpus.rglob("*.*")),
    ):
        articles = [a for a in read_articles([str(p) for p in paths]) if isinstance(a, Article)]
        assert len({a.sha256 for a in articles}) >= 13
        for article in articles:
            anywhere = ArticleFinder((Path(),), is_confined=False).find(located(article))
            inside = ArticleFinder((corpus,), is_confined=True).find(located(article))
            assert anywhere is not None, article.id
            assert inside is not None, article.id
            assert anywhere.sha256 == inside.sha256 == article.sha256


def test_a_page_that_is_gone_from_its_archive_is_not_found(corpus: Path) -> None:
    path = corpus / "a" / "b" / "pages.zip"
    (article, *_) = (a for a in read_articles([str(corpus)]) if isinstance(a, Article))
    assert article.id == "a/b/pages.zip/Little.txt"
    path.write_bytes(make_zip({"Much.txt": STORIES["Much.txt"]}))
    assert ArticleFinder((Path(),), is_confined=False).find(located(article)) is None
