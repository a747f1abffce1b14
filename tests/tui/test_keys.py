from __future__ import annotations

from itertools import groupby

import pytest
from textual.keys import _character_to_key  # the one place where Textual names keys

from briefing.errors import ConfigError
from briefing.tui.keys import COMMANDS, Command, Place, bindings, check_keymap

NEAR = [
    (Place.EVENTS, Place.LIST, Place.READING, Place.ROOMS, Place.ANYWHERE),
    (Place.BRIEF, Place.LIST, Place.READING, Place.ROOMS, Place.ANYWHERE),
    (Place.SOURCE, Place.TEXT, Place.READING, Place.ROOMS, Place.ANYWHERE),
    (Place.NAMES, Place.LIST, Place.ANYWHERE),
    (Place.DIALOG, Place.ANYWHERE),
    (Place.CHOICE, Place.LIST, Place.ANYWHERE),
    (Place.MATRIX, Place.ANYWHERE),
]


@pytest.mark.parametrize("places", NEAR)
def test_no_key_means_two_things_in_one_place(places: tuple[Place, ...]) -> None:
    keys = sorted(
        (key, command.action)
        for command in COMMANDS
        if command.place in places and not command.is_priority  # only where it has something to do
        for key in command.keys.split(",")
    )
    # In a window q closes it; everywhere else it quits.
    doubled = {key for key, found in groupby(keys, lambda k: k[0]) if len(list(found)) > 1}
    assert doubled <= {"q"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: f"{c.place.name} {c.action}")
def test_a_command_says_what_it_does(command: Command) -> None:
    assert command.label
    assert command.tells[0].isupper()
    assert command.shown


def test_single_characters_have_the_names_textual_gives_them() -> None:
    for command in COMMANDS:
        first = command.shown.split(" ")[0]
        if len(first) == 1 and first.isascii():
            assert _character_to_key(first) in command.keys.split(",")


def test_bindings_keep_the_order_of_the_table() -> None:
    made = bindings(Place.ANYWHERE)
    actions = [binding.action for binding in made if not isinstance(binding, tuple)]
    assert actions == [c.action for c in COMMANDS if c.place is Place.ANYWHERE]


def test_every_command_has_a_name_of_its_own() -> None:
    names = [command.name for command in COMMANDS]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("keymap", "words"),
    [
        ({"source.jump": "f8"}, "source.find"),
        ({"nowhere.find": "f8"}, "anywhere., ask., brief."),
        ({"source.find": "f8,"}, "has no key"),
    ],
)
def test_a_keymap_that_cannot_be_is_an_error_that_helps(keymap: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigError, match=words.replace(".", r"\.")) as caught:
        check_keymap(keymap)
    assert next(iter(keymap)) in str(caught.value)
