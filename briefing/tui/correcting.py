"""What a reader can decide about a name where they are, and what it means as corrections.

Invariant: pure; places go by what stands there, and every act is undone as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.content import Content

from briefing.anchoring import anchor_at
from briefing.decided import KIND_WORDS, name_words
from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.lexicon.folding import fold
from briefing.model import (
    Anchor,
    Citation,
    Entity,
    Label,
    NameCorrection,
    NameCorrectionKind,
)
from briefing.tui.catalogue import Catalogue
from briefing.tui.highlight import LABEL_NAMES

MOST_PAGES = 60
"""Pages by whose mentions an entity is told; a country can stand in thousands."""

Offer = tuple[str, Content]


class NameAct(StrEnum):
    """What can be done to a name."""

    RENAME = "rename"
    MERGE = "merge"
    HERE = "here"
    PAGES = "pages"
    DELETE = "delete"
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    UNDO = "undo"


KIND_ACTS = {
    NameAct.PERSON: Label.PER,
    NameAct.PLACE: Label.LOC,
    NameAct.ORGANISATION: Label.ORG,
}
"""The acts that say of what kind something is."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The name about which something is decided: an entity, a place that names it, or both.

    A place without an entity is a name of no kind that is followed.
    """

    entity: Entity | None = None
    place: Citation | None = None

    def name(self, catalogue: Catalogue) -> str:
        """How it is called."""
        if self.entity:
            return one_line(self.entity.name)
        return one_line(self.words(catalogue))

    def words(self, catalogue: Catalogue) -> str:
        """The words that stand at its place."""
        if self.place is None:
            return self.entity.name if self.entity else ""
        text = catalogue.documents[self.place.article].article.text
        return text[self.place.start : self.place.end]

    def mentions(self, catalogue: Catalogue) -> tuple[Citation, ...]:
        """All its mentions; of a name of no kind, those that are worded alike."""
        if self.entity:
            return self.entity.mentions
        sought = fold(self.words(catalogue))
        return tuple(
            Citation(d.article.id, m.start, m.end)
            for d in catalogue.corpus.documents
            for m in d.mentions
            if m.label is Label.MISC and fold(m.text) == sought
        )


@dataclass(frozen=True, slots=True)
class NameDecision:
    """What was decided, and how that is told; without corrections, the last one is taken back."""

    words: str
    corrections: tuple[NameCorrection, ...] = ()


def offered_name_acts(subject: Subject, catalogue: Catalogue, *, can_undo: bool) -> Iterator[Offer]:
    """The acts that make sense for a name."""
    name, entity = subject.name(catalogue), subject.entity
    mentions = subject.mentions(catalogue)
    articles = {m.article for m in mentions}
    if entity:
        what = _one(entity.kind)
        yield _offer(NameAct.RENAME, f"Rename {name} …", "the pages keep their own words")
        yield _offer(NameAct.MERGE, f"{name} is the same as …", f"another {what} of the list")
        if subject.place and len(mentions) > 1:
            yield _offer(NameAct.HERE, "Here it is another …", "this one mention only")
        if len(articles) > 1:
            yield _offer(NameAct.PAGES, "In some pages it is another …", "pages to choose")
    told = count(len(mentions), "mention")
    yield _offer(NameAct.DELETE, f"{name} is no name", f"{told} no longer counted as one")
    for act, kind in KIND_ACTS.items():
        if entity is None or kind is not entity.kind:
            yield _offer(act, f"{name} is {KIND_WORDS[kind]}", f"in all its {told}")
    if can_undo:
        yield _offer(NameAct.UNDO, "Undo", "take back the last of these decisions")


def _one(kind: Label) -> str:
    return LABEL_NAMES[kind]


def _offer(act: NameAct, words: str, meaning: str) -> Offer:
    return act.value, Content.assemble((words, "bold"), (f"\n{meaning}", ".list--quiet"))


def offered_pages(subject: Subject, catalogue: Catalogue) -> Iterator[Offer]:
    """The pages that name somebody, with a sentence of each."""
    first: dict[str, Citation] = {}
    for mention in subject.mentions(catalogue):
        first.setdefault(mention.article, mention)
    for article, place in first.items():
        document = catalogue.documents[article]
        found = (s for s in document.sentences if s.start <= place.start < s.end)
        sentence = next(found, None)
        start, end = (sentence.start, sentence.end) if sentence else (place.start, place.end)
        source = one_line(document.article.source or article)
        said = one_line(document.article.text[start:end])
        yield article, Content.assemble((source, "bold"), (f"\n{said}", ".list--quiet"))


def rename(subject: Subject, name: str, catalogue: Catalogue) -> NameDecision:
    """Show it by another name."""
    return _decision(
        NameCorrection(
            NameCorrectionKind.RENAMED,
            anchors(subject.mentions(catalogue), catalogue),
            was=subject.name(catalogue),
            name=name,
        )
    )


def merge(subject: Subject, other: Entity, catalogue: Catalogue) -> NameDecision:
    """It is the same as another, who is then called as the other was."""
    return _decision(
        _merged(subject.mentions(catalogue), subject.name(catalogue), other, catalogue)
    )


def delete(subject: Subject, catalogue: Catalogue) -> NameDecision:
    """It is no name."""
    return _decision(
        NameCorrection(
            NameCorrectionKind.DELETED,
            anchors(subject.mentions(catalogue), catalogue, None),
            was=subject.name(catalogue),
        )
    )


def retype(subject: Subject, kind: Label, catalogue: Catalogue) -> NameDecision:
    """It is of another kind, and the same as the only one of that kind with its name."""
    mentions, name = subject.mentions(catalogue), subject.name(catalogue)
    places = anchors(mentions, catalogue)
    changed = NameCorrection(NameCorrectionKind.RETYPED, places, was=name, label=kind)
    namesakes = [e for e in catalogue.corpus.entities if e.kind is kind and _is_called(e, name)]
    if len(namesakes) != 1:
        return _decision(changed)
    return _decision(changed, _merged(mentions, name, namesakes[0], catalogue))


def _is_called(entity: Entity, name: str) -> bool:
    return fold(name) in {fold(form) for form in (entity.name, *entity.variants)}


def split(
    subject: Subject,
    articles: Collection[str],
    other: Entity | str,
    catalogue: Catalogue,
) -> NameDecision:
    """Somebody else at one place (without `articles`) or in some pages: known, or of a new name."""
    mentions, was = subject.mentions(catalogue), subject.name(catalogue)
    if articles:
        taken = tuple(m for m in mentions if m.article in articles)
    else:
        taken = (subject.place,) if subject.place else ()
    rest = [m for m in mentions if m not in set(taken)]
    parted = NameCorrection(
        NameCorrectionKind.SPLIT,
        anchors(taken, catalogue, None),
        anchors(rest, catalogue),
        was=was,
        name="" if isinstance(other, Entity) else other,
    )
    if isinstance(other, Entity):
        return _decision(parted, _merged(taken, was, other, catalogue))
    return _decision(parted)


def _merged(
    mentions: Sequence[Citation], was: str, other: Entity, catalogue: Catalogue
) -> NameCorrection:
    return NameCorrection(
        NameCorrectionKind.MERGED,
        anchors(mentions, catalogue),
        anchors(other.mentions, catalogue),
        was=was,
        name=one_line(other.name),
    )


def _decision(*corrections: NameCorrection) -> NameDecision:
    return NameDecision(name_words(corrections[-1]), corrections)


def anchors(
    mentions: Iterable[Citation], catalogue: Catalogue, most: int | None = MOST_PAGES
) -> tuple[Anchor, ...]:
    """The mentions told so that they are found again: all those of some pages spread evenly."""
    by_article: defaultdict[str, list[Citation]] = defaultdict(list)
    for mention in sorted(mentions):
        by_article[mention.article].append(mention)
    articles = list(by_article)
    if most is not None and len(articles) > most:
        articles = [articles[n * len(articles) // most] for n in range(most)]
    return tuple(
        anchor_at(catalogue.documents[m.article].article, m.start, m.end)
        for article in articles
        for m in by_article[article]
    )
