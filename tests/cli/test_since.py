"""What has changed since the last brief, and since one in a file; calendars from the shell."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.since import Memory
from briefing.cli.terminal import Terminal
from briefing.config import Settings
from briefing.model import GroupedCorpus
from briefing.store.workspace import FILE
from tests.exporters.samples import make_brief, make_documents, make_event

FIRST = (
    "Ferry talks end in Velmouth\n\nVELMOUTH, 6 May 2031 - Minister Ada Roe met Bo Lund in Velmouth"
    " on Tuesday. The fund stands at 30 million euros. They will meet again on 12 June 2031.\n"
)
SECOND = (
    "Roe and Lund agree on ferries\n\nVELMOUTH, 6 May 2031 - Ada Roe and Bo Lund met in Velmouth on"
    " Tuesday. The fund stands at 30 million euros. Lund praised the harbour.\n"
)


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_WORKSPACE", str(tmp_path / "work"))
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    return folder


def run(*arguments: str) -> int:
    return main(["brief", "pages", *arguments])


def test_since_the_last_brief_only_the_changes_are_written_and_hold(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--all", "-o", "out") == 0
    (pages / "b.txt").write_text(SECOND, encoding="utf-8")
    (pages / "a.txt").write_text(FIRST.replace("30 million", "45 million"), encoding="utf-8")
    assert run("--all", "--since-last", "-o", "out") == 0
    (changes,) = Path("out").glob("*-changes.md")
    text = changes.read_text(encoding="utf-8")
    assert "\n- **New:** source 2: b.txt" in text
    assert "- **Changed:** source 1: a.txt" in text
    assert '\nsince: "the brief of 20' in text
    assert main(["verify", str(changes)]) == 0

    capsys.readouterr()
    assert run("--all", "--since-last", "-o", "out") == 0
    assert "nothing has changed in 1 other" in capsys.readouterr().err
    assert len(list(Path("out").glob("*-changes*"))) == 1

    (pages / "b.txt").unlink()
    assert run("--all", "--since-last", "-o", "out") == 0
    (later,) = set(Path("out").glob("*-changes*.md")) - {changes}
    assert "**Withdrawn:** b.txt — is no longer among the pages" in later.read_text("utf-8")


def test_changes_are_never_written_over_a_brief(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--all", "-o", "old") == 0
    (old,) = Path("old").iterdir()
    whole = old.read_bytes()
    (pages / "b.txt").write_text(SECOND, encoding="utf-8")
    main(["events", "pages", "--json"])
    (event,) = json.loads(capsys.readouterr().out)["events"]
    arguments = ("--event", event["id"], "--since-last", "-o", str(old))
    assert run(*arguments) == 2
    assert "changes are never written over a brief" in capsys.readouterr().err
    assert old.read_bytes() == whole
    assert run(*arguments, "--force") == 0
    assert b"\n# Changes: " in old.read_bytes()


def test_what_is_only_looked_at_is_not_remembered(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--all") == 0
    assert not (pages.parent / "work" / FILE).exists()
    capsys.readouterr()
    assert run("--all", "--since-last") == 0
    out, err = capsys.readouterr()
    assert "no earlier brief, this is a whole one" in err
    assert "\n# Changes" not in out


def test_a_calendar_alone_is_no_brief(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--all", "-f", "ics", "-o", "dates") == 0
    (calendar,) = Path("dates").iterdir()
    raw = calendar.read_bytes()
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"DTSTART;VALUE=DATE:20310612\r\n" in raw
    assert not (pages.parent / "work" / FILE).exists()
    assert run("--all", "-f", "ics", "-o", "dates") == 0
    assert main(["verify", str(calendar)]) == 1
    assert "this is a calendar, which cannot be verified" in capsys.readouterr().out


def test_an_event_without_a_date_has_no_calendar(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "a.txt").write_text("Ferry sinks\n\nA ferry sank near Velm. All live.", "utf-8")
    assert run("--all", "-f", "ics", "-o", "dates") == 0
    assert "no date is known for 1 event" in capsys.readouterr().err
    main(["events", "pages", "--json"])
    (event,) = json.loads(capsys.readouterr().out)["events"]
    assert run("--event", event["id"], "-f", "ics") == 2
    assert "nothing to put in a calendar" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_since_a_file_finds_its_event_and_moves_nothing(
    pages: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--all", "-f", form, "-o", "old") == 0
    shutil.rmtree(pages.parent / "work")
    (old,) = Path("old").iterdir()
    (pages / "b.txt").write_text(SECOND, encoding="utf-8")
    capsys.readouterr()
    for named in (str(old), "old"):
        assert run("--since", named, "-f", "json") == 0
        record = json.loads(capsys.readouterr().out)
        assert record["delta"]["since"] == f"the brief {old.name}"
        assert [s["change"] for s in record["delta"]["sources"]] == ["new"]
    assert not (pages.parent / "work" / FILE).exists()


def test_a_brief_that_was_edited_is_compared_with_a_warning(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pages.exists()
    assert run("--all", "-o", "old") == 0
    (old,) = Path("old").iterdir()
    old.write_text(old.read_text("utf-8").replace("# Ferry", "# Fairy"), encoding="utf-8")
    old.write_text(old.read_text("utf-8") + "more\n", encoding="utf-8")
    capsys.readouterr()
    assert run("--since", str(old)) == 0
    assert "is not as it was written; it is compared as it stands" in capsys.readouterr().err


def test_what_cannot_be_compared_is_said(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pages.parent / "note.md").write_text("# Mine\n", encoding="utf-8")
    (pages.parent / "empty").mkdir()
    for arguments, words in (
        (["--since", "note.md"], "note.md: this is no brief"),
        (["--since", "absent.md"], "absent.md: No such file"),
        (["--since", "empty"], "no brief is in there"),
        (["--all", "--since-last", "--since", "note.md"], "not both"),
        (["--since-last"], "which events?"),
    ):
        assert run(*arguments) == 2
        assert words in capsys.readouterr().err


def test_without_a_workspace_nothing_is_remembered(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pages.exists()
    monkeypatch.setenv("BRIEFING_WORKSPACE", "off")
    assert run("--all", "-o", "out") == 0
    assert run("--all", "--since-last") == 2
    assert "the workspace is off" in capsys.readouterr().err


def test_a_workspace_that_cannot_be_used_costs_no_brief(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database " * 400)
    documents, told = make_documents(), io.StringIO()
    corpus = GroupedCorpus(tuple(documents.values()), (), (make_event(),), ())
    memory = Memory(Settings(workspace=str(tmp_path)), Terminal(io.StringIO(), told))
    memory.keep(make_brief(documents), corpus)
    assert "that this brief was made is not remembered" in told.getvalue()
    memory.close()


def test_several_formats_go_into_one_folder(pages: Path) -> None:
    assert pages.exists()
    assert run("--all", "-f", "markdown", "-f", "json", "-f", "html", "-o", "out") == 0
    assert sorted(p.suffix for p in Path("out").iterdir()) == [".html", ".json", ".md"]
