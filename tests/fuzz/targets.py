"""What is fuzzed, and what must hold of whatever comes in.

Invariant: a target raises `Broken` (or lets the program's own error through) where something does
not hold, and otherwise says how many inputs were taken and how many rejected.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from briefing.analysis.document import analyse, label_article
from briefing.cli.terminal import Column, Terminal
from briefing.errors import VerificationError
from briefing.exporters.records import analyse_record
from briefing.exporters.verification import verify
from briefing.lexicon.citing import hash_text
from briefing.model import (
    Article,
    DateMention,
    Document,
    Figure,
    GroupedCorpus,
    Label,
    Mention,
    Passage,
    Quote,
    Rejection,
)
from briefing.pipeline import compose_brief, resolve_entities
from briefing.plugins import EXPORTERS, Exporter, Reader
from briefing.readers.decoding import MAX_ARTICLE_CHARACTERS
from briefing.readers.sniffing import load_readers, read_bytes
from tests.fuzz.files import valid_files
from tests.fuzz.mutating import break_bytes, break_file, hostile_bytes
from tests.fuzz.texts import hostile_story, hostile_text

_BROKE = "broke its reader"
_VERIFIED = frozenset({"markdown", "json"})
_CITED = re.compile(r"\[\^1\]|\"citations\": \[\{")
"""A page of nothing but furniture has a brief without a citation, which the verifier reports."""

_LABELLED = 20_000
"""Characters of an article that is labelled too: longer ones come from repeats alone."""

_MOST_LABELLED = 3
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


class Broken(AssertionError):
    """Something that must hold of every input did not."""


class Taken(NamedTuple):
    """How many articles came of an input, and how many refusals."""

    articles: int
    rejections: int


def expect(holds: bool, words: str) -> None:
    """Raise `Broken` with the words unless the condition holds."""
    if not holds:
        raise Broken(words)


def read_a_file(draw: Random) -> Taken:
    """A file of any format, broken, or bytes that are none: read, and its pages labelled."""
    files = valid_files()
    name = draw.choice(list(files))
    raw = break_file(name, files[name], draw) if draw.randrange(8) else hostile_bytes(draw)
    if draw.randrange(4) == 0:
        name = draw.choice(["page", "../../page.txt", "a\x1b[31m.html", draw.choice(list(files))])
    found = list(read_bytes(_readers(), raw, name, name))
    articles = [a for a in found if isinstance(a, Article)]
    rejections = [r for r in found if isinstance(r, Rejection)]
    expect(bool(found), "neither an article nor a rejection")
    for rejection in rejections:
        expect(_BROKE not in rejection.reason, rejection.reason)
    for article in articles:
        check_article(article)
    for article in articles[:_MOST_LABELLED]:
        if len(article.text) <= _LABELLED:
            check_blocks(label_article(article))
    check_shown(terminal_lines(articles, rejections))
    return Taken(len(articles), len(rejections))


def analyse_a_page(draw: Random) -> Taken:
    """A hostile page: labelled, and everything found in it that one page can tell."""
    article = make_article("page.txt", hostile_text(draw))
    document = analyse(article, CapitalTagger())
    check_blocks(document.article)
    check_document(document)
    json.dumps(analyse_record(document, {}))
    return Taken(1, 0)


def export_a_brief(draw: Random) -> Taken:
    """Hostile pages of one story: grouped, briefed, exported and verified."""
    texts = hostile_story(draw)
    pages = [make_article(f"p{n}\u202e.txt", text) for n, text in enumerate(texts)]
    documents = [analyse(page, CapitalTagger()) for page in pages]
    corpus = group(documents)
    expect(sum(len(e.articles) for e in corpus.events) == len(pages), "grouping is no partition")
    opened = {page.path: page for page in pages}
    for event in corpus.events[:2]:
        brief = compose_brief(corpus, event)
        for name, exporter in _exporters().items():
            text = exporter.export(brief, {d.article.id: d for d in documents}, "")
            check_shown(text.replace("\r\n", "\n"))  # calendars end their lines so
            if name in _VERIFIED and _CITED.search(text):
                wrong = verify(text, opened.get)
                expect(not wrong, f"a fresh {name} brief does not hold: {wrong[:1]}")
                verify_damaged(text, opened, draw)
    return Taken(len(pages), 0)


def verify_damaged(text: str, opened: Mapping[str, Article], draw: Random) -> None:
    """A damaged brief is told from a whole one without a fault of the program's."""
    damaged = break_bytes(text.encode(), draw).decode("utf-8", "replace")
    try:
        verify(damaged, opened.get)
    except VerificationError:
        return


TARGETS: Mapping[str, tuple[Callable[[Random], Taken], int]] = {
    "readers, block labeller": (read_a_file, 82),
    "labeller, analysis": (analyse_a_page, 14),
    "grouping, briefs, exporters": (export_a_brief, 4),
}
"""By its name, a target and its share of the cases in per cent."""


class CapitalTagger:
    """Takes runs of capitalised words for names, of a kind that their letters choose."""

    name = "capitals"
    _run = re.compile(r"[^\W\d_]\w+(?: [^\W\d_]\w+){0,3}")
    _labels = tuple(Label)

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        """Mentions of each passage."""
        return [tuple(self._names(passage.text)) for passage in passages]

    def _names(self, text: str) -> Iterable[Mention]:
        for match in self._run.finditer(text):
            if match.group()[0].isupper():
                label = self._labels[len(match.group()) % len(self._labels)]
                yield Mention(match.start(), match.end(), match.group(), label)


def make_article(identifier: str, text: str) -> Article:
    """An article as the readers would give it: they let no half of a surrogate pair through."""
    calm = text.encode("utf-8", "replace").decode() or "x"
    return Article(identifier, identifier, calm, hash_text(calm), source="The \x1b[31mQuay")


def group(documents: Sequence[Document]) -> GroupedCorpus:
    """The documents grouped, as the pipeline does."""
    from briefing.events.grouping import group_events

    entities = resolve_entities(documents)
    grouping = group_events(documents, entities)
    return GroupedCorpus(
        documents=tuple(sorted(documents, key=lambda d: d.article.id)),
        entities=entities,
        events=grouping.events,
        storylines=grouping.storylines,
        rejections=(),
    )


def check_article(article: Article) -> None:
    """What every article that a reader gives holds to."""
    expect(bool(article.text.strip()), "an article without words")
    expect(len(article.text) <= MAX_ARTICLE_CHARACTERS, "an article that is too long")
    expect(hash_text(article.text) == article.sha256, "a hash of something else")
    article.text.encode()  # half a surrogate pair could be neither shown nor stored
    declared = (article.id, article.headline, article.source, article.published, article.language)
    for words in declared:
        (words or "").encode()


def check_blocks(article: Article) -> None:
    """Blocks are sorted, do not overlap and hold all that is not white space."""
    at, left = 0, []
    for block in article.blocks:
        expect(at <= block.start < block.end <= len(article.text), "blocks overlap or lie outside")
        left.append(article.text[at : block.start])
        at = block.end
    left.append(article.text[at:])
    expect(not "".join(left).strip(), "words in no block")


def check_document(document: Document) -> None:
    """All ranges lie in the text and say what stands there; mentions do not overlap."""
    text = document.article.text
    ranges: list[Mention | DateMention | Figure | Quote] = [*document.mentions, *document.dates]
    ranges += [*document.figures, *document.quotes]
    for found in ranges:
        expect(0 <= found.start < found.end <= len(text), "a range outside the text")
        expect(text[found.start : found.end] == found.text, "a range that says something else")
    ends = [0, *(mention.end for mention in document.mentions)]
    starts = [mention.start for mention in document.mentions]
    expect(all(e <= s for e, s in zip(ends, starts, strict=False)), "mentions overlap")
    for sentence in document.sentences:
        expect(0 <= sentence.start < sentence.end <= len(text), "a sentence outside the text")


def check_shown(text: str) -> None:
    """No character that could steer a terminal, a line feed apart."""
    for character in set(text) - {"\n", "\t"}:
        is_control = unicodedata.category(character) in {"Cc", "Cs"}
        expect(not is_control and character not in _STEERING, f"{character!r} gets through")


def terminal_lines(articles: Sequence[Article], rejections: Sequence[Rejection]) -> str:
    """What the command line shows of the articles and rejections."""
    out, err = io.StringIO(), io.StringIO()
    terminal = Terminal(out, err)
    rows = [(a.id, a.headline or "", a.source or "", a.published or "") for a in articles[:20]]
    columns = [Column(name) for name in ("article", "headline", "source", "published")]
    terminal.write_table(columns, rows)
    terminal.say_rejected(rejections[:20])
    return out.getvalue() + err.getvalue()


@cache
def _readers() -> list[Reader]:
    return load_readers()


@cache
def _exporters() -> dict[str, Exporter]:
    return {name: EXPORTERS.load(name)() for name in EXPORTERS.builtin}
