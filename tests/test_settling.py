"""What a name is, is settled by all evidence: that of its page, and that of the other pages."""

from __future__ import annotations

import cProfile
from dataclasses import replace

import pytest

from briefing.model import Citation, Document, Label, NameEvidence, Relabelled
from briefing.settling import FULL_NAME, MARGIN, best_kind, settle
from tests.builders import build_document

PER, LOC, ORG = Label.PER, Label.LOC, Label.ORG


def evidence(
    label: Label, person: float = 0.0, place: float = 0.0, body: float = 0.0, name: str = "orvanti"
) -> NameEvidence:
    return NameEvidence(name, label, ((0, 7),), (person, place, body), (0.0, 0.0, 0.0))


def page(number: int, *names: NameEvidence) -> Document:
    return replace(build_document(f"{number}.txt", "Orvanti"), names=names)


@pytest.mark.parametrize(
    ("body", "label"), [(MARGIN / 2, PER), (MARGIN * 2, ORG)], ids=["a little", "clearly"]
)
def test_another_kind_needs_a_margin(body: float, label: Label) -> None:
    assert best_kind(evidence(PER, body=body)) is label


def test_a_full_name_needs_more_than_a_lone_word() -> None:
    body = MARGIN + FULL_NAME / 2
    assert best_kind(evidence(PER, body=body)) is ORG
    assert best_kind(evidence(PER, body=body, name="ada orvanti")) is PER


def test_many_uses_say_less_than_their_sum() -> None:
    nine = NameEvidence("orvanti", PER, ((0, 1),) * 9, (9.0, 0.0, 12.0), (0.5, 0.0, 0.0))
    assert best_kind(nine) is ORG, "3 uses' worth of 1 each against .5"
    assert best_kind(replace(nine, within=(0.8, 0.0, 0.0))) is PER


def test_other_pages_are_heard_beside_a_page_s_own_evidence() -> None:
    unsure, sure = evidence(PER, person=1.0), evidence(ORG, body=3.0)
    assert best_kind(unsure) is PER
    assert best_kind(unsure, [sure]) is ORG
    assert best_kind(evidence(PER, person=5.0), [sure]) is PER


def test_the_corpus_corrects_the_page_that_errs() -> None:
    pages = [
        page(1, evidence(PER, person=1.0)),
        *(page(n, evidence(ORG, body=3.0)) for n in (2, 3)),
    ]
    assert settle(pages) == (Relabelled(Citation("1.txt", 0, 7), ORG),)
    assert settle(pages[::-1]) == settle(pages)


def test_a_name_of_one_page_stays_what_the_page_made_of_it() -> None:
    assert settle([page(1, evidence(PER, body=9.0)), page(2)]) == ()


def test_grouping_asks_for_people_only() -> None:
    town, others = evidence(LOC, place=1.0), [page(n, evidence(ORG, body=3.0)) for n in (2, 3)]
    assert settle([page(1, town), *others]) == (Relabelled(Citation("1.txt", 0, 7), ORG),)
    assert settle([page(1, town), *others], people_only=True) == ()
    somebody = page(1, evidence(PER, person=1.0))
    assert len(settle([somebody, *others], people_only=True)) == 1


def test_work_grows_with_the_pages_that_hold_a_name() -> None:
    def calls(pages: int) -> int:
        documents = [page(n, evidence(ORG, body=3.0)) for n in range(pages)]
        profiler = cProfile.Profile()
        profiler.runcall(settle, documents)
        return sum(entry.callcount for entry in profiler.getstats())

    assert calls(400) < 5 * calls(100)
