"""The reader in a browser of this machine: `briefing --web`.

Invariant: only the loopback address is listened on, and only whoever has the key that is printed
gets in. Other users of the machine reach the port too, and so does any page in the user's browser:
by its own name for this address (DNS rebinding), or by opening a socket. The one does not know the
key; of the other, neither the name nor the origin is ours, and the browser withholds the key. Each
tab is a reader of its own, in a process that ends with the tab.
"""

from __future__ import annotations

import errno
import hmac
import json
import secrets
import shlex
import sys
from collections.abc import Awaitable, Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefing.cli.commands import DONE, Call
from briefing.cli.piping import INPUT
from briefing.config import Settings
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from aiohttp import web
    from aiohttp.typedefs import Middleware

HOST = "127.0.0.1"
PORT = 8417
COOKIE = "briefing"

_PORTS = range(1, 65536)
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "connect-src {socket}; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The page of textual-serve asks Google for a font; nothing here asks anybody for anything."""

Handler = Callable[["web.Request"], Awaitable["web.StreamResponse"]]


def serve(call: Call, port: int, *, is_watched: bool = False) -> int:
    """Serve the reader until it is interrupted.

    Raises `BriefingError` where the extra is missing, or the port is taken or none.
    """
    if find_spec("textual_serve") is None or find_spec("aiohttp") is None:
        raise BriefingError("--web needs textual-serve", "pip install 'briefing[web]'")
    if port not in _PORTS:
        raise BriefingError(f"no port has the number {port}", "one from 1 to 65535")
    if {INPUT, "-"} & set(call.paths):
        raise BriefingError("standard input cannot be read in a browser", "name a folder or file")
    from aiohttp import web

    key = secrets.token_urlsafe(24)
    command = session_command(call, is_watched=is_watched)
    call.terminal.say(f"the reader: http://{HOST}:{port}/?key={key}")
    call.terminal.say("it answers this machine only, and only with this key; ctrl+c ends it")
    try:
        web.run_app(build_server(command, port, key), host=HOST, port=port, print=None)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            hint = "--port takes another"
            raise BriefingError(f"port {port} is taken", hint) from error
        raise
    return DONE


def session_command(call: Call, *, is_watched: bool = False) -> str:
    """The shell command that runs the reader of one tab."""
    session = {
        "paths": [str(Path(path).absolute()) for path in call.paths],
        "settings": msgspec.to_builtins(call.settings),
        "is_watched": is_watched,
    }
    return shlex.join([sys.executable, "-m", "briefing.cli.web", json.dumps(session)])


def run_session(session: str) -> int:
    """Run the reader of one tab."""
    from briefing.tui.app import BriefingApp

    found = json.loads(session)
    settings = msgspec.convert(found["settings"], Settings)
    reader = BriefingApp(found["paths"], settings, is_watching=found["is_watched"])
    reader.run()
    return reader.return_code or DONE


async def build_server(command: str, port: int, key: str) -> web.Application:
    """The application that serves `command` to whoever has the key."""
    from textual_serve.server import Server

    server = Server(command, host=HOST, port=port, title="briefing")
    application = await server._make_app()  # noqa: SLF001  # its `serve` would log to the terminal
    application.on_startup.clear()
    application.middlewares.append(_make_guard(port, key))
    application.on_response_prepare.append(_make_protector(port))
    return application


def _make_guard(port: int, key: str) -> Middleware:
    from aiohttp import web

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not is_ours(request.headers, port):
            raise web.HTTPForbidden(text="Open the address that briefing has printed.")
        if request.path == "/" and is_key(request.query.get("key"), key):
            answer = web.HTTPFound("/")
            # Strict: no page of another site can have the browser send it along.
            answer.set_cookie(COOKIE + str(port), key, httponly=True, samesite="Strict", path="/")
            raise answer
        if not is_key(request.cookies.get(COOKIE + str(port)), key):
            raise web.HTTPForbidden(text="Open the address that briefing has printed.")
        return await handler(request)

    return guard


def _make_protector(port: int) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    policy = _POLICY.format(socket=f"'self' ws://{HOST}:{port}")

    async def protect(_: web.Request, answer: web.StreamResponse) -> None:
        answer.headers["Content-Security-Policy"] = policy
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers["Cache-Control"] = "no-store"

    return protect


def is_ours(headers: Mapping[str, str], port: int) -> bool:
    """Whether a request is addressed to our address, and comes from a page of ours or from none."""
    own = f"{HOST}:{port}"
    names = {own, HOST} if port == 80 else {own}  # noqa: PLR2004  # the port that is not written
    origins = {f"http://{name}" for name in names}
    return headers.get("Host") in names and headers.get("Origin") in {None, *origins}


def is_key(given: str | None, key: str) -> bool:
    """Whether what was given is the key; takes as long wherever they differ."""
    return given is not None and hmac.compare_digest(given.encode(), key.encode())


if __name__ == "__main__":
    sys.exit(run_session(sys.argv[1]))
