"""Datelines: where a report begins behind its place, day and agency."""

from __future__ import annotations

import pytest

from briefing.analysis.datelines import dateline_agency, dateline_end


@pytest.mark.parametrize(
    ("dateline", "report", "agency"),
    [
        ("OSLO (AFP) – ", "Ministers met.", "AFP"),
        ("Lisbonne, 3 mars (APS) – ", "Les ministres", "APS"),
        ("Vigo, 8 ago (EFE).- ", "La flota", "EFE"),
        ("Bonn (dpa) – ", "Der Rat", "dpa"),
        ("SANTIAGO, May 3 (Reuters) - ", "Workers", "Reuters"),
        ("(ANSA) - ROMA, 21 GEN - ", "Una frana", "ANSA"),
        ("PARIS — ", "The board", None),
        ("BERGEN: ", "Ministers met.", None),
        ("SANTIAGO. ", "Los ministros", None),
        ("Bergen. ", "The ferries", None),
        ("Bonn – ", "Der Rat", None),
        ("OLD MILL FORD, Norway – ", "The bridge", None),
        ("بيروت: ", "قال أصحاب", None),
        ("بيروت – ", "قال أصحاب", None),
        ("بيروت - رويترز: ", "قال أصحاب", "Reuters"),
        ("الدوحة في 3 مارس /قنا/ ", "اجتمع", "QNA"),
        ("Bergen, 3. März 2025 – ", "Der Rat", None),
        ("Hamburg/Kiel. ", "Der Rat", None),
        ("Bergen.- ", "Los ministros", None),
        ("بيروت (رويترز) - ", "قال أصحاب", "Reuters"),
    ],
)
def test_a_dateline_is_cut_off(dateline: str, report: str, agency: str | None) -> None:
    assert dateline_end(f"{dateline}{report} and more.") == len(dateline)
    assert dateline_agency(dateline) == agency


@pytest.mark.parametrize(
    "text",
    [
        "The well-known board met again on Monday.",
        "Two ministers - one old, one new - met again.",
        "Anna Berg (left) – the mayor – spoke first.",
        "A – B",
        "UPDATE: The board met.",
        "Bergen: A history of the port.",
        "Norway. The board met.",
        "Quietly. The board met.",
        "BERGEN: the board met.",
        "وقال: لن نوقع.",
        "",
    ],
)
def test_other_openings_are_left_to_the_report(text: str) -> None:
    assert dateline_end(text) == 0


@pytest.mark.parametrize("dateline", ["Bergen: ", "Bergen, Norway: ", "Bergen, Tuesday: "])
def test_a_town_in_small_letters_and_a_colon_open_a_report_but_no_title(dateline: str) -> None:
    report = "The board met on Monday and will meet again as soon as the ferry is repaired."
    assert dateline_end(dateline + report) == len(dateline)
    assert dateline_end(dateline + "A history of the port") == 0
