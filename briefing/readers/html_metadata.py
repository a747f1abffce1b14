"""What a page says of itself: in JSON-LD, in meta elements, in its comments and its title.

Invariant: nothing is inferred from the report; where two declarations of the language disagree
there is none, since templates are copied from site to site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from briefing.lexicon.folding import fold
from briefing.plugins import Declared
from briefing.readers.jsonld import article_node, body_of, name_of, text_at
from briefing.readers.markup import Element, words_of

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published",
    "published_time", "publishdate", "publish-date", "publish_date", "pubdate", "pub_date",
    "publication_date", "date.published", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dcterms.created", "dc.date", "dcterms.date", "dc.created", "citation_publication_date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "vr:published_time",
    "og:published_time", "article:published", "article_date_original", "originalpublicationdate",
    "displaydate", "rnews:datepublished", "date",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title")
_SITES = (
    "og:site_name", "article:publisher_name", "dc.publisher", "dcterms.publisher", "publisher",
    "cxenseparse:publisher", "application-name", "apple-mobile-web-app-title",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author")
_ADDRESSES = ("og:url", "twitter:url", "parsely-link")
_LANGUAGES = ("og:locale", "content-language", "dc.language", "dcterms.language", "language")

# Browsers, archives and copiers leave the address of the page in its first comment.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)\s*|Page saved with SingleFile\s+url:\s*"
    r"|Mirrored from\s+(?=\S)|Archived (?:page|from):?\s+)((?:https?://)?[^\s<>\"]{4,2000})",
    re.IGNORECASE,
)
_ARCHIVED = re.compile(r"https?://(?:web\.archive\.org/web|archive\.\w+)/\d{4,14}[a-z_]*/(.+)")
_SUFFIX = re.compile(r"\s+[|–—·•»:-]\s+")
_MARKS = " |–—·•»:-"
_SUFFIX_WORDS = 6
_MIN_SHARED = 0.5
_MAX_H1 = 20
_HEADING_WORDS = 4


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page declares; `body` is the report where the metadata repeat it."""

    declared: Declared
    body: str | None


def read_metadata(root: Element, opening: str) -> PageMetadata:
    """The metadata of a page; `opening` is its markup's first part, comments included."""
    meta = _meta_values(root)
    address = _address(root, meta, opening)
    titles = [t for t in map(words_of, root.iterfind(".//head/title")) if t]
    known = [t for t in (*titles, *_values(meta, ("og:title",))) if t]
    node = article_node(_scripts(root), address, known)
    headline = _headline(root, meta, text_at(node, "headline", "name"), titles)
    declared = Declared(
        headline=headline,
        source=_site(root, meta, node, headline),
        published=_published(root, meta, node),
        url=address or _absolute(text_at(node, "url", "mainEntityOfPage")),
        language=_language(root, meta, node),
        author=", ".join((*_names(node, "author"), *_values(meta, _AUTHORS))) or None,
    )
    return PageMetadata(declared, body_of(node))


def _meta_values(root: Element) -> dict[str, str]:
    """The first value of each meta element, by its folded name; microdata count too."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = " ".join(unescape(element.get("content") or "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").casefold()
            if name and content:
                found.setdefault(name, content)
    return found


def _values(meta: Mapping[str, str], names: Iterable[str]) -> Iterator[str]:
    return (meta[name] for name in names if name in meta)


def _scripts(root: Element) -> Iterator[str]:
    for script in root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().casefold() == "application/ld+json":
            yield script.text or ""


def _address(root: Element, meta: Mapping[str, str], opening: str) -> str | None:
    """The page's own address; one that leads to a front page is believed last."""
    links = (
        link.get("href")
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").casefold().split()
    )
    saved = _SAVED_FROM.search(opening)
    given = [*links, *_values(meta, _ADDRESSES), saved.group(1) if saved else None]
    found = [address for address in map(_absolute, given) if address]
    return next((a for a in found if urlsplit(a).path.strip("/")), next(iter(found), None))


def _absolute(address: str | None) -> str | None:
    address = (address or "").strip()
    if archived := _ARCHIVED.match(address):
        address = archived.group(1)
    if "://" not in address and re.match(r"[\w-]+(\.[\w-]+)+/", address):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.hostname else None


def _headline(
    root: Element, meta: Mapping[str, str], structured: str | None, titles: list[str]
) -> str | None:
    """The visible heading that the metadata confirm; else what the metadata say."""
    site = meta.get("og:site_name")
    own = [_without_site(t, site) for t in (structured, *_values(meta, _TITLES)) if t]
    plain = [max(_SUFFIX.split(t), key=_count_words) for t in titles]
    shown = (words_of(heading) for _, heading in zip(range(_MAX_H1), root.iter("h1"), strict=False))
    headings = [h for h in shown if h and h != site]
    for heading in headings:
        if any(_is_same_title(heading, title) for title in (*own, *plain)):
            return heading
    if own:
        return own[0]
    # A title may be the site's on every page; a heading of some length then says more.
    if len(headings) == 1 and (not titles or _count_words(headings[0]) >= _HEADING_WORDS):
        return headings[0]
    return _confirmed(root, _without_site(titles[0], site)) if titles else None


def _confirmed(root: Element, title: str) -> str:
    """The part of a title that stands in the page as well, where the whole does not."""
    front = title[: title.rfind(_SUFFIX.split(title)[-1])].rstrip(_MARKS)
    shown = (words_of(body) or "" for body in root.iterfind("body"))
    is_shown = front and any(front in words and title not in words for words in shown)
    return front if is_shown else title


def _count_words(title: str) -> int:
    return len(title.split())


def _is_same_title(heading: str, title: str) -> bool:
    words, others = set(fold(heading).split()), set(fold(title).split())
    return len(words) > 1 and len(words & others) > _MIN_SHARED * min(len(words), len(others))


def _without_site(title: str, site: str | None) -> str:
    """The title without the outlet's name behind it."""
    parts = _SUFFIX.split(title)
    if len(parts) > 1 and site and fold(parts[-1]).replace(" ", "") in fold(site).replace(" ", ""):
        return title[: title.rfind(parts[-1])].rstrip(_MARKS)
    return title


def _site(
    root: Element, meta: Mapping[str, str], node: Mapping[str, object], headline: str | None
) -> str | None:
    """The outlet: declared by name, or what the page's title has behind its headline."""
    for name in (*_values(meta, _SITES[:1]), *_names(node, "publisher"), *_values(meta, _SITES)):
        if not name.startswith(("http:", "https:", "@")):
            return name
    for title in map(words_of, root.iterfind(".//head/title")):
        rest = (title or "").removeprefix(headline or "\n")
        parts = _SUFFIX.split(rest)
        if rest != title and len(parts) > 1 and 0 < len(parts[-1].split()) <= _SUFFIX_WORDS:
            return parts[-1]
    return None


def _names(node: Mapping[str, object], key: str) -> list[str]:
    return name_of(node.get(key))


def _published(root: Element, meta: Mapping[str, str], node: Mapping[str, object]) -> str | None:
    if found := text_at(node, "datePublished", "dateCreated", "uploadDate"):
        return found
    if found := next(_values(meta, _PUBLISHED), None):
        return found
    for element in root.iter("time"):
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".casefold()
        if element.get("pubdate") is not None or "publish" in marks or "entry-date" in marks:
            return element.get("datetime") or words_of(element)
    return None


def _language(root: Element, meta: Mapping[str, str], node: Mapping[str, object]) -> str | None:
    declared = [root.get("lang") or root.get("xml:lang")]
    declared += [*_values(meta, _LANGUAGES), text_at(node, "inLanguage")]
    tags = [tag.strip() for tag in declared if tag and tag.strip()]
    codes = {re.split(r"[-_]", tag.casefold())[0] for tag in tags}
    return tags[0] if len(codes) == 1 else None
