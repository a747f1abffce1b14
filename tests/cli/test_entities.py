"""`briefing entities`: order, filters and the table in a narrow terminal, on made-up entities."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence

import pytest

from briefing import pipeline
from briefing.cli import main
from briefing.cli.terminal import Column, Terminal
from briefing.config import Settings
from briefing.model import Citation, Entity, GroupedCorpus, Label

Run = Callable[..., tuple[int, str, str]]


def entity(kind: Label, name: str, *articles: str, variants: tuple[str, ...] = ()) -> Entity:
    mentions = tuple(Citation(a, n, n + 1) for n, a in enumerate(articles))
    return Entity(f"{kind}-{name}", name, kind, (name, *variants), None, None, mentions)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    found = (
        entity(Label.LOC, "Velm", "a", "b", "c"),
        entity(Label.ORG, "Kelp Trust", "a", variants=("KT",)),
        entity(Label.PER, "Ada Lorn", "a", "a", "a"),
        entity(Label.PER, "Ivo Tammsaar", "a", "b", variants=("Тамм", "Ívo Tämm")),
    )

    def open_corpus(_: Sequence[str], __: Settings, **___: object) -> GroupedCorpus:
        return GroupedCorpus((), found, (), ())

    monkeypatch.setattr(pipeline, "open_corpus", open_corpus)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(("entities", "pages", *arguments))
        return code, *capsys.readouterr()

    return call


def names(out: str) -> list[str]:
    return [line.split("\t")[1] for line in out.splitlines()[1:]]


def test_people_come_first_and_in_each_kind_those_of_most_pages(run: Run) -> None:
    code, out, _ = run()
    assert code == 0
    assert names(out) == ["Ivo Tammsaar", "Ada Lorn", "Kelp Trust", "Velm"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--kind", "ORG"], ["Kelp Trust"]),
        (["--kind", "LOC", "--kind", "ORG"], ["Kelp Trust", "Velm"]),
        (["--name", "kt"], ["Kelp Trust"]),
        (["--name", "tamm"], ["Ivo Tammsaar"]),
        (["--name", "ivo tamm"], ["Ivo Tammsaar"]),
        (["--name", "ada", "--kind", "ORG"], []),
    ],
)
def test_filters(run: Run, arguments: list[str], expected: list[str]) -> None:
    _, out, _ = run(*arguments)
    assert names(out) == expected
    _, out, _ = run(*arguments, "--json")
    assert [e["name"] for e in json.loads(out)["entities"]] == expected


def test_an_unknown_kind_is_a_usage_error(run: Run) -> None:
    code, out, err = run("--kind", "FOO")
    assert (code, out) == (2, "")
    assert "PER" in err


class Screen(io.StringIO):
    """A terminal of 80 columns."""

    def isatty(self) -> bool:
        return True


def test_a_table_fits_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
    screen = Screen()
    columns = (Column("kind"), Column("name", ratio=4), Column("role", ratio=5))
    long = "director general of the International Organization for Lighthouses"
    Terminal(screen, Screen()).write_table(columns, [("PER", "Ada Lorn", long)])
    assert max(map(len, screen.getvalue().splitlines())) <= 80
