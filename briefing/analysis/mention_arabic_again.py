"""The page's other uses of Arabic names: family names behind "and" or "to", which hides them.

Invariant: only last words of people that the page names in full are added, and only where no
mention stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analysis.mention_arabic_words import ARTICLE, PROCLITICS, is_family, is_known, is_rare
from briefing.analysis.mention_edges import Line, resized, words_of_line
from briefing.analysis.mention_laying import fill
from briefing.lexicon.arabic_given import GIVEN
from briefing.lexicon.folding import fold
from briefing.model import Label, Mention

_SHORTEST = 4
_ARABIC = "\u0620"


def with_family_names(
    text: str, lines: Sequence[Line], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The mentions of a page with the family names of its people where a particle is written on."""
    arabic = [line for line in lines if line.language == "ar"]
    if not arabic:
        return tuple(mentions)
    families = frozenset(_families(mentions))
    kept = list(_joined(text, mentions))
    for line in arabic if families else ():
        kept = fill(kept, _led(text, line, families))
    return tuple(kept)


def _joined(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, a person and the family name right behind as one: no two people stand so."""
    held: Mention | None = None
    for mention in mentions:
        is_next = held is not None and text[held.end : mention.start] == " "
        is_name = is_next and mention.label is Label.PER and " " not in mention.text
        is_arabic = is_name and mention.text[0] > _ARABIC
        if held is not None and is_arabic and held.label is Label.PER and held.text[0] > _ARABIC:
            held = resized(text, held, held.start, mention.end)
            continue
        if held is not None:
            yield held
        held = mention
    if held is not None:
        yield held


def _families(mentions: Sequence[Mention]) -> Iterator[str]:
    for mention in mentions:
        words = mention.text.split()
        if mention.label is not Label.PER or len(words) == 1 or len(words[-1]) < _SHORTEST:
            continue
        last = words[-1]
        is_own = (
            is_rare(last) or is_family(last) or (last.startswith(ARTICLE) and not is_known(last))
        )
        if is_own and fold(last) not in GIVEN:
            yield fold(last)


def _led(text: str, line: Line, families: frozenset[str]) -> Iterator[Mention]:
    for word in words_of_line(text, line.start, line.end):
        written = word.group()
        is_free = written[0] in PROCLITICS and fold(written) not in families
        if is_free and fold(written[1:]) in families:
            yield Mention(word.start() + 1, word.end(), written[1:], Label.PER)
