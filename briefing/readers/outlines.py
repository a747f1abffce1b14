"""Lists of feeds, as feed readers write and exchange them (OPML 1 and 2).

Invariant: only feeds are listed, in the order of the file and however deep in its folders; what
has no address is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.plugins import Declared
from briefing.readers.decoding import head_text
from briefing.readers.markup import Element, local_name, parse_xml

_SNIFFED = 4096
_LIST = re.compile(r"<opml[\s>]", re.IGNORECASE)


def is_outline(raw: bytes) -> bool:
    """Whether this is a list of feeds: its root element stands near the beginning."""
    opening = head_text(raw[:_SNIFFED]).lstrip("\ufeff\xef\xbb\xbf \t\r\n")
    return opening[:1] == "<" and bool(_LIST.search(opening))


def feeds_in(raw: bytes) -> list[Declared]:
    """The feeds: address, and name as the outlet's; raises `UnreadableError`."""
    return list(_feeds(parse_xml(raw)))


def _feeds(root: Element) -> Iterator[Declared]:
    for element in root.iter():
        if local_name(element).lower() != "outline":
            continue
        given = {name.lower(): " ".join(value.split()) for name, value in element.attrib.items()}
        if address := given.get("xmlurl"):
            yield Declared(url=address, source=given.get("title") or given.get("text") or None)
