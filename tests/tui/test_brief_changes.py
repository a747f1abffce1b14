"""Signs of what has changed since the last brief, in the reader."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import editions
from briefing.config import Settings
from briefing.model import (
    Brief,
    BriefDelta,
    Change,
    ChangeKind,
    Citation,
    ClaimKind,
    SourceChange,
)
from briefing.store.workspace import open_workspace
from briefing.tui.app import BriefingApp
from briefing.tui.brief_changes import change_signs, sign_of, tell_changes
from briefing.tui.brief_entries import brief_entries
from tests.tui.reading import press, reading, screen_text, settle, told
from tests.tui.sample import build_corpus, fake_brief, fake_opener

WIDE = (200, 50)
CORPUS = build_corpus()
DOCUMENTS = {document.article.id: document for document in CORPUS.documents}
BRIEF = fake_brief(CORPUS, CORPUS.events[0])
HERE = Citation("a.txt", 3, 9)
NEW, CHANGED, GONE = ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.WITHDRAWN


def change(kind: ChangeKind, claim: ClaimKind = ClaimKind.POINT, *cited: Citation) -> Change:
    return Change(kind, claim, "", "words", cited)


def test_a_line_is_known_by_what_it_is_and_where_it_stands() -> None:
    delta = BriefDelta(
        "then",
        (SourceChange(NEW, "b.txt", "B"), SourceChange(GONE, "c.txt", "C")),
        (change(NEW, ClaimKind.POINT, HERE), change(CHANGED, ClaimKind.QUOTE, HERE), change(GONE)),
    )
    signs = change_signs(delta)
    assert [sign_of(s, (HERE,), signs) for s in ("Agreed", "Key points", "Quotes", "Next")] == [
        "+", "+", "~", "",
    ]  # fmt: skip
    assert sign_of("Sources", (Citation("b.txt", 0, 0),), signs) == "+"
    assert sign_of("Gaps", (), signs) == ""
    assert change_signs(None) == {}


def test_somebody_who_came_or_changed_office_is_marked_by_name() -> None:
    who = Change(NEW, ClaimKind.FACT, "who", "Ada Roe, minister, Nowhere", (HERE,))
    signs = change_signs(BriefDelta("then", (), (who,)))
    other = (Citation("z.txt", 0, 4),)
    assert sign_of("Attendance", other, signs, "Ada Roe,") == "+"
    assert sign_of("Attendance", other, signs, "Bo Lund,") == ""
    assert sign_of("What, when, where", (HERE,), signs, "Who:") == "+"


def test_the_count_of_changes_is_told_in_one_line() -> None:
    empty = BriefDelta("the brief of noon", (), ())
    assert tell_changes(None, is_shown_alone=False) == ""
    same = "Nothing has changed since the brief of noon"
    assert tell_changes(empty, is_shown_alone=False) == same
    several = replace(empty, changes=(change(NEW), change(CHANGED), change(GONE)), new_gaps=("x",))
    assert tell_changes(several, is_shown_alone=False) == (
        "Since the brief of noon: 1 new (+), 1 changed (~), 1 withdrawn, 1 gap · d: only these"
    )
    alone = tell_changes(several, is_shown_alone=True)
    assert alone.startswith("Only changes since the brief of noon: 1 new")
    assert alone.endswith("· d: the whole brief")
    other = replace(empty, changes=(change(ChangeKind.LISTED, ClaimKind.POINT, HERE),))
    assert "other lines of the same pages" in tell_changes(other, is_shown_alone=False)


def test_entries_carry_their_signs() -> None:
    place = BRIEF.bluf[0].citations[0]
    delta = BriefDelta("then", (), (change(NEW, ClaimKind.POINT, place),))
    marked = [e for e in brief_entries(BRIEF, DOCUMENTS, change_signs(delta)) if e.sign]
    assert marked
    assert all(e.sign == "+" and e.citations[0] == place for e in marked)


def earlier(brief: Brief) -> Brief:
    """The brief before its last source came, with another bottom line and one more gap."""
    kept = brief.sources[:-1]
    return replace(brief, sources=kept, bluf=(), points=(), gaps=(*brief.gaps, "Who: nobody."))


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BriefingApp:
    """The reader, of whose first event a brief was made before."""
    monkeypatch.chdir(tmp_path)
    settings = Settings(workspace=str(tmp_path / "work"))
    with open_workspace(settings.workspace) as workspace:
        made = "2031-04-07T10:00:00+00:00"
        editions.remember_brief(workspace, earlier(BRIEF), CORPUS, str(tmp_path), made)
    return BriefingApp(["corpus"], settings, fake_opener, fake_brief)


async def test_what_has_changed_is_marked_and_a_key_shows_only_that(app: BriefingApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "b", "b", "z")
        shown = screen_text(app)
        assert "Since the brief of 2031-04-07 10:00 UTC:" in shown
        assert "+ " in shown
        await press(pilot, "d")
        only = screen_text(app)
        assert "New, changed and withdrawn sources" in only
        assert "Bottom line" not in only
        assert "Closed: Who: nobody." in only
        assert "Timeline" not in only
        await press(pilot, "d")
        assert "New, changed and withdrawn sources" not in screen_text(app)


async def test_only_an_export_makes_a_brief(app: BriefingApp, tmp_path: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "x", "end", "enter")
        assert told(app).endswith(".ics")
        await press(pilot, "x", "j", "enter")
        assert told(app).endswith("-changes.md")
        delta = reading(app).rooms.brief._delta
        assert delta is not None
        assert not delta.is_empty
    with open_workspace(str(tmp_path / "work")) as workspace:
        again = editions.compare_with_last(workspace, BRIEF, CORPUS, str(tmp_path))
        assert again is not None
        assert again.is_empty


async def test_an_event_without_an_earlier_brief_says_so(app: BriefingApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "d")
        assert "there is nothing to compare with" in told(app)
