from __future__ import annotations

from dataclasses import replace

from briefing.model import Rejection
from briefing.tui.catalogue import build_catalogue
from briefing.tui.keys import COMMANDS, Place
from briefing.tui.sheets import evidence_sheet, help_sheet, rejection_sheet, source_choices
from tests.tui.sample import build_corpus


def test_help_names_every_command_nearest_place_first() -> None:
    words = help_sheet((Place.BRIEF,)).plain
    assert words.startswith(Place.BRIEF.value)
    assert all(command.tells in words for command in COMMANDS if command.is_listed)


def test_reasons_stand_strongest_first_with_their_sign() -> None:
    catalogue = build_catalogue(build_corpus())
    event = catalogue.events["ev1"]
    lines = evidence_sheet(event, catalogue.sources(event)).plain.splitlines()
    assert lines[0] == "1 Harbour Post and 2 Le Quai"
    assert lines[1] == "same event: 98.4 %"
    assert [line.split()[0] for line in lines[2:]] == ["+++", "+", "−"]


def test_no_probability_is_rounded_up_to_certainty() -> None:
    catalogue = build_catalogue(build_corpus())
    event = catalogue.events["ev1"]
    sure = replace(event, evidence=(replace(event.evidence[0], probability=0.99999),))
    assert "99.9 %" in evidence_sheet(sure, catalogue.sources(event)).plain


def test_pairs_that_were_kept_apart_stand_last() -> None:
    catalogue = build_catalogue(build_corpus())
    event = catalogue.events["ev1"]
    near = replace(event.evidence[0], right="d.txt", probability=0.3)
    told = evidence_sheet(
        replace(event, evidence=(near, *event.evidence)), catalogue.sources(event)
    ).plain
    assert told.index("98.4 %") < told.index("Compared and kept apart") < told.index("30.0 %")


def test_a_lone_article_was_joined_to_nothing() -> None:
    catalogue = build_catalogue(build_corpus())
    event = catalogue.events["ev2"]
    assert "One article" in evidence_sheet(event, catalogue.sources(event)).plain


def test_rejections_name_path_line_and_reason() -> None:
    words = rejection_sheet((Rejection("[b]x.txt", 3, "not\ntext"),)).plain
    assert words == "[b]x.txt, line 3\n  not text"
    assert rejection_sheet(()).plain == "Every file could be read."


def test_sources_are_listed_with_file_and_hash() -> None:
    catalogue = build_catalogue(build_corpus())
    key, words = next(source_choices(catalogue.sources(catalogue.events["ev1"])))
    assert key == "1"
    assert "[1] Harbour Post" in words.plain
    assert "a.txt · sha256 " in words.plain
