"""What the reader's tests share: style sheets are parsed once, and no screen outlives its test.

Invariant: a test finds the program as it is run; only what the next one would do over is kept.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from briefing.tui import bottom_line

_HOUR = 3600.0


@pytest.fixture(autouse=True)
def _let_go() -> Iterator[None]:
    """The reader has the collector pass over what it shows, for good; a test's end takes that back.

    Else the screens of all tests stay in memory: two gigabytes at the end of a run.
    """
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture(autouse=True)
def _words_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the last line tells is still told when a slow machine comes to look."""
    monkeypatch.setattr(bottom_line, "SECONDS", _HOUR)


@pytest.fixture(scope="session", autouse=True)
def _parse_sheets_once() -> Iterator[None]:
    """Each reader parses the same style sheets under the same few themes: a tenth of its start."""
    parse = Stylesheet._parse_rules
    parsed: dict[tuple[object, ...], list[RuleSet]] = {}

    def parse_once(sheet: Stylesheet, *words: Any, **options: Any) -> list[RuleSet]:
        key = (words, *options.items(), *sheet._variables.items())
        if key not in parsed:
            parsed[key] = parse(sheet, *words, **options)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield
