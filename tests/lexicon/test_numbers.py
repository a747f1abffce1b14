from __future__ import annotations

import pytest

from briefing.lexicon.aligned import TOKEN, align
from briefing.lexicon.numbers import qualifiers, read_number

WORDS = [
    ("en", "one hundred and twenty-three", 123),
    ("en", "two thousand five hundred", 2500),
    ("fr", "vingt-huit", 28),
    ("fr", "vingt et un", 21),
    ("fr", "soixante et onze", 71),
    ("fr", "quatre-vingt-dix-huit mille deux cent", 98200),
    ("fr", "cinq cent mille", 500_000),
    ("es", "treinta y uno", 31),
    ("es", "doscientas", 200),
    ("es", "mil doscientos cincuenta y tres", 1253),
    ("de", "achtundzwanzig", 28),
    ("de", "zweihundertfünfzig", 250),
    ("de", "dreitausend", 3000),
    ("it", "ventotto", 28),
    ("it", "duecentocinquanta", 250),
    ("it", "tremila", 3000),
    ("pt", "cento e vinte e três", 123),
    ("de", "zwölfhundert", 1200),
    ("nl", "twaalfhonderd", 1200),
    ("nl", "achtentwintig", 28),
    ("nl", "drieëntwintig", 23),
    ("ar", "خمسة وعشرون", 25),
    ("ar", "أحد عشر", 11),
    ("ar", "مئة وخمسة وعشرين", 125),
]


@pytest.mark.parametrize(("language", "words", "value"), WORDS)
def test_number_words_are_read_whole(language: str, words: str, value: int) -> None:
    tokens = TOKEN.findall(align(words).text)
    assert read_number(tokens, 0, language) == (value, len(tokens))


def test_two_numbers_are_not_joined() -> None:
    assert read_number(["four", "five"], 0, "en") == (4, 1)
    assert read_number(["twenty", "people"], 0, "en") == (20, 1)
    assert read_number(["people"], 0, "en") == (0, 0)


def test_qualifiers_name_what_the_model_knows() -> None:
    assert set(qualifiers().values()) == {"about", "at least", "at most"}
    assert qualifiers()["ما لا يقل عن"] == "at least"
