"""The README tells the truth: its commands run and print what it shows, its keys exist.

Run as a script (`python tests/test_readme.py`) it writes the outputs anew.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.anchoring import anchor_at
from briefing.config import Settings
from briefing.model import NameCorrection, NameCorrectionKind, SpanMark
from briefing.pipeline import open_corpus, sample_paths
from briefing.store.workspace import open_workspace

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
KEYS_BEGIN, KEYS_END = "<!-- keys -->", "<!-- end of keys -->"
KEYS = re.compile(f"{KEYS_BEGIN}.*?{KEYS_END}", re.DOTALL)
CUT = "…"
COLUMNS = "100"
DECIDED = frozenset({"corrections", "notes"})
"""Commands that are run over a workspace with decisions in it; the others get an empty one."""
DESK = "desk"


def blocks() -> list[str]:
    """The console blocks of the README."""
    return BLOCK.findall(README.read_text(encoding="utf-8"))


def steps(block: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block with the lines that the README shows under it."""
    command, shown = "", list[str]()
    for line in block.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line[2:], []
        else:
            shown.append(line)
    yield command, shown


def run_in_terminal(command: str, folder: Path) -> list[str]:
    """What a command prints on a plain terminal of a hundred columns."""
    words = shlex.split(command)
    assert words[0] == "briefing", command
    environment = {
        **os.environ,
        "TERM": "dumb",
        "COLUMNS": COLUMNS,
        "PYTHONPATH": str(ROOT),
        "BRIEFING_WORKSPACE": DESK if DECIDED & set(words) else "work",
        "BRIEFING_CONFIG": "config.toml",
    }
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", *_expanded(words[1:], folder)],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        printed = b"".join(_read(ours))
    os.close(ours)
    return [line.rstrip() for line in printed.decode().replace("\r\n", "\n").splitlines()]


def excerpt(printed: list[str], shown: list[str]) -> list[str]:
    """Of what was printed as much as the README shows.

    A cut stands for lines left out: the next one shown is looked for, and as many follow as there
    are up to the next cut; without one, all.
    """
    out: list[str] = []
    at = 0
    while CUT in shown:
        until = shown.index(CUT)
        out += [*printed[at : at + until], CUT]
        shown = shown[until + 1 :]
        if not shown:
            return out
        at = printed.index(shown[0]) if shown[0] in printed else at + until
    return out + printed[at:]


def _expanded(words: list[str], folder: Path) -> list[str]:
    """The words as a shell would hand them on."""
    out: list[str] = []
    for word in words:
        names = sorted(str(p.relative_to(folder)) for p in folder.glob(word)) if "*" in word else []
        out += names or [word]
    return out


def _read(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other end has been closed
            return
        if not chunk:
            return
        yield chunk


def workplace(folder: Path) -> Path:
    """A folder with the sample pages, as a checkout has them, and a desk that was worked at."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    (folder / "config.toml").write_text('theme = "briefing-light"\n', encoding="utf-8")
    decide(folder / DESK)
    return folder


def decide(desk: Path) -> None:
    """Rename one person of the sample, and mark its longest quotation."""
    corpus = open_corpus(sample_paths(), Settings(workspace="off"))
    articles = {d.article.id: d.article for d in corpus.documents}
    found = max(
        (e for e in corpus.entities if e.kind == "PER"), key=lambda e: (len(e.mentions), e.id)
    )
    places = tuple(anchor_at(articles[m.article], m.start, m.end) for m in found.mentions)
    quotes = [(d.article, q) for d in corpus.documents for q in d.quotes]
    article, quote = max(quotes, key=lambda pair: pair[1].end - pair[1].start)
    place = anchor_at(article, quote.start, quote.end)
    mark = SpanMark(place, "Ask for the minutes.", article.path)
    rename = NameCorrection(NameCorrectionKind.RENAMED, places, was=found.name, name="A. Laftit")
    with open_workspace(str(desk)) as workspace:
        workspace.correct_names([rename])
        workspace.mark_spans([mark])


def test_every_command_prints_what_the_readme_shows(tmp_path: Path) -> None:
    folder = workplace(tmp_path)
    assert blocks()
    for block in blocks():
        for command, shown in steps(block):
            printed = run_in_terminal(command, folder)
            assert excerpt(printed, shown) == [line.rstrip() for line in shown], command


def test_the_readme_starts_with_the_two_commands() -> None:
    text = README.read_text(encoding="utf-8")
    install = "python3 -m venv .venv && .venv/bin/pip install"
    first = text.index(f"{install} . && .venv/bin/briefing")
    second = text.index(f"{install} '.[test]' && .venv/bin/python -m pytest")
    assert first < second < text.index("\n## ")


def test_every_key_of_the_reader_is_in_the_readme() -> None:
    found = KEYS.search(README.read_text(encoding="utf-8"))
    assert found
    assert found[0] == f"{KEYS_BEGIN}\n{key_table()}\n{KEYS_END}"


def test_every_command_of_the_program_is_in_the_readme(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from briefing.cli import main

    assert main(["--help"]) == 0
    commands = re.findall(r"^│ ([a-z]+) ", capsys.readouterr().out, re.MULTILINE)
    assert {"analyse", "events", "brief", "verify"} <= set(commands)
    text = README.read_text(encoding="utf-8")
    assert [c for c in commands if f"| `briefing {c}" not in text] == []


def test_every_picture_and_file_of_the_readme_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    names = re.findall(r"\]\(([^)#:]+)\)", text)
    assert any(name.startswith("screenshots/") for name in names)
    assert [name for name in names if not (ROOT / name).exists()] == []


def update() -> None:
    """Write the outputs of all console blocks anew, as much of each as is shown."""

    def renew(match: re.Match[str]) -> str:
        out = ""
        for command, shown in steps(match[1]):
            printed = excerpt(run_in_terminal(command, folder), shown)
            out += "\n".join([f"$ {command}", *printed]) + "\n"
        return f"```console\n{out}```"

    with tempfile.TemporaryDirectory() as name:
        folder = workplace(Path(name))
        text = BLOCK.sub(renew, README.read_text(encoding="utf-8"))
    README.write_text(KEYS.sub(f"{KEYS_BEGIN}\n{key_table()}\n{KEYS_END}", text), encoding="utf-8")


def key_table() -> str:
    """The keys of every place, as a table."""
    from briefing.tui.keys import COMMANDS, Place

    rows = ["\n| key | does |", "|---|---|"]
    for place in Place:
        listed = [c for c in COMMANDS if c.place is place and c.is_listed]
        if listed:
            rows.append(f"| | **{place.value}** |")
            rows += [f"| `{c.shown}` | {c.tells} |" for c in listed]
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    update()
