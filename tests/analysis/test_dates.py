from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.dates import disambiguate, find_dates, lead_weekdays, page_date
from briefing.lexicon.calendar import LANGUAGES
from briefing.model import Block, BlockKind, DateMention
from tests.builders import build_article


def dates_in(
    text: str,
    language: str | None = "en",
    published: str | None = None,
    kind: BlockKind = BlockKind.BODY,
) -> tuple[DateMention, ...]:
    return find_dates(text, [Block(0, len(text), kind, language)], published)


ABSOLUTE = [
    ("en", "He came on 30 October 2023 to Oslo.", "30 October 2023", "2023-10-30"),
    ("en", "He came on October 30, 2023, to Oslo.", "October 30, 2023", "2023-10-30"),
    ("en", "On Oct. 7, 2024 they met.", "Oct. 7, 2024", "2024-10-07"),
    ("en", "On the 3rd of May 2021 it rained.", "3rd of May 2021", "2021-05-03"),
    ("en", "Thursday, 19 September 2024", "Thursday, 19 September 2024", "2024-09-19"),
    ("en", "filed 2023-10-30 in court", "2023-10-30", "2023-10-30"),
    ("en", "filed 2023/10/30 in court", "2023/10/30", "2023-10-30"),
    ("fr", "le 30 octobre 2023 à Lyon", "30 octobre 2023", "2023-10-30"),
    ("fr", "le 1er mai 2022 à Lyon", "1er mai 2022", "2022-05-01"),
    ("fr", "le 30/10/2023", "30/10/2023", "2023-10-30"),
    ("fr", "mar. 12 mars 2024", "mar. 12 mars 2024", "2024-03-12"),
    ("fr", "le 3 déc. 2024", "3 déc. 2024", "2024-12-03"),
    ("es", "el 1 de enero de 2026 abre", "1 de enero de 2026", "2026-01-01"),
    ("es", "Jueves, 13 de junio de 2024", "Jueves, 13 de junio de 2024", "2024-06-13"),
    ("de", "am 19. September 2024 in Bonn", "19. September 2024", "2024-09-19"),
    ("de", "am 30.10.2023 in Bonn", "30.10.2023", "2023-10-30"),
    ("de", "am 30. 10. 2023 in Bonn", "30. 10. 2023", "2023-10-30"),
    ("it", "il 2 giugno 2024 a Bari", "2 giugno 2024", "2024-06-02"),
    ("it", "l'8 marzo 2024 a Bari", "8 marzo 2024", "2024-03-08"),
    ("pt", "em 5 de outubro de 2024", "5 de outubro de 2024", "2024-10-05"),
    (
        "pt",
        "quinta-feira, 5 de setembro de 2024",
        "quinta-feira, 5 de setembro de 2024",
        "2024-09-05",
    ),
    ("nl", "op 4 mei 2024 in Gent", "4 mei 2024", "2024-05-04"),
    ("nl", "donderdag 19 september 2024", "donderdag 19 september 2024", "2024-09-19"),
    ("ar", "الخميس ١٩ سبتمبر/أيلول ٢٠٢٤", "الخميس ١٩ سبتمبر/أيلول ٢٠٢٤", "2024-09-19"),
    ("ar", "يوم 3 تشرين الأول 2024", "3 تشرين الأول 2024", "2024-10-03"),
    ("ar", "في 5 كانون الثاني 2024", "5 كانون الثاني 2024", "2024-01-05"),
    ("ar", "بتاريخ 14 غشت 2023", "14 غشت 2023", "2023-08-14"),
    ("ar", "في 9 جويلية 2024", "9 جويلية 2024", "2024-07-09"),
    ("ar", "في 6 يوليوز 2024", "6 يوليوز 2024", "2024-07-06"),
    ("ar", "في 2 نونبر 2024", "2 نونبر 2024", "2024-11-02"),
    (None, "30 octobre 2023", "30 octobre 2023", "2023-10-30"),
    ("en", "El 5 de agosto de 2024", "5 de agosto de 2024", "2024-08-05"),
    ("en", "talks in October 2023 failed", "October 2023", "2023-10"),
    ("fr", "dès mars 2024", "mars 2024", "2024-03"),
    ("es", "en mayo de 2024", "mayo de 2024", "2024-05"),
    ("en", "a law of 1993 says", "1993", "1993"),
    ("en", "a 1993 law says", "1993", "1993"),
    ("en", "hosts the 2030 World Cup", "2030", "2030"),
    ("de", "ab 2025 Arbeitsplätze fördern", "2025", "2025"),
    ("es", "antes de 2030.", "2030", "2030"),
    ("ar", "يبدأ سنة ٢٠٢٥ في", "سنة ٢٠٢٥", "2025"),
]


@pytest.mark.parametrize(("language", "text", "words", "value"), ABSOLUTE)
def test_stated_dates_are_found_whole(
    language: str | None, text: str, words: str, value: str
) -> None:
    found = dates_in(text, language)
    assert [(d.text, d.value, d.partial) for d in found] == [(words, value, None)]


# Published on Tuesday, 8 October 2024.
RELATIVE = [
    ("en", "They met on Monday in Oslo and signed.", "Monday", "2024-10-07", "W1"),
    ("en", "They met on Monday evening in Oslo.", "Monday evening", "2024-10-07", "W1"),
    ("en", "He spoke on Tuesday in Oslo.", "Tuesday", "2024-10-08", "W2"),
    ("en", "She was there last Tuesday.", "last Tuesday", "2024-10-01", "W2"),
    ("en", "The talks will resume on Friday in Oslo.", "Friday", "2024-10-11", "W5"),
    ("en", "The vote is expected on Thursday in Oslo.", "Thursday", "2024-10-10", "W4"),
    ("en", "They meet again next Thursday.", "next Thursday", "2024-10-10", "W4"),
    ("en", "It snowed yesterday.", "yesterday", "2024-10-07", "P-1D"),
    ("en", "It snows today.", "today", "2024-10-08", "P0D"),
    ("en", "He arrived last month.", "last month", "2024-09", "P-1M"),
    ("en", "He left two months ago.", "two months ago", "2024-08", "P-2M"),
    ("en", "He left 10 days ago.", "10 days ago", "2024-09-28", "P-10D"),
    ("en", "It opens next year.", "next year", "2025", "P1Y"),
    ("en", "He left last week.", "last week", None, "P-1W"),
    ("en", "They signed on 10 March in Oslo.", "10 March", "2024-03-10", "--03-10"),
    ("en", "As this October 24 they signed.", "this October 24", "2024-10-24", "--10-24"),
    ("en", "It will be published in December.", "December", "2024-12", "--12"),
    ("en", "The desk opened in July.", "July", "2024-07", "--07"),
    ("en", "He came last October.", "last October", "2023-10", "--10"),
    ("fr", "Ils se sont vus lundi à Lyon.", "lundi", "2024-10-07", "W1"),
    ("fr", "Elle est revenue ce mardi.", "ce mardi", "2024-10-08", "W2"),
    ("fr", "La réunion reprend lundi prochain.", "lundi prochain", "2024-10-14", "W1"),
    ("fr", "Il est parti jeudi dernier.", "jeudi dernier", "2024-10-03", "W4"),
    ("fr", "Le salon ouvre à partir de mercredi.", "mercredi", "2024-10-09", "W3"),
    ("fr", "Elle est venue hier.", "hier", "2024-10-07", "P-1D"),
    ("fr", "Il y a deux mois, il partait.", "Il y a deux mois", "2024-08", "P-2M"),
    ("fr", "La semaine dernière, il partait.", "semaine dernière", None, "P-1W"),
    ("fr", "Le bureau a ouvert en mai.", "mai", "2024-05", "--05"),
    ("fr", "Le lundi 8 juillet, ils ont signé.", "lundi 8 juillet", "2024-07-08", "--07-08"),
    ("es", "Lo dijo este miércoles en Lugo.", "este miércoles", "2024-10-02", "W3"),
    ("es", "Regresará el viernes a Lugo.", "viernes", "2024-10-11", "W5"),
    ("es", "Ocurrió hace tres años.", "hace tres años", "2021", "P-3Y"),
    ("es", "Llegó el mes pasado.", "mes pasado", "2024-09", "P-1M"),
    ("es", "Llegó ayer.", "ayer", "2024-10-07", "P-1D"),
    ("de", "Das teilte er am Donnerstag mit.", "Donnerstag", "2024-10-03", "W4"),
    ("de", "Er tagt am kommenden Montag.", "kommenden Montag", "2024-10-14", "W1"),
    ("de", "Er kam am Montagabend an.", "Montagabend", "2024-10-07", "W1"),
    ("de", "Er kam vor zwei Monaten.", "vor zwei Monaten", "2024-08", "P-2M"),
    ("de", "Er sagte gestern nichts.", "gestern", "2024-10-07", "P-1D"),
    ("it", "Lo ha detto giovedì a Bari.", "giovedì", "2024-10-03", "W4"),
    ("it", "È partito due settimane fa.", "due settimane fa", None, "P-2W"),
    ("it", "Succede il mese scorso.", "mese scorso", "2024-09", "P-1M"),
    ("pt", "Disse nesta segunda-feira (7) em Faro.", "nesta segunda-feira (7)", "2024-10-07", "W1"),
    ("pt", "Chegou há dois dias.", "há dois dias", "2024-10-06", "P-2D"),
    ("pt", "Chegou ontem.", "ontem", "2024-10-07", "P-1D"),
    ("nl", "Dat zei hij donderdag in Gent.", "donderdag", "2024-10-03", "W4"),
    ("nl", "Hij kwam twee maanden geleden.", "twee maanden geleden", "2024-08", "P-2M"),
    ("nl", "Hij komt volgende maandag.", "volgende maandag", "2024-10-14", "W1"),
    ("ar", "اختتم المؤتمر مساء الخميس في المدينة", "مساء الخميس", "2024-10-03", "W4"),
    ("ar", "التقى الوزيران الشهر الماضي", "الشهر الماضي", "2024-09", "P-1M"),
    ("ar", "وصل الوفد أمس إلى المدينة", "أمس", "2024-10-07", "P-1D"),
    ("ar", "يجتمعون الاثنين المقبل في المدينة", "الاثنين المقبل", "2024-10-14", "W1"),
    ("ar", "وقع الحادث قبل شهرين", "قبل شهرين", "2024-08", "P-2M"),
    ("ar", "لن تعاد قبل يوم الاثنين", "يوم الاثنين", "2024-10-14", "W1"),
    (
        "es",
        "Murieron dos y otros siguen atrapados tras el derrumbe, este sábado.",
        "este sábado",
        "2024-10-05",
        "W6",
    ),
]


@pytest.mark.parametrize(("language", "text", "words", "value", "partial"), RELATIVE)
def test_relative_dates_are_resolved_against_publication(
    language: str, text: str, words: str, value: str | None, partial: str
) -> None:
    found = dates_in(text, language, "2024-10-08")
    assert [(d.text, d.value, d.partial) for d in found] == [(words, value, partial)]


@pytest.mark.parametrize(("language", "text", "words", "value", "partial"), RELATIVE)
def test_without_an_anchor_only_the_partial_is_known(
    language: str, text: str, words: str, value: str | None, partial: str
) -> None:
    del value
    (found,) = dates_in(text, language)
    assert (found.value, found.partial) == (None, partial)
    assert found.text == words or "(" in words


TIMES = [
    ("en", "It derailed at 05:40 GMT near Oslo.", "05:40 GMT", "05:40", "GMT"),
    ("en", "It starts at 7:48 p.m. in Oslo.", "7:48 p.m.", "19:48", None),
    ("en", "It starts at 6 PM local time.", "6 PM local time", "18:00", "local"),
    ("en", "It starts at 12 a.m. sharp.", "12 a.m.", "00:00", None),
    ("en", "It starts at noon.", "noon", "12:00", None),
    ("fr", "vers 6h40, à l’entrée", "6h40", "06:40", None),
    ("fr", "à partir de 20h00, heure de Paris.", "20h00, heure de Paris", "20:00", "Europe/Paris"),
    ("fr", "à 20 heures, heure locale", "20 heures, heure locale", "20:00", "local"),
    ("es", "a las 22:15h en Lugo", "22:15h", "22:15", None),
    ("es", "a las 8 de la tarde en Lugo", "8 de la tarde", "20:00", None),
    ("de", "um 19.30 Uhr in Bonn", "19.30 Uhr", "19:30", None),
    ("de", "gegen 11 Uhr in Bonn", "11 Uhr", "11:00", None),
    ("it", "alle ore 18.30 a Bari", "18.30", "18:30", None),
    ("pt", "às 20h30 em Faro", "20h30", "20:30", None),
    ("nl", "om 20.15 uur in Gent", "20.15 uur", "20:15", None),
    ("ar", "الساعة 6:40 بتوقيت غرينتش", "6:40 بتوقيت غرينتش", "06:40", "GMT"),
]


@pytest.mark.parametrize(("language", "text", "words", "time", "zone"), TIMES)
def test_times_of_day(language: str, text: str, words: str, time: str, zone: str | None) -> None:
    (found,) = dates_in(text, language, "2024-10-08")
    assert (found.text, found.time, found.zone) == (words, time, zone)
    assert found.partial == f"T{time}"


NOT_DATES = [
    ("ar", "زار الوزير المدينة بعد ثلاثة أيام من الإعلان"),
    ("en", "They won 2-1 and then 3:2 on aggregate."),
    ("en", "It is open 24/7 for all."),
    ("en", "You may march second to none."),
    ("en", "Call 06-12-34-56 or 0800 123 456."),
    ("en", "It costs $2000 or 2000 euros."),
    ("en", "More than 2000 people came."),
    ("en", "April Jones and May Smith sat down."),
    ("en", "Mar a Lago, Sun City and Wed Lock"),
    ("en", "Article 12.3 applies to 1,200 cases."),
    ("fr", "La sonde vers Mars a sept moteurs."),
    ("fr", "Il a parcouru 12 heures de route."),
    ("es", "Hace frío junto al mar."),
    ("de", "Er will so viel wie 2000 Menschen."),
    ("en", "the 16:9 screen"),
    ("en", "versions 1.2.3 and 10.20.30.40"),
    ("fr", "un score de 12.30.99"),
]


@pytest.mark.parametrize(("language", "text"), NOT_DATES)
def test_what_is_no_date_is_left_alone(language: str, text: str) -> None:
    assert dates_in(text, language, "2024-10-08") == ()


def test_years_of_a_span_are_years() -> None:
    found = dates_in("It will pay from 2025 to 2028 in full.")
    assert [d.value for d in found] == ["2025", "2028"]


def test_both_days_of_a_range_are_read() -> None:
    found = dates_in("Du 18 au 19 septembre 2024, ils ont siégé.", "fr")
    assert [d.value for d in found] == ["2024-09-18", "2024-09-19"]
    assert [d.text for d in found] == ["18", "19 septembre 2024"]


def test_a_time_beside_a_date_belongs_to_it() -> None:
    (found,) = dates_in("On Thursday, 19 September 2024 at 05:40 GMT it left.")
    assert (found.value, found.time, found.zone) == ("2024-09-19", "05:40", "GMT")


def test_an_english_present_tense_leaves_the_weekday_open() -> None:
    (found,) = dates_in("The Reds meet the Blues on Saturday in the final.", "en", "2024-03-15")
    assert (found.value, found.partial) == (None, "W6")


def test_the_reported_verb_beats_a_promise_further_off() -> None:
    text = "She had hoped that it will end, officials said on Monday in Oslo."
    (found,) = dates_in(text, "en", "2024-10-08")
    assert found.value == "2024-10-07"


def test_a_full_date_in_the_dateline_stands_in_for_publication() -> None:
    text = "Title here\nThursday, 19 September 2024\nThey met on Wednesday and signed."
    article = build_article(
        "a", text, kinds=(BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.BODY)
    )
    values = [d.value for d in find_dates(text, article.blocks, None)]
    assert values == ["2024-09-19", "2024-09-18"]


def test_the_lead_decides_between_day_and_month() -> None:
    text = "Title here\n07/08/2024\nThey signed a pact on Monday in Oslo."
    kinds = (BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.BODY)
    article = build_article("a", text, kinds=kinds)
    assert lead_weekdays(text, article.blocks) == (1,)
    assert page_date(text, article.blocks) == "2024-07-08"
    values = [d.value for d in find_dates(text, article.blocks, None)]
    assert values == ["2024-07-08", "2024-07-08"]


def test_disambiguate_keeps_the_best_reading_without_evidence() -> None:
    assert disambiguate(("2024-08-07", "2024-07-08"), ()) == "2024-08-07"
    assert disambiguate(("2024-08-07", "2024-07-08"), (1,)) == "2024-07-08"
    assert disambiguate((), (1,)) is None


def test_a_stated_weekday_orders_day_and_month() -> None:
    (found,) = dates_in("Monday 07/08/2024", "en")
    assert found.value == "2024-07-08"


MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
FORMS = {
    "en": ("{d} {m} {y}", "{m} {d}, {y}", "{d:02}-{n:02}-{y}", "{y}-{n:02}-{d:02}"),
    "fr": ("{d} {m} {y}", "{d:02}/{n:02}/{y}"),
    "es": ("{d} de {m} de {y}", "{d:02}/{n:02}/{y}", "{d} {m} {y}"),
    "de": ("{d}. {m} {y}", "{d:02}.{n:02}.{y}", "{d}.{n}.{y}"),
    "it": ("{d} {m} {y}", "{d:02}/{n:02}/{y}"),
    "pt": ("{d} de {m} de {y}", "{d:02}/{n:02}/{y}"),
    "nl": ("{d} {m} {y}", "{d:02}-{n:02}-{y}"),
    "ar": ("{d} {m} {y}", "{d:02}/{n:02}/{y}"),
}


@given(
    day=st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31)),
    language=st.sampled_from(LANGUAGES),
    form=st.integers(0, 3),
    is_eastern=st.booleans(),
)
def test_a_written_date_is_found_and_means_itself(
    day: date, language: str, form: int, is_eastern: bool
) -> None:
    forms = FORMS[language]
    month = MONTHS[language].split()[day.month - 1]
    words = forms[form % len(forms)].format(d=day.day, m=month, n=day.month, y=day.year)
    if language == "ar" and is_eastern:
        words = words.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    found = dates_in(f"( {words} )", language)
    assert [(d.text, d.value) for d in found] == [(words, day.isoformat())]


@settings(max_examples=200)
@given(
    text=st.lists(
        st.sampled_from([*"0123456789 .,:/-–'’()\n\u00a0ahTe", "mars ", "Monday ", "mai ", "2024"])
        | st.characters(),
        max_size=60,
    ).map("".join),
    language=st.sampled_from([*LANGUAGES, None]),
    cut=st.integers(0, 20),
)
def test_spans_reproduce_the_text_in_order(text: str, language: str | None, cut: int) -> None:
    start = min(cut, len(text))
    blocks = [Block(start, len(text), BlockKind.BODY, language)]
    last = start
    for mention in find_dates(text, blocks, "2024-10-08"):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        last = mention.end


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Die Gespräche der Fischer beginnen am Montag im Hafen."),
        ("fr", "Les discussions des pêcheurs commencent lundi dans le port."),
        ("es", "Las conversaciones de los pescadores comienzan el lunes en el puerto."),
        ("it", "I colloqui dei pescatori iniziano lunedì nel porto."),
        ("pt", "As conversas dos pescadores começam na segunda-feira no porto."),
    ],
)
def test_what_begins_lies_ahead(language: str, sentence: str) -> None:
    blocks = [Block(0, len(sentence), BlockKind.BODY, language)]
    (found,) = find_dates(sentence, blocks, "2024-05-17")
    assert found.value == "2024-05-20"


def test_a_day_that_a_body_is_called_after_is_no_date() -> None:
    text = "La Cooperativa Minera 12 de Agosto cerró el 3 de agosto."
    blocks = (Block(0, len(text), BlockKind.BODY, "es"),)
    assert [d.text for d in find_dates(text, blocks, "2031-08-09")] == ["3 de agosto"]
