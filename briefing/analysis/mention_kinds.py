"""The kind of a name that no table knows, settled once for a page by all its uses together.

Each use gives evidence: the words beside it, weighed as `training.kinds` learnt them from names
that are known elsewhere, what the tagger said, and what a noun, an office or a list tells. How the
sum is made of it `settling` knows, where the other pages of a corpus are added.

Invariant: names that tables, heads or legal forms tell are left as they are; the sum does not
depend on the order of the uses.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from briefing.analysis.kind_signs import signs_beside, signs_within
from briefing.analysis.kind_weights import known_classes, weigh
from briefing.analysis.mention_agreement import Key, key_of
from briefing.analysis.mention_context import is_somebody, told_kind
from briefing.analysis.mention_edges import WORD, Line, with_lines
from briefing.analysis.mention_firms import is_firm
from briefing.lexicon import arabic_heads as arabic
from briefing.lexicon import name_words as lex
from briefing.lexicon.countries import country_named
from briefing.lexicon.firm_words import KINDS as KINDS_OF_FIRMS
from briefing.lexicon.firms import words_of_firm
from briefing.lexicon.folding import fold
from briefing.lexicon.organisations import words_of_body
from briefing.lexicon.places import find_place
from briefing.model import Label, Mention, NameEvidence
from briefing.settling import KINDS, best_kind

TAGGED = 1.2
"""What it weighs, in log-odds, that the tagger took a use for a kind."""
TOLD = 3.0
"""What it weighs that a rule did, or a noun beside the use."""
BESIDE = 0.8
"""What the learnt log-odds of the words beside a use count: they know no page as a whole."""
WITHIN = 0.4
"""What those of a name's own letters and words count."""
SURNAME = 3.0
"""What it weighs for a person that the page names one in full by that surname."""
ADDRESSED = 6.0
"""What an office or a form of address before a use weighs, or a verb of saying behind it."""
CLEAR = 0.5
"""So much more than any other kind one needs that makes a name of an unmarked word."""
_KNOWN_CITY = 50_000
_REACH = 40
_JOINT = re.compile(r",? (?:and|et|y|e|und|en|ed|or|ou|o|oder|of) |, ")
_LONGEST_JOINT = 8
_AGE = re.compile(r",? \(?(?:de |di )?\d\d(?:, |\)| (?:ans|años|anos|anni|Jahre|jaar|years old)\b)")
"""How old somebody is, behind the name: ", 61, former …", ", 63 anni", " (34)"."""
_LEGAL = re.compile(
    r"(?<!\w)(?:S\.? ?p\.? ?A|S\.? ?A|N\.? ?V|B\.? ?V|GmbH|AG|Ltd|Inc|Corp|PLC|SE|KG)\.?$",
    re.IGNORECASE,
)
_HEADS = frozenset().union(
    *(lex.BODY_HEADS, lex.PLACE_HEADS, lex.OPENING_BODY_HEADS),
    *(lex.CAPITAL_PLACE_HEADS, lex.COMPANY_TAILS, lex.STADIUMS),
    *(arabic.HEADS, arabic.WITH_OWN_NAMES, arabic.OF_FIRMS, arabic.TOWN_WORDS),
)


@dataclass
class _Uses:
    """The uses of one name on a page, as they are gathered."""

    name: str
    language: str
    label: Label
    places: list[tuple[int, int]] = field(default_factory=list)
    beside: dict[Label, float] = field(default_factory=lambda: defaultdict(float))


def settle_kinds(
    text: str,
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    tagged: Sequence[Mention],
    told: Sequence[Mention],
) -> tuple[list[Mention], tuple[NameEvidence, ...]]:
    """The mentions, those of unknown names labelled as their uses say, and the evidence for it.

    `tagged` is what the tagger found, `told` what rules made something else of.
    """
    found = _gather(text, lines, mentions, tagged, told)
    surnames = {key[-1] for m in mentions if len(key := key_of(m.text)) > 1 and _is_person(m)}
    settled = {}
    for key, uses in found.items():
        evidence = _evidence(key, uses, is_surname=len(key) == 1 and key[0] in surnames)
        settled[key] = replace(evidence, label=best_kind(evidence))
    labels = {key: evidence.label for key, evidence in settled.items()}
    relabelled = [replace(m, label=labels.get(key_of(m.text), m.label)) for m in mentions]
    return relabelled, tuple(settled[key] for key in sorted(settled))


def _is_person(mention: Mention) -> bool:
    return mention.label is Label.PER


def _gather(
    text: str,
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    tagged: Sequence[Mention],
    told: Sequence[Mention],
) -> dict[Key, _Uses]:
    labels = {(m.start, m.end): m.label for m in tagged}
    found: dict[Key, _Uses] = {}
    for line, mention in with_lines(lines, mentions):
        key = key_of(mention.text)
        if not key or is_told(mention, key):
            continue
        uses = found.setdefault(key, _Uses(mention.text, line.language, mention.label))
        place = (mention.start, mention.end)
        uses.places.append(place)
        if labels.get(place) in KINDS:
            uses.beside[labels[place]] += TAGGED
        if is_somebody(text, line, mention):
            uses.beside[Label.PER] += ADDRESSED
        label = _told_beside(text, line, mention)
        if label is not None:
            uses.beside[label] += TOLD
        for kind, weight in _weights_beside(text, line, mention).items():
            uses.beside[kind] += BESIDE * weight
    for mention in (*told, *_in_lists(text, mentions)):
        if (uses_told := found.get(key_of(mention.text))) is not None:
            uses_told.beside[mention.label] += TOLD
    return found


def _evidence(key: Key, uses: _Uses, *, is_surname: bool) -> NameEvidence:
    within = [WITHIN * weight for weight in _weights_within(uses.name, uses.language).values()]
    person, place, body = within
    beside, other, firm = (uses.beside[kind] for kind in KINDS)
    return NameEvidence(
        name=" ".join(key),
        label=uses.label,
        places=tuple(uses.places),
        beside=(beside, other, firm),
        within=(person + (SURNAME if is_surname else 0.0), place, body),
    )


def _weights_beside(text: str, line: Line, mention: Mention) -> Mapping[Label, float]:
    signs = signs_beside(text, line, mention.start, mention.end, known_classes())
    return dict(zip(KINDS, weigh(signs), strict=True))


def _weights_within(name: str, language: str) -> Mapping[Label, float]:
    signs = signs_within(name, language, known_classes())
    return dict(zip(KINDS, weigh(signs), strict=True))


def is_told(mention: Mention, key: Key) -> bool:
    """Whether a table, a noun in it or its capitals tell what a name is."""
    words = WORD.findall(mention.text)
    if mention.label is Label.MISC or (len(words) == 1 and mention.text.isupper()):
        return True
    is_headed = not _HEADS.isdisjoint(key) or _LEGAL.search(mention.text) is not None
    if is_headed or country_named(mention.text) is not None:
        return True
    place = find_place(mention.text)
    is_known = place is not None and (place.kind != "city" or place.population > _KNOWN_CITY)
    return is_known or bool(words_of_body(words) or words_of_firm(words))


def _told_beside(text: str, line: Line, mention: Mention) -> Label | None:
    """What a noun, a preposition or an apposition beside one use makes of a name."""
    if _AGE.match(text, mention.end, line.end):
        return Label.PER
    if is_firm(text, line, mention):
        return Label.ORG
    before = list(WORD.finditer(text, max(line.start, mention.start - _REACH), mention.start))
    if before and text[before[-1].end() : mention.start] == " ":
        noun = fold(before[-1].group())
        is_kind = noun in KINDS_OF_FIRMS.get(line.language, ()) or noun in lex.COMPANY_NOUNS
        if is_kind or noun.endswith(lex.COMPANY_COMPOUNDS):
            return Label.ORG
    return told_kind(text, line, mention)


def _in_lists(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Lone words that stand in one list with names that are known, labelled as these are.

    "Hamburg, Kelmo and Rostock": commas alone make no list, a person follows a country so.
    """
    run: list[Mention] = []
    is_list = False
    for mention, after in zip_longest(mentions, mentions[1:]):
        run.append(mention)
        gap = text[mention.end : after.start] if after is not None else ""
        if 1 < len(gap) < _LONGEST_JOINT and _JOINT.fullmatch(gap):
            is_list = is_list or gap != ", "
            continue
        known = {m.label for m in run if is_told(m, key_of(m.text))} if is_list else set()
        if len(known) == 1:
            label = known.pop()
            yield from (replace(m, label=label) for m in run if WORD.fullmatch(m.text))
        run, is_list = [], False


def with_kinds(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Unmarked names, each labelled as that one use says; those that it does not tell left out."""
    for line, mention in with_lines(lines, mentions):
        label = kind_of_use(text, line, mention)
        if label is not None:
            yield replace(mention, label=label)


def kind_of_use(text: str, line: Line, mention: Mention) -> Label | None:
    """What one use of an unknown name tells by itself; None where that is not clear."""
    words = [fold(word) for word in WORD.findall(mention.text)]
    if len(words) > 1 and not lex.BUILDINGS.isdisjoint({words[0], words[-1]}):
        return Label.LOC
    label = _told_beside(text, line, mention)
    if label is not None:
        return label
    beside = _weights_beside(text, line, mention)
    within = _weights_within(mention.text, line.language)
    sums = {kind: beside[kind] + within[kind] for kind in KINDS}
    label, second = sorted(KINDS, key=lambda kind: -sums[kind])[:2]
    return label if sums[label] > sums[second] + CLEAR else None
