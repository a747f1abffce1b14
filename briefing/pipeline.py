"""From files to a grouped corpus: the only module that runs the stages, one after the other.

Invariant: what is analysed or grouped once is taken from the cache as long as neither the pages nor
the code have changed; then neither the entity model nor the grouping is even imported. The result
is the same with and without the cache, in whatever order the files come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from importlib.metadata import entry_points
from pathlib import Path

from briefing import __version__
from briefing.analysing import Analysts
from briefing.config import Settings
from briefing.errors import Cancelled, CorpusError
from briefing.model import (
    Article,
    Brief,
    Correction,
    Document,
    Entity,
    Event,
    GroupedCorpus,
    Progress,
    Rejection,
    Stage,
)
from briefing.plugins import TAGGERS
from briefing.store.cache import AnalysisCache, StoredGrouping, open_cache
from briefing.store.fingerprint import article_key, code_stamp, corpus_key, folder_stamp
from briefing.store.workspace import load_corrections

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
    run = _Run(settings, on_progress, is_cancelled, _pipelines(settings))
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
    run = _Run(settings, on_progress, is_cancelled, _pipelines(settings))
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
    """One run over a corpus: the settings, the cache and the keys of what is in it.

    `pipelines` says of each language with a pipeline of its own which one and as of when.
    """

    settings: Settings
    on_progress: Callable[[Progress], None]
    is_cancelled: Callable[[], bool]
    pipelines: Mapping[str, str]
    keys: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def analyser(self) -> str:
        """Which analysis this is, without importing it: the key to what it made before."""
        name = self.settings.tagger
        return f"{__version__} {name} {_tagger_version(name)} {code_stamp(ANALYSIS_CODE)}"

    @cached_property
    def cache(self) -> AnalysisCache:
        return open_cache(self.settings.cache, self.analyser)

    def analyse(self, paths: Sequence[str]) -> Iterator[Document | Rejection]:
        found = self._load(paths)
        self._report(Stage.ANALYSE, 0, len(found))
        with closing(Analysts(self.settings, found, self._check).outcomes(self._find)) as outcomes:
            for number, (article, outcome) in enumerate(zip(found, outcomes, strict=True), start=1):
                if isinstance(article, Article) and isinstance(outcome, Document):
                    self._keep(article, outcome)
                yield outcome
                self._report(Stage.ANALYSE, number, len(found), article.path)

    def group(self, documents: Sequence[Document]) -> StoredGrouping:
        self._report(Stage.GROUP, 0, None)
        ids = [d.article.id for d in documents]
        decided = _relevant(load_corrections(self.settings.workspace), documents)
        stamp = code_stamp(GROUPING_CODE) + "".join(map(repr, decided))
        key = corpus_key(((i, self.keys[i]) for i in ids), stamp)
        grouping = self.cache.find_grouping(key)
        if grouping is None:
            grouping = _group(documents, decided)
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

    def _keep(self, article: Article, document: Document) -> None:
        if article.id not in self.keys:
            key = article_key(article, self.analyser + self._reader(document))
            self.keys[article.id] = key
            self.cache.keep_document(key, document)

    def _find(self, article: Article) -> Document | None:
        """What the model for the page's language made of it: which language, the find itself says.

        So a change of model leaves alone the pages in all other languages.
        """
        for reader in (*sorted(set(self.pipelines.values())), ""):
            key = article_key(article, self.analyser + reader)
            document = self.cache.find_document(key, article)
            if document is not None and self._reader(document) == reader:
                self.keys[article.id] = key
                return document
        return None

    def _reader(self, document: Document) -> str:
        return self.pipelines.get(document.article.language or "", "")

    def _report(self, stage: Stage, done: int, total: int | None, what: str = "") -> None:
        self._check()
        self.on_progress(Progress(stage, done, total, what))

    def _check(self) -> None:
        if self.is_cancelled():
            raise Cancelled("stopped", "what was analysed is kept")


def _relevant(
    corrections: Sequence[Correction], documents: Sequence[Document]
) -> tuple[Correction, ...]:
    """The corrections that speak of the corpus: those of another must not make its grouping new."""
    there = {d.article.sha256 for d in documents}
    return tuple(c for c in corrections if there.intersection((*c.articles, *c.others)))


def _group(documents: Sequence[Document], corrections: Sequence[Correction]) -> StoredGrouping:
    from briefing.entities.references import resolve_references
    from briefing.events.grouping import group_events

    entities = resolve_entities(documents)
    grouping = group_events(documents, entities, corrections=corrections)
    entities = resolve_references(documents, entities, grouping.events)
    return StoredGrouping(entities, grouping.events, grouping.storylines)


def _pipelines(settings: Settings) -> dict[str, str]:
    """The pipeline of each language that has its own; raises `ModelError` for one not there."""
    if not settings.models:
        return {}
    from briefing.analysis.pipelines import iter_named

    named = iter_named(settings.models)
    return {language: f" {p.full_name} {folder_stamp(p.folder)}" for language, p in named}


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
