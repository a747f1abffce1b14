"""Rules, redirects, further tries and waiting: what servers want, and what they get."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from briefing.fetching import guarding
from briefing.fetching.transport import Transport
from briefing.model import Rejection
from tests.fetching.loopback import HERE, QUICK, Reply, Site, feed, names, page, run_fetch

NOW = 2_000_000_000.0


def in_turn(*replies: Reply) -> Callable[[BaseHTTPRequestHandler], Reply]:
    """An answerer that gives one reply after the other, the last one for ever."""
    rest = itertools.chain(replies[:-1], itertools.repeat(replies[-1]))
    return lambda _: next(rest)


def to(location: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": location})


def reasons(found: Iterable[Rejection]) -> list[str]:
    return [rejection.reason for rejection in found]


def test_the_rules_of_a_site_come_first_and_once(site: Site, tmp_path: Path) -> None:
    site.add("/robots.txt", Reply("User-agent: *\nDisallow: /no", kind="text/plain"))
    site.add("/yes", page())
    site.add("/feed", feed(site.at("/yes"), site.at("/no/a")))
    report = run_fetch(tmp_path, site.at("/feed"), site.at("/no/b"))
    assert site.asked(robots=True) == ["/robots.txt", "/feed", "/yes"]
    assert len(report.saved) == 1
    assert [(r.path, r.reason) for r in report.rejections] == [
        (site.at(path), "robots.txt asks programs not to fetch it") for path in ("/no/a", "/no/b")
    ]


def test_each_host_has_its_own_rules(site: Site, tmp_path: Path) -> None:
    def rules(handler: BaseHTTPRequestHandler) -> Reply:
        is_closed = handler.headers["Host"].startswith("closed")
        return Reply("User-agent: *\nDisallow: " + ("/" if is_closed else ""), kind="text/plain")

    site.add("/robots.txt", rules)
    site.add("/a", page())
    site.add("/on", to(site.at("/a", "closed.example")))
    named = [site.at("/a", "closed.example"), site.at("/a", "open.example")]
    report = run_fetch(tmp_path, *named, site.at("/on", "open.example"))
    assert [p.url for p in report.saved] == [site.at("/a", "open.example")]
    assert len(report.rejections) == 2
    assert not [r for r in site.requests if r.host.startswith("closed") and r.path == "/a"]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_that_does_not_tell_its_rules_is_left_alone(
    site: Site, tmp_path: Path, status: int
) -> None:
    site.add("/robots.txt", Reply(status=status))
    site.add("/a", page())
    report = run_fetch(tmp_path, site.at("/a"))
    (reason,) = reasons(report.rejections)
    assert reason.startswith(f"robots.txt answered {status}")
    assert site.asked(robots=True) == ["/robots.txt"] * QUICK.tries


def test_rules_are_followed_where_they_lead(site: Site, tmp_path: Path) -> None:
    site.add("/robots.txt", in_turn(to("/rules"), to("/robots.txt")))
    site.add("/rules", Reply("User-agent: *\nDisallow: /a", kind="text/plain"))
    site.add("/a", page())
    assert reasons(run_fetch(tmp_path, site.at("/a")).rejections) == [
        "robots.txt asks programs not to fetch it"
    ]
    site.add("/robots.txt", to("/robots.txt"))
    assert len(run_fetch(tmp_path, site.at("/a")).saved) == 1


def test_a_page_too_long_for_rules_is_read_in_part(site: Site, tmp_path: Path) -> None:
    long = "User-agent: *\nDisallow: /a\n" + "# remark\n" * 200_000
    site.add("/robots.txt", Reply(long, kind="text/plain"))
    site.add("/a", page())
    assert len(run_fetch(tmp_path, site.at("/a")).rejections) == 1


def test_redirects_are_followed_to_a_limit(site: Site, tmp_path: Path) -> None:
    for number in range(12):
        site.add(f"/{number}", to(f"/{number + 1}", (301, 302, 303, 307, 308)[number % 5]))
    site.add("/12", page())
    assert [p.url for p in run_fetch(tmp_path, site.at("/2")).saved] == [site.at("/12")]
    report = run_fetch(tmp_path / "other", site.at("/1"))
    assert reasons(report.rejections) == ["leads on more than 10 times"]


def test_a_redirect_may_be_written_in_other_letters(site: Site, tmp_path: Path) -> None:
    site.add("/a", to("/caf\u00c3\u00a9"))  # as UTF-8 looks where it is sent byte by byte
    site.add("/caf%C3%A9", page())
    assert [p.url for p in run_fetch(tmp_path, site.at("/a")).saved] == [site.at("/caf%C3%A9")]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/a", "leads in a circle"),
        ("/b", "leads in a circle"),
        ("file:///etc/passwd", "leads to an address that is no address of the web"),
        ("https://user:word@velm.example/", "leads to an address that carries a name or password"),
        ("http://velm.example:22/", "port 22 is none of the web's"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is no public address"),
        ("", "leads on, but not where"),
    ],
)
def test_a_redirect_is_an_address_like_any_other(
    site: Site, tmp_path: Path, location: str, reason: str, attempts: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(guarding, "_is_public", lambda ip: str(ip) == HERE)
    site.add("/a", to(location))
    site.add("/b", to("/a"))
    through = Transport(2.0, 10_000, lookup=names())
    (found,) = reasons(run_fetch(tmp_path, site.at("/a"), through=through).rejections)
    assert found.startswith(reason)
    assert not attempts


@pytest.mark.parametrize("inside", ["10.0.0.7", "inside.example"])
def test_no_redirect_leads_into_the_own_network(
    site: Site, tmp_path: Path, inside: str, attempts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public page that sends the program to an address, or a name, of the network it runs in."""
    monkeypatch.setattr(guarding, "_is_public", lambda ip: str(ip) == HERE)
    site.add("/a", to(f"http://{inside}/admin"))
    site.add("/feed", feed(f"http://{inside}/feed-item"))
    through = Transport(2.0, 10_000, lookup=names(inside_example="10.0.0.7"))
    report = run_fetch(tmp_path, site.at("/a"), site.at("/feed"), through=through)
    assert len(report.rejections) == 2
    assert all("10.0.0.7" in r and "no public address" in r for r in reasons(report.rejections))
    assert not attempts


def test_a_redirect_to_a_page_that_is_there_is_not_followed(site: Site, tmp_path: Path) -> None:
    run_fetch(tmp_path, site.add("/a", page()))
    site.add("/on", to("/a"))
    site.requests.clear()
    assert run_fetch(tmp_path, site.at("/on")).known == 1
    assert site.asked() == ["/on"]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(site: Site, tmp_path: Path, status: int) -> None:
    site.add("/a", in_turn(Reply(status=status), Reply(status=status), Reply(page())))
    assert len(run_fetch(tmp_path, site.at("/a")).saved) == 1
    assert site.asked() == ["/a"] * 3


def test_tries_are_bounded_and_failure_is_not_for_good(site: Site, tmp_path: Path) -> None:
    site.add("/a", Reply(status=503))
    report = run_fetch(tmp_path, site.at("/a"))
    assert reasons(report.rejections) == ["answered 503 Service Unavailable"]
    assert site.asked() == ["/a"] * QUICK.tries
    site.add("/a", page())
    assert len(run_fetch(tmp_path, site.at("/a")).saved) == 1


def test_a_connection_that_breaks_is_tried_again(site: Site, tmp_path: Path) -> None:
    half = Reply("Half", headers={"Content-Length": "4000"})
    site.add("/a", in_turn(half, Reply(page())))
    assert len(run_fetch(tmp_path, site.at("/a")).saved) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_short_wait_is_waited(site: Site, tmp_path: Path, status: int) -> None:
    site.add("/a", in_turn(Reply(status=status, headers={"Retry-After": "1"}), Reply(page())))
    assert len(run_fetch(tmp_path, site.at("/a")).saved) == 1
    first, second = (r.begun for r in site.requests if r.path == "/a")
    assert 1.0 <= second - first < 2.5


@pytest.mark.parametrize("words", ["3600", formatdate(NOW + 3600, usegmt=True)])
def test_a_long_wait_leaves_the_host_to_a_later_run(site: Site, tmp_path: Path, words: str) -> None:
    site.add("/a", Reply(status=429, headers={"Retry-After": words}))
    site.add("/b", page())
    named = (site.at("/a"), site.at("/b"))
    report = run_fetch(tmp_path, *named, wall=lambda: NOW)
    assert site.asked() == ["/a"]
    assert [r.partition("; ")[0] for r in reasons(report.rejections)] == [
        "answered 429 Too Many Requests",
        "its server wants no request before 2033-05-18T04:33:20+00:00",
    ]
    site.requests.clear()
    assert len(run_fetch(tmp_path, *named, wall=lambda: NOW + 3000).rejections) == 2
    assert not site.requests
    site.add("/a", page("Ferry cuts jobs"))
    assert len(run_fetch(tmp_path, *named, wall=lambda: NOW + 3700).saved) == 2


@pytest.mark.parametrize("words", ["soon", "-5", "9" * 40, "Tue, 99 Foo 2031", "१०"])
def test_a_wait_that_is_none_hurries_nobody(site: Site, tmp_path: Path, words: str) -> None:
    site.add("/a", in_turn(Reply(status=503, headers={"Retry-After": words}), Reply(page())))
    report = run_fetch(tmp_path, site.at("/a"))
    assert len(report.saved) + len(report.rejections) == 1


def test_hosts_are_left_their_delay(site: Site, tmp_path: Path) -> None:
    site.add("/robots.txt", Reply("User-agent: *\nCrawl-delay: 0.3", kind="text/plain"))
    for path in ("/a", "/b", "/c"):
        site.add(path, page(f"Page {path}"))
    run_fetch(tmp_path, *(site.at(p) for p in ("/a", "/b", "/c")), plan=replace(QUICK, delay=0.1))
    begun = [r.begun for r in site.requests]
    assert begun[1] - begun[0] >= 0.1
    assert all(after - before >= 0.29 for before, after in itertools.pairwise(begun[1:]))


def test_a_site_that_wants_hours_between_gets_one_request_a_run(site: Site, tmp_path: Path) -> None:
    site.add("/robots.txt", Reply("User-agent: *\nCrawl-delay: 7200", kind="text/plain"))
    for path in ("/a", "/b"):
        site.add(path, page(f"Page {path}"))
    named = (site.at("/a"), site.at("/b"))
    report = run_fetch(tmp_path, *named, wall=lambda: NOW)
    assert len(report.saved) == 1
    assert reasons(report.rejections) == [
        "its server wants no request before 2033-05-18T05:33:20+00:00"
    ]
    assert len(run_fetch(tmp_path, *named, wall=lambda: NOW + 7300).saved) == 1


def test_a_name_without_address_is_said_once_for_each_page(tmp_path: Path) -> None:
    def nowhere(host: str, port: int) -> list[str]:
        del port
        raise guarding.UnknownHostError(f"{host} cannot be found")

    through = Transport(2.0, 1000, lookup=nowhere)
    addresses = ("http://velm.example/a", "http://velm.example/b")
    report = run_fetch(tmp_path, *addresses, through=through)
    assert [(r.path, r.reason) for r in report.rejections] == [
        (address, "velm.example cannot be found") for address in addresses
    ]


def test_a_fault_of_the_program_is_not_hidden(tmp_path: Path) -> None:
    def broken(host: str, port: int) -> list[str]:
        raise ZeroDivisionError(host, port)

    with pytest.raises(ZeroDivisionError):
        run_fetch(tmp_path, "http://velm.example/a", through=Transport(2.0, 9, lookup=broken))
