"""Metadata: what a page says of itself, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.analysis.document import label_article
from briefing.model import Article

PROSE = "The harbour board met on Monday and put off its decision about the old crane."


def complete(text: str, **declared: str) -> Article:
    return label_article(replace(Article("a", "a", text, ""), **declared))  # type: ignore[arg-type]  # keyword values are strings


def page(head: str = "", lead: str = "", tail: str = "") -> str:
    return f"{head}\nCrane stays where it is\n\n{lead}{PROSE}\n\n{PROSE}\n{tail}"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Le 05/03/2024 à 18h57", "2024-03-05T18:57"),
        ("Published: Mar 5, 2024", "2024-03-05"),
        ("05.03.24 | 20:05", "2024-03-05T20:05"),
        ("Oslo, 05-03-2024", "2024-03-05"),
        ("Stand: 05.03.2024 | Lesedauer: 2 Minuten", "2024-03-05"),
        ("Crane fell on 5 March 2024, says board", None),
    ],
)
def test_the_day_of_publication_is_read_from_a_stamp(head: str, published: str | None) -> None:
    assert complete(page(head)).published == published


def test_a_stamp_below_the_report_counts_too() -> None:
    assert complete(page(tail="Le 05/03/2024 à 18h57")).published == "2024-03-05T18:57"


def test_weekdays_of_the_report_tell_day_from_month() -> None:
    # 4 March 2024 was a Monday, 3 April a Wednesday.
    assert complete(page("03/04/2024 6:15 PM")).published == "2024-03-04T18:15"


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (page(lead="OSLO (AFP) – "), "AFP"),
        (page("By Ann Lee (with Reuters)"), "Reuters"),
        (page("Agencia EFE"), "EFE"),
        (page(tail="© dpa. All rights reserved."), "dpa"),
        (page(tail="Source: Northern Post"), "Northern Post"),
        (page(tail="Com informações da Agência Brasil"), "Agência Brasil"),
        (page(tail="With information from The Northern Post"), "The Northern Post"),
        (page("عمان - بترا"), "Petra"),
        (page(tail="ats/afp"), "ATS"),
        (page(tail="Reporting by Ann Lee"), None),
        (page(tail="المصدر: وكالات"), None),
        (
            page(tail="The mayor told AFP that the crane would stay where it had always been."),
            "AFP",
        ),
        (
            page(tail="The board printed a new map of the harbour, and MAP is its working title."),
            None,
        ),
        (page(), None),
    ],
)
def test_the_agency_credited_is_the_origin(text: str, origin: str | None) -> None:
    assert complete(text).origin == origin


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("The Morning Post", "The Morning Post"),
        ("La Gazette du port", "La Gazette du port"),
        ("Quay & Crane | Jobs | People | Shop", None),
        ("World News", None),
        ("By Port24 (with AFP)", "Port24"),
        ("Harbour FM 98.4", "Harbour FM"),
        ("El Faro del Norte", "El Faro del Norte"),
        ("صحيفة الميناء", "صحيفة الميناء"),
        ("Crane Notes | Blog of the Quay Institute", "Crane Notes"),
        ("Ministry of Transport and Housing", "Ministry of Transport and Housing"),
        ("Ouest Port\nAccueil / Port / Grues", "Ouest Port"),
        ("War in the Strait", None),
        ("Hong Kong | China | Asia", None),
    ],
)
def test_the_outlet_is_a_line_of_its_own(head: str, source: str | None) -> None:
    assert complete(page(head)).source == source


def test_a_name_that_the_page_uses_again_is_the_outlet() -> None:
    text = page("Quay & Crane | Jobs | People | Shop", tail="Download the Quay & Crane app")
    assert complete(text).source == "Quay & Crane"


def test_what_is_declared_is_kept_and_dates_in_words_are_read() -> None:
    article = complete(
        page("Published: Mar 5, 2024"),
        source="Own Post",
        published="7 March 2024",
        language="en",
    )
    assert (article.source, article.published) == ("Own Post", "2024-03-07")


def test_a_headline_that_only_a_breadcrumb_carries_is_found() -> None:
    text = f"Home » News » Crane stays where it is\n\n{PROSE}\n\n{PROSE}"
    assert complete(text).headline == "Crane stays where it is"
    assert complete(f"{PROSE}\n\n{PROSE}").headline is None


def test_a_page_was_published_when_it_first_appeared() -> None:
    changed, issued = "Updated - May 4, 2024 09:14 am", "Published - May 3, 2024 06:02 am"
    assert complete(page(f"{changed}\n{issued}")).published == "2024-05-03T06:02"
    assert complete(page(changed)).published == "2024-05-04T09:14"


@pytest.mark.parametrize(
    ("masthead", "source"),
    [
        ("Quay Éco – l’actualité des ports", "Quay Éco"),
        ("Crane Watch Daily – port news for professionals", "Crane Watch Daily"),
        ("Quai Actualité, le premier site d’info du port", "Quai Actualité"),
    ],
)
def test_a_name_with_its_motto_is_the_outlet_and_no_headline(masthead: str, source: str) -> None:
    headline = "Crane on the old quay stays where it is, board says"
    text = f"{masthead}\n{headline}\n\n3 May 2024\n\n{PROSE}\n\n{PROSE}\n\n{source}"
    assert complete(text).headline == headline
    assert complete(text).source == source
