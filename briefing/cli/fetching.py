"""The command that fetches: from options to a folder of pages, and a word on what came of it.

Invariant: this is the only door to the network, and it is opened by name alone; what is missing to
go through it is said with the command that adds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from briefing.cli.commands import DONE, FOUND_WRONG
from briefing.cli.terminal import Column, Terminal
from briefing.days import is_day, parse_day
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.fetching.kinds import FetchReport, Plan

_NEEDED = ("urllib3", "protego")
_COLUMNS = (Column("page", ratio=3), Column("published"), Column("headline", ratio=4))

_Count = Annotated[int, Parameter(validator=Number(gte=1))]
_Seconds = Annotated[float, Parameter(validator=Number(gte=0))]
_Limit = Annotated[float, Parameter(validator=Number(gt=0))]


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class FetchOptions:
    """What `briefing fetch` may be told."""

    limit: _Count | None = None
    """At most so many pages of feeds in this run, one of each feed in turn."""

    since: str | None = None
    """Only entries of feeds from this day on, as 2024-06-13; undated ones are fetched."""

    delay: _Seconds = 1.0
    """Seconds between two requests to one host; its robots.txt may ask for more."""

    timeout: _Limit = 30.0
    """Seconds that one request may last in all."""

    max_bytes: _Count = 16 * 2**20
    """Bytes that one answer may hold once unpacked."""

    jobs: _Count = 4
    """How many hosts are asked at the same time."""

    refresh: Annotated[bool, Parameter(negative=())] = False
    """Ask again for pages that are there; a text that has changed is saved beside the earlier."""

    allow_private: Annotated[bool, Parameter(negative=())] = False
    """Fetch from this machine and private networks, too."""

    json: Annotated[bool, Parameter(negative=())] = False
    """One JSON object on what was saved and what was not."""

    strict: Annotated[bool, Parameter(negative=())] = False
    """Exit with 1 if any address failed."""

    quiet: Annotated[bool, Parameter(name=["--quiet", "-q"], negative=())] = False
    """Show no progress."""

    def plan(self) -> Plan:
        """What the run may do; raises `BriefingError` for a day that is none."""
        from briefing.fetching.kinds import Plan

        if self.since is not None and not (is_day(self.since) and parse_day(self.since)):
            raise BriefingError(f"--since {self.since} is no day", "write it as 2024-06-13")
        return Plan(
            since=self.since,
            limit=self.limit,
            delay=self.delay,
            jobs=self.jobs,
            refresh=self.refresh,
        )


def fetch(named: Sequence[str], into: str, options: FetchOptions, terminal: Terminal) -> int:
    """Save the pages that feeds, lists and addresses lead to in a folder."""
    _check_libraries()
    if not named:
        raise BriefingError("what to fetch?", "name feeds, lists of feeds (OPML) or pages")
    from briefing.fetching.harvest import Means
    from briefing.fetching.harvest import fetch as harvest
    from briefing.fetching.inputs import read_inputs
    from briefing.fetching.transport import Transport
    from briefing.readers.leading import WebFormats

    plan, formats = options.plan(), WebFormats()
    targets, rejections = read_inputs(named, formats)
    transport = Transport(options.timeout, options.max_bytes, options.allow_private)
    folder, means = Path(into).expanduser(), Means(transport, formats)
    report = harvest(targets, folder, plan, means, terminal.on_progress)
    rejected = (*rejections, *report.rejections)
    if options.json:
        terminal.write_json(_record(into, report) | {"rejected": [asdict(r) for r in rejected]})
    elif report.saved:
        rows = ((p.file, (p.published or "")[:10], p.headline or "") for p in report.saved)
        terminal.write_table(_COLUMNS, rows)
    terminal.finish()
    terminal.say_rejected(rejected)
    for page, feed in report.announced:
        terminal.say(f"{page} was saved as a page; it announces a feed: {feed}")
    terminal.say(_summary(into, report))
    return FOUND_WRONG if rejected and options.strict else DONE


def _check_libraries() -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise BriefingError(
            f"fetching needs {' and '.join(missing)}", "pip install 'briefing[fetch]'"
        )


def _record(into: str, report: FetchReport) -> dict[str, object]:
    return {
        "into": into,
        "saved": [asdict(page) for page in report.saved],
        "feeds": report.feeds,
        "unchanged": report.unchanged,
        "known": report.known,
        "old": report.old,
        "left": report.left,
        "resting": report.resting,
        "announced": [{"page": page, "feed": feed} for page, feed in report.announced],
    }


def _summary(into: str, report: FetchReport) -> str:
    """What came of the run, in one line; what did not occur is not named."""
    parts = [
        (report.known, "there already"),
        (report.old, "older than --since"),
        (report.left, "left for another run by --limit"),
        (report.resting, "failed within a day and left alone"),
    ]
    others = ", ".join(f"{count:,} {words}" for count, words in parts if count)
    pages = f"{len(report.saved):,} page{'' if len(report.saved) == 1 else 's'} saved in {into}"
    feeds = f" from {report.feeds:,} feed{'' if report.feeds == 1 else 's'}" if report.feeds else ""
    unchanged = f" ({report.unchanged:,} unchanged)" if report.unchanged else ""
    return pages + feeds + unchanged + (f"; {others}" if others else "")
