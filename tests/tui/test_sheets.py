from __future__ import annotations

from briefing.model import Rejection
from briefing.tui.catalogue import build_catalogue
from briefing.tui.keys import COMMANDS, Place
from briefing.tui.sheets import help_sheet, rejection_choices, source_choices
from tests.tui.sample import build_corpus


def test_help_names_every_command_nearest_place_first() -> None:
    words = help_sheet((Place.BRIEF,), {}).plain
    assert words.startswith(Place.BRIEF.value)
    assert all(command.tells in words for command in COMMANDS if command.is_listed)


def test_help_shows_the_users_own_keys() -> None:
    words = help_sheet((Place.SOURCE,), {"source.sentence": "f8,f9"}).plain
    assert "f8 f9        Next sentence" in words


def test_rejections_name_path_line_and_reason() -> None:
    ((key, words),) = rejection_choices((Rejection("[b]x.txt", 3, "not\ntext"),))
    assert (key, words.plain) == ("0", "[b]x.txt, line 3\n  not text")
    assert not list(rejection_choices(()))


def test_of_countless_rejections_the_first_are_listed_and_the_others_counted() -> None:
    rejections = [Rejection(f"{n}.png", None, "is a picture") for n in range(100_000)]
    lines = list(rejection_choices(rejections))
    assert len(lines) == 500
    assert lines[-1][1].plain.endswith("… and 99,500 more: briefing analyse lists all of them")


def test_sources_are_listed_with_file_and_hash() -> None:
    catalogue = build_catalogue(build_corpus())
    key, words = next(source_choices(catalogue.sources(catalogue.events["ev1"])))
    assert key == "1"
    assert "[1] Harbour Post" in words.plain
    assert "a.txt · sha256 " in words.plain
