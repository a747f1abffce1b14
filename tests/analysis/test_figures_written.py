"""Numbers, sums and measures as the eight languages write them, and the noun they count."""

from __future__ import annotations

import pytest

from briefing.analysis.figures import find_figures
from briefing.model import Block, BlockKind, Figure, Qualifier

WRITTEN = [
    ("en", "The scheme is worth 5 lakh rupees.", 500_000, "INR"),
    ("en", "A plan of Rs 12 crore was approved.", 120_000_000, "INR"),
    ("en", "It cost Rs. 500 crore.", 5e9, "INR"),
    ("en", "The yard was sold for A$40m.", 40_000_000, "AUD"),
    ("en", "It cost ₦3 billion.", 3e9, "NGN"),
    ("en", "a quarter of a million people", 250_000, None),
    ("en", "after 4½ years", 4.5, "y"),
    ("en", "a pressure of 950 hectopascals", 950, "hPa"),
    ("fr", "une demi-douzaine de blessés", 6, None),
    ("fr", "un quart de million de personnes", 250_000, None),
    ("es", "un millón y medio de personas", 1_500_000, None),
    ("de", "zweieinhalb Millionen Euro", 2_500_000, "EUR"),
    ("de", "eine halbe Million Euro", 500_000, "EUR"),
    ("de", "eine Viertelmillion Menschen", 250_000, None),
    ("it", "300mila euro", 300_000, "EUR"),
    ("pt", "3 mil milhões de euros", 3e9, "EUR"),
    ("nl", "zo'n honderd mensen", 100, None),
    ("ar", "مليار ونصف المليار دولار", 1.5e9, "USD"),
    ("ar", "نصف مليون شخص", 500_000, None),
]
COUNTED = [
    ("en", "The 24 crew members were saved.", "crew"),
    ("en", "Twenty school bus drivers stayed away.", "drivers"),
    ("en", "Some 200 homes lost power after the gale.", "homes"),
    ("en", "About 200 people trapped underground were reached.", "people"),
    ("fr", "Les 21 membres d'équipage ont quitté le bord.", "equipage"),
    ("es", "Los 21 miembros de la tripulación están a salvo.", "tripulacion"),
]
SHARES = [
    ("en", "One in five voters stayed away.", "One in five", 20.0),
    ("it", "Due su cinque elettori sono rimasti a casa.", "Due su cinque", 40.0),
    ("es", "Cuatro de cada cinco votaron.", "Cuatro de cada cinco", 80.0),
    ("nl", "Vier op de vijf stakers kwamen.", "Vier op de vijf", 80.0),
    ("ar", "صوت أربعة من كل خمسة ناخبين.", "أربعة من كل خمسة", 80.0),
    ("fr", "Elle perd deux tiers des voix.", "deux tiers", 66.7),
    ("de", "Rund drei Viertel der Stimmen fehlen.", "Rund drei Viertel", 75.0),
]
PHRASES = [
    ("en", "They spoke for an hour and a half.", 1.5, "h"),
    ("fr", "Ils ont attendu trois quarts d'heure.", 45.0, "min"),
    ("de", "Es dauerte eine Viertelstunde.", 15.0, "min"),
    ("it", "Dopo mezz'ora tutto era finito.", 0.5, "h"),
    ("nl", "Het duurde drie kwartier.", 45.0, "min"),
    ("ar", "أغلق الجسر ساعتين.", 2.0, "h"),
    ("it", "Un miliardo e trecento milioni di euro.", 1.3e9, "EUR"),
    ("en", "A rise of 25 basis points.", 0.25, "%"),
    ("nl", "Ze won met elf tellen.", 11.0, "s"),
]
NOTHING = [
    ("fr", "Un foyer sur dix attend encore."),
    ("ar", "وقال الوزيران إن البلدين اتفقا."),
]


def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    return find_figures(text, [Block(0, len(text), BlockKind.BODY, language)], ())


@pytest.mark.parametrize(("language", "text", "value", "unit"), WRITTEN)
def test_a_number_is_read_as_it_is_written(
    language: str, text: str, value: float, unit: str | None
) -> None:
    (figure,) = figures_in(text, language)
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(("language", "text", "counted"), COUNTED)
def test_the_head_of_a_phrase_is_counted(language: str, text: str, counted: str) -> None:
    (figure,) = figures_in(text, language)
    assert figure.counted == counted


@pytest.mark.parametrize(("language", "text", "words", "share"), SHARES)
def test_a_ratio_in_words_is_a_round_share(
    language: str, text: str, words: str, share: float
) -> None:
    (figure,) = figures_in(text, language)
    assert (figure.text, figure.value, figure.unit) == (words, share, "%")
    assert figure.qualifier is Qualifier.ABOUT


@pytest.mark.parametrize(("language", "text", "value", "unit"), PHRASES)
def test_a_quantity_in_a_set_phrase_is_read(
    language: str, text: str, value: float, unit: str
) -> None:
    (figure,) = figures_in(text, language)
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit


def test_an_arabic_dual_counts_two_and_a_part_counts_some_of_those_named() -> None:
    assert [f.value for f in figures_in("مقتل شخصين وإصابة طفلين", "ar")] == [2, 2]
    assert [f.value for f in figures_in("Seven of them are in hospital.", "en")] == [7]
    assert [f.counted for f in figures_in("Elf enthielten sich.", "de")] == ["enthielten"]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_a_ratio_counts_nothing(language: str, text: str) -> None:
    assert figures_in(text, language) == ()
