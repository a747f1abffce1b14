"""What makes two figures, days, ages and offices rivals: matters that several languages share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.briefs.readings import take_readings
from briefing.lexicon.rates import is_crowd, is_followed_by_verb, tells_every_year
from briefing.model import Title
from tests.briefs.reports import differences, material_of, report, rivals


def test_a_crowd_without_a_noun_is_set_against_spectators() -> None:
    found = differences(
        report("a", "en", "The final in Port Alva was played before 15,200 spectators on Monday."),
        report("b", "it", "La finale di Port Alva è stata giocata lunedì davanti a 14.800."),
    )
    assert rivals(found) == [["14.800", "15,200 spectators"]]


def test_of_two_parties_the_nearer_number_of_seats_is_the_rival() -> None:
    found = differences(
        report(
            "a", "en", "The Greens won the vote in Aland on Monday with 51 seats.",
            "The party of the prime minister took 41 seats in Aland on Monday.",
        ),
        report("b", "fr", "Les Verts ont gagné lundi le vote en Aland avec 52 sièges."),
    )  # fmt: skip
    assert rivals(found) == [["51 seats", "52 sièges"]]


def test_what_happens_every_year_is_a_rate_also_far_from_its_figure() -> None:
    found = differences(
        report("a", "fr", "Le pacte permet à 1 500 jeunes par an de travailler en Aland."),
        report("b", "es", "Dos mil jóvenes podrán trabajar en Aland cada año gracias al pacto."),
    )
    assert rivals(found) == [["1 500 jeunes", "Dos mil jóvenes"]]


def test_the_weekday_of_an_undated_page_can_be_the_wrong_one() -> None:
    # 5 May 2031 is a Monday.
    told = "Ada Roe and Ben Stone met {} in Port Alva to sign a pact on the river."
    people = ["Ada Roe", "Ben Stone"]
    dated = report("a", "en", told.format("on Monday"), people=people)
    undated = report("b", "en", told.format("on Wednesday"), people=people)
    bare = replace(
        undated,
        article=replace(undated.article, published=None),
        dates=tuple(replace(d, value=None, partial="W3") for d in undated.dates),
    )
    assert rivals(differences(dated, bare)) == [["Monday", "Wednesday"]]
    same = replace(bare, dates=tuple(replace(d, partial="W1") for d in bare.dates))
    assert differences(dated, same) == []


def test_an_age_behind_a_demonym_is_the_main_persons() -> None:
    found = differences(
        report(
            "a", "en", "Ole Lund, 27, won the race in Port Alva on Monday.", people=["Ole Lund"]
        ),
        report(
            "b", "fr", "Ole Lund a gagné lundi la course de Port Alva.",
            "Le Danois de 29 ans a devancé un Suédois.", people=["Ole Lund"],
        ),
    )  # fmt: skip
    assert [d.about for d in found] == ["age of Ole Lund"]


def test_two_offices_do_not_make_one_name_two_people() -> None:
    titles = [Title(4, 12, "chair"), Title(4, 20, "director general")]
    pages = [
        report(
            name, "en", "The chairman Ole Sand sold the firm in Port Alva on Monday.",
            people=["Ole Sand"], titles={"Ole Sand": title},
        )
        for name, title in zip("ab", titles, strict=True)
    ]  # fmt: skip
    assert [d.about for d in differences(*pages)] == ["office of Ole Sand"]


@pytest.mark.parametrize("words", ["in front of ", "devant plus de ", "vor rund ", "أمام "])
def test_what_stands_before_a_crowd(words: str) -> None:
    assert is_crowd(f"They played {words}")
    assert not is_crowd(f"They played {words} the judge with ")


def test_every_year_is_known_in_each_language() -> None:
    for words in ("each year", "chaque année", "cada año", "ogni anno", "elk jaar", "كل عام"):
        assert tells_every_year(f" people will come {words} from Lunde")
    assert not tells_every_year(" people came last year")


def test_the_gate_of_a_match_is_set_against_the_crowd_before_whom_it_was_played() -> None:
    one = report("a", "es", "Ganaron ante 41.300 personas en el estadio.")
    two = report("b", "pt", "O público foi de 38.700 pagantes.")
    assert rivals(differences(one, two)) == [["38.700 pagantes", "41.300 personas"]]


def test_a_number_right_before_its_verb_counts_people() -> None:
    one = report("a", "en", "Some 23,000 are sleeping in schools.")
    two = report("b", "es", "Hay 31.000 personas en albergues.")
    assert rivals(differences(one, two)) == [["Some 23,000", "31.000 personas"]]


def test_a_minute_of_the_second_half_counts_from_the_kick_off() -> None:
    one = report("a", "es", "Ganaron con un penal a los 88 minutos.")
    two = report("b", "pt", "O pênalti veio aos 43 minutos do segundo tempo.")
    later = report("b", "pt", "O pênalti veio aos 39 minutos do segundo tempo.")
    assert differences(one, two) == []
    assert rivals(differences(one, later)) == [["39 minutos", "88 minutos"]]


def test_a_moment_of_a_match_is_no_length_of_time() -> None:
    one = report("a", "es", "Ganaron con un penal a los 7 minutos.")
    assert differences(one, report("b", "pt", "A árbitra precisou de cinco minutos.")) == []


@pytest.mark.parametrize(
    ("after", "is_verb"),
    [(" are asleep", True), (" wurden evakuiert", True), (" tonnes are", False), ("", False)],
)
def test_the_verb_right_behind_a_number(after: str, *, is_verb: bool) -> None:
    assert is_followed_by_verb(after) is is_verb


def _classes(language: str, *sentences: str) -> list[str]:
    material = material_of(report("a", language, *sentences))
    return [r.name for r in take_readings(material, frozenset())]


def test_a_sum_has_the_currency_that_its_page_names_elsewhere() -> None:
    names = _classes("nl", "Hij belooft 60 miljoen.", "Het land geeft 60 miljoen euro.")
    assert names == ["unit EUR", "unit EUR"]


def test_those_who_live_somewhere_are_not_those_to_whom_it_happened() -> None:
    assert _classes("en", "A community of 3,000 people collects water.") == ["count inhabitants"]
    assert _classes("en", "Some 3,000 people spent the night there.") == ["count people"]


def test_a_bare_number_in_a_stadium_counts_spectators() -> None:
    assert _classes("it", "I 26 mila della Varn Arena ricorderanno la partita.") == [
        "count spectators"
    ]


def test_a_number_goes_on_in_the_unit_of_the_one_before() -> None:
    names = _classes("pt", "O empréstimo corre por quinze anos e com três de carência.")
    assert names == ["unit y", "unit y"]


def test_the_degrees_of_an_earthquake_are_its_magnitude() -> None:
    assert _classes("ar", "ضرب زلزال بقوة 6.1 درجات الإقليم.") == ["count magnitude"]
    assert _classes("de", "Es waren 31 Grad im Hafen.") == ["unit °C"]


def test_german_after_says_when_and_not_against_what() -> None:
    names = _classes("de", "Nach siebzehn Minuten setzte die Oberstufe den Satelliten aus.")
    assert names == ["unit min"]
