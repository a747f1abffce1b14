"""Days, months and years that sources give differently."""

from __future__ import annotations

import pytest

from tests.briefs.reports import differences, report, rivals


@pytest.mark.parametrize(
    ("one", "two", "language"),
    [
        ("The talks resume on 12 May.", "Las conversaciones se reanudarán el 13 de mayo.", "es"),
        ("The ship, built in 1968, sank.", "Le navire, construit en 1986, a coulé.", "fr"),
        ("The port opens in November 2032.", "Le port ouvrira en octobre 2032.", "fr"),
        ("It sank on 3 August 2029 in the port.", "È affondata il 13 agosto 2029 nel porto.", "it"),
    ],
)
def test_dates_that_may_be_slips_for_each_other_differ(one: str, two: str, language: str) -> None:
    assert len(differences(report("a", "en", one), report("b", language, two))) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The talks resume on 12 May.", "Les discussions reprendront le 12 mai."),
        ("The ship, built in 1968, sank.", "Le navire, vendu en 2004, a coulé."),
        ("The port opens in November 2032.", "Le maire quittera ses fonctions en mars 2033."),
        ("From 12 May to 20 May it is shut.", "Il est fermé du 12 au 20 mai."),
    ],
)
def test_other_dates_do_not(one: str, two: str) -> None:
    assert differences(report("a", "en", one), report("b", "fr", two)) == []


def test_a_date_both_articles_give_is_agreed() -> None:
    one = report("a", "en", "It was built in 1968 and rebuilt in 1986.")
    two = report("b", "fr", "Construit en 1986, il a été vendu.")
    assert differences(one, two) == []


def test_a_range_is_cited_to_its_end() -> None:
    one = report("a", "es", "La próxima edición será del 27 al 30 de agosto de 2031.")
    two = report("b", "fr", "Prochaine édition du 28 au 31 août 2031.")
    assert rivals(differences(one, two)) == [["27 al 30 de agosto de 2031", "28 au 31 août 2031"]]


def test_the_only_years_ahead_of_two_reports_are_set_against_each_other() -> None:
    one = report("a", "en", "The fleet flies from 2033, said the host.")
    assert rivals(differences(one, report("b", "it", "Si parte nel 2034."))) == [["2033", "2034"]]
    assert differences(one, report("b", "it", "Si parte nel 2034 e si chiude nel 2040.")) == []
    assert differences(one, report("b", "it", "Si parte nel 2039.")) == []


def test_a_month_in_which_something_starts_needs_less_in_one_language() -> None:
    one = report("a", "pt", "O salário mínimo da ilha sobe a partir de agosto, votou a câmara.")
    two = report("b", "pt", "O salário mínimo passa a ser pago a partir de setembro de 2031.")
    assert rivals(differences(one, two)) == [["agosto", "setembro de 2031"]]
    ends = report("b", "pt", "O salário mínimo será pago até setembro de 2031.")
    assert differences(one, ends) == []
