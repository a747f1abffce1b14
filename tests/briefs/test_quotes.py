"""One utterance is one quotation, whatever was cut or translated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.briefs import quotes
from briefing.briefs.material import gather
from briefing.briefs.quotes import collect_quotes, group_quotes
from briefing.model import BriefQuote, Document, Quote, Span
from tests.briefs.corpus import find_entities, make_event
from tests.builders import build_document, spans_of


def _saying(identifier: str, words: str, *, language: str = "en", before: str = "") -> Document:
    """A page on which Roe says some words."""
    text = f"Talks end\n{before}Ada Roe met the press in Port Alva and said: “{words}”"
    document = build_document(
        identifier, text, language=language, people=["Ada Roe"], quotes={words: "Ada Roe"}
    )
    start = text.index("Ada Roe")
    span = Span(start, start + len("Ada Roe"))
    return replace(document, quotes=tuple(replace(q, speaker_span=span) for q in document.quotes))


def _collect(*documents: Document) -> tuple[BriefQuote, ...]:
    by_id = {d.article.id: d for d in documents}
    material = gather(make_event(by_id), by_id, find_entities(by_id))
    return collect_quotes(material, {name: n for n, name in enumerate(sorted(by_id), start=1)})


def test_the_same_words_are_one_quotation() -> None:
    one = _saying("a", "We will count every boat")
    two = _saying("b", "we will count every boat")
    (quote,) = _collect(one, two)
    assert quote.speaker == "Ada Roe"
    assert [c.article for c in quote.citations] == ["a", "b"]


def test_a_cut_quotation_is_shown_whole() -> None:
    (quote,) = _collect(
        _saying("a", "count every boat that comes"),
        _saying("b", "We will count every boat that comes home"),
    )
    assert quote.text == "We will count every boat that comes home"
    assert [c.article for c in quote.citations] == ["b", "a"]


def test_a_translation_is_joined_only_if_nothing_else_could_be_meant() -> None:
    english = _saying("a", "We will count every boat that comes home")
    french = _saying("b", "Nous compterons tous ceux qui rentrent", language="fr")
    other = _saying("b", "Oui", language="fr")
    assert len(_collect(english, french)) == 1
    assert [q.language for q in _collect(english, other)] == ["en"]
    text = french.article.text
    more = Quote(0, len("Talks end"), text[: len("Talks end")], None)
    twice = replace(
        french,
        quotes=(
            *french.quotes,
            replace(french.quotes[0], start=french.quotes[0].start + 5, text="x"),
            more,
        ),
    )
    assert len(_collect(english, twice)) > 1


def test_two_sayings_in_one_language_stay_two() -> None:
    one = _saying("a", "We will count every boat that comes home")
    two = _saying("b", "The harbour is the heart of this old town")
    assert len(_collect(one, two)) == 2


def test_a_term_in_quotation_marks_is_no_quotation() -> None:
    assert _collect(_saying("a", "the desk")) == ()


def test_the_most_widely_carried_stand_first() -> None:
    found = _collect(
        _saying("a", "The harbour is the heart of this old town"),
        _saying("b", "We will count every boat that comes home", before="Long ago it was. "),
        _saying("c", "We will count every boat that comes home", before="Now it rains here. "),
    )
    assert found[0].text.startswith("We will count")


def test_shared_quotations_are_known_by_their_places() -> None:
    documents = {d.article.id: d for d in (_saying("a", "Count every last boat"),)}
    material = gather(make_event(documents), documents, find_entities(documents))
    assert group_quotes(material) == ()
    documents["b"] = _saying("b", "count every last boat")
    material = gather(make_event(documents), documents, find_entities(documents))
    (places,) = group_quotes(material)
    assert [c.article for c in places] == ["a", "b"]


def test_quotations_of_a_large_event_are_joined_in_few_comparisons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Twice the sayings may cost four times the comparisons, never eight."""
    calls = 0

    def count(words: str) -> frozenset[str]:
        nonlocal calls
        calls += 1
        return frozenset({words})

    monkeypatch.setattr(quotes, "_notions", count)

    def cost(number: int) -> int:
        nonlocal calls
        calls = 0
        quotes._join(
            [
                quotes.Saying(
                    number=n,
                    article=f"{n // 2:03}.txt",
                    language="en" if n % 4 < 2 else "fr",
                    start=0,
                    end=50,
                    words=f"word {n} of a quotation that is long enough to count",
                    folded=f"word {n} of a quotation that is long enough to count",
                    speaker=None,
                    entity=None,
                    position=0,
                    is_preview=False,
                )
                for n in range(number)
            ]
        )
        return calls

    assert cost(80) <= 5 * cost(40)


def test_the_halves_of_a_split_quotation_are_one() -> None:
    text = "Talks end\n“A ship does not care,” Ada Roe said, “but a captain may well do so.”"
    document = build_document("a", text, people=["Ada Roe"])
    span = spans_of(text, "Ada Roe")[0]
    halves = ("A ship does not care", "but a captain may well do so.")
    sayings = tuple(
        Quote(text.index(w), text.index(w) + len(w), w, "Ada Roe", Span(*span)) for w in halves
    )
    (quote,) = _collect(replace(document, quotes=sayings))
    assert quote.text == halves[0]
    assert [c.start for c in quote.citations] == [text.index(w) for w in halves]


def test_two_phrases_of_one_sentence_are_no_halves() -> None:
    text = (
        "Talks end\n“A ship does not care,” Ada Roe said of owners who “always count their crew”."
    )
    document = build_document("a", text, people=["Ada Roe"])
    span = spans_of(text, "Ada Roe")[0]
    phrases = ("A ship does not care", "always count their crew")
    sayings = tuple(
        Quote(text.index(w), text.index(w) + len(w), w, "Ada Roe", Span(*span)) for w in phrases
    )
    assert [q.text for q in _collect(replace(document, quotes=sayings))] == list(phrases)


def test_reworded_sayings_of_one_person_are_one() -> None:
    one = _saying("a", "We will count every boat that comes home")
    two = _saying("b", "We will count every single boat that comes back home")
    assert len(_collect(one, two)) == 1
