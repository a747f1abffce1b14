"""A small share of the fuzzing, and that it would see what it is for."""

from __future__ import annotations

from random import Random

import pytest

from briefing.model import Article
from tests.fuzz.files import valid_files
from tests.fuzz.mutating import LONGEST, break_file, hostile_bytes
from tests.fuzz.running import run_cases
from tests.fuzz.targets import TARGETS, Broken, Taken, check_blocks, check_shown, make_article
from tests.fuzz.texts import hostile_story, hostile_text
from tests.readers.documents import HEADLINE, LEAD
from tests.readers.reading import read_file

CASES = 250


def test_hostile_inputs_crash_nothing_and_get_past_nothing() -> None:
    tallies = run_cases(range(CASES), seed=7, limit=60)
    assert sum(tally.cases for tally in tallies.values()) == CASES
    assert all(tally.cases and tally.articles for tally in tallies.values())
    assert [failure for tally in tallies.values() for failure in tally.failures] == []


@pytest.mark.parametrize("name", sorted(valid_files()))
def test_a_file_is_valid_before_it_is_broken(name: str) -> None:
    found = read_file(valid_files()[name], name)
    assert all(isinstance(one, Article) for one in found), found
    assert any(isinstance(one, Article) and LEAD in one.text for one in found)
    assert any(isinstance(one, Article) and HEADLINE in one.text for one in found)


@pytest.mark.parametrize("name", sorted(valid_files()))
def test_a_file_is_broken_the_same_way_for_the_same_draws(name: str) -> None:
    raw = valid_files()[name]
    broken = [break_file(name, raw, Random(n)) for n in range(20)]
    again = [break_file(name, raw, Random(n)) for n in range(20)]
    if not name.endswith((".zip", ".docx", ".odt", ".epub", ".gz")):  # which carry the time
        assert broken == again
    assert sum(one != raw for one in broken) > 10
    assert max(map(len, broken)) <= LONGEST


def test_texts_and_bytes_are_functions_of_the_draws() -> None:
    for make in (hostile_text, hostile_story, hostile_bytes):
        assert make(Random(3)) == make(Random(3))
        assert make(Random(3)) != make(Random(4))


def crash(_: Random) -> Taken:
    raise ZeroDivisionError("a fault")


def hang(_: Random) -> Taken:
    while True:
        try:
            sum(range(1000))
        except Exception:  # noqa: BLE001 - as a careless reader would
            continue


def let_through(_: Random) -> Taken:
    check_shown("a\x1b[31mb")
    return Taken(1, 0)


@pytest.mark.parametrize(
    ("target", "said"), [(crash, "a fault"), (hang, "longer than"), (let_through, "gets through")]
)
def test_what_goes_wrong_is_seen_with_its_number(target: object, said: str) -> None:
    tallies = run_cases([4, 9], 1, 0.1, {"bad": (target, 100)})  # type: ignore[dict-item]
    assert [number for number, _ in tallies["bad"].failures] == [4, 9]
    assert all(said in what for _, what in tallies["bad"].failures)


def test_a_case_is_the_same_alone_and_among_others() -> None:
    targets = {"readers": TARGETS["readers, block labeller"]}
    among = run_cases(range(12), 5, 60, targets)["readers"]
    alone = [run_cases([n], 5, 60, targets)["readers"] for n in range(12)]
    assert among.articles == sum(t.articles for t in alone)
    assert among.rejections == sum(t.rejections for t in alone)


def test_blocks_that_leave_words_out_are_seen() -> None:
    with pytest.raises(Broken, match="words in no block"):
        check_blocks(make_article("a", "Bells rang."))


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\x07", "\u202e", "\u2028", "\ud800"])
def test_what_steers_a_terminal_is_seen(character: str) -> None:
    with pytest.raises(Broken, match="gets through"):
        check_shown(f"a{character}b")
