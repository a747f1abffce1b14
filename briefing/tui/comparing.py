"""The reader's briefs beside those that were made before.

Invariant: looking at a brief is not making one; only an export is remembered, with its moment.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing import editions
from briefing.model import Brief, BriefDelta
from briefing.store.workspace import Workspace
from briefing.tui.catalogue import Catalogue


def changes_since_last(
    workspace: Workspace, brief: Brief, catalogue: Catalogue
) -> BriefDelta | None:
    """What has changed since the last brief that was made of the event; None: none was."""
    return editions.compare_with_last(workspace, brief, catalogue.corpus, str(Path.cwd()))


def keep_as_made(workspace: Workspace, brief: Brief, catalogue: Catalogue) -> None:
    """Remember that the brief was made now."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    editions.remember_brief(workspace, brief, catalogue.corpus, str(Path.cwd()), made)
