"""Making untrusted words harmless in Markdown, HTML and YAML.

Invariant: whatever a page contains, its words come out as words: no markup, link, tag, footnote
or front matter of theirs takes effect, and no invisible character changes what the reader sees.
Characters that cannot be seen (controls, bidirectional marks, zero-width characters, letters that
are blank, what is no character at all) are written as `⟦U+202E⟧`; the bracket `⟦` itself is written
as `⟦U+27E6⟧`, so that the form can be undone.
"""

from __future__ import annotations

import html
import re
import unicodedata

from briefing.lexicon.citing import fold_lines

OPENING = "⟦"
_SOFT_HYPHEN = "\u00ad"
HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of what cannot be seen, or steers its neighbours."""
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_SELECTORS = range(0xE0100, 0xE01F0)
"""Selectors of variants that no script of news needs, and that can carry hidden words."""
_NONCHARACTERS = range(0xFDD0, 0xFDF0)
_VISIBLE_FORM = re.compile(r"⟦U\+([0-9A-F]{4,6})⟧")

_MARKUP = re.compile(
    r"[\\`*\[\]<#|$^~@]|&(?=[A-Za-z#])|(?<![^\W_])_|_(?![^\W_])|==|%%|://|(?i:www\.)"
)
"""What can be markup anywhere; an underscore inside a word and a lone ampersand cannot."""
_LINE_START = re.compile(r"[-+=>]|\d{1,9}[.)]")
_LAST_OF_PLANE = 0xFFFF
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_YAML_SHORT = {"\\": "\\\\", '"': '\\"'}
_YAML_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))")


def _is_hidden(character: str) -> bool:
    """Whether a character is invisible or steers its neighbours; soft hyphens are harmless."""
    if character == _SOFT_HYPHEN:
        return False
    if unicodedata.category(character) in HIDDEN_CATEGORIES or character in _BLANK_LETTERS:
        return True
    return ord(character) in _SELECTORS or is_noncharacter(character)


def is_noncharacter(character: str) -> bool:
    """Whether Unicode promises never to give this a meaning; YAML readers refuse some of these."""
    code = ord(character)
    return code & 0xFFFE == 0xFFFE or code in _NONCHARACTERS  # noqa: PLR2004 - the last two


def make_visible(text: str) -> str:
    """The text on one line, each hidden character in its visible form."""
    return "".join(
        f"⟦U+{ord(c):04X}⟧" if c == OPENING or _is_hidden(c) else c
        for c in fold_lines(text).replace("\t", " ")
    )


def undo_visible(text: str) -> str:
    """The characters that `make_visible` wrote out, put back."""
    return _VISIBLE_FORM.sub(lambda m: chr(min(int(m[1], 16), 0x10FFFF)), text)


def _escape_match(match: re.Match[str]) -> str:
    found = match[0]
    if found.lower() == "www.":
        return found[:3] + "\\."
    return "".join("\\" + c for c in found) if found in {"==", "%%"} else "\\" + found


def escape_markdown(text: str) -> str:
    """The words as CommonMark text that may also open a line or a list item.

    Besides CommonMark's own markup this covers what Obsidian and GitHub add: bare links, tags,
    highlights, comments, mathematics, block marks and tables.
    """
    escaped = _MARKUP.sub(_escape_match, make_visible(text))
    opening = _LINE_START.match(escaped)
    if opening is None:
        return escaped
    cut = opening.end() - 1
    return escaped[:cut] + "\\" + escaped[cut:]


def unescape_markdown(text: str) -> str:
    """The words that `escape_markdown` made harmless, as they stood on one line."""
    return undo_visible(_ESCAPED.sub(r"\1", text))


def escape_html(text: str) -> str:
    """The words as HTML text that may also stand in a quoted attribute."""
    return html.escape(make_visible(text), quote=True)


def quote_yaml(text: str) -> str:
    """A double-quoted YAML scalar on one line; `unquote_yaml` gives the text back exactly."""
    return '"' + "".join(_escape_yaml(c) for c in text) + '"'


def _escape_yaml(character: str) -> str:
    short = _YAML_SHORT.get(character)
    if short is not None:
        return short
    if character == _SOFT_HYPHEN or _is_hidden(character):
        code = ord(character)
        return f"\\u{code:04x}" if code <= _LAST_OF_PLANE else f"\\U{code:08x}"
    return character


def unquote_yaml(scalar: str) -> str:
    """The text of a scalar that `quote_yaml` wrote, without its outer quotation marks."""
    return _YAML_ESCAPE.sub(
        lambda m: m[3] if m[3] is not None else chr(min(int(m[1] or m[2], 16), 0x10FFFF)),
        scalar,
    )
