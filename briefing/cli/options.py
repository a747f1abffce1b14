"""The options that several commands know, and what they mean as values.

Invariant: nothing is done here but reading settings; the paths are those named, else configured.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter

from briefing.cli import commands
from briefing.cli.terminal import Terminal
from briefing.config import load_settings, split_models
from briefing.store.cache_place import OFF

Json = Annotated[bool, Parameter(name="--json", negative=())]
Watch = Annotated[bool, Parameter(name="--watch", negative=())]
Stream = Annotated[bool, Parameter(name="--stream", negative=())]
Models = Annotated[
    tuple[str, ...],
    Parameter(name="--model", negative=(), consume_multiple=False, show_default=False),
]


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Options:
    """Options that every command over a corpus knows."""

    tagger: str | None = None
    """Entity model to use (see: briefing models)."""

    model: Models = ()
    """spaCy pipeline for the pages of one language, as en=en_core_web_lg; may be given again."""

    jobs: int | None = None
    """How many processes analyse; by default one, or one a core where the corpus is large."""

    language: str | None = None
    """The language you would rather read briefs in, as fr; else that of most pages of an event."""

    cluster: str | None = None
    """Scheduler of a Dask cluster that analyses, as tcp://HOST:PORT."""

    cache: str | None = None
    """Folder of the analysis cache."""

    no_cache: Annotated[bool, Parameter(negative=())] = False
    """Analyse everything anew and keep nothing."""

    strict: Annotated[bool, Parameter(negative=())] = False
    """Exit with 1 if any input had to be rejected."""

    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative=())] = False
    """Show no progress."""

    def call(
        self, corpus: Sequence[str], *, is_json: bool = False, theme: str | None = None
    ) -> commands.Call:
        """What a command over a corpus is given: paths, settings in force, where to write."""
        cache = OFF if self.no_cache else self.cache
        models = named_models(self.model)
        chosen: dict[str, object] = {
            "tagger": self.tagger,
            "cache": cache,
            "theme": theme,
            "models": models,
        }
        chosen |= {"jobs": self.jobs, "cluster": self.cluster, "language": self.language}
        settings = load_settings(chosen)
        terminal = Terminal(sys.stdout, sys.stderr, is_quiet=self.quiet)
        paths = commands.corpus_paths(corpus, settings, terminal)
        return commands.Call(paths, settings, terminal, is_json, self.strict)


def named_models(entries: Sequence[str]) -> dict[str, str] | None:
    """The pipelines named on the command line, by language; None where none is."""
    return split_models(entries, "the command line: --model") if entries else None


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Writing:
    """As what and where briefs are written, and what they are compared with."""

    format: Annotated[
        tuple[str, ...],
        Parameter(name=["--format", "-f"], negative=(), consume_multiple=False, show_default=False),
    ] = ("markdown",)
    """markdown (the default), html, json, ics (dates for a calendar); may be given again."""

    output: Annotated[str | None, Parameter(name=["--output", "-o"])] = None
    """File to write; with --all a folder that gets one file per event. Default: standard output."""

    force: Annotated[bool, Parameter(negative=())] = False
    """Overwrite files that are not briefs."""

    since_last: Annotated[bool, Parameter(negative=())] = False
    """Only what is new, changed or withdrawn since the last brief of the event was written."""

    since: Annotated[
        tuple[str, ...], Parameter(negative=(), consume_multiple=False, show_default=False)
    ] = ()
    """Only what has changed since this brief (.md, .json, or a folder); may be given again."""

    notes: Annotated[bool, Parameter(negative=())] = False
    """With what you noted and marked in the reader, as the analyst's, in the comment."""
