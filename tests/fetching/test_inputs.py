"""What the user names: addresses, and files of them."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing.errors import BriefingError
from briefing.fetching import inputs
from briefing.fetching.inputs import read_inputs
from briefing.fetching.kinds import Purpose, Target
from briefing.model import Rejection
from briefing.readers.leading import WebFormats

OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Papers">
<outline text="Velm Courier" type="rss" xmlUrl="https://velm.example/feed"/>
<outline text="Broken" type="rss" xmlUrl="nowhere"/></outline></body></opml>"""
FEED = """<rss version="2.0"><channel><title>Velm Courier</title><item><title>Talks</title>
<link>https://velm.example/talks</link><pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate></item>
</channel></rss>"""


def read(*named: object) -> tuple[list[Target], list[Rejection]]:
    return read_inputs([str(name) for name in named], WebFormats())


def test_addresses_are_taken_as_they_are() -> None:
    targets, rejections = read("https://Velm.example/feed#top", "HTTP://velm.example")
    assert targets == [
        Target("https://velm.example/feed", Purpose.NAMED),
        Target("http://velm.example/", Purpose.NAMED),
    ]
    assert rejections == []


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ("feed://velm.example/rss", "http://velm.example/rss"),
        ("feed:https://velm.example/rss", "https://velm.example/rss"),
    ],
)
def test_the_old_scheme_for_feeds_is_understood(named: str, address: str) -> None:
    assert read(named)[0] == [Target(address, Purpose.NAMED)]


@pytest.mark.parametrize("named", ["velm.example", "no/such/file", ""])
def test_what_is_neither_address_nor_file_is_an_error(named: str) -> None:
    with pytest.raises(BriefingError, match="neither an address nor a file"):
        read("https://velm.example/", named)


def test_an_address_that_may_not_be_asked_for_is_an_error() -> None:
    with pytest.raises(BriefingError, match="name or password"):
        read("https://user:word@velm.example/")


def test_a_list_of_feeds_names_feeds(tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text(OPML)
    targets, rejections = read(tmp_path / "feeds.opml")
    (target,) = targets
    assert (target.address, target.purpose) == ("https://velm.example/feed", Purpose.FEED)
    assert rejections == [
        Rejection("nowhere", None, "is no address of the web (http:// or https://)")
    ]


def test_a_saved_feed_names_pages(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED)
    (target,), _ = read(tmp_path / "feed.xml")
    assert (target.address, target.purpose) == ("https://velm.example/talks", Purpose.PAGE)
    assert target.declared.published == "2031-03-04T10:00:00+00:00"
    assert (target.declared.headline, target.declared.source) == ("Talks", "Velm Courier")


def test_a_file_names_one_address_a_line(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(
        '\ufeffhttps://velm.example/a\n\n# a remark\nhttps://velm.example/b "a tag"\nnonsense\n'
    )
    targets, rejections = read(tmp_path / "list.txt")
    assert [t.address for t in targets] == ["https://velm.example/a", "https://velm.example/b"]
    assert rejections == [
        Rejection(
            str(tmp_path / "list.txt"),
            5,
            "nonsense is no address of the web (http:// or https://)",
        )
    ]


def test_a_list_that_is_damaged_is_a_rejection(tmp_path: Path) -> None:
    path = tmp_path / "bomb.opml"
    path.write_text('<!DOCTYPE opml [<!ENTITY a "b">]><opml><body>&a;</body></opml>')
    targets, rejections = read(path)
    assert targets == []
    assert [(r.path, "entities" in r.reason) for r in rejections] == [(str(path), True)]


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_standard_input_is_a_file_of_addresses(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = SimpleNamespace(buffer=io.BytesIO(b"https://velm.example/a\n"))
    monkeypatch.setattr("sys.stdin", piped)
    assert read(name)[0] == [Target("https://velm.example/a", Purpose.NAMED)]


def test_a_file_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_BYTES", 100)
    (tmp_path / "long.txt").write_text("#" * 101)
    with pytest.raises(BriefingError, match="larger than"):
        read(tmp_path / "long.txt")
