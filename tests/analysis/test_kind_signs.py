"""Signs of a name's kind: what stands beside it, never which name it is, and their weights."""

from __future__ import annotations

from briefing.analysis.kind_signs import signs_beside, signs_of_letters
from briefing.analysis.kind_weights import (
    LEAST,
    known_classes,
    load_weights,
    pack_weights,
    unpack_weights,
    weigh,
)
from briefing.analysis.mention_edges import Line


def beside(text: str, name: str, language: str = "en") -> list[str]:
    start = text.index(name)
    line = Line(0, len(text), language)
    return signs_beside(text, line, start, start + len(name), known_classes())


def test_signs_do_not_tell_which_name_it_is() -> None:
    one, two = "shares of Orvanti fell", "shares of Kelmo fell"
    assert beside(one, "Orvanti") == beside(two, "Kelmo")


def test_signs_are_of_one_sentence() -> None:
    text = "The plant closed. Orvanti said no. The mayor wept."
    signs = beside(text, "Orvanti")
    assert "en <^" in signs
    assert not any("plant" in sign or "mayor" in sign for sign in signs)


def test_the_noun_before_and_the_apposition_behind_are_signs() -> None:
    signs = beside("the owner of the Orvanti, the Kelm storage group, paid", "Orvanti")
    assert {"en howner the", "en astorage", "en agroup"} <= {*signs}


def test_letters_are_signs() -> None:
    assert {"size2", "2 -ard", "fB"} <= {*signs_of_letters("Bank Kelmard")}
    assert "hyphen" in signs_of_letters("Kelm-Varek")


def test_weights_come_back_as_they_were_packed() -> None:
    weights = {"a": (1.0, -0.5, -0.5), "b": (LEAST / 3, 0.0, 0.0), "ü c": (0.0, 0.4, -0.4)}
    assert unpack_weights(pack_weights(weights)) == {
        "a": (1.0, -0.5, -0.5),
        "ü c": (0.0, 0.4, -0.4),
    }


def test_what_ships_knows_firms_from_places() -> None:
    assert len(load_weights()) > 10_000
    _, place, body = weigh(beside("the company bought shares of Orvanti on Friday", "Orvanti"))
    assert body > place
    _, place, body = weigh(beside("she lives in a small house in Kelmo, near", "Kelmo"))
    assert place > body


def test_unknown_signs_say_nothing() -> None:
    assert weigh(["no such sign"]) == (0.0, 0.0, 0.0)
