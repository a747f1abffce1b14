"""Exact-span scores on token sets, as the project's scorer defines them.

Invariant: text is glued from tokens by the scorer's own rule, twelve sentences an article, so that
these figures are those of the program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing.analysis.mentions import find_mentions
from briefing.model import Block, BlockKind, Mention, Passage
from briefing.plugins import Tagger
from briefing.training.corpus import LABELS, Sentence, spans_of

NO_SPACE_BEFORE = frozenset(".,;:!?)]}%»”’") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m"}
NO_SPACE_AFTER = frozenset("([{«“‘")
SENTENCES_PER_ARTICLE = 12
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
            counts[label, "tp"] += len(want & got)
            counts[label, "fp"] += len(got - want)
            counts[label, "fn"] += len(want - got)
    tp, fp, fn = (sum(counts[label, kind] for label in LABELS) for kind in ("tp", "fp", "fn"))
    scores = {"f1": f1(tp, fp, fn), "p": tp / max(tp + fp, 1), "r": tp / max(tp + fn, 1)}
    for label in sorted(LABELS):
        scores[label] = f1(*(counts[label, kind] for kind in ("tp", "fp", "fn")))
    return {name: round(value, 4) for name, value in scores.items()}


def error_kinds(sentences: Sequence[Sentence], find: Finder) -> Counter[str]:
    """What became of the gold names: found, other bounds, another label, missed.

    "spurious" counts the names found that touch no gold one.
    """
    found = find([Passage(s.text, s.language) for s in sentences])
    kinds: Counter[str] = Counter()
    for sentence, mentions in zip(sentences, found, strict=True):
        mine = [(m.start, m.end, str(m.label)) for m in mentions if str(m.label) in LABELS]
        gold = [span for span in sentence.spans if span[2] in LABELS]
        kinds.update(_kind_of(span, mine) for span in gold)
        kinds["spurious"] += sum(not any(_touch(m, g) for g in gold) for m in mine)
    return kinds


def _kind_of(span: tuple[int, int, str], mine: Sequence[tuple[int, int, str]]) -> str:
    touching = [m for m in mine if _touch(m, span)]
    if not touching:
        return "missed"
    if span in touching:
        return "found"
    return "label" if any(m[:2] == span[:2] for m in touching) else "bounds"


def _touch(one: tuple[int, int, str], two: tuple[int, int, str]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def as_articles(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Runs of twelve sentences, each a line of one text."""
    articles = []
    for first in range(0, len(sentences), SENTENCES_PER_ARTICLE):
        text, spans = "", []
        for sentence in sentences[first : first + SENTENCES_PER_ARTICLE]:
            spans += [(s + len(text), e + len(text), label) for s, e, label in sentence.spans]
            text += sentence.text + "\n"
        articles.append(Sentence(text, tuple(spans), sentences[first].language))
    return articles


def repaired_by(tagger: Tagger) -> Finder:
    """The whole analysis of mentions as a finder: the tagger's, repaired over each article."""

    def find(passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        return [
            find_mentions(p.text, (Block(0, len(p.text), BlockKind.BODY, p.language),), tagger)
            for p in passages
        ]

    return find


def score_sets(folder: Path, tagger: Tagger, limit: int) -> dict[str, dict[str, dict[str, float]]]:
    """For every set of a folder the scores of the tagger alone and of the repaired mentions."""
    scores = {}
    for path in sorted(folder.glob("*.conll")):
        sentences = read_set(path, limit)
        articles = as_articles(sentences)
        errors = error_kinds(articles, repaired_by(tagger))
        scores[path.stem] = {
            "tagger": score(sentences, tagger.tag),
            "mentions": score(articles, repaired_by(tagger)),
            "errors": {kind: float(errors[kind]) for kind in sorted(errors)},
        }
    return scores
