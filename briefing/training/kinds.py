"""How `models/kinds.z` was made: what the words beside a name say of its kind.

`python -m briefing.training.kinds --data ../shared/data --tagged FOLDER --out FILE` reads the
labelled `train` sets and raw text that the entity model has labelled (`LANG*.jsonl`, as
`silver.write_tagged` keeps them; made anew where the folder has none) and fits a multinomial
logistic regression with scikit-learn over signs that leave out which name it is.

Invariant: a name counts under one kind, the one that most of its uses got, and only so many times;
the `dev` sets are not read. The same folder and seed give the same table.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from briefing.analysis.kind_signs import signs_beside, signs_of_letters, signs_of_words
from briefing.analysis.kind_weights import Weights, known_classes, pack_weights
from briefing.analysis.mention_agreement import Key, key_of
from briefing.analysis.mention_edges import Line, trim
from briefing.analysis.tagger import load_shipped
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import FUNCTION_WORDS
from briefing.model import Label, Mention
from briefing.training.corpus import read_tokens, to_sentence
from briefing.training.silver import (
    Tagged,
    draw_lines,
    read_tagged,
    tag_lines,
    write_tagged,
)
from briefing.training.tables import LANGUAGES

log = logging.getLogger("briefing.training.kinds")

SEED = 5
TAGGED_WORDS = 2_000_000
SENTENCES = 60_000
"""Labelled sentences of a language at most: most of the English ones are silver."""
USES_OF_NAME, USES_OF_KIND = 12, 60_000
SURE = 0.75
"""A name that has been labelled more than twice must have one kind so often."""
LETTERS, WORDS = 0.8, 0.5
"""How often a use shows its name's letters, and what raw text knows of its words."""
LEAST_USES = 5
STRENGTH = 1.0
"""Of the regression: the inverse of its L2 penalty."""
STEPS = 120
KINDS = (Label.PER, Label.LOC, Label.ORG, Label.MISC)
"""The last are capitalised words that name nobody: they keep the others honest."""
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽČŁ]\w*(?:[ -][A-ZÀ-ÖØ-ÞŠŽČŁ]\w*)*")
_WEIGHT = 10_000


class Use(NamedTuple):
    """One use of a name in a line of text."""

    line: str
    start: int
    end: int
    kind: Label


class Example(NamedTuple):
    """The signs of a use, and what the name is."""

    signs: tuple[str, ...]
    kind: Label
    language: str


def read_lines(data: Path, tagged: Path, language: str) -> Iterator[Tagged]:
    """Raw lines as the entity model labelled them, then the labelled sentences."""
    if not list(tagged.glob(f"{language}*.jsonl")):
        raw = data / "text" / f"{language}.txt.xz"
        generator = random.Random(SEED)  # noqa: S311  (sampling, not secrets)
        lines = draw_lines(raw, language, TAGGED_WORDS, generator)
        write_tagged(tagged / f"{language}.jsonl", list(tag_lines(lines, language, load_shipped())))
    for path in sorted(tagged.glob(f"{language}*.jsonl")):
        yield from read_tagged(path)
    labelled = data / "entities" / "train" / f"{language}.conll"
    for number, tokens in enumerate(read_tokens(labelled)):
        if number == SENTENCES:
            break
        sentence = to_sentence(tokens, language)
        text = sentence.text
        yield text, tuple(Mention(s, e, text[s:e], Label(k)) for s, e, k in sentence.spans)


def uses_of(lines: Iterator[Tagged], language: str) -> Iterator[Use]:
    """The names of the lines, and capitalised words that are none."""
    small = FUNCTION_WORDS[language]
    for line, mentions in lines:
        spans = [m for mention in mentions if (m := trim(line, mention)) is not None]
        yield from (Use(line, m.start, m.end, m.label) for m in spans if not m.text.islower())
        if language == "ar" or line.isupper():
            continue
        for match in _CAPITALS.finditer(line):
            is_free = all(m.end <= match.start() or match.end() <= m.start for m in spans)
            if is_free and fold(match.group()) not in small:
                yield Use(line, *match.span(), Label.MISC)


def draw(uses: Sequence[Use], generator: random.Random) -> Iterator[Use]:
    """Some uses of every name that is mostly of one kind, in a random order."""
    votes: defaultdict[Key, Counter[Label]] = defaultdict(Counter)
    for use in uses:
        votes[key_of(use.line[use.start : use.end])][use.kind] += 1
    shuffled = list(uses)
    generator.shuffle(shuffled)
    drawn: Counter[Key] = Counter()
    of_kind: Counter[Label] = Counter()
    for use in shuffled:
        key = key_of(use.line[use.start : use.end])
        (kind, count), *_ = votes[key].most_common(1)
        total = votes[key].total()
        is_sure = kind is use.kind and (total <= 2 or count >= SURE * total)  # noqa: PLR2004 - once or twice
        if key and is_sure and drawn[key] < USES_OF_NAME and of_kind[kind] < USES_OF_KIND:
            drawn[key] += 1
            of_kind[kind] += 1
            yield use


def examples(uses: Sequence[Use], language: str, generator: random.Random) -> Iterator[Example]:
    """The signs of the uses; what is seen of the name itself is left out at random."""
    classes = known_classes()
    for use in draw(uses, generator):
        name = use.line[use.start : use.end]
        line = Line(0, len(use.line), language)
        signs = signs_beside(use.line, line, use.start, use.end, classes)
        if generator.random() < LETTERS:
            signs += signs_of_letters(name)
        if generator.random() < WORDS:
            signs += signs_of_words(name, language, classes)
        yield Example(tuple(sorted(set(signs))), use.kind, language)


def fit(found: Sequence[Example]) -> dict[str, Weights]:
    """The weights of the signs, languages and kinds counting alike."""
    counts = Counter(sign for example in found for sign in example.signs)
    signs = sorted(sign for sign, count in counts.items() if count >= LEAST_USES)
    number = {sign: n for n, sign in enumerate(signs)}
    columns, ends = [], [0]
    for example in found:
        columns += [number[sign] for sign in example.signs if sign in number]
        ends.append(len(columns))
    shape = (len(found), len(signs))
    ones = np.ones(len(columns), dtype=np.float32)
    rows = import_module("scipy.sparse").csr_matrix((ones, columns, ends), shape=shape)
    totals = Counter((example.language, example.kind) for example in found)
    share = np.array([_WEIGHT / totals[example.language, example.kind] for example in found])
    kinds = np.array([KINDS.index(example.kind) for example in found])
    regression = import_module("sklearn.linear_model").LogisticRegression
    model = regression(C=STRENGTH, max_iter=STEPS, tol=1e-3).fit(rows, kinds, sample_weight=share)
    return weights_of(signs, model.coef_)


def weights_of(signs: Sequence[str], table: npt.NDArray[np.float64]) -> dict[str, Weights]:
    """The rows for people, places and organisations as the program reads them."""
    return {
        sign: (float(table[0, n]), float(table[1, n]), float(table[2, n]))
        for n, sign in enumerate(signs)
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit the weights and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tagged", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    options.tagged.mkdir(parents=True, exist_ok=True)
    generator = random.Random(SEED)  # noqa: S311  (sampling, not secrets)
    found: list[Example] = []
    for language in LANGUAGES:
        uses = list(uses_of(read_lines(options.data, options.tagged, language), language))
        found += examples(uses, language, generator)
        log.info("%s: %d uses, %d examples in all", language, len(uses), len(found))
    packed = pack_weights(fit(found))
    options.out.write_bytes(packed)
    log.info("%d bytes", len(packed))


if __name__ == "__main__":
    main()
