"""The orchestrator: what is done, what is taken from the cache, what a page can break."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing import analysing, pipeline
from briefing.config import Settings
from briefing.errors import BriefingError, Cancelled, CorpusError, ModelError
from briefing.model import (
    Article,
    Correction,
    Document,
    Entity,
    Event,
    GroupedCorpus,
    Mention,
    Passage,
    Place,
    Progress,
    Rejection,
    Stage,
)
from briefing.pipeline import analyse_corpus, compose_brief, open_corpus, sample_paths
from briefing.plugins import Registry
from briefing.store.cache import StoredGrouping
from tests.builders import build_document


class FakeTagger:
    name = "fake 1"

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        return [() for _ in passages]


class Stages:
    """Stands in for analysis and grouping, and remembers what was asked of them."""

    def __init__(self) -> None:
        self.taggers = 0
        self.analysed: list[str] = []
        self.grouped: list[tuple[str, ...]] = []

    def load_tagger(self) -> FakeTagger:
        self.taggers += 1
        return FakeTagger()

    def analyse(self, article: Article, tagger: FakeTagger) -> Document:
        assert tagger.name == "fake 1"
        self.analysed.append(article.id)
        if "poison" in article.text:
            raise ValueError("a page broke it")
        document = build_document(article.id, article.text)
        return replace(document, article=replace(document.article, path=article.path))

    def group(
        self,
        documents: Sequence[Document],
        _: Sequence[Entity],
        *,
        corrections: Sequence[Correction],
    ) -> StoredGrouping:
        assert corrections == ()
        ids = tuple(d.article.id for d in documents)
        self.grouped.append(ids)
        event = Event("e1", "All of it", "meeting", None, Place(), (), (), ids)
        return StoredGrouping((), (event,), ())


def registry_of(factory: Callable[[], object]) -> SimpleNamespace:
    return SimpleNamespace(load=lambda _: factory, builtin=["shipped"], group="briefing.no-group")


def plug_in(monkeypatch: pytest.MonkeyPatch, registry: object) -> None:
    for module in (pipeline, analysing):
        monkeypatch.setattr(module, "TAGGERS", registry)


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> Stages:
    fake = Stages()
    monkeypatch.setattr("briefing.analysis.document.analyse", fake.analyse)
    monkeypatch.setattr("briefing.entities.resolve.resolve_entities", lambda _: ())
    monkeypatch.setattr("briefing.events.grouping.group_events", fake.group)
    plug_in(monkeypatch, registry_of(fake.load_tagger))
    return fake


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in {"b.txt": "Bells\n\nThey rang.", "a.txt": "Apples\n\nThey fell."}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache=str(tmp_path / "cache"))


def ids(corpus: GroupedCorpus) -> list[str]:
    return [d.article.id for d in corpus.documents]


def test_pages_come_analysed_sorted_and_grouped(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    corpus = open_corpus([str(pages)], settings)
    assert ids(corpus) == ["a.txt", "b.txt"]
    assert corpus.events[0].articles == ("a.txt", "b.txt")
    assert corpus.rejections == ()
    assert stages.taggers == 1


def test_a_corpus_opened_again_is_neither_analysed_nor_grouped(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    first = open_corpus([str(pages)], settings)
    again = open_corpus([str(pages)], settings)
    assert again.events == first.events
    assert ids(again) == ids(first)
    assert (stages.analysed, len(stages.grouped), stages.taggers) == (["a.txt", "b.txt"], 1, 1)


def test_only_the_page_that_changed_is_analysed(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    open_corpus([str(pages)], settings)
    (pages / "a.txt").write_text("Apples\n\nThey were eaten.", encoding="utf-8")
    corpus = open_corpus([str(pages)], settings)
    assert stages.analysed == ["a.txt", "b.txt", "a.txt"]
    assert len(stages.grouped) == 2
    assert corpus.documents[0].article.text.endswith("eaten.")


def test_a_page_under_another_name_is_not_analysed_but_grouped_anew(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    open_corpus([str(pages)], settings)
    (pages / "a.txt").rename(pages / "z.txt")
    corpus = open_corpus([str(pages)], settings)
    assert ids(corpus) == ["b.txt", "z.txt"]
    assert corpus.documents[1].article.path == str(pages / "z.txt")
    assert corpus.events[0].articles == ("b.txt", "z.txt")
    assert stages.analysed == ["a.txt", "b.txt"]


def test_another_tagger_analyses_anew(stages: Stages, pages: Path, settings: Settings) -> None:
    open_corpus([str(pages)], settings)
    open_corpus([str(pages)], Settings(cache=settings.cache, tagger="other"))
    assert len(stages.analysed) == 4


def test_without_a_cache_everything_is_done_again(stages: Stages, pages: Path) -> None:
    for _ in range(2):
        open_corpus([str(pages)], Settings(cache="off"))
    assert (len(stages.analysed), len(stages.grouped)) == (4, 2)


def test_the_order_of_the_paths_is_immaterial(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    paths = [str(pages / "a.txt"), str(pages / "b.txt")]
    assert open_corpus(paths, settings) == open_corpus(paths[::-1], settings)
    assert len(stages.grouped) == 1


def test_a_page_that_breaks_the_analysis_is_rejected_and_the_others_stay(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    (pages / "m.txt").write_text("poison", encoding="utf-8")
    corpus = open_corpus([str(pages)], settings)
    assert ids(corpus) == ["a.txt", "b.txt"]
    (rejection,) = corpus.rejections
    assert rejection.path == str(pages / "m.txt")
    assert rejection.reason == "the analysis failed: ValueError: a page broke it"
    assert stages.analysed == ["a.txt", "b.txt", "m.txt"]


@pytest.mark.usefixtures("stages")
def test_a_model_that_is_not_there_is_an_error_and_no_rejection(
    pages: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ModelError("no model")

    plug_in(monkeypatch, registry_of(fail))
    with pytest.raises(ModelError):
        open_corpus([str(pages)], settings)


def test_a_tagger_that_nobody_registered_is_an_error_with_the_names(pages: Path) -> None:
    with pytest.raises(BriefingError, match="shipped"):
        open_corpus([str(pages)], Settings(cache="off", tagger="absent"))


def test_a_plugged_in_tagger_is_used(
    stages: Stages, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = Registry("briefing.no-such-group", {"own": "tests.test_pipeline:FakeTagger"})
    plug_in(monkeypatch, registry)
    corpus = open_corpus([str(pages)], Settings(cache="off", tagger="own"))
    assert len(corpus.documents) == len(stages.analysed) == 2


def test_progress_tells_stage_count_and_page(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    seen: list[Progress] = []
    open_corpus([str(pages)], settings, on_progress=seen.append)
    assert list(dict.fromkeys(p.stage for p in seen)) == [Stage.LOAD, Stage.ANALYSE, Stage.GROUP]
    analysed = [p for p in seen if p.stage is Stage.ANALYSE]
    assert [(p.done, p.total) for p in analysed] == [(0, 2), (1, 2), (2, 2)]
    assert analysed[-1].what == str(pages / "b.txt")
    assert stages.grouped


def stop_after(count: int) -> Callable[[], bool]:
    calls = iter(range(count + 1))
    return lambda: next(calls, None) is None


def test_a_run_that_was_stopped_keeps_what_was_analysed(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    with pytest.raises(Cancelled):
        open_corpus([str(pages)], settings, is_cancelled=lambda: len(stages.analysed) == 1)
    assert stages.analysed == ["a.txt"]
    open_corpus([str(pages)], settings)
    assert stages.analysed == ["a.txt", "b.txt"]


@pytest.mark.parametrize("count", range(5))
def test_a_run_can_be_stopped_at_any_stage(
    stages: Stages, pages: Path, settings: Settings, count: int
) -> None:
    with pytest.raises(Cancelled):
        open_corpus([str(pages)], settings, is_cancelled=stop_after(count))
    assert stages.grouped == []


def test_analysing_yields_documents_and_rejections_in_order(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    (pages / "aa.txt").write_bytes(b"")
    found = list(analyse_corpus([str(pages)], settings))
    assert [isinstance(f, Rejection) for f in found] == [False, True, False]
    assert stages.analysed == ["a.txt", "b.txt"]


def test_a_generator_that_is_dropped_has_kept_its_work(
    stages: Stages, pages: Path, settings: Settings
) -> None:
    run = analyse_corpus([str(pages)], settings)
    next(run)
    run.close()  # type: ignore[attr-defined]
    list(analyse_corpus([str(pages)], settings))
    assert stages.analysed == ["a.txt", "b.txt"]


def test_nothing_to_open_is_an_error(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(CorpusError):
        open_corpus([str(tmp_path / "absent")], settings)


def test_the_sample_pages_are_there() -> None:
    (folder,) = sample_paths()
    assert len(list(Path(folder).glob("*.txt"))) == 5


def test_the_sample_pages_are_carried_by_the_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "briefing" / "seeds").mkdir(parents=True)
    monkeypatch.setattr("briefing.pipeline.resources.files", lambda name: tmp_path / name)
    assert sample_paths() == (str(tmp_path / "briefing" / "seeds"),)
    (tmp_path / "briefing" / "seeds").rmdir()
    with pytest.raises(CorpusError, match="name a corpus"):
        sample_paths()


def test_a_brief_is_composed_from_the_corpus(sample_corpus: GroupedCorpus) -> None:
    for event in sample_corpus.events:
        brief = compose_brief(sample_corpus, event)
        assert brief.event == event
        assert {s.article for s in brief.sources} == set(event.articles)
