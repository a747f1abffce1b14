from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.analysis.dates import find_dates
from briefing.analysis.figures import figure_class, find_figures
from briefing.lexicon.calendar import LANGUAGES
from briefing.model import Block, BlockKind, Figure, Qualifier, Sentence


def figures_in(
    text: str, language: str | None = "en", kind: BlockKind = BlockKind.BODY
) -> tuple[Figure, ...]:
    blocks = [Block(0, len(text), kind, language)]
    return find_figures(text, blocks, find_dates(text, blocks, "2024-10-08"))


MEASURED = [
    ("en", "a fund of 210 million euros for towns", "210 million euros", 2.1e8, "EUR"),
    ("en", "a 210-million-euro fund", "210-million-euro", 2.1e8, "EUR"),
    ("en", "it cost $1.2bn in all", "$1.2bn", 1.2e9, "USD"),
    ("en", "it cost £5m in all", "£5m", 5e6, "GBP"),
    ("en", "it cost US$300 in all", "US$300", 300, "USD"),
    ("en", "it cost EUR 40,000 in all", "EUR 40,000", 40000, "EUR"),
    ("en", "priced at 6.5 billion dirhams", "6.5 billion dirhams", 6.5e9, "MAD"),
    ("en", "a capacity of 1,000 megawatts", "1,000 megawatts", 1000, "MW"),
    ("en", "a capacity of 1.2 GW there", "1.2 GW", 1200, "MW"),
    ("en", "14,200,000 tonnes a year", "14,200,000 tonnes", 1.42e7, "t"),
    ("en", "it grew by 18 percent", "18 percent", 18, "%"),
    ("en", "it grew by 3.5% there", "3.5%", 3.5, "%"),
    ("en", "a 220-kilometre cable", "220-kilometre", 220, "km"),
    ("en", "the 90 km/h limit", "90 km/h", 90, "km/h"),
    ("en", "the 17-year-old keeper", "17-year-old", 17, "y"),
    ("en", "the two-day talks", "two-day", 2, "d"),
    ("en", "sentenced to 11 years in prison", "11 years", 11, "y"),
    ("fr", "un fonds de 210 millions d’euros", "210 millions d’euros", 2.1e8, "EUR"),
    ("fr", "une puissance de 1\u202f200 mégawatts", "1\u202f200 mégawatts", 1200, "MW"),
    ("fr", "un coût de 6 500 millions de dirhams", "6 500 millions de dirhams", 6.5e9, "MAD"),
    ("fr", "long de 3\u00a0300 kilomètres", "3\u00a0300 kilomètres", 3300, "km"),
    ("fr", "il a versé 25 milliards de francs CFA", "25 milliards de francs CFA", 2.5e10, "XOF"),
    ("fr", "une hausse de 2,5 %", "2,5 %", 2.5, "%"),
    ("fr", "située à quatre kilomètres", "quatre kilomètres", 4, "km"),
    ("fr", "il a versé 5 M€ hier", "5 M€", 5e6, "EUR"),
    ("es", "moverá 14,2 millones de toneladas", "14,2 millones de toneladas", 1.42e7, "t"),
    ("es", "unos costes de 3 mil millones de dólares", "3 mil millones de dólares", 3e9, "USD"),
    ("es", "costó 1.250 millones de euros", "1.250 millones de euros", 1.25e9, "EUR"),
    ("es", "creció un 18 por ciento", "18 por ciento", 18, "%"),
    ("de", "ein Fonds von 0,21 Milliarden Euro", "0,21 Milliarden Euro", 2.1e8, "EUR"),
    ("de", "ein Fonds von 60 Mio. Euro jetzt", "60 Mio. Euro", 6e7, "EUR"),
    ("de", "ein Plus von 18 Prozent", "18 Prozent", 18, "%"),
    ("it", "un fondo di 2,5 miliardi di euro", "2,5 miliardi di euro", 2.5e9, "EUR"),
    ("pt", "um fundo de 2,5 bilhões de reais", "2,5 bilhões de reais", 2.5e9, "BRL"),
    ("pt", "um fundo de 3 mil milhões de euros", "3 mil milhões de euros", 3e9, "EUR"),
    ("nl", "een fonds van 2,5 miljard euro", "2,5 miljard euro", 2.5e9, "EUR"),
    ("ar", "صندوق بقيمة ٢١٠ ملايين يورو للهجرة", "٢١٠ ملايين يورو", 2.1e8, "EUR"),
    ("ar", "بكلفة 6,5 مليار درهم", "6,5 مليار درهم", 6.5e9, "MAD"),
    ("ar", "بارتفاع ١٨٫٥ في المئة", "١٨٫٥ في المئة", 18.5, "%"),
]


@pytest.mark.parametrize(("language", "text", "words", "value", "unit"), MEASURED)
def test_measured_figures(language: str, text: str, words: str, value: float, unit: str) -> None:
    found = figures_in(text, language)
    assert [(f.text, f.value, f.unit) for f in found] == [(words, value, unit)]


EXACT, ABOUT, LEAST, MOST = Qualifier
COUNTED = [
    ("en", "ministers from 31 countries came", "31", 31, "countries", EXACT),
    ("en", "At least 1,100 died there", "At least 1,100", 1100, "died", LEAST),
    ("en", "with about 230 people on board", "about 230", 230, "people", ABOUT),
    ("en", "more than 500 fishing licences", "more than 500", 500, "licences", LEAST),
    ("en", "up to 49 European vessels", "up to 49", 49, "vessels", MOST),
    ("en", "the death toll has risen to 13", "13", 13, "death", EXACT),
    ("en", "between 12 and 15 officers", "15", 15, "officers", MOST),
    ("en", "a dozen boats left", "a dozen", 12, "boats", ABOUT),
    ("en", "two dozen boats left", "two dozen", 24, "boats", ABOUT),
    ("en", "the 24-point declaration", "24", 24, "point", EXACT),
    ("en", "four of its six carriages fell", "four", 4, "carriages", EXACT),
    ("en", "in the 81st minute", "81st minute", 81, "minute", EXACT),
    ("en", "one hundred and twenty soldiers", "one hundred and twenty", 120, "soldiers", EXACT),
    ("fr", "Onze personnes ont été tuées", "Onze", 11, "personnes", EXACT),
    ("fr", "et 46 autres blessées, dimanche", "46", 46, "blessees", EXACT),
    ("fr", "Vingt-huit délégations ont signé", "Vingt-huit", 28, "delegations", EXACT),
    ("fr", "environ 230 passagers", "environ 230", 230, "passagers", ABOUT),
    ("fr", "une soixantaine d’interpellations", "une soixantaine", 60, "interpellations", ABOUT),
    ("fr", "au moins trois pays", "au moins trois", 3, "pays", LEAST),
    ("fr", "Devant 29 000 spectateurs", "29 000", 29000, "spectateurs", EXACT),
    ("fr", "à la 83e minute", "83e minute", 83, "minute", EXACT),
    ("es", "unas doscientas personas", "unas doscientas", 200, "personas", ABOUT),
    ("es", "una treintena de delegaciones", "una treintena", 30, "delegaciones", ABOUT),
    ("es", "al menos 1.100 murieron", "al menos 1.100", 1100, "murieron", LEAST),
    ("es", "dejó 11 muertos allí", "11", 11, "muertos", EXACT),
    ("es", "en el minuto 81 marcó", "81", 81, "minuto", EXACT),
    ("es", "treinta y un países firmaron", "treinta y un", 31, "paises", EXACT),
    ("de", "mindestens 31 Staaten kamen", "mindestens 31", 31, "staaten", LEAST),
    ("de", "rund 19.400 Menschen kamen", "rund 19.400", 19400, "menschen", ABOUT),
    ("de", "achtundzwanzig Delegationen kamen", "achtundzwanzig", 28, "delegationen", EXACT),
    ("de", "in der 81. Minute traf er", "81. Minute", 81, "minute", EXACT),
    ("it", "circa 230 passeggeri", "circa 230", 230, "passeggeri", ABOUT),
    ("it", "una trentina di delegazioni", "una trentina", 30, "delegazioni", ABOUT),
    ("it", "ventotto feriti in città", "ventotto", 28, "feriti", EXACT),
    ("pt", "pelo menos 11 mortos", "pelo menos 11", 11, "mortos", LEAST),
    ("pt", "cerca de 2.000 pessoas", "cerca de 2.000", 2000, "pessoas", ABOUT),
    ("nl", "minstens 11 doden bij brand", "minstens 11", 11, "doden", LEAST),
    ("nl", "ongeveer 19.400 mensen", "ongeveer 19.400", 19400, "mensen", ABOUT),
    ("ar", "لقي 11 شخصا مصرعهم", "11", 11, "شخصا", EXACT),
    ("ar", "وعلى متنه نحو ٢٣٠ راكبا", "نحو ٢٣٠", 230, "راكبا", ABOUT),
    ("ar", "يمثلون ٢٨ وفدا", "٢٨", 28, "وفدا", EXACT),
    ("ar", "وانقلبت ثلاث عربات منه", "ثلاث", 3, "عربات", EXACT),
    ("ar", "وصل ١٩٤٠٠ شخص", "١٩٤٠٠", 19400, "شخص", EXACT),
]


@pytest.mark.parametrize(
    ("language", "text", "words", "value", "counted", "qualifier"),
    COUNTED,
)
def test_counted_figures(
    language: str, text: str, words: str, value: float, counted: str, qualifier: Qualifier
) -> None:
    found = figures_in(text, language)
    assert [(f.text, f.value, f.counted, f.qualifier) for f in found] == [
        (words, value, counted, qualifier)
    ]


NOT_FIGURES = [
    ("en", "They won 2-1 after extra time."),
    ("en", "The U-20 side, the G7 and channel M24 met."),
    ("en", "It is open 24/7 for all."),
    ("en", "They met on 30 October 2023 at 18:30."),
    ("en", "It runs from 2025 to 2028."),
    ("en", "Article 12 of the law and page 14 say so."),
    ("en", "1. A proposal of sorts"),
    ("en", "Call 0800 123 456 or 06-12-34-56."),
    ("en", "The two countries agreed."),
    ("en", "The Apollo 11 crew left."),
    ("en", "One day soon."),
    ("en", "A third left, two thirds stayed."),
    ("fr", "L’article 49 de la loi et la RN 12."),
    ("fr", "Les deux ministres ont signé."),
    ("en", "Mr Roe, 44, was there."),
    ("en", "in version 3.11.13 of it"),
]


@pytest.mark.parametrize(("language", "text"), NOT_FIGURES)
def test_what_is_no_figure_is_left_alone(language: str, text: str) -> None:
    assert figures_in(text, language) == ()


def test_only_the_articles_own_blocks_have_figures() -> None:
    assert figures_in("It cost 5 million euros.", kind=BlockKind.CLUTTER) == ()
    assert figures_in("It cost 5 million euros.", kind=BlockKind.HEADLINE) != ()


def test_a_bare_ordinal_counts_minutes_where_the_page_counts_them() -> None:
    text = "He struck in the 34th minute, and again in the 81st."
    assert [(f.value, f.counted) for f in figures_in(text)] == [(34, "minute"), (81, "minute")]
    assert figures_in("He came in the 81st.") == ()


CLASSES = [
    ("fr", "Onze personnes ont été tuées et 46 autres blessées.", ["dead", "injured"]),
    ("en", "Eleven people were killed and 46 injured.", ["dead", "injured"]),
    ("en", "The blast injured 46 people.", ["injured"]),
    ("en", "Eleven people lost their lives.", ["dead"]),
    ("en", "The crash killed 11 passengers.", ["dead"]),
    ("en", "About 230 people were on board.", ["people"]),
    ("ar", "لقي 11 شخصا مصرعهم وأصيب 52 آخرون", ["dead", "injured"]),
    ("es", "El accidente dejó 11 muertos y 46 heridos.", ["dead", "injured"]),
    ("es", "Once personas perdieron la vida.", ["dead"]),
    ("de", "Elf Menschen kamen ums Leben, 46 wurden verletzt.", ["dead", "injured"]),
    ("it", "Undici persone hanno perso la vita.", ["dead"]),
    ("pt", "Onze pessoas morreram no acidente.", ["dead"]),
    ("nl", "Elf mensen zijn omgekomen.", ["dead"]),
    ("fr", "Un train a déraillé : trois voitures se sont couchées.", ["carriages"]),
    ("fr", "Il a saisi 212 voitures.", ["vehicles"]),
    ("en", "He was sentenced to 11 years in prison.", ["years of prison"]),
    ("fr", "Il a été condamné à 11 ans de prison.", ["years of prison"]),
    ("en", "It has worked for 11 years.", ["years"]),
]


@pytest.mark.parametrize(("language", "text", "classes"), CLASSES)
def test_the_clause_says_what_became_of_those_counted(
    language: str, text: str, classes: list[str]
) -> None:
    sentence = Sentence(0, len(text), BlockKind.BODY, language)
    assert [figure_class(text, f, sentence) for f in figures_in(text, language)] == classes


@given(value=st.integers(1000, 999_999_999), language=st.sampled_from(LANGUAGES))
def test_grouped_thousands_are_one_number(value: int, language: str) -> None:
    mark = {"en": ",", "fr": "\u202f", "es": ".", "de": ".", "it": ".", "pt": ".", "nl": "."}
    written = f"{value:,}".replace(",", mark.get(language, "٬"))
    found = figures_in(f"( {written} km )", language)
    assert [(f.text, f.value) for f in found] == [(f"{written} km", float(value))]


@settings(max_examples=200)
@given(
    text=st.lists(
        st.sampled_from(
            [
                *"0123456789 .,:/-–'’()\n\u00a0€$%",
                "million ",
                "mil ",
                "euros ",
                "at least ",
                "dozen",
            ]
        )
        | st.characters(),
        max_size=60,
    ).map("".join),
    language=st.sampled_from([*LANGUAGES, None]),
    cut=st.integers(0, 20),
)
@example(text="0€0", language="en", cut=0)
def test_spans_reproduce_the_text_in_order(text: str, language: str | None, cut: int) -> None:
    start = min(cut, len(text))
    blocks = [Block(start, len(text), BlockKind.BODY, language)]
    dates = find_dates(text, blocks, None)
    last = start
    for figure in find_figures(text, blocks, dates):
        assert last <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert not any(d.start < figure.end and figure.start < d.end for d in dates)
        last = figure.end


@pytest.mark.parametrize("unit", ["monday ", "12 345 ", "a million ", "lundi 8 ", "1.", "of "])
def test_a_hostile_line_costs_time_in_proportion(unit: str) -> None:
    def cost(count: int) -> float:
        text = unit * count
        blocks = [Block(0, len(text), BlockKind.BODY, "en")]
        begun = time.process_time()
        find_figures(text, blocks, find_dates(text, blocks, "2024-10-08"))
        return time.process_time() - begun

    cost(50)
    # Four times the length; quadratic work would take sixteen times as long.
    assert cost(1200) < 10 * cost(300) + 0.3
