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
