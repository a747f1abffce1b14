"""The block of properties at the head of a clipped page (YAML, as far as clippers write it).

Invariant: reading never fails: a line that is no property is passed over, and a block that is not
closed is no block.
"""

from __future__ import annotations

import json
import re

_MAX_LINES = 300
_PROPERTY = re.compile(r"([A-Za-z][\w -]{0,60}?)[ \t]*:(?:[ \t]+(.*))?")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)")
_FOLDED = re.compile(r"[>|][+-]?")
_COMMENT = re.compile(r"[ \t]#.*")
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{0,300})\]\]")
_FENCES = frozenset({"---", "..."})


def split_front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """The properties by folded name, each a list of values, and the text below them."""
    opening, found, rest = text.removeprefix("\ufeff").partition("\n")
    if opening.rstrip() != "---" or not found:
        return {}, text
    lines: list[str] = []
    while len(lines) < _MAX_LINES:
        line, found, rest = rest.partition("\n")
        if line.rstrip() in _FENCES:
            return _properties(lines), rest
        if not found:
            break
        lines.append(line.rstrip("\r"))
    return {}, text


def _properties(lines: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    current: list[str] = []
    is_folded = False
    for line in lines:
        if match := _PROPERTY.fullmatch(line):
            value = (match.group(2) or "").strip()
            is_folded = bool(_FOLDED.fullmatch(value))
            current = [] if is_folded else _values(value)
            found[match.group(1).casefold()] = current
        elif is_folded:
            current[:] = [f"{' '.join(current)} {line.strip()}".strip()]
        elif match := _ENTRY.fullmatch(line):
            current += _values(match.group(1))
        elif line[:1] in {" ", "\t"} and current and line.strip():
            current[-1] += f" {line.strip()}"
    return {name: values for name, values in found.items() if values}


def _values(words: str) -> list[str]:
    words = words.strip()
    is_list = words.startswith("[") and words.endswith("]") and not words.startswith("[[")
    parts = words[1:-1].split(",") if is_list else [words]
    return [value for part in parts if (value := _LINK.sub(r"\1", _unquote(part.strip())))]


def _unquote(words: str) -> str:
    quote = words[:1]
    if quote == '"' and words.endswith('"') and len(words) > 1:
        try:
            return str(json.loads(words, strict=False))
        except ValueError:
            return words[1:-1]
    if quote == "'" and words.endswith("'") and len(words) > 1:
        return words[1:-1].replace("''", "'")
    words = "" if words.startswith("#") else _COMMENT.sub("", words)
    return "" if words in {"null", "~", "[]"} else words
