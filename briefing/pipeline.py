"""From files to a grouped corpus: the only module that runs the stages, one after the other.

Invariant: what is analysed or grouped once is taken from the cache as long as neither the pages nor
the code have changed; then neither the entity model nor the grouping is even imported. The result
is the same with and without the cache, in whatever order the files come.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from importlib.metadata import entry_points
from pathlib import Path

from briefing import __version__
from briefing.config import Settings
from briefing.errors import BriefingError, Cancelled, CorpusError
from briefing.model import (
    Article,
    Brief,
    Document,
    Entity,
    Event,
    GroupedCorpus,
    Progress,
    Rejection,
    Stage,
)
from briefing.plugins import TAGGERS, Tagger
from briefing.store.cache import AnalysisCache, StoredGrouping, open_cache
from briefing.store.fingerprint import article_key, code_stamp, corpus_key

logger = logging.getLogger(__name__)

ANALYSIS_CODE = ("*.py", "model", "lexicon", "analysis", "models")
"""The files that decide how one page comes out; a change of theirs makes its analysis stale."""

GROUPING_CODE = ("*.py", "model", "lexicon", "entities", "events")
"""The files that decide how analysed pages are grouped."""


def _ignore(_: Progress) -> None:
    pass


def _never() -> bool:
    return False


def open_corpus(
    paths: Sequence[str],
    settings: Settings,
    *,
    on_progress: Callable[[Progress], None] = _ignore,
    is_cancelled: Callable[[], bool] = _never,
) -> GroupedCorpus:
    """Read, analyse and group the pages at `paths`.

    Raises `CorpusError` where there is nothing to open, and `Cancelled` as soon as `is_cancelled`
    says so: what was analysed until then is in the cache.
    """
    run = _Run(settings, on_progress, is_cancelled)
    documents: list[Document] = []
    rejections: list[Rejection] = []
    with run.cache:
        for found in run.analyse(paths):
            if isinstance(found, Rejection):
                rejections.append(found)
            else:
                documents.append(found)
        documents.sort(key=lambda d: d.article.id)
        grouping = run.group(documents)
    return GroupedCorpus(
        documents=tuple(documents),
        entities=grouping.entities,
        events=grouping.events,
        storylines=grouping.storylines,
        rejections=tuple(rejections),
    )


def analyse_corpus(
    paths: Sequence[str],
    settings: Settings,
    *,
    on_progress: Callable[[Progress], None] = _ignore,
    is_cancelled: Callable[[], bool] = _never,
) -> Iterator[Document | Rejection]:
    """The pages at `paths` analysed, sorted by id; raises as `open_corpus` does."""
    run = _Run(settings, on_progress, is_cancelled)
    with run.cache:
        yield from run.analyse(paths)


def resolve_entities(documents: Sequence[Document]) -> tuple[Entity, ...]:
    """The people, places and organisations that the documents name, across articles."""
    from briefing.entities.resolve import resolve_entities as resolve

    return resolve(documents)


def compose_brief(corpus: GroupedCorpus, event: Event) -> Brief:
    """The brief of one event of the corpus."""
    from briefing.briefs.compose import write_brief

    documents = {d.article.id: d for d in corpus.documents}
    return write_brief(event, documents, corpus.entities)


def sample_paths() -> tuple[str, ...]:
    """The sample corpus: inside the installed package, in a checkout beside it."""
    package = Path(str(resources.files("briefing")))
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return (str(folder),)
    raise CorpusError("the sample pages are not installed", "name a corpus: briefing PATH")


@dataclass(frozen=True)
class _Run:
    """One run over a corpus: the settings, the cache and, once a page needs it, the tagger."""

    settings: Settings
    on_progress: Callable[[Progress], None]
    is_cancelled: Callable[[], bool]
    keys: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def analyser(self) -> str:
        """Which analysis this is, without importing it: the key to what it made before."""
        name = self.settings.tagger
        return f"{__version__} {name} {_tagger_version(name)} {code_stamp(ANALYSIS_CODE)}"

    @cached_property
    def cache(self) -> AnalysisCache:
        return open_cache(self.settings.cache, self.analyser)

    @cached_property
    def tagger(self) -> Tagger:
        tagger: Tagger = TAGGERS.load(self.settings.tagger)()
        return tagger

    def analyse(self, paths: Sequence[str]) -> Iterator[Document | Rejection]:
        found = self._load(paths)
        self._report(Stage.ANALYSE, 0, len(found))
        for number, article in enumerate(found, start=1):
            if isinstance(article, Rejection):
                yield article
            else:
                yield self._analyse_one(article)
            self._report(Stage.ANALYSE, number, len(found), article.path)

    def group(self, documents: Sequence[Document]) -> StoredGrouping:
        self._report(Stage.GROUP, 0, None)
        ids = [d.article.id for d in documents]
        key = corpus_key(((i, self.keys[i]) for i in ids), code_stamp(GROUPING_CODE))
        grouping = self.cache.find_grouping(key)
        if grouping is None:
            grouping = _group(documents)
            self.cache.keep_grouping(key, grouping)
        self._report(Stage.GROUP, 1, 1)
        return grouping

    def _load(self, paths: Sequence[str]) -> list[Article | Rejection]:
        from briefing.readers.corpus import read_articles

        found: list[Article | Rejection] = []
        for article in read_articles(paths):
            found.append(article)
            self._report(Stage.LOAD, len(found), None, article.path)
        return found

    def _analyse_one(self, article: Article) -> Document | Rejection:
        key = article_key(article, self.analyser)
        self.keys[article.id] = key
        document = self.cache.find_document(key, article)
        if document is None:
            from briefing.analysis.document import analyse

            tagger = self.tagger
            try:
                document = analyse(article, tagger)
            except (BriefingError, ImportError):  # of the installation, not of the page
                raise
            except Exception as error:  # a tagger is a plug-in, and a page may be hostile
                logger.debug("%s", article.path, exc_info=True)
                which = "" if article.path.endswith(article.id) else f"{article.id}: "
                reason = f"{which}the analysis failed: {type(error).__name__}: {error}"
                return Rejection(article.path, None, reason)
            self.cache.keep_document(key, document)
        return document

    def _report(self, stage: Stage, done: int, total: int | None, what: str = "") -> None:
        if self.is_cancelled():
            raise Cancelled("stopped", "what was analysed is kept")
        self.on_progress(Progress(stage, done, total, what))


def _group(documents: Sequence[Document]) -> StoredGrouping:
    from briefing.events.grouping import group_events

    entities = resolve_entities(documents)
    grouping = group_events(documents, entities)
    return StoredGrouping(entities, grouping.events, grouping.storylines)


def _tagger_version(name: str) -> str:
    """What is known of a plugged-in tagger without importing it: its distribution's version."""
    if name in TAGGERS.builtin:
        return ""
    found: Iterable[str] = (
        f"{e.dist.name} {e.dist.version}"
        for e in entry_points(group=TAGGERS.group, name=name)
        if e.dist is not None
    )
    return next(iter(found), "")
