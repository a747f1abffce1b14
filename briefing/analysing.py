"""Who analyses the articles: this process, worker processes once it pays, or a cluster on demand.

Invariant: outcomes come in the order of the articles and are the same whoever made them; what a
worker leaves undone is done here. Workers only compute; the cache is written by whoever asked.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefing.config import Settings
from briefing.errors import BriefingError
from briefing.model import Article, Document, Rejection
from briefing.plugins import TAGGERS, Tagger

logger = logging.getLogger(__name__)

Outcome = Document | Rejection

_PAYS = 250_000
"""Characters, about fifty pages: less is done here before the workers have read their models."""

_MOST_WORKERS = 8
"""Unless more are asked for: each holds a model (150 MB)."""

_BATCH = 16_000
_BATCH_ARTICLES = 64
_AHEAD = 3
_POLL = 0.05


@dataclass(frozen=True, slots=True)
class TaggerChoice:
    """What the settings say of taggers, as it is sent to a worker."""

    tagger: str
    models: tuple[tuple[str, str], ...]


def chosen_tagger(settings: Settings) -> TaggerChoice:
    """The part of the settings that a worker needs."""
    return TaggerChoice(settings.tagger, tuple(sorted(settings.models.items())))


def load_tagger(choice: TaggerChoice) -> Tagger:
    """The tagger that the settings choose; a worker process makes its own."""
    load_others: Callable[[], Tagger] = TAGGERS.load(choice.tagger)
    if not choice.models:
        return load_others()
    from briefing.analysis.tagger import load_tagger as load_by_language

    return load_by_language(dict(choice.models), load_others)


_load_once = lru_cache(maxsize=1)(load_tagger)


def analyse_article(article: Article, tagger: Tagger) -> Outcome:
    """The article analysed, or why it could not be."""
    from briefing.analysis.document import analyse

    try:
        return analyse(article, tagger)
    except (BriefingError, ImportError):  # of the installation, not of the page
        raise
    except Exception as error:  # a tagger is a plug-in, and a page may be hostile
        logger.debug("%s", article.path, exc_info=True)
        which = "" if article.path.endswith(article.id) else f"{article.id}: "
        reason = f"{which}the analysis failed: {type(error).__name__}: {error}"
        return Rejection(article.path, None, reason)


def analyse_batch(choice: TaggerChoice, articles: Sequence[Article]) -> list[Outcome]:
    """What a worker does: articles analysed with the worker's own tagger."""
    tagger = _load_once(choice)
    return [analyse_article(article, tagger) for article in articles]


def count_workers(jobs: int | None, articles: int) -> int:
    """How many processes may work: as many as asked for, else one a core."""
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return max(1, min(jobs or min(cores, _MOST_WORKERS), articles))


@dataclass(frozen=True, slots=True)
class _Batch:
    """Articles that stand side by side and were sent to a worker together, to save on post."""

    articles: tuple[Article, ...]
    future: Future[list[Outcome]]


class Analysts:
    """Analyses the articles of one run, here and by workers.

    `check` is called while waiting and may raise to end the run. Workers that are `lent` do all of
    it, from the first page on, and outlive the run.
    """

    def __init__(
        self,
        settings: Settings,
        articles: Sequence[Article | Rejection],
        check: Callable[[], None],
        lent: Executor | None = None,
    ) -> None:
        self._choice = chosen_tagger(settings)
        self._jobs = settings.jobs
        self._cluster = settings.cluster
        self._workers = count_workers(settings.jobs, len(articles))
        self._articles = articles
        self._ahead = sum(len(a.text) for a in articles if isinstance(a, Article))
        self._done_here = 0
        self._check = check
        self._executor = lent
        self._is_lent = lent is not None
        self._open: list[Article] = []
        self._queue: deque[_Batch | Outcome] = deque()

    @cached_property
    def _tagger(self) -> Tagger:
        return load_tagger(self._choice)

    def outcomes(self, find: Callable[[Article], Document | None]) -> Generator[Outcome]:
        """The outcome of each article, in order; what `find` knows is not analysed."""
        try:
            for article in self._articles:
                known = article if isinstance(article, Rejection) else find(article)
                if isinstance(article, Article):
                    self._ahead -= len(article.text)
                if known is not None:
                    self._append(known)
                elif isinstance(article, Article):
                    self._take(article)
                yield from self._finished(_AHEAD * self._workers)
            self._send()
            yield from self._finished(0)
        finally:
            if self._executor is not None and not self._is_lent:
                self._executor.shutdown(cancel_futures=True)

    def _take(self, article: Article) -> None:
        """Analyse an article here, or put it into the batch that waits for more."""
        if not self._has_workers():
            self._done_here += len(article.text)
            self._append(analyse_article(article, self._tagger))
            return
        self._open.append(article)
        size = sum(len(a.text) for a in self._open)
        if size >= _BATCH or len(self._open) >= _BATCH_ARTICLES:
            self._send()

    def _has_workers(self) -> bool:
        """Whether workers do it: from the first on demand, else once much was done here."""
        if self._executor is not None:
            return True
        if self._cluster is not None:
            from briefing.cluster import connect

            cluster = connect(self._cluster)
            self._executor, self._workers = cluster, cluster.count
        elif self._workers > 1:
            is_large = min(self._done_here, self._ahead) >= _PAYS
            if is_large or self._jobs is not None:
                from briefing.workers import Workers

                self._executor = Workers(self._workers)
        return self._executor is not None

    def _append(self, outcome: Outcome) -> None:
        self._send()
        self._queue.append(outcome)

    def _send(self) -> None:
        if self._executor is not None and self._open:
            articles, self._open = tuple(self._open), []
            future = self._executor.submit(analyse_batch, self._choice, articles)
            self._queue.append(_Batch(articles, future))

    def _finished(self, longest: int) -> Iterator[Outcome]:
        """What is ready at the head of the queue; waits while the queue is longer than wanted."""
        while self._queue:
            head = self._queue[0]
            if isinstance(head, _Batch):
                if len(self._queue) <= longest and not head.future.done():
                    return
                yield from self._outcomes_of(head)
            else:
                yield head
            self._queue.popleft()

    def _outcomes_of(self, batch: _Batch) -> Iterator[Outcome]:
        while not batch.future.done():
            self._check()
            wait((batch.future,), timeout=_POLL)
        try:
            yield from batch.future.result()
        except BrokenExecutor:
            for article in batch.articles:
                self._check()
                yield analyse_article(article, self._tagger)
