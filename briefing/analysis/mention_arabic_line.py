"""The repairs of an Arabic line, in their order: each builds on what those before it have found.

Invariant: given a line's mentions sorted and not overlapping, the result is such too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.analysis.mention_arabic import with_headed_names, without_proclitics
from briefing.analysis.mention_arabic_edges import trimmed_edges
from briefing.analysis.mention_arabic_firms import arabic_firms
from briefing.analysis.mention_arabic_given import with_given_names
from briefing.analysis.mention_arabic_people import arabic_people, longer_people
from briefing.analysis.mention_arabic_towns import arabic_towns
from briefing.analysis.mention_laying import fill, overlay
from briefing.model import Mention


def with_arabic_names(
    text: str, start: int, end: int, mentions: Sequence[Mention], words: Collection[str]
) -> list[Mention]:
    """The mentions of an Arabic line, mended and with what the tagger left out.

    `words` are the page's: they tell a letter of a name from a conjunction written to it.
    """
    kept = list(trimmed_edges(text, start, mentions))
    kept = with_given_names(text, start, end, kept)
    kept = overlay(kept, longer_people(text, end, kept))
    towns = list(arabic_towns(text, start, end, kept))
    kept = overlay(kept, (m for m in towns if " " in m.text))
    kept = fill(kept, iter(towns))
    kept = with_headed_names(text, start, end, kept)
    kept = overlay(kept, arabic_firms(text, start, end), may_cut=False)
    kept = without_proclitics(text, words, kept)
    people = list(arabic_people(text, start, end, kept))
    return fill(overlay(kept, iter(people), may_cut=False), iter(people))
