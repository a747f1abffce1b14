"""Addresses: which may be asked for, in which form, and which are of one page."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.fetching.addresses import (
    AddressError,
    check_address,
    host_of,
    is_same_site,
    is_usual_port,
    join_address,
    key_of,
    origin_of,
    port_of,
    without_tracking,
)


@pytest.mark.parametrize(
    ("given_", "checked"),
    [
        ("HTTP://Velm.Example:80", "http://velm.example/"),
        ("https://velm.example:443/a#part", "https://velm.example/a"),
        (" https://velm.example/a b?q=é&r=1 2 ", "https://velm.example/a%20b?q=%C3%A9&r=1%202"),
        ("https://velm.example/caf%C3%A9", "https://velm.example/caf%C3%A9"),
        ("https://münze.example./x", "https://xn--mnze-0ra.example/x"),
        ("http://[2001:DB8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("http://127.0.0.1:8000/?a=1", "http://127.0.0.1:8000/?a=1"),
    ],
)
def test_an_address_has_one_form(given_: str, checked: str) -> None:
    assert check_address(given_) == checked
    assert check_address(checked) == checked


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("velm.example", "no address of the web"),
        ("ftp://velm.example/", "no address of the web"),
        ("file:///etc/passwd", "no address of the web"),
        ("javascript:alert(1)", "no address of the web"),
        ("https://user:word@velm.example/", "name or password"),
        ("https://user@velm.example/", "name or password"),
        ("https:///path", "names no host"),
        ("https://velm..example/", "names no host"),
        ("https://-velm.example/", "names no host"),
        ("https://velm example/", "names no host"),
        ("https://velm.example:99999/", "is no address"),
        ("https://[::1/", "is no address"),
        ("https://velm.example/a\r\nHost: other", "control characters"),
        ("https://velm.example/" + "a" * 5000, "longer than"),
    ],
)
def test_what_may_not_be_asked_for_says_why(text: str, reason: str) -> None:
    with pytest.raises(AddressError, match=reason):
        check_address(text)


@given(st.text(alphabet=string.printable + "éßñ漢ع\u202e\ud800", max_size=60))
def test_whatever_comes_out_is_plain_and_stays_as_it_is(text: str) -> None:
    try:
        address = check_address(f"https://velm.example/{text}")
    except AddressError:
        return
    assert address.isascii()
    assert not set(address) & set(string.whitespace + "#\x7f")
    assert check_address(address) == address
    assert host_of(address) == "velm.example"
    assert key_of(key := without_tracking(address)) == key_of(address)
    assert without_tracking(key) == key


def test_parts_of_an_address() -> None:
    address = "https://velm.example:8443/a/b?c=1"
    assert (host_of(address), port_of(address)) == ("velm.example", 8443)
    assert origin_of(address) == "https://velm.example:8443/"
    assert port_of("http://velm.example/") == 80
    assert host_of("http://[::1]:8080/") == "::1"


@pytest.mark.parametrize(("port", "usual"), [(80, True), (443, True), (8000, True), (22, False)])
def test_low_ports_are_none_of_the_web(port: int, usual: bool) -> None:
    assert is_usual_port(f"http://velm.example:{port}/") is usual


def test_one_page_has_one_key() -> None:
    key = key_of("https://velm.example/caf%c3%a9?id=7")
    for other in (
        "http://velm.example/caf%C3%A9?id=7",
        "https://velm.example/caf%C3%A9?utm_source=rss&id=7&fbclid=x",
        "https://velm.example/caf%C3%A9?id=7&at_medium=RSS&xtor=1",
    ):
        assert key_of(other) == key
    for other in (
        "https://velm.example/caf%C3%A9?id=8",
        "https://velm.example/caf%C3%A9",
        "https://velm.example/Caf%C3%A9?id=7",
        "https://other.example/caf%C3%A9?id=7",
    ):
        assert key_of(other) != key


def test_a_redirect_is_joined_and_checked() -> None:
    assert join_address("https://velm.example/a/b", "../c d") == "https://velm.example/c%20d"
    assert join_address("https://velm.example/a", "//other.example/x") == "https://other.example/x"
    with pytest.raises(AddressError):
        join_address("https://velm.example/a", "gopher://velm.example/")
    with pytest.raises(AddressError):
        join_address("https://velm.example/a", "https://[::1")


def test_one_site_has_several_hosts() -> None:
    assert is_same_site("https://www.velm.example/a", "http://velm.example/b")
    assert is_same_site("https://amp.velm.example/a", "https://m.velm.example/b")
    assert not is_same_site("https://velm.example/", "https://velm.example.evil.example/")
