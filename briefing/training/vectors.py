"""Word classes from raw text: vectors per language, one space for all, k-means over it.

Invariant: a class means the same in every language, so that labels in one language teach the
others. The texts themselves never leave the training machine; what ships is a class per word.
Vectors are word2vec (Mikolov et al. 2013); the spaces are joined by orthogonal Procrustes over
words spelt alike and country names (Smith et al. 2017), refined over mutual neighbours.
"""

from __future__ import annotations

import logging
import lzma
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from briefing.analysis.wordclasses import lookup_form
from briefing.training.corpus import read_tokens

log = logging.getLogger(__name__)

Floats = npt.NDArray[np.float32]
WORD = re.compile(r"(?:\b[A-Za-z]{1,7}['’](?=\w))|\w+|[^\w\s]")
HUB = "en"
WITH_LABELLED = frozenset({"en", "de"})
"""Languages whose raw text holds little news: the labelled sets' words are added."""
DIMENSIONS = 100
WINDOWS = {"near": (1, 800), "topic": (3, 500)}
"""Window and number of classes: next-door words tell a word's kind, wider windows its subject."""
CASE_WEIGHT = 0.5
NEIGHBOURS = 8000
BATCH = 8192
LONG_WORD = 6


@dataclass(frozen=True, slots=True)
class Space:
    """Unit vectors of the words of one language, the most frequent first."""

    words: tuple[str, ...]
    rows: Floats


def read_words(path: Path, limit: int) -> list[list[str]]:
    """The lines of a compressed text as lookup forms, up to `limit` tokens."""
    lines, seen = [], 0
    with lzma.open(path, "rt", encoding="utf-8", errors="replace") as stream:
        for line in stream:
            words = [lookup_form(w) for w in WORD.findall(line)]
            lines.append(words)
            seen += len(words)
            if seen >= limit:
                break
    return lines


def train_space(lines: Sequence[list[str]], window: int, seed: int, epochs: int) -> Space:
    """Skip-gram vectors of the words seen at least four times."""
    model = import_module("gensim.models").Word2Vec(
        lines,
        vector_size=DIMENSIONS,
        window=window,
        min_count=4,
        sg=1,
        negative=5,
        sample=1e-4,
        epochs=epochs,
        seed=seed,
        workers=1,
        hashfxn=lambda word: crc32(word.encode()),
    )
    return Space(tuple(model.wv.index_to_key), unit_rows(model.wv.vectors))


def unit_rows(rows: Floats) -> Floats:
    """Rows centred and scaled to length one."""
    centred = rows - rows.mean(axis=0)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    scaled: Floats = (centred / np.maximum(lengths, 1e-9)).astype(np.float32)
    return scaled


def shared_words(left: Space, right: Space, pairs: Mapping[str, str]) -> list[tuple[int, int]]:
    """Row pairs of words that mean the same: given translations, then words spelt alike.

    Short lower-case words are left out: among them the false friends are.
    """
    there = {w: i for i, w in enumerate(right.words[:40000])}
    found = []
    for row, word in enumerate(left.words[:40000]):
        if word in pairs and pairs[word] in there:
            found.append((row, there[pairs[word]]))
        elif word in there and (
            len(word) >= LONG_WORD or word[0].isupper() or not word[0].isalpha()
        ):
            found.append((row, there[word]))
    return found


def rotation(left: Floats, right: Floats) -> Floats:
    """The orthogonal matrix that turns `left` rows onto `right` rows."""
    u, _, v = np.linalg.svd(left.T @ right)
    turned: Floats = (u @ v).astype(np.float32)
    return turned


def mutual_neighbours(left: Floats, right: Floats) -> list[tuple[int, int]]:
    """Row pairs that are each other's nearest."""
    near = left @ right.T
    forth, back = near.argmax(axis=1), near.argmax(axis=0)
    return [(i, int(j)) for i, j in enumerate(forth) if back[j] == i]


def align(space: Space, hub: Space, pairs: Mapping[str, str]) -> Space:
    """The space turned into the hub's."""
    anchors = shared_words(space, hub, pairs)
    log.info("anchors: %d", len(anchors))
    rows = space.rows @ _rotation_over(space.rows, hub.rows, anchors)
    for _ in range(2):
        found = mutual_neighbours(rows[:NEIGHBOURS], hub.rows[:NEIGHBOURS])
        log.info("mutual neighbours: %d", len(found))
        rows = rows @ _rotation_over(rows, hub.rows, anchors + found)
    return Space(space.words, rows)


def _rotation_over(left: Floats, right: Floats, pairs: Sequence[tuple[int, int]]) -> Floats:
    here, there = zip(*pairs, strict=True)
    return rotation(left[list(here)], right[list(there)])


def nearest_centres(rows: Floats, centres: Floats) -> npt.NDArray[np.int64]:
    """For each row the index of the nearest centre, by cosine."""
    chunks = (rows[i : i + BATCH] @ centres.T for i in range(0, len(rows), BATCH))
    return np.concatenate([chunk.argmax(axis=1) for chunk in chunks])


def spherical_means(rows: Floats, count: int, seed: int, rounds: int = 12) -> Floats:
    """k-means by cosine; an empty class keeps its centre."""
    generator = np.random.default_rng(seed)
    centres = rows[generator.choice(len(rows), count, replace=False)].copy()
    for _ in range(rounds):
        nearest = nearest_centres(rows, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, rows)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    return centres


def labelled_words(path: Path) -> list[list[str]]:
    """The sentences of a labelled set as lookup forms, labels left aside."""
    return [
        [lookup_form(w) for token, _ in tokens for w in WORD.findall(token)]
        for tokens in read_tokens(path)
    ]


def with_case(space: Space) -> Floats:
    """The rows with the words' case added, so that names and what is said of them part."""
    case = np.array(
        [(w[:1].isupper(), len(w) > 1 and w.isupper(), not w[:1].isalpha()) for w in space.words],
        dtype=np.float32,
    )
    return unit_rows(np.hstack([space.rows, CASE_WEIGHT * case]))


def build_spaces(
    data: Path, languages: Sequence[str], limit: int, epochs: int, seed: int
) -> Iterator[tuple[str, str, Space]]:
    """The vectors of each kind and language, each in a space of its own."""
    for language in languages:
        lines = read_words(data / "text" / f"{language}.txt.xz", limit)
        if language in WITH_LABELLED:
            lines += labelled_words(data / "entities" / "train" / f"{language}.conll")
        log.info("%s: %d tokens", language, sum(map(len, lines)))
        for kind, (window, _) in WINDOWS.items():
            yield kind, language, train_space(lines, window, seed, epochs)


def classify(
    spaces: Mapping[str, Space],
    pairs: Callable[[str], Mapping[str, str]],
    size: int,
    kept: int,
    seed: int,
) -> dict[str, dict[str, int]]:
    """For each language its `kept` most frequent words with their classes, numbered from one."""
    hub = spaces[HUB]
    cased = {
        language: with_case(space if language == HUB else align(space, hub, pairs(language)))
        for language, space in spaces.items()
    }
    centres = spherical_means(np.concatenate([rows[:20000] for rows in cased.values()]), size, seed)
    return {
        language: {
            word: number + 1
            for word, number in zip(
                spaces[language].words[:kept],
                nearest_centres(rows[:kept], centres).tolist(),
                strict=True,
            )
            if " " not in word
        }
        for language, rows in cased.items()
    }
