"""Which machines may be asked: those of the public internet, unless the user says otherwise.

Invariant: a connection goes to the very address that was checked here; a name is looked up once
for each request and never again between the check and the connection (no DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Lookup = Callable[[str, int], Sequence[str]]

_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
_MAX_ADDRESSES = 4
"""How many addresses of one name are tried."""


class RefusedError(Exception):
    """No connection is made to this host; the message says why."""


class UnknownHostError(Exception):
    """The name has no address at present."""


def look_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, as the system's resolver orders them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnknownHostError(f"{host} cannot be found") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve(
    host: str, port: int, *, allow_private: bool, lookup: Lookup = look_up
) -> tuple[str, ...]:
    """The addresses that a connection to the host may go to; raises `RefusedError`."""
    found = lookup(host, port)
    allowed = [a for a in found if is_allowed(a, allow_private=allow_private)]
    if not allowed:
        shown = host if host in found else f"{host} ({found[0] if found else 'no address'})"
        raise RefusedError(
            f"{shown} is no public address"
            + ("" if allow_private else "; --allow-private fetches from your own network")
        )
    return tuple(allowed[:_MAX_ADDRESSES])


def is_allowed(address: str, *, allow_private: bool) -> bool:
    """Whether a connection may go to a numeric address.

    Link-local addresses are refused always: where there is something behind them, it is the
    service that hands a cloud machine its passwords.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _embedded(ip)
    if inner.is_multicast or inner.is_link_local or inner.is_unspecified:
        return False
    return allow_private or _is_public(inner)


def _embedded(ip: IpAddress) -> IpAddress:
    """The IPv4 address that an IPv6 address stands for, else the address itself."""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return ip.ipv4_mapped
        if ip in _TRANSLATED:
            return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip


def _is_public(ip: IpAddress) -> bool:
    if isinstance(ip, ipaddress.IPv6Address):
        # Tunnels lead to an IPv4 address that nobody has checked.
        is_tunnel = ip.sixtofour is not None or ip.teredo is not None
        return ip in _GLOBAL_UNICAST and ip.is_global and not is_tunnel
    return ip.is_global and not ip.is_reserved
