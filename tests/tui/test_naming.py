from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Citation, Entity, Label, Span
from briefing.tui.catalogue import Catalogue, build_catalogue
from briefing.tui.naming import (
    CardLine,
    Followed,
    Position,
    name_card,
    name_entries,
    named_beside,
    next_mention,
    ordered_mentions,
)
from tests.tui.sample import build_corpus

ALL = frozenset(Label)


def opened() -> Catalogue:
    return build_catalogue(build_corpus())


def entity(name: str) -> Entity:
    return next(e for e in build_corpus().entities if e.name == name)


def names(**wishes: object) -> list[str]:
    entries = name_entries(build_corpus().entities, **{"kinds": ALL, **wishes})  # type: ignore[arg-type]  # by name
    return [e.entity.name for e in entries]


def test_the_most_named_stands_first_with_its_counts() -> None:
    first, *_ = name_entries(build_corpus().entities, ALL)
    assert (first.entity.name, first.mentions, first.articles) == ("Lund", 7, 4)


def test_an_event_lists_only_whom_its_articles_name() -> None:
    (first, *_) = name_entries(build_corpus().entities, ALL, ("d.txt",))
    assert names(articles=("d.txt",)) == ["Lund", "Ilse Brandt", "Varna"]
    assert first.mentions == 2


def test_one_kind_and_the_beginnings_of_words_narrow_the_list() -> None:
    assert names(kinds={Label.PER}) == ["Ilse Brandt", "Tomas Reyl"]
    assert names(words="bra ils") == ["Ilse Brandt"]
    assert names(words="TOM") == ["Tomas Reyl"]
    assert names(words="nobody") == []


def lines(kind: str, card: tuple[CardLine, ...]) -> list[str]:
    return [line.words for line in card if getattr(line, kind)]


def test_a_card_tells_events_company_and_every_place() -> None:
    card = name_card(entity("Tomas Reyl"), opened())
    assert lines("event", card) == ["Ostrava and Lund sign harbour accord"]
    assert lines("entity", card) == ["Ilse Brandt", "Lund", "Varna"]
    assert lines("place", card) == [
        "Tomas Reyl will lead the work.",
        "La maire de Lund, Ilse Brandt, a signé lundi à Varna un accord avec Tomas Reyl.",
        "Tomas Reyl dirigirá las obras.",
    ]
    assert "3 mentions · 3 articles · en es fr" in [line.words for line in card]


def test_company_is_counted_by_sentences() -> None:
    beside = {e.name: n for e, n in named_beside(entity("Ilse Brandt"), opened())}
    assert beside["Varna"] == 4
    assert beside["Tomas Reyl"] == 1


def test_mentions_come_in_the_order_of_reading() -> None:
    places = ordered_mentions(entity("Varna"), opened())
    assert [p.article for p in places] == ["a.txt", "b.txt", "b.txt", "c.txt", "d.txt"]
    assert ordered_mentions(entity("Varna"), opened(), ["d.txt"]) == places[-1:]


PLACES = {"a": (Span(5, 9), Span(20, 24)), "b": (), "c": (Span(0, 4),)}


def test_at_the_end_of_a_source_one_goes_on_in_the_next_that_has_a_mention() -> None:
    at = Position("a", Span(20, 24), 0)
    assert next_mention(PLACES, at, 1) == Citation("c", 0, 4)
    assert next_mention(PLACES, Position("c", Span(0, 4), 0), 1) == Citation("a", 5, 9)
    assert next_mention(PLACES, Position("a", Span(5, 9), 0), -1) == Citation("c", 0, 4)
    assert next_mention(PLACES, Position("c", Span(0, 4), 0), -1) == Citation("a", 20, 24)


def test_without_a_current_mention_one_starts_from_what_is_in_view() -> None:
    assert next_mention(PLACES, Position("a", None, 10), 1) == Citation("a", 20, 24)
    assert next_mention(PLACES, Position("a", None, 10), -1) == Citation("a", 5, 9)
    assert next_mention(PLACES, Position("a", None, 30), 1) == Citation("c", 0, 4)
    assert next_mention(PLACES, Position("b", None, 0), 1) == Citation("c", 0, 4)
    assert next_mention({"a": ()}, Position("a", None, 0), 1) is None


@given(st.sampled_from((1, -1)), st.sampled_from("abc"))
def test_going_on_meets_every_mention_once(direction: int, start: str) -> None:
    at, met = Position(start, None, 0), []
    for _ in range(3):
        place = next_mention(PLACES, at, direction)
        assert place
        met.append(place)
        at = Position(place.article, Span(place.start, place.end), 0)
    assert len(set(met)) == 3


def test_counts_say_where_one_is_here_and_in_all() -> None:
    followed = Followed(entity("Varna"), PLACES)
    assert followed.tell("a", Span(20, 24)) == "2 of 3 · 1 of 2 sources"
    assert followed.tell("c", Span(0, 4)) == "3 of 3 · 2 of 2 sources"
    assert followed.tell("b", None) == "none here, 3 in 2 sources"
    assert Followed(entity("Varna"), {"a": PLACES["a"]}).tell("a", Span(5, 9)) == "1 of 2"
