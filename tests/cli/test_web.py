"""The reader in a browser: who gets in, what is sent along, and that the same reader runs there."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import shlex
import socket
import sys
from asyncio.base_subprocess import BaseSubprocessTransport
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from briefing.cli.commands import Call
from briefing.cli.terminal import Terminal
from briefing.cli.web import HOST, PORT, build_server, is_key, is_ours, serve, session_command
from briefing.config import Settings
from briefing.errors import BriefingError

pytest.importorskip("textual_serve")

from aiohttp import ClientSession, CookieJar, UnixConnector, WSMsgType, web

KEY = "open-sesame"
PACKET = b"D" + len(b"painted").to_bytes(4, "big") + b"painted"
SPEAKER = (
    f"import sys; sys.stdout.buffer.write(b'__GANGLION__\\n' + {PACKET!r}); sys.stdout.flush()"
)


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Path]:
    """A server whose sessions paint one word, behind a socket of the file system: no network."""
    command = shlex.join([sys.executable, "-c", SPEAKER])
    runner = web.AppRunner(await build_server(command, PORT, KEY))
    await runner.setup()
    await web.UnixSite(runner, str(tmp_path / "door")).start()
    yield tmp_path / "door"
    await runner.cleanup()
    await _end_readers()


async def _end_readers() -> None:
    """End the readers whose transports textual-serve leaves open when a tab goes."""
    left = [o for o in gc.get_objects() if isinstance(o, BaseSubprocessTransport)]
    for transport in left:
        transport.close()
        await asyncio.sleep(0.1)


def open_client(door: Path) -> ClientSession:
    return ClientSession(connector=UnixConnector(str(door)), cookie_jar=CookieJar(unsafe=True))


async def status(door: Path, path: str, headers: dict[str, str] | None = None) -> int:
    async with open_client(door) as client:
        url = f"http://{HOST}:{PORT}{path}"
        async with client.get(url, headers=headers, allow_redirects=False) as answer:
            return answer.status


async def test_nobody_gets_in_without_the_key(door: Path) -> None:
    for path in ("/", "/?key=wrong", "/static/js/textual.js", "/ws", "/download/x"):
        assert await status(door, path) == 403


async def test_no_other_name_and_no_other_page_gets_in_even_with_the_key(door: Path) -> None:
    cookie = {"Cookie": f"briefing{PORT}={KEY}"}
    assert await status(door, "/", cookie) == 200
    for header in (
        {"Host": "rebound.example"},
        {"Host": f"rebound.example:{PORT}"},
        {"Host": f"localhost:{PORT}"},
        {"Origin": "https://rebound.example"},
        {"Origin": "null"},
    ):
        assert await status(door, "/", {**cookie, **header}) == 403


async def test_the_key_opens_a_page_that_asks_nobody_else(door: Path) -> None:
    async with open_client(door) as client:
        async with client.get(f"http://{HOST}:{PORT}/?key={KEY}") as answer:
            page = await answer.text()
            assert answer.status == 200
            assert answer.url.query_string == ""
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert f"ws://{HOST}:{PORT}" in policy
            assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert KEY not in page
        cookie = next(iter(client.cookie_jar))
        assert cookie["httponly"]
        assert cookie["samesite"] == "Strict"


async def test_a_tab_shows_what_its_reader_paints(door: Path) -> None:
    async with open_client(door) as client:
        async with client.get(f"http://{HOST}:{PORT}/?key={KEY}"):
            pass
        async with client.ws_connect(f"ws://{HOST}:{PORT}/ws?width=80&height=24") as tab:
            message = await asyncio.wait_for(tab.receive(), 20)
            assert message.type is WSMsgType.BINARY
            assert message.data == b"painted"


def build_call(*paths: str) -> Call:
    return Call(paths, Settings(theme="nord"), Terminal(io.StringIO(), io.StringIO()))


def test_a_session_gets_paths_and_settings(tmp_path: Path) -> None:
    command = shlex.split(session_command(build_call(str(tmp_path / "it's"))))
    assert command[:3] == [sys.executable, "-m", "briefing.cli.web"]
    session = json.loads(command[3])
    assert session["paths"] == [str(tmp_path / "it's")]
    assert session["settings"]["theme"] == "nord"


def test_a_port_that_is_taken_is_said_to_be() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        with pytest.raises(BriefingError, match=f"port {port} is taken"):
            serve(build_call("pages"), port)


def test_a_port_that_is_none_and_standard_input_are_refused() -> None:
    with pytest.raises(BriefingError, match="no port has the number 0"):
        serve(build_call("pages"), 0)
    with pytest.raises(BriefingError, match="standard input"):
        serve(build_call("-"), 8417)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.cli.web.find_spec", lambda _: None)
    with pytest.raises(BriefingError, match=r"pip install 'briefing\[web\]'"):
        serve(build_call("pages"), 8417)


def test_keys_and_names() -> None:
    assert is_key(KEY, KEY)
    assert not is_key(None, KEY)
    assert not is_key("öpen", KEY)
    assert is_ours({"Host": f"{HOST}:80"}, 80)
    assert is_ours({"Host": HOST}, 80)
    assert not is_ours({"Host": HOST}, 8417)
    assert not is_ours({}, 8417)
