"""The report among all that stands on a page."""

from __future__ import annotations

import pytest

from briefing.readers import html_text
from briefing.readers.html_text import extract_text
from briefing.readers.markup import parse_html

LEAD = "The minister of works opened the new bridge on Monday, in front of two thousand people."
SECOND = "It cost ninety million and took four years, she said, and will carry trams from June on."
THIRD = (
    "The old bridge, built in 1931, will be kept for walkers and cyclists, the city council said."
)
REPORT = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEXT = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"
MENU = (
    "<nav><ul>"
    + "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(9))
    + "</ul></nav>"
)
TEASERS = "".join(
    f"<li><a href=/{n}><h3>Another story, number {n}, on another matter</h3></a></li>"
    for n in range(5)
)


def text(body: str, structured: str | None = None) -> str:
    page = (
        f"<nav><ul>{MENU}</ul></nav>{body}<section><h2>Read also</h2><ul>{TEASERS}</ul></section>"
    )
    return extract_text(parse_html(f"<html><body>{page}</body></html>"), structured)


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{REPORT}</article>",
        f"<div class=story><div>{LEAD}</div><div>{SECOND}</div><div>{THIRD}</div></div>",
        f"<div id=content><div>{LEAD}<br><br>{SECOND}<br><br>{THIRD}</div></div>",
        f"<article>{REPORT}<figure><img><figcaption>Photo: X</figcaption></figure></article>",
        f"<article>{REPORT}</article><div id=comments><p>Ann: I do not believe a word.</p></div>",
        f"<article>{REPORT}<script>load('words')</script><amp-ad>Buy</amp-ad></article>",
    ],
    ids=["article", "divisions", "line breaks", "figure", "comments", "scripts"],
)
def test_the_report_is_found_and_its_paragraphs_kept(body: str) -> None:
    assert text(body) == TEXT


def test_a_report_of_one_paragraph_is_found_too() -> None:
    body = f"<article><h1>Bridge opens</h1><p>{LEAD}</p></article>"
    assert text(body) == f"Bridge opens\n\n{LEAD}"


def test_lists_and_tables_keep_their_rows_together() -> None:
    rows = "<table><tr><th>Bridge</th><th>Year</th></tr><tr><td>Old</td><td>1931</td></tr></table>"
    entries = "<ul><li>Trams from June</li><li>Walkers now</li></ul>"
    assert text(f"<article>{REPORT}{entries}{rows}<p>{LEAD}</p></article>") == (
        f"{TEXT}\n\n- Trams from June\n- Walkers now\n\nBridge | Year\nOld | 1931\n\n{LEAD}"
    )


def test_a_standfirst_outside_the_report_opens_it() -> None:
    standfirst = "Four years late, and three million cheaper than planned."
    head = f"<header><h1>Bridge opens</h1><p class='article__standfirst'>{standfirst}</p></header>"
    assert text(f"<main>{head}<div class=body>{REPORT}</div></main>").endswith(
        f"{standfirst}\n\n{TEXT}"
    )
    repeated = text(f"<main><h1>Bridge</h1><p class=chapo>{LEAD}</p><div>{REPORT}</div></main>")
    assert repeated == f"Bridge\n\n{TEXT}"


def test_what_asks_for_consent_is_left_out_unless_it_is_all_there_is() -> None:
    wall = f"<div class='Cookie-Banner'><p>{'We and our partners store cookies. ' * 5}</p></div>"
    assert "partners" not in text(f"{wall}<article>{REPORT}</article>")
    alone = extract_text(parse_html(f"<html><body>{wall}</body></html>"), None)
    assert "partners" in alone


def test_the_body_that_metadata_give_stands_in_where_the_page_shows_little() -> None:
    assert text("<div id=root>Loading</div>", REPORT) == TEXT
    assert text(f"<article>{REPORT}</article>", f"<p>{LEAD}</p>") == TEXT


def test_a_vast_page_is_read_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_text, "_MAX_ELEMENTS", 10)
    assert text(f"<article>{REPORT}</article>").startswith("- Section 0\n- Section 1\n")
    monkeypatch.setattr(html_text, "_MAX_ELEMENTS", 1_000)
    monkeypatch.setattr(html_text, "_MAX_LEVELS", 3)
    assert TEXT in text(f"<article>{REPORT}</article>")
