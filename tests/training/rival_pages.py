"""Two invented pages that disagree, with their gold file, for tests of training."""

from __future__ import annotations

import json
from pathlib import Path

_PAGES = {
    "a.txt": "Ferry sinks off Port Alva\n2031-05-06\n\nThe ferry sank off Port Alva on 5 May 2031 "
    "with 230 people aboard, the mayor said. Eleven people were killed and 40 ships joined the "
    "search for them. The damage is put at 300 million euros.\n",
    "b.txt": "Ferry sinks near Port Alva\n2031-05-06\n\nThe ferry sank near Port Alva on 5 May "
    "2031 with 260 people aboard, the mayor said. Thirteen people were killed and 55 ships joined "
    "the search for them. The damage is put at 300 million euros.\n",
}


def write_set(folder: Path) -> Path:
    """The set in a new folder; returns the path of its gold file."""
    (folder / "pages").mkdir(parents=True)
    for name, text in _PAGES.items():
        (folder / "pages" / name).write_text(text, encoding="utf-8")
    values = [{"texts": {"a.txt": "Eleven people"}}, {"texts": {"b.txt": "Thirteen people"}}]
    same = [{"texts": {"a.txt": "300 million", "b.txt": "300 million"}}]
    conflicts = [
        {"what": "dead", "kind": "real", "values": values},
        {"what": "damage", "kind": "apparent", "values": same},
    ]
    gold = folder / "gold.json"
    event = {"id": "e", "pages": sorted(_PAGES), "conflicts": conflicts}
    gold.write_text(json.dumps({"events": [event], "pages": {}}), encoding="utf-8")
    return gold
