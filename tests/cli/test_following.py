"""What the commands write of a folder that is followed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from briefing.cli import main
from briefing.continuity import Changes, compare_groupings
from briefing.model import Citation, Entity, Event, GroupedCorpus, Label, Place, Rejection
from briefing.watching import Renewal, Watch
from tests.builders import build_document, spans_of

TEXT = "Talks in Velm\n\nAda Lorn spoke."
Run = Callable[..., tuple[int, str, str]]


def corpus(*names: str, rejected: tuple[Rejection, ...] = ()) -> GroupedCorpus:
    """Pages that all report one event, and one person whom they name."""
    pages = tuple(build_document(name, TEXT, people=["Ada Lorn"]) for name in names)
    mentions = tuple(Citation(n, s, e) for n in names for s, e in spans_of(TEXT, "Ada Lorn"))
    person = Entity("per-lorn", "Ada Lorn", Label.PER, ("Ada Lorn",), None, None, mentions)
    event = Event("e1", "Talks in Velm", "meeting", None, Place("Velm"), (), (), names)
    return GroupedCorpus(pages, (person,), (event,), (), rejected)


FIRST = corpus("a.txt", rejected=(Rejection("half.html", None, "is empty"),))
GROWN = corpus("a.txt", "b.txt", rejected=(Rejection("c.bin", None, "is binary"),))
BEGUN = replace(
    corpus("b.txt"),
    events=(Event("e2", "Ferries stop", "strike", None, Place(), (), (), ("b.txt",)),),
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the program on a folder that changes twice before Ctrl-C is pressed."""

    def renewals(*_: object, **__: object) -> Iterator[Renewal]:
        for before, after in ((FIRST, GROWN), (GROWN, BEGUN)):
            yield Renewal(after, compare_groupings(before, after))
        raise KeyboardInterrupt

    monkeypatch.setattr(Watch, "open", lambda *_, **__: FIRST)
    monkeypatch.setattr(Watch, "renewals", renewals)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return code, *capsys.readouterr()

    return call


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_articles_are_written_as_they_come(run: Run) -> None:
    code, out, err = run("analyse", "pages", "--json", "--watch")
    found = records(out)
    assert [r["id"] for r in found] == ["a.txt", "b.txt"]
    assert [m["entity"] for r in found for m in r["mentions"]] == ["per-lorn"] * 2
    assert code == 130
    assert err.splitlines() == [
        "briefing: rejected half.html: is empty",
        "briefing: watching; Ctrl-C ends",
        "briefing: 1 new page: 1 joined “Talks in Velm”; 1 file rejected",
        "briefing: rejected c.bin: is binary",
        "briefing: 1 page gone",
        "briefing: gone a.txt",
    ]


def test_articles_come_as_rows_too(run: Run) -> None:
    _, out, _ = run("analyse", "pages", "--watch")
    assert [line.split("\t")[0] for line in out.splitlines()] == ["article", "a.txt", "b.txt"]


def test_events_are_written_when_they_change(run: Run) -> None:
    _, out, _ = run("events", "pages", "--json", "--watch")
    first, grown, begun = records(out)
    assert "gone" not in first
    assert [(e["id"], e["articles"]) for e in grown["events"]] == [("e1", ["a.txt", "b.txt"])]
    assert grown["rejected"] == [{"path": "c.bin", "line": None, "reason": "is binary"}]
    assert ([e["id"] for e in begun["events"]], begun["gone"]) == (["e2"], ["e1"])


def test_events_come_as_rows_that_say_what_happened(run: Run) -> None:
    _, out, _ = run("events", "pages", "--watch")
    assert [line.split("\t")[:2] for line in out.splitlines()] == [
        ["what", "event"],
        ["found", "e1"],
        ["joined", "e1"],
        ["new", "e2"],
        ["gone", "e1"],
    ]


def test_standard_input_cannot_be_followed(run: Run) -> None:
    for command in (["events", "-", "--watch"], ["analyse", "-", "--watch"], ["-", "--watch"]):
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert "standard input cannot be watched (name a folder: --watch pages/)" in err


def test_nothing_changed_says_nothing() -> None:
    assert compare_groupings(FIRST, FIRST) == Changes()
