"""What is installed with the program: versions, licences, and whether the files are as they came.

`python -m tests.dependencies` prints a table of all that the program and its extras need, at any
remove; `--files` also compares every installed file with the hash that its wheel states.
Invariant: nothing is asked of a network: what registries know of holes (advisories) is not looked
at, and a licence is what the distribution itself declares.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
RUN_TIME = ("", "cluster", "fetch", "pdf", "warc", "web")
"""The extras that a user may install; "" is what comes without any."""

FREE = {
    "MIT": r"MIT(?:\b|-0)|expat",
    "BSD": r"BSD",
    "Apache-2.0": r"apache",
    "PSF": r"\bPSF|python software foundation|python-2\.0",
    "MPL": r"MPL|mozilla",
    "ISC": r"\bISC",
    "Zlib": r"zlib",
    "CC0": r"CC0",
    "Unlicense": r"unlicense|public domain",
}
"""Licences under which the program may depend on something, and how distributions name them."""

_CLASSIFIER = "License :: "
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Installed:
    """A distribution that something here needs; `extras` names what brings it in."""

    name: str
    version: str
    licence: str
    extras: tuple[str, ...]
    bound: str = ""


def declared() -> Mapping[str, tuple[Requirement, ...]]:
    """The requirements of pyproject.toml by extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = {"": project["dependencies"], **project["optional-dependencies"]}
    return {extra: tuple(map(Requirement, words)) for extra, words in found.items()}


def needed(requirements: Iterable[Requirement]) -> dict[str, Distribution]:
    """All distributions that requirements lead to, by name; absent ones are left out."""
    found: dict[str, Distribution] = {}
    waiting = list(requirements)
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        name, extras = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if (name, extras) in seen or name == "briefing":
            continue
        seen.add((name, extras))
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        waiting += _led_to(found[name], extras)
    return found


def _led_to(found: Distribution, extras: frozenset[str]) -> Iterator[Requirement]:
    for words in found.requires or ():
        requirement = Requirement(words)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": e}) for e in ("", *extras)):
            yield requirement


def licence_of(found: Distribution) -> str:
    """The licences that a distribution declares, in their short names; empty for none known."""
    about = found.metadata
    headers = (about[name] for name in ("License-Expression", "License") if name in about)
    own = next(filter(None, headers), "")
    classifiers = [c for c in about.get_all("Classifier") or () if c.startswith(_CLASSIFIER)]
    words = " ".join((own if len(own) <= _LONGEST_NAME else own.partition("\n")[0], *classifiers))
    return ", ".join(name for name, form in FREE.items() if re.search(form, words, re.IGNORECASE))


def list_installed(extras: Iterable[str] = RUN_TIME) -> list[Installed]:
    """What the extras need, by name."""
    brought: dict[str, list[str]] = {}
    every: dict[str, Distribution] = {}
    bounds: dict[str, str] = {}
    requirements = declared()
    for extra in extras:
        bounds |= {canonicalize_name(r.name): str(r.specifier) for r in requirements[extra]}
        found = needed(requirements[extra])
        every |= found
        for name in found:
            brought.setdefault(name, []).append(extra)
    return [
        Installed(
            name,
            found.version,
            licence_of(found),
            ("",) if "" in brought[name] else tuple(brought[name]),
            bounds.get(name, ""),
        )
        for name, found in sorted(every.items())
    ]


def changed_files(found: Distribution) -> Iterator[str]:
    """Installed files that are not what the wheel says of them, or are gone."""
    for file in found.files or ():
        if file.hash is None:
            continue
        try:
            content = Path(str(file.locate())).read_bytes()
        except OSError:
            yield f"{file} is gone"
            continue
        digest = hashlib.new(file.hash.mode, content).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != file.hash.value:
            yield f"{file} was changed"


def main() -> int:
    """Print the table; returns 1 where a licence is not known or a file was changed."""
    parser = argparse.ArgumentParser(prog="python -m tests.dependencies", description=__doc__)
    parser.add_argument("--files", action="store_true", help="compare every installed file")
    given = parser.parse_args()
    rows = list_installed()
    lines = [
        "| distribution | version | asked for | comes with | licence |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        comes = ", ".join(extra or "–" for extra in row.extras)
        lines.append(
            f"| {row.name} | {row.version} | {row.bound} | {comes} | {row.licence or '**?**'} |"
        )
    problems = [f"{row.name}: no licence that is known" for row in rows if not row.licence]
    if given.files:
        for row in rows:
            problems += [f"{row.name}: {what}" for what in changed_files(distribution(row.name))]
    lines += ["", f"{len(rows)} distributions, {len(problems)} problems", *problems]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
