from __future__ import annotations

from briefing.model import Rejection
from briefing.tui.catalogue import build_catalogue
from briefing.tui.keys import COMMANDS, Place
from briefing.tui.sheets import help_sheet, rejection_sheet, source_choices
from tests.tui.sample import build_corpus


def test_help_names_every_command_nearest_place_first() -> None:
    words = help_sheet((Place.BRIEF,), {}).plain
    assert words.startswith(Place.BRIEF.value)
    assert all(command.tells in words for command in COMMANDS if command.is_listed)


def test_help_shows_the_users_own_keys() -> None:
    words = help_sheet((Place.SOURCE,), {"source.sentence": "f8,f9"}).plain
    assert "f8 f9        Next sentence" in words


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
