"""The reader's own work: marks, notes, corrections, copies, and where they were."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from briefing.config import Settings
from briefing.errors import StoreError
from briefing.model import CorrectionKind, GroupedCorpus
from briefing.store.workspace import Workspace, load_corrections
from briefing.tui.app import BriefingApp
from briefing.tui.dialogs import ChoiceScreen
from tests.tui.reading import build_app, press, reading, screen_text, settle, told, where
from tests.tui.sample import build_corpus, fake_brief, fake_opener

WIDE = (200, 45)


def app_with(folder: Path, opener: Callable[..., GroupedCorpus] = fake_opener) -> BriefingApp:
    return BriefingApp(["corpus"], Settings(workspace=str(folder)), opener, fake_brief)


async def start(pilot: Pilot[None], *keys: str) -> None:
    await settle(pilot)
    await press(pilot, *keys)


async def test_stars_on_event_and_source_are_there_the_next_time(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "asterisk", "enter", "asterisk")
        assert "★ Ostrava and Lund" in screen_text(app)
        assert "★ 1 · Harbour Post" in screen_text(app)
        await press(pilot, "q")
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot)
        assert "★ Ostrava and Lund" in screen_text(app)
        assert "★ 1 · Harbour Post" in screen_text(app)
        await press(pilot, "asterisk")
        assert "★ 1 · Harbour Post" not in screen_text(app)


async def test_what_was_opened_counts_as_read() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot)
        assert "unread" not in screen_text(app)
        await press(pilot, "enter")
        assert "2 unread" in screen_text(app)
        await press(pilot, "tab", "3", "s")
        assert "unread" not in screen_text(app).replace("Unread", "")
        await press(pilot, "U")
        assert told(app) == "Marked as unread."
        assert "1 unread" in screen_text(app)


async def test_a_note_is_written_and_shown(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "a", *"ask", "escape")
        assert "✎ ask" in screen_text(app)
        assert "✎ Ostrava and Lund" in screen_text(app)
        await press(pilot, "enter", "a", *"old", "ctrl+s")
        assert "✎ old" in screen_text(app)
        await press(pilot, "a", "backspace", "backspace", "backspace", "escape")
        assert "✎ old" not in screen_text(app)


async def test_a_note_is_written_in_the_users_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "a", "ctrl+o")
        assert "this terminal cannot be handed to an editor" in screen_text(app)
        from contextlib import nullcontext

        monkeypatch.setattr(app, "suspend", nullcontext)
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.delenv("EDITOR", raising=False)
        await press(pilot, "ctrl+o")
        assert "set EDITOR" in screen_text(app)
        monkeypatch.setenv("EDITOR", 'an editor"')
        await press(pilot, "ctrl+o")
        assert "cannot be read" in screen_text(app)
        script = tmp_path / "editor.py"
        script.write_text("import sys; open(sys.argv[1], 'a').write('written')")
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
        await press(pilot, "ctrl+o")
        assert app.screen.query_one(TextArea).text == "written"
        await press(pilot, "escape")
        assert "✎ written" in screen_text(app)


async def test_one_comes_back_to_where_one_was(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=(100, 11)) as pilot:
        await start(pilot, "enter", "2", "s", "j", "j")
        top = reading(app).rooms.pane.view.scroll_offset.y
        assert top > 0
        await press(pilot, "q")
    app = app_with(tmp_path)
    async with app.run_test(size=(100, 11)) as pilot:
        await start(pilot)
        pane = reading(app).rooms.pane
        assert where(app) == pane.id
        assert pane.source
        assert pane.source.number == 2
        assert pane.view.scroll_offset.y == top


async def test_a_workspace_that_fails_is_told_of_and_reading_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("disk full")

    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot)
        real = Workspace.mark_event
        monkeypatch.setattr(
            Workspace,
            "mark_event",
            lambda self, *a, **k: fail() if self is app._workspace else real(self, *a, **k),
        )
        await press(pilot, "asterisk")
        assert "disk full" in told(app)
        assert "★ Ostrava and Lund" in screen_text(app)


async def test_a_workspace_that_cannot_be_opened_leaves_the_pages_readable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    app = app_with(tmp_path / "file")
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "asterisk")
        assert "not kept" in next(iter(app._notifications)).message
        assert "★ Ostrava and Lund" in screen_text(app)


def regrouping_opener(
    paths: Sequence[str], settings: Settings, **callbacks: object
) -> GroupedCorpus:
    """Splits the articles off that a correction names, as the real grouping would."""
    del paths, callbacks
    corpus = build_corpus()
    hashes = {d.article.id: d.article.sha256 for d in corpus.documents}
    off = {
        h
        for c in load_corrections(settings.workspace)
        for h in c.articles
        if c.kind is CorrectionKind.APART and len(c.articles) == 1
    }
    event, *rest = corpus.events
    gone = tuple(a for a in event.articles if hashes[a] in off)
    if not gone:
        return corpus
    kept = tuple(a for a in event.articles if a not in gone)
    split = replace(event, id="ev9", label="Split off", articles=gone, storyline=None, evidence=())
    return replace(corpus, events=(replace(event, articles=kept), *rest, split))


async def test_a_source_is_split_off_and_the_split_undone(tmp_path: Path) -> None:
    app = app_with(tmp_path, regrouping_opener)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "2", "s", "R")
        assert isinstance(app.screen, ChoiceScreen)
        assert "Split Le Quai off" in screen_text(app)
        await press(pilot, "enter")
        await settle(pilot)
        correction, *_ = load_corrections(str(tmp_path))
        assert (correction.kind, len(correction.others)) == (CorrectionKind.APART, 3)
        assert "Split off" in screen_text(app)
        assert told(app) == "Kept: split. Key u takes it back."
        await press(pilot, "u")
        await settle(pilot)
        assert load_corrections(str(tmp_path)) == ()
        assert "Split off" not in screen_text(app)
        await press(pilot, "u")
        assert "no decision" in told(app)


async def test_two_events_are_merged_and_an_event_is_locked(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "R", "j", "j", "enter")
        assert "Lund ferry line opens" in screen_text(app)
        await press(pilot, "enter")
        await settle(pilot)
        (merge,) = load_corrections(str(tmp_path))
        assert (merge.kind, len(merge.articles)) == (CorrectionKind.TOGETHER, 4)
        await press(pilot, "R", "G", "k", "enter")
        await settle(pilot)
        assert load_corrections(str(tmp_path))[-1].kind is CorrectionKind.LOCKED
        assert "⊘ Ostrava and Lund" in screen_text(app)


async def test_a_sentence_and_a_line_of_the_brief_are_copied() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "J", "J", "y")
        assert app.clipboard == "Mayor Ilse Brandt of Lund signed the accord in Varna on Monday."
        await press(pilot, "Y")
        assert app.clipboard.startswith("“Mayor Ilse Brandt of Lund")
        assert "(Harbour Post, 7 Apr 2031, 09:30, a.txt, 77-140" in app.clipboard
        await press(pilot, "b", "b", "y")
        assert app.clipboard.startswith("Mayor Ilse Brandt of Lund signed")
        await press(pilot, "Y")
        assert len(app.clipboard.splitlines()) == 2


async def test_the_original_is_opened_in_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_address(*_: object, **__: object) -> GroupedCorpus:
        corpus = build_corpus()
        first, *rest = corpus.documents
        article = replace(first.article, url="https://example.org/a")
        return replace(corpus, documents=(replace(first, article=article), *rest))

    opened: list[str] = []
    settings = Settings(workspace="off")
    app = BriefingApp(["corpus"], settings, with_address, fake_brief)
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "o")
        assert opened == ["https://example.org/a"]
        await press(pilot, "tab", "o")
        assert told(app) == "No address is known; the page is b.txt"
