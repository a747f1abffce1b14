"""The lexicon's table of states and provinces, from the Unicode CLDR's names of subdivisions.

Invariant: the same version of CLDR gives the same bytes. A name that a town of its own country or
a large town elsewhere bears is left to the town. Unpack the npm package `cldr-subdivisions-full`
and run `python -m briefing.training.subdivisions PACKAGE`; the licence stands in SOURCES.md.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from briefing.lexicon.countries import country_of_code, is_country_name, is_demonym
from briefing.lexicon.places import find_places
from briefing.lexicon.subdivisions import bare_region

TABLE = Path(__file__).parent.parent / "lexicon" / "subdivisions.tsv.gz"
LARGE_TOWN = 50_000
SHORTEST = 4
OF_TOWNS = frozenset("AD AZ BS EE IS LI LT LU LV MC ME MH MK MT NR PW SC SI SM TT TV".split())
"""Countries whose subdivisions are municipalities, called after towns of any size."""


def read_names(package: Path) -> Iterable[tuple[str, str]]:
    """The code of the country and the English name of each subdivision."""
    path = package / "subdivisions" / "en" / "en.json"
    shown = json.loads(path.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]
    for code, english in sorted(shown["subdivisions"].items()):
        if code[:2].upper() not in OF_TOWNS:
            yield code[:2].upper(), english


def build_rows(names: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Key, English name, country code; the code is empty where regions of several countries share.

    Of one country's regions with one name the first is kept.
    """
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for code, english in names:
        key = bare_region(english)
        if len(key) >= SHORTEST and not _is_otherwise_known(key, code):
            found[key].setdefault(code, english)
    return [
        (key, next(iter(meant.values())), next(iter(meant)) if len(meant) == 1 else "")
        for key, meant in sorted(found.items())
    ]


def _is_otherwise_known(key: str, code: str) -> bool:
    if is_country_name(key) or is_demonym(key):
        return True
    return any(
        p.kind == "city" and (p.country == country_of_code(code) or p.population >= LARGE_TOWN)
        for p in find_places(key)
    )


def main() -> None:
    """Write the table anew from an unpacked package."""
    rows = build_rows(read_names(Path(sys.argv[1])))
    lines = "".join("\t".join(row) + "\n" for row in rows)
    TABLE.write_bytes(gzip.compress(lines.encode(), mtime=0))
    print(f"{TABLE.name}: {len(rows):,} names, {TABLE.stat().st_size:,} bytes")  # noqa: T201 - a script


if __name__ == "__main__":
    main()
