from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.mentions import (
    blank_marks,
    cut_long,
    find_mentions,
    is_shouted,
    passage_ranges,
    quieten,
    usual_cases,
)
from briefing.model import Block, BlockKind
from tests.analysis.taggers import WordTagger, one_block


def named(text: str, labels: dict[str, str], language: str = "en") -> list[tuple[str, str]]:
    tagger = WordTagger(labels)
    mentions = find_mentions(text, one_block(text, language), tagger)
    return [(m.text, str(m.label)) for m in mentions]


def test_a_title_is_no_part_of_a_name() -> None:
    labels = {"Mme Odile Ferrand": "PER", "Mr. Tom Arkwell": "PER"}
    text = "Hier, Mme Odile Ferrand a reçu Mr. Tom Arkwell."
    assert named(text, labels, "fr") == [("Odile Ferrand", "PER"), ("Tom Arkwell", "PER")]


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    text = "Minister Odile Ferrand spoke first. Later Ferrand left, and Ferrand's aide stayed."
    assert named(text, {"Odile Ferrand": "PER"}) == [
        ("Odile Ferrand", "PER"),
        ("Ferrand", "PER"),
        ("Ferrand", "PER"),
    ]


def test_a_surname_labelled_otherwise_is_corrected() -> None:
    text = "Odile Ferrand spoke. Then Ferrand left."
    labels = {"Odile Ferrand": "PER", "Ferrand": "LOC"}
    assert ("Ferrand", "LOC") not in named(text, labels)


def test_an_acronym_in_brackets_is_an_organisation_everywhere() -> None:
    text = "The Northern Water Board (NWB) met on Monday. On Tuesday the NWB will vote."
    assert named(text, {}) == [("Northern Water Board", "ORG"), ("NWB", "ORG"), ("NWB", "ORG")]


def test_an_agency_after_a_dateline_does_not_take_the_place_s_label() -> None:
    text = "LIMA, Peru (AP) - Rain fell on Sunday in the hills."
    assert ("AP", "LOC") not in named(text, {"Peru": "LOC", "LIMA": "LOC"})


def test_countries_are_found_and_demonyms_are_not() -> None:
    text = "Talks between Norway and the Danish delegation, said the Norwegian minister."
    assert named(text, {"Danish": "LOC", "Norwegian": "ORG"}) == [("Norway", "LOC")]


def test_a_country_in_a_contest_is_not_marked() -> None:
    assert named("He won the Italy Open twice.", {}) == []


def test_a_ministry_takes_its_common_noun_in() -> None:
    text = "Un communiqué du ministère de l’Intérieur, selon le ministère des Finances."
    assert named(text, {"Intérieur": "ORG"}, "fr") == [
        ("ministère de l’Intérieur", "ORG"),
        ("ministère des Finances", "ORG"),
    ]


def test_a_portfolio_after_an_office_is_no_organisation() -> None:
    text = "Le ministre de l’Intérieur a parlé."
    assert named(text, {"Intérieur": "ORG"}, "fr") == []


def test_a_hospital_is_a_place() -> None:
    text = "She was taken to Saint Aldric Hospital on Sunday."
    assert named(text, {"Saint Aldric Hospital": "ORG"}) == [("Saint Aldric Hospital", "LOC")]


def test_whose_body_it_is_stays_outside_its_name() -> None:
    text = "The Danish National Police said so."
    assert named(text, {"Danish National Police": "ORG"}) == [("National Police", "ORG")]


def test_a_headline_in_capitals_is_read_as_the_page_writes_it_elsewhere() -> None:
    text = "FERRAND MEETS NWB CHIEF IN OSLO\n\nOdile Ferrand met the head of NWB in Oslo."
    blocks = (Block(0, 31, BlockKind.HEADLINE, "en"), Block(33, len(text), BlockKind.BODY, "en"))
    tagger = WordTagger({"Odile Ferrand": "PER", "NWB": "ORG", "Oslo": "LOC"})
    mentions = find_mentions(text, blocks, tagger)
    assert tagger.seen[0].text == "Ferrand Meets NWB Chief in Oslo"
    assert [(m.text, str(m.label)) for m in mentions[:3]] == [
        ("FERRAND", "PER"),
        ("NWB", "ORG"),
        ("OSLO", "LOC"),
    ]


def test_clutter_is_marked_too() -> None:
    text = "Photo: Odile Ferrand"
    blocks = (Block(0, len(text), BlockKind.CLUTTER, "en"),)
    assert [m.text for m in find_mentions(text, blocks, WordTagger({"Odile Ferrand": "PER"}))] == [
        "Odile Ferrand"
    ]


def test_an_arabic_country_is_cut_from_its_proclitic() -> None:
    assert named("وصل الوفد والنرويج تنتظر", {"والنرويج": "LOC"}, "ar") == [("النرويج", "LOC")]


def test_lines_that_their_length_broke_are_read_as_one() -> None:
    text = "x" * 40 + " the council of\nministers met.\nHome\nSport"
    block = Block(0, len(text), BlockKind.BODY, "en")
    assert [text[s:e].count("\n") for s, e in passage_ranges(text, block)] == [1, 0, 0]


def test_capitals_are_told_from_acronyms() -> None:
    assert is_shouted("MINISTERS MEET IN OSLO")
    assert not is_shouted("The NWB and the KLM met")
    assert not is_shouted("NWB")


def test_long_lines_are_cut_at_spaces_and_nothing_is_lost() -> None:
    text = "Odile Holm " * 5000 + "x" * 50_000
    pieces = list(cut_long(text, 0, len(text)))
    assert "".join(text[s:e] for s, e in pieces) == text
    assert max(e - s for s, e in pieces) <= 20_000
    assert all(text[s:e].strip()[:5] in {"Odile", "Holm ", "Holm", "xxxxx"} for s, e in pieces)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="ABCDEFßÉİ abcdé.\n’", max_size=60))
def test_quietening_keeps_every_character_in_its_place(line: str) -> None:
    quiet = quieten(line, "en", usual_cases(line))
    assert len(quiet) == len(line)
    assert [c.isalpha() for c in quiet] == [c.isalpha() for c in line]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "Odile Ferrand",
                "Ferrand",
                "NWB",
                "(NWB)",
                "the",
                "Norway",
                "’s",
                ".",
                "\n",
                "Mr",
                "،",
            ]
        ),
        max_size=25,
    )
)
def test_mentions_are_sorted_apart_and_true_to_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    labels = {"Odile Ferrand": "PER", "Ferrand": "LOC", "NWB": "ORG", "Mr": "PER"}
    mentions = find_mentions(text, one_block(text), WordTagger(labels))
    assert all(m.text == text[m.start : m.end] and m.start < m.end for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))


def test_a_long_hostile_line_is_read_in_linear_time() -> None:
    text = "(A" * 30_000 + " Odile" * 10_000
    assert isinstance(find_mentions(text, one_block(text), WordTagger({})), tuple)


def test_joined_acronyms_are_two_bodies() -> None:
    text = "The NWB-KWF report came out."
    assert named(text, {"NWB-KWF": "ORG"}) == [("NWB", "ORG"), ("KWF", "ORG")]


def test_a_city_and_its_country_are_two_places() -> None:
    text = "They met in Oslo Norway, not in New Mexico."
    assert named(text, {"Oslo Norway": "LOC", "New Mexico": "LOC"}) == [
        ("Oslo", "LOC"),
        ("Norway", "LOC"),
        ("New Mexico", "LOC"),
    ]


def test_a_common_word_spelt_like_a_country_is_left_alone() -> None:
    assert named("La reunión empezó tarde.", {}, "es") == []


def test_an_article_is_no_part_of_a_country() -> None:
    text = "Le Danemark a signé, la Norvège aussi."
    assert named(text, {}, "fr") == [("Danemark", "LOC"), ("Norvège", "LOC")]


def test_arabic_words_spelt_like_countries_are_told_apart() -> None:
    assert named("بحث الوزير الوضع المالي للنرويج وفنلندا", {}, "ar")[-1] == ("فنلندا", "LOC")
    assert named("الوضع المالي صعب", {}, "ar") == []


def test_long_runs_of_marks_are_blank_to_the_tagger_and_nothing_moves() -> None:
    line = "Ada Lorn\n" + "\"'(" * 30 + ' said: - "no" ----- to Velm.'
    shown = blank_marks(line)
    assert len(shown) == len(line)
    assert shown.split() == ["Ada", "Lorn", "said:", "-", '"no"', "-----", "to", "Velm."]
