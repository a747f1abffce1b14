"""The command that lists the entity models: the shipped one, those named, those installed.

Invariant: nothing is loaded to be listed but the plug-ins, which have no other way to say what they
are; what cannot be used is listed with the reason, and is no reason to list nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import mean

from briefing.analysis.pipelines import (
    EXAMPLE,
    Pipeline,
    find_pipeline,
    how_to_install,
    installed_pipelines,
)
from briefing.cli.commands import DONE
from briefing.cli.terminal import Column, Terminal
from briefing.config import DEFAULT_TAGGER, Settings, config_path
from briefing.errors import ModelError
from briefing.models import model_path
from briefing.plugins import TAGGERS

_ALL = "all"
_OTHERS = "all others"
_COLUMNS = (
    Column("model", ratio=3),
    Column("version", ratio=4),
    Column("reads"),
    Column("size", is_number=True),
    Column("F1 by language", ratio=4),
)


@dataclass(frozen=True, slots=True)
class ListedModel:
    """One model as it is listed.

    `languages` are those it was made for, `reads` those whose pages it reads under the settings in
    force: codes, or "all" or "all others" alone. `size` is in bytes. `problem` says why it cannot
    be used, `hint` what helps.
    """

    name: str
    kind: str
    version: str | None = None
    languages: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    size: int | None = None
    scores: Mapping[str, float] = field(default_factory=dict)
    path: str | None = None
    card: str | None = None
    problem: str | None = None
    hint: str | None = None


def models(settings: Settings, terminal: Terminal, *, is_json: bool = False) -> int:
    """Write the entity models, and tell how to add one."""
    listed = [*_taggers(settings), *_pipelines(settings)]
    if is_json:
        terminal.write_json({"models": [asdict(model) for model in listed]})
    else:
        terminal.write_table(_COLUMNS, map(_row, listed))
    terminal.finish()
    for model in listed:
        if model.card:
            terminal.say(f"what {model.name} is made of: {model.card}")
        if model.problem and model.hint:
            terminal.say(f"{model.problem} ({model.hint})")
    file = config_path(os.environ)
    terminal.say(f"spaCy's own pipelines: --model en={EXAMPLE}, or in {file}:")
    terminal.say(f'[models] en = "{EXAMPLE}"; to install one: {how_to_install(EXAMPLE)}')
    terminal.say(f"a package with an entry point in {TAGGERS.group!r} adds another model")
    return DONE


def _row(model: ListedModel) -> tuple[str, ...]:
    scores = ", ".join(f"{language} {f1:.2f}" for language, f1 in model.scores.items())
    size = "" if model.size is None else f"{model.size / 1e6:.0f} MB"
    version = model.problem or model.version or ""
    return model.name, version, ", ".join(model.reads), size, scores


def _taggers(settings: Settings) -> Iterator[ListedModel]:
    reads = (_OTHERS if settings.models else _ALL,)
    for name in TAGGERS.names():
        read = reads if name == settings.tagger else ()
        yield _shipped(read) if name == DEFAULT_TAGGER else _plugged_in(name, read)


def _shipped(reads: tuple[str, ...]) -> ListedModel:
    folder = model_path()
    scores = _scores(folder.parent / "scores.json")
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        version = f"{meta['name']}-{meta['version']}"
    except (OSError, ValueError, LookupError, TypeError) as error:
        problem = f"cannot be loaded: {error}"
        return ListedModel(DEFAULT_TAGGER, "shipped", problem=problem, hint="reinstall briefing")
    return ListedModel(
        DEFAULT_TAGGER,
        "shipped",
        version,
        tuple(scores),
        reads,
        _size(folder),
        scores,
        str(folder),
        str(folder.parent / "CARD.md"),
    )


def _plugged_in(name: str, reads: tuple[str, ...]) -> ListedModel:
    try:
        version = str(getattr(TAGGERS.load(name)(), "name", ""))
    except Exception as error:  # noqa: BLE001 - a plug-in that cannot load is shown as such
        return ListedModel(name, "plug-in", reads=reads, problem=f"cannot be loaded: {error}")
    return ListedModel(name, "plug-in", version, reads=reads)


def _pipelines(settings: Settings) -> Iterator[ListedModel]:
    named: dict[str, list[str]] = {}
    for language, name in sorted(settings.models.items()):
        named.setdefault(name, []).append(language)
    others = [name for name in installed_pipelines() if name not in named]
    for name in (*named, *others):
        reads = tuple(named.get(name, ()))
        try:
            yield _found(name, find_pipeline(name), reads)
        except ModelError as error:
            problem, hint = error.message, error.hint
            yield ListedModel(name, "pipeline", reads=reads, problem=problem, hint=hint)


def _found(name: str, pipeline: Pipeline, reads: tuple[str, ...]) -> ListedModel:
    return ListedModel(
        name,
        "pipeline",
        pipeline.version if pipeline.package else pipeline.full_name,
        (pipeline.language,),
        reads,
        _size(pipeline.folder),
        path=str(pipeline.folder),
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _scores(path: Path) -> dict[str, float]:
    """The mean F1 over each language's sets, by the scores that training wrote down."""
    by_language: dict[str, list[float]] = {}
    try:
        sets = json.loads(path.read_text(encoding="utf-8"))["sets"]
        for name, figures in sets.items():
            by_language.setdefault(name.rpartition(".")[2], []).append(figures["mentions"]["f1"])
        return {code: round(mean(f1), 4) for code, f1 in sorted(by_language.items())}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}
