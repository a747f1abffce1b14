"""The window in which the reader writes a note, here or in their own editor.

Invariant: leaving the window keeps what is written; the text comes back and is stored elsewhere.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, TextArea

from briefing.errors import BriefingError
from briefing.tui.keys import Place, bindings


class EditorError(BriefingError):
    """The user's editor cannot be run."""

    title = "Editor"


def edit_text(text: str, environ: Mapping[str, str]) -> str:
    """The text as the user's editor leaves it, through a file only they can read."""
    try:
        command = shlex.split(environ.get("VISUAL") or environ.get("EDITOR") or "")
    except ValueError as error:
        raise EditorError(f"the editor's name cannot be read: {error}", "set EDITOR") from error
    if not command:
        raise EditorError("no editor is named", "set EDITOR, for example EDITOR=nano")
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*command, str(path)], check=True)  # noqa: S603 - the user's own choice
        except (OSError, subprocess.CalledProcessError) as error:
            raise EditorError(f"{command[0]}: {error}", "the note is as it was") from error
        try:
            return path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise EditorError(f"{command[0]} left no note", "it is as it was") from error


class NoteScreen(ModalScreen[str]):
    """A text to write in; what is written comes back."""

    BINDINGS = bindings(Place.NOTE)

    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self._title, self._note = title, note

    def compose(self) -> ComposeResult:
        """One box with a text."""
        with Vertical(classes="sheet note") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("")
            yield TextArea(self._note, show_line_numbers=False, tab_behavior="focus")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_edit(self) -> None:
        """Write in the user's own editor."""
        area = self.query_one(TextArea)
        try:
            with self.app.suspend():
                text = edit_text(area.text, os.environ)
        except SuspendNotSupported:
            self._tell("this terminal cannot be handed to an editor")
        except EditorError as error:
            self._tell(str(error))
        else:
            area.load_text(text)

    def _tell(self, words: str) -> None:
        self.query_one(".note", Vertical).border_subtitle = Content(words)

    def action_keep(self) -> None:
        """Keep the note and go back."""
        self.dismiss(self.query_one(TextArea).text.strip())
