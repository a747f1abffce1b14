from __future__ import annotations

from dataclasses import replace

from briefing.model import Event, Evidence, PairScore
from briefing.tui.catalogue import Catalogue, build_catalogue
from briefing.tui.evidence import evidence_sheet
from tests.tui.sample import build_corpus


def opened(identifier: str = "ev1") -> tuple[Event, Catalogue]:
    catalogue = build_catalogue(build_corpus())
    return catalogue.events[identifier], catalogue


def lines_of(event: Event, catalogue: Catalogue) -> list[str]:
    return evidence_sheet(event, catalogue).plain.splitlines()


def test_reasons_for_stand_before_those_against_strongest_first() -> None:
    lines = lines_of(*opened())
    assert lines[0] == "Why these articles are one event"
    assert [line.split()[0] for line in lines[1:4]] == ["+++++", "+++", "−−"]
    assert lines[1].endswith("both name Ilse Brandt and Tomas Reyl")


def test_a_reason_is_given_once_however_many_pairs_it_holds_for() -> None:
    event, catalogue = opened()
    (pair,) = event.evidence
    pairs = (pair, replace(pair, right="c.txt", probability=0.6, evidence=pair.evidence[:1]))
    lines = lines_of(replace(event, evidence=pairs), catalogue)
    (people,) = [line for line in lines if "Ilse Brandt" in line]
    assert people.endswith("2 of 2 pairs")
    (date,) = [line for line in lines if "7 April" in line]
    assert date.endswith("1 of 2 pairs")


def test_of_one_matter_the_strongest_words_stand_for_all() -> None:
    event, catalogue = opened()
    reasons = (
        Evidence("same_people", 0.5, "both name Ilse Brandt"),
        Evidence("core_people", 1.1, "Ilse Brandt at the centre"),
        Evidence("other_people", -0.4, "Mara Olin here, Jon Petri there"),
    )
    pair = PairScore("a.txt", "b.txt", 0.9, reasons)
    told = "\n".join(lines_of(replace(event, evidence=(pair,)), catalogue))
    assert "Ilse Brandt at the centre" in told
    assert "both name Ilse Brandt" not in told
    assert "Mara Olin here" in told


def test_no_feature_is_called_by_its_own_name() -> None:
    event, catalogue = opened()
    pair = PairScore("a.txt", "b.txt", 0.9, (Evidence("names_across_languages", 1.0, "alike"),))
    told = "\n".join(lines_of(replace(event, evidence=(pair,)), catalogue))
    assert "names_across" not in told
    assert "names across" not in told


def test_the_least_sure_pair_stands_first_and_none_is_rounded_up_to_certainty() -> None:
    event, catalogue = opened()
    (pair,) = event.evidence
    sure = replace(pair, probability=0.99999)
    weak = replace(pair, right="c.txt", probability=0.61)
    told = "\n".join(lines_of(replace(event, evidence=(sure, weak)), catalogue))
    assert told.index("61.0 %") < told.index("99.9 %")


def test_what_was_kept_apart_stands_last_with_its_own_event() -> None:
    event, catalogue = opened()
    near = replace(event.evidence[0], right="d.txt", probability=0.3)
    told = "\n".join(lines_of(replace(event, evidence=(near, *event.evidence)), catalogue))
    apart = told.index("Looked at, and kept apart")
    assert apart < told.index("Harbour Post · Lund ferry line opens") < told.index("30.0 % like")


def test_a_lone_article_was_joined_to_nothing() -> None:
    assert "One article" in evidence_sheet(*opened("ev2")).plain
