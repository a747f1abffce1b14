"""Titles: what a page says a person is, beside the person's name.

Invariant: a title stands in the same sentence as the mention, its span is the words that say so,
no word belongs to two titles, and role and country are read off those words alone; where the page
says none, there is none. A counterpart has the role of the person it refers to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.analysis.titles_phrases import (
    ARTICLES,
    MOST_TOKENS,
    Phrase,
    Token,
    before_verb,
    country_at,
    country_of,
    extend_left,
    heads_in,
    is_complement,
    portfolio_of,
    tokenise,
)
from briefing.lexicon.roles import COUNTERPART, compose_role
from briefing.model import Label, Mention, Sentence, Title

_REACH = 240
_BEFORE_NAME = re.compile(r"[\s,()\[\]\-–—:«»“”\"']*")
_CLAUSE_END = re.compile(r"[;:!?\n]|\s[-–—]\s|\.\s|[«»“”„\"]")
_AFTER_NAME = re.compile(r"(?:\s*[,،]\s*(?:\d{1,3}(?: \w{3,5})?\s*,\s*)?|\s*\(\s*|\s+[-–—]\s+)")
_POST_END = re.compile(r"[,;:.()!?\n«»“”„\"،؛]|\s[-–—]\s")
_ACRONYM = re.compile(r"\s*\([A-ZÀ-Ý][\w./\- ]{1,15}\)")
_RELATIVE = {
    "leads": "head", "heads": "head", "chairs": "chair", "runs": "head", "represented": "representative",
    "represents": "representative", "coaches": "coach", "teaches": "professor", "captains": "captain",
    "dirige": "head", "preside": "president", "representait": "representative", "coordonne": "coordinator",
    "represente": "representative", "entraine": "coach", "enseigne": "professor", "encabeza": "head",
    "coordina": "coordinator", "representaba": "representative", "representa": "representative",
    "entrena": "coach", "leitet": "head", "fuhrt": "head", "vertritt": "representative",
    "guida": "head", "rappresenta": "representative", "allena": "coach", "lidera": "head",
    "chefia": "head", "leidt": "head", "vertegenwoordigt": "representative", "directed": "head",
}  # fmt: skip
"""Verbs of a relative clause that say an office ("who heads ...", "qui dirige ...")."""
_RELATIVE_PRONOUNS = frozenset("who qui que quien der die che die wie".split())


@dataclass(slots=True)
class _Scene:
    """One sentence with its people; `claimed` is the end of the last words given to a title."""

    text: str
    sentence: Sentence
    tokens: list[Token]
    people: list[Mention]
    claimed: int = 0

    def index(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.tokens, offset, key=lambda t: t.start)


def _left_edge(scene: _Scene, mention: Mention, floor: int) -> int:
    """Where the words that may be a title before a name begin."""
    start = max(scene.sentence.start, floor, mention.start - _REACH)
    breaks = [m.end() for m in _CLAUSE_END.finditer(scene.text, start, mention.start)]
    return breaks[-1] if breaks else start


def _span_text(scene: _Scene, phrase: Phrase) -> tuple[int, int]:
    start, end = scene.tokens[phrase.first].start, scene.tokens[phrase.last - 1].end
    is_open = "(" in scene.text[start:end] and scene.text[end : end + 1] == ")"
    return start, end + is_open


def _before(scene: _Scene, mention: Mention, floor: int) -> Phrase | None:
    """The title phrase that ends where a name begins."""
    text, tokens = scene.text, scene.tokens
    first = scene.index(_left_edge(scene, mention, floor))
    last = scene.index(mention.start)
    first = max(first, last - MOST_TOKENS)
    if first >= last:
        return None
    gap = text[tokens[last - 1].end : mention.start]
    if not _BEFORE_NAME.fullmatch(gap):
        return None
    is_set_off = "," in gap or "،" in gap
    chosen: Phrase | None = None
    for at, head in reversed(heads_in(tokens, first, last)):
        after = at + head.length
        inner = text[tokens[after - 1].end : tokens[last - 1].end]
        if "," in _ACRONYM.sub("", inner) or not is_complement(
            tokens, after, last, is_set_off=is_set_off
        ):
            break
        if head.role == "general" and after < last and tokens[at].word.isascii():
            continue
        if chosen and not (is_set_off and _is_within(tokens, after, chosen)):
            break
        start = extend_left(text, tokens, at, first)
        chosen = Phrase(start, last, head, at, portfolio_of(tokens, start, last, at, head))
        if not (is_set_off or head.is_plural):
            break
    return chosen if chosen and not chosen.head.is_plural else None


def _is_within(tokens: Sequence[Token], after: int, inner: Phrase) -> bool:
    """Whether a role noun found further right is part of the complement of one to its left."""
    return after < inner.head_at and tokens[after].key in {
        "of", "for", "de", "du", "des", "d", "del", "della", "dell", "dei", "do", "da", "dos", "der",
        "van", "von", "di", "degli",
    }  # fmt: skip


def _after(scene: _Scene, mention: Mention, ceiling: int) -> Phrase | None:
    """The title phrase in apposition behind a name: up to the next comma or bracket."""
    text, tokens = scene.text, scene.tokens
    opening = _AFTER_NAME.match(text, mention.end)
    if not opening or opening.end() >= scene.sentence.end:
        return None
    limit = min(scene.sentence.end, opening.end() + _REACH)
    end = limit
    position = opening.end()
    while closing := _POST_END.search(text, position, limit):
        acronym = _ACRONYM.match(text, max(opening.end(), closing.start() - 1))
        if closing.group() == "(" and acronym:
            position = acronym.end()
            continue
        end = closing.start()
        break
    if end >= ceiling or (end == limit and limit != scene.sentence.end):
        return None
    first, last = scene.index(opening.end()), scene.index(end)
    heads = heads_in(tokens, first, min(last, first + 8))
    if not heads or heads[0][1].is_plural or last - first > MOST_TOKENS:
        return None
    at, head = heads[0]
    start = extend_left(text, tokens, at, first)
    if any(t.key not in ARTICLES for t in tokens[first:start]):
        return None
    after = at + head.length
    last = before_verb(tokens, after, last)
    if not is_complement(tokens, after, last, is_set_off=True, most=MOST_TOKENS):
        return None
    return Phrase(start, last, head, at, portfolio_of(tokens, start, last, at, head))


def _relative(scene: _Scene, mention: Mention) -> Title | None:
    """The office said by a relative clause: "X, who heads ..."."""
    opening = _AFTER_NAME.match(scene.text, mention.end)
    if not opening:
        return None
    first = scene.index(opening.end())
    run = scene.tokens[first : first + 3]
    if len(run) < 3 or run[0].key not in _RELATIVE_PRONOUNS or run[1].key not in _RELATIVE:  # noqa: PLR2004 - pronoun, verb, object
        return None
    closing = _POST_END.search(scene.text, run[1].end, scene.sentence.end)
    end = closing.start() if closing else scene.sentence.end
    return Title(run[1].start, len(scene.text[:end].rstrip()), _RELATIVE[run[1].key])


def _demonym(scene: _Scene, mention: Mention, floor: int) -> Title | None:
    """A bare demonym before a name: "El mauritano X", "Malian X"."""
    last = scene.index(mention.start)
    if last == 0 or scene.tokens[last - 1].start < floor:
        return None
    token = scene.tokens[last - 1]
    if scene.text[token.end : mention.start] != " ":
        return None
    found = country_at(scene.tokens, last - 1, last)
    return Title(token.start, token.end, None, found[0]) if found else None


def _antecedent(scene: _Scene, phrase: Phrase, earlier: Sequence[Title]) -> str | None:
    """The role that a counterpart shares: the nearest before it, in its sentence or the last two."""
    start = scene.tokens[phrase.first].start
    near = [
        (scene.tokens[at].start, at, head)
        for at, head in heads_in(scene.tokens, max(0, phrase.first - 3 * MOST_TOKENS), phrase.first)
        if head.role != COUNTERPART and not head.is_plural
    ]
    titled = [t for t in earlier if t.role and t.end <= start]
    if titled and titled[-1].start >= scene.sentence.start:
        return titled[-1].role
    if near:
        _, at, head = near[-1]
        role = compose_role(head.role, portfolio_of(scene.tokens, 0, phrase.first, at, head))
        fuller = [t.role for t in titled if t.role and t.role.endswith(f" {role}")]
        return fuller[-1] if fuller else role
    return titled[-1].role if titled and start - titled[-1].end < _REACH * 3 else None


def _title(scene: _Scene, phrase: Phrase, earlier: Sequence[Title]) -> Title:
    start, end = _span_text(scene, phrase)
    country = country_of(scene.tokens, phrase)
    if phrase.head.role == COUNTERPART:
        return Title(start, end, _antecedent(scene, phrase, earlier), country)
    return Title(start, end, compose_role(phrase.head.role, phrase.portfolio), country)


def _titles_of(scene: _Scene, earlier: list[Title]) -> Iterator[tuple[Mention, Title]]:
    """The titles of a sentence's people, in order; `earlier` is those of the sentences before."""
    claimed = scene.sentence.start
    for number, mention in enumerate(scene.people):
        floor = max(claimed, scene.people[number - 1].end if number else 0)
        following = scene.people[number + 1 :]
        ceiling = following[0].start if following else scene.sentence.end + 1
        phrase = _before(scene, mention, floor)
        title = _title(scene, phrase, earlier) if phrase else None
        if title is None:
            phrase = _after(scene, mention, ceiling)
            if phrase:
                title = _title(scene, phrase, earlier)
        title = title or _relative(scene, mention) or _demonym(scene, mention, floor)
        if title:
            claimed = max(claimed, title.end)
            earlier.append(title)
            yield mention, title


def _scenes(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> Iterator[_Scene]:
    people = sorted((m for m in mentions if m.label is Label.PER), key=lambda m: (m.start, m.end))
    starts = [m.start for m in people]
    for sentence in sentences:
        inside = people[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        inside = [m for m in inside if m.end <= sentence.end]
        if inside:
            yield _Scene(text, sentence, tokenise(text, sentence.start, sentence.end), inside)


def attach_titles(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The mentions, those of people with the title that their sentence gives them."""
    found: dict[tuple[int, int], Title] = {}
    earlier: list[Title] = []
    for scene in _scenes(text, sentences, mentions):
        for mention, title in _titles_of(scene, earlier):
            found[mention.start, mention.end] = title
    return tuple(
        replace(m, title=found[m.start, m.end])
        if m.label is Label.PER and (m.start, m.end) in found
        else m
        for m in mentions
    )
