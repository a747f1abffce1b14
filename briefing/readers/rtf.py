"""Documents in the Rich Text Format (version 1.9.1): one file, one article.

Invariant: read in one pass over the tokens, in time linear in the size of the file, whatever is in
it; what a reader of the document does not see (styles, pictures, notes, deleted and hidden words)
is left out. The library there is for the format searches hostile files in quadratic time.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefing.model import Article
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError
from briefing.readers.pages import page_article
from briefing.readers.prose import declared_headline

MAX_BYTES = 64 * 2**20
"""Larger documents are all pictures."""

_SIGNATURE = b"{\\rtf"
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})"
    r"|\\(?P<symbol>.)|(?P<brace>[{}])|[\r\n\0]+|(?P<words>[^\\{}\r\n\0]+)|\\$",
    re.DOTALL,
)
_UNSEEN = frozenset(
    "annotation atnauthor atnid author bkmkend bkmkstart category colortbl comment company"
    " doccomm falt filetbl fldinst footer footerf footerl footerr footnote ftncn ftnsep ftnsepc"
    " generator header headerf headerl headerr info keywords listtable listtext manager nonshppict"
    " objdata object operator pict pntext private revtbl rxe stylesheet subject tc txe xe".split()
)
_SIGNS = {
    "par": "\n\n", "sect": "\n\n", "page": "\n\n", "row": "\n\n", "nestrow": "\n\n", "line": "\n",
    "cell": "\t", "nestcell": "\t", "tab": "\t", "emdash": "—", "endash": "–", "emspace": " ",
    "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "_": "-", "\n": "\n\n", "\r": "\n\n", "\\": "\\", "{": "{", "}": "}"}
_ENCODINGS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_MAX_GROUPS = 10_000


class RtfReader:
    """Reads a document as one article."""

    endings = (".rtf",)

    def accepts(self, head: bytes, path: str) -> bool:
        """The signature opens the file."""
        del path
        return head.startswith(_SIGNATURE)

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article]:
        """Yield the article; a file that was cut off gives what is there."""
        if len(raw) > MAX_BYTES:
            raise UnreadableError(f"is larger than {MAX_BYTES // 2**20} MiB")
        if not raw.lstrip().startswith(_SIGNATURE):
            raise UnreadableError("is no RTF document, whatever it is called")
        scan = _Scan()
        scan.run(raw.decode("latin-1"))
        text = "".join(scan.body)
        paragraphs = [p.strip() for p in text.split("\n\n") if p.strip()]
        headline = declared_headline("".join(scan.title).strip(), paragraphs)
        body = "\n\n".join(paragraphs)
        yield page_article(body, path, identifier, Declared(headline=headline))


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces."""

    place: str = "body"
    font: int | None = None
    is_hidden: bool = False
    is_deleted: bool = False
    skipped: int = 1


@dataclass(slots=True)
class _Scan:
    """One pass over a document: the words of its body and of its title."""

    body: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    encoding: str = "cp1252"
    font: int | None = None
    fonts: dict[int, str] = field(default_factory=dict)
    group: _Group = _Group()
    outer: list[_Group] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)
    to_skip: int = 0

    def run(self, text: str) -> None:
        """Take in the tokens one by one; binary stretches are jumped over."""
        position = 0
        while match := _TOKEN.match(text, position):
            position = match.end()
            kind = match.lastgroup
            if kind in {"word", "number"}:
                position += self._read_word(match["word"], int(match["number"] or 1), match)
            elif kind == "byte":
                self._add_bytes(bytes.fromhex(match["byte"]))
            elif kind == "words":
                self._add_bytes(match["words"].encode("latin-1"))
            elif kind == "brace":
                self._read_brace(match["brace"])
            elif kind == "symbol":
                self._read_symbol(match["symbol"])
        self._flush()

    def _read_brace(self, brace: str) -> None:
        self._flush()
        self.to_skip = 0
        if brace == "{":
            if len(self.outer) == _MAX_GROUPS:
                raise UnreadableError("is nested too deeply")
            self.outer.append(self.group)
        elif self.outer:
            self.group = self.outer.pop()

    def _read_symbol(self, symbol: str) -> None:
        if symbol == "*":
            # A destination that a program may pass over when it does not know it.
            self.group = replace(self.group, place="unseen")
        else:
            self._add(_SYMBOLS.get(symbol, ""))

    def _read_word(self, word: str, number: int, match: re.Match[str]) -> int:
        """What a control word changes; comes back with the characters to jump over."""
        is_on = number != 0 or match["number"] is None
        if word == "bin":
            return max(0, number)
        if word == "u":
            self._add_code(number)
        elif word in _SIGNS:
            self._add(_SIGNS[word])
        elif word in _UNSEEN:
            self.group = replace(self.group, place="info" if word == "info" else "unseen")
        elif word == "title" and self.group.place == "info":
            self.group = replace(self.group, place="title")
        elif word == "v":
            self._change(replace(self.group, is_hidden=is_on))
        elif word == "deleted":
            self._change(replace(self.group, is_deleted=is_on))
        elif word == "plain":
            self._change(replace(self.group, is_hidden=False, is_deleted=False, font=self.font))
        elif word == "uc":
            self.group = replace(self.group, skipped=max(0, number))
        else:
            self._read_font(word, number)
        return 0

    def _read_font(self, word: str, number: int) -> None:
        if word in _ENCODINGS:
            self._set_encoding(_ENCODINGS[word])
        elif word == "ansicpg":
            self._set_encoding(f"cp{number}")
        elif word == "deff":
            self.font = number
        elif word == "f":
            self._change(replace(self.group, font=number))
        elif word == "fonttbl":
            self.group = replace(self.group, place="fonts")
        elif word == "fcharset" and self.group.place == "fonts" and self.group.font is not None:
            self.fonts[self.group.font] = _CHARSETS.get(number, "")

    def _set_encoding(self, name: str) -> None:
        self._flush()
        try:
            self.encoding = codecs.lookup(name).name
        except LookupError:
            self.encoding = "cp1252"

    def _change(self, group: _Group) -> None:
        self._flush()
        self.group = group

    def _add_code(self, number: int) -> None:
        """A character by its UTF-16 code; what stands in for it in older programs is skipped."""
        self._flush()
        self._put(chr(number % 0x10000))
        self.to_skip = self.group.skipped

    def _add_bytes(self, raw: bytes) -> None:
        skipped = min(self.to_skip, len(raw))
        self.to_skip -= skipped
        self.pending += raw[skipped:]

    def _add(self, words: str) -> None:
        if self.to_skip and words:
            self.to_skip -= 1
            return
        self._flush()
        self._put(words)

    def _flush(self) -> None:
        if self.pending:
            font = self.font if self.group.font is None else self.group.font
            name = self.fonts.get(-1 if font is None else font) or self.encoding
            self._put(self.pending.decode(name, "replace"))
            self.pending.clear()

    def _put(self, words: str) -> None:
        group = self.group
        if group.place == "title":
            self.title.append(words)
        elif group.place == "body" and not group.is_hidden and not group.is_deleted:
            self.body.append(words)
