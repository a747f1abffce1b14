from __future__ import annotations

import pytest

from briefing.analysis.dates import publication_date, publication_dates

LINES = [
    ("en", "Published: Oct. 7, 2024 | 7:48 p.m.", "2024-10-07T19:48"),
    ("en", "Mar 15, 2024", "2024-03-15"),
    ("en", "12/05/2024 07:30 GMT+2", "2024-05-12T07:30"),
    ("en", "12 May 2024 - 3 min read", "2024-05-12"),
    ("de", "12.5.2024 // dpa/red.", "2024-05-12"),
    (
        "fr",
        "Par la rédaction avec AFP, le 12.05.2024 à 09 h 12 – 2 min de lecture",
        "2024-05-12T09:12",
    ),
    ("fr", "Publié le 12 mai 2024 à 9h12 - Lecture 3 mn", "2024-05-12T09:12"),
    ("en", "07/08/2024 6:15 PM", "2024-07-08T18:15"),
    ("en", "25 November 2024, 11:10", "2024-11-25T11:10"),
    ("en", "Riverton, 03-06-2024", "2024-06-03"),
    ("en", "By Jane Roe | 12 May 2024", "2024-05-12"),
    ("en", "Posted on May 12, 2024 by Jane Roe", "2024-05-12"),
    ("en", "Last updated: 2024-05-12T10:30:00Z", "2024-05-12T10:30"),
    ("en", "Updated Thu 12 Sep 2024 at 14:05 BST", "2024-09-12T14:05"),
    ("fr", "Publié le dimanche 24/11/2024 à 19:30", "2024-11-24T19:30"),
    ("fr", "Le 30/10/2023 à 18h57", "2023-10-30T18:57"),
    ("fr", "Mis à jour le mardi 8 octobre 2024", "2024-10-08"),
    ("fr", "Samedi 16 mars 2024, 23:05", "2024-03-16T23:05"),
    ("fr", "Par Jean Roux, publié le 3 mai 2024 à 8h05", "2024-05-03T08:05"),
    ("fr", "Publié le mardi 17 septembre 2024 – 10:05", "2024-09-17T10:05"),
    ("es", "EFE | Ciudad | 05/02/2025 - 14:32h", "2025-02-05T14:32"),
    ("es", "19/09/2024 21:40h. Actualizado a las 22:15h.", "2024-09-19T21:40"),
    ("es", "Actualizado el 3 de mayo de 2024", "2024-05-03"),
    ("es", "Jueves, 13 de junio de 2024", "2024-06-13"),
    ("de", "Stand: 19.09.2024, 19:25 Uhr", "2024-09-19T19:25"),
    ("en", "Friday 3, May 2024", "2024-05-03"),
    ("en", "6:50, 3 May 2024 | Updated 11:15", "2024-05-03T06:50"),
    ("en", "Updated 4 May 2024 09:10 | Published 3 May 2024 18:30", "2024-05-03T18:30"),
    ("en", "03-May-2024", "2024-05-03"),
    ("es", "03/05/2024 - 0:35", "2024-05-03T00:35"),
    ("es", "Viernes 3 de mayo de 2024 | 23.59", "2024-05-03T23:59"),
    ("es", "Fecha de publicación: 3 de mayo de 2024", "2024-05-03"),
    ("it", "di Mario Bruni 3 maggio 2024", "2024-05-03"),
    ("pt", "Por Ana Brum — Vila Nova 03/05/2024 05h00", "2024-05-03T05:00"),
    ("ar", "نُشر في: 3 مايو 2024", "2024-05-03"),
    ("ar", "الجمعة 24 شوال 1445 هـ - 3 مايو 2024 م", "2024-05-03"),
    ("ar", "الجمعة ٢٤ شوال ١٤٤٥هـ – ٣ مايو ٢٠٢٤م", "2024-05-03"),
    ("ar", "الجمعة 03/مايو/2024 - 02:05 م", "2024-05-03T14:05"),
    ("de", "Veröffentlicht am 3. Mai 2024 um 8.05 Uhr", "2024-05-03T08:05"),
    ("it", "Pubblicato il 3 maggio 2024 alle 18:30", "2024-05-03T18:30"),
    ("pt", "Publicado em 03/05/2024 às 18h30", "2024-05-03T18:30"),
    ("pt", "3 de maio de 2024", "2024-05-03"),
    ("pt", "03/05/2024 18h30 • Atualizado há 3 horas", "2024-05-03T18:30"),
    ("en", "3 May 2024 18:30 | Updated 2 hours ago", "2024-05-03T18:30"),
    ("nl", "Gepubliceerd op 3 mei 2024 om 18.30 uur", "2024-05-03T18:30"),
    ("ar", "الخميس ١٩ سبتمبر/أيلول ٢٠٢٤", "2024-09-19"),
    ("ar", "نشر في: 3 مايو 2024 الساعة 18:30", "2024-05-03T18:30"),
    ("ar", "الأحد 24 نوفمبر 2024", "2024-11-24"),
    (None, "22.05.24 | 20:05", "2024-05-22T20:05"),
    (None, "Le 30/10/2023 à 18h57", "2023-10-30T18:57"),
    ("en", "Publié le 3 mai 2024", "2024-05-03"),
    ("ar", "May 3, 2024", "2024-05-03"),
    ("it", "Venerdì 3 maggio 2024 - Ultimo aggiornamento: 19:02", "2024-05-03T19:02"),
    ("fr", "03.05.2024 (ats/afp)", "2024-05-03"),
    ("de", "Pressemitteilung Nr. 12/2024 vom 3. Mai 2024", "2024-05-03"),
    ("it", "Comunicato stampa n. 33 del 3 maggio 2024", "2024-05-03"),
    ("en", "Posted on May 3, 2024 by admin", "2024-05-03"),
]


@pytest.mark.parametrize(("language", "line", "expected"), LINES)
def test_lines_of_publication(language: str | None, line: str, expected: str) -> None:
    assert publication_date(line, language) == expected


PROSE = [
    ("en", "The war began on 24 February 2022."),
    ("en", "They signed a treaty in Oslo on 3 May 2024, officials said."),
    ("en", "The attack of 11 September 2001"),
    ("en", "Oslo 13 November 2015 and after"),
    ("es", "Ciudad, 19 sep (EFE).-"),
    ("fr", "Il a été signé le 3 mai 2024 à Lyon."),
    ("de", "Am 3. Mai 2024 trafen sie sich in Bonn."),
    ("ar", "وقع الطرفان الاتفاق يوم 3 مايو 2024 في المدينة الساحلية الكبيرة"),
    ("en", "Tel. 06-12-34-56"),
    ("en", "No date at all"),
    ("en", ""),
    ("en", "12 people"),
    ("en", "May 2024"),
]


@pytest.mark.parametrize(("language", "line"), PROSE)
def test_prose_and_partial_dates_are_not_publication(language: str, line: str) -> None:
    assert publication_date(line, language) is None


def test_english_digits_have_two_readings_day_first() -> None:
    assert publication_dates("07/08/2024", "en") == ("2024-08-07", "2024-07-08")


def test_an_hour_with_pm_puts_the_month_first() -> None:
    assert publication_dates("07/08/2024 6:15 PM", "en") == (
        "2024-07-08T18:15",
        "2024-08-07T18:15",
    )


def test_an_impossible_reading_is_left_out() -> None:
    assert publication_dates("07/28/2024", "en") == ("2024-07-28",)


def test_other_languages_read_the_day_first() -> None:
    assert publication_dates("07/08/2024", "fr") == ("2024-08-07",)


def test_a_stated_weekday_decides() -> None:
    assert publication_dates("Monday 07/08/2024", "en") == ("2024-07-08",)


@pytest.mark.parametrize(
    "line",
    [
        "17.02.2031, 19:14    Views: 1 204",
        "17.02.2031, 19:14 | 312 vues",
        "17.02.2031, 19:14 - 1.2k shares",
    ],
)
def test_how_many_have_read_the_page_is_no_part_of_its_date(line: str) -> None:
    assert publication_dates(line, None)[0] == "2031-02-17T19:14"


def test_a_date_stands_before_the_staff_too() -> None:
    assert publication_dates("May 15, 2031 by staff writers", "en") == ("2031-05-15",)


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("Jeudi 15 mai 2031, 9 h 05", "fr", "2031-05-15T09:05"),
        ("Thu, 15 May 2031 09:05:00 +0200", "en", "2031-05-15T09:05"),
        ("Thursday 15 May 2031 / 23 Muharram 1453", "en", "2031-05-15"),
        ("23 محرم 1453 الموافق 15 مايو 2031", "ar", "2031-05-15"),
        ("Vol. 12 No. 4, May 15 2031", "en", "2031-05-15"),
    ],
)
def test_a_stamp_holds_more_than_its_date(line: str, language: str, day: str) -> None:
    assert publication_dates(line, language) == (day,)
