"""Figures of reports in several languages, set against each other or left alone."""

from __future__ import annotations

import pytest

from tests.briefs.reports import differences, report, rivals


@pytest.mark.parametrize(
    ("one", "two", "language"),
    [
        ("Some 90 firefighters came to the quay.", "Op de kade waren 70 brandweerlieden.", "nl"),
        ("The bill passed with 61 votes.", "La ley recibió 51 votos.", "es"),
        ("Six drones were sent.", "Acht Unterwasserdrohnen wurden geschickt.", "de"),
        ("The festival had five stages.", "O festival teve seis palcos.", "pt"),
        ("Nine districts were flooded.", "Sette distretti sono allagati.", "it"),
    ],
)
def test_things_of_one_class_are_rivals_in_two_languages(one: str, two: str, language: str) -> None:
    (found,) = differences(report("a", "en", one), report("b", language, two))
    assert {v.article for v in found.values} == {"a", "b"}


@pytest.mark.parametrize(
    ("one", "two", "language"),
    [
        ("Six drones were sent.", "Sechs Unterwasserdrohnen wurden geschickt.", "de"),
        ("The deal cost 1.2 billion dollars.", "El acuerdo costó 1.200 millones de dólares.", "es"),
        ("They were 460 feet down.", "Erano a 140 metri di profondità.", "it"),
        ("He got four and a half years.", "Er bekam viereinhalb Jahre.", "de"),
        ("A dozen vessels waited.", "Douze navires attendaient.", "fr"),
        ("It hit four of the port's seven terminals.", "Vier van de zeven terminals.", "nl"),
        ("More than 31,000 spectators came.", "Sono venuti 31.240 spettatori.", "it"),
    ],
)
def test_one_value_in_other_clothes_is_agreement(one: str, two: str, language: str) -> None:
    assert differences(report("a", "en", one), report("b", language, two)) == []


def test_round_figures_differ_by_more_than_they_leave_open() -> None:
    def losses(words: str) -> list[list[str]]:
        fans = report("b", "de", f"Es kamen {words} Zuschauer.")
        return rivals(differences(report("a", "en", "It drew 6,400 spectators."), fans))

    assert losses("rund 7000") == [["6,400 spectators", "rund 7000 Zuschauer"]]
    assert losses("rund 6000") == []


def test_what_stands_between_the_same_neighbours_is_one_matter() -> None:
    one = report(
        "a", "en", "It fined 40 shops.", "The sitting lasted nine hours.", "It sat 12 days."
    )
    two = report(
        "b", "pt", "Multou 40 lojas.", "A sessão durou onze horas.", "Reuniu-se 12 dias."
    )  # fmt: skip
    assert rivals(differences(one, two)) == [["nine hours", "onze horas"]]


def test_a_sum_without_its_currency_has_that_of_the_sum_before() -> None:
    one = report(
        "a", "en", "The fund has $900 million.", "A first part of $300 million comes soon."
    )
    two = report(
        "b", "es", "El fondo tiene 900 millones de dólares.", "La primera parte, de 350 millones."
    )  # fmt: skip
    assert rivals(differences(one, two)) == [["$300 million", "350 millones"]]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Polls gave her 51 percent.", "Elle a obtenu 53 % des voix."),
        ("The town pays 60 million euros a year.", "La ville paie 240 millions d'euros."),
        ("Four people died.", "Trois personnes ont été blessées."),
        ("The toll: 40 dead.", "Les secours ont envoyé 30 ambulances."),
    ],
)
def test_other_matters_are_left_alone(one: str, two: str) -> None:
    opening = "The ferry sank off Port Alva."
    found = differences(report("a", "en", opening, opening, one), report("b", "fr", "Le bac.", two))
    assert found == []


def test_rates_are_compared_with_rates() -> None:
    one = report("a", "en", "The stoppage costs employers 3.5 million euros a day.")
    two = report("b", "fr", "L'arrêt coûte aux employeurs 4,2 millions d'euros par jour.")
    assert rivals(differences(one, two)) == [["3.5 million euros", "4,2 millions d'euros"]]


def test_labels_are_words_of_the_sources() -> None:
    one = report("a", "en", "The damage to the port is put at 600,000 euros.")
    two = report("b", "fr", "Les dégâts au port sont estimés à 900 000 euros.")
    ships = (
        report("c", "fr", "Quatorze navires attendent."),
        report("d", "en", "Some 19 ships wait."),
    )
    (sums,) = differences(one, two)
    (vessels,) = differences(*ships)
    assert sums.about == "… to the port is put at … (EUR)"
    assert [v.normalised for v in sums.values] == ["600,000 EUR", "900,000 EUR"]
    assert vessels.about == "vessels · navires"


def test_a_noun_that_only_one_language_is_known_in_may_be_a_rival() -> None:
    one = report("a", "en", "At the quays of Valoria and Lunderon 71 ferries lay idle.")
    two = report("b", "it", "Ferme 64 vongolare ai moli di Valoria e Lunderon.")
    assert rivals(differences(one, two)) == [["64 vongolare", "71 ferries"]]
    other = report("b", "it", "Il sindaco ha salutato 12 vongolare.")
    assert differences(one, other) == []


def test_what_is_left_over_beside_an_agreed_value_is_a_rival_where_it_is_near() -> None:
    one = report("a", "en", "The cap is 795,000 tonnes.", "Experts had advised 782,000 tonnes.")
    near = report("b", "nl", "Het plafond is 795 duizend ton.", "De reders noemen 770.000 ton.")
    far = report("b", "nl", "Het plafond is 795 duizend ton.", "De reders noemen 31.000 ton.")
    assert rivals(differences(one, near)) == [["770.000 ton", "782,000 tonnes"]]
    assert differences(one, far) == []


def test_the_only_large_count_of_people_in_two_languages_is_one_matter() -> None:
    one = report("a", "en", "Some 4,100 people were moved to make room.")
    assert rivals(differences(one, report("b", "fr", "On parle de 5 300 habitants partis."))) == [
        ["Some 4,100 people", "5 300 habitants"]
    ]
    assert differences(one, report("b", "fr", "On parle de 53 000 habitants partis.")) == []


def test_the_only_hours_of_two_reports_are_one_matter() -> None:
    one = report("a", "en", "The blaze was out six hours later.", "It was a warehouse.")
    two = report("b", "nl", "Na acht uur gaf de commandant het sein.")
    assert rivals(differences(one, two)) == [["six hours", "acht uur"]]


def test_energy_is_no_power() -> None:
    one = report("a", "en", "The villages will get 300 gigawatt-hours of electricity.")
    two = report("b", "de", "Taschkent liefert 350 Gigawattstunden Strom.")
    assert rivals(differences(one, two)) == [["300 gigawatt-hours", "350 Gigawattstunden"]]
    assert differences(one, report("b", "de", "Das Werk leistet 350 Megawatt.")) == []


def test_a_toll_that_its_page_says_has_risen_is_no_dispute() -> None:
    first = report("a", "es", "El choque deja 14 muertos en la ruta de la sierra.")
    rise = "Die Zahl der Toten steigt auf 16."
    bare = report("b", "de", rise)
    told = report("b", "de", rise, "Am Sonntag war noch von 14 Toten die Rede.")
    assert rivals(differences(first, bare)) == [["14 muertos", "16"]]
    assert differences(first, told) == []


def test_suspected_and_confirmed_cases_are_two_counts() -> None:
    one = report("a", "en", "There are 96 confirmed cases of the fever in the valley.")
    two = report("b", "fr", "On compte 124 cas suspects de la fièvre dans la vallée.")
    more = report("b", "fr", "On compte 124 cas confirmés de la fièvre dans la vallée.")
    assert differences(one, two) == []
    assert len(differences(one, more)) == 1


@pytest.mark.parametrize(
    ("one", "two", "language"),
    [
        ("Gusts of 134 miles per hour.", "Die Böen erreichten 240 Kilometer in der Stunde.", "de"),
        ("Winds of 180 km/h hit it.", "Vientos de 140 kilómetros a la hora la azotaron.", "es"),
        ("The train did 140 km/h there.", "Der Zug fuhr dort mit Tempo 160.", "de"),
    ],
)  # fmt: skip
def test_speeds_in_whatever_words_are_rivals(one: str, two: str, language: str) -> None:
    assert len(differences(report("a", "en", one), report("b", language, two))) == 1


@pytest.mark.parametrize(
    ("one", "two", "language"),
    [
        ("Gusts of 134 miles per hour.", "Die Böen erreichten 215 Kilometer pro Stunde.", "de"),
        ("It lay 18 nautical miles out.", "Es lag 33 Kilometer vor der Küste.", "de"),
        ("They have two weeks to appeal.", "Tienen diez días hábiles para apelar.", "es"),
        ("More than two dozen vessels waited.", "26 navios aguardavam.", "pt"),
        ("Une vingtaine de navires attendent.", "26 navios aguardavam.", "pt"),
        ("It drew 1.24 million visitors.", "El museo tuvo 1,2 millones de visitantes.", "es"),
        ("They belong to a community of 3,000 people.", "5400 Menschen schliefen dort.", "de"),
        ("It opened 24 years ago.", "Die Leitung hielt 31 Jahre.", "de"),
        ("It is out every six months.", "Die Arbeit dauert sieben Monate.", "de"),
        ("Turnout was 52 percent.", "A abstenção foi de 47 por cento.", "pt"),
    ],
)  # fmt: skip
def test_measures_of_other_things_and_round_ones_are_left_alone(
    one: str, two: str, language: str
) -> None:
    first = "fr" if one.startswith("Une") else "en"
    assert differences(report("a", first, one), report("b", language, two)) == []


def test_a_value_is_a_number_with_its_unit_or_its_noun() -> None:
    one = report("a", "it", "Si è separato dopo ventuno minuti di volo.")
    two = report("b", "de", "Nach siebzehn Minuten setzte die Oberstufe ihn aus.")
    assert rivals(differences(one, two)) == [["siebzehn Minuten", "ventuno minuti"]]
    part = report("a", "es", "Once de las piezas robadas fueron halladas en Varn.")
    whole = report("b", "it", "Hanno trovato a Varn dodici pezzi rubati.")
    assert rivals(differences(part, whole)) == [["Once", "dodici pezzi"]]


def test_sums_in_other_currencies_are_no_rivals_without_their_currency_either() -> None:
    one = report("a", "nl", "Zij belooft Varn 60 miljoen.", "Het land geeft 60 miljoen euro.")
    two = report("b", "en", "The country gives Varn almost $70 million over six years.")
    assert differences(one, two) == []


def test_those_whom_a_page_counts_in_two_groups_are_as_many_as_both() -> None:
    one = report("a", "en", "A ferry with 98 passengers and 22 crew ran aground.")
    two = report("b", "de", "Die Fähre ist mit 120 Menschen an Bord aufgelaufen.")
    assert differences(one, two) == []


def test_days_of_mourning_are_no_other_days() -> None:
    one = report("a", "es", "El gobernador decretó tres días de duelo en el valle.")
    two = report("b", "en", "It closed a search that had gone on for two days there.")
    assert differences(one, two) == []
