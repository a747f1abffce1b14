"""Exact-span scores on token sets, as the project's scorer defines them.

Invariant: text is glued from tokens by the scorer's own rule, twelve sentences an article, so that
these figures are those of the program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing.model import Mention, Passage
from briefing.plugins import Tagger
from briefing.training.corpus import LABELS, Sentence, read_tokens, spans_of

NO_SPACE_BEFORE = frozenset(".,;:!?)]}%»”’") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m"}
NO_SPACE_AFTER = frozenset("([{«“‘")
CLITICS = ("d'", "l'", "d’", "l’", "dell'", "all'", "un'")

Finder = Callable[[Sequence[Passage]], Sequence[Sequence[Mention]]]


def scorer_sentence(tokens: Sequence[tuple[str, str]], language: str) -> Sentence:
    """A token sentence glued as the scorer glues it."""
    text, ranges = "", []
    for number, (word, _) in enumerate(tokens):
        before = tokens[number - 1][0] if number else ""
        is_glued = word in NO_SPACE_BEFORE or before in NO_SPACE_AFTER or before.endswith(CLITICS)
        text += "" if is_glued or not number else " "
        ranges.append((len(text), len(text) + len(word)))
        text += word
    return Sentence(text, tuple(spans_of([tag for _, tag in tokens], ranges)), language)


def read_set(path: Path, limit: int) -> list[Sentence]:
    """The first `limit` sentences of a set named NAME.LANG.conll."""
    language = path.name.split(".")[-2]
    raw = [
        [line.split("\t")[:2] for line in block.split("\n") if "\t" in line]
        for block in path.read_text(encoding="utf-8").strip().split("\n\n")
    ]
    return [scorer_sentence([(w, t) for w, t in s], language) for s in raw if s][:limit]


def f1(hits: int, wrong: int, missed: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * hits / max(2 * hits + wrong + missed, 1)


def score(sentences: Sequence[Sentence], find: Finder) -> dict[str, float]:
    """Exact-span F1 over all labels and for each, with precision and recall."""
    found = find([Passage(s.text, s.language) for s in sentences])
    counts: Counter[tuple[str, str]] = Counter()
    for sentence, mentions in zip(sentences, found, strict=True):
        gold = {span for span in sentence.spans if span[2] in LABELS}
        mine = {(m.start, m.end, str(m.label)) for m in mentions}
        for label in LABELS:
            want = {s for s in gold if s[2] == label}
            got = {s for s in mine if s[2] == label}
            counts.update(
                {
                    (label, "tp"): len(want & got),
                    (label, "fp"): len(got - want),
                    (label, "fn"): len(want - got),
                }
            )
    tp, fp, fn = (sum(counts[label, kind] for label in LABELS) for kind in ("tp", "fp", "fn"))
    scores = {"f1": f1(tp, fp, fn), "p": tp / max(tp + fp, 1), "r": tp / max(tp + fn, 1)}
    for label in sorted(LABELS):
        scores[label] = f1(*(counts[label, kind] for kind in ("tp", "fp", "fn")))
    return {name: round(value, 4) for name, value in scores.items()}


def score_sets(folder: Path, tagger: Tagger, limit: int) -> dict[str, dict[str, float]]:
    """Scores of every set of a folder, by file name."""
    return {
        path.stem: score(read_set(path, limit), tagger.tag)
        for path in sorted(folder.glob("*.conll"))
    }


__all__ = ["f1", "read_set", "read_tokens", "score", "score_sets"]
