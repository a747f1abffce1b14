"""What the program depends on is bounded, there, and under licences that let it be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.dependencies import (
    FREE,
    RUN_TIME,
    changed_files,
    declared,
    licence_of,
    list_installed,
    needed,
)

DIRECT = [
    pytest.param(extra, requirement, id=f"{extra or 'default'}: {requirement.name}")
    for extra, requirements in declared().items()
    for requirement in requirements
    if requirement.name != "briefing"
]


@pytest.mark.parametrize(("extra", "requirement"), DIRECT)
def test_every_dependency_has_a_lower_bound_that_lets_fixes_in(
    extra: str, requirement: Requirement
) -> None:
    operators = {specifier.operator for specifier in requirement.specifier}
    assert ">=" in operators, extra
    assert operators <= {">=", "<"}
    assert requirement.url is None


@pytest.mark.parametrize(("extra", "requirement"), DIRECT)
def test_what_is_installed_is_within_its_bounds(extra: str, requirement: Requirement) -> None:
    found = needed([requirement])
    if not found:
        pytest.skip(f"the extra {extra!r} is not installed")
    (own,) = [d for name, d in found.items() if name == requirement.name.lower().replace("_", "-")]
    assert requirement.specifier.contains(own.version, prereleases=True)


def test_everything_at_any_remove_is_under_a_free_licence() -> None:
    rows = list_installed(extra for extra in RUN_TIME if extra != "cluster")
    assert {"spacy", "textual", "numpy", "thinc", "rich"} <= {row.name for row in rows}
    assert [row.name for row in rows if not row.licence] == []


class Declaring:
    """A distribution that says so much of its licence."""

    def __init__(self, **headers: str) -> None:
        self.metadata = self
        self._headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def __contains__(self, name: str) -> bool:
        return name in self._headers

    def __getitem__(self, name: str) -> str:
        return self._headers[name]

    def get_all(self, name: str) -> list[str]:
        return [value for key, value in self._headers.items() if key == name]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"License_Expression": "MIT"}, "MIT"),
        ({"License_Expression": "BSD-3-Clause AND 0BSD AND Zlib"}, "BSD, Zlib"),
        ({"Classifier": "License :: OSI Approved :: Apache Software License"}, "Apache-2.0"),
        ({"License": "Commercial"}, ""),
        ({"License": "GPL-3.0-only"}, ""),
        ({}, ""),
    ],
)
def test_a_licence_is_what_the_distribution_declares(
    headers: dict[str, str], expected: str
) -> None:
    assert licence_of(Declaring(**headers)) == expected  # type: ignore[arg-type]
    assert expected == "" or set(expected.split(", ")) <= FREE.keys()


def test_a_changed_file_is_seen(tmp_path: Path) -> None:
    class Hash:
        mode, value = "sha256", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"

    class File:
        hash = Hash

        def __init__(self, path: Path) -> None:
            self.path = path

        def locate(self) -> Path:
            return self.path

        def __str__(self) -> str:
            return self.path.name

    class Wheel:
        files = tuple(File(tmp_path / name) for name in ("whole.py", "more.py", "gone.py"))

    (tmp_path / "whole.py").write_bytes(b"")
    (tmp_path / "more.py").write_bytes(b"import os")
    found = list(changed_files(Wheel()))  # type: ignore[arg-type]
    assert found == ["more.py was changed", "gone.py is gone"]
