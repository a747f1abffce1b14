"""The command line's grammar: names, options and help of every command.

Invariant: nothing is done here; each command reads its arguments and the settings, and hands them
on as values.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from briefing import __version__
from briefing.cli import commands, fetching, setup
from briefing.cli.options import Json, Models, Options, Stream, Watch, Writing, named_models
from briefing.cli.terminal import Terminal
from briefing.config import load_settings
from briefing.errors import BriefingError

_EXAMPLES = """
Examples

  briefing                                the reader, on the sample pages
  briefing pages/                         the reader, on a folder
  briefing events pages/ --json           the events, for another program
  briefing brief pages/ --all -o briefs/  one Markdown brief per event
  briefing brief pages/ --all --since-last -o briefs/
                                          what has changed since, event by event
  briefing verify briefs/*.md             are the citations still true?
  briefing search pages/ 'talks who:ann'  lines with their events
  briefing fetch feeds.opml --into news/  save the pages that feeds lead to

Settings come from briefing/config.toml in the user's configuration folder, or
the file that BRIEFING_CONFIG names; then from BRIEFING_CORPUS, BRIEFING_THEME,
BRIEFING_CACHE, BRIEFING_TAGGER, BRIEFING_MODELS, BRIEFING_JOBS,
BRIEFING_CLUSTER, BRIEFING_LANGUAGE and BRIEFING_WORKSPACE; then from the
options.
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


_DEFAULT = Options()
_FETCHING = fetching.FetchOptions()
_WRITING = Writing()


@app.default
def read(
    *corpus: str,
    theme: str | None = None,
    watch: Watch = False,
    web: Annotated[bool, Parameter(negative=())] = False,
    port: Annotated[int, Parameter(show_default=False)] = 8417,
    options: Options = _DEFAULT,
) -> int:
    """Open the reader; with no corpus, on the sample pages.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages, - for standard input; a folder named like a command
        is opened as ./NAME.
    theme:
        Colours of the reader, a Textual theme.
    watch:
        Follow the folder: pages that come, change or go while one reads.
    web:
        Serve the reader to the browsers of this machine, at an address with a key.
    port:
        Where to serve it (8417).
    options:
        Common options.
    """
    call = options.call(corpus, theme=theme)
    if web:
        from briefing.cli.web import serve

        return serve(call, port, is_watched=watch)
    return commands.read(call, is_watched=watch)


@app.command
def analyse(
    *corpus: str,
    json: Json = False,
    stream: Stream = False,
    watch: Watch = False,
    options: Options = _DEFAULT,
) -> int:
    """List the articles with what was found in each.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages.
    json:
        One JSON object per article, one per line.
    stream:
        With --json: each line as soon as its page is done; who is named, which takes all pages, is
        then null.
    watch:
        Go on with the pages that come or change, until interrupted.
    options:
        Common options.
    """
    call = options.call(corpus, is_json=json)
    return commands.analyse(call, is_streamed=stream, is_watched=watch)


@app.command
def events(
    *corpus: str, json: Json = False, watch: Watch = False, options: Options = _DEFAULT
) -> int:
    """List the events that the articles report.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages.
    json:
        One JSON object.
    watch:
        Go on with the events that begin, grow or end, until interrupted; with --json one object a
        line.
    options:
        Common options.
    """
    return commands.events(options.call(corpus, is_json=json), is_watched=watch)


@app.command
def brief(
    *corpus: str,
    event: Annotated[
        tuple[str, ...], Parameter(negative=(), consume_multiple=False, show_default=False)
    ] = (),
    all_: Annotated[bool, Parameter(name="--all", negative=())] = False,
    writing: Writing = _WRITING,
    options: Options = _DEFAULT,
) -> int:
    """Write briefs: what the sources say of an event, every sentence cited.

    A brief written to a file (-o, or > FILE) is remembered: --since-last later
    writes only what has changed. --since takes the earlier brief from a file;
    without --event it is compared with whatever event it tells of.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages.
    event:
        Id of an event, as "briefing events" shows it; may be given again.
    all_:
        Every event of the corpus.
    writing:
        As what, where, and since when.
    options:
        Common options.
    """
    from briefing.cli.briefs import BriefRequest, brief

    how = (writing.format, writing.output, writing.force)
    against = (writing.since_last, writing.since)
    request = BriefRequest(event, all_, *how, *against, writing.notes)
    return brief(options.call(corpus), request)


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


@app.command
def corrections(
    *corpus: str,
    undo: Annotated[str | None, Parameter(show_default=False)] = None,
    json: Json = False,
    options: Options = _DEFAULT,
) -> int:
    """List what was decided in the reader about events and names, or take it back.

    A decision is dormant while its places are not found in these pages: it is
    kept, and holds again once they are there.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages.
    undo:
        Number of the decision to take back, or "last".
    json:
        One JSON object per decision, one per line.
    options:
        Common options.
    """
    from briefing.cli.decisions import corrections as list_corrections

    return list_corrections(options.call(corpus, is_json=json), undo)


@app.command
def notes(*corpus: str, json: Json = False, options: Options = _DEFAULT) -> int:
    """List what was noted and marked in the reader, with where it stands.

    Parameters
    ----------
    corpus:
        Files, folders or globs of saved pages.
    json:
        One JSON object per note or mark, one per line.
    options:
        Common options.
    """
    from briefing.cli.decisions import notes as list_notes

    return list_notes(options.call(corpus, is_json=json))


@app.command(usage="Usage: briefing search [OPTIONS] [CORPUS...] QUERY")
def search(*corpus_query: str, json: Json = False, options: Options = _DEFAULT) -> int:
    """Find lines that meet a query, with their events.

    Words match words that begin with them, "quoted words" exactly, /expressions/
    as regular expressions, case aside; -word must be absent. Filters are who:
    place: lang: source: after: before: with dates as 2024-06-13, 2024-06 or 2024.

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
    from briefing.cli.verifying import verify

    return verify(briefs_, corpus, Terminal(sys.stdout, sys.stderr))


@app.command
def fetch(*addresses: str, into: str, options: fetching.FetchOptions = _FETCHING) -> int:
    """Save the pages that feeds lead to in a folder; with the extra "fetch".

    Addresses are those of feeds, lists of feeds (OPML) and pages, or files of
    them: a list of feeds, a saved feed, one address a line, - for standard
    input. robots.txt is honoured. A run that was stopped goes on where it was;
    what is in the folder is not fetched again.

    Parameters
    ----------
    addresses:
        Addresses (http, https) and files of addresses.
    into:
        Folder of the pages; a corpus for the other commands.
    options:
        What may be fetched, and how fast.
    """
    terminal = Terminal(sys.stdout, sys.stderr, is_quiet=options.quiet)
    return fetching.fetch(addresses, into, options, terminal)


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

    settings = load_settings({"models": named_models(model)})
    return list_models(settings, Terminal(sys.stdout, sys.stderr), is_json=json)


setup.register(app)
