"""What stands beside a name and how it is built: the signs by which its kind can be told.

Invariant: the signs of a use depend on its line and its range only, never on which name it is, and
are found by the same code in training and in use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.analysis.mention_edges import Line
from briefing.analysis.wordclasses import WordClasses
from briefing.lexicon import name_words as lex
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import FUNCTION_WORDS

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_REACH = 70
_NEAR = 4
_FAR = 7
"""How far an apposition is read: "…, the Hamburg grain group"."""
_ENDING = 5
"""Letters by which the words beside a name are alike: compounds end in what they are."""
_ENDS = frozenset(".!?…؟")
_MARKS = {"’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
_LONGEST_NAME = 4
_ENDINGS = (3, 4)
_HEADS = (
    ("B", lex.BODY_HEADS | lex.OPENING_BODY_HEADS),
    ("P", lex.PLACE_HEADS | lex.OPENING_PLACE_HEADS | lex.SMALL_PLACE_HEADS),
    ("F", lex.COMPANY_TAILS),
    ("N", lex.COMPANY_NOUNS),
)


def signs_beside(text: str, line: Line, start: int, end: int, classes: WordClasses) -> list[str]:
    """The signs around the range of a name, within its sentence."""
    before = _tokens_before(text, line, start)
    after = _tokens_after(text, line, end)
    left, right = _keys(before, "^"), _keys(after, "$")
    language = line.language
    signs = [
        f"{language} <{left[0]}",
        f"{language} <<{left[1]} {left[0]}",
        f"{language} <2{left[1]}",
        f"{language} >{right[0]}",
        f"{language} >>{right[0]} {right[1]}",
        f"{language} >2{right[1]}",
        f"{language} <>{left[0]} {right[0]}",
        f"<{_shape(before)}",
        f">{_shape(after)}",
    ]
    small = FUNCTION_WORDS.get(language, frozenset())
    noun = next((n for n, key in enumerate(left[:_NEAR]) if key not in small), _NEAR)
    if noun < len(before):
        signs += [f"{language} h{left[noun]}", f"{language} h{left[noun]} {left[0]}"]
        signs.append(f"{language} {'h' if noun else '<'}~{left[noun][-_ENDING:]}")
        signs += _classes_of("h" if noun else "<", before[noun], language, classes)
    is_apposed = right[0] == ","
    told = [n for n in range(is_apposed, len(after)) if right[n] not in small]
    for n in told[: 3 if is_apposed else 1]:
        mark = "a" if is_apposed else "v"
        signs.append(f"{language} {mark}{right[n]}")
        signs.append(f"{language} {mark}~{right[n][-_ENDING:]}")
        signs += _classes_of(mark if n else ">", after[n], language, classes)
    return signs


def signs_within(name: str, language: str, classes: WordClasses) -> list[str]:
    """The signs in a name itself."""
    return [*signs_of_letters(name), *signs_of_words(name, language, classes)]


def signs_of_letters(name: str) -> list[str]:
    """A name's length and letters, and the nouns for bodies and places in it."""
    words = _TOKEN.findall(name)
    first, last = words[0], words[-1]
    size = min(sum(w[0].isalnum() for w in words), _LONGEST_NAME)
    signs = [f"size{size}", f"first {_shape([first])}", f"last {_shape([last])}"]
    if "-" in words:
        signs.append("hyphen")
    opening, ending = fold(first), fold(last)
    alone = min(size, 2)
    signs += [f"{alone} -{ending[-n:]}" for n in _ENDINGS if len(ending) > n]
    signs.append(f"{alone} {opening[:3]}-")
    signs += [f"f{kind}" for kind, heads in _HEADS if opening in heads]
    signs += [f"l{kind}" for kind, heads in _HEADS if ending in heads]
    return signs


def signs_of_words(name: str, language: str, classes: WordClasses) -> list[str]:
    """How raw text and the gazetteer use the first and the last word of a name."""
    words = [w for w in _TOKEN.findall(name) if w[0].isalnum()]
    if not words:
        return []
    first, last = classes.classes(words[0], language), classes.classes(words[-1], language)
    alone = "1" if len(words) == 1 else ""
    return [f"{alone}uf{first[4]}", f"{alone}ul{last[4]}", f"{alone}gl{last[0]}"]


def _tokens_before(text: str, line: Line, start: int) -> list[str]:
    """The nearest tokens before, the last first; none from another sentence."""
    first = max(line.start, start - _REACH)
    found = _TOKEN.findall(text[first:start])
    if first > line.start and text[first - 1].isalnum() and found:
        found = found[1:]
    nearest: list[str] = []
    for token in reversed(found):
        if token in _ENDS or len(nearest) == _NEAR:
            break
        nearest.append(token)
    return nearest


def _tokens_after(text: str, line: Line, end: int) -> list[str]:
    nearest: list[str] = []
    for match in _TOKEN.finditer(text, end, min(line.end, end + _REACH)):
        if match.group() in _ENDS or len(nearest) == _FAR:
            break
        if nearest and nearest[0] == "," and len(nearest) > 1 and match.group() == ",":
            break
        nearest.append(match.group())
    return nearest


def _keys(tokens: Sequence[str], edge: str) -> list[str]:
    return [*map(_key, tokens), edge, edge][: max(2, len(tokens))]


@lru_cache(maxsize=32768)
def _key(token: str) -> str:
    if token[0].isdigit():
        return "0"
    return fold(token) or _MARKS.get(token, token)


def _shape(tokens: Sequence[str]) -> str:
    """Whether the nearest token is a mark, a number, a small or a capitalised word, or capitals."""
    if not tokens:
        return "none"
    token = tokens[0]
    if not token[0].isalpha():
        return "0" if token[0].isdigit() else "mark"
    if not token[0].isupper():
        return "small"
    return "capitals" if len(token) > 1 and token.isupper() else "capital"


def _classes_of(where: str, token: str, language: str, classes: WordClasses) -> Iterator[str]:
    """The classes of a word, which mean the same in all languages."""
    _, _, near, topic, _ = classes.classes(token, language)
    if near:
        yield f"{where}n{near}"
    if topic:
        yield f"{where}t{topic}"
