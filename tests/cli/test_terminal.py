"""Standard output and standard error: what is written where, and that pages cannot steer it."""

from __future__ import annotations

import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.terminal import Column, Terminal
from briefing.model import Progress, Rejection, Stage

HOSTILE = "\x1b[31mred\x9b31m\x07 [bold]not bold[/bold] \u202etxt.exe\n:smile:\tend"
COLUMNS = (Column("id"), Column("label", ratio=1), Column("n", is_number=True))


class Screen(io.StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True


def test_a_piped_table_is_lines_of_fields() -> None:
    out = io.StringIO()
    Terminal(out, io.StringIO()).write_table(COLUMNS, [("e1", "two\twords\nhere", "3")])
    assert out.getvalue() == "id\tlabel\tn\ne1\ttwo words here\t3\n"


@pytest.mark.parametrize("width", [30, 80, 160])
def test_a_table_on_a_terminal_keeps_to_its_width(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = Screen()
    Terminal(out, Screen()).write_table(COLUMNS, [("e1", "long words " * 30, "3")])
    lines = re.sub("\x1b\\[[0-9;]*m", "", out.getvalue()).splitlines()
    assert len(lines) > 2
    assert max(map(len, lines)) <= width


def test_a_passage_stands_below_what_it_belongs_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = Screen()
    Terminal(out, Screen()).write_passages(COLUMNS[:2], [("e1", "[b]words[/b]\x1b " * 6)])
    lines = re.sub("\x1b\\[[0-9;]*m", "", out.getvalue()).splitlines()
    assert lines[0].strip() == "e1"
    assert lines[1].startswith("  [b]words[/b]␛ [b]words")
    assert max(map(len, lines)) <= 40


def test_piped_passages_are_lines_of_fields() -> None:
    out = io.StringIO()
    Terminal(out, io.StringIO()).write_passages(COLUMNS[:2], [("e1", "a\nb")])
    assert out.getvalue() == "id\tlabel\ne1\ta b\n"


@pytest.mark.parametrize("screen", [Screen, io.StringIO])
def test_a_page_cannot_steer_the_terminal(
    screen: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    out, err = screen(), screen()
    terminal = Terminal(out, err)
    terminal.write_table(COLUMNS, [("e1", HOSTILE, "3")])
    terminal.say_rejected([Rejection(HOSTILE, 3, HOSTILE)])
    for written in (out.getvalue(), err.getvalue()):
        assert not [c for c in "\x1b\x9b\x07\u202e" if c in written]
        assert "[bold]not bold[/bold]" in written
        assert ":smile:" in written


@given(st.text())
def test_json_is_one_line_that_reads_back(text: str) -> None:
    out = io.StringIO()
    Terminal(out, io.StringIO()).write_json({"text": text})
    assert out.getvalue().splitlines() == [out.getvalue()[:-1]]
    assert json.loads(out.getvalue()) == {"text": text}
    assert not [c for c in out.getvalue()[:-1] if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0]


def test_output_is_utf8_whatever_the_locale_says() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    Terminal(out, io.StringIO()).write_json({"text": "Élan \ud800 محادثات"})
    out.flush()
    assert raw.getvalue().decode("utf-8") == '{"text": "Élan \\ud800 محادثات"}\n'
    assert json.loads(raw.getvalue()) == {"text": "Élan \ud800 محادثات"}


def test_a_rejected_input_is_named_with_its_line() -> None:
    err = io.StringIO()
    Terminal(io.StringIO(), err).say_rejected(
        [Rejection("a.jsonl", 3, "no text"), Rejection("b.txt", None, "is empty")]
    )
    assert err.getvalue().splitlines() == [
        "briefing: rejected a.jsonl:3: no text",
        "briefing: rejected b.txt: is empty",
    ]


def test_progress_is_drawn_for_a_person_and_wiped() -> None:
    err = Screen()
    terminal = Terminal(io.StringIO(), err)
    terminal.on_progress(Progress(Stage.ANALYSE, 3, 10, "pages/\x1b[2Ja.txt"))
    assert "analysing 3/10 pages/" in err.getvalue()
    assert "\x1b" not in err.getvalue()
    terminal.finish()
    assert err.getvalue().endswith("\r")
    assert err.getvalue().rsplit("\r", 2)[1].isspace()


def test_a_result_does_not_start_on_the_line_of_the_progress() -> None:
    screen = Screen()
    terminal = Terminal(screen, screen)
    terminal.on_progress(Progress(Stage.GROUP, 0, None))
    terminal.write_passages(COLUMNS, [])
    assert screen.getvalue().endswith(" \r")


@pytest.mark.parametrize(("err", "is_quiet"), [(io.StringIO(), False), (Screen(), True)])
def test_nobody_there_no_progress(err: io.StringIO, is_quiet: bool) -> None:
    terminal = Terminal(io.StringIO(), err, is_quiet=is_quiet)
    terminal.on_progress(Progress(Stage.LOAD, 1, None, "a.txt"))
    terminal.finish()
    assert err.getvalue() == ""
