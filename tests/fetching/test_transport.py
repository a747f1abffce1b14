"""One request: to the address that was checked, within a time and a size."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from shutil import which

import pytest

from briefing import __version__
from briefing.fetching import guarding
from briefing.fetching.transport import Transport, TransportError
from tests.fetching.loopback import HERE, Reply, Site, names, serve, transport

OPENSSL = which("openssl")


def failure(address: str, through: Transport) -> TransportError:
    with pytest.raises(TransportError) as caught:
        through.get(address)
    return caught.value


def test_an_answer_has_status_headers_and_body(site: Site) -> None:
    address = site.add("/a?b=c", Reply("Words.", headers={"ETag": '"1"', "X-A": "b"}))
    answer = transport().get(address, {"If-None-Match": '"0"'})
    assert (answer.status, answer.body) == (200, b"Words.")
    assert (answer.headers["etag"], answer.headers["x-a"]) == ('"1"', "b")
    (request,) = site.requests
    assert request.path == "/a?b=c"
    assert request.host == f"{HERE}:{site.port}"
    assert request.headers["If-None-Match"] == '"0"'
    assert request.headers["User-Agent"].startswith(f"briefing/{__version__} (")


def test_only_the_body_of_a_success_is_taken(site: Site) -> None:
    site.add("/gone", Reply("Sorry.", 404))
    site.add("/on", Reply("Over there.", 302, {"Location": "/elsewhere"}))
    assert transport().get(site.at("/gone")).body == b""
    answer = transport().get(site.at("/on"))
    assert (answer.status, answer.headers["location"], answer.body) == (302, "/elsewhere", b"")
    assert site.asked() == ["/gone", "/on"]


def test_the_connection_goes_to_the_address_that_was_checked(
    site: Site, attempts: list[str]
) -> None:
    """A name that has a public address when it is checked and a private one a moment later."""
    looked_up: list[str] = []

    def rebind(host: str, port: int) -> list[str]:
        del port
        looked_up.append(host)
        return ["93.184.216.34"] if len(looked_up) == 1 else [HERE]

    through = Transport(2.0, 1000, lookup=rebind)
    failure(site.at("/secret", "velm.example"), through)
    assert looked_up == ["velm.example"]
    assert attempts == ["93.184.216.34"]
    assert not site.requests


def test_a_private_address_is_never_connected_to(site: Site, attempts: list[str]) -> None:
    error = failure(site.at("/"), Transport(2.0, 1000, lookup=names()))
    assert "no public address" in error.reason
    assert not error.is_passing
    assert not site.requests
    assert not attempts


def test_ports_of_other_services_are_refused() -> None:
    through = Transport(2.0, 1000, lookup=names())
    assert failure("http://velm.example:25/", through).reason == "port 25 is none of the web's"


def test_the_next_address_of_a_name_is_tried(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarding, "_is_public", lambda _: True)
    site.add("/", "Words.")
    through = Transport(2.0, 1000, lookup=names(velm_example=["93.184.216.34", HERE]))
    assert through.get(site.at("/", "velm.example")).body == b"Words."
    assert site.requests[0].host == f"velm.example:{site.port}"


def test_packed_answers_are_unpacked(site: Site) -> None:
    site.add("/gzip", Reply(gzip.compress(b"Words."), headers={"Content-Encoding": "gzip"}))
    site.add("/deflate", Reply(zlib.compress(b"Words."), headers={"Content-Encoding": "deflate"}))
    assert transport().get(site.at("/gzip")).body == b"Words."
    assert transport().get(site.at("/deflate")).body == b"Words."


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_costs_the_size_limit_and_no_more(site: Site, layers: int) -> None:
    raw = b"a" * (64 * 2**20)
    for _ in range(layers):
        raw = gzip.compress(raw)
    encoding = ", ".join(["gzip"] * layers)
    site.add("/bomb", Reply(raw, headers={"Content-Encoding": encoding}))
    started = time.monotonic()
    error = failure(site.at("/bomb"), transport(max_bytes=100_000))
    assert error.reason == "is larger than 100,000 bytes"
    assert error.is_lasting
    assert time.monotonic() - started < 2


def test_an_answer_of_exactly_the_limit_is_whole(site: Site) -> None:
    site.add("/", "a" * 1000)
    assert len(transport(max_bytes=1000).get(site.at("/")).body) == 1000
    assert failure(site.at("/"), transport(max_bytes=999)).reason == "is larger than 999 bytes"
    assert transport(max_bytes=10).get(site.at("/"), cut_at=300).body == b"a" * 300


def test_a_packing_that_is_not_known_is_no_answer(site: Site) -> None:
    site.add("/", Reply(b"packed", headers={"Content-Encoding": "gzip, compress-o-matic"}))
    error = failure(site.at("/"), transport())
    assert error.reason == "sends what cannot be unpacked (compress-o-matic)"
    site.add("/", Reply("Words.", headers={"Content-Encoding": "identity"}))
    assert transport().get(site.at("/")).body == b"Words."


def test_a_damaged_packing_is_no_answer(site: Site) -> None:
    site.add("/", Reply(b"no gzip at all", headers={"Content-Encoding": "gzip"}))
    error = failure(site.at("/"), transport())
    assert "cannot be unpacked" in error.reason


def test_an_answer_that_breaks_off_may_come_whole_the_next_time(site: Site) -> None:
    site.add("/", Reply("Half", headers={"Content-Length": "4000"}))
    error = failure(site.at("/"), transport())
    assert error.reason == "the answer broke off"
    assert error.is_passing


@pytest.mark.parametrize("where", ["head", "body", "closing", "chunks"])
def test_a_server_that_sends_a_byte_at_a_time_is_left(site: Site, where: str) -> None:
    over = threading.Event()

    def dribble(handler: BaseHTTPRequestHandler) -> None:
        send = handler.wfile.write
        if where != "head":
            length = "Transfer-Encoding: chunked" if where == "chunks" else "Content-Length: 4000"
            end = "Connection: close\r\n" if where == "closing" else ""
            send(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{end}{length}\r\n\r\n".encode())
        else:
            send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not over.wait(0.05):
            send(b"1\r\na\r\n" if where == "chunks" else b"a")

    address = site.add("/", dribble)
    started = time.monotonic()
    error = failure(address, transport(timeout=0.4))
    over.set()
    assert error.reason == "took longer than 0.4 s"
    assert error.is_passing
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_server_that_says_nothing_is_left(scheme: str) -> None:
    with socket.create_server((HERE, 0)) as silent:
        address = f"{scheme}://velm.example:{silent.getsockname()[1]}/"
        error = failure(address, transport(timeout=0.3))
    assert error.reason in {"took longer than 0.3 s", "does not answer"}
    assert error.is_passing


def test_what_is_no_answer_says_so(site: Site) -> None:
    def babble(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"220 mail.velm.example ready\r\n\r\n")

    error = failure(site.add("/", babble), transport())
    assert error.reason.startswith("answers in no known way")


def test_nobody_listening_is_said_in_the_words_of_the_system(site: Site) -> None:
    error = failure("http://127.0.0.1:9/", transport())
    assert error.reason == "connection refused"
    assert error.is_passing
    assert not site.requests


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for velm.example with its key, in one file."""
    if OPENSSL is None:
        pytest.skip("certificates are made with openssl")
    key, found = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
            "/CN=velm.example", "-addext", "subjectAltName=DNS:velm.example", "-addext",
            "keyUsage=digitalSignature,keyCertSign", "-keyout", str(key), "-out", str(found),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    found.write_text(found.read_text() + key.read_text())
    return found


def test_the_certificate_must_be_that_of_the_name(certificate: Path) -> None:
    inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    inside.load_cert_chain(certificate)
    trusting = ssl.create_default_context(cafile=str(certificate))
    with serve(inside) as site:
        site.add("/", "Words.")
        through = Transport(5.0, 1000, allow_private=True, lookup=names(), tls=trusting)
        address = f"https://velm.example:{site.port}/"
        assert through.get(address).body == b"Words."
        error = failure(address.replace("velm", "other"), through)
        assert error.reason.startswith("its certificate fails: Hostname mismatch")
        stranger = Transport(5.0, 1000, allow_private=True, lookup=names())
        assert failure(address, stranger).reason.startswith("its certificate fails")
        assert len(site.requests) == 1


def test_an_encrypted_byte_at_a_time_is_left_as_well(certificate: Path) -> None:
    over = threading.Event()

    def dribble(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while not over.wait(0.05):
            handler.wfile.write(b"a")

    inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    inside.load_cert_chain(certificate)
    trusting = ssl.create_default_context(cafile=str(certificate))
    with serve(inside) as site:
        site.add("/", dribble)
        through = Transport(0.5, 1000, allow_private=True, lookup=names(), tls=trusting)
        error = failure(f"https://velm.example:{site.port}/", through)
        over.set()
    assert error.reason == "took longer than 0.5 s"
