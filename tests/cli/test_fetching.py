"""`briefing fetch` from the shell: what it writes where, how it ends, and how it goes on."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from briefing.cli import fetching, main
from tests.fetching.loopback import Reply, Site, feed, page, pages_in, serve

ROOT = Path(__file__).parents[2]
QUICK = ("--allow-private", "--delay", "0")


@pytest.fixture(autouse=True)
def _no_network() -> None:
    """In the place of the fixture that refuses loopback: here a server on it is asked."""


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as served:
        yield served


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "briefing", "fetch", *map(str, arguments)]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


def test_what_was_saved_is_listed_and_what_was_not_is_named(site: Site, tmp_path: Path) -> None:
    site.add("/talks", page())
    address = site.add("/feed", feed(site.at("/talks"), site.at("/gone")))
    done = run(address, "--into", tmp_path / "news", *QUICK)
    assert done.returncode == 0
    title, line = done.stdout.splitlines()
    assert title == "page\tpublished\theadline"
    assert line.split("\t")[1:] == ["2031-03-04", "Harbour talks open"]
    assert done.stderr.splitlines() == [
        f"briefing: rejected {site.at('/gone')}: answered 404 Not Found",
        f"briefing: 1 page saved in {tmp_path}/news from 1 feed",
    ]
    again = run(address, "--into", tmp_path / "news", *QUICK, "--strict")
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr == (
        f"briefing: 0 pages saved in {tmp_path}/news from 1 feed; 1 there already,"
        " 1 failed within a day and left alone\n"
    )


def test_json_says_all_of_it(site: Site, tmp_path: Path) -> None:
    site.add("/talks", page())
    done = run(
        site.at("/talks"), site.at("/gone"), "--into", tmp_path, *QUICK, "--json", "--strict"
    )
    assert done.returncode == 1
    record = json.loads(done.stdout)
    (saved,) = record.pop("saved")
    assert (tmp_path / saved["file"]).is_file()
    assert (saved["url"], saved["headline"]) == (site.at("/talks"), "Harbour talks open")
    assert record == {
        "into": str(tmp_path),
        "feeds": 0, "unchanged": 0, "known": 0, "old": 0, "left": 0, "resting": 0,
        "announced": [],
        "rejected": [
            {"path": site.at("/gone"), "line": None, "reason": "answered 404 Not Found"}
        ],
    }  # fmt: skip


def test_private_addresses_are_refused_unless_asked_for(site: Site, tmp_path: Path) -> None:
    done = run(site.add("/talks", page()), "--into", tmp_path)
    assert done.returncode == 0
    assert "127.0.0.1 is no public address; --allow-private" in done.stderr
    assert not site.requests


def test_a_saved_page_opens_with_the_other_commands(site: Site, tmp_path: Path) -> None:
    site.add("/talks", page())
    run(site.add("/feed", feed(site.at("/talks"))), "--into", tmp_path, *QUICK)
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "analyse", str(tmp_path), "--json", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    (record,) = map(json.loads, done.stdout.splitlines())
    assert record["published"] == "2031-03-04T10:00:00+00:00"
    assert (record["headline"], record["source"]) == ("Harbour talks open", "Velm Courier")


def test_a_killed_run_is_gone_on_with(site: Site, tmp_path: Path) -> None:
    """Killed (-9) with the third page under way: only that one is asked for a second time."""
    reached, is_patient = threading.Event(), threading.Event()

    def hang(_: BaseHTTPRequestHandler) -> Reply | None:
        if is_patient.is_set():
            return Reply(page("Page 3"))
        reached.set()
        is_patient.wait(30)
        return None

    for number in (1, 2, 4, 5):
        site.add(f"/{number}", page(f"Page {number}"))
    site.add("/3", hang)
    address = site.add("/feed", feed(*(site.at(f"/{n}") for n in range(1, 6))))
    with subprocess.Popen(command(address, "--into", tmp_path, *QUICK), cwd=ROOT) as killed:
        assert reached.wait(30)
        killed.kill()
    is_patient.set()
    assert len(pages_in(tmp_path)) == 2
    done = run(address, "--into", tmp_path, *QUICK)
    assert "3 pages saved" in done.stderr
    assert "2 there already" in done.stderr
    assert len(pages_in(tmp_path)) == 5
    asked = site.asked()
    assert [asked.count(f"/{n}") for n in range(1, 6)] == [1, 1, 2, 1, 1]


def test_an_interrupted_run_ends_at_once(site: Site, tmp_path: Path) -> None:
    reached, over = threading.Event(), threading.Event()

    def hang(_: BaseHTTPRequestHandler) -> None:
        reached.set()
        over.wait(30)

    site.add("/1", page())
    site.add("/2", hang)
    address = site.add("/feed", feed(site.at("/1"), site.at("/2")))
    with subprocess.Popen(
        command(address, "--into", tmp_path, *QUICK), cwd=ROOT, stderr=subprocess.PIPE, text=True
    ) as running:
        assert reached.wait(30)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=10)
    over.set()
    assert (running.returncode, err) == (130, "")
    assert len(pages_in(tmp_path)) == 1


def test_two_runs_do_not_write_into_one_folder(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reached, over = threading.Event(), threading.Event()

    def hang(_: BaseHTTPRequestHandler) -> Reply:
        reached.set()
        over.wait(30)
        return Reply(page())

    address = site.add("/1", hang)
    with subprocess.Popen(
        command(address, "--into", tmp_path, *QUICK),
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ):  # fmt: skip
        assert reached.wait(30)
        assert main(["fetch", address, "--into", str(tmp_path), *QUICK]) == 2
        over.set()
    assert "another run is fetching into" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["https://velm.example/"], "into"),
        (["--into", "x"], "what to fetch?"),
        (["velm.example", "--into", "x"], "neither an address nor a file"),
        (["https://velm.example/", "--into", "x", "--since", "March"], "--since March is no day"),
        (["https://velm.example/", "--into", "x", "--since", "2031-02-30"], "is no day"),
        (["https://velm.example/", "--into", "x", "--limit", "0"], "limit"),
        (["https://velm.example/", "--into", "x", "--delay", "-1"], "delay"),
        (["https://velm.example/", "--into", "x", "--jobs", "0"], "jobs"),
    ],
)
def test_usage_is_explained(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str],
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["fetch", *arguments]) == 2
    out, err = capsys.readouterr()
    assert message in err
    assert out == ""
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_is_named_with_the_way_to_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "find_spec", lambda name: None if name == "protego" else name)
    assert main(["fetch", "https://velm.example/", "--into", "x"]) == 2
    assert "fetching needs protego (pip install 'briefing[fetch]')" in capsys.readouterr().err


def test_nothing_of_it_is_imported_by_default() -> None:
    script = "import sys, briefing.cli, briefing.pipeline; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "briefing.cli.fetching" in loaded
    assert not [m for m in loaded if m.startswith(("briefing.fetching", "urllib3", "protego"))]
