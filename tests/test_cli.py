"""The command line: what each command writes where, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest

import briefing
from briefing import pipeline
from briefing.cli import main
from briefing.config import Settings
from briefing.errors import BriefingError
from briefing.model import (
    Citation,
    Document,
    Entity,
    Event,
    EventDate,
    GroupedCorpus,
    Label,
    Place,
    Rejection,
)
from tests.builders import build_document, spans_of

ROOT = Path(__file__).parents[1]
Run = Callable[..., tuple[int, str, str]]


def small_corpus() -> GroupedCorpus:
    page = build_document(
        "velm.txt",
        "Harbour talks in Velm\n\nMinister Ada Lorn met envoys in Velm on Monday.",
        published="2031-05-04",
        people=["Ada Lorn"],
        places=["Velm"],
    )
    mentions = tuple(Citation("velm.txt", s, e) for s, e in spans_of(page.article.text, "Ada Lorn"))
    event = Event(
        "e1",
        "Talks in Velm",
        "meeting",
        EventDate("2031-05-03"),
        Place("Velm", "Norland"),
        (),
        (),
        ("velm.txt",),
    )
    person = Entity("p1", "Ada Lorn", Label.PER, ("Ada Lorn",), "minister", "Norland", mentions)
    return GroupedCorpus((page,), (person,), (event,), (), (Rejection("bad.txt", 2, "is binary"),))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the program on a corpus of one page and one input that had to be rejected."""
    corpus = small_corpus()

    def open_corpus(paths: Sequence[str], _: Settings, **__: object) -> GroupedCorpus:
        if "absent" in paths:
            raise BriefingError("absent does not exist", "check the spelling")
        return corpus

    def analyse_corpus(*_: object, **__: object) -> tuple[Document | Rejection, ...]:
        return (*corpus.documents, *corpus.rejections)

    monkeypatch.setattr(pipeline, "open_corpus", open_corpus)
    monkeypatch.setattr(pipeline, "analyse_corpus", analyse_corpus)
    monkeypatch.setattr(pipeline, "resolve_entities", lambda _: corpus.entities)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return code, *capsys.readouterr()

    return call


REJECTED = "briefing: rejected bad.txt:2: is binary\n"


def test_analyse_writes_one_record_a_line(run: Run) -> None:
    code, out, err = run("analyse", "pages", "--json")
    (record,) = map(json.loads, out.splitlines())
    assert (code, err) == (0, REJECTED)
    assert record["id"] == "velm.txt"
    assert [m["entity"] for m in record["mentions"] if m["text"] == "Ada Lorn"] == ["p1"]


def test_a_streamed_record_comes_before_the_next_page_is_done(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, rejection = small_corpus().documents[0], small_corpus().rejections[0]
    written: list[str] = []

    def analyse_corpus(*_: object, **__: object) -> Iterator[Document | Rejection]:
        yield document
        assert [json.loads(line)["id"] for line in written] == ["velm.txt"]
        yield rejection

    monkeypatch.setattr(pipeline, "analyse_corpus", analyse_corpus)
    monkeypatch.setattr(sys.stdout, "write", written.append)
    code, _, err = run("analyse", "pages", "--json", "--stream")
    (record,) = map(json.loads, written)
    assert (code, err) == (0, REJECTED)
    assert {m["entity"] for m in record["mentions"]} == {None}


def test_events_writes_one_object(run: Run) -> None:
    code, out, err = run("events", "pages", "--json")
    record = json.loads(out)
    assert (code, err) == (0, REJECTED)
    assert record["events"][0]["place"] == {"city": "Velm", "country": "Norland"}
    assert record["rejected"] == [{"path": "bad.txt", "line": 2, "reason": "is binary"}]


@pytest.mark.parametrize(
    ("command", "row"),
    [
        ("analyse", "velm.txt\ten\t2031-05-04\t\tHarbour talks in Velm"),
        ("events", "e1\t2031-05-03\tVelm, Norland\t1\tTalks in Velm"),
        ("entities", "PER\tAda Lorn\tminister\tNorland\t1\t1\t1"),
    ],
)
def test_a_table_is_plain_when_piped(run: Run, command: str, row: str) -> None:
    code, out, _ = run(command, "pages")
    assert code == 0
    assert out.splitlines()[1] == row


def test_entities_writes_one_object(run: Run) -> None:
    _, out, _ = run("entities", "pages", "--json")
    (entity,) = json.loads(out)["entities"]
    assert (entity["name"], entity["events"]) == ("Ada Lorn", ["e1"])


@pytest.mark.parametrize("command", [["events"], ["events", "--json"], ["analyse", "--json"]])
def test_under_strict_a_rejected_input_is_an_error(run: Run, command: list[str]) -> None:
    code, out, err = run(*command, "pages", "--strict")
    assert code == 1
    assert out
    assert err == REJECTED


def test_search_cites_the_line(run: Run) -> None:
    code, out, _ = run("search", "pages", "who:lorn envoys", "--json")
    hit = json.loads(out)
    text = small_corpus().documents[0].article.text
    assert (code, hit["event"], hit["article"]) == (0, "e1", "velm.txt")
    assert text[hit["start"] : hit["end"]] == hit["text"]
    _, out, _ = run("search", "pages", "more pages", "envoys")
    assert out.splitlines()[1].startswith("e1\tvelm.txt\t")


def test_a_search_without_hits_says_what_may_be_meant(run: Run) -> None:
    code, out, err = run("search", "pages", "who:lron", "--json")
    assert (code, out) == (0, "")
    assert "nothing found; did you mean who:Lorn?" in err


def test_search_without_paths_searches_the_sample(run: Run) -> None:
    code, out, err = run("search", "envoys", "--json")
    assert code == 0
    assert json.loads(out)["event"] == "e1"
    assert "sample pages" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--bogus"], "--bogus"),
        (["events", "absent"], "absent does not exist (check the spelling)"),
        (["events", "pages", "--tagger"], "--tagger"),
        (["brief", "pages"], "--event ID, or --all"),
        (["brief", "pages", "--event", "e1", "--all"], "--event ID, or --all"),
        (["brief", "pages", "--event", "e9"], "no event 'e9' in this corpus (there is e1)"),
        (["brief", "pages", "--all", "--format", "stone"], "markdown, html, json"),
        (["search"], "what to search for?"),
        (["search", str(ROOT)], "what to search for?"),
        (["search", "pages", "colour:red"], "no field colour:"),
        (["verify"], "which briefs?"),
        (["verify", "absent.md"], "absent.md: No such file"),
        (["verify", "absent.md", "--corpus", "absent"], "absent is no folder"),
    ],
)
def test_a_call_that_cannot_be_met_says_why_in_one_line(
    run: Run, arguments: list[str], said: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.startswith("briefing: ")
    assert err.count("\n") == 1


def test_a_setting_that_cannot_be_understood_is_a_usage_error(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_COLOUR", "red")
    code, _, err = run("events", "pages")
    assert code == 2
    assert "unknown setting 'BRIEFING_COLOUR'" in err


def test_the_reader_needs_a_terminal(run: Run) -> None:
    code, out, err = run(str(ROOT / "seeds"))
    assert (code, out) == (2, "")
    assert "needs a terminal" in err


class FakeReader:
    """Stands in for the Textual program."""

    return_code = 0
    opened: ClassVar[list[tuple[Sequence[str], Settings]]] = []

    def __init__(self, paths: Sequence[str], settings: Settings, *, is_watching: bool) -> None:
        assert not is_watching
        self.opened.append((paths, settings))

    def run(self) -> None:
        self.return_code = 3


def test_the_reader_opens_on_the_paths_and_its_code_is_the_programs(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("briefing.cli.terminal.Terminal.is_interactive", True)
    monkeypatch.setattr("briefing.tui.app.BriefingApp", FakeReader)
    page = str(tmp_path / "page*.txt")
    assert run(str(tmp_path), page, "--theme", "nord") == (3, "", "")
    assert FakeReader.opened == [((str(tmp_path), page), Settings(theme="nord"))]


def test_a_mistyped_command_is_told_before_the_reader_opens(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.cli.terminal.Terminal.is_interactive", True)
    code, _, err = run("evnts", "pages")
    assert code == 2
    assert "evnts is neither a command nor a file or folder" in err


def test_options_reach_the_settings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[Sequence[str], Settings]] = []

    def open_corpus(paths: Sequence[str], settings: Settings, **_: object) -> GroupedCorpus:
        seen.append((paths, settings))
        return small_corpus()

    monkeypatch.setattr(pipeline, "open_corpus", open_corpus)
    run("events", "a", "./events", "--tagger", "other", "--no-cache")
    run("events", "--cache", "/somewhere", "--", "-odd-name-")
    monkeypatch.setenv("BRIEFING_CORPUS", os.pathsep.join(["here", "there"]))
    run("events")
    assert seen == [
        (("a", "./events"), Settings(tagger="other", cache="off")),
        (("-odd-name-",), Settings(cache="/somewhere")),
        (("here", "there"), Settings(corpus=("here", "there"))),
    ]


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, f"briefing {briefing.__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    for command in ("analyse", "events", "brief", "entities", "verify", "search", "models"):
        assert command in out
        assert run(command, "--help")[0] == 0
    assert "briefing verify briefs/*.md" in out


def test_an_interrupted_run_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> GroupedCorpus:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "open_corpus", interrupt)
    assert run("events", "pages") == (130, "", "")


def test_a_fault_of_the_program_is_one_line_and_shows_its_traceback_on_demand(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> GroupedCorpus:
        raise KeyError("velm")

    monkeypatch.setattr(pipeline, "open_corpus", stumble)
    code, out, err = run("events", "pages")
    assert (code, out) == (70, "")
    assert err.startswith("briefing: a fault of the program: KeyError: 'velm'")
    assert err.count("\n") == 1
    monkeypatch.setenv("BRIEFING_TRACEBACK", "1")
    with pytest.raises(KeyError):
        run("events", "pages")


def program(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        **options,
    )


@pytest.mark.usefixtures("sample_corpus")
def test_whoever_stops_reading_sees_no_error() -> None:
    command = f"{sys.executable} -m briefing analyse --json | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr.count(b"\n") == 1
    assert b"sample pages" in done.stderr


@pytest.mark.usefixtures("sample_corpus")
def test_json_is_utf8_in_any_locale() -> None:
    environ = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = program("analyse", "--json", env=environ)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [r["language"] for r in records].count("fr") > 0
    assert "é" in done.stdout.decode("utf-8")


def test_a_run_can_be_interrupted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words\n\nMore words.", encoding="utf-8")
    script = (
        "import signal, sys; from briefing import pipeline; from briefing.cli import main;"
        "pipeline.open_corpus = lambda *a, **k: (print('ready', flush=True), signal.pause());"
        "sys.exit(main(['events', sys.argv[1]]))"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == b"ready\n"
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=30)
    assert (running.returncode, errors) == (130, b"")
