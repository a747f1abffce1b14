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
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r\f\x0b\x1b")

# The encodings that saved pages really come in. The full list makes the detector choose exotic
# code pages for short pages; Windows code pages contain the ISO ones that browsers map to them.
_CANDIDATES = [
    "cp1252", "cp1256", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "koi8_r",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
]  # fmt: skip

# Browsers read the first as the second (https://encoding.spec.whatwg.org/#names-and-labels).
_LABELS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "l1": "cp1252",
    "us-ascii": "cp1252", "ascii": "cp1252", "iso8859-1": "cp1252", "iso-8859-9": "cp1254",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "ks-c-5601-1987": "cp949",
    "euc-kr": "cp949", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932",
    "macintosh": "mac-roman", "x-mac-roman": "mac-roman", "big5-hkscs": "big5hkscs",
    "windows-874": "cp874", "tis-620": "cp874", "iso-8859-8-i": "iso-8859-8",
}  # fmt: skip
# Python has codecs that are no encodings of text, and UTF-7 hides markup. UTF-16 has a mark, or
# its own declaration could not be read.
_TRUSTED = re.compile(
    r"(?:windows-|cp)(?:12\d\d|8\d\d|93[26]|949)|iso-?8859-\d{1,2}"
    r"|koi8-[rtu]|mac-(?:roman|cyrillic)|gb18030|big5(?:hkscs)?|euc-(?:jp|kr)|iso-2022-(?:jp|kr)"
)
_WIDE = re.compile(r"utf-?(?:16|32)(?:le|be)?")


class UnreadableError(ValueError):
    """These bytes are not text; the message says why."""


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text of a file: byte order mark, UTF-8, the encoding declared, then the likeliest.

    UTF-8 is asked before the declaration: other encodings hardly ever look like it, and browsers
    save pages in it without changing what the page declares.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw, encoding)
    refuse_binary(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_declared(raw, declared) or _decode_damaged(raw) or _decode_guessed(raw)


def mark_encoding(raw: bytes, charset: str | None) -> bytes:
    """The bytes of a page as UTF-8 with its mark, if they are in the encoding its server named.

    Whatever the page then declares counts no more, as in browsers; a page that is UTF-8 already, or
    marked, or does not fit what the server said, comes back as it is.
    """
    if not charset or raw.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS)):
        return raw
    wide = charset.casefold().replace("_", "-")
    try:
        if _WIDE.fullmatch(wide):
            return codecs.BOM_UTF8 + raw.decode(wide).encode()
        raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_declared(raw, charset)
        return raw if text is None else codecs.BOM_UTF8 + text.encode()
    return raw


def head_text(head: bytes) -> str:
    """The first bytes of a file as characters, for telling its format: markup is ASCII."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head.decode(encoding, "ignore")
    return head.decode("latin-1")


def refuse_binary(raw: bytes) -> None:
    """Raise `UnreadableError` for a known binary format, NUL bytes or control characters."""
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableError(f"is {what}; there is no reader for it")
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


def _decode_declared(raw: bytes, declared: str | None) -> str | None:
    label = (declared or "").strip("\"' \t\r\n").casefold().replace("_", "-")
    encoding = _LABELS.get(label, label)
    if not _TRUSTED.fullmatch(encoding):
        return None
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


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
