"""Folding keeps words whole in scripts whose vowels are signs."""

from __future__ import annotations

from briefing.lexicon.folding import WORD, fold


def test_marks_of_latin_words_fall_away() -> None:
    assert fold("Le360 – l’État__x") == "le360 l etat x"


def test_vowel_signs_are_part_of_the_word() -> None:
    assert [m.group() for m in WORD.finditer("शहर में बैठक हुई।")] == ["शहर", "में", "बैठक", "हुई"]
    assert " " not in fold("बैठक")
    assert fold("ภูเก็ต").count(" ") == 0
