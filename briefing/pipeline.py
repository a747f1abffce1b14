"""From files to a grouped corpus: the only module that runs the stages, one after the other.

Invariant: what is analysed or grouped once is taken from the cache as long as neither the pages nor
the code have changed; then neither the entity model nor the grouping is even imported. The result
is the same with and without the cache, in whatever order the files come.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from briefing import __version__
from briefing.analysing import Analysts
from briefing.anchoring import Anchorage
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
    NameCorrection,
    Progress,
    Rejection,
    Stage,
)
from briefing.plugins import TAGGERS
from briefing.relabelling import relabel
from briefing.settling import settle
from briefing.store.cache import AnalysisCache, StoredGrouping, open_cache
from briefing.store.fingerprint import article_key, code_stamp, corpus_key, folder_stamp
from briefing.store.workspace import load_corrections, load_name_corrections

ANALYSIS_CODE = ("*.py", "model", "lexicon", "analysis", "models")
"""The files that decide how one page comes out; a change of theirs makes its analysis stale."""

GROUPING_CODE = ("*.py", "model", "lexicon", "entities", "events")
"""The files that decide how analysed pages are grouped."""


class Preview(Protocol):
    """What is shown of a corpus before all of it is analysed; asked after each page analysed."""

    def is_due(self, ready: int, left: int) -> bool:
        """Whether the articles that are ready are to be grouped and shown, so many being left."""
        ...

    def is_enough(self) -> bool:
        """Whether to stop, and to group what is ready by now."""
        ...

    def show(self, corpus: GroupedCorpus) -> None:
        """Show what there is by now."""
        ...


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
    preview: Preview | None = None,
) -> GroupedCorpus:
    """Read, analyse and group the pages at `paths`.

    Raises `CorpusError` where there is nothing to open, and `Cancelled` as soon as `is_cancelled`
    says so: what was analysed until then is in the cache. A `preview` is shown the corpus as it
    grows, and may say when it is enough.
    """
    run = _Run(settings, on_progress, is_cancelled, _pipelines(settings))
    documents: list[Document] = []
    rejections: list[Rejection] = []
    with run.cache, closing(run.analyse(paths)) as outcomes:
        for found in outcomes:
            if isinstance(found, Rejection):
                rejections.append(found)
                continue
            documents.append(found)
            if preview is None or not run.is_fresh(found):
                continue
            if preview.is_enough():
                break
            if preview.is_due(len(documents), run.count - len(documents) - len(rejections)):
                early = run.group(documents, is_early=True)
                preview.show(_assemble(documents, rejections, early))
        return _assemble(documents, rejections, run.group(documents))


def _assemble(
    documents: Sequence[Document], rejections: Sequence[Rejection], grouping: StoredGrouping
) -> GroupedCorpus:
    ordered = sorted(documents, key=lambda d: d.article.id)
    return GroupedCorpus(
        documents=relabel(ordered, grouping.relabelled),
        entities=grouping.entities,
        events=grouping.events,
        storylines=grouping.storylines,
        rejections=tuple(rejections),
        dormant=grouping.dormant,
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


def name_documents(
    documents: Sequence[Document], settings: Settings
) -> tuple[tuple[Document, ...], tuple[Entity, ...]]:
    """The documents and the entities that they name, with the reader's decisions about names."""
    documents = relabel(documents, settle(documents))
    entities = resolve_entities(documents)
    decided = _relevant_names(load_name_corrections(settings.workspace), documents)
    if not decided:
        return tuple(documents), entities
    from briefing.entities.corrections import correct_entities

    corrected = correct_entities(documents, entities, decided)
    return relabel(documents, corrected.relabelled), corrected.entities


def compose_brief(corpus: GroupedCorpus, event: Event, language: str | None = None) -> Brief:
    """The brief of one event of the corpus, in the reader's language where a page has it."""
    return BriefComposer(corpus, language).compose(event)


@dataclass(frozen=True)
class BriefComposer:
    """Writes briefs of one corpus: what is looked up for each of them is indexed once."""

    corpus: GroupedCorpus
    language: str | None = None

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The corpus by article id."""
        return {d.article.id: d for d in self.corpus.documents}

    @cached_property
    def _named(self) -> Mapping[str, Sequence[int]]:
        """Which entities each article names, by their places in the corpus."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, entity in enumerate(self.corpus.entities):
            for article in dict.fromkeys(m.article for m in entity.mentions):
                found[article].append(number)
        # The collector does not go through tuples of numbers, which a reader would wait for.
        return {article: tuple(numbers) for article, numbers in found.items()}

    def compose(self, event: Event) -> Brief:
        """The brief of one event, in the reader's language where a page has it."""
        from briefing.briefs.compose import write_brief

        numbers = sorted({n for a in event.articles for n in self._named.get(a, ())})
        entities = [self.corpus.entities[n] for n in numbers]
        return write_brief(event, self.documents, entities, self.language, self.corpus.events)


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

    `pipelines` says of each language with a pipeline of its own which one and as of when. `found`
    is what the files hold, `fresh` the ids of the articles that were analysed in this run.
    """

    settings: Settings
    on_progress: Callable[[Progress], None]
    is_cancelled: Callable[[], bool]
    pipelines: Mapping[str, str]
    keys: dict[str, bytes] = field(default_factory=dict)
    found: list[Article | Rejection] = field(default_factory=list)
    fresh: set[str] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How many articles and rejections there are in all."""
        return len(self.found)

    def is_fresh(self, document: Document) -> bool:
        """Whether the article was analysed in this run rather than known."""
        return document.article.id in self.fresh

    @cached_property
    def analyser(self) -> str:
        """Which analysis this is, without importing it: the key to what it made before."""
        name = self.settings.tagger
        return f"{__version__} {name} {_tagger_version(name)} {code_stamp(ANALYSIS_CODE)}"

    @cached_property
    def cache(self) -> AnalysisCache:
        return open_cache(self.settings.cache, self.analyser)

    def analyse(self, paths: Sequence[str]) -> Generator[Document | Rejection]:
        found = self._load(paths)
        self._report(Stage.ANALYSE, 0, len(found))
        with closing(Analysts(self.settings, found, self._check).outcomes(self._find)) as outcomes:
            for number, (article, outcome) in enumerate(zip(found, outcomes, strict=True), start=1):
                if isinstance(article, Article) and isinstance(outcome, Document):
                    self._keep(article, outcome)
                yield outcome
                self._report(Stage.ANALYSE, number, len(found), article.path)

    def group(self, documents: Sequence[Document], *, is_early: bool = False) -> StoredGrouping:
        """The articles grouped; an early grouping is not told of and not kept."""
        if not is_early:
            self._report(Stage.GROUP, 0, None)
        documents = sorted(documents, key=lambda d: d.article.id)
        ids = [d.article.id for d in documents]
        decided = _relevant(load_corrections(self.settings.workspace), documents)
        names = _relevant_names(load_name_corrections(self.settings.workspace), documents)
        stamp = code_stamp(GROUPING_CODE) + "".join(map(repr, (*decided, *names)))
        key = corpus_key(((i, self.keys[i]) for i in ids), stamp)
        grouping = self.cache.find_grouping(key)
        if grouping is None:
            with _uncollected():
                grouping = _group(documents, decided, names)
            if not is_early:
                self.cache.keep_grouping(key, grouping)
        if not is_early:
            self._report(Stage.GROUP, 1, 1)
        return grouping

    def _load(self, paths: Sequence[str]) -> list[Article | Rejection]:
        from briefing.readers.corpus import read_articles

        for article in read_articles(paths):
            self.found.append(article)
            self._report(Stage.LOAD, len(self.found), None, article.path)
        return self.found

    def _keep(self, article: Article, document: Document) -> None:
        if article.id not in self.keys:
            key = article_key(article, self.analyser + self._reader(document))
            self.keys[article.id] = key
            self.fresh.add(article.id)
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


def _relevant_names(
    corrections: Sequence[NameCorrection], documents: Sequence[Document]
) -> tuple[NameCorrection, ...]:
    """The decisions about names that speak of pages of the corpus."""
    if not corrections:
        return ()
    pages = Anchorage(d.article for d in documents)
    return tuple(c for c in corrections if any(map(pages.holds, (*c.mentions, *c.others))))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Grouping makes millions of values and no cycles: looking for these takes a sixth of it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _group(
    documents: Sequence[Document],
    corrections: Sequence[Correction],
    names: Sequence[NameCorrection],
) -> StoredGrouping:
    from briefing.entities.corrections import correct_entities
    from briefing.entities.references import resolve_references
    from briefing.events.grouping import group_events

    settled = settle(documents, people_only=True)
    documents = relabel(documents, settled)
    corrected = correct_entities(documents, resolve_entities(documents), names)
    documents = relabel(documents, corrected.relabelled)
    grouping = group_events(documents, corrected.entities, corrections=corrections)
    entities = resolve_references(documents, corrected.entities, grouping.events)
    return StoredGrouping(
        entities,
        grouping.events,
        grouping.storylines,
        (*settled, *corrected.relabelled),
        corrected.dormant,
    )


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
