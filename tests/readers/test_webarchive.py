"""Pages that Safari saved."""

from __future__ import annotations

import plistlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article
from briefing.readers.decoding import UnreadableError
from briefing.readers.webarchive import WebArchiveReader

REPORT = "Le préfet a reçu les élus de la vallée à l’hôtel de ville, jeudi matin."
PAGE = f"<html><head></head><body><h1>Un pont de plus</h1><p>{REPORT}</p></body></html>"


def archive(kind: plistlib.PlistFormat = plistlib.FMT_BINARY, page: object = None) -> bytes:
    main = {
        "WebResourceData": PAGE.encode("cp1252") if page is None else page,
        "WebResourceURL": "https://poste.example/a",
        "WebResourceTextEncodingName": "windows-1252",
    }
    whole = {"WebMainResource": main, "WebSubresources": [{"WebResourceData": b"\x89PNG"}]}
    return plistlib.dumps(whole, fmt=kind)


def read(raw: bytes) -> Article:
    (found,) = WebArchiveReader().read(raw, "c/a.webarchive", "a.webarchive")
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_is_read_in_its_declared_encoding(kind: plistlib.PlistFormat) -> None:
    raw = archive(kind)
    assert WebArchiveReader().accepts(raw[:65_536], "a")
    found = read(raw)
    assert found.text.endswith(REPORT)
    assert found.url == "https://poste.example/a"


def test_other_property_lists_are_not_taken_for_archives() -> None:
    assert not WebArchiveReader().accepts(plistlib.dumps({"a": 1}), "a.plist")
    assert not WebArchiveReader().accepts(b"WebMainResource", "a.webarchive")


BOMB = b'<!DOCTYPE plist [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><plist><string>&c;</string></plist>'


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (plistlib.dumps({"WebMainResource": 1}), "without a page"),
        (archive(page="words"), "without a page"),
        (archive()[:200], "damaged"),
        (BOMB, "damaged"),
        (b"", "damaged"),
    ],
    ids=["other", "words", "cut", "bomb", "empty"],
)
def test_archives_without_a_page_say_why(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(raw)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(archive())), st.binary(max_size=8))
def test_damage_anywhere_is_survived(at: int, noise: bytes) -> None:
    raw = archive()
    try:
        read(raw[:at] + noise + raw[at + len(noise) :])
    except UnreadableError:
        return
