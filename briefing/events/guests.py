"""Who is named on an event's pages and was at another event: the guest of the day before.

Invariant: only those go whom no headline or lead of the event names and whom nobody quotes there,
and who lead the pages of another event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.events.facts import is_heard
from briefing.events.profile import Profile
from briefing.events.sources import as_source
from briefing.model import Document, Event, Participant


def without_guests(
    events: Sequence[Event], profiles: Mapping[str, Profile], documents: Mapping[str, Document]
) -> list[Event]:
    """The events, each without those of its unheard people who lead the pages of another one.

    Pages of a visit tell of the visitor before: "on Monday he had received the minister of …".
    """
    leads: defaultdict[str, set[int]] = defaultdict(set)
    for number, event in enumerate(events):
        for article in event.articles:
            for person in profiles[article].leading:
                leads[person].add(number)

    def is_guest(number: int, person: Participant) -> bool:
        led = leads.get(person.entity, set())
        if not led or number in led:
            return False
        return not any(
            is_heard(as_source(documents[c.article], profiles[c.article]), c)
            for c in person.citations
        )

    return [
        replace(event, participants=tuple(p for p in event.participants if not is_guest(number, p)))
        for number, event in enumerate(events)
    ]
