"""What nobody meant to be read: each is refused with its reason, soon, and costs no other file.

The long and the many (lines of 200 MB, 100,000 files) are in `test_corpus`, archives of every
make in `test_archives`.
"""

from __future__ import annotations

import errno
import gzip
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from briefing.model import Article, Rejection
from briefing.readers.corpus import read_articles
from tests.readers.documents import TEXT, assemble_pdf, make_tar, make_zip, story_pdf

NOISE = random.Random(1).randbytes(20_000)

FAULTS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "binary": ("a.txt", lambda: NOISE, "is not text"),
    "a picture with the name of a page": (
        "a.html",
        lambda: b"\x89PNG\r\n\x1a\n" + NOISE,
        "picture",
    ),
    "binary with the name of a PDF": ("a.pdf", lambda: NOISE, "is a damaged PDF"),
    "binary with the name of an RTF file": ("a.rtf", lambda: NOISE, "is no RTF document"),
    "a PDF that was cut off": ("a.pdf", lambda: story_pdf()[:300], "is a damaged PDF"),
    "a zip that was cut off": (
        "a.zip",
        lambda: make_zip({"a.txt": TEXT})[:-30],
        "is a damaged zip",
    ),
    "a record that was cut off": ("a.json", lambda: b'{"text": "Talks in Ve', "is not valid JSON"),
    "NUL": ("a.txt", lambda: b"Talks in\0 Velm\n\nThey go on.", "holds NUL bytes"),
    "nothing": ("a.txt", lambda: b"", "is empty"),
    "white space": ("a.txt", lambda: b" \n\t\n " * 1000, "is empty"),
    "a bomb": ("a.gz", lambda: gzip.compress(b"0" * 20_000_000), "unpacks to more than 200 times"),
    "a bomb in a zip": (
        "a.zip",
        lambda: make_zip({"a.txt": b"0" * 20_000_000}),
        "unpacks to more than 200 times",
    ),
    "a path out of a zip": ("a.zip", lambda: make_zip({"../../a.txt": TEXT}), "leads out of"),
    "a path out of a tar": ("a.tar", lambda: make_tar({"/etc/a.txt": TEXT}), "leads out of"),
    "deep HTML": ("a.html", lambda: b"<html><body>" + b"<div>" * 10_000 + b"words", "too deeply"),
    "deep JSON": ("a.json", lambda: b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
    "deep XML": ("a.xml", lambda: b"<nitf>" + b"<a>" * 100_000, "too deeply"),
    "a PDF of pictures": ("a.pdf", lambda: assemble_pdf([b"q /Im0 Do Q"] * 9), "PDF of pictures"),
    "a download that goes on": ("a.html.part", TEXT.encode, "is a download that has not ended"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_refused_with_its_reason_and_the_page_beside_it_is_read(
    fault: str, tmp_path: Path
) -> None:
    name, make, reason = FAULTS[fault]
    (tmp_path / name).write_bytes(make())
    (tmp_path / "whole.txt").write_text(TEXT, encoding="utf-8")
    started = time.process_time()
    found = list(read_articles([str(tmp_path)]))
    assert time.process_time() - started < 5
    assert [a.id for a in found if isinstance(a, Article)] == ["whole.txt"]
    refused = [r for r in found if isinstance(r, Rejection)]
    assert [r.path.startswith(f"{tmp_path}/{name}") for r in refused] == [True]
    assert reason in refused[0].reason


def test_what_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for someone who is not root, to whom nothing is forbidden."""

    def refuse(_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert list(read_articles([str(tmp_path)])) == [
        Rejection(f"{tmp_path}/a.txt", None, "permission denied")
    ]


def test_ids_that_are_given_twice_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}')
    (tmp_path / "x").write_text("Three.", encoding="utf-8")
    found = [a.id for a in read_articles([str(tmp_path)]) if isinstance(a, Article)]
    assert found == ["x", "x#2", "x#3"]
