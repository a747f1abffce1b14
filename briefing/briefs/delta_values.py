"""What has changed in the short answers and in the conflict ledger.

Invariant: a value is told to be another only where the question is the same: who, what, when,
where, or one matter on which the sources differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.briefs.delta_matching import Alignment
from briefing.lexicon.folding import fold
from briefing.model import Change, ChangeKind, Citation, Claim, ClaimKind

_ONE_ANSWER = frozenset({"what", "when", "where"})
"""Questions that have one answer at a time."""


def pair_facts(
    olds: Sequence[Claim], news: Sequence[Claim], _: Alignment
) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Answers of then with those of now: the same value, the same name, or the only answer."""
    left, rest = list(olds), list(news)
    pairs: dict[int, Claim] = {}
    for rule in (_is_equal, _is_of_one_name, _is_only_answer):
        for number, new in enumerate(rest):
            found = next((n for n, old in enumerate(left) if rule(old, new)), None)
            if number not in pairs and found is not None:
                pairs[number] = left.pop(found)
    yield from ((pairs.get(number), new) for number, new in enumerate(rest))
    yield from ((old, None) for old in left)


def _is_equal(old: Claim, new: Claim) -> bool:
    return old.about == new.about and fold(old.text) == fold(new.text)


def _is_of_one_name(old: Claim, new: Claim) -> bool:
    return old.about == new.about and _name(old) == _name(new)


def _name(claim: Claim) -> str:
    return fold(claim.text.partition(",")[0])


def _is_only_answer(old: Claim, new: Claim) -> bool:
    return old.about == new.about and old.about in _ONE_ANSWER


def compare_values(
    olds: Sequence[Claim], news: Sequence[Claim], pages: Alignment
) -> Iterator[Change]:
    """What has changed in the conflict ledger, matter by matter, what is settled last."""
    then, now = _by_matter(olds), _by_matter(news)
    left = dict(then)
    for about, sides in now.items():
        before = _same_matter(about, sides, left, pages)
        earlier = left.pop(before) if before is not None else []
        yield from _compare_sides(about, earlier, sides, pages)
    for about, sides in left.items():
        for side in sides:
            yield _gone(about, side, pages, "no longer disputed")


def _by_matter(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.about, []).append(claim)
    return found


def _same_matter(
    about: str, sides: Sequence[Claim], left: dict[str, list[Claim]], pages: Alignment
) -> str | None:
    """The matter of then that is this one: called the same, or with a value at the same place."""
    if about in left:
        return about
    return next(
        (name for name, them in left.items() if any(pages.is_told_by(s, sides) for s in them)), None
    )


def _compare_sides(
    about: str, olds: Sequence[Claim], news: Sequence[Claim], pages: Alignment
) -> Iterator[Change]:
    followed: set[int] = set()
    if not olds:
        kind = ChangeKind.NEW if any(_is_fresh(n, pages) for n in news) else ChangeKind.LISTED
        yield from (_side(kind, about, new, note="now disputed") for new in news)
        return
    for new in news:
        same = _find_same(olds, new, followed, pages)
        if same is not None:
            followed.add(same)
            note = pages.tell_support(olds[same], new)
            if note:
                yield _side(ChangeKind.CHANGED, about, new, note=note)
            continue
        moved = [n for n, old in enumerate(olds) if _articles(old, pages) & _articles(new, pages)]
        followed.update(n for n in moved if not _holds(olds[n], pages))
        if moved:
            before = " / ".join(dict.fromkeys(olds[n].text for n in moved))
            yield _side(ChangeKind.CHANGED, about, new, before=before)
        else:
            kind = ChangeKind.NEW if _is_fresh(new, pages) else ChangeKind.LISTED
            yield _side(kind, about, new)
    for number, old in enumerate(olds):
        if number not in followed:
            yield _gone(about, old, pages, "no longer a rival value")


def _find_same(
    olds: Sequence[Claim], new: Claim, followed: set[int], pages: Alignment
) -> int | None:
    """The side of then with the same value, one at the same place before any other."""
    left = [n for n in range(len(olds)) if n not in followed]
    same = [n for n in left if _is_one_value(olds[n], new, pages)]
    return min(same, key=lambda n: (not pages.is_told_by(olds[n], [new]), n), default=None)


def _is_one_value(old: Claim, new: Claim, pages: Alignment) -> bool:
    if old.value and new.value:
        return old.value == new.value
    return fold(old.text) == fold(new.text) or pages.is_told_by(old, [new])


def _articles(old_or_new: Claim, pages: Alignment) -> set[str]:
    """The articles of now that a line rests on."""
    return {pages.now.get(p.article, p.article) for p in old_or_new.places}


def _holds(claim: Claim, pages: Alignment) -> bool:
    return any(pages.find(place) for place in claim.places)


def _is_fresh(claim: Claim, pages: Alignment) -> bool:
    return all(p.article in pages.fresh or p.article in pages.changed for p in claim.places)


def _side(kind: ChangeKind, about: str, side: Claim, before: str = "", note: str = "") -> Change:
    cited = tuple(Citation(p.article, p.start, p.end) for p in side.places)
    return Change(kind, ClaimKind.VALUE, about, side.text, cited, before, note)


def _gone(about: str, side: Claim, pages: Alignment, note: str) -> Change:
    cited = tuple(c for place in side.places if (c := pages.find(place)))
    kind = ChangeKind.UNLISTED if cited else ChangeKind.WITHDRAWN
    return Change(kind, ClaimKind.VALUE, about, side.text, cited, note=note)
