"""The lists of speech words keep apart what the search for speakers tells apart."""

from __future__ import annotations

from briefing.lexicon import speech
from briefing.lexicon.folding import fold


def test_entries_are_folded_tokens() -> None:
    for words in (speech.SAYING, speech.STATEMENTS, speech.THEY, speech.MALE_FORMS):
        assert all(fold(word) == word and " " not in word for word in words)


def test_verbs_of_saying_are_no_function_words() -> None:
    function_words = speech.HE | speech.SHE | speech.THEY | speech.PREPOSITIONS
    assert not speech.SAYING & (function_words | speech.INDEFINITE | speech.COMPLEMENTIZERS)


def test_forms_of_address_tell_men_from_women() -> None:
    assert not speech.MALE_FORMS & speech.FEMALE_FORMS
    assert not speech.MALE_ARTICLES & speech.FEMALE_ARTICLES
