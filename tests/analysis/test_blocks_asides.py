"""What stands below a report about its author, its firm and its readers."""

from __future__ import annotations

import pytest

from briefing.analysis.blocks import label_blocks
from briefing.model import BlockKind

REPORT = [
    "The harbour board of Almstad closed the old crane on Monday after its inspectors found rust.",
    "Mayor Ivo Brandt said the crane would be repaired by spring; ships would unload in Neuhaven.",
    "The board had been warned twice, in May and in August, and twice it had put the matter off.",
    "Nobody was hurt when a bolt fell on the quay last week, and the police are looking into it.",
]


def kind_of_last(line: str, byline: str = "By Ruth Ohm") -> BlockKind:
    text = "\n\n".join(["Harbour board closes the old crane", byline, *REPORT, line])
    return label_blocks(text, None)[-1].kind


@pytest.mark.parametrize(
    "line",
    [
        "Ruth Ohm lives in Almstad and has been at sea.",
        "Karl Vint is a former harbour pilot.",
        "Lena Holt berichtet aus dem Norden.",
        "Ana Prats es periodista y vive en el puerto.",
        "The author is a professor of naval law.",
        "About Almstad Cranes: founded in 1921, the firm builds and repairs cranes.",
    ],
)
def test_what_is_said_of_those_who_made_a_page_is_no_part_of_it(line: str) -> None:
    assert kind_of_last(line) is BlockKind.CLUTTER


@pytest.mark.parametrize(
    "line",
    [
        "Ivo Brandt is a former harbour pilot.",
        "The crane is a monument.",
        "Ship owners covers their losses by themselves, the board said in a short note.",
    ],
)
def test_a_report_may_end_with_a_short_sentence(line: str) -> None:
    assert kind_of_last(line) is BlockKind.BODY


def test_what_readers_wrote_is_below_the_report() -> None:
    remarks = [
        "Comments (2)",
        "Tolk: About time.",
        "Anna P.: The old crane was here before the board was.",
    ]
    text = "\n\n".join(["Harbour board closes the old crane", *REPORT, *remarks])
    blocks = label_blocks(text, None)
    assert {b.kind for b in blocks[-3:]} == {BlockKind.CLUTTER}
    assert blocks[-4].kind is BlockKind.BODY


def test_a_bar_of_comments_above_the_report_ends_nothing() -> None:
    text = "\n\n".join(["Harbour board closes the old crane", "Comments (2)", *REPORT])
    assert label_blocks(text, None)[-1].kind is BlockKind.BODY
