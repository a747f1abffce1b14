"""Where the analysis cache is, and what lies beside it.

Invariant: it opens nothing and knows nothing of what is kept there: the reader's first picture asks
for it before any of that is imported.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import platformdirs

OFF: Final = "off"
_FILE: Final = "analysis.sqlite"


def cache_path(choice: str | None) -> Path | None:
    """The cache's file: in the folder chosen, in the user's cache folder, or none for "off"."""
    if choice == OFF:
        return None
    folder = Path(choice).expanduser() if choice else Path(platformdirs.user_cache_dir("briefing"))
    return folder / _FILE
