"""Figures that only a comparison needs."""

from __future__ import annotations

from briefing.briefs.further_figures import find_further
from tests.briefs.reports import differences, material_of, report, rivals


def found(language: str, *sentences: str) -> list[tuple[str, float, str | None]]:
    document = report("a", language, *sentences)
    return [
        (f.text, f.value, f.counted)
        for s in material_of(document).statements
        for f in find_further(s, document.article.text)
    ]


def test_one_counts_only_beside_victims() -> None:
    assert found("it", "Resta un disperso nella valle.") == [("un", 1.0, "disperso")]
    assert found("fr", "Il a vu un bateau sur le quai.") == []
    assert found("en", "One man had a boat.") == []


def test_one_killed_counts_in_the_lead_alone() -> None:
    assert found("fr", "Une spectatrice a été tuée.") == [("Une", 1.0, "killed")]
    lead = "La course a été arrêtée samedi après un accident grave."
    assert found("fr", lead, "Une spectatrice a été tuée.") == []


def test_a_page_that_knows_of_one_is_set_against_one_that_knows_of_two() -> None:
    one = report("a", "it", "Resta un disperso nella valle.")
    two = report("b", "fr", "Deux disparus sont recherchés dans la vallée.")
    assert rivals(differences(one, two)) == [["un disperso", "Deux disparus"]]


def test_two_centuries_of_one_thing_are_rivals_and_no_count_is_a_century() -> None:
    one = report("a", "es", "Entre lo recuperado figura la arqueta de marfil del siglo X.")
    two = report("b", "it", "Il pezzo più prezioso è un cofanetto d’avorio dell’XI secolo.")
    assert rivals(differences(one, two)) == [["siglo X", "XI secolo"]]
    guns = report("b", "de", "Taucher bargen elf Kanonen.")
    assert rivals(differences(one, guns)) == []
