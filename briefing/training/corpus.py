"""Labelled sentences: reading, cleaning, sampling and varying them.

Invariant: a sentence is text as a page would show it, with character spans; its labels follow one
convention whatever set it came from (no titles in names of people, countries are places).
"""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.analysis.wordclasses import lookup_form
from briefing.training.inventing import Inventor

LABELS = frozenset({"PER", "LOC", "ORG"})
MISREAD_SHARE = {"fr": 0.15, "it": 0.25, "nl": 0.3}
"""Unknown words borne in a sentence; more where the tables are thin."""
USUAL_MISREAD_SHARE = 0.12
KEPT_TWEETS = 0.3
SWAPPED = 0.7
"""Share of the names of a sentence that are swapped where any are."""
KEPT_COUNTRIES = 0.9
_TWEET = re.compile(r"TURLURL|@\w|^RT\b|#\w|http")
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%»”’") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m"}
_NO_SPACE_AFTER = frozenset("([{«“‘")
_CLITIC = re.compile(
    r"(?:^|\W)(?:[dlcjmnst]|qu|jusqu|lorsqu|puisqu|un|dell|all|dall|nell|sull|quell|quest|bell|sant)['’]$",
    re.IGNORECASE,
)
_TREEBANK = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"', "-LSB-": "[", "-RSB-": "]"}
_TITLES = re.compile(
    r"(?:(?:Vice |Deputy |Acting |Former |Prime |Foreign |Defense |Interior |Finance |Justice )*"
    r"(?:President|Minister|Secretary|Senator|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|General|Gen\.|Gov\.|Sen\.|Rep\."
    r"|Governor|Colonel|Col\.|Lieutenant|Captain|Ambassador|Chancellor|Premier|Judge|Justice|Professor"
    r"|Presidente|Señor|Sr\.|Sra\.|M\.|Mme|MM\.|Herr|Frau|Senhor|Dom|Signor|Signora|On\.) )+(?=\w)"
)
_EDGES = " ,;:!?\"'’”“«»()[]„"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with the (start, end, label) of its names."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    language: str


Tokens = Sequence[tuple[str, str]]


def read_tokens(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The (token, BIO) sentences of a file; quotes and brackets as pages write them."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pairs = [line.split("\t")[:2] for line in block.split("\n") if "\t" in line]
        if pairs:
            yield [(_TREEBANK.get(word, word), tag) for word, tag in pairs]


def detokenise(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of the tokens, glued as pages glue them, and each token's range in it."""
    text, ranges = "", []
    for number, word in enumerate(words):
        before = words[number - 1] if number else ""
        is_glued = word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER or _CLITIC.search(before)
        text += "" if is_glued or not number else " "
        ranges.append((len(text), len(text) + len(word)))
        text += word
    return text, ranges


def spans_of(tags: Sequence[str], ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """The names that BIO tags mark, as character ranges."""
    found: list[tuple[int, int, str]] = []
    is_open = False
    for tag, (start, end) in zip(tags, ranges, strict=True):
        label = tag[2:]
        if tag.startswith("I-") and is_open and found[-1][2] == label:
            found[-1] = (found[-1][0], end, label)
        elif label in LABELS:
            found.append((start, end, label))
        is_open = label in LABELS
    return found


def to_sentence(tokens: Tokens, language: str) -> Sentence:
    """A token sentence as text with spans, unchanged in what it labels."""
    text, ranges = detokenise([word for word, _ in tokens])
    return Sentence(text, tuple(spans_of([tag for _, tag in tokens], ranges)), language)


def clean(sentence: Sentence, countries: Collection[str]) -> Sentence:
    """The sentence under our convention: titles and stray marks cut, countries are places."""
    spans = []
    for start, end, label in sentence.spans:
        words = sentence.text[start:end]
        title = _TITLES.match(words) if label == "PER" else None
        first = start + (title.end() if title else 0)
        first += len(sentence.text[first:end]) - len(sentence.text[first:end].lstrip(_EDGES))
        last = first + len(sentence.text[first:end].rstrip(_EDGES))
        if first < last:
            is_country = label == "ORG" and sentence.text[first:last].lower() in countries
            spans.append((first, last, "LOC" if is_country else label))
    return replace(sentence, spans=tuple(spans))


def is_misread(text: str, language: str, known: Collection[str]) -> bool:
    """Whether too many plain words are in no table: the marks of bad OCR."""
    share = MISREAD_SHARE.get(language, USUAL_MISREAD_SHARE)
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 2 and w.islower()]  # noqa: PLR2004 - not a letter
    strange = sum(lookup_form(w) not in known for w in words)
    return not words or strange > share * len(words)


def usable(
    sentences: Sequence[Sentence], known: Collection[str], generator: random.Random
) -> list[Sentence]:
    """The sentences worth learning from: misread ones left out, tweets thinned."""
    kept = []
    for sentence in sentences:
        is_tweet = bool(_TWEET.search(sentence.text))
        if is_tweet and generator.random() > KEPT_TWEETS:
            continue
        if sentence.spans or len(sentence.text) > 20:  # noqa: PLR2004 - a short line names nobody
            kept.append(sentence)
    return [s for s in kept if s.language == "ar" or not is_misread(s.text, s.language, known)]


def draw(sentences: Sequence[Sentence], tokens: int, generator: random.Random) -> list[Sentence]:
    """A random sample of about so many tokens; the whole, shuffled, where there are fewer."""
    order = list(sentences)
    generator.shuffle(order)
    drawn, seen = [], 0
    for sentence in order:
        if seen >= tokens:
            break
        drawn.append(sentence)
        seen += sentence.text.count(" ") + 1
    return drawn


def vary(sentence: Sentence, inventor: Inventor, countries: Collection[str]) -> Sentence:
    """The sentence, or a variant: capitals, title case, curly marks, other names."""
    generator = inventor.generator
    dice = generator.random()
    if dice < 0.04:  # noqa: PLR2004 - a share of variants, as the card says
        upper = sentence.text.upper()
        return replace(sentence, text=upper) if len(upper) == len(sentence.text) else sentence
    if dice < 0.07 and sentence.language in {"en", "es", "fr", "pt", "it"}:  # noqa: PLR2004 - a share of variants, as the card says
        titled = re.sub(
            r"(?<!['’\w])[^\W\d_]{4,}", lambda m: m[0][0].upper() + m[0][1:], sentence.text
        )
        return replace(sentence, text=titled) if len(titled) == len(sentence.text) else sentence
    if dice < 0.40:  # noqa: PLR2004 - a share of variants, as the card says
        sentence = swap_names(sentence, inventor, countries)
    if generator.random() < 0.5:  # noqa: PLR2004 - a share of variants, as the card says
        sentence = replace(sentence, text=sentence.text.replace("'", "’"))
    return sentence


def swap_names(sentence: Sentence, inventor: Inventor, countries: Collection[str]) -> Sentence:
    """The sentence with invented names in place of most of its own.

    Countries mostly stay, and so does what a common word or a lower-case one names.
    """
    text, spans, shift = sentence.text, [], 0
    surnames: dict[str, str] = {}
    for start, end, label in sentence.spans:
        words = sentence.text[start:end]
        new = words
        if inventor.generator.random() < SWAPPED and _is_plain(words):
            new = _invented(words, label, sentence.language, inventor, countries, surnames)
        text = text[: start + shift] + new + text[end + shift :]
        spans.append((start + shift, start + shift + len(new), label))
        shift += len(new) - len(words)
    return replace(sentence, text=text, spans=tuple(spans))


def _is_plain(words: str) -> bool:
    return len(words) > 1 and (words[0].isupper() or words[0] >= "\u0600")


def _invented(
    words: str,
    label: str,
    language: str,
    inventor: Inventor,
    countries: Collection[str],
    surnames: dict[str, str],
) -> str:
    if label == "PER":
        if " " not in words:
            return surnames.get(words) or inventor.person(language)[1]
        full, surname = inventor.person(language)
        surnames[words.rsplit(maxsplit=1)[-1]] = surname
        return full
    if label == "ORG":
        return (
            inventor.acronym() if words.isupper() and words.isascii() else inventor.body(language)
        )
    is_country = words.lower() in countries and inventor.generator.random() < KEPT_COUNTRIES
    is_headed = " " in words or words.isupper()
    return words if is_country or is_headed else inventor.place(language)


def join(sentences: Sequence[Sentence], size: int) -> Iterator[Sentence]:
    """Passages of up to `size` sentences of one language, as the blocks of a page are."""
    for first in range(0, len(sentences), size):
        text, spans = "", []
        for sentence in sentences[first : first + size]:
            text += " " if text else ""
            spans += [(s + len(text), e + len(text), label) for s, e, label in sentence.spans]
            text += sentence.text
        yield Sentence(text, tuple(spans), sentences[first].language)
