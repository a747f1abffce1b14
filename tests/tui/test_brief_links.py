"""A dated line that speaks of another event leads there."""

from __future__ import annotations

from dataclasses import replace

from briefing.config import Settings
from briefing.model import Brief, Event, EventLink, GroupedCorpus
from briefing.tui.app import BriefingApp
from briefing.tui.brief_pane import BriefPane
from briefing.tui.event_pane import EventPane
from tests.tui.reading import press, reading, settle, where
from tests.tui.sample import fake_brief, fake_opener

LINK = EventLink("ev3", "Talks in Lund", "2031-03-02")


def linked_brief(corpus: GroupedCorpus, event: Event) -> Brief:
    """The made-up brief, its first date speaking of the third event."""
    brief = fake_brief(corpus, event)
    return replace(brief, timeline=tuple(replace(entry, link=LINK) for entry in brief.timeline[:1]))


async def test_enter_opens_the_event_that_a_date_speaks_of() -> None:
    app = BriefingApp(["corpus"], Settings(workspace="off"), fake_opener, linked_brief)
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        lines = reading(app).query_one(BriefPane).lines
        (row,) = [
            n
            for n in range(lines.option_count)
            if "Talks in Lund" in str(lines.get_option_at_index(n).prompt)
        ]
        lines.focus()
        lines.highlighted = row
        await press(pilot, "enter")
        events = reading(app).query_one(EventPane)
        assert events.highlighted_option is not None
        assert events.highlighted_option.id == "ev3"
        assert where(app).startswith("pane")
