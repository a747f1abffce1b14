"""Making untrusted words harmless in Markdown, HTML and YAML.

Invariant: whatever a page contains, its words come out as words: no markup, link, tag, footnote
or front matter of theirs takes effect, and no invisible character changes what the reader sees.
Characters that cannot be seen (controls, bidirectional marks, zero-width characters) are written
as `⟦U+202E⟧`; the bracket `⟦` itself is written as `⟦U+27E6⟧`, so that the form can be undone.
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
_VISIBLE_FORM = re.compile(r"⟦U\+([0-9A-F]{4,6})⟧")

_MARKUP = re.compile(
    r"[\\`*\[\]<#|$^~@]|&(?=[A-Za-z#])|(?<![^\W_])_|_(?![^\W_])|==|%%|://|(?i:www\.)"
)
"""What can be markup anywhere; an underscore inside a word and a lone ampersand cannot."""
_LINE_START = re.compile(r"[-+=>]|\d{1,9}[.)]")
_LAST_OF_PLANE = 0xFFFF
_YAML_SHORT = {"\\": "\\\\", '"': '\\"'}
_YAML_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))")


def _is_hidden(character: str) -> bool:
    """Whether a character is invisible or steers its neighbours; soft hyphens are harmless."""
    return character != _SOFT_HYPHEN and unicodedata.category(character) in HIDDEN_CATEGORIES


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
    if character == _SOFT_HYPHEN or unicodedata.category(character) in HIDDEN_CATEGORIES:
        code = ord(character)
        return f"\\u{code:04x}" if code <= _LAST_OF_PLANE else f"\\U{code:08x}"
    return character


def unquote_yaml(scalar: str) -> str:
    """The text of a scalar that `quote_yaml` wrote, without its outer quotation marks."""
    return _YAML_ESCAPE.sub(
        lambda m: m[3] if m[3] is not None else chr(min(int(m[1] or m[2], 16), 0x10FFFF)),
        scalar,
    )
