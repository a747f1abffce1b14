"""People, places and organisations by the pipeline that ships; the one module importing spaCy.

Invariant: spaCy is imported when a tagger is first built, never before; a passage's mentions are
sorted, do not overlap, lie inside it and depend on its text and language only.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from briefing.analysis.wordclasses import WordClasses, lookup_form
from briefing.errors import ModelError
from briefing.model import Label, Mention, Passage
from briefing.models import model_path

_CLITICS = (
    *("l", "d", "c", "j", "s", "t", "m", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un"),
    *("dell", "all", "dall", "nell", "sull", "coll", "quell", "quest", "bell", "sant"),
)
_EDGE_LETTERS = 3
_BATCH = 64


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
        doc.from_array(["TAG", "LEMMA", "ENT_KB_ID", "ENT_ID"], np.array(found, dtype=np.uint64))
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
    return SpacyTagger(f"{meta['name']}-{meta['version']}", nlp, WordClasses(folder / "classes"))


@lru_cache(maxsize=1)
def load_shipped() -> SpacyTagger:
    """The pipeline that ships with the program, read once."""
    return load_pipeline(model_path())
