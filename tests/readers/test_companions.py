"""Folders that belong to a page."""

from __future__ import annotations

import pytest

from briefing.readers.companions import is_companion, without_companions


@pytest.mark.parametrize(
    ("folder", "page"),
    [
        ("Bridge opens_files", "Bridge opens.html"),
        ("a_files", "A.HTM"),
        ("a-Dateien", "a.html"),
        ("a_fichiers", "a.htm"),
        ("a.files", "a.mht"),
        ("a.html_files", "a.html"),
    ],
)
def test_a_folder_is_known_by_its_ending_and_the_page_beside_it(folder: str, page: str) -> None:
    assert is_companion(folder, ["other.txt", page])
    assert not is_companion(folder, ["other.html", folder])


@pytest.mark.parametrize("folder", ["files", "a", "_files", "my files"])
def test_other_folders_are_read(folder: str) -> None:
    assert not is_companion(folder, ["a.html"])


def test_paths_below_a_companion_are_left_out_at_any_depth() -> None:
    paths = [
        "in/a.html", "in/a_files/x.js", "in/a_files/frame/y.html", "a_files/z.txt", "b.txt",
        "a_files/deep/w.txt",
    ]  # fmt: skip
    assert without_companions(paths) == [
        "in/a.html",
        "a_files/z.txt",
        "b.txt",
        "a_files/deep/w.txt",
    ]
    assert without_companions([]) == []
