"""Rebuild the entity model: `python -m briefing.training --data ../shared/data --out FOLDER`.

Invariant: everything is drawn from the data folder with one seed; only the `train` sets are learnt
from, the `dev` sets are scored and nothing else.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from briefing.analysis.tagger import SpacyTagger, load_pipeline
from briefing.analysis.wordclasses import WordClasses, pack
from briefing.training.corpus import (
    Sentence,
    clean,
    draw,
    join,
    read_tokens,
    to_sentence,
    usable,
    vary,
)
from briefing.training.inventing import Inventor, Parts, load_parts
from briefing.training.loop import Plan, average, save, shuffled, train
from briefing.training.scoring import score_sets
from briefing.training.silver import (
    Tagged,
    draw_lines,
    read_tagged,
    settle,
    tag_lines,
    write_tagged,
)
from briefing.training.tables import (
    LANGUAGES,
    country_names,
    country_pairs,
    known_words,
    write_tables,
)
from briefing.training.usage import Uses, count_uses, usage_table
from briefing.training.vectors import WINDOWS, Space, build_spaces, classify

log = logging.getLogger("briefing.training")

VERSION = "1"
TOKENS = {
    "en": 430_000,
    "fr": 280_000,
    "es": 250_000,
    "de": 260_000,
    "it": 140_000,
    "pt": 300_000,
    "ar": 200_000,
    "nl": 120_000,
}
"""Tokens of each language in an epoch: silver English and old press are held back by this."""

SILVER_TOKENS = {
    "fr": 140,
    "it": 110,
    "ar": 110,
    "nl": 90,
    "de": 60,
    "es": 60,
    "pt": 60,
    "en": 60,
}
"""Thousands of silver tokens in an epoch, where the labelled sets are old, noisy or few."""
SILVER_LINES = 16_000
TAGGED_WORDS = {
    "en": 2_200_000,
    "fr": 3_500_000,
    "es": 2_500_000,
    "de": 2_000_000,
    "it": 1_800_000,
    "pt": 4_000_000,
    "ar": 4_500_000,
    "nl": 1_800_000,
}
"""Words of raw text that the teacher labels: nearly all but parliament."""
EPOCH_SENTENCES = 400
VECTOR_WORDS = 50_000
BROWN_WORDS = 250_000
TEXT_TOKENS = 9_000_000
VECTOR_EPOCHS = 4


def build_tables(data: Path, folder: Path, seed: int) -> None:
    """Vectors, classes and all tables; needs gensim (extra `train`)."""
    spaces: dict[str, dict[str, Space]] = {kind: {} for kind in WINDOWS}
    for kind, language, space in build_spaces(data, LANGUAGES, TEXT_TOKENS, VECTOR_EPOCHS, seed):
        spaces[kind][language] = space
    classes = {
        kind: classify(spaces[kind], country_pairs, count, VECTOR_WORDS, seed)
        for kind, (_, count) in WINDOWS.items()
    }
    write_tables(folder, classes, BROWN_WORDS)


def read_corpus(folder: Path, classes: Path, seed: int) -> dict[str, list[Sentence]]:
    """The cleaned sentences of each language."""
    generator = random.Random(seed)  # noqa: S311  (sampling, not secrets)
    corpus = {}
    for language in LANGUAGES:
        countries = country_names(language)
        sentences = [
            clean(to_sentence(tokens, language), countries)
            for tokens in read_tokens(folder / f"{language}.conll")
        ]
        kept = usable(sentences, known_words(classes, language), generator)
        corpus[language] = kept
        words = sum(s.text.count(" ") + 1 for s in kept)
        log.info("%s: %d of %d sentences, %d words", language, len(kept), len(sentences), words)
    return corpus


def tag_text(data: Path, kept: Path, teacher: Path, seed: int) -> dict[str, list[Tagged]]:
    """Raw text labelled by an earlier model; `kept` is the folder where it is kept between runs."""
    generator = random.Random(seed)  # noqa: S311
    kept.mkdir(parents=True, exist_ok=True)
    tagged = {}
    for language, words in TAGGED_WORDS.items():
        path = kept / f"{language}.jsonl"
        if not path.exists():
            text = data / "text" / f"{language}.txt.xz"
            lines = draw_lines(text, language, words, generator)
            write_tagged(path, list(tag_lines(lines, language, load_pipeline(teacher))))
        tagged[language] = read_tagged(path)
        log.info("%s: %d lines labelled by the teacher", language, len(tagged[language]))
    return tagged


def read_silver(tagged: Mapping[str, Sequence[Tagged]], seed: int) -> dict[str, list[Sentence]]:
    """Silver sentences of the languages that need them."""
    generator = random.Random(seed)  # noqa: S311
    silver = {}
    for language in SILVER_TOKENS:
        lines = generator.sample(tagged[language], min(SILVER_LINES, len(tagged[language])))
        silver[language] = list(settle(lines, language))
        log.info("%s: %d silver sentences", language, len(silver[language]))
    return silver


def epoch_of(
    corpus: Mapping[str, Sequence[Sentence]],
    silver: Mapping[str, Sequence[Sentence]],
    parts: Parts,
    countries: Mapping[str, Collection[str]],
    seed: int,
) -> list[Sentence]:
    """One epoch's passages of one to three sentences: a capped, varied sample of each language."""
    generator = random.Random(seed)  # noqa: S311
    inventor = Inventor(generator, parts)
    passages: list[Sentence] = []
    for language, budget in TOKENS.items():
        extra = 1000 * SILVER_TOKENS.get(language, 0)
        sample = draw(corpus[language], budget, generator)
        sample += draw(silver.get(language, ()), extra, generator)
        drawn = [vary(s, inventor, countries[language]) for s in shuffled(sample, generator)]
        third = len(drawn) // 3
        passages += [*join(drawn[:third], 1), *join(drawn[third:], 3)]
    return shuffled(passages, generator)


def report(folder: Path, tagger: SpacyTagger, limit: int, path: Path | None) -> None:
    """Log the scores of every dev set, and write them where a path is given."""
    scores = score_sets(folder, tagger, limit)
    for name, figures in scores.items():
        log.info("%s %s", name, json.dumps(figures))
    for kind in ("tagger", "mentions"):
        mean = sum(figures[kind]["f1"] for figures in scores.values()) / max(len(scores), 1)
        log.info("mean of %s %.4f", kind, mean)
    if path:
        named = {"model": tagger.name, "sentences": limit, "sets": scores}
        text = json.dumps(named, indent=1, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Build, train, score and write the model."""
    options = _parse(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("gensim").setLevel(logging.WARNING)
    labelled = options.data / "entities"
    if options.average:
        save(average(options.average), Plan(), options.out, VERSION)
    elif not options.score_only:
        plan = Plan(epochs=options.epochs, seed=options.seed, rate=options.rate)
        _train(options, labelled, plan)
    tagger = load_pipeline(options.out)
    report(labelled / "dev", tagger, options.limit, options.out.parent / "scores.json")


def _train(options: argparse.Namespace, labelled: Path, plan: Plan) -> None:
    if not options.keep_tables:
        build_tables(options.data, options.out / "classes", plan.seed)
    corpus = read_corpus(labelled / "train", options.out / "classes", plan.seed)
    silver: dict[str, list[Sentence]] = {}
    if options.teacher:
        tagged = tag_text(options.data, options.tagged, options.teacher, plan.seed)
        uses: dict[str, Uses] = {}
        for lines in tagged.values():
            count_uses(lines, uses)
        (options.out / "classes" / "usage.z").write_bytes(pack(usage_table(uses)))
        silver = read_silver(tagged, plan.seed)

    parts = load_parts()
    countries = {language: country_names(language) for language in LANGUAGES}

    def epoch(number: int) -> Callable[[], list[Sentence]]:
        return lambda: epoch_of(corpus, silver, parts, countries, plan.seed + number)

    def on_epoch(tagger: SpacyTagger, number: int) -> None:
        log.info("epoch %d", number)
        report(labelled / "dev", tagger, EPOCH_SENTENCES, None)
        save(tagger, plan, options.out, VERSION)

    classes = WordClasses(options.out / "classes")
    train([epoch(n) for n in range(plan.epochs)], classes, plan, on_epoch, options.start)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m briefing.training", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with entities/ and text/")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=Plan().rate, help="the first learning rate")
    parser.add_argument("--start", type=Path, help="model folder to go on from")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--limit", type=int, default=3000, help="sentences scored of each dev set")
    parser.add_argument("--teacher", type=Path, help="earlier model that labels raw text")
    parser.add_argument("--tagged", type=Path, help="folder for the text the teacher labelled")
    parser.add_argument("--average", type=Path, nargs="+", help="write the mean of these models")
    parser.add_argument("--score-only", action="store_true", help="score the model that is there")
    parser.add_argument("--keep-tables", action="store_true", help="use the tables already there")
    options = parser.parse_args(arguments)
    if options.teacher and not options.tagged:
        parser.error("--teacher needs --tagged, a folder for the text that it labels")
    return options


if __name__ == "__main__":
    main()
