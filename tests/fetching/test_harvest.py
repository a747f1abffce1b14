"""A run: from feeds, lists and pages to a corpus, and on from where an earlier run was."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.fetching.asking import Clock
from briefing.fetching.harvest import Means, fetch
from briefing.fetching.kinds import Purpose, SavedPage, Target
from briefing.model import Progress, Rejection, Stage
from briefing.plugins import Declared
from briefing.readers.leading import WebFormats
from tests.fetching.loopback import (
    QUICK,
    Reply,
    Site,
    articles,
    beside,
    feed,
    page,
    pages_in,
    run_fetch,
    transport,
)


def outlines(*addresses: str) -> Reply:
    rows = "".join(f'<outline text="A paper" type="rss" xmlUrl="{a}"/>' for a in addresses)
    return Reply(f"<opml version='2.0'><body>{rows}</body></opml>", kind="text/xml")


def test_a_list_leads_to_feeds_and_feeds_to_pages(site: Site, tmp_path: Path) -> None:
    site.add("/a", page())
    site.add("/b", page("Ferry cuts jobs"))
    site.add("/feed", feed(site.at("/a"), site.at("/b")))
    report = run_fetch(tmp_path, site.add("/opml", outlines(site.at("/feed"))))
    assert [p.headline for p in report.saved] == ["Harbour talks open", "Ferry cuts jobs"]
    assert (report.feeds, report.rejections) == (1, ())
    assert site.asked() == ["/opml", "/feed", "/a", "/b"]
    found = articles(tmp_path)
    assert [a.id for a in found] == [p.file for p in report.saved]
    assert {(a.headline, a.url) for a in found} == {
        ("Harbour talks open", site.at("/a")), ("Ferry cuts jobs", site.at("/b")),
    }  # fmt: skip
    assert {a.published for a in found} == {"2031-03-04T10:00:00+00:00"}
    assert {a.source for a in found} == {"Velm Courier"}


def test_the_bytes_of_a_page_are_not_touched(site: Site, tmp_path: Path) -> None:
    raw = page().replace("Velm", "Vélm").encode("latin-1") + b"\x00\r\n\r\n  "
    site.add("/a", Reply(raw, kind="text/html; charset=ISO-8859-1"))
    (saved,) = run_fetch(tmp_path, site.at("/a")).saved
    assert (tmp_path / saved.file).read_bytes() == raw
    assert saved.sha256 == hashlib.sha256(raw).hexdigest()
    assert saved.size == len(raw)


def test_the_encoding_that_only_the_server_names_is_kept(site: Site, tmp_path: Path) -> None:
    words = page("Une réunion à Velm", "Les ministres étaient réunis à l’aube, près du môle.")
    site.add("/a", Reply(words.encode("cp1252"), kind="text/html; charset=windows-1252"))
    site.add(
        "/b",
        Reply(words.replace("Velm", "Ost").encode("utf-16-le"), kind="text/html;charset=UTF-16LE"),
    )
    run_fetch(tmp_path, site.at("/a"), site.at("/b"))
    assert {a.headline for a in articles(tmp_path)} == {"Une réunion à Velm", "Une réunion à Ost"}
    assert all("étaient réunis à l’aube" in a.text for a in articles(tmp_path))


def test_what_a_page_says_of_itself_comes_first(site: Site, tmp_path: Path) -> None:
    own = (
        '<meta property="og:site_name" content="The Sudrian">'
        '<meta property="article:published_time" content="2031-03-02T08:00:00Z">'
    )
    site.add("/a", page(more=own))
    (saved,) = run_fetch(tmp_path, site.add("/feed", feed(site.at("/a")))).saved
    (found,) = articles(tmp_path)
    assert (found.source, found.published) == ("The Sudrian", "2031-03-02T08:00:00Z")
    assert (saved.source, saved.published) == (found.source, found.published)
    told = beside(tmp_path / saved.file).declared
    assert (told.headline, told.source) == ("Entry 1", "Velm Courier")


def test_nothing_is_fetched_twice(site: Site, tmp_path: Path) -> None:
    site.add("/a", page())
    address = site.add("/feed", feed(site.at("/a"), site.at("/a?utm_source=rss")))
    run_fetch(tmp_path, address)
    before = {path: path.read_bytes() for path in pages_in(tmp_path)}
    site.requests.clear()
    report = run_fetch(tmp_path, address, site.at("/a"))
    assert site.asked() == ["/feed"]
    assert (report.saved, report.known) == ((), 1)
    assert {path: path.read_bytes() for path in pages_in(tmp_path)} == before


def test_feeds_are_asked_for_only_if_they_have_changed(site: Site, tmp_path: Path) -> None:
    site.add("/a", page())
    marks = {"ETag": '"v1"', "Last-Modified": "Tue, 04 Mar 2031 10:00:00 GMT"}
    address = site.add("/feed", replace(feed(site.at("/a"), site.at("/b")), headers=marks))
    run_fetch(tmp_path, address, plan=replace(QUICK, limit=1))
    site.add("/b", page("Ferry cuts jobs"))
    site.add("/feed", Reply(status=304))
    report = run_fetch(tmp_path, address)
    asked = [r.headers for r in site.requests if r.path == "/feed"][-1]
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == tuple(marks.values())
    assert [p.headline for p in report.saved] == ["Ferry cuts jobs"]
    assert (report.feeds, report.unchanged, report.known) == (1, 1, 1)


def test_an_unchanged_feed_that_is_gone_is_fetched_by_the_next_run(
    site: Site, tmp_path: Path
) -> None:
    full = replace(feed(site.at("/a")), headers={"ETag": '"v1"'})
    address = site.add(
        "/feed", lambda h: Reply(status=304) if "If-None-Match" in h.headers else full
    )
    site.add("/a", page())
    run_fetch(tmp_path, address)
    for kept in (tmp_path / ".briefing" / "lists").iterdir():
        kept.unlink()
    (rejection,) = run_fetch(tmp_path, address).rejections
    assert "kept no more" in rejection.reason
    assert run_fetch(tmp_path, address).feeds == 1


def test_one_page_with_two_addresses_is_one_file(site: Site, tmp_path: Path) -> None:
    own = page(more=f'<link rel="canonical" href="{site.at("/story/1")}">')
    site.add("/story/1", own)
    site.add("/amp/story/1", own)
    site.add("/go/1", Reply(status=301, headers={"Location": "/story/1"}))
    report = run_fetch(tmp_path, site.at("/amp/story/1"), site.at("/story/1"), site.at("/go/1"))
    assert len(report.saved) == 1
    assert report.known == 2
    assert len(pages_in(tmp_path)) == 1
    assert report.saved[0].url == site.at("/story/1")
    site.requests.clear()
    assert run_fetch(tmp_path, site.at("/amp/story/1"), site.at("/go/1")).known == 2
    assert not site.requests


@pytest.mark.parametrize("claim", ["/story/1", "http://other.example/story/1", "/"])
def test_a_page_that_claims_the_address_of_another_is_saved_all_the_same(
    site: Site, tmp_path: Path, claim: str
) -> None:
    address = claim if claim.startswith("http") else site.at(claim)
    link = f'<link rel="canonical" href="{address}">'
    site.add("/story/1", page("Harbour talks open", more=link))
    site.add("/story/2", page("Ferry cuts jobs", more=link))
    assert len(run_fetch(tmp_path, site.at("/story/1"), site.at("/story/2")).saved) == 2
    assert len(pages_in(tmp_path)) == 2


def test_a_refreshed_page_is_asked_for_with_conditions(site: Site, tmp_path: Path) -> None:
    address = site.add("/a", Reply(page(), headers={"ETag": '"v1"'}))
    run_fetch(tmp_path, address)
    site.add("/a", Reply(status=304))
    report = run_fetch(tmp_path, address, plan=replace(QUICK, refresh=True))
    assert site.requests[-1].headers["If-None-Match"] == '"v1"'
    assert (report.saved, report.known, report.rejections) == ((), 1, ())


def test_a_page_whose_text_has_changed_is_saved_beside_the_earlier(
    site: Site, tmp_path: Path
) -> None:
    refresh = replace(QUICK, refresh=True)
    address = site.add("/a", page() + "<!-- served 1 -->")
    (first,) = run_fetch(tmp_path, address).saved
    site.add("/a", page() + "<!-- served 2 -->")
    assert run_fetch(tmp_path, address, plan=refresh).saved == ()
    site.add("/a", page(words="Ministers met in Velm on Tuesday."))
    (second,) = run_fetch(tmp_path, address, plan=refresh).saved
    assert second.file == first.file.replace(".html", "-2.html")
    assert (tmp_path / first.file).read_text().endswith("<!-- served 1 -->")
    assert run_fetch(tmp_path, address, plan=refresh).saved == ()
    assert len(pages_in(tmp_path)) == 2


def test_the_feed_that_a_named_page_announces_is_named(site: Site, tmp_path: Path) -> None:
    link = '<link rel="alternate" type="application/{}" href="{}">'
    links = (
        link.format("rss+xml", "/feed")
        + link.format("json", "/api")
        + link.format("atom+xml", "x:")
    )
    site.add("/", page(more=links))
    site.add("/a", page("Ferry cuts jobs", more=links))
    report = run_fetch(tmp_path, site.at("/"), site.add("/list", feed(site.at("/a"))))
    assert len(report.saved) == 2
    assert report.announced == ((site.at("/"), site.at("/feed")),)
    assert "/feed" not in site.asked()


def test_since_leaves_out_what_is_older_and_keeps_what_has_no_date(
    site: Site, tmp_path: Path
) -> None:
    site.add("/a", page())
    old = site.add("/old", feed(site.at("/o"), date="Mon, 03 Mar 2031 23:00:00 GMT"))
    new = site.add("/new", feed(site.at("/a")))
    site.add("/u", page("Undated"))
    undated = site.add("/undated", feed(site.at("/u"), date=""))
    plan = replace(QUICK, since="2031-03-04")
    report = run_fetch(tmp_path, old, new, undated, plan=plan)
    assert {p.headline for p in report.saved} == {"Harbour talks open", "Undated"}
    assert report.old == 1


def test_a_limit_takes_of_each_feed_in_turn(site: Site, tmp_path: Path) -> None:
    for path in ("a1", "a2", "a3", "b1", "b2"):
        site.add(f"/{path}", page(f"Page {path}"))
    first = site.add("/a", feed(*(site.at(f"/a{n}") for n in (1, 2, 3))))
    second = site.add("/b", feed(*(site.at(f"/b{n}") for n in (1, 2))))
    plan = replace(QUICK, limit=3)
    report = run_fetch(tmp_path, first, second, plan=plan)
    assert {p.headline for p in report.saved} == {"Page a1", "Page a2", "Page b1"}
    assert report.left == 2
    rest = run_fetch(tmp_path, first, second, plan=plan)
    assert {p.headline for p in rest.saved} == {"Page a3", "Page b2"}
    assert (rest.known, rest.left) == (3, 0)


def test_a_feed_in_a_feed_and_a_list_in_a_list_are_not_followed(site: Site, tmp_path: Path) -> None:
    site.add("/inner", feed(site.at("/never")))
    site.add("/inner.opml", outlines(site.at("/never")))
    site.add("/page", page())
    named = [
        site.add("/outer", feed(site.at("/inner"), site.at("/inner.opml"))),
        site.add("/outer.opml", outlines(site.at("/inner.opml"), site.at("/page"))),
    ]
    report = run_fetch(tmp_path, *named)
    assert {(r.path.rpartition("/")[2], r.reason) for r in report.rejections} == {
        ("inner", "is a feed, not a page"),
        ("inner.opml", "is a list of feeds within a list"),
        ("page", "is no feed"),
    }
    assert "/never" not in site.asked()


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply("Gone.", 404), "answered 404 Not Found"),
        (Reply("No.", 403), "answered 403 Forbidden"),
        (Reply("?", 299), "answered 299"),
        (Reply(b"\x89PNG\r\n", kind="image/png"), "is image/png, not a page"),
        (Reply('{"a": 1}', kind="application/json"), "is application/json, not a page"),
        (Reply(b"\x00\x01", kind=""), "is of no known kind, not a page"),
        (Reply(b""), "is empty"),
    ],
)
def test_what_is_no_page_is_a_rejection(
    site: Site, tmp_path: Path, reply: Reply, reason: str
) -> None:
    report = run_fetch(tmp_path, site.add("/a", reply))
    assert report.rejections == (Rejection(site.at("/a"), None, reason),)
    assert pages_in(tmp_path) == []


def test_a_hostile_feed_costs_itself_only(site: Site, tmp_path: Path) -> None:
    inner = "<channel><item><title>&a;</title></item></channel>"
    bomb = f'<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss>{inner}</rss>'
    site.add("/a", page())
    report = run_fetch(tmp_path, site.add("/bomb", bomb), site.at("/a"))
    assert [(r.path, "entities" in r.reason) for r in report.rejections] == [
        (site.at("/bomb"), True)
    ]
    assert len(report.saved) == 1


def test_what_goes_on_and_on_is_cut(site: Site, tmp_path: Path) -> None:
    long = {"ETag": '"' + "x" * 5000 + '"'}
    site.add("/a", Reply(page("Talks " * 5000), headers=long))
    site.add("/feed", feed(site.at("/a"), title="Courier " * 20_000, date="soon " * 20_000))
    (saved,) = run_fetch(tmp_path, site.at("/feed")).saved
    assert {len(saved.headline or ""), len(saved.published or "")} == {500}
    assert len(beside(tmp_path / saved.file).declared.source or "") == 500
    lines = (tmp_path / ".briefing" / "fetched.jsonl").read_text().splitlines()
    assert max(map(len, lines)) < 3000


def test_a_feed_of_thousands_is_read_in_part(site: Site, tmp_path: Path) -> None:
    address = site.add("/feed", feed(*(f"https://user@velm.example/{n}" for n in range(1200))))
    report = run_fetch(tmp_path, address)
    assert Rejection(address, None, "holds 1,200 entries; 1,000 are read") in report.rejections
    assert len(report.rejections) == 1001


def test_what_failed_for_good_is_left_alone_for_a_day(site: Site, tmp_path: Path) -> None:
    address, now = site.add("/feed", feed(site.at("/gone"))), 2_000_000_000.0
    assert len(run_fetch(tmp_path, address, wall=lambda: now).rejections) == 1
    again = run_fetch(tmp_path, address, wall=lambda: now + 80_000)
    assert (again.resting, again.rejections) == (1, ())
    assert site.asked().count("/gone") == 1
    site.add("/gone", page())
    assert len(run_fetch(tmp_path, address, wall=lambda: now + 90_000).saved) == 1


def test_what_the_user_names_is_asked_for_again(site: Site, tmp_path: Path) -> None:
    run_fetch(tmp_path, site.at("/gone"))
    site.add("/gone", page())
    assert len(run_fetch(tmp_path, site.at("/gone")).saved) == 1


def test_other_kinds_of_pages_are_saved_as_what_they_are(site: Site, tmp_path: Path) -> None:
    site.add("/report", Reply(b"%PDF-1.4 not really", kind="application/octet-stream"))
    site.add("/notice", Reply("Plain words.", kind="text/plain"))
    site.add("/odd", Reply(page(), kind="application/octet-stream"))
    report = run_fetch(tmp_path, site.at("/report"), site.at("/notice"), site.at("/odd"))
    assert sorted(Path(p.file).suffix for p in report.saved) == [".html", ".pdf", ".txt"]


def test_entries_without_a_fit_address_are_named(site: Site, tmp_path: Path) -> None:
    site.add("/a", page())
    links = ("mailto:someone@velm.example", "https://user:word@velm.example/", "", "/a")
    report = run_fetch(tmp_path, site.add("/feed", feed(*links)))
    assert [p.url for p in report.saved] == [site.at("/a")]
    feed_, password = report.rejections
    assert feed_ == Rejection(site.at("/feed"), None, "holds entries without an address: 2")
    assert password.path == links[1]
    assert password.reason.startswith("carries a name or password")


def test_a_feed_saved_as_a_file_leads_to_pages(site: Site, tmp_path: Path) -> None:
    target = Target(site.add("/a", page()), Purpose.PAGE, Declared(published="2031-03-04"))
    means = Means(transport(), WebFormats(), Clock())
    report = fetch([target], tmp_path, QUICK, means)
    assert [p.published for p in report.saved] == ["2031-03-04"]
    assert report.feeds == 0


def test_progress_counts_what_is_settled(site: Site, tmp_path: Path) -> None:
    seen: list[Progress] = []
    site.add("/a", page())
    target = Target(site.add("/feed", feed(site.at("/a"))), Purpose.NAMED)
    fetch([target], tmp_path, QUICK, Means(transport(), WebFormats()), seen.append)
    assert [(p.stage, p.done, p.total, p.what) for p in seen] == [
        (Stage.FETCH, 0, 1, ""),
        (Stage.FETCH, 1, 1, site.at("/feed")),
        (Stage.FETCH, 1, 2, ""),
        (Stage.FETCH, 2, 2, site.at("/a")),
    ]


def test_a_page_that_lost_its_ledger_line_is_written_over_itself(
    site: Site, tmp_path: Path
) -> None:
    """A run killed between the page and its line fetches that one page again, to the same file."""
    address = site.add("/a", page())
    run_fetch(tmp_path, address)
    ledger = tmp_path / ".briefing" / "fetched.jsonl"
    ledger.write_bytes(b"")
    (tmp_path / pages_in(tmp_path)[0]).with_name(".x.html.part").write_bytes(b"half")
    assert len(run_fetch(tmp_path, address).saved) == 1
    assert len(pages_in(tmp_path)) == 1


def test_the_ledger_says_what_was_fetched(site: Site, tmp_path: Path) -> None:
    reply = Reply(
        page(), headers={"ETag": '"v1"', "Last-Modified": "Tue, 04 Mar 2031 10:00:00 GMT"}
    )
    site.add("/on", Reply(status=302, headers={"Location": "/a"}))
    site.add("/a", reply)
    (saved,) = run_fetch(tmp_path, site.at("/on"), wall=lambda: 1_930_000_000.0).saved
    assert isinstance(saved, SavedPage)
    line = json.loads((tmp_path / ".briefing" / "fetched.jsonl").read_text())
    assert line == {
        "address": site.at("/on"),
        "fetched": "2031-02-27T23:06:40+00:00",
        "final": site.at("/a"),
        "status": 200,
        "etag": '"v1"',
        "modified": "Tue, 04 Mar 2031 10:00:00 GMT",
        "type": "text/html",
        "bytes": len(page()),
        "sha256": hashlib.sha256(page().encode()).hexdigest(),
        "headline": "Harbour talks open",
        "file": saved.file,
        "page": site.at("/a").removeprefix("http://"),
    }
