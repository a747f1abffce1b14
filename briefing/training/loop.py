"""The training loop: passages to spaCy examples, seeded updates, averaged weights.

Invariant: the same passages and seed give the same weights on the same machine.
"""

from __future__ import annotations

import hashlib
import json
import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from briefing.analysis.tagger import (
    CLASS_ATTRIBUTES,
    SpacyTagger,
    blank_pipeline,
    load_pipeline,
    make_doc,
)
from briefing.analysis.wordclasses import WordClasses
from briefing.model import Passage
from briefing.training.corpus import Sentence

log = logging.getLogger(__name__)

LETTER_ATTRIBUTES = ("NORM", "PREFIX", "SUFFIX", "SHAPE")
ATTRIBUTES = (*LETTER_ATTRIBUTES, *CLASS_ATTRIBUTES)
ROWS = (9000, 4000, 4000, 1000, 64, 2500, 1500, 1000, 64)
HIDDEN = 0.06
"""Share of the words in training that the tables seem not to know, each table for itself."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn; rates fall linearly from `rate` to a twentieth."""

    epochs: int = 3
    batch_tokens: int = 1200
    rate: float = 0.0012
    warmup: int = 150
    dropout: float = 0.15
    width: int = 96
    depth: int = 4
    seed: int = 7


def ner_config(plan: Plan) -> dict[str, Any]:
    """The component's configuration: hashed letters and word classes, convolutions, transitions."""
    return {
        "model": {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": "ner",
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "nO": None,
            "tok2vec": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": plan.width,
                    "attrs": list(ATTRIBUTES),
                    "rows": list(ROWS),
                    "include_static_vectors": False,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": plan.width,
                    "window_size": 1,
                    "maxout_pieces": 3,
                    "depth": plan.depth,
                },
            },
        },
    }


def make_example(
    nlp: Any, classes: WordClasses, sentence: Sentence, generator: random.Random | None = None
) -> Any:
    """A passage with its gold names on the run-time tokens; a name ending inside a token grows.

    With a generator some words lose some of their classes, so that no table is relied on alone.
    """
    predicted = make_doc(nlp, classes, Passage(sentence.text, sentence.language))
    if generator is not None and len(predicted):
        rows = predicted.to_array(list(CLASS_ATTRIBUTES))
        hidden = np.random.default_rng(generator.getrandbits(32)).random(rows.shape) < HIDDEN
        predicted.from_array(list(CLASS_ATTRIBUTES), np.where(hidden, 0, rows).astype(np.uint64))
    gold = predicted.copy()
    spans = [
        gold.char_span(start, end, label, alignment_mode="expand")
        for start, end, label in sentence.spans
    ]
    gold.ents = tuple(
        import_module("spacy.util").filter_spans([span for span in spans if span is not None])
    )
    return import_module("spacy.training").Example(predicted, gold)


def batches(passages: Sequence[Sentence], tokens: int) -> Iterator[list[Sentence]]:
    """Runs of passages of about so many tokens each."""
    batch: list[Sentence] = []
    size = 0
    for passage in passages:
        batch.append(passage)
        size += passage.text.count(" ") + 1
        if size >= tokens:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def train(
    epochs: Sequence[Callable[[], list[Sentence]]],
    classes: WordClasses,
    plan: Plan,
    on_epoch: Callable[[SpacyTagger, int], None],
    start: Path | None = None,
) -> SpacyTagger:
    """Learn from each epoch's passages in turn; `on_epoch` sees the averaged model after each.

    `start` is the folder of a model to go on from; without it the weights begin at random.
    """
    import_module("spacy.util").fix_random_seed(plan.seed)
    sample = epochs[0]()
    nlp = load_pipeline(start).nlp if start else _initialised(classes, plan, sample[:200])
    tagger = SpacyTagger("in training", nlp, classes)
    adam = import_module("thinc.api").Adam
    optimizer = adam(plan.rate, L2=0.01, grad_clip=1.0, use_averages=True)
    steps = len(epochs) * sum(1 for _ in batches(sample, plan.batch_tokens))
    step, started = 0, time.monotonic()
    generator = random.Random(plan.seed)  # noqa: S311  (sampling, not secrets)
    for number, passages_of in enumerate(epochs):
        for batch in batches(passages_of(), plan.batch_tokens):
            optimizer.learn_rate = _rate(plan, step, steps)
            losses: dict[str, float] = {}
            examples = [make_example(tagger.nlp, classes, s, generator) for s in batch]
            tagger.nlp.update(examples, sgd=optimizer, drop=plan.dropout, losses=losses)
            step += 1
            if step % 100 == 0:
                seconds = time.monotonic() - started
                log.info("step %d/%d loss %.1f %.0fs", step, steps, losses["ner"], seconds)
        with tagger.nlp.use_params(optimizer.averages):
            on_epoch(tagger, number)
    return tagger


def _initialised(classes: WordClasses, plan: Plan, sample: Sequence[Sentence]) -> Any:
    nlp = blank_pipeline()
    ner = nlp.add_pipe("ner", config=ner_config(plan))
    for label in ("PER", "LOC", "ORG"):
        ner.add_label(label)
    nlp.initialize(lambda: [make_example(nlp, classes, s) for s in sample])
    return nlp


def _rate(plan: Plan, step: int, steps: int) -> float:
    left = max(0.05, 1.0 - 0.95 * step / max(steps, 1))
    return plan.rate * min(1.0, (step + 1) / plan.warmup) * left


def save(tagger: SpacyTagger, plan: Plan, folder: Path, version: str) -> None:
    """Write the pipeline's weights and names where `load_pipeline` finds them.

    The version ends in a digest of the weights, so that no analysis outlives the model it is from.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tagger.nlp.get_pipe("ner").to_disk(folder / "ner", exclude=["vocab"])
    (folder / "ner.json").write_text(json.dumps(ner_config(plan), indent=1), encoding="utf-8")
    digest = hashlib.sha256((folder / "ner" / "model").read_bytes()).hexdigest()[:8]
    meta = {"name": "news_xx", "version": f"{version}.{digest}", "labels": ["PER", "LOC", "ORG"]}
    (folder / "meta.json").write_text(json.dumps(meta, indent=1), encoding="utf-8")


def average(folders: Sequence[Path]) -> SpacyTagger:
    """The mean of models that went on from one another: steadier than any of them."""
    taggers = [load_pipeline(folder) for folder in folders]
    walks = [tagger.nlp.get_pipe("ner").model.walk() for tagger in taggers]
    for nodes in zip(*walks, strict=True):
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                total = sum(node.get_param(name) for node in nodes)
                nodes[0].set_param(name, total / len(nodes))
    return taggers[0]


def shuffled(passages: Sequence[Sentence], generator: random.Random) -> list[Sentence]:
    """The passages in random order."""
    order = list(passages)
    generator.shuffle(order)
    return order
