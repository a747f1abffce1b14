from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.aligned import align, fold_words, tokenize


@given(st.text(max_size=80))
def test_every_folded_character_has_its_place(text: str) -> None:
    aligned = align(text)
    assert len(aligned.offsets) == len(aligned.text) + 1
    assert list(aligned.offsets) == sorted(aligned.offsets)
    assert aligned.offsets[-1] == len(text)


@given(st.text(max_size=80))
def test_tokens_stand_in_order_inside_the_text(text: str) -> None:
    last = 0
    for token in tokenize(text):
        assert last <= token.start < token.end <= len(text)
        last = token.end


def test_marks_digits_and_quotes_fold_without_moving() -> None:
    text = "Le 1er août ٢٠٢٤, l’أَيلُول"
    assert [t.text for t in tokenize(text)] == [
        "le", "1", "er", "aout", "2024", ",", "l", "'", "ايلول",
    ]  # fmt: skip
    assert [text[t.start : t.end] for t in tokenize(text)][3:5] == ["août", "٢٠٢٤"]


def test_a_footnote_mark_is_no_digit() -> None:
    assert tokenize("1200¹")[0].text == "1200"


def test_phrases_fold_as_tokens_do() -> None:
    assert fold_words("Jusqu’à") == "jusqu ' a"
