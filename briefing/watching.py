"""A corpus that is followed: files come, change and go, and its grouping is made anew.

Invariant: what is shown is always that of the files as they stood at one look; a file that is
seen half-written is looked at again until it is whole. Nothing here waits longer than a moment
without asking whether it is still wanted.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from glob import has_magic
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Protocol
from weakref import finalize

from briefing.config import Settings
from briefing.continuity import Changes, compare_groupings, keep_ids
from briefing.errors import BriefingError, CorpusError
from briefing.exporters.layout import count
from briefing.model import GroupedCorpus, Progress
from briefing.pipeline import Preview, open_corpus
from briefing.store.cache_place import OFF

logger = logging.getLogger(__name__)

Files = Mapping[str, tuple[int, int, int]]
"""What tells whether a file is the same still: by its path, time of change, size and number."""

_TICK = 0.25
"""Seconds after which a wait asks whether it is still wanted."""
_REST = 0.4
"""Seconds for which no file may change before they are read: pages are saved in pieces."""
_MOST_RESTS = 12
"""Rests after which the files are read all the same: a stream of pages never comes to rest."""
_LOOK = 4.0
"""Seconds between looks where no change is heard of: folders of a network tell of none."""
_SHARE = 20
"""The share of the time, as one in so many, that looks may take: large folders are looked at
less often."""

_EMPTY = GroupedCorpus((), (), (), ())


class Opener(Protocol):
    """Opens a corpus, as `briefing.pipeline.open_corpus` does."""

    def __call__(
        self,
        paths: Sequence[str],
        settings: Settings,
        *,
        on_progress: Callable[[Progress], None],
        is_cancelled: Callable[[], bool],
        preview: Preview | None,
    ) -> GroupedCorpus:
        """The corpus at `paths`; raises `BriefingError`."""
        ...


@dataclass(frozen=True, slots=True)
class Renewal:
    """The corpus as it is now, and what has changed since it was last shown."""

    corpus: GroupedCorpus
    changes: Changes


def _never() -> bool:
    return False


def _ignore(_: Progress) -> None:
    pass


class Watch:
    """Opens a corpus and follows it from then on; what changes meanwhile is not missed.

    `opener` may be called from one thread and `renewals` from another, one after the other.
    """

    def __init__(self, opener: Opener = open_corpus) -> None:
        self._opener = opener
        self._seen: Files = {}
        self._corpus = _EMPTY
        self._cache: str | None = None

    def open(
        self,
        paths: Sequence[str],
        settings: Settings,
        *,
        on_progress: Callable[[Progress], None] = _ignore,
        is_cancelled: Callable[[], bool] = _never,
        preview: Preview | None = None,
    ) -> GroupedCorpus:
        """The corpus at `paths`, as `open_corpus` has it; a folder may be empty as yet."""
        self._seen = look_at(paths) or {}
        self._corpus = self._open(paths, settings, on_progress, is_cancelled, preview)
        return self._corpus

    def renewals(
        self,
        paths: Sequence[str],
        settings: Settings,
        *,
        on_progress: Callable[[Progress], None] = _ignore,
        is_cancelled: Callable[[], bool] = _never,
    ) -> Iterator[Renewal]:
        """The corpus each time that pages came, changed or went; ends when it is cancelled.

        Events keep the ids under which they were shown before.
        """
        corpus = self._corpus
        for seen in _looks(paths, self._seen, is_cancelled):
            after = _EMPTY
            if seen:
                opened = self._open(paths, settings, on_progress, is_cancelled, None)
                after = keep_ids(corpus, opened)
            changes = compare_groupings(corpus, after)
            corpus = after
            if changes.is_any:
                yield Renewal(corpus, changes)

    def _open(
        self,
        paths: Sequence[str],
        settings: Settings,
        on_progress: Callable[[Progress], None],
        is_cancelled: Callable[[], bool],
        preview: Preview | None,
    ) -> GroupedCorpus:
        try:
            return self._opener(
                paths,
                replace(settings, cache=self._kept_for_now())
                if settings.cache == OFF
                else settings,
                on_progress=on_progress,
                is_cancelled=is_cancelled,
                preview=preview,
            )
        except CorpusError:
            if look_at(paths) == {}:
                return _EMPTY  # nothing there as yet, or no more
            raise

    def _kept_for_now(self) -> str:
        """A cache that goes with the program: nobody wants all pages analysed with each new one."""
        if self._cache is None:
            self._cache = mkdtemp(prefix="briefing-watch-")
            finalize(self, rmtree, self._cache, ignore_errors=True)
        return self._cache


def look_at(paths: Sequence[str]) -> Files | None:
    """The files of a corpus as they stand now; None while what was named is not there at all.

    A folder of a network that is away for a moment must not be taken for one without pages.
    """
    if any(not has_magic(p) and not Path(p).expanduser().exists() for p in paths):
        return None
    from briefing.readers.corpus import UNFINISHED, expand_paths

    files: dict[str, tuple[int, int, int]] = {}
    for path in paths:
        try:
            found = expand_paths([path])
        except CorpusError:  # a pattern that nothing matches yet
            continue
        for file in found:
            if file.path.casefold().endswith(UNFINISHED):
                continue  # its end will be told of, under its own name
            try:
                status = Path(file.path).stat()
            except (OSError, ValueError):
                files[file.path] = (0, 0, 0)
            else:
                files[file.path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return files


def check_watchable(paths: Sequence[str]) -> None:
    """Raises `BriefingError` for what cannot be followed: standard input."""
    from briefing.readers.corpus import STANDARD_INPUT

    if {STANDARD_INPUT, "/dev/stdin"} & set(paths):
        raise BriefingError("standard input cannot be watched", "name a folder: --watch pages/")


def tell_changes(changes: Changes) -> str:
    """What has changed, in one line: "2 new pages: 1 joined “Talks”, 1 new event"."""
    parts = []
    if changes.new:
        parts.append(_told_new(changes))
    for pages, words in ((changes.changed, "changed"), (changes.gone, "gone")):
        if pages:
            parts.append(f"{count(len(pages), 'page')} {words}")
    if changes.rejected:
        parts.append(f"{count(len(changes.rejected), 'file')} rejected")
    if not parts and changes.is_mended:
        parts.append("a rejected file is whole now or gone")
    return "; ".join(parts) or "the events have changed"


def _told_new(changes: Changes) -> str:
    joined = sum(number for _, number in changes.joined)
    label = changes.joined[0][0].label if len(changes.joined) == 1 else ""
    whither = f"“{label}”" if label else count(len(changes.joined), "event")
    told = [f"{joined} joined {whither}"] if joined else []
    if changes.begun:
        told.append(f"{count(len(changes.begun), 'new event')}")
    pages = count(len(changes.new), "new page")
    return f"{pages}: {', '.join(told)}" if told else pages


def _looks(paths: Sequence[str], seen: Files, is_cancelled: Callable[[], bool]) -> Iterator[Files]:
    """The files whenever they differ from those last seen and have come to rest."""
    due = 0.0
    for is_told in _wakes(paths, is_cancelled):
        if not is_told and time.monotonic() < due:
            continue
        started = time.monotonic()
        files = look_at(paths)
        spent = time.monotonic() - started
        if files is not None and files != seen:
            seen = _rested(paths, files, is_cancelled)
            yield seen
        due = time.monotonic() + max(_LOOK, _SHARE * spent)


def _rested(paths: Sequence[str], files: Files, is_cancelled: Callable[[], bool]) -> Files:
    """The files once none of them changes any more; those that still do are told of again."""
    for _ in range(_MOST_RESTS):
        time.sleep(_REST)
        later = look_at(paths)
        if later is None or later == files or is_cancelled():
            break
        files = later
    return files


def _wakes(paths: Sequence[str], is_cancelled: Callable[[], bool]) -> Iterator[bool]:
    """Whether a change was heard of, at least once a tick, until it is cancelled."""
    from watchfiles import watch

    try:
        heard = watch(
            *_targets(paths),
            watch_filter=None,
            step=100,
            rust_timeout=int(_TICK * 1000),
            yield_on_timeout=True,
            ignore_permission_denied=True,
        )
        for changes in heard:
            if is_cancelled():
                return
            yield bool(changes)
    except OSError as error:  # more folders than the system tells of
        logger.debug("watching by looking only: %s", error)
    while not is_cancelled():
        time.sleep(_TICK)
        yield False


def _targets(paths: Sequence[str]) -> list[Path]:
    """The folders and files that the paths name; for a pattern the folder above its wildcards."""
    found = []
    for path in paths:
        target = Path(path).expanduser()
        while not target.exists():
            target = target.parent
        found.append(target)
    return list(dict.fromkeys(found))
