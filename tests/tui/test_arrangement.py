from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.arrangement import (
    MOST_PANES,
    Form,
    Room,
    Wishes,
    arrange,
    divider_at,
    moved_to,
    stops,
    widened,
)

WISHES = st.builds(
    Wishes,
    room=st.sampled_from(Room),
    pane=st.integers(0, MOST_PANES - 1),
    panes=st.integers(1, MOST_PANES),
    is_zoomed=st.booleans(),
    is_brief_shown=st.booleans(),
    events_cells=st.integers(0, 300),
    brief_cells=st.integers(0, 300),
)


@given(st.integers(20, 400), st.integers(1, 9), WISHES)
def test_the_room_one_is_in_stands(width: int, sources: int, wishes: Wishes) -> None:
    plan = arrange(width, sources, wishes)
    stands = {
        Room.EVENTS: plan.has_events,
        Room.SOURCES: min(wishes.pane, sources - 1, MOST_PANES - 1) in plan.panes,
        Room.BRIEF: plan.has_brief,
    }
    assert stands[wishes.room]


@given(st.integers(81, 400), st.integers(1, 9), WISHES)
def test_everything_fits(width: int, sources: int, wishes: Wishes) -> None:
    plan = arrange(width, sources, wishes)
    assert plan.events_width + plan.brief_width <= width
    assert len(plan.panes) <= min(sources, MOST_PANES)


@given(st.integers(81, 400), st.integers(1, 9), WISHES)
def test_nothing_is_squeezed(width: int, sources: int, wishes: Wishes) -> None:
    plan = arrange(width, sources, wishes)
    if plan.form is not Form.SINGLE:
        assert (width - plan.events_width - plan.brief_width) // len(plan.panes) >= 38
        assert plan.events_width == 0 or plan.events_width >= 27
        assert plan.brief_width == 0 or plan.brief_width >= 40


def test_three_forms_by_width() -> None:
    forms = [arrange(width, 2, Wishes()).form for width in (80, 81, 142, 143)]
    assert forms == [Form.SINGLE, Form.MEDIUM, Form.MEDIUM, Form.WIDE]


def test_what_was_folded_away_is_not_missed() -> None:
    plan = arrange(120, 2, Wishes(is_brief_shown=False))
    assert (plan.form, plan.has_events, plan.panes) == (Form.WIDE, True, (0, 1))


def test_two_sources_keep_their_room_where_the_brief_does_not_fit() -> None:
    for room in (Room.EVENTS, Room.SOURCES):
        plan = arrange(120, 3, Wishes(room=room))
        assert (plan.has_events, plan.panes, plan.has_brief) == (True, (0, 1), False)
    beside_brief = arrange(120, 3, Wishes(room=Room.BRIEF))
    assert (beside_brief.has_events, beside_brief.panes) == (False, (0, 1))


def test_two_sources_stand_between_events_and_brief() -> None:
    plan = arrange(160, 3, Wishes())
    assert (plan.has_events, plan.panes, plan.has_brief) == (True, (0, 1), True)


def test_four_panes_fit_a_very_wide_terminal() -> None:
    assert arrange(240, 6, Wishes(panes=4)).panes == (0, 1, 2, 3)


def test_no_more_panes_than_can_be_read() -> None:
    assert len(arrange(120, 4, Wishes(panes=4)).panes) == 2
    assert arrange(100, 4, Wishes(panes=4, room=Room.SOURCES, pane=3)).panes == (2, 3)


def test_zooming_leaves_one_room() -> None:
    plan = arrange(200, 3, Wishes(room=Room.SOURCES, pane=1, is_zoomed=True))
    assert (plan.has_events, plan.panes, plan.has_brief) == (False, (1,), False)


def test_a_narrow_terminal_shows_one_room_at_a_time() -> None:
    assert arrange(80, 3, Wishes(room=Room.BRIEF)).brief_width == 80
    assert arrange(80, 3, Wishes(room=Room.BRIEF)).panes == ()


def test_one_goes_through_events_sources_and_brief() -> None:
    rooms = [(Room.EVENTS, 0), (Room.SOURCES, 0), (Room.SOURCES, 1), (Room.BRIEF, 0)]
    assert stops(80, 3, Wishes()) == tuple(rooms)
    assert stops(160, 3, Wishes(is_brief_shown=False)) == tuple(rooms[:-1])
    assert stops(80, 1, Wishes()) == (rooms[0], rooms[1], rooms[3])


def test_an_edge_is_where_two_panes_meet() -> None:
    plan = arrange(160, 3, Wishes())
    edge = 160 - plan.brief_width
    assert divider_at(plan, 160, plan.events_width) is Room.EVENTS
    assert divider_at(plan, 160, plan.events_width - 1) is Room.EVENTS
    assert divider_at(plan, 160, edge) is Room.BRIEF
    assert divider_at(plan, 160, plan.events_width + 9) is None
    assert divider_at(arrange(80, 3, Wishes()), 80, 79) is None


def test_an_edge_that_is_moved_stays_where_it_was_put() -> None:
    plan = arrange(200, 2, moved_to(Wishes(), Room.EVENTS, 200, 49))
    assert plan.events_width == 50
    plan = arrange(200, 2, moved_to(Wishes(), Room.BRIEF, 200, 130))
    assert plan.brief_width == 70
    assert arrange(200, 2, moved_to(Wishes(), Room.BRIEF, 200, 5)).panes == (0, 1)


def test_the_readers_pane_is_widened_by_keys() -> None:
    plan = arrange(200, 2, Wishes())
    for room in Room:
        wishes = Wishes(room=room)
        after = arrange(200, 2, widened(wishes, plan, 4))
        gained = {
            Room.EVENTS: after.events_width - plan.events_width,
            Room.BRIEF: after.brief_width - plan.brief_width,
            Room.SOURCES: (plan.events_width + plan.brief_width)
            - (after.events_width + after.brief_width),
        }
        assert gained[room] == (8 if room is Room.SOURCES else 4)
