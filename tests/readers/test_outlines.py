"""Lists of feeds."""

from __future__ import annotations

import pytest

from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError
from briefing.readers.outlines import feeds_in, is_outline

LIST = """<?xml version="1.0" encoding="ISO-8859-1"?><!-- mine --><opml version="1.0">
<head><title>Mine</title></head><body><outline text="North">
<outline title="Velm  Courier" text="courier" type="rss"
 xmlUrl=" https://velm.example/feed " htmlUrl="https://velm.example/"/>
<outline text="Caf\xe9" xmlurl="https://cafe.example/atom"/></outline>
<outline text="A page" type="link" url="https://velm.example/page"/>
<outline xmlUrl="https://bare.example/rss"/></body></opml>"""


def test_feeds_are_listed_in_their_order_whatever_folder_they_are_in() -> None:
    raw = LIST.encode("latin-1")
    assert is_outline(raw)
    assert feeds_in(raw) == [
        Declared(url="https://velm.example/feed", source="Velm Courier"),
        Declared(url="https://cafe.example/atom", source="Café"),
        Declared(url="https://bare.example/rss"),
    ]


@pytest.mark.parametrize(
    "text", ["", "opml", "<html><body>&lt;opml&gt;", "<rss version='2.0'>", "An <opml> in a text."]
)
def test_other_files_are_no_lists(text: str) -> None:
    assert not is_outline(text.encode())


def test_a_list_that_is_cut_off_yields_what_stands_before_the_cut() -> None:
    raw = LIST.encode("latin-1")
    assert len(feeds_in(raw[: raw.index(b'<outline text="A page')])) == 2


def test_a_bomb_of_entities_is_refused() -> None:
    with pytest.raises(UnreadableError):
        feeds_in(b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><outline xmlUrl="&a;"/></opml>')
