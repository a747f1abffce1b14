"""Days to come and clock times that sources give differently."""

from __future__ import annotations

from tests.briefs.reports import differences, report, rivals


def test_the_one_day_to_come_left_over_in_each_report_is_a_rival() -> None:
    one = report("a", "nl", "Op 20 mei zullen zij vieren.", "Op 2 juni zullen zij weer praten.")
    two = report("b", "fr", "Ils fêteront le 20 mai.", "Ils se verront le 9 juin.")
    assert rivals(differences(one, two)) == [["2 juni", "9 juin"]]
    far = report("b", "fr", "Ils fêteront le 20 mai.", "Ils se verront le 9 août.")
    assert rivals(differences(one, far)) == []


def test_a_weekday_alone_is_to_come_only_where_the_sentence_says_so() -> None:
    one = report("a", "en", "The parties will meet again on Friday.")
    two = report("b", "fr", "Les partis se réuniront samedi.")
    assert rivals(differences(one, two)) == [["Friday", "samedi"]]
    past = report("b", "fr", "Les partis s'étaient réunis samedi.")
    assert rivals(differences(one, past)) == []


def test_the_one_clock_time_left_over_in_each_report_is_a_rival() -> None:
    one = report("a", "it", "Il volo è partito alle 9.10.", "Il blitz è scattato alle 16.20.")
    two = report("b", "de", "Der Flug ging um 9.10 Uhr.", "Der Zugriff erfolgte um 17.45 Uhr.")
    assert rivals(differences(one, two)) == [["16.20", "17.45 Uhr"]]
    both = report("b", "de", "Um 16.20 Uhr fiel ein Schuss.", "Um 17.45 Uhr war es vorbei.")
    assert rivals(differences(one, both)) == []


def test_the_further_down_two_clock_times_stand_the_more_their_sentences_must_share() -> None:
    filler = [f"Nothing of note was said about the weather of spring {n}." for n in range(7)]
    one = report("a", "en", *filler, "The mayor closed the bridge to traffic at 9.10 p.m.")
    like = report("b", "en", *filler, "The mayor closed the bridge to traffic at 9.50 p.m.")
    other = report("b", "en", *filler, "Dinner for the guests was over at 9.50 p.m.")
    assert rivals(differences(one, like)) == [["9.10 p.m.", "9.50 p.m."]]
    assert rivals(differences(one, other)) == []


def test_weekdays_to_come_of_two_things_are_left_alone() -> None:
    one = report("a", "es", "La lluvia continuará hasta el martes, según el servicio.")
    two = report("b", "de", "Sie will am Donnerstag mit dem Nachbarn verhandeln.")
    assert rivals(differences(one, two)) == []


def test_the_day_of_writing_is_not_that_of_the_event() -> None:
    one = report("a", "en", "Some were homeless on Tuesday, one day after the ferry sank.")
    two = report("b", "en", "The ferry sank on Monday, and some were homeless there.")
    assert rivals(differences(one, two)) == []
