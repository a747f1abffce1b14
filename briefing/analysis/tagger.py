"""People, places and organisations by the pipeline that ships; the one module importing spaCy.

Invariant: spaCy is imported when a tagger is first built, never before; a passage's mentions are
sorted, do not overlap, lie inside it and depend on its text and language only. What spaCy's own
pipelines find comes out under our labels; where such a pipeline lies, `pipelines` knows.
"""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from briefing.analysis.pipelines import Pipeline, find_pipeline, map_label, start_of_name
from briefing.analysis.wordclasses import WordClasses, lookup_form, word_classes
from briefing.errors import ModelError
from briefing.model import Label, Mention, Passage
from briefing.models import model_path
from briefing.plugins import Tagger

logger = logging.getLogger(__name__)

_CLITICS = (
    *("l", "d", "c", "j", "s", "t", "m", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un"),
    *("dell", "all", "dall", "nell", "sull", "coll", "quell", "quest", "bell", "sant"),
)
_EDGE_LETTERS = 3
CLASS_ATTRIBUTES = ("TAG", "LEMMA", "ENT_KB_ID", "ENT_ID", "DEP")
"""Where a token carries its word classes, in their order."""
_BATCH = 64

_RECOGNISERS = frozenset({"ner", "beam_ner"})
_SHARED_LAYERS = frozenset({"tok2vec", "transformer", "curated_transformer"})
_NOT_FOR_NAMES = frozenset(
    "tagger morphologizer parser senter sentencizer attribute_ruler lemmatizer trainable_lemmatizer"
    " textcat textcat_multilabel spancat spancat_singlelabel entity_linker".split()
)
"""spaCy's components that a trained recogniser does not look at; rules may look at any."""


def elisions() -> str:
    """A pattern, empty of width, after a clitic and its apostrophe: l’|État, dell'|Interno.

    Capital M and N before a capital are left whole: they open names (M'Bour, N'Djamena).
    """
    behind = [
        f"(?<={anchor}{form}['’])"
        for clitic in _CLITICS
        for form in (clitic, clitic.capitalize(), clitic.upper())
        for anchor in ("^", "-")
        if form not in {"M", "N"}
    ]
    return f'(?:{"|".join(dict.fromkeys(behind))})(?=[^\\W\\d_]|[«“"„])'


def blank_pipeline() -> Any:
    """The tokeniser of the model: spaCy's `xx`, with elisions split and case-free letters."""
    spacy, attributes = import_module("spacy"), import_module("spacy.attrs")
    word_shape = import_module("spacy.lang.lex_attrs").word_shape
    nlp = spacy.blank("xx")
    infixes = spacy.util.compile_infix_regex([elisions(), *nlp.Defaults.infixes])
    nlp.tokenizer.infix_finditer = infixes.finditer
    nlp.vocab.lex_attr_getters |= {
        attributes.NORM: lambda word: lookup_form(word).lower(),
        attributes.PREFIX: lambda word: lookup_form(word).lower()[:_EDGE_LETTERS],
        attributes.SUFFIX: lambda word: lookup_form(word).lower()[-_EDGE_LETTERS:],
        attributes.SHAPE: lambda word: word_shape(lookup_form(word)),
    }
    return nlp


def make_doc(nlp: Any, classes: WordClasses, passage: Passage) -> Any:
    """A passage tokenised, each token carrying its word classes where the embedding reads them."""
    doc = nlp.make_doc(passage.text)
    found = [classes.classes(token.text, passage.language) for token in doc]
    if found:
        doc.from_array(list(CLASS_ATTRIBUTES), np.array(found, dtype=np.uint64))
    return doc


@dataclass(frozen=True)
class SpacyTagger:
    """A spaCy pipeline as a tagger; `name` is the model's name and version."""

    name: str
    nlp: Any
    word_classes: WordClasses

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        """Mentions of each passage, offsets relative to it."""
        docs = (make_doc(self.nlp, self.word_classes, passage) for passage in passages)
        return [_mentions(doc) for doc in self.nlp.pipe(docs, batch_size=_BATCH)]


def _mentions(doc: Any) -> tuple[Mention, ...]:
    return tuple(
        Mention(ent.start_char, ent.end_char, ent.text, Label(ent.label_)) for ent in doc.ents
    )


def load_pipeline(folder: Path) -> SpacyTagger:
    """The pipeline of a model folder; raises `ModelError` where it is damaged or absent."""
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        config = json.loads((folder / "ner.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no entity model in {folder}", "reinstall briefing") from error
    nlp = blank_pipeline()
    nlp.add_pipe("ner", config=config)
    nlp.get_pipe("ner").from_disk(folder / "ner", exclude=["vocab"])
    return SpacyTagger(f"{meta['name']}-{meta['version']}", nlp, word_classes(folder / "classes"))


@lru_cache(maxsize=1)
def load_shipped() -> SpacyTagger:
    """The pipeline that ships with the program, read once."""
    return load_pipeline(model_path())


@dataclass(frozen=True)
class PipelineTagger:
    """One of spaCy's own pipelines as a tagger; what it finds under other labels is dropped."""

    name: str
    nlp: Any

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        """Mentions of each passage, offsets relative to it."""
        docs = self.nlp.pipe((passage.text for passage in passages), batch_size=_BATCH)
        return [_mapped_mentions(doc) for doc in docs]


def _mapped_mentions(doc: Any) -> tuple[Mention, ...]:
    text, mentions = doc.text, []
    for ent in doc.ents:
        label, end = map_label(ent.label_), ent.end_char
        if label:
            start = start_of_name(text, ent.start_char, end)
            mentions.append(Mention(start, end, text[start:end], label))
    return tuple(mentions)


@lru_cache
def load_named(name: str) -> PipelineTagger:
    """A pipeline that the user named, read once.

    Raises `ModelError` where it is missing or damaged, and where no component of it finds names.
    """
    pipeline = find_pipeline(name)
    try:
        nlp = _load_spacy(pipeline)
    except Exception as error:  # a package runs its own code, and may need others
        logger.debug("%s", pipeline.full_name, exc_info=True)
        reason = str(error).strip().partition("\n")[0]
        message = f"{pipeline.full_name} cannot be loaded: {type(error).__name__}: {reason}"
        hint = "install what it needs, or take it out of [models]"
        raise ModelError(message, hint) from error
    finders = [component for part, component in nlp.pipeline if _finds_names(nlp, part, component)]
    if not finders:
        parts = ", ".join(nlp.pipe_names) or "none"
        message = f"{pipeline.full_name} finds no names: its components are {parts}"
        raise ModelError(message, "name a pipeline with a component such as ner")
    labels = {str(label) for finder in finders for label in getattr(finder, "labels", ())}
    if labels and not any(map(map_label, labels)):
        message = f"{pipeline.full_name} finds {', '.join(sorted(labels))} only"
        raise ModelError(message, "name a pipeline that finds people, places or organisations")
    return PipelineTagger(pipeline.full_name, nlp)


def _load_spacy(pipeline: Pipeline) -> Any:
    """The pipeline without the components that cost time and find no names."""
    spacy = import_module("spacy")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        config = spacy.util.load_config(pipeline.folder / "config.cfg")
        exclude = _unneeded(config)
        if pipeline.package is None:
            nlp = spacy.load(pipeline.folder, exclude=exclude)
        else:
            nlp = import_module(pipeline.package).load(exclude=exclude)
    for words in (str(warning.message) for warning in told):
        # spaCy's own warnings have numbers; one tells of a pipeline made for an older version.
        level = logging.WARNING if words.startswith("[W") else logging.DEBUG
        logger.log(level, "%s: %s", pipeline.full_name, words)
    return nlp


def _unneeded(config: Mapping[str, Any]) -> list[str]:
    factories = {name: part.get("factory") for name, part in config.get("components", {}).items()}
    if not set(factories.values()) <= _RECOGNISERS | _SHARED_LAYERS | _NOT_FOR_NAMES:
        return []
    return [name for name, factory in factories.items() if factory in _NOT_FOR_NAMES]


def _finds_names(nlp: Any, name: str, component: Any) -> bool:
    is_span_ruler = bool(getattr(component, "annotate_ents", False))
    return is_span_ruler or "doc.ents" in nlp.get_pipe_meta(name).assigns


@dataclass(frozen=True)
class LanguageTagger:
    """Pipelines for some languages, and another tagger for all others.

    `models` names a pipeline for each language that has its own; `load_others` is called when
    something in another language is first met.
    """

    models: Mapping[str, str]
    load_others: Callable[[], Tagger]

    @property
    def name(self) -> str:
        """The pipelines' names and versions."""
        return " + ".join(sorted({find_pipeline(name).full_name for name in self.models.values()}))

    @cached_property
    def _others(self) -> Tagger:
        return self.load_others()

    def for_page(self, language: str) -> Tagger:
        """The tagger of the pages in a language.

        A pipeline knows its language alone: a passage in another one, on the same page, is read
        by the tagger for all others.
        """
        if language not in self.models:
            return self._others
        return replace(self, models={language: self.models[language]}, load_others=self._load)

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        """Mentions of each passage, by the pipeline of its language."""
        found: dict[int, tuple[Mention, ...]] = {}
        for language in sorted({passage.language for passage in passages}):
            places = [n for n, passage in enumerate(passages) if passage.language == language]
            model = self.models.get(language)
            tagger = load_named(model) if model else self._others
            found |= zip(places, tagger.tag([passages[n] for n in places]), strict=True)
        return [found[n] for n in range(len(passages))]

    def _load(self) -> Tagger:
        return self._others


def load_tagger(
    models: Mapping[str, str], load_others: Callable[[], Tagger] = load_shipped
) -> Tagger:
    """The tagger for a choice of pipelines by language; without one, the one for all others."""
    return LanguageTagger(dict(models), load_others) if models else load_others()
