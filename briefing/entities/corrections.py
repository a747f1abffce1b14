"""What readers have decided about names, replayed over the entities that resolution found.

Invariant: pure; decisions are replayed in the order in which they were made, each on what the
ones before it left. One whose places are not found changes nothing and is reported as dormant;
one about pages that have been joined by others holds for the others too, as long as most of what
an entity is called in the pages that the reader saw is what they spoke of. The text of a page
is never changed, nor an entity of which nothing was decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.anchoring import Anchorage
from briefing.entities.rebuilding import Group, rebuild
from briefing.lexicon.folding import fold
from briefing.model import (
    Anchor,
    Citation,
    Document,
    Entity,
    Label,
    Mention,
    NameCorrection,
    NameCorrectionKind,
    Relabelled,
)
from briefing.relabelling import relabel


@dataclass(frozen=True, slots=True)
class Corrected:
    """The entities as the reader wants them, what that changes in pages, and what was not found."""

    entities: tuple[Entity, ...]
    relabelled: tuple[Relabelled, ...]
    dormant: tuple[NameCorrection, ...]


def correct_entities(
    documents: Sequence[Document],
    entities: Sequence[Entity],
    corrections: Sequence[NameCorrection],
) -> Corrected:
    """The entities with the reader's decisions applied, the latest last."""
    if not corrections:
        return Corrected(tuple(entities), (), ())
    replay = _Replay(documents, entities)
    dormant = tuple(c for c in corrections if not replay.apply(c))
    relabelled = replay.relabelled()
    changed = relabel(documents, relabelled)
    return Corrected(rebuild(entities, replay.groups, changed), relabelled, dormant)


@dataclass
class _Replay:
    """The mentions by group, as the decisions so far have left them."""

    documents: Sequence[Document]
    entities: Sequence[Entity]
    groups: list[Group] = field(init=False)
    _anchorage: Anchorage = field(init=False)
    _mentions: dict[str, list[Mention]] = field(init=False)
    _texts: dict[str, str] = field(init=False)
    _deleted: set[Citation] = field(default_factory=set)
    _group_of: dict[Citation, Group] = field(init=False)

    def __post_init__(self) -> None:
        self.groups = [Group.of(entity) for entity in self.entities]
        self._group_of = {m: g for g in self.groups for m in g.mentions}
        self._anchorage = Anchorage(d.article for d in self.documents)
        self._mentions = {d.article.id: list(d.mentions) for d in self.documents}
        self._texts = {d.article.id: d.article.text for d in self.documents}

    def apply(self, correction: NameCorrection) -> bool:
        """Do what a decision says; False where its places are not found."""
        found = self._find(correction.mentions)
        if not found:
            return False
        kind = correction.kind
        if kind is NameCorrectionKind.SPLIT:
            return self._split(correction, found)
        meant = self._meant(found)
        if kind is NameCorrectionKind.RENAMED:
            for group in meant:
                group.rename(correction.name)
        elif kind is NameCorrectionKind.RETYPED and correction.label:
            for group in meant:
                group.retype(correction.label)
        elif kind is NameCorrectionKind.DELETED:
            self._delete(found, meant)
            return True
        elif kind is NameCorrectionKind.MERGED:
            return self._merge(meant, self._meant(self._find(correction.others)))
        return bool(meant)

    def relabelled(self) -> tuple[Relabelled, ...]:
        """The mentions whose kind is another than the analysis said."""
        changes = [Relabelled(place, None) for place in self._deleted]
        for group in self.groups:
            if group.is_retyped:
                changes += [Relabelled(place, group.kind) for place in group.mentions]
        return tuple(sorted(changes, key=lambda c: c.place))

    def _find(self, anchors: Iterable[Anchor]) -> list[Citation]:
        """The mentions that stand where the anchors lead."""
        found: dict[Citation, None] = {}
        for anchor in anchors:
            for place in self._anchorage.find(anchor):
                mention = self._mention_at(place)
                if mention is not None and mention not in self._deleted:
                    found[mention] = None
        self._take_in(found)
        return list(found)

    def _mention_at(self, place: Citation) -> Citation | None:
        """The mention in a range, or the one that shares most with it."""
        best, most = None, 0
        for mention in self._mentions[place.article]:
            shared = min(mention.end, place.end) - max(mention.start, place.start)
            if shared > most:
                best, most = Citation(place.article, mention.start, mention.end), shared
        return best

    def _take_in(self, found: Iterable[Citation]) -> None:
        """Mentions that resolution leaves aside, as other names, become a group of their own."""
        strangers = [place for place in found if place not in self._group_of]
        if strangers:
            self._add(Group(Label.MISC, set(strangers)))

    def _add(self, group: Group) -> None:
        self.groups.append(group)
        for place in group.mentions:
            self._group_of[place] = group

    def _meant(self, found: Sequence[Citation]) -> list[Group]:
        """The groups that are mostly, in the pages found, what was found or is worded like it.

        The one with most of what was found comes first.
        """
        pages = {place.article for place in found}
        words = {self._words(place) for place in found}
        hits = Counter(id(self._group_of[place]) for place in found)
        holding = {id(g): g for place in found for g in (self._group_of[place],)}
        meant = []
        for group in holding.values():
            inside = [m for m in group.mentions if m.article in pages]
            if 2 * sum(self._words(m) in words for m in inside) > len(inside):
                meant.append(group)
        return sorted(meant, key=lambda g: (-hits[id(g)], min(g.mentions)))

    def _merge(self, meant: Sequence[Group], others: Sequence[Group]) -> bool:
        if not meant or not others:
            return False
        target = others[0]
        for group in (*others[1:], *meant):
            if group is not target and group.mentions:
                for place in group.mentions:
                    self._group_of[place] = target
                target.take(group)
        return True

    def _split(self, correction: NameCorrection, found: Sequence[Citation]) -> bool:
        others = set(self._find(correction.others)) - set(found)
        pages = {p.article for p in found} - {p.article for p in others}
        taken: set[Citation] = set()
        for group in {id(self._group_of[p]): self._group_of[p] for p in found}.values():
            if others and not others & group.mentions:
                continue
            own = {p for p in group.mentions if p in found or p.article in pages}
            if own != group.mentions:
                taken |= own
                group.leave(own)
        if taken:
            kind = self._kind_before(correction, found)
            self._add(Group(kind, taken, name=correction.name, is_regrouped=True))
        elif correction.name:
            for group in self._meant(found):
                group.rename(correction.name)
        return True

    def _kind_before(self, correction: NameCorrection, found: Sequence[Citation]) -> Label:
        return correction.label or self._group_of[found[0]].kind

    def _delete(self, found: Sequence[Citation], meant: Sequence[Group]) -> None:
        """No names: what was found, and what is worded like it in the groups that are meant."""
        words = {self._words(place) for place in found}
        for group in meant:
            alike = {place for place in group.mentions if self._words(place) in words}
            self._drop(group, alike)
        for place in found:
            if place not in self._deleted:
                self._drop(self._group_of[place], {place})

    def _drop(self, group: Group, places: set[Citation]) -> None:
        group.leave(places)
        self._deleted |= places

    def _words(self, place: Citation) -> str:
        """How the mention at a place is worded."""
        return fold(self._texts[place.article][place.start : place.end])
