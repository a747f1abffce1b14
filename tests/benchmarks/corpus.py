"""Pages for the benchmarks, made from the sample and the project's own corpus.

Invariant: the same count and length give the same pages anywhere; names are invented, so that no
two pages are alike and no cache of words holds them all.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from pathlib import Path

from briefing.lexicon.function_words import function_word_hits, likeliest_language
from briefing.model import Article

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "seeds", ROOT / "tests" / "corpora" / "harbour" / "pages")
_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]{3,}")
_SYLLABLES = "ba dor el fen gri hol ja kam lin mo nor pel ri sa tur val wen yas zor".split()
_ENGLISH = (
    "{one} and {two} signed an agreement on {topic} in {city} on {day}.\n\n"
    "{one}, the minister of {topic}, met {two} in {city} on {day} to discuss {topic}. "
    "Some {count} people took part in the meeting, which lasted {hours} hours."
)
_FRENCH = (
    "{one} et {two} signent un accord sur {topic} à {city} le {day}.\n\n"
    "{one}, ministre chargé de {topic}, a rencontré {two} à {city} le {day} pour parler de {topic}."
    " Quelque {count} personnes ont participé à la réunion, qui a duré {hours} heures."
)
_SPANISH = (
    "{one} y {two} firman un acuerdo sobre {topic} en {city} el {day}.\n\n"
    "{one}, ministro de {topic}, se reunió con {two} en {city} el {day} para hablar de {topic}. "
    "Unas {count} personas participaron en la reunión, que duró {hours} horas."
)
_TOPICS = "fisheries rail ports water energy trade schools health forests mining".split()
_CITIES = "Oslo Madrid Lisbon Vienna Nairobi Ottawa Lima Tunis Hanoi Accra Quito Doha".split()


def invent_name(draw: random.Random) -> str:
    """A name that nobody bears."""
    return "".join(draw.choices(_SYLLABLES, k=3)).capitalize()


def make_article(identifier: str, text: str, published: str | None = None) -> Article:
    """An article as a reader gives it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(identifier, identifier, text, digest, published=published)


def vary_pages(count: int, words: int) -> Iterator[Article]:
    """Pages of at least so many words, one language after the other, with invented names."""
    bodies: dict[str, list[str]] = {}
    for page in sorted(page for folder in FOLDERS for page in folder.glob("*.txt")):
        text = page.read_text(encoding="utf-8")
        language = likeliest_language(function_word_hits(text)) or "en"
        bodies.setdefault(language, []).append(text)
    languages = sorted(bodies)
    for number in range(count):
        draw = random.Random(number)
        pool = bodies[languages[number % len(languages)]]
        text = draw.choice(pool)
        while len(text.split()) < words:
            text += "\n\n" + draw.choice(pool)
        text += f"\n\n{invent_name(draw)} {invent_name(draw)}, {number}."  # Arabic has no capitals
        names: dict[str, str] = {}
        yield make_article(
            f"{number:06}.txt",
            _NAME.sub(lambda m: names.setdefault(m.group(), invent_name(draw)), text),  # noqa: B023
        )


def invent_events(count: int) -> Iterator[Article]:
    """Short reports, three to an event and each in another language, over a year of days."""
    for number in range(count):
        draw = random.Random(number // 3)
        day = draw.randrange(1, 28)
        month = draw.randrange(1, 13)
        facts = {
            "one": f"{invent_name(draw)} {invent_name(draw)}",
            "two": f"{invent_name(draw)} {invent_name(draw)}",
            "city": draw.choice(_CITIES),
            "topic": draw.choice(_TOPICS),
            "count": draw.randrange(20, 900),
            "hours": draw.randrange(2, 9),
            "day": f"{day:02}/{month:02}/2024",
        }
        text = (_ENGLISH, _FRENCH, _SPANISH)[number % 3].format(**facts)
        yield make_article(f"{number:06}.txt", text, f"2024-{month:02}-{day:02}")
