from __future__ import annotations

import lzma
from pathlib import Path

import numpy as np

from briefing.training.vectors import (
    Space,
    align,
    classify,
    read_words,
    shared_words,
    spherical_means,
    unit_rows,
)

GENERATOR = np.random.default_rng(5)
WORDS = tuple(f"Word{n}" for n in range(60))


def random_space() -> Space:
    return Space(WORDS, unit_rows(GENERATOR.normal(size=(60, 8)).astype(np.float32)))


def test_texts_are_read_as_lookup_forms_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "fr.txt.xz"
    path.write_bytes(lzma.compress("L’Arno 2024\nencore\njamais lu\n".encode()))
    assert read_words(path, 4) == [["L'", "Arno", "0000"], ["encore"]]


def test_a_turned_space_is_turned_back() -> None:
    hub = random_space()
    turn, _ = np.linalg.qr(GENERATOR.normal(size=(8, 8)))
    turned = Space(WORDS, (hub.rows @ turn).astype(np.float32))
    assert np.allclose(align(turned, hub, {}).rows, hub.rows, atol=1e-3)


def test_short_common_words_anchor_nothing() -> None:
    rows = np.zeros((4, 8), dtype=np.float32)
    left = Space(("die", "Oslo", "parliament", "Norvège"), rows)
    right = Space(("parliament", "die", "Oslo", "Norway"), rows)
    assert shared_words(left, right, {"Norvège": "Norway"}) == [(1, 2), (2, 0), (3, 3)]


def test_k_means_finds_separate_bunches_again() -> None:
    bunches = np.repeat(np.eye(3, 8), 20, axis=0) + GENERATOR.normal(scale=0.01, size=(60, 8))
    centres = spherical_means(bunches.astype(np.float32), 3, seed=4)
    assert centres.shape == (3, 8)
    assert np.allclose(centres, spherical_means(bunches.astype(np.float32), 3, seed=4))


def test_words_alike_get_one_class_in_all_languages() -> None:
    hub = random_space()
    classes = classify({"en": hub, "fr": Space(WORDS, hub.rows)}, lambda _: {}, 6, 50, 1)
    assert classes["en"] == classes["fr"]
    assert len(classes["en"]) == 50
    assert min(classes["en"].values()) >= 1
