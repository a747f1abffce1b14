"""`briefing corrections`, `briefing notes` and briefs with notes, over the sample pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.anchoring import anchor_at
from briefing.cli import main
from briefing.model import (
    Anchor,
    Correction,
    CorrectionKind,
    Entity,
    GroupedCorpus,
    NameCorrection,
    NameCorrectionKind,
    SpanMark,
)
from briefing.pipeline import sample_paths
from briefing.store.workspace import Workspace, open_workspace

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the program with a workspace of its own."""
    monkeypatch.setenv("BRIEFING_WORKSPACE", str(tmp_path))

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return code, *capsys.readouterr()

    return call


def workspace(folder: Path) -> Workspace:
    return open_workspace(str(folder))


def person(corpus: GroupedCorpus) -> Entity:
    return max((e for e in corpus.entities if e.kind == "PER"), key=lambda e: len(e.mentions))


def rename(corpus: GroupedCorpus) -> NameCorrection:
    articles = {d.article.id: d.article for d in corpus.documents}
    found = person(corpus)
    places = tuple(anchor_at(articles[m.article], m.start, m.end) for m in found.mentions)
    return NameCorrection(NameCorrectionKind.RENAMED, places, was=found.name, name="Xenia Y")


def test_without_decisions_the_list_is_empty(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("corrections", *sample_paths())
    assert (code, out) == (0, "number\tabout\tstate\tdecision\n")
    assert not list(tmp_path.iterdir())
    code, _, err = run("corrections", *sample_paths(), "--undo", "last")
    assert code == 2
    assert "no decision 'last'" in err


def test_decisions_are_listed_with_their_state_and_taken_back(
    run: Run, tmp_path: Path, sample_corpus: GroupedCorpus
) -> None:
    article = sample_corpus.documents[0].article
    gone = Anchor("0" * 64, 0, 4, "Ulla", article.id, "nothing like ", " this at all")
    hashes = tuple(d.article.sha256 for d in sample_corpus.documents[:2])
    decided = rename(sample_corpus)
    with workspace(tmp_path) as kept:
        kept.correct([Correction(CorrectionKind.APART, hashes[:1], hashes[1:])])
        kept.correct_names([decided])
        kept.correct_names([NameCorrection(NameCorrectionKind.DELETED, (gone,), was="Ulla")])
        elsewhere = Anchor("1" * 64, 0, 4, "Ilka", "no/such/page.txt")
        kept.correct_names([NameCorrection(NameCorrectionKind.DELETED, (elsewhere,), was="Ilka")])
    _, out, _ = run("corrections", *sample_paths())
    rows = [line.split("\t") for line in out.splitlines()[1:]]
    assert [row[:3] for row in rows] == [
        ["1", "events", "in force"],
        ["2", "names", "in force"],
        ["3", "names", "dormant"],
    ]
    assert rows[1][3] == f"“{decided.was}” is shown as “Xenia Y”"
    assert article.id in rows[0][3]
    _, out, _ = run("entities", *sample_paths(), "--name", "xenia")
    assert "Xenia Y" in out
    code, out, err = run("corrections", *sample_paths(), "--undo", "2")
    assert (code, out) == (0, "")
    assert "taken back: “" in err
    _, out, _ = run("corrections", *sample_paths(), "--json")
    assert [json.loads(line)["number"] for line in out.splitlines()] == [1, 3]
    code, _, err = run("corrections", *sample_paths(), "--undo", "2")
    assert code == 2
    assert "there is 1, 3" in err
    assert run("corrections", *sample_paths(), "--undo", "last")[0] == 0
    _, out, _ = run("entities", *sample_paths(), "--name", "xenia")
    assert "Xenia" not in out


def marked(corpus: GroupedCorpus) -> tuple[str, SpanMark]:
    event = max(corpus.events, key=lambda e: len(e.articles))
    document = next(d for d in corpus.documents if d.article.id == event.articles[0])
    sentence = document.sentences[1]
    place = anchor_at(document.article, sentence.start, sentence.end)
    return event.id, SpanMark(place, "ask about [this]", "The Post")


def test_notes_are_listed_and_go_with_a_brief_on_request(
    run: Run, tmp_path: Path, sample_corpus: GroupedCorpus
) -> None:
    event, mark = marked(sample_corpus)
    hashes = {d.article.id: d.article.sha256 for d in sample_corpus.documents}
    articles = next(e.articles for e in sample_corpus.events if e.id == event)
    with workspace(tmp_path) as kept:
        kept.mark_spans([mark])
        kept.mark_event([hashes[a] for a in articles], "note", "whole event")
        kept.mark_article(mark.place.article, "note", "whole page")
    _, out, _ = run("notes", *sample_paths(), "--json")
    records = [json.loads(line) for line in out.splitlines()]
    assert [(r["on"], r["note"]) for r in records] == [
        ("event", "whole event"),
        ("page", "whole page"),
        ("span", "ask about [this]"),
    ]
    assert (records[2]["start"], records[2]["text"]) == (mark.place.start, mark.place.words)
    _, plain, _ = run("brief", *sample_paths(), "--event", event)
    _, noted, _ = run("brief", *sample_paths(), "--event", event, "--notes")
    assert "whole event" not in plain
    added = [line for line in noted.splitlines() if line not in plain.splitlines()]
    assert added[0] == "### Analyst’s notes"
    assert added[1] == "- whole event"
    assert added[2].endswith(": whole page")
    assert added[3].endswith(": ask about \\[this\\]")
    path = tmp_path / "brief.md"
    assert run("brief", *sample_paths(), "--event", event, "--notes", "-o", str(path))[0] == 0
    assert run("verify", str(path))[0] == 0
