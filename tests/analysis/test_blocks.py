"""Blocks: whole pages of many kinds, and what holds for any text."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.blocks import label_blocks
from briefing.model import BlockKind

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
LETTERS = {
    "H": BlockKind.HEADLINE,
    "S": BlockKind.STANDFIRST,
    "Y": BlockKind.BYLINE,
    "D": BlockKind.DATELINE,
    "B": BlockKind.BODY,
    "C": BlockKind.CAPTION,
    "T": BlockKind.CONTENTS,
    "X": BlockKind.CLUTTER,
}


def read_marked(path: Path) -> tuple[str, list[tuple[str, str]]]:
    """The page, and its stretches with their letters; a dateline shares its line with the body."""
    text, marked = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        letter, _, words = line.partition("|")
        if words:
            marked.append((letter, words))
        text += words + (" " if letter == "D" and words.endswith(("-", "–")) else "\n")
    return text, marked


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_saved_page_is_labelled(path: Path) -> None:
    text, marked = read_marked(path)
    found, position = [], 0
    blocks = label_blocks(text, None)
    for _, words in marked:
        position = text.index(words, position)
        (block,) = (b for b in blocks if b.start <= position < b.end)
        found.append((block.kind, words))
        position += len(words)
    assert found == [(LETTERS[letter], words) for letter, words in marked]


def kinds(text: str, headline: str | None = None) -> list[str]:
    return [b.kind.value for b in label_blocks(text, headline)]


PROSE = "The harbour board met on Monday and put off its decision about the old crane."


def test_a_record_is_its_title_its_body_and_furniture_that_form_gives_away() -> None:
    text = f"Crane stays\n\n{PROSE}\nNo full stop here\n{PROSE}\nRead also: Crane moves"
    assert kinds(text, "Crane stays") == ["headline", "body", "body", "body", "clutter"]


def test_a_declared_headline_of_two_lines_is_one_headline() -> None:
    assert kinds(f"Crane stays\nfor now\n\n{PROSE}", "Crane stays\nfor now") == [
        "headline",
        "headline",
        "body",
    ]


def test_a_declared_headline_that_does_not_open_the_text_changes_nothing() -> None:
    assert kinds(f"{PROSE}\n{PROSE}", "Something else") == ["body", "body"]


def test_a_headline_alone_is_a_headline() -> None:
    assert kinds("Crane stays where it is") == ["headline"]


def test_no_text_has_no_blocks() -> None:
    assert label_blocks(" \n\t\r\n ", None) == ()


def test_a_headline_wins_over_the_section_and_the_outlet_above_it() -> None:
    text = f"The Morning Post\nWorld News\nCrane stays where it is\n{PROSE}\n{PROSE}"
    assert kinds(text) == ["clutter", "clutter", "headline", "body", "body"]


def test_the_shorter_of_two_lines_that_touch_is_the_headline() -> None:
    over = "Los vecinos exigen el arreglo de las calles y una nueva escuela"
    body = "Los vecinos del barrio salieron ayer a la calle para pedir una escuela nueva."
    assert kinds(f"{over}\nMarcha por la escuela en el barrio viejo\n\n{body}")[:2] == [
        "standfirst",
        "headline",
    ]
    assert kinds(f"Marcha de vecinos por la escuela del barrio\n{over}\n\n{body}")[:2] == [
        "headline",
        "standfirst",
    ]


def test_a_deck_of_two_sentences_is_no_caption() -> None:
    deck = "Ministerin Ada Lund unterzeichnet in Oslo. Kritiker warnen."
    body = "Ministerin Ada Lund hat am Montag in Oslo eine Erklärung unterzeichnet, hieß es."
    assert kinds(f"Norwegen setzt auf neue Schiffe\n\n{deck}\n\n{body}")[1] == "standfirst"


def test_a_paragraph_that_mentions_subscriptions_stays_in_the_report() -> None:
    told = "Subscribers to the ferry paid twice last year, the board said, and will be paid back."
    assert kinds(f"Crane stays where it is\n\n{PROSE}\n\n{told}\n\n{PROSE}")[1:] == ["body"] * 3


@pytest.mark.parametrize(
    "told",
    [
        "The plant makes crackers, cookies and other baked goods, as it did before the war.",
        "If you cross the bridge after dark, you may meet nobody on your way to the harbour.",
        "Indeed it does.",
        "The loans went to three banks (Crédit du Nord, Banque du Port, Caisse du Sud).",
        "The crowd left to chants of “ONE MORE YEAR! ONE MORE YEAR!”",
    ],
)
def test_last_words_of_a_report_are_no_furniture(told: str) -> None:
    assert kinds(f"Crane stays where it is\n\n{PROSE}\n\n{PROSE}\n\n{told}")[1:] == ["body"] * 3


def test_a_last_short_sentence_stays_in_the_report() -> None:
    assert kinds(f"Crane stays\n\n{PROSE}\n\nIt meets again on Friday.\n\nShare   Print")[-2:] == [
        "body",
        "clutter",
    ]


MIXED = st.text(
    st.sampled_from(list("aA é.,:|/»>©•\n\n\r\t\x0b\u2028“”«»()123-–—؟ا")), max_size=400
)


@given(st.text(max_size=300) | MIXED, st.none() | st.text(max_size=10))
def test_blocks_partition_what_is_not_blank(text: str, headline: str | None) -> None:
    blocks = label_blocks(text, headline)
    covered = "".join(text[b.start : b.end] for b in blocks)
    assert "".join(covered.split()) == "".join(text.split())
    for block in blocks:
        words = text[block.start : block.end]
        assert words == words.strip() != ""
        assert all(line.strip() for line in words.splitlines())
    assert all(a.end <= b.start for a, b in pairwise(blocks))


@pytest.mark.parametrize(
    "pattern",
    [
        "« ",
        "a b c.\n",
        "12/03/2024 10:00\n",
        "Home > A > B\n",
        "1. one\n",
        "x\n",
        "Anna Berg\n",
        "(",
    ],
)
def test_hostile_pages_take_linear_time(pattern: str) -> None:
    started = time.process_time()
    label_blocks(PROSE + "\n" + pattern * (40_000 // len(pattern)), None)
    assert time.process_time() - started < 10
