"""One request over one connection: to a checked address, within a time and a size.

Invariant: what a server does costs at most the time limit and the size limit, whatever it sends,
however slowly, packed or not; redirects are not followed here, so that each is checked anew.
"""

from __future__ import annotations

import contextlib
import http.client
import logging
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from briefing import __version__
from briefing.fetching.addresses import host_of, is_usual_port, port_of
from briefing.fetching.guarding import (
    Lookup,
    RefusedError,
    UnknownHostError,
    look_up,
    resolve,
)

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection
    from urllib3.response import HTTPResponse

PRODUCT = "briefing"
"""The name under which robots.txt may speak to the program."""

_PIECE = 65_536
_CONNECT_SECONDS = 10.0
_MAX_CAUSES = 10
_OK = frozenset({200, 203})
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5"


class TransportError(Exception):
    """There is no answer, and why.

    `is_passing` where another try may have one, `is_lasting` where a server was asked in vain and
    would be again.
    """

    def __init__(self, reason: str, *, is_passing: bool, is_lasting: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_passing = is_passing
        self.is_lasting = is_lasting


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: `headers` by lower-case name; `body` unpacked, and only of a success."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Transport:
    """Asks servers: `timeout` seconds for a whole request, `max_bytes` for a body once unpacked."""

    timeout: float
    max_bytes: int
    allow_private: bool = False
    lookup: Lookup = look_up
    tls: ssl.SSLContext | None = None

    def get(
        self, address: str, headers: Mapping[str, str] | None = None, *, cut_at: int | None = None
    ) -> Answer:
        """The answer to a GET request for a checked address; raises `TransportError`.

        With `cut_at` only that many bytes are taken; else a longer body is an error.
        """
        limit = self.max_bytes if cut_at is None else cut_at
        watch = _Watch(self.timeout)
        try:
            with (
                watch,
                self._connected(address, watch) as connection,
                contextlib.closing(_exchange(connection, address, headers or {})) as response,
            ):
                body = _body(response, limit) if response.status in _OK else b""
        except TransportError:
            raise
        except RefusedError as error:
            raise TransportError(str(error), is_passing=False) from error
        except UnknownHostError as error:
            raise TransportError(str(error), is_passing=True) from error
        except _failures() as error:
            if watch.is_over:
                raise self._too_slow() from error
            raise _explained(error) from error
        if watch.is_over:  # the end of a connection that was cut looks like the end of a page
            raise self._too_slow()
        if len(body) > limit and cut_at is None:
            reason = f"is larger than {limit:,} bytes"
            raise TransportError(reason, is_passing=False, is_lasting=True)
        given = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, given, body[:limit])

    def _too_slow(self) -> TransportError:
        return TransportError(f"took longer than {self.timeout:g} s", is_passing=True)

    @contextlib.contextmanager
    def _connected(self, address: str, watch: _Watch) -> Iterator[HTTPConnection]:
        """A connection to one of the host's checked addresses, closed in the end."""
        if not is_usual_port(address) and not self.allow_private:
            raise RefusedError(f"port {port_of(address)} is none of the web's")
        host, port = host_of(address), port_of(address)
        addresses = resolve(host, port, allow_private=self.allow_private, lookup=self.lookup)
        for number, ip in enumerate(addresses, start=1):
            connection = self._connection(address, ip)
            watch.guard(connection)
            try:
                connection.connect()
                watch.hold(connection.sock)
            except _failures():
                connection.close()
                if number == len(addresses) or watch.is_over:
                    raise
                continue
            try:
                connection.timeout = self.timeout
                yield connection
            finally:
                connection.close()
            return

    def _connection(self, address: str, ip: str) -> HTTPConnection:
        from urllib3.connection import HTTPConnection, HTTPSConnection

        # The library warns of every header that it cannot read, in the words of the server.
        logging.getLogger("urllib3").setLevel(logging.ERROR)
        wait = min(_CONNECT_SECONDS, self.timeout)
        if urlsplit(address).scheme == "http":
            return HTTPConnection(ip, port_of(address), timeout=wait)
        # The certificate must be the named host's, though the connection goes by number.
        return HTTPSConnection(
            ip,
            port_of(address),
            timeout=wait,
            server_hostname=host_of(address),
            ssl_context=self.tls or _trusting(),
        )


@cache
def _trusting() -> ssl.SSLContext:
    """The certificates that the system trusts; reading them takes longer than a request."""
    return ssl.create_default_context()


class _Watch:
    """Ends a request that has lasted too long, whatever it waits for.

    A time limit on each read is not enough: a server may send one byte at a time.
    """

    def __init__(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._guarded: HTTPConnection | None = None
        self._held: object = None
        self.is_over = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def guard(self, connection: HTTPConnection) -> None:
        """Watch over a connection while it is made, the handshake included."""
        self._guarded = connection

    def hold(self, connected: object) -> None:
        """Watch over its socket, which the connection forgets once an answer has begun."""
        self._held = connected

    def _end(self) -> None:
        self.is_over = True
        connected = self._held or getattr(self._guarded, "sock", None)
        if isinstance(connected, socket.socket):
            with contextlib.suppress(OSError):
                # That of the plain socket: the encrypted one's would take its state away from the
                # thread that reads.
                socket.socket.shutdown(connected, socket.SHUT_RDWR)


def _exchange(connection: HTTPConnection, address: str, headers: Mapping[str, str]) -> HTTPResponse:
    """The answer's beginning; its body is yet to be read."""
    parts = urlsplit(address)
    own = {
        "Host": parts.netloc,
        "User-Agent": user_agent(),
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    connection.request(
        "GET", target, headers={**own, **headers}, preload_content=False, decode_content=True
    )
    return connection.getresponse()


def _refuse_packing(response: HTTPResponse) -> None:
    """Raise `TransportError` where a body is packed in a way that nobody asked for."""
    packed = response.headers.get("content-encoding", "").lower().replace(",", " ").split()
    unknown = [name for name in packed if name not in {*response.CONTENT_DECODERS, "identity"}]
    if unknown:
        reason = f"sends what cannot be unpacked ({unknown[0]})"
        raise TransportError(reason, is_passing=False, is_lasting=True)


def _body(response: HTTPResponse, limit: int) -> bytes:
    """At most one byte more than the limit of an answer's body, unpacked piece by piece."""
    _refuse_packing(response)
    pieces: list[bytes] = []
    size = 0
    while size <= limit and (piece := response.read1(_PIECE, decode_content=True)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)[: limit + 1]


def _failures() -> tuple[type[Exception], ...]:
    """What a server or the way to it can cause; all else is a fault of the program."""
    from urllib3.exceptions import HTTPError

    return (OSError, ValueError, HTTPError, http.client.HTTPException)


def _explained(error: Exception) -> TransportError:
    """What went wrong, in words, and whether it may pass."""
    cause = _root_of(error)
    is_passing = True
    if isinstance(cause, ssl.SSLCertVerificationError):
        reason, is_passing = f"its certificate fails: {cause.verify_message}", False
    elif isinstance(cause, ssl.SSLError):
        reason, is_passing = f"no safe connection ({cause.reason or cause})", False
    elif isinstance(cause, TimeoutError):
        reason = "does not answer"
    elif isinstance(cause, http.client.IncompleteRead):
        reason = "the answer broke off"
    elif isinstance(cause, OSError):
        reason = (cause.strerror or str(cause)).lower()
    elif isinstance(cause, http.client.HTTPException):
        reason = f"answers in no known way ({type(cause).__name__})"
    else:
        reason, is_passing = f"sends what cannot be unpacked ({cause})", False
    return TransportError(reason, is_passing=is_passing)


def _root_of(error: BaseException) -> BaseException:
    """The error of the system or the protocol that the library wraps."""
    seen = 0
    while (inner := error.__cause__ or error.__context__) is not None and seen < _MAX_CAUSES:
        error, seen = inner, seen + 1
    return error


def user_agent() -> str:
    """What servers are told: the program, its version, what it does and with which library."""
    return (
        f"{PRODUCT}/{__version__} (saves news pages for one reader; urllib3/{version('urllib3')})"
    )
