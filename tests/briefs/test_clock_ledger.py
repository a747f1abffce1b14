"""Times of day that sources give differently: in words, over zones, in running reports."""

from __future__ import annotations

from tests.briefs.reports import differences, report, rivals


def test_a_time_in_words_is_set_against_one_in_digits() -> None:
    one = report("a", "es", "La bolsa de gas estalló a las 04:30, antes del cambio de turno.")
    two = report("b", "it", "La deflagrazione è avvenuta alle cinque e un quarto del mattino.")
    assert rivals(differences(one, two)) == [["04:30", "cinque e un quarto del mattino"]]
    same = report("b", "nl", "De explosie was om half vijf in de ochtend, zei de brandweer.")
    assert rivals(differences(one, same)) == []


def test_where_a_page_leaves_open_the_half_of_the_day_either_will_do() -> None:
    one = report("a", "de", "Um 16.15 Uhr fiel der Schuss am Kai.")
    two = report("b", "nl", "Het schot viel om kwart over vier op de kade.")
    assert rivals(differences(one, two)) == []
    later = report("b", "nl", "Het schot viel om kwart over vijf op de kade.")
    assert rivals(differences(one, later)) == [["16.15 Uhr", "kwart over vijf"]]


def test_a_time_of_something_else_hours_away_does_not_stand_between() -> None:
    one = report("a", "es", "Estalló a las 04:30.", "La ministra se fue antes del mediodía.")
    two = report("b", "it", "La deflagrazione è avvenuta alle 5.15 del mattino.")
    assert rivals(differences(one, two)) == [["04:30", "5.15 del mattino"]]


def test_the_hour_of_an_entry_is_that_of_the_writing() -> None:
    live = report("a", "en", "21:50 – We are closing this page for the night.")
    other = report("b", "pt", "Os estivadores cruzaram os braços às 22h15 desta segunda-feira.")
    assert rivals(differences(live, other)) == []


def test_the_time_of_another_town_is_no_rival() -> None:
    one = report("a", "es", "El fuego empezó a las 16.25 horas en el arcén de una pista.")
    two = report("b", "pt", "O fogo começou às 15h25 de sábado, hora de Lisboa, na pista.")
    assert rivals(differences(one, two)) == []
