"""What a page says of itself: headline, outlet, agency, day of publication.

Invariant: what the file declares is kept; the rest is read from labelled blocks, by the form of
the lines first. Nothing is guessed: what the page does not say stays None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.analysis.blocks_forms import Form, crumbs_of, form_of
from briefing.analysis.blocks_lines import Unit
from briefing.analysis.blocks_names import (
    is_outlet_line,
    is_section_line,
    name_before_motto,
    names_a_site,
)
from briefing.analysis.blocks_stamps import BAR, is_agency_credit, stamp_rest
from briefing.analysis.datelines import dateline_agency
from briefing.analysis.dates import publication_dates, settle_publication
from briefing.analysis.dates_published import is_change
from briefing.days import is_iso
from briefing.lexicon.agencies import AGENCY_WORDS, agency_named, are_agency_codes
from briefing.lexicon.attributing import find_attributions
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.furniture import (
    BYLINE_NOUNS,
    BYLINE_OPENERS,
    CREDIT_LABELS,
    SECTION_WORDS,
    STAMP_WORDS,
)
from briefing.lexicon.organisations import take_apart
from briefing.model import OWN_KINDS, Article, Block, BlockKind

_HEADLINE_IN_CRUMB = 5
_STAMP_LENGTH = 160
_OUTLET_WORDS = 6
_NEAR = 5
_EDGE_LINES = 12
_ATTRIBUTION_REACH = 20_000
_MASTHEAD_LINES = 3
_BODY_WORDS = 8
_ELIDED = 3
_PUBLIC_BODIES = frozenset({"ministry", "government", "parliament"})
_FREQUENCY = re.compile(r"\s+\d{2,3}[.,]\d(?:\s?(?:fm|mhz))?$", re.IGNORECASE)
_PART = re.compile(r"[\s]*[/,|+&;()·–—-]+\s*|\s{2,}")
_TOKEN = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
_GAP = re.compile(r"\s{2,}|\t+|\s+[—–]\s+")
"""What parts the entries of a row where there are no bars."""
_SPLIT_TITLE = re.compile(r"\s+[|–—-]\s+")
_OUTSIDE = frozenset({BlockKind.DATELINE, BlockKind.CLUTTER, BlockKind.BYLINE})


def complete(article: Article) -> Article:
    """The article with headline, source, origin and publication filled in from its blocks."""
    return replace(
        article,
        headline=article.headline or find_headline(article),
        source=article.source or find_source(article),
        origin=article.origin or find_origin(article),
        published=_declared_date(article) or find_published(article),
    )


def find_headline(article: Article) -> str | None:
    """The headline block on one line; else the last step of a breadcrumb that carries it."""
    for _, words in _blocks(article, {BlockKind.HEADLINE}):
        return " ".join(words.split()).strip("#* ")
    for _, words in _blocks(article, {BlockKind.CLUTTER}):
        crumbs = crumbs_of(_unit(words))
        if crumbs and len(crumbs[-1].split()) >= _HEADLINE_IN_CRUMB:
            return crumbs[-1]
    return None


def find_published(article: Article) -> str | None:
    """The first line outside the report that is a publication stamp, as an ISO date or date-time.

    A line that only says when the page was changed counts where no other does. Where day and
    month could be exchanged, the weekdays that the report names decide.
    """
    changed: tuple[str, ...] = ()
    for block, words in _blocks(article, _OUTSIDE):
        if len(words) <= _STAMP_LENGTH and any(c.isdecimal() for c in words):
            for part in dict.fromkeys((words, *BAR.split(words), *_GAP.split(words))):
                found = publication_dates(part, block.language or article.language)
                if found and not is_change(part):
                    return settle_publication(found, article.text, article.blocks)
                changed = changed or found
    return settle_publication(changed, article.text, article.blocks) if changed else None


def find_source(article: Article) -> str | None:
    """The outlet: a line of its own in the head, a navigation bar's first entry, or the byline."""
    head, tail = _around_report(article)
    for words in head:
        if name := _outlet_line(words, article.text):
            return _FREQUENCY.sub("", name)
    if name := _masthead(head):
        return name
    for words in (*head, *tail):
        if name := _outlet_in_byline(words):
            return name
    return None


def find_origin(article: Article) -> str | None:
    """The agency credited: by dateline, byline, copyright or credit line, then by the report."""
    for _, words in _blocks(article, {BlockKind.DATELINE}):
        if name := dateline_agency(words) or _agency_in_line(words):
            return name
    lines = [words for _, words in _blocks(article, {BlockKind.BYLINE, BlockKind.CLUTTER})]
    for words in lines:
        if (
            len(words) <= _STAMP_LENGTH
            and not _is_teaser(words)
            and (name := _agency_in_line(words))
        ):
            return name
    for words in lines:
        if name := _credited_source(words):
            return name
    for _, words in _blocks(article, {BlockKind.CAPTION}):
        name = _credited_source(words)
        if name and (agency_named(name) or not words.partition(":")[1]):
            return name
    return _agency_in_report(article)


def _unit(words: str) -> Unit:
    return Unit(0, len(words), words, 0)


def _blocks(
    article: Article, kinds: frozenset[BlockKind] | set[BlockKind]
) -> Iterator[tuple[Block, str]]:
    for block in article.blocks:
        if block.kind in kinds:
            yield block, article.text[block.start : block.end]


def _declared_date(article: Article) -> str | None:
    """The declared date where it is ISO, or reads as a date in the article's language."""
    if not article.published or is_iso(article.published):
        return article.published
    found = publication_dates(article.published, article.language)
    return settle_publication(found, article.text, article.blocks)


def _around_report(article: Article) -> tuple[list[str], list[str]]:
    """The lines outside the report, those above its first paragraph and those below."""
    own = [b for b in article.blocks if b.kind is BlockKind.BODY]
    first = own[0].start if own else len(article.text)
    outside = [(b.start, words) for b, words in _blocks(article, _OUTSIDE)]
    head = [words for start, words in outside if start < first]
    tail = [words for start, words in outside if start > first]
    return head[:_EDGE_LINES], tail[-_EDGE_LINES:]


def _outlet_line(words: str, text: str) -> str | None:
    """An outlet's name alone on a line, or in front of its sections."""
    if fold(words.split(maxsplit=1)[0]) in BYLINE_OPENERS - {"de"}:
        return None
    parts = [p for p in re.split(r"\s*[|•·]\s*|\s{3,}", words) if p]
    name, named = parts[0] if parts else "", name_before_motto(words)
    first, *motto = _SPLIT_TITLE.split(name, maxsplit=1)
    if named or (motto and is_outlet_line(name) and not is_section_line(first)):
        return named or first
    if not name or ":" in name or len(name.split()) > _OUTLET_WORDS or stamp_rest(name) is not None:
        return None
    if crumbs_of(_unit(words)) or is_section_line(name) or is_agency_credit(name):
        return None
    if is_outlet_line(name):
        return name
    # A name that the page uses again (a credit, a copyright line, its app) is the outlet's.
    is_again = text.casefold().count(name.casefold()) > 1 and not name.islower()
    return name if is_again and len(name.split()) > 1 and _is_capitalised(name) else None


def _masthead(head: Sequence[str]) -> str | None:
    """The name that opens a page above its navigation, or a public body's own name there."""
    for at, words in enumerate(head[:_MASTHEAD_LINES]):
        name = BAR.split(words)[0].strip()
        if form_of(_unit(name)) is not Form.PLAIN:
            continue
        tokens = _TOKEN.findall(name)
        is_name = 1 < len(tokens) <= _BODY_WORDS and not any(c.isdecimal() for c in name)
        if not is_name or not all(_opens_high(t) for t in tokens):
            continue
        is_body = at == 0 and bool(take_apart(name).words & _PUBLIC_BODIES)
        if name == words.strip():
            below = [_navigates(line) for line in head[at + 1 : at + 3]]
            is_named = not is_section_line(name) and any(below)
            if is_named or is_body or (True in below[:1] and not _is_made_of_sections(tokens)):
                return name
        elif names_a_site(words):
            return name
    return None


def _opens_high(token: str) -> bool:
    """Written with a capital, in a script that has none, or a word that names never capitalise."""
    first, _, second = token.partition("’")
    word = second if second and len(first) <= _ELIDED else token
    return not word[0].islower() or fold(token) in ALL_FUNCTION_WORDS or len(token) <= _ELIDED


def _navigates(words: str) -> bool:
    return is_section_line(words) or form_of(_unit(words)) in {Form.SECTIONS, Form.BREADCRUMB}


def _is_made_of_sections(tokens: Sequence[str]) -> bool:
    return all(fold(t) in SECTION_WORDS | ALL_FUNCTION_WORDS for t in tokens)


def _is_capitalised(name: str) -> bool:
    return all(w[0].isupper() or not w[0].isalpha() or len(w) <= 3 for w in name.split())  # noqa: PLR2004 particles


def _outlet_in_byline(words: str) -> str | None:
    """A single name that no person bears, since it holds a digit or dot: "By Daily7 (with AFP)"."""
    first, _, rest = words.partition(" ")
    if fold(first) not in BYLINE_OPENERS:
        return None
    name = re.split(r"\s*[(,|]", rest, maxsplit=1)[0].strip()
    is_handle = len(name.split()) == 1 and any(
        c.isdigit() or c == "." for c in name[1:-1] + name[-1:]
    )
    return name if is_handle and name[:1].isalpha() else None


def _is_teaser(words: str) -> bool:
    """Longer than a credit and without one of its marks: another story's headline."""
    has_mark = "©" in words or any(fold(words).startswith(label) for label in CREDIT_LABELS)
    return len(words.split()) > _NEAR * 2 and not has_mark and stamp_rest(words) is None


def _agency_in_line(words: str) -> str | None:
    """An agency among the parts of a byline, stamp or copyright line."""
    if is_agency_credit(words):
        shown = words.upper() if are_agency_codes(words) else words
        tokens = [t for t in re.split(r"[\s,/()|+&;]+", shown.strip(" .:")) if t]
        return agency_named(words.strip(" .:")) or _first_agency(tokens)
    for part in _PART.split(words.replace("©", "|")):
        bare = " ".join(w for w in part.split() if fold(w) not in _BESIDE_AGENCY)
        first = part.strip(" .:").split(".", 1)[0]
        if name := agency_named(part.strip(" .:")) or agency_named(bare.strip(" .:")):
            return name
        if name := agency_named(first):
            return name
    return None


def _first_agency(tokens: Sequence[str]) -> str | None:
    for size in (4, 3, 2, 1):
        for at in range(len(tokens) - size + 1):
            if name := agency_named(" ".join(tokens[at : at + size])):
                return name
    return None


def _credited_source(words: str) -> str | None:
    """What stands behind "Source:" on a line of its own."""
    label, colon, rest = words.partition(":")
    if not colon or fold(label) not in CREDIT_LABELS:
        return _credited_in_words(words)
    name = rest.strip(" .")
    has_name_length = 0 < len(name.split()) <= _OUTLET_WORDS and fold(name) not in AGENCY_WORDS
    return (_first_agency(name.split()) or name) if has_name_length else None


def _credited_in_words(words: str) -> str | None:
    """What stands behind "With information from", on a line of its own."""
    folded = fold(words[:_STAMP_LENGTH])
    opener = next((p for p in CREDIT_LABELS if " " in p and folded.startswith(f"{p} ")), None)
    if opener is None or not opener.startswith(_INFORMATION):
        return None
    name = " ".join(words.split()[len(opener.split()) :]).strip(" .")
    is_name = len(name.split()) <= _OUTLET_WORDS and _is_capitalised(name)
    return _first_agency(name.split()) or (name if is_name else None)


_BESIDE_AGENCY = BYLINE_NOUNS | STAMP_WORDS | {"copyright", "c"}
_INFORMATION = ("com inf", "con inf", "avec des inf", "with inf", "with inp", "mit inf", "met inf")


def _agency_in_report(article: Article) -> str | None:
    """An agency that the report names as its own source ("told AFP", "rapporte la MAP")."""
    for block, words in _blocks(article, OWN_KINDS):
        if block.start > _ATTRIBUTION_REACH:
            break
        found = next(find_attributions(words[:_ATTRIBUTION_REACH]), None)
        if found:
            return found.name
    return None
