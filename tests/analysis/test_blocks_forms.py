"""Forms: what one line looks like by itself."""

from __future__ import annotations

import pytest

from briefing.analysis.blocks_forms import Form, crumbs_of, form_of
from briefing.analysis.blocks_lines import Unit
from briefing.analysis.blocks_stamps import is_agency_credit, stamp_rest


def unit(words: str) -> Unit:
    return Unit(0, len(words), words, 0)


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Home » World » Asia", Form.BREADCRUMB),
        ("Sie sind hier: Startseite > Politik", Form.BREADCRUMB),
        ("الرئيسية / أخبار", Form.BREADCRUMB),
        ("News | Business | Sport", Form.SECTIONS),
        ("Top stories   Migration   Asia", Form.SECTIONS),
        ("Publié le 3 mars 2020 à 14h05", Form.STAMP),
        ("03.06.2019 | 18:20 Uhr", Form.STAMP),
        ("الثلاثاء ٣ مارس ٢٠٢٠", Form.STAMP),
        ("Posted 2 hours ago", Form.STAMP),
        ("Publié il y a 3 jours", Form.STAMP),
        ("vor 4 Tagen", Form.STAMP),
        ("Temps de lecture : 2 mn", Form.STAMP),
        ("Por Redação, Porto Velho — há 5 horas", Form.STAMP),
        ("Par la rédaction avec AFP, le 12.05.2024 à 09 h 12 – 2 min de lecture", Form.STAMP),
        ("Leeds vor 100 Jahren", Form.PLAIN),
        ("Cinco muertos en Valdoro hace 9 días", Form.PLAIN),
        ("Lisbon, 3 June 2019", Form.DATELINE),
        ("By Ann Lee and Bo Park", Form.BYLINE),
        ("Par notre correspondant à Oran", Form.BYLINE),
        ("Von unserem Korrespondenten", Form.BYLINE),
        ("Redacción / Agencias", Form.AGENCY),
        ("(avec AFP)", Form.AGENCY),
        ("بقلم: سمير حداد", Form.BYLINE),
        ("Source: Northern Post", Form.CREDIT),
        ("Photo: the old crane (archive)", Form.CAPTION),
        ("The crane last year - PHOTO/FILE", Form.CAPTION),
        ("La grue, mardi. © DR", Form.CAPTION),
        ("La grúa del puerto, ayer. EFE", Form.CAPTION),
        ("Der Kran am Hafen (Archivbild)", Form.CAPTION),
        ("READ ALSO: Crane moves at last", Form.TEASER),
        ("Mehr zum Thema", Form.TEASER),
        ("اقرأ أيضا: الرافعة تتحرك", Form.TEASER),
        ("WATCH: Crane moves", Form.LABELLED),
        ("Facebook   X   WhatsApp", Form.FURNITURE),
        ("Suscríbete a nuestro boletín", Form.FURNITURE),
        ("© 2020 Northern Post. All rights reserved.", Form.FURNITURE),
        ("Etiquetas: puerto, grúa", Form.FURNITURE),
        ("Dernière minute ► La grue repart ► Le port rouvre", Form.FURNITURE),
        ("La grue ► le port ► la mer", Form.PLAIN),
        ("Sommaire", Form.CONTENTS),
        ("1. The old crane", Form.LISTED),
        ("The board met on Monday and put off its decision.", Form.PROSE),
        ("Published 6:12 a.m. Aug. 19, 2020 | Updated 9:40 a.m. Aug. 19, 2020", Form.STAMP),
        ("Posted on 3 May 2020 by admin", Form.STAMP),
        ("03.05.2020 | Pressemitteilung 41", Form.STAMP),
        ("Comunicado n.º 12/2020 | 3 de maio de 2020", Form.STAMP),
        ("03.05.2020 (ats/afp)", Form.STAMP),
        ("dinsdag 12:10 • Aangepast dinsdag 13:45", Form.STAMP),
        ("▶ EN VIVO Escucha la señal", Form.FURNITURE),
        ("Spotted a mistake? WhatsApp the newsroom", Form.FURNITURE),
        ("Fehler gefunden? Jetzt melden.", Form.FURNITURE),
        ("Lo más oído: 1. El tiempo  2. La feria", Form.TEASER),
        ("Startseite - Lokales - Hafen", Form.BREADCRUMB),
        ("Roma - ANSA", Form.CREDIT),
        ("ats/afp", Form.AGENCY),
        ("Edição – Marta Lins", Form.CREDIT),
        ("What will you do about it? Tell us honestly.", Form.PROSE),
        ("Three things: 1. a crane, 2. a hall and 3. much anger.", Form.PROSE),
        ("Live pictures show the crane", Form.PLAIN),
        ("Crane stays where it is", Form.PLAIN),
        ("Von der Leyen besucht Oran", Form.PLAIN),
        ("Di Stefano resta in panchina", Form.PLAIN),
        ("11 dead and 52 injured as crane falls", Form.PLAIN),
        ("Why does the price of oil rise?", Form.PLAIN),
        ("May 15, 2031 by staff writers", Form.STAMP),
        ("Hafenbrief – Nr. 11 / 9. März 2031", Form.STAMP),
        ("17.02.2031, 19:14    Views: 1 204", Form.STAMP),
        ("Propos recueillis par Élise Marchetti", Form.BYLINE),
        ("Das Gespräch führte Jonas Falkner", Form.BYLINE),
        ("Interview: Pia Holmgren", Form.BYLINE),
        ("Interview mit dem Hafenmeister", Form.PLAIN),
        ("A cura di Lapo Venturi", Form.BYLINE),
        ("Picture supplied: the signing at the dockside", Form.CAPTION),
        ("Foto cedida: el muelle nuevo", Form.CAPTION),
        ("Wij gebruiken cookies om je ervaring te verbeteren. Akkoord", Form.FURNITURE),
        ("Accept all cookies", Form.FURNITURE),
        ("Browser maker drops cookies for good", Form.PLAIN),
        (
            "Fe de erratas: en una versión anterior se situó el muelle en otro puerto.",
            Form.FURNITURE,
        ),
        ("Berichtigung: Der Kran steht in Velm.", Form.FURNITURE),
        ("This article is free to read this week. Register for three more", Form.FURNITURE),
        ("Außerdem in dieser Ausgabe: Der Kran und das Meer", Form.TEASER),
        ("Et aussi : La grue et la mer", Form.LABELLED),
        ("Lo último: Corte de agua en el puerto", Form.LABELLED),
        ("Comment la grue est tombée", Form.PLAIN),
    ],
)
def test_a_line_has_its_form(words: str, form: Form) -> None:
    assert form_of(unit(words)) is form


def test_the_steps_of_a_breadcrumb_end_with_the_page() -> None:
    assert crumbs_of(unit("Home » News » Crane stays where it is")) == (
        "Home",
        "News",
        "Crane stays where it is",
    )
    assert crumbs_of(unit("« Rien » a dit le maire")) == ()


def test_a_sentence_that_holds_a_date_is_no_stamp() -> None:
    assert stamp_rest("The crane fell on 3 June 2019 in the old harbour") is None
    assert stamp_rest("Lisbon, 3 June 2019") == ["Lisbon"]


def test_a_credit_names_agencies_and_nothing_else() -> None:
    assert is_agency_credit("With AFP and Reuters")
    assert is_agency_credit("dpa/AFP")
    assert not is_agency_credit("The map of the port")
    assert not is_agency_credit("")
