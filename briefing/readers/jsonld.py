"""Structured data in pages (JSON-LD with the vocabulary of schema.org).

Invariant: what is broken, foreign or too deep is passed over; reading never fails. Of several
articles that a page describes the one it is about is chosen by address, then by title.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape

from briefing.lexicon.folding import fold

_MAX_NODES = 2_000
_ARTICLE = re.compile(r"(?:Article|Posting|Report|NewsItem|Story)$")
_PAGE = re.compile(r"(?:WebPage|VideoObject|Product|CreativeWork)$")
_WRAPPERS = ("<![CDATA[", "]]>", "<!--", "-->", "//", "/*", "*/", ";")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


def article_node(
    scripts: Iterable[str], address: str | None, titles: Sequence[str]
) -> Mapping[str, object]:
    """The properties of the page's own article; empty where none is described."""
    nodes = [node for script in scripts for node in _nodes(_load(script))]
    articles = [node for node in nodes if _is_a(node, _ARTICLE)]
    known = [fold(title) for title in titles]

    def rank(node: Mapping[str, object]) -> tuple[bool, bool]:
        headline = fold(text_at(node, "headline", "name") or "")
        is_titled = bool(headline) and any(headline in t or t in headline for t in known)
        about = text_at(node, "url", "mainEntityOfPage", "@id")
        return about is not None and about == address, is_titled

    if articles:
        best = max(articles, key=rank)
        # A page of another kind may describe the articles that it only leads to.
        return best if len(articles) == 1 or any(rank(best)) else articles[0]
    return next((node for node in nodes if _is_a(node, _PAGE)), {})


def text_at(node: Mapping[str, object], *keys: str) -> str | None:
    """The first of the properties that is words; of an object its identifier or name."""
    for key in keys:
        value = node.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, Mapping):
            value = value.get("@id") or value.get("name") or value.get("@value")
        if isinstance(value, str) and (words := " ".join(unescape(value).split())):
            return words
    return None


def name_of(value: object) -> list[str]:
    """The names of the people or organisations in a property."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, Mapping) else one
        if isinstance(name, list):
            name = name[0] if name else None
        if isinstance(name, str) and (words := " ".join(unescape(name).split())):
            found.append(words)
    return found


def body_of(node: Mapping[str, object]) -> str | None:
    """The report where the description repeats it, with its line breaks."""
    value = node.get("articleBody")
    if isinstance(value, list):
        value = "\n\n".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str):
        return None
    paragraphs = re.split(r"\n+", value)
    return (
        value if "<" in value else "".join(f"<p>{p}</p>" for p in paragraphs if p.strip()) or None
    )


def _load(script: str) -> object:
    bare = script.strip()
    for mark in (*_WRAPPERS, *_WRAPPERS):
        bare = bare.removeprefix(mark).removesuffix(mark).strip()
    for text in (bare, _TRAILING_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(text, strict=False)
        except (RecursionError, ValueError):
            continue
    return None


def _nodes(value: object) -> Iterator[Mapping[str, object]]:
    """The objects in structured data, outer ones first."""
    waiting = deque([value])
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        current = waiting.popleft()
        if isinstance(current, list):
            waiting.extend(current)
        elif isinstance(current, dict):
            yield current
            waiting.extend(v for v in current.values() if isinstance(v, (dict, list)))


def _is_a(node: Mapping[str, object], kind: re.Pattern[str]) -> bool:
    given = node.get("@type")
    types = given if isinstance(given, list) else [given]
    return any(isinstance(t, str) and kind.search(t) for t in types)
