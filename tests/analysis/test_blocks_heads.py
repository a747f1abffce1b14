"""Heads and tails of pages in eight languages: each line's kind, and what the page says of itself.

The cases stand in `heads/`, one file a language: a shared report ("..."), and round it what pages
of many kinds put above and below. Each line has its letter; A is any kind outside the report, O
any of its own but the headline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.analysis.document import label_article
from briefing.model import Article, BlockKind

LETTERS = {
    "H": {BlockKind.HEADLINE},
    "S": {BlockKind.STANDFIRST},
    "Y": {BlockKind.BYLINE},
    "D": {BlockKind.DATELINE},
    "B": {BlockKind.BODY},
    "C": {BlockKind.CAPTION},
    "T": {BlockKind.CONTENTS},
    "X": {BlockKind.CLUTTER},
    "O": {BlockKind.STANDFIRST, BlockKind.BODY},
    "A": set(BlockKind) - {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY},
}


@dataclass(frozen=True)
class Case:
    """A page with the letter of each of its lines, and what it declares."""

    name: str
    language: str
    text: str
    marked: tuple[tuple[str, str], ...]
    declared: dict[str, str]


def read_cases(path: Path) -> Iterator[Case]:
    sections = path.read_text(encoding="utf-8").split("==== ")[1:]
    body = sections[0].partition("\n")[2].strip("\n")
    for section in sections[1:]:
        name, _, words = section.partition("\n")
        whole = words.replace("\n...\n", f"\n{body}\n")
        yield read_case(f"{path.stem} {name}", path.stem[:2], whole)


def read_case(name: str, language: str, words: str) -> Case:
    text, marked, declared = "", [], {}
    for line in words.splitlines():
        if line.startswith("?"):
            key, _, value = line[1:].partition(" ")
            declared[key] = value
            continue
        letter, _, shown = line.partition("|")
        if shown:
            marked.append((letter, shown))
        text += shown + (" " if letter == "D" and shown.endswith(("-", "–")) else "\n")
    return Case(name, language, text, tuple(marked), declared)


CASES = [
    case
    for path in sorted((Path(__file__).parent / "heads").glob("*.heads"))
    for case in read_cases(path)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_lines_round_a_report_are_told_from_it(case: Case) -> None:
    article = label_article(Article("a", "a", case.text, ""))
    wrong, position = [], 0
    for letter, words in case.marked:
        position = case.text.index(words, position)
        (block,) = (b for b in article.blocks if b.start <= position < b.end)
        if block.kind not in LETTERS[letter]:
            wrong.append((letter, block.kind.value, words))
        position += len(words)
    assert wrong == []
    assert article.language == case.language
    found = {key: (getattr(article, key) or "") for key in case.declared}
    assert {**found, "published": found.get("published", "")[:10]} == {
        "published": "",
        **case.declared,
    }
