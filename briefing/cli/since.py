"""What briefs are compared with: the last that were made, or files that were written.

Invariant: a workspace that fails costs the memory of what was made, never the brief; what is asked
for by name and cannot be had is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing import editions
from briefing.cli.terminal import Terminal
from briefing.config import Settings
from briefing.editions import Edition
from briefing.errors import BriefingError, StoreError, VerificationError
from briefing.exporters.earlier import read_briefs
from briefing.exporters.verification import is_as_written
from briefing.model import Brief, BriefDelta, Event, GroupedCorpus
from briefing.store.workspace import Workspace, open_workspace, workspace_path

_ENDINGS = frozenset({".md", ".json"})


def read_editions(paths: Sequence[str], terminal: Terminal) -> tuple[Edition, ...]:
    """The briefs in files, and in the files of folders, by name.

    Raises `BriefingError` for a file that is none; in a folder other files are passed over. A
    brief that was changed since it was written is told of, and compared as it stands.
    """
    found: list[Edition] = []
    for name in paths:
        path = Path(name).expanduser()
        if path.is_dir():
            for file in sorted(p for p in path.iterdir() if p.suffix in _ENDINGS):
                with suppress(VerificationError):
                    found += _read(file, terminal)
        else:
            found += _read(path, terminal)
    if paths and not found:
        raise BriefingError(f"{paths[0]}: no brief is in there", "--since names earlier briefs")
    return tuple(found)


def _read(path: Path, terminal: Terminal) -> Iterator[Edition]:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise BriefingError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise VerificationError(f"{path} is no brief: it is not UTF-8") from error
    try:
        records = read_briefs(text)
    except VerificationError as error:
        raise VerificationError(f"{path}: {error.message}", error.hint) from error
    if not is_as_written(text):
        terminal.say(f"{path} is not as it was written; it is compared as it stands")
    for record in records:
        yield Edition(record, f"the brief {path.name}")


def concerned_events(corpus: GroupedCorpus, earlier: Sequence[Edition]) -> list[Event]:
    """The events that have pages of the earlier briefs, by the hash of the text or by id."""
    sources = [source for edition in earlier for source in edition.record.sources]
    known = {key for source in sources for key in (source.sha256, source.article)}
    hashes = {d.article.id: d.article.sha256 for d in corpus.documents}
    return [e for e in corpus.events if any({a, hashes[a]} & known for a in e.articles)]


@dataclass(slots=True)
class Memory:
    """The briefs that were made, as the workspace keeps them; opened when it is first needed."""

    settings: Settings
    terminal: Terminal
    _workspace: Workspace | None = None

    def compare(self, brief: Brief, corpus: GroupedCorpus) -> BriefDelta | None:
        """What has changed since the last brief of the event; None where there was none."""
        if workspace_path(self.settings.workspace) is None:
            raise BriefingError(
                "the workspace is off: no brief is remembered", "--since BRIEF.md compares files"
            )
        return editions.compare_with_last(self._opened(), brief, corpus, str(Path.cwd()))

    def keep(self, brief: Brief, corpus: GroupedCorpus) -> None:
        """Remember that the brief was made."""
        if workspace_path(self.settings.workspace) is None:
            return
        made = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            editions.remember_brief(self._opened(), brief, corpus, str(Path.cwd()), made)
        except StoreError as error:
            self.terminal.say(f"{error.message}; that this brief was made is not remembered")

    def close(self) -> None:
        """Close what was opened."""
        if self._workspace is not None:
            self._workspace.close()

    def _opened(self) -> Workspace:
        if self._workspace is None:
            self._workspace = open_workspace(self.settings.workspace)
        return self._workspace
