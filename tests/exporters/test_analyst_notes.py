"""The analyst's notes travel in the comment of a brief, as theirs, and nothing else changes."""

from __future__ import annotations

import json

from briefing.exporters.analyst_notes import HEADING, AnalystNote, add_notes, split_notes
from briefing.exporters.commenting import keep_comment
from briefing.exporters.seal import SEAL, seal_record

MARKDOWN = "# Head\n\n## Gaps\n\n- none\n\n## Comment\n\n## Sources\n\n1. one\n"
NOTES = (
    AnalystNote("ring the *mayor*\nat noon"),
    AnalystNote("", "She <b>praised</b>\nthem.", 2, "Le Quai", "b.txt", 4, 24),
)


def test_notes_stand_in_the_comment_of_a_markdown_brief() -> None:
    text = add_notes(MARKDOWN, ".md", NOTES)
    before, block = text.split("## Comment\n")
    assert before == MARKDOWN.split("## Comment\n", maxsplit=1)[0]
    assert block.startswith(f"\n### {HEADING}\n\n- ring the \\*mayor\\* at noon\n")
    assert "- [2] Le Quai, “She \\<b>praised\\</b> them.”: marked\n" in block
    assert block.endswith("\n## Sources\n\n1. one\n")
    assert add_notes(MARKDOWN, ".md", ()) == MARKDOWN


def test_a_brief_written_anew_gets_the_new_notes_and_keeps_the_rest_of_the_comment() -> None:
    first = add_notes(MARKDOWN, ".md", NOTES[:1])
    edited = first.replace("\n## Sources", "\nMy own judgement.\n\n- a point of mine\n\n## Sources")
    again = keep_comment(edited, add_notes(MARKDOWN, ".md", NOTES[1:]))
    assert "My own judgement.\n\n- a point of mine" in again
    assert "ring the" not in again
    assert again.count(HEADING) == 1
    assert "Le Quai" in again
    without = keep_comment(edited, MARKDOWN)
    assert "ring the" in without
    assert "My own judgement." in without


def test_notes_are_told_from_what_else_stands_in_a_comment() -> None:
    assert split_notes("mine") == ("", "mine")
    notes, rest = split_notes(f"above\n\n### {HEADING}\n\n- one\n- two\n\nbelow\n")
    assert notes == f"### {HEADING}\n\n- one\n- two"
    assert rest == "above\n\nbelow"


def test_notes_stand_in_the_comment_of_an_html_page() -> None:
    page = '<h2>Comment</h2><div class="comment"></div><h2>Sources</h2>'
    text = add_notes(page, ".html", NOTES)
    assert f'<div class="comment"><h3>{HEADING}</h3><ul><li>' in text
    assert "<b>" not in text


def test_a_record_with_notes_is_sealed_anew() -> None:
    record = {"bluf": "x", SEAL: "old"}
    (line,) = add_notes(json.dumps(record) + "\n", ".json", NOTES).splitlines()
    written = json.loads(line)
    assert [n["note"] for n in written["analyst_notes"]] == [NOTES[0].note, ""]
    assert written[SEAL] == seal_record(written)


def test_a_form_without_a_comment_stays_as_it_is() -> None:
    assert add_notes("BEGIN:VCALENDAR", ".ics", NOTES) == "BEGIN:VCALENDAR"
