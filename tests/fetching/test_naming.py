"""Names of saved pages: safe whatever an address says, and always the same."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.fetching.addresses import AddressError, check_address, key_of
from briefing.fetching.naming import page_name


def name_of(address: str, version: int = 1) -> str:
    address = check_address(address)
    return page_name(address, key_of(address), ".html", version)


@pytest.mark.parametrize(
    ("address", "folder", "words"),
    [
        ("https://velm.example/news/2031/03/harbour-talks.html", "velm.example", "harbour-talks"),
        ("https://velm.example/article/harbour-talks/12345", "velm.example", "harbour-talks"),
        ("https://velm.example/12345", "velm.example", "12345"),
        ("https://velm.example/", "velm.example", "page"),
        ("https://velm.example/Caf%C3%A9-de-la-Paix.amp", "velm.example", "cafe-de-la-paix"),
        ("https://velm.example/%D9%82%D9%85%D8%A9", "velm.example", "page"),
        ("https://velm.example/..%2f..%2fetc%2fpasswd", "velm.example", "etc-passwd"),
        ("https://velm.example/con", "velm.example", "con"),
        ("https://nul.example/.htaccess", "host-nul.example", "htaccess"),
        ("http://127.0.0.1:8000/a/bridge", "127.0.0.1-8000", "bridge"),
        ("http://[::1]:8000/bridge", "1-8000", "bridge"),
    ],
)
def test_a_name_says_where_a_page_is_from(address: str, folder: str, words: str) -> None:
    assert re.fullmatch(rf"{re.escape(folder)}/{words}-[0-9a-f]{{10}}\.html", name_of(address))


def test_one_page_has_one_name_and_another_page_another() -> None:
    first = name_of("https://velm.example/bridge?id=1")
    assert first == name_of("http://velm.example/bridge?id=1&utm_source=rss")
    assert first != name_of("https://velm.example/bridge?id=2")
    assert name_of("https://velm.example/bridge?id=1", 2) == first.replace(".html", "-2.html")


def test_long_names_are_cut_between_words() -> None:
    name = PurePosixPath(name_of("https://velm.example/" + "harbour-talks-" * 30)).name
    assert len(name) < 80
    assert "-talks-" in name
    host = ".".join(["a" * 60] * 4)
    assert len(name_of(f"https://{host}/").partition("/")[0]) < 130


@given(
    st.text(max_size=80), st.sampled_from(["velm.example", "aux", "com1.example", "a.con.example"])
)
def test_no_address_can_choose_a_path(path: str, host: str) -> None:
    try:
        name = name_of(f"https://{host}/{path}")
    except AddressError:
        return
    assert name.count("/") == 1
    assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*/[a-z0-9-]+\.html", name)
    assert ".." not in name
    assert not re.match(r"(?:con|aux|nul|prn|com\d|lpt\d)(?:\.|/|$)", name)
    assert not re.search(r"/(?:con|aux|nul|prn|com\d|lpt\d)\.", name)
