from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.training.corpus import (
    Sentence,
    clean,
    detokenise,
    draw,
    is_misread,
    join,
    read_tokens,
    swap_names,
    to_sentence,
    usable,
    vary,
)
from briefing.training.inventing import Inventor, Parts


def surfaces(sentence: Sentence) -> list[tuple[str, str]]:
    return [(sentence.text[s:e], label) for s, e, label in sentence.spans]


def test_token_files_are_read_with_quotes_and_brackets_as_pages_write_them(tmp_path: Path) -> None:
    path = tmp_path / "xx.conll"
    path.write_text("-LRB-\tO\nOslo\tB-LOC\n\n``\tO\n", encoding="utf-8")
    assert list(read_tokens(path)) == [[("(", "O"), ("Oslo", "B-LOC")], [('"', "O")]]


def test_tokens_are_glued_as_pages_glue_them() -> None:
    words = ["Le", "maire", "d'", "Oslo", "(", "Odile", ")", ",", "qu'", "il", "l’", "Arno", "."]
    assert detokenise(words)[0] == "Le maire d'Oslo (Odile), qu'il l’Arno."


def test_bio_tags_become_character_spans() -> None:
    tokens = [("Odile", "B-PER"), ("Holm", "I-PER"), ("Oslo", "B-LOC"), ("FC", "I-ORG")]
    assert surfaces(to_sentence(tokens, "en")) == [
        ("Odile Holm", "PER"),
        ("Oslo", "LOC"),
        ("FC", "ORG"),
    ]


def test_titles_and_stray_marks_leave_the_names() -> None:
    text = "Prime Minister Odile Holm met Oslo, today."
    sentence = Sentence(text, ((0, 25, "PER"), (30, 35, "LOC")), "en")
    assert surfaces(clean(sentence, ())) == [("Odile Holm", "PER"), ("Oslo", "LOC")]


def test_a_country_is_a_place_even_when_it_acts() -> None:
    sentence = Sentence("Norway said no.", ((0, 6, "ORG"),), "en")
    assert surfaces(clean(sentence, {"norway"})) == [("Norway", "LOC")]


def test_misread_lines_are_told_by_words_nobody_knows() -> None:
    known = {"the", "council", "met", "again"}
    assert not is_misread("The council met again", "en", known)
    assert is_misread("tbe couneil rnet agaiu", "en", known)


def test_unusable_sentences_are_left_out() -> None:
    good = Sentence("the council met again in Oslo", ((25, 29, "LOC"),), "en")
    bad = Sentence("tbe couneil rnet agaiu in Oslo", ((26, 30, "LOC"),), "en")
    known = {"the", "council", "met", "again", "in"}
    assert usable([good, bad], known, random.Random(1)) == [good]


def test_a_sample_is_seeded_and_bounded() -> None:
    sentences = [Sentence(f"one two three {n}", (), "en") for n in range(100)]
    sample = draw(sentences, 40, random.Random(3))
    assert sample == draw(sentences, 40, random.Random(3))
    assert len(sample) == 10


PARTS = Parts(
    people=((("Wilhelmina", "Bo"), ("Vandersloot", "Li")),),
    arabs=((("سمير", "ليلى"), ("الهاشمي", "قاسم")),),
    towns=("Lindholm",),
    arabic_towns=("طبرقة",),
)


def spans(text: str, **names: str) -> tuple[tuple[int, int, str], ...]:
    found = [(text.index(n), n, label) for label, n in names.items()]
    return tuple((at, at + len(n), label.rstrip("_")) for at, n, label in sorted(found))


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_variants_keep_labels_on_the_names_in_their_place(seed: int) -> None:
    text = "L'envoyée Odile Holm de la Ligue des Phares est à Oslo."
    sentence = Sentence(
        text, spans(text, PER="Odile Holm", ORG="Ligue des Phares", LOC="Oslo"), "fr"
    )
    variant = vary(sentence, Inventor(random.Random(seed), PARTS), {"norvège"})
    between = [variant.text[a:b] for (_, a, _), (b, _, _) in pairwise(variant.spans)]
    assert [label for *_, label in variant.spans] == ["PER", "ORG", "LOC"]
    assert [x.casefold() for x in between] == [" de la ", " est à "]
    assert variant.text.casefold().endswith(surfaces(variant)[-1][0].casefold() + ".")


def test_a_surname_alone_is_that_of_the_full_name_before_it() -> None:
    text = "Odile Holm came; Holm left."
    sentence = Sentence(text, ((0, 10, "PER"), (17, 21, "PER")), "en")
    for seed in range(40):
        full, short = (
            n for n, _ in surfaces(swap_names(sentence, Inventor(random.Random(seed), PARTS), ()))
        )
        if full != "Odile Holm" and short != "Holm":
            assert full.endswith(short)


def test_countries_and_small_words_are_rarely_swapped() -> None:
    text = "norway and Norway"
    sentence = Sentence(text, ((0, 6, "LOC"), (11, 17, "LOC")), "en")
    swapped = [
        swap_names(sentence, Inventor(random.Random(seed), PARTS), {"norway"}).text
        for seed in range(200)
    ]
    assert all(text.startswith("norway and ") for text in swapped)
    assert sum(text.endswith("Norway") for text in swapped) > 150


@pytest.mark.parametrize("size", [1, 3])
def test_joined_passages_hold_all_sentences(size: int) -> None:
    sentences = [Sentence("Oslo slept.", ((0, 4, "LOC"),), "en")] * 5
    passages = list(join(sentences, size))
    assert sum(len(p.spans) for p in passages) == 5
    assert {name for p in passages for name, _ in surfaces(p)} == {"Oslo"}
