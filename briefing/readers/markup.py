"""HTML and XML from anywhere: parsed within bounds, and read as a person would see it.

Invariant: no entity is expanded, no address opened and no more than `MAX_DEPTH` levels descended;
markup that is cut off by a limit raises `UnreadableError` rather than losing words in silence.
Words come out as they stand, white space folded as a browser folds it, one line per block.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.readers.decoding import UnreadableError

MAX_DEPTH = 2_000
"""Deeper trees are no pages; libxml2 gives up a little further down."""

MAX_ATTRIBUTES = 500
"""Of one element: lxml's trees look through those they have for each that is added."""

Element = Any
"""An element of lxml, which comes without types."""

_CUT_OFF = frozenset(
    {"ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG", "ERR_NO_MEMORY", "ERR_INTERNAL_ERROR"}
)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_DOCTYPE_REACH = 65_536
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_REFERENCE = re.compile(
    rb"&#(?:x0*d[89a-f][0-9a-f]{2}"
    rb"|0*5(?:5(?:29[6-9]|[3-9]\d\d)|6\d{3}|7(?:[0-2]\d\d|3[0-3]\d|34[0-3])));",
    re.IGNORECASE,
)
_HARMLESS = 20_000
"""Bytes: so short a page cannot hold an element that takes long."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_OTHER_ENCODING = re.compile(rb"\s*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-?8)", re.IGNORECASE)
_DECLARATION = 300
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINES = re.compile(r"\n{2,}")
_LINE_BREAK = "\v"
_BULLET = "- "
_ENTRY = re.compile(r"- |\d{1,3}[.)] ")
_CONTROL = dict.fromkeys(c for c in range(32) if chr(c) not in "\t\n\r\f")

_BREAKING = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " ol optgroup option p pre section summary table tbody tfoot thead tr ul".split()
)
_PAGE = frozenset({"html", "body"})
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset(
    "audio button canvas datalist embed head iframe img input map math noscript object picture"
    " script select source style svg template textarea title track video".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parse_xml(raw: bytes) -> Element:
    """The root element of a document that may be damaged; a bomb of entities is refused."""
    from lxml import etree

    if _ENTITY.search(raw[:_DOCTYPE_REACH]):
        raise UnreadableError("declares XML entities of its own, which are not expanded")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    try:
        root = etree.fromstring(_without_surrogates(raw), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"is not valid XML: {error}") from error
    if root is None:
        raise UnreadableError("is not valid XML")
    _refuse_cut_off(parser)
    return root


def _without_surrogates(raw: bytes) -> bytes:
    """XML without halves of surrogate pairs: libxml2 lets them through, and Python does not."""
    raw = _REFERENCE.sub(b"&#xFFFD;", raw)
    is_other = raw.startswith(_UTF16_MARKS) or _OTHER_ENCODING.match(raw[:_DECLARATION])
    return raw if is_other else _SURROGATE.sub("\N{REPLACEMENT CHARACTER}".encode(), raw)


def parse_html(text: str) -> Element:
    """The root element of a page or of a piece of one."""
    from lxml import etree, html

    # The parser reads declarations of encoding even in text that is decoded already.
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    raw = text.translate(_CONTROL).encode("utf-8", "replace")
    if len(raw) > _HARMLESS:
        _refuse_attributes(raw)
    try:
        root = html.document_fromstring(raw, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"is not valid HTML: {error}") from error
    _refuse_cut_off(parser)
    return root


class _AttributeCounter:
    """What the parser tells of a page as it reads it, without making its tree."""

    most = 0

    def start(self, _: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.most = max(self.most, len(attributes))

    def close(self) -> None:
        """The page ends."""


def _refuse_attributes(raw: bytes) -> None:
    """Refuse what would take minutes; only the parser itself knows what it takes for attributes."""
    from lxml import etree, html

    counter = _AttributeCounter()
    parser = html.HTMLParser(encoding="utf-8", target=counter, huge_tree=True)
    with contextlib.suppress(etree.XMLSyntaxError):  # as the second parse will say
        etree.fromstring(raw, parser)
    if counter.most > MAX_ATTRIBUTES:
        raise UnreadableError(f"has an element of more than {MAX_ATTRIBUTES:,} attributes")


def _refuse_cut_off(parser: Element) -> None:
    for error in parser.error_log:
        if error.type_name in _CUT_OFF or "xcessive depth" in error.message:
            raise UnreadableError(f"is nested too deeply or too large ({error.message.strip()})")


def local_name(element: Element) -> str:
    """An element's name without its namespace; empty for an entity that is not expanded."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, path: str) -> Iterator[Element]:
    """The descendants along a path of local names ("channel/item"), in document order."""
    name, _, rest = path.partition("/")
    for found in element:
        if local_name(found) == name:
            if rest:
                yield from children(found, rest)
            else:
                yield found


def child(element: Element, path: str) -> Element | None:
    """The first of the descendants along a path, or None."""
    return next(children(element, path), None)


def words_of(element: Element | None) -> str | None:
    """All the words in an element, white space folded; None where there are none."""
    if element is None:
        return None
    return _BLANKS.sub(" ", "".join(element.itertext())).strip() or None


def text_of_html(fragment: str) -> str:
    """The words of a piece of HTML as a reader sees them: a blank line between blocks."""
    return text_of_tree(parse_html(fragment)) if fragment.strip() else ""


def text_of_tree(root: Element) -> str:
    """The words below an element as a reader sees them: a blank line between blocks."""
    return join_blocks(_blocks(root))


def join_blocks(blocks: Iterable[str]) -> str:
    """Blocks of text with blank lines between them; the entries of a list stay together."""
    joined: list[str] = []
    is_listed = False
    for block in blocks:
        was_listed, is_listed = is_listed, bool(_ENTRY.match(block))
        joined += ["\n" if was_listed and is_listed else "\n\n", block]
    return "".join(joined[1:])


def _blocks(root: Element) -> Iterator[str]:
    pieces: list[str] = []
    for is_start, element in _walk(root):
        name = local_name(element)
        if name in _BREAKING:
            yield from _close(pieces)
            if is_start and name == "li":
                pieces.append(_BULLET)
        elif name == "br" and is_start:
            pieces.append(_LINE_BREAK)
        elif name in _CELLS and not is_start and element.getnext() is not None:
            pieces.append(" | ")
        pieces.append((element.text if is_start else element.tail) or "")
    yield from _close(pieces)


def _close(pieces: list[str]) -> Iterator[str]:
    """The blocks of what was collected: two line breaks in a row end one as well."""
    words = "".join(pieces)
    pieces.clear()
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in words.split(_LINE_BREAK))
    block = "\n".join(lines).strip("\n")
    yield from (part for part in _BLANK_LINES.split(block) if part.strip(" -|\xa0"))


def _walk(root: Element) -> Iterator[tuple[bool, Element]]:
    """Starts and ends of the elements that are seen, without recursion: pages nest at will."""
    from lxml import etree

    if not local_name(root):  # an entity that is not expanded
        return
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and _is_unseen(element):
            walk.skip_subtree()
        else:
            yield event == "start", element


def _is_unseen(element: Element) -> bool:
    name = local_name(element)
    if name in _UNSEEN:
        return True
    if name in _PAGE:  # some pages show themselves by script alone
        return False
    if element.get("hidden") is not None:
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))
