"""Clubs called like towns are told on pages that report a match."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_clubs import told_clubs
from briefing.analysis.mention_edges import Line
from briefing.model import Label, Mention

MATCH = " The goalkeeper, the striker and the referee spoke of penalties."


def labels(text: str, language: str, name: str) -> list[Label]:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    mentions = [Mention(at, at + len(name), name, Label.LOC) for at in starts]
    return [m.label for m in told_clubs(text, [Line(0, len(text), language)], mentions)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bergen beat the visitors.", "en"),
        ("They lost against Bergen on Friday.", "en"),
        ("It ended Bergen 2-1 after an hour.", "en"),
        ("O gol do Bergen saiu cedo.", "pt"),
        ("Bergen igualó sobre la hora.", "es"),
    ],
)
def test_who_plays_is_a_club(text: str, language: str) -> None:
    assert labels(text + MATCH, language, "Bergen") == [Label.ORG]
    assert labels(text, language, "Bergen") == [Label.LOC]


def test_where_a_match_is_played_stays_a_town() -> None:
    text = "Bergen won. In Bergen it rained. Bergen slept."
    assert labels(text + MATCH, "en", "Bergen") == [Label.ORG, Label.LOC, Label.ORG]
    assert labels("Norway beat Peru." + MATCH, "en", "Norway") == [Label.LOC]
    assert labels("They met in Bergen." + MATCH, "en", "Bergen") == [Label.LOC]
