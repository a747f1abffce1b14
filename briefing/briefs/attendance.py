"""Who took part, in which role, for which country, and which source says so in what words.

Invariant: an attendee is a participant of the event; every account is a range of one source that
names that person or the person's office, and a source has one account of a person at most.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.briefs.material import Material, Statement
from briefing.briefs.origins import count_origins
from briefing.briefs.people_ledger import Titled, find_titled
from briefing.indexing import is_own
from briefing.lexicon.citing import cite_words
from briefing.lexicon.event_kinds import ENCOUNTERS, kind_of_word
from briefing.lexicon.folding import fold
from briefing.lexicon.gist import split_folded
from briefing.lexicon.looking import looks_ahead
from briefing.model import (
    Account,
    Attendee,
    BlockKind,
    Citation,
    Document,
    Participant,
    Title,
)

_MOST = 10
_LATIN = re.compile("[a-z]")
_POSSESSIVE = re.compile(r"['’]?s\s+(?=\w)")
_LEAD = 1


def list_attendance(material: Material, origins: Mapping[str, int]) -> tuple[Attendee, ...]:
    """The participants, those who took part before those who only speak of it."""
    titled = find_titled(material)
    listed = [
        _attend(p, titled.get(p.entity, ()), material, origins) for p in material.event.participants
    ]
    joined = _join_scripts(listed, origins)
    if not any(a.is_present for a in joined):
        joined = [replace(a, is_present=True) for a in joined]
    return tuple(sorted(joined, key=lambda a: not a.is_present))[:_MOST]


def _join_scripts(listed: Sequence[Attendee], origins: Mapping[str, int]) -> list[Attendee]:
    """One attendee of two, where one office is held by a name in Latin and one in Arabic letters.

    No source may have both names, and the office must be of one country.
    """
    found: list[Attendee] = []
    for attendee in listed:
        at = next((n for n, held in enumerate(found) if _are_one(held, attendee)), None)
        if at is None:
            found.append(attendee)
            continue
        latin, other = sorted((found[at], attendee), key=lambda a: not _LATIN.search(fold(a.name)))
        accounts = tuple(sorted((*latin.accounts, *other.accounts), key=lambda a: a.article))
        found[at] = replace(
            latin,
            accounts=accounts,
            is_present=latin.is_present or other.is_present,
            origins=count_origins((a.article for a in accounts), origins),
        )
    return found


def _are_one(one: Attendee, two: Attendee) -> bool:
    if not (one.role and one.country) or (one.role, one.country) != (two.role, two.country):
        return False
    is_other = bool(_LATIN.search(fold(one.name))) is not bool(_LATIN.search(fold(two.name)))
    return is_other and {a.article for a in one.accounts}.isdisjoint(
        a.article for a in two.accounts
    )


def _attend(
    participant: Participant,
    titled: Sequence[Titled],
    material: Material,
    origins: Mapping[str, int],
) -> Attendee:
    found = (_hear(participant, d, titled, material) for d in material.documents)
    accounts = tuple(account for account in found if account)
    return Attendee(
        name=participant.name,
        role=participant.role,
        country=participant.country,
        entity=participant.entity,
        is_present=_took_part(participant, material),
        accounts=accounts,
        origins=count_origins((a.article for a in accounts), origins),
    )


def _hear(
    participant: Participant, document: Document, titled: Sequence[Titled], material: Material
) -> Account | None:
    """What one source calls somebody: by title, else by the office alone, else by name."""
    article = document.article
    entity = material.entities.get(participant.entity)
    own = [
        title
        for titling, mention, title in titled
        if titling.article.id == article.id and is_own(document, mention.start)
    ]
    told = sorted(own, key=lambda title: title.role != participant.role)
    titles = [_cite(title, document) for title in told]
    references = _own(entity.references if entity else (), document)
    names = _own((*participant.citations, *(entity.mentions if entity else ())), document)
    offices = titles or ([] if names else references)
    for spans, is_titled in ((offices, True), (names, False)):
        if spans:
            cited = spans[0]
            words = cite_words(article.text, cited.start, cited.end)
            return Account(article.id, words, is_titled, cited)
    return None


def _cite(title: Title, document: Document) -> Citation:
    """The words of a title, without the end of a possessive that they begin with: "’s lawyer"."""
    article = document.article
    opening = _POSSESSIVE.match(article.text, title.start, title.end)
    return Citation(article.id, opening.end() if opening else title.start, title.end)


def _own(citations: Sequence[Citation], document: Document) -> list[Citation]:
    here = sorted(c for c in citations if c.article == document.article.id)
    return [c for c in here if is_own(document, c.start)]


def _took_part(participant: Participant, material: Material) -> bool:
    """Whether a headline, a lead or a sentence on the act itself names somebody.

    Further down a speaker's name says no more than that somebody speaks.
    """
    speakers = {
        (d.article.id, q.speaker_span.start)
        for d in material.documents
        for q in d.quotes
        if q.speaker_span
    }
    for statement in material.statements:
        if participant.entity in statement.entities:
            if statement.kind is BlockKind.HEADLINE or statement.position <= _LEAD:
                return True
            is_speaker = any(
                (statement.article, start) in speakers
                for start, _, entity in material.spans[statement.article].named(
                    statement.start, statement.end
                )
                if entity == participant.entity
            )
            is_ahead = looks_ahead(statement.text, statement.language)
            if not (is_speaker or is_ahead) and _tells_of_act(statement, material.event.kind):
                return True
    return False


def _tells_of_act(statement: Statement, kind: str) -> bool:
    kinds = ENCOUNTERS if kind in ENCOUNTERS else {kind}
    words = split_folded(statement.text)
    return any(kind_of_word(word, statement.language) in kinds for word in words)
