"""What speaks for two figures being about one thing, and the weights that ship."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.briefs.background import find_background
from briefing.briefs.comparing import build_comparer
from briefing.briefs.differences import take_all_readings
from briefing.briefs.lineup import Lineup
from briefing.briefs.pairing import FEATURES, Comparison, Features, shipped_weights
from briefing.model import Document
from tests.briefs.reports import DAY, material_of, report


def _lineup(*documents: Document) -> Lineup:
    material = material_of(*documents)
    readings = take_all_readings(material, find_background(material))
    return Lineup(readings, build_comparer(material), DAY)


def _features(one: Sequence[str], two: Sequence[str], language: str = "fr") -> list[Features]:
    lineup = _lineup(report("a", "en", *one), report("b", language, *two))
    return [Comparison(lineup).features(pair) for pair in lineup.rivalling()]


def test_every_feature_has_a_weight_and_no_weight_is_left_over() -> None:
    weights = shipped_weights()
    assert set(weights.weights) == set(FEATURES)
    assert len(weights.trained_on) > 1


def test_what_speaks_against_a_pair_lowers_its_odds() -> None:
    weights = shipped_weights().weights
    against = ("apart", "agreed_elsewhere", "places_apart", "other_kind", "one_background", "late")
    assert all(weights[f] < 0 for f in against)
    assert all(weights[f] > 0 for f in ("very_close", "digits_turned", "same_neighbours"))


def test_features_are_known_ones_and_say_what_the_pages_say() -> None:
    (found,) = _features(["It fined 68 shops."], ["Multou 86 lojas."], "pt")
    assert set(found) <= set(FEATURES)
    assert found["digits_turned"] == 1
    assert found["class: same noun"] == 1
    assert found["only_of_telling_class"] == 1
    assert "one_language" not in found


def test_a_value_that_the_other_page_gives_as_well_is_taken() -> None:
    one = ["Some 40 ships came.", "Later 55 ships left."]
    taken = _features(one, ["On a vu 40 navires."])
    assert [f["agreed_elsewhere"] for f in taken] == [1]
    assert _features(one, ["On a vu 40 navires.", "Puis 55 navires."]) == []


def test_values_far_apart_and_halves_of_a_whole_are_no_pairs() -> None:
    assert _features(["Some 40 ships came."], ["On a vu 900 navires."]) == []
    assert _features(["Turnout was 58 per cent."], ["L'abstention atteint 42 %."]) == []
    assert len(_features(["Turnout was 58 per cent."], ["La participation atteint 52 %."])) == 1


def test_what_only_announces_or_quotes_is_no_rival() -> None:
    one = report("a", "en", "Some 40 ships came.")
    lineup = _lineup(one, report("b", "fr", "On a vu 50 navires."))
    assert len(list(lineup.rivalling())) == 1
    quoting = _lineup(one, report("b", "fr", "On a vu 50 navires."))
    for reading in quoting.readings:
        object.__setattr__(reading, "is_quoted", True)
    assert list(quoting.rivalling()) == []


def test_organisers_and_the_police_count_one_crowd_differently() -> None:
    (found,) = _features(
        ["Organisers spoke of 12,000 people."], ["La police a compté 6 000 personnes."]
    )
    assert found["other_claimant"] == 1


def test_features_do_not_depend_on_the_order_of_a_pair() -> None:
    lineup = _lineup(
        report("a", "en", "Some 40 ships and 12 planes came.", "It cost 300 million euros."),
        report("b", "fr", "On a vu 50 navires et 15 avions.", "Coût : 420 millions d'euros."),
    )
    comparison = Comparison(lineup)
    for pair in lineup.rivalling():
        turned = type(pair)(pair.two, pair.one, pair.relation)
        assert comparison.features(pair) == comparison.features(turned)
