"""Dates and figures of pages in Chinese and Japanese, where no space parts a number from a word.

Invariant: only blocks in these languages are looked at; spans lie inside one block, reproduce the
page and do not overlap what has been found before. A day without a year is the one nearest to the
day of publication, and not known without that.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from briefing.days import parse_day
from briefing.model import OWN_KINDS, Block, DateMention, Figure

LANGUAGES = frozenset({"ja", "zh"})
_DATE = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})\s?年)?\s?(?:(?P<month>\d{1,2})\s?月)?"
    r"(?:(?<=月)\s?(?P<day>\d{1,2})\s?[日号號])?"
)
_NUMBER = re.compile(
    r"(?<![\dA-Za-z第.\-])(?P<digits>\d{1,3}(?:[,，]\d{3})+|\d{1,12})(?P<part>\.\d{1,4})?(?!\d)"
    r"\s?(?P<scale>[百千万萬亿億兆])?[多余餘]?\s?"
    r"(?P<unit>%|％|美元|米ドル|ドル|欧元|歐元|ユーロ|人民币|人民幣|日元|円|公里|千米|キロ|吨|噸|トン)?"
    r"(?![年月日号號时時分秒岁歲歳世届屆])"
)
_SCALES = {"百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12}
_UNITS = {
    **dict.fromkeys(("%", "％"), "%"),
    **dict.fromkeys(("美元", "米ドル", "ドル"), "USD"),
    **dict.fromkeys(("欧元", "歐元", "ユーロ"), "EUR"),
    **dict.fromkeys(("人民币", "人民幣"), "CNY"),
    **dict.fromkeys(("日元", "円"), "JPY"),
    **dict.fromkeys(("公里", "千米", "キロ"), "km"),
    **dict.fromkeys(("吨", "噸", "トン"), "t"),
}
_Spanned = TypeVar("_Spanned", DateMention, Figure)


def with_dates_unspaced(
    text: str, blocks: Sequence[Block], published: str | None, found: Sequence[DateMention]
) -> tuple[DateMention, ...]:
    """The dates of a page with those that only the characters for year, month and day mark."""
    anchor = parse_day(published)

    def read(block: Block) -> Iterator[DateMention]:
        return _dates(text, block, anchor)

    return _with(found, [b for b in blocks if b.language in LANGUAGES], read)


def with_figures_unspaced(
    text: str, blocks: Sequence[Block], dates: Sequence[DateMention], found: Sequence[Figure]
) -> tuple[Figure, ...]:
    """The figures of a page's own blocks with those that stand between characters."""
    own = [b for b in blocks if b.language in LANGUAGES and b.kind in OWN_KINDS]

    def read(block: Block) -> Iterator[Figure]:
        return (f for f in _figures(text, block) if _is_free(f, dates))

    return _with(found, own, read)


def _with(
    found: Sequence[_Spanned], blocks: Sequence[Block], read: Callable[[Block], Iterator[_Spanned]]
) -> tuple[_Spanned, ...]:
    """What was found and what is read beside it, in the order of the page."""
    together: list[_Spanned] = list(found)
    for block in blocks:
        together.extend(one for one in read(block) if _is_free(one, found))
    return tuple(sorted(together, key=lambda one: one.start)) if blocks else tuple(found)


def _is_free(one: DateMention | Figure, others: Sequence[DateMention | Figure]) -> bool:
    """Whether none of the others, which are in order, stands in the same place."""
    at = bisect_right(others, one.start, key=lambda other: other.end)
    return at == len(others) or others[at].start >= one.end


def _dates(text: str, block: Block, anchor: date | None) -> Iterator[DateMention]:
    for match in _DATE.finditer(text, block.start, block.end):
        start, end = match.span()
        words = text[start:end].strip()
        if words:
            start += len(text[start:end]) - len(text[start:end].lstrip())
            value, partial = _resolve(match, anchor)
            if value or partial:
                yield DateMention(start, start + len(words), words, value, partial)


def _resolve(match: re.Match[str], anchor: date | None) -> tuple[str | None, str | None]:
    """The ISO value of a date, and what is known of one that cannot be dated."""
    year, month, day = (int(part) if part else None for part in match.groups())
    if month is None or day is None:
        is_month = year is not None and month is not None and 1 <= month <= 12  # noqa: PLR2004 - of a year
        if year is None:
            return None, None
        return (f"{year:04}-{month:02}" if is_month else f"{year:04}"), None
    years = [year] if year else [anchor.year + n for n in (-1, 0, 1)] if anchor else []
    days = [d for y in years if (d := parse_day(f"{y:04}-{month:02}-{day:02}"))]
    if not days:
        is_day = not years and parse_day(f"2000-{month:02}-{day:02}") is not None
        return None, f"--{month:02}-{day:02}" if is_day else None
    nearest = min(days, key=lambda d: abs((d - anchor).days) if anchor else 0)
    return nearest.isoformat(), None


def _figures(text: str, block: Block) -> Iterator[Figure]:
    for match in _NUMBER.finditer(text, block.start, block.end):
        digits = re.sub("[,，]", "", match["digits"]) + (match["part"] or "")
        value = float(digits) * _SCALES.get(match["scale"] or "", 1.0)
        words = match.group().rstrip()
        end = match.start() + len(words)
        yield Figure(match.start(), end, words, value, _UNITS.get(match["unit"] or ""))
