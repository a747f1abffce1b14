from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Document, Figure, Span
from briefing.tui.catalogue import build_catalogue
from briefing.tui.matching import Matcher, build_matcher
from tests.builders import build_document, spans_of
from tests.tui.sample import build_corpus

ENGLISH = """Bridge of Karvel opens
Mira Olsen opened the bridge in Karvel. The bridge cost 31 million crowns.
Nobody spoke. A second bridge is planned.
"""
FRENCH = """Le pont de Karvel inauguré
Le chantier a coûté 31 millions de couronnes. Mira Olsen a inauguré le pont à Karvel.
"""


def build_pages() -> tuple[Document, Document]:
    figures = [
        Figure(*spans_of(text, words)[0], words, 31e6, "SEK")
        for text, words in ((ENGLISH, "31 million crowns"), (FRENCH, "31 millions de couronnes"))
    ]
    who, where = ("Mira Olsen",), ("Karvel",)
    return (
        build_document("a.txt", ENGLISH, people=who, places=where, figures=figures[:1]),
        build_document(
            "b.txt", FRENCH, language="fr", people=who, places=where, figures=figures[1:]
        ),
    )


def by_words(documents: tuple[Document, ...]) -> Matcher:
    texts = {d.article.id: d.article.text for d in documents}
    return build_matcher(documents, lambda c: texts[c.article][c.start : c.end])


def matched(matcher: Matcher, words: str) -> str:
    sentence = matcher.sentence_at("a.txt", ENGLISH.index(words))
    assert sentence
    span = matcher.match("a.txt", sentence, "b.txt")
    return FRENCH[span.start : span.end] if span else ""


def test_names_and_figures_find_the_sentence_in_another_language() -> None:
    matcher = by_words(build_pages())
    assert matched(matcher, "Mira Olsen") == "Mira Olsen a inauguré le pont à Karvel."
    assert matched(matcher, "The bridge cost") == "Le chantier a coûté 31 millions de couronnes."


def test_what_only_one_source_says_has_no_match() -> None:
    assert matched(by_words(build_pages()), "Nobody spoke") == ""


def test_a_sentence_that_names_nothing_matches_nothing() -> None:
    matcher = build_matcher(build_pages(), lambda _: None)
    assert matched(matcher, "Nobody spoke") == ""


def test_before_the_first_sentence_stands_the_first() -> None:
    matcher = by_words(build_pages())
    sentence = matcher.sentence_at("a.txt", 0)
    assert sentence
    assert sentence.start == 0
    assert matcher.sentence_at("unknown", 0) is None


@given(st.integers(0, 400))
def test_a_match_is_a_sentence_of_the_other_source(offset: int) -> None:
    catalogue = build_catalogue(build_corpus())
    documents = [catalogue.documents[a] for a in ("a.txt", "b.txt")]
    matcher = build_matcher(documents, catalogue.entity_id_at)
    sentence = matcher.sentence_at("a.txt", offset)
    assert sentence
    span = matcher.match("a.txt", sentence, "b.txt")
    assert span is None or span in {Span(s.start, s.end) for s in matcher.sentences["b.txt"]}
