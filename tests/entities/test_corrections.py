"""Decisions about names: what they change, that they last, and that they touch nothing else."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.anchoring import anchor_at
from briefing.entities.corrections import Corrected, correct_entities
from briefing.entities.resolve import resolve_entities
from briefing.model import (
    Anchor,
    Document,
    Entity,
    Label,
    NameCorrection,
    NameCorrectionKind,
    Title,
)
from briefing.relabelling import relabel
from tests.builders import build_document

KINDS = NameCorrectionKind
ONE = build_document(
    "one.txt",
    "Orla Venn opens the quay\nMinister Orla Venn opened the quay in Brask. Venn left early.",
    people=("Orla Venn", "Venn"),
    places=("Brask",),
    titles={"Orla Venn": Title(0, 8, "minister", "Norway")},
)
TWO = build_document(
    "two.txt",
    "A quay for Brask\nOrla Venn spoke. The Quay Office of Brask agreed. Dagny Holt was there.",
    people=("Orla Venn", "Dagny Holt"),
    places=("Brask",),
    organisations=("Quay Office",),
)
THREE = build_document(
    "three.txt",
    "Holt speaks\nDagny Holt praised Orla Venn. Kesselring was praised as well.",
    people=("Dagny Holt", "Orla Venn", "Kesselring"),
)
PAGES = (ONE, TWO, THREE)


def anchors(
    entity: Entity, documents: Sequence[Document], articles: Sequence[str] = ()
) -> tuple[Anchor, ...]:
    by_id = {d.article.id: d.article for d in documents}
    return tuple(
        anchor_at(by_id[m.article], m.start, m.end)
        for m in entity.mentions
        if not articles or m.article in articles
    )


def named(name: str, entities: Sequence[Entity]) -> Entity:
    return next(e for e in entities if e.name == name)


def correct(*corrections: NameCorrection, pages: Sequence[Document] = PAGES) -> Corrected:
    return correct_entities(pages, resolve_entities(pages), corrections)


def about(kind: NameCorrectionKind, was: str, **more: object) -> NameCorrection:
    entity = named(was, resolve_entities(PAGES))
    return NameCorrection(kind, anchors(entity, PAGES), was=was, **more)  # type: ignore[arg-type]


def the_other(name: str, articles: Sequence[str] = ()) -> tuple[Anchor, ...]:
    return anchors(named(name, resolve_entities(PAGES)), PAGES, articles)


def test_without_decisions_nothing_changes() -> None:
    entities = resolve_entities(PAGES)
    assert correct_entities(PAGES, entities, ()) == Corrected(entities, (), ())


def test_a_rename_changes_the_shown_name_only() -> None:
    before = named("Orla Venn", resolve_entities(PAGES))
    after = named("O. Venn", correct(about(KINDS.RENAMED, "Orla Venn", name="O. Venn")).entities)
    assert replace(after, name="Orla Venn") == before


def test_two_are_merged_with_all_they_are_called() -> None:
    merge = about(KINDS.MERGED, "Kesselring", others=the_other("Dagny Holt"))
    found = correct(merge)
    one = named("Dagny Holt", found.entities)
    assert set(one.variants) == {"Dagny Holt", "Kesselring"}
    assert len(one.mentions) == 3
    assert not [e for e in found.entities if e.name == "Kesselring"]
    assert one.id == named("Dagny Holt", resolve_entities(PAGES)).id


def test_pages_are_split_off_as_another_person() -> None:
    whole = the_other("Orla Venn")
    taken = the_other("Orla Venn", ("three.txt",))
    rest = tuple(a for a in whole if a not in taken)
    found = correct(NameCorrection(KINDS.SPLIT, taken, rest, was="Orla Venn", name="Orla Venn II"))
    other, first = named("Orla Venn II", found.entities), named("Orla Venn", found.entities)
    assert {m.article for m in other.mentions} == {"three.txt"}
    assert {m.article for m in first.mentions} == {"one.txt", "two.txt"}
    assert (first.role, first.country) == ("minister", "Norway")
    assert (other.role, other.country) == (None, None)
    assert other.id != first.id


def test_what_is_no_name_is_gone_from_the_pages_too() -> None:
    found = correct(about(KINDS.DELETED, "Kesselring"))
    assert not [e for e in found.entities if e.name == "Kesselring"]
    *_, three = relabel(PAGES, found.relabelled)
    assert "Kesselring" not in [m.text for m in three.mentions]
    assert three.article == THREE.article


def test_a_kind_is_changed_in_the_pages_too() -> None:
    found = correct(about(KINDS.RETYPED, "Kesselring", label=Label.ORG))
    firm = named("Kesselring", found.entities)
    assert (firm.kind, firm.id) == (Label.ORG, "org-kesselring")
    *_, three = relabel(PAGES, found.relabelled)
    assert [m.label for m in three.mentions if m.text == "Kesselring"] == [Label.ORG]


def test_a_person_who_was_taken_for_a_body_gets_their_office() -> None:
    page = build_document(
        "p.txt",
        "Head\nMinister Ulm spoke.",
        organisations=("Ulm",),
    )
    (mention,) = page.mentions
    titled = replace(mention, title=Title(5, 13, "minister", None))
    page = replace(page, mentions=(titled,))
    (body,) = resolve_entities([page])
    change = NameCorrection(KINDS.RETYPED, anchors(body, [page]), label=Label.PER)
    (person,) = correct(change, pages=[page]).entities
    assert (person.kind, person.role, person.id) == (Label.PER, "minister", "per-ulm")


def test_other_names_can_be_made_something_and_deleted() -> None:
    page = replace(THREE, mentions=tuple(replace(m, label=Label.MISC) for m in THREE.mentions))
    last = page.mentions[-1]
    place = anchor_at(page.article, last.start, last.end)
    retyped = correct(NameCorrection(KINDS.RETYPED, (place,), label=Label.ORG), pages=[page])
    assert [e.name for e in retyped.entities] == ["Kesselring"]
    deleted = correct(NameCorrection(KINDS.DELETED, (place,)), pages=[page])
    assert len(relabel([page], deleted.relabelled)[0].mentions) == len(page.mentions) - 1


def test_the_officers_of_a_renamed_body_are_told_by_its_new_name() -> None:
    text = "Head\nMira Solb, director of the Quay Office, spoke."
    start = text.index("director")
    title = Title(start, text.index(", spoke"), "director", None)
    page = build_document(
        "p.txt", text, people=("Mira Solb",), organisations=("Quay Office",),
        titles={"Mira Solb": title},
    )  # fmt: skip
    body = named("Quay Office", resolve_entities([page]))
    rename = NameCorrection(KINDS.RENAMED, anchors(body, [page]), name="Harbour Board")
    solb = named("Mira Solb", correct(rename, pages=[page]).entities)
    assert solb.office is not None
    assert "Harbour Board" in solb.office


def test_later_decisions_see_what_earlier_ones_left() -> None:
    merge = about(KINDS.MERGED, "Kesselring", others=the_other("Dagny Holt"))
    both = (*the_other("Kesselring"), *the_other("Dagny Holt"))
    rename = NameCorrection(KINDS.RENAMED, both, name="Dagny Holt-Kesselring")
    found = correct(merge, rename)
    assert len(named("Dagny Holt-Kesselring", found.entities).mentions) == 3
    again = NameCorrection(
        KINDS.SPLIT, the_other("Kesselring"), the_other("Dagny Holt"), was="Dagny Holt-Kesselring"
    )
    assert len(named("Kesselring", correct(merge, rename, again).entities).mentions) == 1


def test_a_decision_holds_for_pages_that_are_added() -> None:
    decided = about(KINDS.RENAMED, "Orla Venn", name="Minister Venn")
    more = [
        build_document(f"m{n}.txt", "More\nOrla Venn was seen.", people=("Orla Venn",))
        for n in range(9)
    ]
    pages = [*PAGES, *more]
    found = correct(decided, pages=pages)
    whole = len(named("Minister Venn", found.entities).mentions)
    assert whole == len(decided.mentions) + len(more)


def test_a_decision_is_not_applied_to_somebody_larger() -> None:
    """A lone name that another analysis joins to somebody well known is not their name."""
    decided = about(KINDS.DELETED, "Kesselring")
    joined = [
        replace(e, mentions=tuple(sorted((*e.mentions, *k.mentions))))
        for e in resolve_entities(PAGES)
        if e.name == "Dagny Holt"
        for k in resolve_entities(PAGES)
        if k.name == "Kesselring"
    ]
    found = correct_entities(PAGES, joined, [decided])
    assert len(named("Dagny Holt", found.entities).mentions) == 2
    rename = about(KINDS.RENAMED, "Kesselring", name="K.")
    kept = correct_entities(PAGES, joined, [rename])
    assert kept.dormant == (rename,)
    assert kept.entities == tuple(joined)


def test_a_decision_whose_page_is_gone_is_dormant() -> None:
    decided = about(KINDS.RENAMED, "Kesselring", name="K.")
    found = correct(decided, pages=[ONE, TWO])
    assert found.dormant == (decided,)
    assert found.entities == resolve_entities([ONE, TWO])


def test_in_a_page_that_has_changed_the_place_is_found_by_its_words() -> None:
    decided = about(KINDS.RENAMED, "Kesselring", name="K.")
    text = "Updated at noon.\n" + THREE.article.text
    later = build_document("three.txt", text, people=("Dagny Holt", "Orla Venn", "Kesselring"))
    assert named("K.", correct(decided, pages=[ONE, TWO, later]).entities)
    moved = build_document("three.txt", "New\nKesselring sold all.", people=("Kesselring",))
    assert correct(decided, pages=[ONE, moved]).dormant == (decided,)


def test_other_bounds_of_a_mention_are_the_same_mention() -> None:
    decided = about(KINDS.RENAMED, "Kesselring", name="K.")
    wider = replace(
        THREE,
        mentions=tuple(
            replace(m, end=m.end + 4, text=m.text + " was") if m.text == "Kesselring" else m
            for m in THREE.mentions
        ),
    )
    assert named("K.", correct(decided, pages=[ONE, TWO, wider]).entities)


CHOICES = (
    about(KINDS.RENAMED, "Orla Venn", name="O. V."),
    about(KINDS.MERGED, "Kesselring", others=the_other("Dagny Holt")),
    about(KINDS.DELETED, "Brask"),
    about(KINDS.RETYPED, "Quay Office", label=Label.LOC),
    NameCorrection(KINDS.SPLIT, the_other("Orla Venn", ("two.txt",)), the_other("Orla Venn")[:2]),
    about(KINDS.RETYPED, "Kesselring", label=Label.ORG),
    about(KINDS.MERGED, "Quay Office", others=the_other("Orla Venn")),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CHOICES), max_size=6), st.randoms(use_true_random=False))
def test_every_mention_is_in_one_entity_whatever_the_order_of_pages(
    decided: list[NameCorrection], shuffler: random.Random
) -> None:
    pages = list(PAGES)
    shuffler.shuffle(pages)
    found = correct(*decided, pages=pages)
    assert found == correct(*decided)
    mentions = [m for e in found.entities for m in e.mentions]
    shown = [(d.article.id, m.start) for d in relabel(PAGES, found.relabelled) for m in d.mentions]
    assert sorted((m.article, m.start) for m in mentions) == sorted(shown)
    assert len({e.id for e in found.entities}) == len(found.entities)


@pytest.mark.parametrize("decided", CHOICES)
def test_what_nothing_was_decided_about_stays(decided: NameCorrection) -> None:
    before = {e.id: e for e in resolve_entities(PAGES)}
    touched = {(a.page, a.start) for a in (*decided.mentions, *decided.others)}
    after = correct(decided).entities
    for entity in before.values():
        if not touched & {(m.article, m.start) for m in entity.mentions}:
            assert entity in after
