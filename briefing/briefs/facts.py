"""Who, what, when and where, each with the spans it rests on.

Invariant: a fact's citations lie in the event's articles, one for each article that states it, and
its origins are counted over just these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.briefs.material import Material
from briefing.briefs.origins import count_origins
from briefing.indexing import is_own
from briefing.model import Attendee, Citation, Fact, Participant, Point

_VAGUE = frozenset({"", "event", "other"})
_MOST_ORGANISATIONS = 4


def answer_questions(
    material: Material,
    origins: Mapping[str, int],
    bluf: Sequence[Point],
    attendance: Sequence[Attendee],
) -> tuple[Fact, ...]:
    """The facts of the event: who, as the attendance says, what, when, where, which bodies."""
    event = material.event
    people = {p.entity: p for p in event.participants}
    found = [_person_fact("who", people[a.entity], material, origins) for a in attendance]
    what = event.label if event.kind in _VAGUE else event.kind
    if what and bluf:
        found.append(_fact("what", what, bluf[0].citations, origins))
    if event.date:
        cited = first_of_each(event.date.citations, material)
        found.append(_fact("when", event.date.value, cited, origins))
    if event.place.words:
        cited = first_of_each(event.place.citations, material)
        found.append(_fact("where", event.place.words, cited, origins))
    bodies = [_person_fact("organisation", body, material, origins) for body in event.organisations]
    widely = [f for f in bodies if f.origins > 1 or len(material.documents) == 1]
    return (*found, *widely[:_MOST_ORGANISATIONS])


def _person_fact(
    question: str, participant: Participant, material: Material, origins: Mapping[str, int]
) -> Fact:
    entity = material.entities.get(participant.entity)
    spans = (*participant.citations, *(entity.mentions if entity else ()))
    return _fact(question, participant.words, first_of_each(spans, material), origins)


def _fact(
    question: str, value: str, citations: tuple[Citation, ...], origins: Mapping[str, int]
) -> Fact:
    return Fact(question, value, citations, count_origins((c.article for c in citations), origins))


def first_of_each(citations: Iterable[Citation], material: Material) -> tuple[Citation, ...]:
    """For each article its first citation in its own blocks, by article id."""
    documents = {d.article.id: d for d in material.documents}
    first: dict[str, Citation] = {}
    for citation in sorted(c for c in citations if c.article in documents):
        if citation.article not in first and is_own(documents[citation.article], citation.start):
            first[citation.article] = citation
    return tuple(first[article] for article in sorted(first))
