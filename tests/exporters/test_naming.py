"""Names of exported briefs: safe whatever the pages say, one per event."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.exporters.naming import file_name
from briefing.model import Event, EventDate, Place


def event(identifier: str, label: str, date: str | None = None) -> Event:
    when = EventDate(date) if date else None
    return Event(identifier, label, "meeting", when, Place(), (), (), ())


def test_a_name_says_date_label_and_id() -> None:
    named = event("e1f0", "Ada Lorn reçoit l'émissaire à Velm", "2031-05-04")
    assert file_name(named, ".md") == "2031-05-04-ada-lorn-recoit-l-emissaire-a-velm-e1f0.md"


def test_a_dash_parts_words() -> None:
    assert file_name(event("e1", "Lorn–Berg talks"), ".md") == "lorn-berg-talks-e1.md"


def test_a_label_of_another_script_leaves_date_and_id() -> None:
    assert file_name(event("e1", "قمة في الميناء", "2031-05"), ".html") == "2031-05-e1.html"


@given(st.text(), st.text(), st.text())
def test_whatever_the_pages_say_a_name_stays_in_its_folder(
    identifier: str, label: str, date: str
) -> None:
    name = file_name(event(f"e{identifier}", label, date), ".md")
    assert re.fullmatch(r"[a-z0-9-]+\.md", name)
    assert not name.startswith("-")


def test_a_long_label_is_cut_between_words() -> None:
    name = file_name(event("e1", "words " * 500), ".md")
    assert len(name) < 100
    assert set(name.removesuffix("-e1.md").split("-")) == {"words"}
    assert file_name(event("e1", "x" * 500), ".md") == "e1.md"


def test_a_label_cannot_choose_a_folder() -> None:
    hostile = event("e1", "../../etc/passwd\x00 & <Ünder>")
    assert file_name(hostile, ".md") == "etc-passwd-under-e1.md"
