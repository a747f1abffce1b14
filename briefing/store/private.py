"""Files that only their owner may read.

Invariant: a file made here has mode 0600, in a folder made with mode 0700; what is there keeps its
mode and its content.
"""

from __future__ import annotations

import os
from pathlib import Path


def create_private(path: Path) -> None:
    """Make the file, empty, where there is none; raises OSError where that cannot be."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
