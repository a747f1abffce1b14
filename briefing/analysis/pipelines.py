"""spaCy's own pipelines: where one that a user names lies, and what its labels are to us.

Invariant: nothing here imports spaCy or the package of a pipeline; what is said of a pipeline
stands in the files beside it, so that one which is missing is told before anything heavy is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefing.config import is_path
from briefing.errors import ModelError
from briefing.lexicon.places import find_place
from briefing.model import Label

GROUP = "spacy_models"
"""The entry-point group in which packaged pipelines name themselves."""

EXAMPLE = "en_core_web_lg"
"""A pipeline that hints name."""

_NAMES = {
    Label.PER: "PER PERSON PERS PERSNAME PRS PS",
    # A country that acts is a place all the same, whatever a corpus calls it then.
    Label.LOC: "LOC LOCATION GPE GPE_LOC GPE_ORG FAC FACILITY PLACE PLACENAME GEOGNAME LC",
    Label.ORG: "ORG ORGANIZATION ORGANISATION ORGNAME OG",
    Label.MISC: "MISC",
}
LABELS = {name: label for label, names in _NAMES.items() for name in names.split()}
"""What the labels of spaCy's pipelines, in capitals, are to us; every other label is dropped.

Dropped on purpose: NORP and DERIV_PER, because demonyms and adjectives made from names are no
mentions in our convention; events, products, works, laws, dates and quantities.
"""

_ARTICLE = "The "
_SENTENCE_ENDS = '.!?:…“”"'
_PREFIX = re.compile(r"[BIELSU]-")
_MAJOR = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline on this machine: `folder` holds its config.cfg, `package` is None for a folder."""

    name: str
    version: str
    language: str
    folder: Path
    package: str | None
    built_for: str

    @property
    def full_name(self) -> str:
        """Name and version, as its wheel writes them."""
        return f"{self.name}-{self.version}"


def map_label(label: str) -> Label | None:
    """What a pipeline's label is to us; None where we do not mark what it names."""
    return LABELS.get(_PREFIX.sub("", label, count=1).upper())


def start_of_name(text: str, start: int, end: int) -> int:
    """Where a name begins after the article that OntoNotes counts in, and we do not.

    In small letters every article goes; a capital one is part of the name inside a sentence, and at
    its beginning only where the gazetteer has it so ("The Hague").
    """
    rest = start + len(_ARTICLE)
    before = text[max(0, start - 40) : start].rstrip()
    is_opening = not before or before[-1] in _SENTENCE_ENDS
    if not (is_opening and text.startswith(_ARTICLE, start) and text[rest:end][:1].isupper()):
        return start
    place = find_place(text[start:end])
    return start if place and place.name.startswith(_ARTICLE) else rest


def find_pipeline(name: str) -> Pipeline:
    """The pipeline of a package or folder.

    Raises `ModelError`, with the way to install it, where it is not there, is no pipeline, or was
    built for another major version of spaCy.
    """
    if is_path(name):
        folder, package = Path(name).expanduser(), None
        if not folder.is_dir():
            raise ModelError(f"{name} is no folder", "name the one with the pipeline's meta.json")
    else:
        package = name.replace("-", "_")
        folder = _package_folder(package, name)
    pipeline = _described(name, folder, package)
    _check_version(pipeline)
    return pipeline


def installed_pipelines() -> tuple[str, ...]:
    """The names of all pipelines that are installed as packages, sorted."""
    return tuple(sorted({entry.name for entry in metadata.entry_points(group=GROUP)}))


def how_to_install(name: str) -> str:
    """What a user does to get a pipeline, with a network and without."""
    return (
        f"python -m spacy download {name}; offline: pip install its wheel, "
        "fetched elsewhere from github.com/explosion/spacy-models/releases"
    )


def _package_folder(package: str, name: str) -> Path:
    spec = find_spec(package) if package.isidentifier() else None
    if spec is None:
        hint = f"to name a folder, write ./{name}" if Path(name).is_dir() else how_to_install(name)
        raise ModelError(f"the spaCy pipeline {name!r} is not installed", hint)
    places = [Path(place) for place in spec.submodule_search_locations or ()]
    found = next((place for place in places if (place / "meta.json").is_file()), None)
    if found is None:
        raise ModelError(f"the package {name!r} is no spaCy pipeline", "briefing models lists them")
    return found


def _described(name: str, folder: Path, package: str | None) -> Pipeline:
    try:
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        language, own_name, version = (str(meta[key]) for key in ("lang", "name", "version"))
        built_for = str(meta.get("spacy_version") or "")
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        hint = "its folder needs meta.json and config.cfg, as nlp.to_disk writes them"
        raise ModelError(f"{name} is no spaCy pipeline: {_words_of(error)}", hint) from error
    full_name = f"{language}_{own_name}"
    # A package keeps the pipeline in a folder of its own, and a copy of meta.json beside it.
    inner = folder / f"{full_name}-{version}"
    place = inner if inner.is_dir() else folder
    return Pipeline(package or full_name, version, language, place, package, built_for)


def _words_of(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"no meta.json ({error.strerror})"
    return f"meta.json has no {error}" if isinstance(error, LookupError) else str(error)


def _check_version(pipeline: Pipeline) -> None:
    """Refuse what spaCy would warn of, only to fail over a file the other version does not have."""
    here = metadata.version("spacy")
    built = _MAJOR.search(pipeline.built_for)
    if built and built.group() != here.partition(".")[0]:
        raise ModelError(
            f"{pipeline.full_name} was built for spaCy {pipeline.built_for}, and this is {here}",
            f"get the one for this version: {how_to_install(pipeline.name)}",
        )


def iter_named(models: Mapping[str, str]) -> Iterator[tuple[str, Pipeline]]:
    """Each language with its pipeline; raises as `find_pipeline`, saying for which language."""
    for language, name in sorted(models.items()):
        try:
            yield language, find_pipeline(name)
        except ModelError as error:
            raise ModelError(f"for {language!r}: {error.message}", error.hint) from error
