"""A server on loopback, what it answers, and runs of `fetch` against it.

Invariant: a path that a test has given no answer is a 404, robots.txt among them; every request is
remembered with the moment at which it came.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from briefing.beside import Beside, name_beside, parse_beside
from briefing.fetching.addresses import check_address
from briefing.fetching.asking import Clock
from briefing.fetching.harvest import Means, fetch
from briefing.fetching.kinds import FetchReport, Plan, Purpose, Target
from briefing.fetching.transport import Transport
from briefing.model import Article
from briefing.readers.corpus import read_articles
from briefing.readers.leading import WebFormats

HERE = "127.0.0.1"
QUICK = Plan(delay=0.0, pause=0.01, patience=5.0)


@dataclass(frozen=True)
class Reply:
    """What the server answers."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "text/html; charset=utf-8"

    def raw(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body


@dataclass(frozen=True)
class Request:
    path: str
    host: str
    headers: Mapping[str, str]
    begun: float


Answerer = Callable[[BaseHTTPRequestHandler], Reply | None]


@dataclass
class Site:
    """The server's answers by path, and the requests that came."""

    port: int
    answers: dict[str, Reply | Answerer] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)

    def at(self, path: str, host: str = HERE) -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def asked(self, *, robots: bool = False) -> list[str]:
        """The paths that were asked for, in order."""
        return [r.path for r in self.requests if robots or r.path != "/robots.txt"]

    def add(self, path: str, reply: Reply | Answerer | str) -> str:
        """Let a path be answered; its address."""
        self.answers[path] = Reply(reply) if isinstance(reply, str) else reply
        return self.at(path)


@contextmanager
def serve(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on a free port of loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers.get("Host", "")
            site.requests.append(
                Request(self.path, host, dict(self.headers.items()), time.monotonic())
            )
            known = site.answers.get(self.path, Reply("Not here.", 404))
            reply = known if isinstance(known, Reply) else known(self)
            if reply is None:
                return
            raw = reply.raw()
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.kind:
                self.send_header("Content-Type", reply.kind)
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that leaves early is what some tests are about."""

    server = Server((HERE, 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def names(**known: Sequence[str] | str) -> Callable[[str, int], Sequence[str]]:
    """A look-up that knows loopback and these names (with "_" for dots) alone."""
    table = {name.replace("_", "."): value for name, value in known.items()}

    def look_up(host: str, port: int) -> Sequence[str]:
        del port
        found = table.get(host, HERE if host.endswith(".example") else host)
        return [found] if isinstance(found, str) else found

    return look_up


def transport(timeout: float = 5.0, max_bytes: int = 2**20) -> Transport:
    """Asks loopback, which every name that ends in ".example" stands for."""
    return Transport(timeout, max_bytes, allow_private=True, lookup=names())


def run_fetch(
    folder: Path,
    *addresses: str,
    plan: Plan = QUICK,
    through: Transport | None = None,
    wall: Callable[[], float] = time.time,
) -> FetchReport:
    """A run of `fetch` for addresses that the user named."""
    targets = [Target(check_address(address), Purpose.NAMED) for address in addresses]
    means = Means(through or transport(), WebFormats(), Clock(wall=wall))
    return fetch(targets, folder, plan, means)


def pages_in(folder: Path) -> list[Path]:
    """The pages of a folder, hidden files left out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )


def beside(page: Path) -> Beside:
    """What stands beside a page."""
    found = parse_beside(page.with_name(name_beside(page.name)).read_bytes())
    assert found is not None
    return found


def articles(folder: Path) -> list[Article]:
    """The folder read as a corpus, in which nothing may be rejected."""
    found = list(read_articles([str(folder)]))
    assert all(isinstance(article, Article) for article in found), found
    return [article for article in found if isinstance(article, Article)]


def page(
    headline: str = "Harbour talks open",
    words: str = "Ministers met in Velm on Monday.",
    more: str = "",
) -> str:
    """A page with a headline and a report."""
    return (
        f"<!doctype html><html><head><title>{headline}</title>{more}</head><body><article>"
        f"<h1>{headline}</h1><p>{words} They spoke of the harbour for two hours, and will meet"
        " again in May.</p></article></body></html>"
    )


def feed(
    *links: str, title: str = "Velm Courier", date: str = "Tue, 04 Mar 2031 10:00:00 GMT"
) -> Reply:
    """A feed with an entry for each link, all of one day."""
    entries = "".join(
        f"<item><title>Entry {n}</title><link>{link}</link><pubDate>{date}</pubDate></item>"
        for n, link in enumerate(links, start=1)
    )
    text = f"<rss version='2.0'><channel><title>{title}</title>{entries}</channel></rss>"
    return Reply(text, kind="application/rss+xml")
