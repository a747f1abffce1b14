from __future__ import annotations

from briefing.model import Correction, CorrectionKind
from briefing.tui.catalogue import build_catalogue
from briefing.tui.regrouping import Act, corrections_of, offered_acts, other_events
from tests.tui.sample import build_corpus

CATALOGUE = build_catalogue(build_corpus())
ACCORD, FERRY, ODD = CATALOGUE.corpus.events
FRENCH = CATALOGUE.documents["b.txt"]
HASH = {i: d.article.sha256 for i, d in CATALOGUE.documents.items()}


def test_only_what_makes_sense_is_offered() -> None:
    def offered(**state: bool) -> list[str]:
        return [key for key, _ in offered_acts(ACCORD, FRENCH, events=3, **state)]

    assert offered(is_locked=False, can_undo=False) == ["split", "move", "merge", "lock"]
    assert offered(is_locked=True, can_undo=True) == ["split", "move", "merge", "unlock", "undo"]
    lone = offered_acts(
        FERRY, CATALOGUE.documents["d.txt"], is_locked=False, can_undo=False, events=1
    )
    assert [key for key, _ in lone] == ["lock"]


def test_moving_is_taking_out_and_joining_and_leaves_the_rest_as_it_is() -> None:
    out, rest, near, join = corrections_of(Act.MOVE, ACCORD, FRENCH, FERRY, CATALOGUE)
    others = (HASH["a.txt"], HASH["c.txt"])
    assert out == Correction(CorrectionKind.APART, (HASH["b.txt"],), others)
    assert rest == Correction(CorrectionKind.TOGETHER, others)
    assert near == Correction(CorrectionKind.APART, others, (HASH["d.txt"],))
    assert join == Correction(CorrectionKind.TOGETHER, (HASH["b.txt"], HASH["d.txt"]))


def test_neither_what_is_split_off_nor_the_rest_falls_to_the_next_event() -> None:
    out, rest, near = corrections_of(Act.SPLIT, ACCORD, FRENCH, None, CATALOGUE)
    assert out.others == (HASH["a.txt"], HASH["c.txt"], HASH["d.txt"])
    assert rest.kind is CorrectionKind.TOGETHER
    assert near.others == (HASH["d.txt"],)


def test_the_only_article_of_an_event_is_moved_without_a_split() -> None:
    document = CATALOGUE.documents["d.txt"]
    (join,) = corrections_of(Act.MOVE, FERRY, document, ACCORD, CATALOGUE)
    assert join.kind is CorrectionKind.TOGETHER


def test_without_a_source_or_second_event_nothing_is_said() -> None:
    assert corrections_of(Act.SPLIT, ACCORD, None, None, CATALOGUE) == ()
    assert corrections_of(Act.MERGE, ACCORD, FRENCH, None, CATALOGUE) == ()


def test_events_of_the_same_storyline_are_offered_first() -> None:
    assert [key for key, _ in other_events(FERRY, CATALOGUE)] == ["ev1", "ev3"]
    assert [key for key, _ in other_events(ODD, CATALOGUE)] == ["ev1", "ev2"]
