"""Addresses of the web: checked, written in one form, and compared.

Invariant: an address that comes out of `check_address` is absolute, ASCII, of the schemes http or
https, without fragment, password or control character; only such addresses are ever asked for.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

MAX_LENGTH = 4_000
"""Characters; servers refuse longer ones."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1024
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"
_QUERY_SAFE = f"{_PATH_SAFE}?"
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_MAX_HOST = 253

# What feeds, newsletters and advertisers add to count their readers; it never chooses the page.
_TRACKING = re.compile(
    r"(?:utm_|at_|ns_|mc_|pk_|mtm_|hsa_)\w{1,40}|fbclid|gclid|dclid|[gw]braid|msclkid|yclid|igshid|twclid"
    r"|ttclid|_ga|_gl|xtor|ocid|cmpid|cmp|smid|ftag|xtref|wt_mc|spm",
    re.IGNORECASE,
)


class AddressError(ValueError):
    """This is no address that may be asked for; the message says why."""


def check_address(text: str) -> str:
    """The address in the form in which it is asked for; raises `AddressError`."""
    text = text.strip()
    if not text or _CONTROL.search(text):
        raise AddressError("is empty" if not text else "holds control characters")
    if len(text) > MAX_LENGTH:
        raise AddressError(f"is longer than {MAX_LENGTH:,} characters")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise AddressError(f"is no address: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS:
        raise AddressError("is no address of the web (http:// or https://)")
    if parts.username is not None or parts.password is not None:
        raise AddressError("carries a name or password, which would be saved with the page")
    host = _host(parts.hostname or "")
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port in {None, _DEFAULT_PORTS[scheme]} else f"{shown}:{port}"
    path = quote(parts.path or "/", safe=_PATH_SAFE)
    return urlunsplit((scheme, netloc, path, quote(parts.query, safe=_QUERY_SAFE), ""))


def _host(name: str) -> str:
    if ":" in name:
        return name.lower()
    try:
        host = name.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise AddressError("names no host") from error
    if not host or len(host) > _MAX_HOST or not all(map(_LABEL.fullmatch, host.split("."))):
        raise AddressError("names no host")
    return host


def join_address(base: str, location: str) -> str:
    """Where a redirect leads from `base`; raises `AddressError`."""
    try:
        return check_address(urljoin(base, location.strip()))
    except ValueError as error:
        raise error if isinstance(error, AddressError) else AddressError(str(error)) from error


def host_of(address: str) -> str:
    """The host of a checked address, without brackets or port."""
    return urlsplit(address).hostname or ""


def port_of(address: str) -> int:
    """The port of a checked address."""
    parts = urlsplit(address)
    return parts.port or _DEFAULT_PORTS[parts.scheme]


def is_usual_port(address: str) -> bool:
    """Whether pages may be behind the port: below 1024 lie mail, files and remote control."""
    port = port_of(address)
    return port in _DEFAULT_PORTS.values() or port >= _FIRST_FREE_PORT


def origin_of(address: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc, "/", "", ""))


def key_of(address: str) -> str:
    """What two addresses of one page have in common: no scheme, no counting of readers."""
    parts = urlsplit(without_tracking(address))
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc}{quote(unquote(parts.path), safe=_PATH_SAFE)}{query}"


def without_tracking(address: str) -> str:
    """A checked address without what only counts its readers."""
    parts = urlsplit(address)
    kept = [field for field in parts.query.split("&") if field and not _is_tracking(field)]
    return urlunsplit(parts._replace(query="&".join(kept)))


def _is_tracking(field: str) -> bool:
    return bool(_TRACKING.fullmatch(unquote(field.partition("=")[0])))


def is_same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: their hosts but for "www", "m" or "amp" before."""
    return _bare_host(one) == _bare_host(other)


def _bare_host(address: str) -> str:
    return re.sub(r"^(?:(?:www\d?|m|amp|mobile)\.)+", "", host_of(address))
