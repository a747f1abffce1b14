"""Who analyses: the outcomes are the same, in the same order, whoever does."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from briefing import analysing
from briefing.analysing import Analysts, Outcome, count_workers
from briefing.config import Settings, load_settings
from briefing.errors import Cancelled, ConfigError, ModelError
from briefing.exporters.records import analyse_record, brief_record, events_record
from briefing.model import Article, Document, GroupedCorpus, Passage, Rejection
from briefing.pipeline import analyse_corpus, compose_brief, open_corpus
from briefing.workers import Workers
from tests.builders import build_article, build_document

HARBOUR = Path(__file__).parent / "corpora" / "harbour" / "pages"


class PlainTagger:
    name = "plain 1"

    def tag(self, passages: Sequence[Passage]) -> list[tuple[()]]:
        return [() for _ in passages]


class DeadlyTagger(PlainTagger):
    """Kills the process that reads "poison", unless it is the one that runs the test."""

    def tag(self, passages: Sequence[Passage]) -> list[tuple[()]]:
        is_poisoned = any("poison" in passage.text for passage in passages)
        if is_poisoned and os.getpid() != int(os.environ["TEST_PROCESS"]):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().tag(passages)


class MissingTagger:
    def __init__(self) -> None:
        raise ModelError("no model", "install one")


@pytest.fixture
def plug_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a class of this module the one tagger there is, also for the workers."""

    def plug(name: str) -> None:
        monkeypatch.setenv("TEST_PROCESS", str(os.getpid()))
        monkeypatch.setattr(analysing, "TAGGERS", SimpleNamespace(load=lambda _: globals()[name]))
        choice = f"tests.test_analysing:{name}"
        monkeypatch.setattr(analysing, "analyse_batch", Stand(choice))

    return plug


class Stand:
    """`analyse_batch` in a worker, with a tagger of the test's own."""

    def __init__(self, tagger: str) -> None:
        self.tagger = tagger

    def __call__(self, _: object, articles: Sequence[Article]) -> list[Outcome]:
        tagger = globals()[self.tagger.partition(":")[2]]()
        return [analysing.analyse_article(article, tagger) for article in articles]


def articles(count: int, text: str = "Bells\n\nThey rang in the harbour.") -> list[Article]:
    return [build_article(f"{n:03}.txt", f"{text}\n\nNumber {n}.") for n in range(count)]


def nothing() -> None:
    pass


def unknown(_: Article) -> None:
    return None


def ids(outcomes: Sequence[Outcome]) -> list[str]:
    return [o.path if isinstance(o, Rejection) else o.article.id for o in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_come_in_the_order_of_the_articles(
    jobs: int, plug_in: Callable[[str], None]
) -> None:
    plug_in("PlainTagger")
    found: list[Article | Rejection] = [*articles(150)]
    found.insert(70, Rejection("broken.txt", None, "it is"))
    kept = {"003.txt", "080.txt", "081.txt"}

    def find(article: Article) -> Document | None:
        return build_document(article.id, "Known.") if article.id in kept else None

    outcomes = list(Analysts(Settings(jobs=jobs), found, nothing).outcomes(find))
    assert ids(outcomes) == [a.path if isinstance(a, Rejection) else a.id for a in found]
    known = [o.article.id for o in outcomes if isinstance(o, Document) and o.analyser == "test"]
    assert known == sorted(kept)


def test_workers_that_are_lent_do_all_of_it_and_outlive_the_run(
    plug_in: Callable[[str], None],
) -> None:
    plug_in("PlainTagger")
    lent = Workers(2)
    try:
        for _ in range(2):
            analysts = Analysts(Settings(jobs=2), articles(70), nothing, lent)
            assert ids(list(analysts.outcomes(unknown))) == [a.id for a in articles(70)]
            assert "_tagger" not in analysts.__dict__
        assert lent.submit(os.getpid).result() != os.getpid()
    finally:
        lent.shutdown()


def test_what_kills_every_worker_is_finished_here(
    plug_in: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    plug_in("DeadlyTagger")
    found = [*articles(130), build_article("poison.txt", "Bells\n\nThe poison rang."), *articles(9)]
    outcomes = list(Analysts(Settings(jobs=2), found, nothing).outcomes(unknown))
    assert ids(outcomes) == [a.id for a in found]
    assert all(isinstance(o, Document) for o in outcomes)
    assert [r.message.rpartition("; ")[2] for r in caplog.records] == [
        "its work starts again",
        "its work is done without one",
    ]


def test_a_missing_model_is_told_as_it_is_without_workers(plug_in: Callable[[str], None]) -> None:
    plug_in("MissingTagger")
    for jobs in (1, 2):
        with pytest.raises(ModelError) as caught:
            list(Analysts(Settings(jobs=jobs), articles(3), nothing).outcomes(unknown))
        assert (caught.value.message, caught.value.hint) == ("no model", "install one")


def test_waiting_can_be_cancelled(plug_in: Callable[[str], None]) -> None:
    plug_in("PlainTagger")

    def check() -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        list(Analysts(Settings(jobs=2), articles(5), check).outcomes(unknown))


def test_a_small_corpus_needs_no_workers(plug_in: Callable[[str], None]) -> None:
    plug_in("PlainTagger")
    analysts = Analysts(Settings(), articles(40), nothing)
    assert len(list(analysts.outcomes(unknown))) == 40
    assert analysts._executor is None


def test_a_large_corpus_gets_workers_once_much_is_done(
    plug_in: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plug_in("PlainTagger")
    monkeypatch.setattr(analysing, "_PAYS", 2000)
    monkeypatch.setattr(analysing, "_MOST_WORKERS", 2)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    found = articles(200)
    analysts = Analysts(Settings(), found, nothing)
    assert ids(list(analysts.outcomes(unknown))) == ids_of(found)
    assert analysts._executor is not None
    assert 2000 <= analysts._done_here < 2100


def ids_of(found: Sequence[Article]) -> list[str]:
    return [article.id for article in found]


def test_as_many_workers_as_asked_for_and_as_there_is_work_for() -> None:
    assert count_workers(3, 100) == 3
    assert count_workers(3, 2) == 2
    assert count_workers(1, 0) == 1
    assert 1 <= count_workers(None, 10_000) <= 8


def as_json(corpus: GroupedCorpus) -> bytes:
    documents = {d.article.id: d for d in corpus.documents}
    briefs = [brief_record(compose_brief(corpus, e), documents) for e in corpus.events]
    return msgspec.json.encode([events_record(corpus), briefs])


@pytest.fixture(scope="module")
def pages() -> list[str]:
    """As many as make more than one batch."""
    return [str(page) for page in sorted(HARBOUR.iterdir())[:20]]


def test_one_worker_and_two_say_the_same_in_any_order(pages: list[str]) -> None:
    alone, shared = Settings(cache="off", jobs=1), Settings(cache="off", jobs=2)
    records = [
        [
            msgspec.json.encode(analyse_record(found, {}))
            for found in analyse_corpus(paths, settings)
            if isinstance(found, Document)
        ]
        for paths, settings in ((pages, alone), (pages, shared), (pages[::-1], shared))
    ]
    assert len(records[0]) == len(pages)
    assert records[0] == records[1] == records[2]


def test_one_worker_and_two_group_and_brief_the_same_in_any_order(pages: list[str]) -> None:
    alone, shared = Settings(cache="off", jobs=1), Settings(cache="off", jobs=2)
    first = as_json(open_corpus(pages[:14], alone))
    assert as_json(open_corpus(pages[:14][::-1], shared)) == first


def test_the_number_of_workers_is_a_setting(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("jobs = 3")
    environ = {"BRIEFING_CONFIG": str(config)}
    assert load_settings(environ=environ).jobs == 3
    assert load_settings(environ={**environ, "BRIEFING_JOBS": "2"}).jobs == 2
    assert load_settings({"jobs": 4}, {"BRIEFING_JOBS": "2"}).jobs == 4


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5"])
def test_a_number_of_workers_that_cannot_be_is_an_error(value: str) -> None:
    with pytest.raises(ConfigError, match="BRIEFING_JOBS"):
        load_settings(environ={"BRIEFING_JOBS": value})
