"""The people of one page: every mention of one person there, in one chain.

Invariant: each mention of a person belongs to exactly one chain of its page. A short form joins
the fullest name that it can stand for: the one spelt alike before one spelt nearly so, then the
one of its title, then the one named last before it. What stands in a teaser or caption joins the
page's own people only where nothing said of it there contradicts.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefing.entities.names import (
    PARTICLES,
    SAME_NAME,
    bare_length,
    is_part_of,
    name_likeness,
    name_parts,
    surname_likeness,
)
from briefing.entities.pages import Page, countries_in, lies_in
from briefing.indexing import own_ranges
from briefing.lexicon.event_kinds import kind_as_written
from briefing.lexicon.folding import WORD
from briefing.lexicon.skeletons import skeleton, skeletons
from briefing.model import Citation, Document, Mention, Sentence, Title

Parts = tuple[str, ...]
_SPORTING = frozenset({"coach", "captain", "player", "referee", "athlete"})
_ACCUSED = frozenset({"suspect"})
_COURT_KINDS = frozenset({"verdict", "arrest"})
_LEAD = 3
_SHORTEST_NAME = 3
_SHORTEST_KEY = 2


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one person in one page, with what the page says of them.

    `parts` are the folded parts of the fullest form; `company` keys of the other people beside
    them, `organisations` ids, `named` the countries that the page names; `walk` is the walk of
    life that the page shows ("sport", "court"), `is_told` whether a role told it, and `report` the
    one that headline and lead are from.
    """

    article: str
    parts: Parts
    mentions: tuple[Citation, ...]
    forms: tuple[tuple[str, int], ...]
    titles: tuple[tuple[Citation, Title], ...]
    company: frozenset[str]
    organisations: frozenset[str]
    named: frozenset[str]
    walk: str | None
    is_told: bool
    report: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether the page gives more than a surname."""
        return bare_length(self.parts) > 1

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that the page gives."""
        return tuple(t.role for _, t in self.titles if t.role)

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that the titles give."""
        return tuple(t.country for _, t in self.titles if t.country)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The page's own report, or one line beside it: what a chain finds around it."""

    mentions: tuple[Mention, ...]
    company: frozenset[str]
    organisations: frozenset[str]
    named: frozenset[str]
    walk: str | None


def walk_of_role(role: str) -> str:
    """The walk of life of an office: "sport", "court" for the accused, else "office"."""
    if role in _SPORTING:
        return "sport"
    return "court" if role in _ACCUSED else "office"


def chain_people(page: Page, organisation_of: Mapping[Citation, str]) -> tuple[Chain, ...]:
    """The chains of a page, by first mention."""
    stretches = _stretches(page, organisation_of)
    own = _assign(stretches[0].mentions)
    heads = _Heads()
    for head in own:
        heads.add(head)
    found = [(stretches[0], head, members) for head, members in own.items()]
    for aside in stretches[1:]:
        for head, members in _assign(aside.mentions).items():
            host = _host(members, own, _hosts(head, heads.near(head)), stretches[0].walk)
            if host is None:
                found.append((aside, head, members))
            else:
                own[host].extend(members)
    chains = [_build(page, stretch, head, members) for stretch, head, members in found]
    return tuple(sorted(chains, key=lambda c: c.mentions))


def _stretches(page: Page, organisation_of: Mapping[Citation, str]) -> list[_Stretch]:
    """The page's own report first, then every other line that names people."""
    document = page.document
    people = [m for m in page.people if name_parts(m.text)]
    ranges = own_ranges(document)
    inside = tuple(m for m in people if lies_in(m.start, ranges))
    lines: defaultdict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in people:
        if not lies_in(mention.start, ranges):
            lines[_line_of(document.article.text, mention.start)].append(mention)
    found = [_stretch(page, ranges, inside, organisation_of, frozenset(page.countries))]
    for line in sorted(lines):
        named = frozenset(countries_in(document.article.text, (line,)))
        found.append(_stretch(page, (line,), tuple(lines[line]), organisation_of, named))
    return found


Placed = TypeVar("Placed", Mention, Sentence)


def _within(found: Sequence[Placed], ranges: Iterable[tuple[int, int]]) -> Iterator[Placed]:
    """Those that start in one of some ranges; both must be in page order."""
    for start, end in ranges:
        low = bisect_left(found, start, key=lambda f: f.start)
        yield from found[low : bisect_left(found, end, lo=low, key=lambda f: f.start)]


def _line_of(text: str, position: int) -> tuple[int, int]:
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, end if end >= 0 else len(text)


def _stretch(
    page: Page,
    ranges: Sequence[tuple[int, int]],
    mentions: tuple[Mention, ...],
    organisation_of: Mapping[Citation, str],
    named: frozenset[str],
) -> _Stretch:
    inside = _within(page.organisations, ranges)
    bodies = (organisation_of.get(Citation(page.id, m.start, m.end)) for m in inside)
    walk = _walk(page.document, ranges)
    company = frozenset(company_key(name_parts(m.text)) for m in mentions) - {""}
    return _Stretch(mentions, company, frozenset(b for b in bodies if b), named, walk)


def _walk(document: Document, ranges: Sequence[tuple[int, int]]) -> str | None:
    """The walk of life that headline and lead report from, where it is sport or a court."""
    lead = list(itertools.islice(_within(document.sentences, ranges), _LEAD))
    spans = [(s.start, s.end) for s in lead] or list(ranges)[:_LEAD]
    text = document.article.text
    words = itertools.chain.from_iterable(WORD.findall(text, *span) for span in spans)
    language = document.article.language
    kinds = Counter(filter(None, (kind_as_written(word, language) for word in words)))
    best = min(kinds, key=lambda k: (-kinds[k], k), default=None)
    if best == "match":
        return "sport"
    return "court" if best in _COURT_KINDS else None


def _assign(mentions: Sequence[Mention]) -> dict[Parts, list[Mention]]:
    """The mentions of each person, by the parts of the fullest name, in order."""
    firsts: dict[Parts, int] = {}
    for mention in mentions:
        firsts.setdefault(name_parts(mention.text), mention.start)
    heads = _Heads()
    fitting: dict[Parts, list[Parts]] = {}
    for parts in sorted(firsts, key=lambda p: (-len(p), -sum(map(len, p)), firsts[p])):
        hosts = _hosts(parts, heads.near(parts))
        if not hosts:
            heads.add(parts)
        fitting[parts] = hosts or [parts]
    _greet(fitting, firsts)
    chosen: dict[Parts, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: m.start):
        hosts = fitting[name_parts(mention.text)]
        head = hosts[0] if len(hosts) == 1 else _pick(mention, hosts, chosen, firsts)
        chosen.setdefault(head, []).append(mention)
    return chosen


class _Heads:
    """The full names of a page, found by the sound of any of their parts."""

    def __init__(self) -> None:
        self._by_sound: defaultdict[str, list[Parts]] = defaultdict(list)

    def add(self, head: Parts) -> None:
        for key in sorted(set(self._keys(head))):
            self._by_sound[key].append(head)

    def near(self, parts: Parts) -> list[Parts]:
        """The names that share the sound of a part, as far as a name can be told by one."""
        found = (h for key in sorted(set(self._keys(parts))) for h in self._by_sound.get(key, ()))
        return list(dict.fromkeys(found))

    def _keys(self, parts: Parts) -> Iterator[str]:
        yield skeleton("".join(parts))
        for part in parts:
            if part not in PARTICLES or len(parts) == 1:
                yield from skeletons(part)


def _hosts(parts: Parts, heads: Iterable[Parts]) -> list[Parts]:
    """The longer names that a name can stand for, only those spelt alike where there are any."""
    fitting = [h for h in heads if is_part_of(parts, h) or name_likeness(parts, h) >= SAME_NAME]
    exact = [h for h in fitting if set(parts) - PARTICLES <= set(h)]
    if exact or len(fitting) < 2:  # noqa: PLR2004 - nothing to choose
        return exact or fitting
    likeness = {h: surname_likeness(parts, h) for h in fitting}
    return [h for h in fitting if likeness[h] == max(likeness.values())]


def _greet(fitting: dict[Parts, list[Parts]], firsts: Mapping[Parts, int]) -> None:
    """Give a lone given name to the one person whom the page introduced by it in full."""
    heads = [parts for parts, hosts in fitting.items() if hosts == [parts]]
    by_given: defaultdict[str, list[Parts]] = defaultdict(list)
    for head in heads:
        if len(head) > 1:
            by_given[head[0]].append(head)
    for parts in heads:
        if len(parts) == 1 and len(parts[0]) >= _SHORTEST_NAME:
            hosts = [h for h in by_given[parts[0]] if firsts[h] < firsts[parts]]
            if len(hosts) == 1:
                fitting[parts] = hosts


def _pick(
    mention: Mention,
    hosts: Sequence[Parts],
    chosen: Mapping[Parts, Sequence[Mention]],
    firsts: Mapping[Parts, int],
) -> Parts:
    """Which of several people a short form means: by its title, else the one named last."""
    earlier = [h for h in hosts if h in chosen]
    if mention.title is not None and mention.title.role:
        role = mention.title.role
        titled = [h for h in earlier if any(m.title and m.title.role == role for m in chosen[h])]
        if len(titled) == 1:
            return titled[0]
    if earlier:
        return max(earlier, key=lambda h: chosen[h][-1].start)
    return min(hosts, key=lambda h: firsts.get(h, 0))


def _host(
    members: Sequence[Mention],
    own: Mapping[Parts, Sequence[Mention]],
    hosts: Sequence[Parts],
    walk: str | None,
) -> Parts | None:
    """The one of the page's own people whom an aside means, if their walks of life agree."""
    roles = [m.title.role for m in members if m.title and m.title.role]
    for host in hosts:
        told = [m.title.role for m in own[host] if m.title and m.title.role]
        walks = {walk_of_role(r) for r in told} or {walk or "office"}
        if not roles or walks & {walk_of_role(r) for r in roles}:
            return host
    return None


def _build(page: Page, stretch: _Stretch, head: Parts, mentions: Sequence[Mention]) -> Chain:
    identifier = page.id
    ordered = sorted(mentions, key=lambda m: m.start)
    cited = [(Citation(identifier, m.start, m.end), m.title) for m in ordered]
    roles = [t.role for _, t in cited if t and t.role]
    told = walk_of_role(min(roles)) if roles else None
    return Chain(
        article=identifier,
        parts=head,
        mentions=tuple(c for c, _ in cited),
        forms=tuple(sorted(Counter(m.text for m in ordered).items())),
        titles=tuple((c, t) for c, t in cited if t is not None),
        company=stretch.company.difference(company_key(name_parts(m.text)) for m in ordered),
        organisations=stretch.organisations,
        named=stretch.named,
        walk=told or stretch.walk,
        is_told=told is not None,
        report=stretch.walk,
    )


def company_key(parts: Parts) -> str:
    """What somebody is known by to a page that may spell them otherwise: the surname's bones."""
    bare = [p for p in parts if p not in PARTICLES]
    bones = skeleton(bare[-1]) if bare else ""
    return bones if len(bones) >= _SHORTEST_KEY else ""
