"""What an untrusted page may show: control characters made visible, nothing else changed.

Invariant: `visible(text)` has exactly as many characters as `text`, so that every offset of an
article also holds in what is shown; line feeds stay, and no character that could move the
cursor, start an escape sequence or reorder its neighbours is left.
"""

from __future__ import annotations

import re

_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)}
_C1_CONTROLS = dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}")
_LINE_BREAKS = dict.fromkeys((0x2028, 0x2029), "\N{SYMBOL FOR NEWLINE}")
# Embeddings, overrides and isolates can make a sentence read as another one.
_BIDI = {
    **dict.fromkeys((0x202A, 0x202D, 0x2066), "⇥"),
    **dict.fromkeys((0x202B, 0x202E, 0x2067), "⇤"),
    **dict.fromkeys((0x202C, 0x2068, 0x2069), "⇹"),
}
_NONCHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")

_VISIBLE = {
    **_CONTROL_PICTURES,
    **_C1_CONTROLS,
    **_LINE_BREAKS,
    **_BIDI,
    **_NONCHARACTERS,
    0x09: " ",
    0x0A: "\n",
    0x7F: "\N{SYMBOL FOR DELETE}",
}

# Half a surrogate pair cannot be written to a terminal; a tag character hides words.
_UNWRITABLE = re.compile("[\ud800-\udfff\U000e0000-\U000e007f]")


def visible(text: str) -> str:
    """`text` with one visible character in the place of each that steers a terminal.

    A tab becomes a space, a carriage return before a line feed too (it belongs to the line
    break), other C0 controls their control pictures, bidirectional overrides arrows.
    """
    calm = text.replace("\r\n", " \n").translate(_VISIBLE)
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", calm)


def one_line(text: str) -> str:
    """`visible` text with every run of white space, line breaks included, folded to a space."""
    return " ".join(visible(text).split())
