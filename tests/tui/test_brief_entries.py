from __future__ import annotations

from briefing.tui.brief_entries import brief_entries, brief_header
from tests.tui.sample import build_corpus, fake_brief


def entries_of(number: int) -> list[tuple[str, tuple[int, ...]]]:
    corpus = build_corpus()
    documents = {d.article.id: d for d in corpus.documents}
    brief = fake_brief(corpus, corpus.events[number])
    return [(e.words, e.numbers) for e in brief_entries(brief, documents)]


def test_sections_stand_in_the_order_of_the_export() -> None:
    corpus = build_corpus()
    documents = {d.article.id: d for d in corpus.documents}
    entries = brief_entries(fake_brief(corpus, corpus.events[0]), documents)
    assert [e.words for e in entries if e.is_heading] == [
        "Bottom line",
        "Who, what, when, where",
        "Agreed",
        "Disputed",
        "Single source",
        "Quotes",
        "Timeline",
        "Next",
        "Gaps",
        "Sources",
    ]


def test_citations_carry_the_numbers_of_their_sources() -> None:
    told = dict(entries_of(0))
    assert told["Mayor Ilse Brandt of Lund signed the accord in Varna on Monday."] == (1, 2)
    assert told["Nobody says how."] == ()


def test_rival_values_are_all_shown() -> None:
    told = dict(entries_of(0))
    assert told["40 million euros"] == (1,)
    assert told["42 millions d’euros"] == (2,)


def test_a_poor_brief_keeps_its_gaps_and_sources() -> None:
    words = [words for words, _ in entries_of(1)]
    assert "No source says why." in words
    assert "Harbour Post · en" in words


def test_the_header_says_what_when_where_and_how_many() -> None:
    corpus = build_corpus()
    assert brief_header(fake_brief(corpus, corpus.events[0])) == (
        "Ostrava and Lund sign harbour accord",
        "7 Apr 2031 · Varna, Bulgaria",
        "3 articles · 3 origins · en, fr, es",
    )
