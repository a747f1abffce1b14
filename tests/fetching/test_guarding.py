"""Which machines may be asked."""

from __future__ import annotations

import pytest

from briefing.fetching.guarding import (
    RefusedError,
    UnknownHostError,
    is_allowed,
    look_up,
    resolve,
)

PUBLIC = ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
PRIVATE = [
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "198.18.0.1",
    "192.0.2.1", "240.0.0.1", "255.255.255.255", "::1", "fc00::1", "fec0::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
    "2001:0:7f00:1::", "::7f00:1", "2001:db8::1", "100::1",
]  # fmt: skip
NEVER = [
    "169.254.169.254", "::ffff:169.254.169.254", "fe80::1", "fe80::1%eth0", "0.0.0.0", "::",
    "224.0.0.1", "ff02::1", "64:ff9b::a9fe:a9fe", "nonsense", "",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_allowed(address, allow_private=False)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_allowed_where_the_user_says_so(address: str) -> None:
    assert not is_allowed(address, allow_private=False)
    assert is_allowed(address, allow_private=True)


@pytest.mark.parametrize("address", NEVER)
def test_some_addresses_are_never_allowed(address: str) -> None:
    assert not is_allowed(address, allow_private=False)
    assert not is_allowed(address, allow_private=True)


def test_only_the_public_addresses_of_a_name_are_used() -> None:
    found = resolve(
        "velm.example", 80, allow_private=False, lookup=lambda *_: ["10.0.0.1", PUBLIC[0], "::1"]
    )
    assert found == (PUBLIC[0],)


def test_a_name_of_private_addresses_is_refused_with_the_way_out() -> None:
    with pytest.raises(RefusedError, match=r"velm.example \(10.0.0.1\) is no public.*--allow-priv"):
        resolve("velm.example", 80, allow_private=False, lookup=lambda *_: ["10.0.0.1"])
    with pytest.raises(RefusedError, match=r"^169.254.169.254 is no public address$"):
        resolve("169.254.169.254", 80, allow_private=True, lookup=lambda host, _: [host])


def test_other_ways_to_write_a_number_are_seen_through() -> None:
    """The system reads 2130706433 as 127.0.0.1; what it makes of a name is what is checked."""
    with pytest.raises(RefusedError):
        resolve("2130706433", 80, allow_private=False, lookup=lambda *_: ["127.0.0.1"])


def test_a_name_without_address_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no such name")

    monkeypatch.setattr("socket.getaddrinfo", fail)
    with pytest.raises(UnknownHostError, match=r"nowhere.example cannot be found"):
        look_up("nowhere.example", 80)


def test_numeric_addresses_are_found_as_they_are() -> None:
    assert list(look_up("127.0.0.1", 80)) == ["127.0.0.1"]
