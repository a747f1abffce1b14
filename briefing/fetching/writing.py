"""Files that appear whole or not at all, also where the machine stops in the middle.

Invariant: under its own name a file holds either what it held before or all of what was written.
"""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file by way of a hidden one beside it; there is one writer for a folder at a time.

    What a killed run leaves of the hidden one, the next write of the same file replaces.
    """
    spare = path.with_name(f".{path.name}.part")
    with spare.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    spare.replace(path)
