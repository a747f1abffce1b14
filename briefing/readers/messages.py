"""The parts of a message: what it says, in which form, and what is attached to it.

Invariant: a damaged message is read as far as it goes: what cannot be decoded as declared is
decoded as well as it goes, and a header that is broken counts as absent.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import Any

from briefing.plugins import Declared, Member
from briefing.readers.decoding import UnreadableError, decode
from briefing.readers.markup import text_of_html

_MAX_PARTS = 1_000
_MAX_COMPARISONS = 50_000_000
"""The library holds each line against the boundaries of all the parts that it may lie in."""

# Pictures, signatures and invitations are no articles; whatever else is attached is read.
_PASSED_OVER = frozenset({"image", "audio", "video", "font", "multipart"})
_PASSED_OVER_TYPES = re.compile(
    r"application/(?:pgp|(?:x-)?pkcs7|ics|ms-tnef)|text/(?:calendar|x-?vcard|vcard|rfc822-headers|css)"
    r"|message/(?:delivery-status|disposition-notification|partial|external-body)"
)
_ENDINGS = {
    "text/html": ".html", "application/pdf": ".pdf", "message/rfc822": ".eml",
    "text/plain": ".txt", "application/zip": ".zip", "text/csv": ".csv",
}  # fmt: skip
_THIN = 0.2
_UNSAFE = re.compile(r"[\x00-\x1f/\\]+")


def parse_message(raw: bytes) -> Message:
    """The message in these bytes; the older policy keeps what the newer one fails on."""
    if raw.count(b"boundary=") * raw.count(b"\n") > _MAX_COMPARISONS:
        raise UnreadableError("is a message of too many parts within parts")
    return message_from_bytes(raw, policy=policy.compat32)


def header(message: Message, name: str) -> str | None:
    """A header's words, decoded and on one line; None where there is none."""
    try:
        value = message.get(name)
        if value is None:
            return None
        words = str(make_header(decode_header(value)))
    except (LookupError, MessageError, ValueError, TypeError):
        words = str(message.get(name, "")).encode("utf-8", "replace").decode("utf-8", "replace")
    return " ".join(words.split()) or None


def declared_by(message: Message) -> Declared:
    """Subject, sender and date: a newsletter's sender is the outlet."""
    sender = header(message, "From") or ""
    try:
        name, address = parseaddr(sender)
    except RecursionError:  # of comments within comments
        name, address = "", ""
    return Declared(
        headline=header(message, "Subject"),
        source=name.strip("\"' ") or address or None,
        published=header(message, "Date"),
        url=header(message, "Archived-At") or header(message, "Content-Location"),
        language=header(message, "Content-Language"),
    )


def parts_of(message: Message) -> Iterator[Message]:
    """The leaves of a message in order; an attached message is a leaf."""
    waiting: list[Any] = [message]
    seen = 0
    while waiting:
        seen += 1
        if seen > _MAX_PARTS:
            raise UnreadableError(f"is a message of more than {_MAX_PARTS:,} parts")
        part = waiting.pop()
        # Asked of a leaf, `get_payload` decodes it, and raises for a charset that no file can have.
        inner = part.get_payload() if part.is_multipart() else None
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting.extend(reversed(inner))
        else:
            yield part


def text_of(message: Message) -> str:
    """The message's words: the plain text, or the HTML where that says much more."""
    bodies = [part for part in parts_of(message) if not is_attached(part)]
    plain = "\n\n".join(words_of_part(p) for p in bodies if p.get_content_type() == "text/plain")
    markup = [words_of_part(p) for p in bodies if p.get_content_type() == "text/html"]
    rich = "\n\n".join(text_of_html(part) for part in markup)
    plain = plain.replace("\r\n", "\n")
    return plain if len(plain.strip()) > len(rich) * _THIN else rich


def words_of_part(part: Message) -> str:
    """The characters of a part of text; empty where its bytes are none."""
    try:
        return decode(bytes_of(part), part.get_content_charset())
    except UnreadableError:
        return ""


def bytes_of(part: Message) -> bytes:
    """The bytes of a leaf, its transfer encoding undone."""
    if part.is_multipart():
        return b"\n".join(_as_bytes(one) for one in part.get_payload())
    try:
        payload = part.get_payload(decode=True)
    except (LookupError, ValueError):
        payload = _as_written(part)
    return payload if isinstance(payload, bytes) else str(payload).encode("utf-8", "replace")


def _as_written(part: Message) -> object:
    try:
        return part.get_payload()
    except (LookupError, ValueError):  # a charset with a NUL in its name
        return ""


def _as_bytes(message: Any) -> bytes:
    try:
        return bytes(message.as_bytes())
    except (AttributeError, LookupError, ValueError):
        return str(message).encode("utf-8", "replace")


def is_attached(part: Message) -> bool:
    """Whether a leaf stands beside the message's own words."""
    if part.get_content_disposition() == "attachment" or part.get_content_type() not in {
        "text/plain",
        "text/html",
    }:
        return True
    return part.get_filename() is not None


def attachments_of(message: Message, prefix: str) -> Iterator[Member]:
    """What is attached and may be an article, named `prefix`, a slash and its file name."""
    for number, part in enumerate(filter(is_attached, parts_of(message)), start=1):
        kind = part.get_content_type()
        if part.get_content_maintype() in _PASSED_OVER or _PASSED_OVER_TYPES.match(kind):
            continue
        raw = bytes_of(part)
        if part.get_content_maintype() == "text" and part.get_content_charset():
            raw = codecs.BOM_UTF8 + words_of_part(part).encode() if words_of_part(part) else raw
        yield Member(f"{prefix}{_name_of(part, number, kind)}", raw)


def _name_of(part: Message, number: int, kind: str) -> str:
    try:
        given = part.get_filename()
        given = str(make_header(decode_header(given))) if given else ""
    except (LookupError, MessageError, ValueError, TypeError):
        given = ""
    name = _UNSAFE.sub("_", given.encode("utf-8", "replace").decode()).strip(". ")
    return name or f"part{number}{_ENDINGS.get(kind, '')}"
