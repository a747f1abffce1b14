"""Completion, examples below every help, and what is said of mistyped words."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.app import app
from briefing.cli.examples import EXAMPLES
from briefing.cli.piping import name_input
from briefing.cli.setup import command_names

COMMANDS = command_names(app)
_COMMENTS = 45
"""The column at which what a call is for begins, unless the call is longer."""
LINES = [line for text in EXAMPLES.values() for line in text.splitlines() if "briefing " in line]


def test_every_command_has_examples() -> None:
    assert sorted(EXAMPLES) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_stand_below_the_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert "Usage: briefing" in out
    assert f"Examples\n\n  {EXAMPLES[name].strip().splitlines()[0].strip()}" in out


@pytest.mark.parametrize("line", LINES)
def test_every_example_is_a_call_that_the_program_takes(line: str) -> None:
    assert len(line) <= 80
    call = line[:_COMMENTS] if line[_COMMENTS - 1] == " " else line
    words = shlex.split(re.split(r"\s[<>]\s", call)[0])[1:]
    assert words[0] in COMMANDS
    app.parse_args(name_input(words), exit_on_error=False, print_error=False)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command(
    shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in script] == []
    if shutil.which(shell):
        path = tmp_path / "completion"
        path.write_text(script, encoding="utf-8")
        subprocess.run([shell, "-n", path], check=True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["evnts"], "did you mean briefing events?"),
        (["evnts", "pages", "--strict"], "did you mean briefing events?"),
        (["analyze", "pages", "--stream"], "did you mean briefing analyse?"),
        (["events", "--jsn"], "Did you mean --json? (briefing events --help shows how)"),
        (["completion", "bsh"], 'Did you mean "bash"? (briefing completion --help shows how)'),
        (["--bogus"], "briefing --help lists the commands"),
        (["qqqqqq"], "is neither a command nor a file or folder (briefing --help lists"),
    ],
)
def test_a_mistyped_word_is_told_from_the_nearest(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", [[], ["events"]])
def test_a_mistyped_path_is_told_from_the_nearest(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "saved-pages").mkdir()
    (tmp_path / ".saved-page").touch()
    assert main([*command, str(tmp_path / "savd-pages")]) == 2
    assert f"did you mean {tmp_path / 'saved-pages'}?" in capsys.readouterr().err
    assert main([*command, str(tmp_path / "elsewhere" / "pages")]) == 2
    assert "did you mean" not in capsys.readouterr().err
