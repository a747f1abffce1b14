"""The status line: which corpus, which model read the page, and that there is room for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.config import Settings
from briefing.model import GroupedCorpus, Progress
from briefing.tui.app import BriefingApp
from briefing.tui.dialogs import ErrorScreen
from briefing.tui.status_line import CorpusLine, corpus_summaries, model_name
from tests.builders import build_document
from tests.tui.reading import press, reading, screen_text, settle
from tests.tui.sample import fake_brief, fake_opener

MODELS = ("0.3 news_xx-1.e97337a1", "0.3 fr_core_news_lg-3.8.0", "0.3 en_core_web_lg-3.8.0")


@pytest.mark.parametrize(
    ("analyser", "name"),
    [
        ("0.3 news_xx-1.e97337a1", "news_xx"),
        ("0.3 en_core_web_lg-3.8.0", "en_core_web_lg"),
        ("0.3 en_pipeline-0.0.0", "en_pipeline"),
        ("0.3 my-own model 4", "my-own model 4"),
        ("test", "test"),
        ("0.3 \x1b[31mred-2", "␛[31mred"),
    ],
)
def test_the_model_is_told_without_versions(analyser: str, name: str) -> None:
    assert model_name(analyser) == name


def test_what_has_no_room_is_given_up_in_order() -> None:
    page = replace(build_document("a.txt", "Words"), analyser=MODELS[2])
    corpus = GroupedCorpus((page,) * 32, (), (), ())
    lines = list(corpus_summaries(["pages/"], corpus, page))
    assert lines == [
        "pages · 32 articles · 0 events · 0 rejected · read by en_core_web_lg",
        "pages · 32 articles · 0 events · read by en_core_web_lg",
        "pages · 32 articles · 0 events · en_core_web_lg",
        "pages · 32 articles · en_core_web_lg",
        "pages · en_core_web_lg",
    ]
    assert [line.split(" · ")[-1] for line in corpus_summaries([], corpus, None)] == [
        "0 rejected",
        "0 events",
        "0 events",
        "32 articles",
        "no corpus",
    ]


def build_app() -> BriefingApp:
    """The made-up corpus, each source of its first event read by another model."""

    def open_corpus(
        paths: Sequence[str],
        settings: Settings,
        *,
        on_progress: Callable[[Progress], None],
        is_cancelled: Callable[[], bool],
        preview: object,
    ) -> GroupedCorpus:
        del preview
        corpus = fake_opener(paths, settings, on_progress=on_progress, is_cancelled=is_cancelled)
        models = dict(zip(corpus.events[0].articles, MODELS, strict=False))
        documents = tuple(
            replace(d, analyser=models.get(d.article.id, "0.3 others-1")) for d in corpus.documents
        )
        return replace(corpus, documents=documents)

    return BriefingApp(["corpus"], Settings(), open_corpus, fake_brief)


def shown(app: BriefingApp) -> str:
    """The left part of the status line, as it stands on the screen."""
    assert reading(app).query_one(CorpusLine).display
    line = next(x for x in screen_text(app).splitlines() if x.strip().startswith("corpus · "))
    return line.split("  ")[0].strip()


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (
            160,
            [
                "corpus · 5 articles · 3 events · 1 rejected · read by news_xx",
                "corpus · 5 articles · 3 events · 1 rejected · read by news_xx",
                "corpus · 5 articles · 3 events · 1 rejected · read by fr_core_news_lg",
                "corpus · 5 articles · 3 events · 1 rejected · read by en_core_web_lg",
            ],
        ),
        (
            80,
            [
                "corpus · 5 articles · 3 events · 1 rejected",
                "corpus · 5 articles · 1 rejected · news_xx",
                "corpus · 1 rejected · fr_core_news_lg",
                "corpus · 1 rejected · en_core_web_lg",
            ],
        ),
    ],
)
async def test_the_line_says_which_model_read_the_page_in_focus(
    width: int, lines: list[str]
) -> None:
    app = build_app()
    async with app.run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        seen = [shown(app)]
        for keys in (["enter"], ["l"], ["3", "s"]):
            await press(pilot, *keys)
            seen.append(shown(app))
        assert seen == lines
        assert "Organisation" in screen_text(app)


async def test_another_width_has_room_for_other_words() -> None:
    app = build_app()
    async with app.run_test(size=(160, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert shown(app).endswith("1 rejected · news_xx")
        await pilot.resize_terminal(160, 24)
        await settle(pilot)
        assert shown(app).endswith("read by news_xx")


async def test_a_missing_pipeline_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour talks\n\nMinister Ada Lorn spoke.", encoding="utf-8")
    settings = Settings(cache="off", models={"en": "en_velm_lg"})
    app = BriefingApp([str(tmp_path)], settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ErrorScreen)
        words = " ".join(screen_text(app).replace("│", " ").replace("┃", " ").split())
        assert "for 'en': the spaCy pipeline 'en_velm_lg' is not installed" in words
        assert "python -m spacy download en_velm_lg" in words
        assert "offline: pip install its wheel" in words
        await press(pilot, "escape")
    assert app.return_code == 2
