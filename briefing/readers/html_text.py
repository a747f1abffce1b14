"""The report in a page's markup, without what a site puts around it.

Invariant: every word comes from the page, in its order. Where the extraction finds next to nothing,
the page's own structured text or, at last, all its visible words stand in for it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from itertools import groupby

from briefing.readers.markup import (
    Element,
    join_blocks,
    text_of_html,
    text_of_tree,
    words_of,
)

_MAX_ELEMENTS = 30_000
_MAX_LEVELS = 250
"""Beyond either the extraction takes minutes; such pages are tables, and read as they stand."""

_THIN = 0.5
"""Of what the metadata gives as the body: a page that shows less is loaded by script."""

_OVERLAY_SHARE = 0.5
"""An "overlay" with most of the page's words holds the report itself."""

_MAX_OVERLAYS = 50
_OVERLAYS = (
    "cookie", "consent", "onetrust", "didomi", "gdpr", "sp_message_container", "qc-cmp",
    "usercentrics", "cmpbox", "truste", "newsletter-popup",
)  # fmt: skip
_DROPPED = (
    "script", "style", "noscript", "amp-ad", "amp-embed", "amp-sidebar", "amp-consent",
    "amp-user-notification", "amp-analytics", "amp-sticky-ad", "amp-auto-ads", "amp-next-page",
)  # fmt: skip
_REPORT_PATHS = ("//*[@itemprop='articleBody']", "//article", "//main", "//body")
_ALL = 0.9
_ROOM = 1.3
"""How much longer than the extracted words the part of the page may be that they stand in."""

_STANDFIRST_ELEMENTS = ("p", "h2", "h3", "h4", "div")
_STANDFIRST_LENGTH = range(30, 800)
_STANDFIRSTS = (
    "standfirst", "chapo", "chapeau", "hapô", "subtitle", "sub-title", "subheadline", "subhead",
    "sous-titre", "entradilla", "subtitulo", "bajada", "sottotitolo", "occhiello", "sommario",
    "vorspann", "anriss", "article-intro", "article__intro", "article-lead", "article__lead",
    "lead-text", "leadtext", "dek", "summary", "excerpt", "linha-fina", "linhafina",
    "inleiding", "field--name-field-intro",
)  # fmt: skip
_SAME = 60
_SHORT = 200

_NAMES = (
    "translate(concat(@id,' ',@class),'ABCDEFGHIJKLMNOPQRSTUVWXYZ','abcdefghijklmnopqrstuvwxyz')"
)
_OVERLAY_PATH = (
    "//body//*[self::div or self::section or self::aside or self::dialog or self::form]["
    + " or ".join(f"contains({_NAMES},'{mark}')" for mark in _OVERLAYS)
    + "]"
)

# What it cannot read is told as a rejection, and not by the library as well.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def extract_text(root: Element, structured: str | None) -> str:
    """The report, a blank line between its blocks; `structured` is the body that metadata gives."""
    _drop_furniture(root)
    whole = text_of_tree(root)
    extracted = _extract(root, whole)
    body = text_of_html(structured) if structured else ""
    report = body if _says_more(body, extracted) else extracted
    standfirst = None if _is_vast(root) else _standfirst(root, report)
    return f"{standfirst}\n\n{report}" if standfirst else report


def _says_more(body: str, extracted: str) -> bool:
    """Whether what the metadata give as the report is not what was found on the page."""
    if len(extracted) < len(body) * _THIN:
        return True
    shown = " ".join(extracted.split())
    words = " ".join(body.split())
    probes = (words[at : at + _SAME] for at in (0, len(words) // 2, len(words) - _SAME))
    return len(words) > _SHORT and not any(probe in shown for probe in probes)


def _drop_furniture(root: Element) -> None:
    """Take out scripts, advertisements and what asks for consent, but for the most of a page."""
    unread = list(root.iter(*_DROPPED))
    for parent in dict.fromkeys(element.getparent() for element in unread):
        _drop_children(parent)
    overlays = root.xpath(_OVERLAY_PATH)[:_MAX_OVERLAYS]
    limit = len(text_of_tree(root)) * _OVERLAY_SHARE if overlays else 0
    for overlay in overlays:
        if overlay.getparent() is not None and len(text_of_tree(overlay)) < limit:
            overlay.drop_tree()


def _drop_children(parent: Element) -> None:
    """Take what is not read out of an element, and join the words around it.

    All at once: lxml's own `drop_tree` copies the words before each for those behind it.
    """
    before, words = None, [parent.text]
    for child in list(parent):
        if child.tag in _DROPPED:
            words.append(child.tail)
            parent.remove(child)
            continue
        _join_words(parent, before, words)
        before, words = child, [child.tail]
    _join_words(parent, before, words)


def _join_words(parent: Element, before: Element | None, words: list[str | None]) -> None:
    """The words behind a child, or those that open its parent, as one text."""
    if len(words) == 1:
        return
    joined = "".join(filter(None, words)) or None
    if before is None:
        parent.text = joined
    else:
        before.tail = joined


def _extract(root: Element, whole: str) -> str:
    """The report as trafilatura finds it; the whole page where it is too large for that."""
    if _is_vast(root):
        return whole
    import trafilatura

    found = trafilatura.bare_extraction(root, include_comments=False, with_metadata=False)
    words = (getattr(found, "text", None) or "").strip()
    if _count_words(words) > _count_words(whole) * _ALL and (marked := _marked_report(root)):
        return marked
    if "\n" not in words:
        return _with_paragraphs(root, words) or whole
    return join_blocks(_blocks(words))


def _blocks(words: str) -> Iterator[str]:
    """The lines that trafilatura writes as blocks; the rows of a table are one."""
    lines = (line.strip() for line in words.split("\n"))
    for is_row, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_row:
            rows = (row.strip("| ") for row in group)
            yield "\n".join(row for row in rows if row.strip("-| "))
        else:
            yield from (line for line in group if line)


def _standfirst(root: Element, report: str) -> str | None:
    """What stands between headline and report and is named as the opening of both."""
    first = report.partition("\n")[0]
    is_below = False
    for element in root.iter("h1", *_STANDFIRST_ELEMENTS):
        if element.tag == "h1":
            is_below = True
            continue
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}".casefold()
        is_named = any(mark in names for mark in _STANDFIRSTS)
        if not is_below or not (is_named or element.tag == "p"):
            continue
        words = words_of(element) or ""
        if words == first:
            return None
        if is_named and len(words) in _STANDFIRST_LENGTH:
            return None if words[:_SAME] in " ".join(report.split()) else words
    return None


def _count_words(text: str) -> int:
    return sum(1 for word in text.split() if word[0].isalnum())


def _marked_report(root: Element) -> str | None:
    """What the page itself marks as its one article: a short one is lost among the rest."""
    for path in _REPORT_PATHS[:-1]:
        found = root.xpath(path)
        if len(found) == 1 and len(text := text_of_tree(found[0])) >= _SAME:
            return text
    return None


def _with_paragraphs(root: Element, words: str) -> str:
    """The part of the page that holds these words, which of a short report come on one line."""
    for element in (e for path in _REPORT_PATHS for e in root.xpath(path)):
        text = text_of_tree(element)
        if len(words) <= len(text) <= len(words) * _ROOM + 1:
            return text
    return words


def _is_vast(root: Element) -> bool:
    from lxml import etree

    levels = 0
    for number, (event, _) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        levels += 1 if event == "start" else -1
        if number > 2 * _MAX_ELEMENTS or levels > _MAX_LEVELS:
            return True
    return False
