"""The query language: what a query says, clause by clause, and why one cannot be read.

Invariant: pure; every text is read or refused with a hint, and reading takes linear time. A regular
expression is refused where it could take more than that on a line.

    talks "border police" /sign(ed|ature)/ -strike who:berg place:oslo lang:fr after:2024-03
"""

from __future__ import annotations

import itertools
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.errors import BriefingError
from briefing.lexicon.folding import fold
from briefing.mistyping import nearest

FIELDS: Mapping[str, str] = {
    "who": "a person or organisation that the article names",
    "place": "a place that the article names, or its country",
    "lang": "the article's language (en, fr, ar …)",
    "source": "the outlet, or the agency it credits",
    "after": "published on or after this day, month or year",
    "before": "published before this day, month or year",
}

_CLAUSE = re.compile(
    r"""(?=\S)(-?)(?:([^\W\d_]+):)?(?:"([^"]*)"|/((?:[^/\\\n]|\\.)+)/(?=\s|$)|(\S*))(?=\s|$)"""
)
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_DATES = frozenset({"after", "before"})
_MOST_REPEATS = 3
_LONGEST_PATTERN = 200
_QUANTIFIER = re.compile(r"[*+?]|\{\d*,?\d*\}")


class QueryError(BriefingError):
    """A query that cannot be read."""

    title = "Query"


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition; `field` is None for words of the text, `words` are folded.

    Words of the text match words that begin with them, quoted ones whole words only; a `pattern`
    is looked for as it stands, case aside. `span` is where the value stands in the query.
    """

    field: str | None
    value: str
    words: tuple[str, ...]
    is_whole: bool = False
    is_negated: bool = False
    pattern: re.Pattern[str] | None = None
    span: tuple[int, int] = (0, 0)


def parse_query(text: str) -> tuple[Clause, ...]:
    """The clauses of a query; raises `QueryError` with a hint for one that cannot be read."""
    if text.count('"') % 2 and not re.search(r"/[^/]*\"[^/]*/", text):
        raise QueryError("a quotation mark is not closed", f'{text.strip()}"')
    clauses = tuple(_read_clause(match) for match in _CLAUSE.finditer(text))
    if not clauses:
        raise QueryError("the query is empty", "words, or " + ", ".join(f"{f}:" for f in FIELDS))
    return clauses


def _read_clause(match: re.Match[str]) -> Clause:
    sign, field, quoted, pattern, _ = match.groups()
    name = field.lower() if field else None
    if name is not None and name not in FIELDS:
        raise QueryError(f"no field {name}:", _fields_like(name))
    group = 3 if quoted is not None else 4 if pattern is not None else 5
    value, span = match.group(group) or "", match.span(group)
    if name in _DATES and (pattern is not None or not _DATE.fullmatch(value)):
        raise QueryError(f"{name}:{value} is no date", "2024, 2024-06 or 2024-06-13")
    is_negated = sign == "-"
    if pattern is not None:
        compiled = _compiled(pattern)
        return Clause(name, value, (), is_negated=is_negated, pattern=compiled, span=span)
    words = tuple(fold(value).split())
    if not words:
        raise QueryError(f"nothing to search for in {name or ''}{':' if name else ''}{value!r}")
    return Clause(name, value, words, quoted is not None, is_negated, None, span)


def _fields_like(name: str) -> str:
    meant = _ALIASES.get(name) or nearest(name, FIELDS)
    told = f"did you mean {meant}:?" if meant else ", ".join(f"{f}:" for f in FIELDS)
    return f"{told} To search for the words, quote them"


_ALIASES = {
    **dict.fromkeys(("person", "people", "name", "org", "organisation"), "who"),
    **dict.fromkeys(("where", "country", "city", "location"), "place"),
    **dict.fromkeys(("language", "idiom"), "lang"),
    **dict.fromkeys(("outlet", "agency", "origin", "paper"), "source"),
    **dict.fromkeys(("since", "from"), "after"),
    **dict.fromkeys(("until", "till"), "before"),
}
"""Names that people try for the fields."""


def _compiled(pattern: str) -> re.Pattern[str]:
    """The expression; raises `QueryError` for one that is wrong or could take for ever."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # "[[" may mean more one day
            compiled = re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        reason = getattr(error, "msg", None) or str(error)
        raise QueryError(
            f"/{pattern}/ is no regular expression: {reason}", _regex_hint()
        ) from error
    if len(pattern) > _LONGEST_PATTERN:
        raise QueryError(f"the expression has more than {_LONGEST_PATTERN} characters")
    if _is_slow(pattern):
        raise QueryError(
            f"/{pattern}/ could take for ever",
            f"no + or * around another one or around |, and at most {_MOST_REPEATS} of them",
        )
    return compiled


def _regex_hint() -> str:
    return r"as in /sign(s|ed) .* accord/; before a sign that is meant as such stands \ "


def _is_slow(pattern: str) -> bool:
    """Whether repeats within repeats, references or many repeats could take more than a moment."""
    if re.search(r"\\[1-9]|\(\?P=|\(\?\(", pattern):
        return True
    repeats, groups = 0, [False]
    signs = [*_signs(pattern), ""]
    for sign, behind in itertools.pairwise(signs):
        is_repeated = bool(_QUANTIFIER.fullmatch(behind)) and behind != "?"
        if sign == "(":
            groups.append(False)
        elif sign == ")" and len(groups) > 1:
            is_risky = groups.pop()
            if is_repeated and is_risky:
                return True
            groups[-1] |= is_risky
        elif sign == "|":
            groups[-1] = True
        if is_repeated:
            repeats += 1
            groups[-1] = True
    return repeats > _MOST_REPEATS


def _signs(pattern: str) -> Iterator[str]:
    """The signs of an expression: escapes, classes and quantifiers each as one."""
    one = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|\(\?[:=!<P][=!]?|.", re.DOTALL)
    for match in one.finditer(pattern):
        yield "(" if match.group().startswith("(") else match.group()
