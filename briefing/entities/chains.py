"""The people of one page: every mention of one person there, in one chain.

Invariant: each mention of a person belongs to exactly one chain of its page, and a short form
joins the fullest name that it can stand for, the nearest one before it where several could.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.entities.names import PARTICLES, SAME_NAME, is_part_of, name_likeness, name_parts
from briefing.indexing import own_ranges
from briefing.lexicon.folding import fold
from briefing.model import Citation, Document, Label, Mention


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one person in one page, with what the page says of them.

    `parts` are the folded parts of the fullest form; `context` the folded names of the other
    people and of the organisations in the page's own text.
    """

    article: str
    parts: tuple[str, ...]
    mentions: tuple[Citation, ...]
    forms: tuple[tuple[str, int], ...]
    roles: tuple[str, ...]
    countries: tuple[str, ...]
    context: frozenset[str]

    @property
    def is_full(self) -> bool:
        """Whether the page gives more than a surname."""
        return sum(p not in PARTICLES for p in self.parts) > 1


def own_mentions(document: Document) -> tuple[Mention, ...]:
    """The mentions in the article's own report, not in captions, teasers or other clutter."""
    ranges = own_ranges(document)
    found, at = [], 0
    for mention in document.mentions:
        while at < len(ranges) and ranges[at][1] <= mention.start:
            at += 1
        if at < len(ranges) and ranges[at][0] <= mention.start:
            found.append(mention)
    return tuple(found)


def chain_people(document: Document) -> tuple[Chain, ...]:
    """The chains of a page, by first mention."""
    people = [m for m in document.mentions if m.label is Label.PER and name_parts(m.text)]
    firsts: dict[tuple[str, ...], int] = {}
    for mention in people:
        firsts.setdefault(name_parts(mention.text), mention.start)
    longest_first = sorted(firsts, key=lambda p: (-len(p), -sum(map(len, p)), firsts[p]))
    heads: list[tuple[str, ...]] = []
    chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for parts in longest_first:
        fitting = [h for h in heads if is_part_of(parts, h) or name_likeness(parts, h) >= SAME_NAME]
        if fitting:
            chosen[parts] = _nearest(fitting, firsts, firsts[parts])
        else:
            heads.append(parts)
            chosen[parts] = parts
    return tuple(
        _build(document, head, [m for m in people if chosen[name_parts(m.text)] == head])
        for head in sorted(heads, key=lambda h: firsts[h])
    )


def _nearest(
    heads: Sequence[tuple[str, ...]], firsts: dict[tuple[str, ...], int], position: int
) -> tuple[str, ...]:
    """The head last introduced before `position`, else the first introduced after it."""
    before = [h for h in heads if firsts[h] <= position]
    if before:
        return max(before, key=lambda h: firsts[h])
    return min(heads, key=lambda h: firsts[h])


def _build(document: Document, head: tuple[str, ...], mentions: Sequence[Mention]) -> Chain:
    identifier = document.article.id
    titles = [m.title for m in mentions if m.title is not None]
    own_names = {fold(m.text) for m in mentions}
    others = {
        fold(m.text)
        for m in own_mentions(document)
        if m.label in (Label.PER, Label.ORG) and fold(m.text) not in own_names
    }
    return Chain(
        article=identifier,
        parts=head,
        mentions=tuple(Citation(identifier, m.start, m.end) for m in mentions),
        forms=tuple(sorted(Counter(m.text for m in mentions).items())),
        roles=tuple(t.role for t in titles if t.role),
        countries=tuple(t.country for t in titles if t.country),
        context=frozenset(others),
    )
