"""Correcting names: what is offered, what it means, and the whole way from key to decision."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.config import Settings
from briefing.entities.corrections import correct_entities
from briefing.model import (
    Citation,
    Document,
    Entity,
    GroupedCorpus,
    Label,
    NameCorrectionKind,
)
from briefing.relabelling import relabel
from briefing.store.workspace import load_name_corrections, open_workspace
from briefing.tui.app import BriefingApp
from briefing.tui.asking import AskLine, AskScreen, PickScreen
from briefing.tui.catalogue import Catalogue, build_catalogue
from briefing.tui.correcting import (
    MOST_PAGES,
    NameDecision,
    Subject,
    anchors,
    delete,
    merge,
    offered_name_acts,
    rename,
    retype,
    split,
)
from briefing.tui.dialogs import ChoiceScreen
from briefing.tui.names_screen import NamesScreen
from tests.builders import build_document
from tests.tui.reading import press, reading, screen_text, settle, told
from tests.tui.sample import build_corpus, fake_brief

WIDE = (160, 45)
KINDS = NameCorrectionKind


def catalogue() -> Catalogue:
    return build_catalogue(build_corpus())


def named(name: str, where: Catalogue | None = None) -> Entity:
    found = (where or catalogue()).corpus.entities
    return next(e for e in found if e.name == name)


def applied(decision: NameDecision) -> tuple[Entity, ...]:
    corpus = build_corpus()
    corrected = correct_entities(corpus.documents, corpus.entities, decision.corrections)
    assert not corrected.dormant
    return corrected.entities


def offered(subject: Subject, *, can_undo: bool = False) -> list[str]:
    return [key for key, _ in offered_name_acts(subject, catalogue(), can_undo=can_undo)]


def test_what_makes_sense_is_offered() -> None:
    reyl = named("Tomas Reyl")
    everywhere = ["rename", "merge", "pages", "delete", "place", "organisation"]
    assert offered(Subject(reyl)) == everywhere
    here = Subject(reyl, reyl.mentions[0])
    assert offered(here, can_undo=True) == [
        "rename", "merge", "here", "pages", "delete", "place", "organisation", "undo"
    ]  # fmt: skip
    council = named("Harbour Council")
    assert "pages" not in offered(Subject(council))
    assert offered(Subject(None, reyl.mentions[0]))[0] == "delete"


def test_each_act_does_what_its_words_say() -> None:
    where = catalogue()
    reyl, brandt = named("Tomas Reyl"), named("Ilse Brandt")
    new = rename(Subject(reyl), "T. Reyl", where)
    assert new.words == "“Tomas Reyl” is shown as “T. Reyl”"
    assert "T. Reyl" in {e.name for e in applied(new)}
    one = merge(Subject(reyl), brandt, where)
    assert one.words == "“Tomas Reyl” is the same as “Ilse Brandt”"
    (both,) = [e for e in applied(one) if e.kind is Label.PER]
    assert len(both.mentions) == len(reyl.mentions) + len(brandt.mentions)
    none = delete(Subject(reyl), where)
    assert none.words == "“Tomas Reyl” is no name"
    assert [e.name for e in applied(none) if e.kind is Label.PER] == ["Ilse Brandt"]


def test_a_name_of_another_kind_joins_its_only_namesake() -> None:
    documents = (
        build_document("a.txt", "Kelp speaks\nKelp said no.", people=("Kelp",)),
        build_document("b.txt", "Kelp pays\nThe Kelp group paid.", organisations=("Kelp",)),
    )
    corpus = GroupedCorpus(documents, entities_of(documents), (), ())
    where = build_catalogue(corpus)
    person = next(e for e in corpus.entities if e.kind is Label.PER)
    decision = retype(Subject(person), Label.ORG, where)
    assert [c.kind for c in decision.corrections] == [KINDS.RETYPED, KINDS.MERGED]
    corrected = correct_entities(documents, corpus.entities, decision.corrections)
    (body,) = corrected.entities
    assert (body.kind, len(body.mentions)) == (Label.ORG, 4)
    labels = {m.label for d in relabel(documents, corrected.relabelled) for m in d.mentions}
    assert labels == {Label.ORG}


def entities_of(documents: tuple[Document, ...]) -> tuple[Entity, ...]:
    found: dict[tuple[str, Label], list[Citation]] = {}
    for document in documents:
        for m in document.mentions:
            place = Citation(document.article.id, m.start, m.end)
            found.setdefault((m.text, m.label), []).append(place)
    return tuple(
        Entity(f"{label.lower()}-{n}", name, label, (name,), None, None, tuple(places))
        for n, ((name, label), places) in enumerate(found.items())
    )


def test_one_mention_or_some_pages_are_given_to_another() -> None:
    where = catalogue()
    brandt, reyl = named("Ilse Brandt"), named("Tomas Reyl")
    here = split(Subject(brandt, brandt.mentions[0]), (), "Ilsa Brand", where)
    people = {e.name: e for e in applied(here)}
    assert people["Ilsa Brand"].mentions == brandt.mentions[:1]
    assert set(people["Ilse Brandt"].mentions) == set(brandt.mentions[1:])
    given = split(Subject(brandt), ("c.txt", "d.txt"), reyl, where)
    people = {e.name: e for e in applied(given)}
    assert {m.article for m in people["Ilse Brandt"].mentions} == {"a.txt", "b.txt"}
    assert {"c.txt", "d.txt"} <= {m.article for m in people["Tomas Reyl"].mentions}


def test_an_entity_of_thousands_of_pages_is_told_by_some() -> None:
    documents = tuple(
        build_document(f"p{n:03}.txt", f"Head {n}\nBrask grew.", places=("Brask",))
        for n in range(MOST_PAGES * 2 + 7)
    )
    corpus = GroupedCorpus(documents, entities_of(documents), (), ())
    where = build_catalogue(corpus)
    (brask,) = corpus.entities
    decision = rename(Subject(brask), "Brask-upon-Sea", where)
    assert len({a.page for a in decision.corrections[0].mentions}) == MOST_PAGES
    (after,) = correct_entities(documents, corpus.entities, decision.corrections).entities
    assert (after.name, after.mentions) == ("Brask-upon-Sea", brask.mentions)
    gone = correct_entities(documents, corpus.entities, delete(Subject(brask), where).corrections)
    assert gone.entities == ()
    assert anchors(brask.mentions, where, None)[-1].page == documents[-1].article.id


def correcting_opener(
    paths: Sequence[str], settings: Settings, **callbacks: object
) -> GroupedCorpus:
    """Opens the made-up corpus with the decisions applied, as the real pipeline does."""
    del paths, callbacks
    corpus = build_corpus()
    decided = load_name_corrections(settings.workspace)
    corrected = correct_entities(corpus.documents, corpus.entities, decided)
    return GroupedCorpus(
        relabel(corpus.documents, corrected.relabelled),
        corrected.entities,
        corpus.events,
        corpus.storylines,
        corpus.rejections,
        corrected.dormant,
    )


def app_with(folder: Path) -> BriefingApp:
    settings = Settings(workspace=str(folder))
    return BriefingApp(["corpus"], settings, correcting_opener, fake_brief)


async def start(pilot: Pilot[None], *keys: str) -> None:
    await settle(pilot)
    await press(pilot, *keys)


async def test_a_name_is_renamed_from_its_card_and_the_card_comes_back(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "p", "slash", *"reyl", "enter", "C")
        assert isinstance(app.screen, ChoiceScreen)
        assert "Rename Tomas Reyl" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, AskScreen)
        await press(pilot, *["backspace"] * 10, *"Captain Reyl", "enter")
        await settle(pilot)
        assert isinstance(app.screen, NamesScreen)
        assert "━ Captain Reyl ━" in screen_text(app)
        (decided,) = load_name_corrections(str(tmp_path))
        assert (decided.kind, decided.name) == (KINDS.RENAMED, "Captain Reyl")
        await press(pilot, "u")
        await settle(pilot)
        assert load_name_corrections(str(tmp_path)) == ()
        assert "Tomas Reyl" in screen_text(app)


async def test_a_chosen_name_is_merged_with_one_that_typing_finds(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "C")
        assert told(app).startswith("Choose a name first")
        await press(pilot, "m", "m", "m", "C", "j", "enter", *"tom")
        assert isinstance(app.screen, AskScreen)
        await press(pilot, "tab")
        assert app.screen.query_one(AskLine).value == "Tomas Reyl"
        await press(pilot, "enter")
        await settle(pilot)
        (decided,) = load_name_corrections(str(tmp_path))
        assert (decided.kind, decided.was, decided.name) == (
            KINDS.MERGED, "Ilse Brandt", "Tomas Reyl",
        )  # fmt: skip
        assert told(app) == "Kept: “Ilse Brandt” is the same as “Tomas Reyl”. Key u takes it back."
        await press(pilot, "u")
        await settle(pilot)
        assert load_name_corrections(str(tmp_path)) == ()
        assert told(app) == "Taken back: “Ilse Brandt” is the same as “Tomas Reyl”"


async def test_a_mention_is_somebody_else(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "m", "m", "m", "C", "j", "j", "enter", *"Ilka Brandt")
        assert "somebody new: Ilka Brandt" in screen_text(app)
        await press(pilot, "enter")
        await settle(pilot)
        names = {e.name: len(e.mentions) for e in reading(app).corpus.entities}
        assert names["Ilka Brandt"] == 1


async def test_pages_are_picked_in_which_it_is_somebody_else(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "p", "slash", *"ilse", "enter", "C", "j", "j", "enter")
        assert isinstance(app.screen, PickScreen)
        await press(pilot, "space", "space")
        assert screen_text(app).count("[x]") == 2
        await press(pilot, "enter")
        assert isinstance(app.screen, AskScreen)
        await press(pilot, "enter")
        await settle(pilot)
        (decided,) = load_name_corrections(str(tmp_path))
        assert decided.kind is KINDS.SPLIT
        assert {a.page for a in decided.mentions} == {"a.txt", "b.txt"}


@pytest.mark.parametrize(("key", "kind"), [("k", KINDS.RETYPED), ("j", KINDS.DELETED)])
async def test_what_is_no_person_is_said_so(
    tmp_path: Path, key: str, kind: NameCorrectionKind
) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        moves = ["G", "k"] if key == "k" else ["j", "j", "j"]
        await start(pilot, "p", "slash", *"reyl", "enter", "C", *moves, "enter")
        await settle(pilot)
        (decided, *_) = load_name_corrections(str(tmp_path))
        assert decided.kind is kind


async def test_closing_any_window_decides_nothing(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "p", "C", "escape", "C", "enter", "escape", "escape")
        with open_workspace(str(tmp_path)) as workspace:
            assert workspace.decisions() == ()
        await press(pilot, "u")
        assert "no decision" in told(app)


async def test_decisions_are_listed_and_any_of_them_taken_back(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "E")
        assert told(app).startswith("Nothing was decided")
        reyl, council = named("Tomas Reyl"), named("Harbour Council")
        with open_workspace(str(tmp_path)) as workspace:
            first = rename(Subject(reyl), "T. Reyl", catalogue())
            workspace.correct_names(first.corrections)
            workspace.correct_names(delete(Subject(council), catalogue()).corrections)
        await press(pilot, "E")
        shown = screen_text(app)
        assert "“Harbour Council” is no name" in shown
        assert "names · in force" in shown
        await press(pilot, "j", "enter")
        await settle(pilot)
        assert told(app) == "Taken back: “Tomas Reyl” is shown as “T. Reyl”"
        (left,) = load_name_corrections(str(tmp_path))
        assert left.kind is KINDS.DELETED
