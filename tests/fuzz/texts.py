"""Pages as an attacker would write them: real sentences, cut up and mixed with what steers.

Invariant: a text is a function of the draws; every page of one story shares its first sentences,
so that pages group and their briefs have something to compare.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

_ROOT = Path(__file__).parents[2]
_FOLDERS = (_ROOT / "seeds", _ROOT / "tests" / "corpora" / "harbour" / "pages")
_SENTENCE = re.compile(r"[^\n.!?؟]+[.!?؟]?")
_REPEATS = (1, 1, 1, 1, 2, 5, 40, 700)
_LONGEST = 5000

_PARTS = (
    "\x1b[31m", "\x1b]52;c;aGk=\x07", "\x1bPq\x1b\\", "\x9b31m", "\x9d0;x\x9c", "\x90q\x9c", "\x07",
    "\x08", "\r", "\x7f", "\x00", "\u202e", "\u2066", "\u2069", "\u200b", "\u200f", "\u061c",
    "\ufeff", "\u2028", "\u2029", "\x85", "\ud800", "\udfff", "\uffff", "\U000e0041", "\u0301",
    "\u3164", "[bold]x[/bold]", "[@click=app.quit]x[/]", "[/]", ":smile:",
    "[link=http://x.example]y[/link]", "[^1]", "[^1]: [1] en · a · 0–9 · “x”", "## Sources",
    "---\n", "```", "<script>alert(1)</script>", "</q></li>", "<!--", "|a|b|", "⟦U+202E⟧",
    "![x](y)", "{{x}}", "$(x)", "%s%n", "\\", "`", "Photo: AFP", "Read also:", "Share",
    "By Ada Lorn", "VELM, 3 May 2032 —", "(AFP)", "Reuters", "Fоreign Ministry", "on Monday",
    "le 3 mai 2032", "am Dienstag", "03/04/05", "2032-02-30", "31.02.2032", "99:99", "12 p.m.",
    "in 0000", "1,2,3,4", "1.000.000,00", "٣٤٥", "½", "1e9", "9" * 40, "-5 %", "€", "$ 1bn",
    "zwölf Milliarden", "a half", "the 1st", "“", "”", "«", "»", '"', "'", "he said:", "sagte er,",
    "قال", "GmbH", "Inc.", "the minister", "Dr", "U.N.", "…", "?!", "(", ")", "-", "–", "/", "@",
    "http://a.example/%00", " ", "\t", "\n", "\n\n", "漢字",
    "Ω", "ß", "İ", "ﬃ", "é" + "\u0301" * 30,
)  # fmt: skip


@cache
def _sentences() -> tuple[str, ...]:
    pages = sorted(page for folder in _FOLDERS for page in folder.glob("*.txt"))
    texts = (page.read_text(encoding="utf-8") for page in pages)
    return tuple(m.group().strip() for text in texts for m in _SENTENCE.finditer(text))


def hostile_text(draw: Random, opening: str = "") -> str:
    """A page: an opening, then sentences, some of them broken, between hostile parts."""
    parts = [opening] if opening else []
    for _ in range(draw.randrange(1, 24)):
        if draw.random() < 0.5:
            parts.append(_broken(draw.choice(_sentences()), draw))
        else:
            parts.append(draw.choice(_PARTS) * draw.choice(_REPEATS))
        parts.append(draw.choice(("", " ", " ", "\n", "\n\n")))
    return "".join(parts)[:_LONGEST]


def hostile_story(draw: Random) -> list[str]:
    """Two to four pages of one story."""
    opening = " ".join(draw.choices(_sentences(), k=3))
    return [hostile_text(draw, opening + "\n\n") for _ in range(draw.randrange(2, 5))]


def _broken(sentence: str, draw: Random) -> str:
    toss = draw.randrange(4)
    if toss == 0:
        at = draw.randrange(len(sentence) + 1)
        return sentence[:at] + draw.choice(_PARTS) + sentence[at:]
    if toss == 1:
        return sentence.upper()
    if toss == 2:
        words = sentence.split()
        draw.shuffle(words)
        return " ".join(words)
    return sentence
