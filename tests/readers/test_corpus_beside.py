"""Pages with a hidden file beside them that says what they do not say themselves."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from briefing.model import Article
from briefing.readers.corpus import read_articles
from briefing.readers.decoding import mark_encoding

PAGE = """<html><head><title>Talks open</title></head><body><h1>Talks open</h1>
<p>Ministers met in Vélm on Monday to speak of the harbour.</p></body></html>"""


def save(folder: Path, name: str, raw: bytes, **told: object) -> Path:
    (folder / name).write_bytes(raw)
    (folder / f".{name}.json").write_text(json.dumps(told))
    return folder / name


def read(path: Path) -> Article:
    (article,) = read_articles([str(path)])
    assert isinstance(article, Article)
    return article


def test_it_counts_where_the_page_is_silent(tmp_path: Path) -> None:
    path = save(
        tmp_path,
        "a.html",
        PAGE.encode(),
        headline="Another headline",
        source="Velm Courier",
        published="2031-03-04",
        url="https://velm.example/a",
    )
    found = read(path)
    assert (found.headline, found.source) == ("Talks open", "Velm Courier")
    assert (found.published, found.url) == ("2031-03-04", "https://velm.example/a")
    assert read(tmp_path) == found


def test_it_changes_no_text(tmp_path: Path) -> None:
    bare = tmp_path / "b.txt"
    bare.write_text("Ministers met in Velm on Monday.\n")
    alone = read(bare)
    save(tmp_path, "b.txt", bare.read_bytes(), headline="Talks open")
    assert (read(bare).text, read(bare).headline) == (alone.text, "Talks open")


def test_the_encoding_it_names_is_taken_where_it_fits(tmp_path: Path) -> None:
    path = save(tmp_path, "a.html", PAGE.encode("cp1250"), charset="windows-1250")
    assert "Vélm" in read(path).text
    path = save(tmp_path, "b.html", PAGE.encode(), charset="iso-8859-1")
    assert "Vélm" in read(path).text


@pytest.mark.parametrize("kind", ["zip", "tar", "gztar"])
def test_it_counts_in_an_archive_as_well(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "news"
    (folder / "velm").mkdir(parents=True)
    save(folder / "velm", "a.html", PAGE.encode("cp1250"), charset="cp1250", published="2031-03-04")
    save(folder, "b.html", PAGE.encode(), source="Velm Courier")
    (folder / "velm" / ".json").write_text("{")
    save(folder, "c.html", PAGE.encode(), source="x" * 70_000)
    packed = shutil.make_archive(str(tmp_path / "packed"), kind, folder)
    found = [a for a in read_articles([packed]) if isinstance(a, Article)]
    assert len(found) == 3
    assert {(a.published, a.source) for a in found} == {
        ("2031-03-04", None), (None, "Velm Courier"), (None, None),
    }  # fmt: skip
    assert all("Vélm" in a.text for a in found)


@pytest.mark.parametrize("told", ["{", "[]", '{"headline": 3, "charset": "\\u0000"}', "null"])
def test_what_cannot_be_understood_costs_nothing(tmp_path: Path, told: str) -> None:
    path = save(tmp_path, "a.html", PAGE.encode())
    (tmp_path / ".a.html.json").write_text(told)
    assert read(path).headline == "Talks open"


def test_what_is_no_file_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.encode())
    (tmp_path / ".a.html.json").mkdir()
    assert read(tmp_path / "a.html").headline == "Talks open"
    (tmp_path / ".a.html.json").rmdir()
    os.mkfifo(tmp_path / ".a.html.json")
    assert read(tmp_path / "a.html").headline == "Talks open"


@pytest.mark.parametrize(
    ("raw", "charset", "expected"),
    [
        ("é".encode("latin-1"), "ISO-8859-1", b"\xef\xbb\xbf\xc3\xa9"),
        ("é".encode(), "iso-8859-1", "é".encode()),
        ("é".encode("utf-16-le"), "UTF_16LE", b"\xef\xbb\xbf\xc3\xa9"),
        (b"\xff\xfea\x00", "utf-8", b"\xff\xfea\x00"),
        (b"\xe9", "nonsense", b"\xe9"),
        (b"\xe9", "unicode_escape", b"\xe9"),
        (b"\xe9", "utf-7", b"\xe9"),
        (b"\xe9", None, b"\xe9"),
        (b"a", "utf-16", b"a"),
    ],
)
def test_a_named_encoding_is_marked(raw: bytes, charset: str | None, expected: bytes) -> None:
    assert mark_encoding(raw, charset) == expected
