"""The command line's grammar: names, options and help of every command.

Invariant: nothing is done here; each command reads its arguments and the settings, and hands them
on as values.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from briefing import __version__
from briefing.cli import briefs, commands, verifying
from briefing.cli.briefs import BriefRequest
from briefing.cli.terminal import Terminal
from briefing.config import load_settings, split_models
from briefing.errors import BriefingError
from briefing.store.cache import OFF

_EXAMPLES = """
Examples

  briefing                                the reader, on the sample pages
  briefing pages/                         the reader, on a folder
  briefing events pages/ --json           the events, for another program
  briefing brief pages/ --all -o briefs/  one Markdown brief per event
  briefing verify briefs/*.md             are the citations still true?
  briefing search pages/ 'talks who:ann'  lines with their events

Settings come from briefing/config.toml in the user's configuration folder, or
the file that BRIEFING_CONFIG names; then from BRIEFING_CORPUS, BRIEFING_THEME,
BRIEFING_CACHE, BRIEFING_TAGGER, BRIEFING_MODELS, BRIEFING_JOBS and
BRIEFING_WORKSPACE; then from the options.
"""

app = App(
    name="briefing",
    version=f"briefing {__version__}",
    help="Read saved news pages by event, and write cited briefs.",
    help_epilogue=_EXAMPLES,
    help_format="plaintext",
    result_action="return_value",
    suppress_keyboard_interrupt=False,
)


Json = Annotated[bool, Parameter(name="--json", negative=())]
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
        models = _named_models(self.model)
        chosen = {"tagger": self.tagger, "cache": cache, "theme": theme, "models": models}
        settings = load_settings({**chosen, "jobs": self.jobs})
        terminal = Terminal(sys.stdout, sys.stderr, is_quiet=self.quiet)
        paths = commands.corpus_paths(corpus, settings, terminal)
        return commands.Call(paths, settings, terminal, is_json, self.strict)


_DEFAULT = Options()


def _named_models(entries: Sequence[str]) -> dict[str, str] | None:
    return split_models(entries, "the command line: --model") if entries else None


@app.default
def read(*corpus: str, theme: str | None = None, options: Options = _DEFAULT) -> int:
    """Open the reader; with no corpus, on the sample pages.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages, - for standard input; a folder named like a command
        is opened as ./NAME.
    theme:
        Colours of the reader, a Textual theme.
    options:
        Common options.
    """
    return commands.read(options.call(corpus, theme=theme))


@app.command
def analyse(*corpus: str, json: Json = False, options: Options = _DEFAULT) -> int:
    """List the articles with what was found in each.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages.
    json:
        One JSON object per article, one per line.
    options:
        Common options.
    """
    return commands.analyse(options.call(corpus, is_json=json))


@app.command
def events(*corpus: str, json: Json = False, options: Options = _DEFAULT) -> int:
    """List the events that the articles report.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages.
    json:
        One JSON object.
    options:
        Common options.
    """
    return commands.events(options.call(corpus, is_json=json))


@app.command
def brief(
    *corpus: str,
    event: Annotated[tuple[str, ...], Parameter(negative=(), consume_multiple=False)] = (),
    all_: Annotated[bool, Parameter(name="--all", negative=())] = False,
    format_: Annotated[str, Parameter(name=["--format", "-f"])] = "markdown",
    output: Annotated[str | None, Parameter(name=["--output", "-o"])] = None,
    force: Annotated[bool, Parameter(negative=())] = False,
    options: Options = _DEFAULT,
) -> int:
    """Write briefs: what the sources say of an event, every sentence cited.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages.
    event:
        Id of an event, as "briefing events" shows it; may be given again.
    all_:
        Every event of the corpus.
    format_:
        markdown, html, json or an installed plug-in's.
    output:
        File to write; with --all a folder that gets one file per event. Default: standard output.
    force:
        Overwrite files that are not briefs.
    options:
        Common options.
    """
    request = BriefRequest(event, all_, format_, output, force)
    return briefs.brief(options.call(corpus), request)


@app.command
def entities(
    *corpus: str,
    kind: Annotated[
        tuple[Literal["PER", "ORG", "LOC"], ...],
        Parameter(negative=(), consume_multiple=False, show_default=False),
    ] = (),
    name: Annotated[str, Parameter(show_default=False)] = "",
    json: Json = False,
    options: Options = _DEFAULT,
) -> int:
    """List the people, places and organisations, across articles and languages.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages.
    kind:
        Only people (PER), organisations (ORG) or places (LOC); may be given again.
    name:
        Only those with these letters in any form of their name.
    json:
        One JSON object, with every mention and event.
    options:
        Common options.
    """
    return commands.entities(options.call(corpus, is_json=json), kind, name)


@app.command(usage="Usage: briefing search [OPTIONS] [CORPUS...] QUERY")
def search(*corpus_query: str, json: Json = False, options: Options = _DEFAULT) -> int:
    """Find lines that meet a query, with their events.

    Words match words that begin with them, "quoted words" exactly; -word must
    be absent. Filters are who: place: lang: source: after: before: with dates
    as 2024-06-13, 2024-06 or 2024.

    Parameters
    ----------
    corpus_query:
        Files, folders or globs of saved pages, and last the query, in one pair of quotes.
    json:
        One JSON object per line found, one per line.
    options:
        Common options.
    """
    *corpus, query = corpus_query or ("",)
    if not query or (not corpus and Path(query).exists()):
        raise BriefingError("what to search for?", "briefing search CORPUS 'talks who:NAME'")
    return commands.search(options.call(corpus, is_json=json), query)


@app.command
def verify(*briefs_: Annotated[str, Parameter(name="BRIEF")], corpus: str | None = None) -> int:
    """Open every citation of written briefs again: file, hash, range and words.

    Parameters
    ----------
    briefs_:
        Briefs as "briefing brief" wrote them.
    corpus:
        Folder that holds the pages now, if they are not where the brief says.
    """
    return verifying.verify(briefs_, corpus, Terminal(sys.stdout, sys.stderr))


@app.command
def models(*, json: Json = False, model: Models = ()) -> int:
    """List the entity models: the shipped one, those named for languages, those installed.

    Parameters
    ----------
    json:
        One JSON object.
    model:
        spaCy pipeline for the pages of one language, as en=en_core_web_lg; may be given again.
    """
    from briefing.cli.models import models as list_models

    settings = load_settings({"models": _named_models(model)})
    return list_models(settings, Terminal(sys.stdout, sys.stderr), is_json=json)
