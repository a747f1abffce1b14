"""Wordings of one quotation: cut, reworded, split, put into another language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.briefs.drift import Wording, tell_variants
from briefing.lexicon.folding import fold
from briefing.model import Citation, Drift, QuoteVariant, WordEdit

FULL = "We will count every boat that comes home, and every crate"


def _wording(article: str, *parts: str, language: str = "en") -> Wording:
    places = (Citation(article, 100 * at, 100 * at + len(p)) for at, p in enumerate(parts))
    return Wording(language, tuple(zip(parts, places, strict=True)))


def _tell(*wordings: Wording) -> list[tuple[Drift, str, tuple[WordEdit, ...]]]:
    return [(v.drift, v.text, v.edits) for v in tell_variants(wordings)]


def test_the_same_words_elsewhere_are_no_other_wording() -> None:
    loud = _wording("b", "we will COUNT every boat that comes home – and every crate!")
    assert _tell(_wording("a", FULL), loud) == []


def test_a_cut_quotation_says_what_it_leaves_out() -> None:
    cut = "every boat that comes home"
    edits = (WordEdit("We will count", ""), WordEdit("and every crate", ""))
    assert _tell(_wording("a", FULL), _wording("b", cut)) == [(Drift.CUT, cut, edits)]


def test_a_reworded_quotation_says_what_stands_instead() -> None:
    other = "We shall count every boat that comes home, and every crate"
    assert _tell(_wording("a", FULL), _wording("b", other)) == [
        (Drift.REWORDED, other, (WordEdit("will", "shall"),))
    ]


def test_more_words_are_told_as_such() -> None:
    longer = FULL + " of eels"
    assert _tell(_wording("a", FULL), _wording("b", longer)) == [
        (Drift.LONGER, longer, (WordEdit("", "of eels"),))
    ]


def test_a_translation_is_set_beside_and_its_own_cut_compared_with_it() -> None:
    french = "Nous compterons chaque bateau qui rentre"
    cut = "chaque bateau qui rentre"
    assert _tell(
        _wording("a", FULL),
        _wording("b", french, language="fr"),
        _wording("c", cut, language="fr"),
    ) == [
        (Drift.TRANSLATED, french, ()),
        (Drift.CUT, cut, (WordEdit("Nous compterons", ""),)),
    ]


def test_a_split_quotation_goes_on_and_is_compared_as_a_whole() -> None:
    split = _wording("a", "We will count every boat that comes home,", "and every crate")
    (rest,) = tell_variants([split, _wording("b", FULL)])
    assert rest == QuoteVariant(
        Drift.CONTINUED, "and every crate", "en", (Citation("a", 100, 115),)
    )
    (_, cut) = tell_variants([split, _wording("b", "We will count every boat that comes home")])
    assert (cut.drift, cut.edits) == (Drift.CUT, (WordEdit("and every crate", ""),))


def test_one_wording_in_two_places_is_told_once() -> None:
    cut = "every boat that comes home"
    (told,) = tell_variants([_wording("a", FULL), _wording("b", cut), _wording("c", cut)])
    assert [c.article for c in told.citations] == ["b", "c"]


def test_very_long_quotations_are_told_apart_without_edits() -> None:
    long = "boat " * 300
    ((drift, _, edits),) = _tell(_wording("a", long + "home"), _wording("b", long + "away"))
    assert (drift, edits) == (Drift.REWORDED, ())


@given(st.lists(st.lists(st.sampled_from("we count every boat at home".split()), min_size=1)))
def test_every_wording_is_told_once(lists: list[list[str]]) -> None:
    wordings = [_wording(str(n), " ".join(words)) for n, words in enumerate([["we"], *lists])]
    told = tell_variants(wordings)
    assert {fold(v.text) for v in told} == {fold(w.text) for w in wordings} - {"we"}
    assert len({fold(v.text) for v in told}) == len(told)
