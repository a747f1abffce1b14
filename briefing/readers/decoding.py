"""From bytes to characters: the one place where an encoding is decided.

Invariant: what comes back is text whose every character the file holds; bytes that are not text
raise `UnreadableError` with a reason that a person can act on, and nothing else is raised.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

MAX_ARTICLE_CHARACTERS = 1_000_000
"""A page longer than this is no news page, and its analysis would hold up all the others."""

_SAMPLE = 65_536
_CONTROL_SHARE = 0.01
_VALID_PER_BAD = 20

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r\f\x0b\x1b")

# The encodings that saved pages really come in. The full list makes the detector choose exotic
# code pages for short pages; Windows code pages contain the ISO ones that browsers map to them.
_CANDIDATES = [
    "cp1252", "cp1256", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "koi8_r",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
]  # fmt: skip


class UnreadableError(ValueError):
    """These bytes are not text; the message says why."""


def decode(raw: bytes) -> str:
    """The text of a file: byte order mark, then UTF-8, then the likeliest other encoding."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw, encoding)
    refuse_binary(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_damaged(raw) or _decode_guessed(raw)


def refuse_binary(raw: bytes) -> None:
    """Raise `UnreadableError` for a known binary format, HTML, NUL bytes or control characters."""
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableError(f"is {what}; there is no reader for it")
    if _HTML.match(raw[:4096]):
        raise UnreadableError("is an HTML page; there is no reader for it")
    if b"\0" in raw:
        raise UnreadableError("is not text (it holds NUL bytes)")
    head = raw[:_SAMPLE]
    if len(head) - len(head.translate(None, _CONTROL)) > len(head) * _CONTROL_SHARE:
        raise UnreadableError("is not text (it holds control characters)")


def replace_surrogates(text: str) -> str:
    """Put U+FFFD for lone surrogates: escapes that stand for no character cannot be written."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _decode_marked(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"starts as {encoding} but breaks at byte {error.start}"
        raise UnreadableError(reason) from error


def _decode_damaged(raw: bytes) -> str | None:
    """UTF-8 with a few bad bytes (a page cut in the middle of a character), else None."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    valid = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", text))
    return text if valid >= bad * _VALID_PER_BAD else None


def _decode_guessed(raw: bytes) -> str:
    matches = from_bytes(raw[:_SAMPLE], cp_isolation=_CANDIDATES)
    # On short pages several code pages read equally well: the earlier candidate is the commoner.
    ranked = sorted(
        (round(m.chaos, 2), -m.coherence, _CANDIDATES.index(m.encoding), m.encoding)
        for m in matches
        if m.encoding in _CANDIDATES
    )
    for *_, encoding in ranked[:1]:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as error:
            reason = f"looks like {encoding} but breaks at byte {error.start}"
            raise UnreadableError(reason) from error
    raise UnreadableError("is not text in any encoding known here")
