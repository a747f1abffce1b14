"""Editions of a series, in eight languages, on invented meetings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.events.ordinals import Numbered, editions, numbered_events
from briefing.events.wording import read_sentences
from briefing.model import BlockKind, Sentence
from tests.builders import build_document


def read(text: str, language: str = "en") -> dict[str, int]:
    document = build_document("p", text, language=language)
    return dict(editions(numbered_events(document, read_sentences(document))))


@pytest.mark.parametrize(
    ("language", "headline", "kind", "number"),
    [
        ("en", "Ministers of Varne and Ostra hold second meeting", "meeting", 2),
        ("en", "Third round of talks on the Lemar dam ends", "round", 3),
        ("en", "14th session of the joint commission opens in Quell", "session", 14),
        ("en", "Twenty-first summit of lake states opens", "summit", 21),
        ("en", "Fifth high-level conference on salt begins", "conference", 5),
        ("fr", "Deuxième réunion des ministres à Quell", "meeting", 2),
        ("fr", "Le 3e tour de l'élection a eu lieu à Varne", "round", 3),
        ("fr", "Varne accueille le XXIIe sommet des lacs", "summit", 22),
        ("fr", "La dix-septième session de la commission mixte s'ouvre", "session", 17),
        ("es", "Segunda ronda de conversaciones en Quell", "round", 2),
        ("es", "Quell acoge la 2ª Cumbre de los lagos", "summit", 2),
        ("es", "Arranca la XIV Reunión de Alto Nivel", "meeting", 14),
        ("es", "La décima cuarta sesión de la comisión", "session", 14),
        ("de", "Zweites Treffen der Minister in Quell", "meeting", 2),
        ("de", "Dritte Verhandlungsrunde endet ohne Ergebnis", "round", 3),
        ("it", "Terzo vertice dei laghi a Quell", "summit", 3),
        ("it", "Al via la quattordicesima sessione della commissione", "session", 14),
        ("pt", "XIV cimeira dos lagos começa em Quell", "summit", 14),
        ("pt", "Segunda reunião da comissão mista em Quell", "meeting", 2),
        ("pt", "A 3.ª edição do fórum abre em Quell", "edition", 3),
        ("nl", "Tweede gespreksronde in Quell afgesloten", "round", 2),
        ("nl", "De 14e zitting van de commissie begint", "session", 14),
        ("en", "Ministers of Varne and Ostra meet for the second time", "meeting", 2),
        ("fr", "Les deux ministres en réunion pour la troisième fois", "meeting", 3),
        ("de", "Orsa und Lind zum dritten Mal bei einem Treffen", "meeting", 3),
        ("nl", "Ontmoeting van de ministers voor de tweede keer", "meeting", 2),
        ("ar", "لقاء الوزيرين للمرة الثانية", "meeting", 2),
        ("ar", "انطلاق الجولة الثانية من المحادثات", "round", 2),
        ("ar", "افتتاح الدورة الخامسة والعشرين للجنة", "session", 25),
        ("de", "Drittes Gipfeltreffen der Seenstaaten", "summit", 3),
        ("ar", "الدورة الرابعة عشرة للجنة المشتركة", "session", 14),
        ("ar", "الاجتماع الثالث لوزراء البحيرات", "meeting", 3),
    ],
)
def test_a_headline_says_which_edition_it_is(
    language: str, headline: str, kind: str, number: int
) -> None:
    assert read(f"{headline}\n\nX.", language).get(kind) == number


def test_a_german_number_with_its_stop_is_an_ordinal_before_a_noun() -> None:
    document = build_document("p", "In Quell beginnt die 14. Sitzung\n\nX.", language="de")
    whole = [Sentence(b.start, b.end, b.kind, "de") for b in document.article.blocks]
    document = replace(document, sentences=tuple(whole))
    assert editions(numbered_events(document, read_sentences(document))) == {"session": 14}


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Varne wins for the first time, takes second place in third quarter"),
        ("en", "The two ministers meet for the first time, for the second time this year"),
        ("en", "Orsa stopped Lind in the sixth round of their fight"),
        ("en", "Second top official quits, Orsa goes on second world tour"),
        ("en", "It was their second meeting in the old town of Quell in seven months"),
        ("fr", "Le sommet des lacs et l'Édition du soir"),
        ("en", "A museum of the Second World War opens in the 21st century"),
        ("en", "First meeting of the two ministers since the war"),
        ("en", "The minister gives a second press conference"),
        ("en", "Third meeting this year between the two ministers"),
        ("en", "Ostra votes after the second round of talks"),
        ("en", "Orsa and Lind advance to second round of the election"),
        ("fr", "Orsa et Lind se qualifient pour le second tour"),
        ("fr", "Une deuxième conférence de presse à Quell"),
        ("fr", "Après le deuxième tour, Varne négocie"),
        ("es", "Es la tercera reunión en siete meses"),
        ("de", "Am 14. März tagt die Kommission, zweite Pressekonferenz"),
        ("de", "Nach der zweiten Runde reist der Minister ab"),
        ("it", "Terza conferenza stampa del ministro"),
        ("pt", "Na segunda, a comissão abre a reunião"),
        ("nl", "Na de tweede ronde vertrekt de minister"),
        ("ar", "مؤتمر صحفي ثان في المدينة"),
        ("ar", "بعد الجولة الثانية من المحادثات"),
        ("pl", "Druga runda rozmów w Quell"),
    ],
)
def test_other_ordinals_are_no_editions(language: str, headline: str) -> None:
    assert read(f"{headline}\n\nX.", language) == {}


def test_the_range_says_the_words_and_the_headline_goes_before_the_lead() -> None:
    text = "Third round of talks opens in Quell\n\nThe second round was in May. It rained."
    document = build_document("p", text)
    (found,) = numbered_events(document, read_sentences(document))
    assert found == Numbered("round", 3, 0, len("Third round"))
    assert text[found.start : found.end] == "Third round"


def test_a_meeting_to_come_is_not_the_one_that_the_lead_reports() -> None:
    assert read("Ministers meet in Quell\n\nA second meeting is due in the autumn.") == {}
    assert read("Ministers meet in Quell\n\nIt was their second meeting.") == {"meeting": 2}


def test_background_and_late_sentences_say_nothing() -> None:
    late = "Ministers meet in Quell\n\nThey came. They sat. The fourth session was long."
    assert read(late) == {}
    kinds = (BlockKind.HEADLINE, BlockKind.CAPTION)
    document = build_document("p", "Ministers meet\n\nThe fourth session.", kinds=kinds)
    assert numbered_events(document, read_sentences(document)) == ()
