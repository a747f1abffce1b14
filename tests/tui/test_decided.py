"""The reader's own corrections, as the window "Why grouped" tells them."""

from __future__ import annotations

from pathlib import Path

from briefing.config import Settings
from briefing.model import Correction, CorrectionKind, GroupedCorpus
from briefing.store.workspace import open_workspace
from briefing.tui.app import BriefingApp
from briefing.tui.catalogue import build_catalogue
from briefing.tui.decided import tell_corrections
from briefing.tui.regrouping import Act, corrections_of
from tests.tui.reading import press, screen_text, settle
from tests.tui.sample import build_corpus, fake_brief

CATALOGUE = build_catalogue(build_corpus())
HASHES = {d.article.id: d.article.sha256 for d in CATALOGUE.corpus.documents}
ACCORD, FERRY, _ = CATALOGUE.corpus.events


def hashes(*articles: str) -> tuple[str, ...]:
    return tuple(HASHES[a] for a in articles)


def test_nothing_is_told_where_nothing_was_decided() -> None:
    assert tell_corrections(ACCORD, (), CATALOGUE) == ()


def test_what_was_joined_and_locked() -> None:
    joined = Correction(CorrectionKind.TOGETHER, hashes("a.txt", "b.txt"))
    locked = Correction(CorrectionKind.LOCKED, hashes("a.txt", "b.txt", "c.txt"))
    assert tell_corrections(ACCORD, (joined,), CATALOGUE) == (
        "joined by you: Harbour Post, Le Quai",
    )
    assert "locked by you: no other article joins" in tell_corrections(
        ACCORD, (joined, locked), CATALOGUE
    )


def test_an_article_that_was_moved_is_told_where_it_is_now() -> None:
    document = CATALOGUE.documents["c.txt"]
    decided = tuple(corrections_of(Act.MOVE, FERRY, document, ACCORD, CATALOGUE))
    moved = Correction(CorrectionKind.APART, hashes("c.txt"), hashes("d.txt"))
    told = tell_corrections(ACCORD, (moved, *decided), CATALOGUE)
    assert "c.txt was moved here by you" in told
    assert "kept apart by you: Harbour Post" in told


def test_a_later_correction_is_the_one_that_is_told() -> None:
    apart = Correction(CorrectionKind.APART, hashes("a.txt"), hashes("d.txt"))
    together = Correction(CorrectionKind.TOGETHER, hashes("a.txt", "d.txt"))
    assert not any(
        "kept apart" in t for t in tell_corrections(ACCORD, (apart, together), CATALOGUE)
    )


async def test_why_tells_them_first(tmp_path: Path) -> None:
    with open_workspace(str(tmp_path)) as workspace:
        workspace.correct([Correction(CorrectionKind.TOGETHER, hashes("a.txt", "b.txt"))])

    def opener(*_: object, **__: object) -> GroupedCorpus:
        return build_corpus()

    app = BriefingApp(["x"], Settings(workspace=str(tmp_path)), opener, fake_brief)
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "w")
        shown = screen_text(app)
        assert "Your corrections" in shown
        assert shown.index("joined by you") < shown.index("Why these articles are one event")
