"""Fetching is tested against a server of this machine; nothing else can be reached.

Invariant: a connection to any address but loopback is recorded and refused, and no name is ever
looked up: tests say themselves which name has which address.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from tests.fetching.loopback import Site, serve


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the place of the fixture of all other tests, which refuses loopback as well."""


@pytest.fixture(autouse=True)
def attempts(monkeypatch: pytest.MonkeyPatch, _no_network: None) -> list[str]:
    """The addresses outside this machine that somebody wanted to connect to."""
    tried: list[str] = []
    connect, getaddrinfo = socket.socket.connect, socket.getaddrinfo

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family is not socket.AF_UNIX and not ipaddress.ip_address(address[0]).is_loopback:
            tried.append(address[0])
            raise ConnectionRefusedError("outside this machine")
        connect(self, address)

    def numeric_only(host: Any, *arguments: Any, **options: Any) -> Any:
        ipaddress.ip_address(host)  # a name here would be a second, unchecked look-up
        return getaddrinfo(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
    monkeypatch.setattr(socket, "getaddrinfo", numeric_only)
    return tried


@pytest.fixture
def site() -> Iterator[Site]:
    """A server on loopback that answers what a test tells it to, and remembers the requests."""
    with serve() as served:
        yield served
