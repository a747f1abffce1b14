"""What somebody might do to a brief, with and without a seal made anew to cover it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from briefing.errors import VerificationError
from briefing.exporters.html import HtmlExporter
from briefing.exporters.json import JsonExporter
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.seal import SEAL, seal_lines, seal_record
from briefing.exporters.verification import Mismatch, is_as_written, verify
from tests.exporters.hostile_brief import PLAIN, hostile_brief, hostile_documents
from tests.exporters.samples import open_from

DOCUMENTS = hostile_documents(PLAIN)
ARTICLES = open_from(DOCUMENTS)
WHOLE = hostile_brief(PLAIN, DOCUMENTS)
CHANGES = hostile_brief(PLAIN, DOCUMENTS, is_delta=True)
MARKDOWN = MarkdownExporter().export(WHOLE, DOCUMENTS, "")
DELTA = MarkdownExporter().export(CHANGES, DOCUMENTS, "")
JSON = JsonExporter().export(CHANGES, DOCUMENTS, "")


def check(text: str) -> tuple[Mismatch, ...]:
    return verify(text, ARTICLES.get)


def reseal(markdown: str) -> str:
    """The brief with a seal made anew: what a forger would do."""
    lines = [line for line in markdown.split("\n") if not line.startswith("seal: ")]
    lines.insert(lines.index("sources:"), seal_lines(lines))
    return "\n".join(lines)


def change(old: str, new: str, text: str = MARKDOWN, count: int = 1) -> str:
    assert old in text, old
    return text.replace(old, new, count)


def named(text: str) -> list[str]:
    """The lines that verification names, each with the reason."""
    lines = text.split("\n")
    return [f"{lines[m.line - 1]} :: {m.reason}" for m in check(text)]


def test_briefs_as_written_hold() -> None:
    for text in (MARKDOWN, DELTA, JSON, reseal(MARKDOWN)):
        assert check(text) == ()
        assert is_as_written(text)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("wOne met two.w [^1][^2] — 2 origins", "wOne met two.w [^1][^2] — 3 origins",
         "have 2 independent origins, not 3"),
        ("- wIt opens.w [^", "- wIt opens soon.w [^", "is not what footnote"),
        ("- wIt opens.w [^", "- **The minister lied:** wIt opens.w [^", "before the sentence"),
        ("\n\n## Background", " — as all agree\n\n## Background", "after the footnotes"),
        ("\n## Background", "\n- War was declared.\n\n## Background", "no citation"),
        ("\n## Background", "\n## Analysis\n\n- War.\n\n## Background", "is no section of a brief"),
        ("- **When:** 2031-05-06", "- **When:** 2031-05-09", "the front matter has “2031-05-06”"),
        ('date: "2031-05-06"', 'date: "2031-05-09"', "the front matter has “2031-05-09”"),
        ("origins: 2", "origins: 3", "the sources listed have 2 origins, not 3"),
        ("\n# wAda Roew", "\n# wAda Foew", "the title is not that of the front matter"),
        ("- **2031-05-06** wOne", "- **The day of shame** wOne", "before the sentence"),
        (" [^1]", " [^77]", "there is no footnote 77"),
        (" [^1]", " [^x]", "there is no footnote x"),
        ("## Comment\n", "## Comment\n\n[^1]: My own words\n", "defines footnote 1 anew"),
        ("1. wAda Roew", "3. wAda Roew", "not in the front matter"),
        ("· origin 1 ·", "· origin 2 ·", "have 1 origin, not 2"),
        ("| [^1] |", "| [^2] |", "footnote 2 is no place in source 1"),
    ],
)  # fmt: skip
def test_a_forged_seal_does_not_cover_what_can_be_checked(old: str, new: str, reason: str) -> None:
    forged = reseal(change(old, new))
    assert is_as_written(forged)
    assert any(reason in line for line in named(forged)), named(forged)
    assert check(change(old, new))


def test_an_answer_that_only_the_seal_covers_is_caught_by_it() -> None:
    changed = change("wAda Roew, wAda Roew", "wAda Foew, wAda Roew")
    assert check(changed)
    speaker = change("] — wAda Roew, fr\n  - ", "] — wBo Lundw, fr\n  - ")
    (told,) = named(speaker)
    assert told.startswith("- “wOne met two.w” [^")
    assert told.endswith(":: this line is not as it was written")


def test_lines_that_were_moved_are_told_from_lines_that_were_rewritten() -> None:
    before = MARKDOWN.index("## Next")
    after = MARKDOWN.index("## Background")
    gaps = MARKDOWN.index("## Gaps")
    swapped = MARKDOWN[:before] + MARKDOWN[after:gaps] + MARKDOWN[before:after] + MARKDOWN[gaps:]
    reasons = {m.reason for m in check(swapped)}
    assert reasons == {"this line was moved"}


def test_a_line_that_is_gone_is_missing() -> None:
    lines = MARKDOWN.split("\n")
    row = next(n for n, line in enumerate(lines) if line.startswith("- “"))
    reasons = [m.reason for m in check("\n".join(lines[:row] + lines[row + 1 :]))]
    assert "a line before this one is missing" in reasons


def test_swapped_footnotes_and_swapped_numbers_fail() -> None:
    assert any("is not what" in line for line in named(reseal(change("s.w [^3]", "s.w [^1]"))))
    numbers = re.sub(r"· (\d+)–(\d+) ·", r"· \2–\1 ·", MARKDOWN, count=1)
    assert any("lie outside" in m.reason for m in check(reseal(numbers)))
    far = re.sub(r"· (\d+)–(\d+) ·", r"· \1–999999 ·", MARKDOWN, count=1)
    assert any("lie outside" in m.reason for m in check(reseal(far)))


def test_other_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert check("\ufeff" + MARKDOWN.replace("\n", "\r\n")) == ()
    assert check("\ufeff" + JSON) == ()
    assert check(json.dumps(json.loads(JSON), indent=2)) == ()


def test_an_analyst_may_add_own_footnotes_and_small_headings_to_the_comment() -> None:
    comment = "## Comment\n\n### Mine\n\nI doubt [^1] and add [^a].\n\n[^a]: By telephone.\n"
    assert check(change("## Comment\n", comment)) == ()


def test_changes_are_checked_like_any_other_lines() -> None:
    row = next(line for line in DELTA.split("\n") if line.startswith("- **Next** wOne met"))
    told = named(reseal(change(row, row.replace("met", "beat"), DELTA)))
    assert any("is not what footnote" in line for line in told)
    gone = next(line for line in DELTA.split("\n") if "**Withdrawn:**" in line)
    assert check(change(gone, gone + " indeed", DELTA))


def forge(edit: Callable[[dict[str, object]], object]) -> str:
    record = json.loads(JSON)
    edit(record)
    record[SEAL] = seal_record(record)
    return json.dumps(record)


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (lambda r: r["points"][1].update(text="It burns."), "points 2: “It burns.” is not what"),
        (lambda r: r["points"][0].update(origins=5), "points 1: the sources cited have 2"),
        (lambda r: r.update(origins=7), "origins: the sources have 2"),
        (lambda r: r["matrix"][0]["cells"][0]["citations"][0].update(start=3), "matrix, who"),
        (lambda r: r["delta"]["changes"][1].update(text="It burns."), "delta 2: “It burns.”"),
        (lambda r: r["delta"]["changes"][0]["citations"][0].update(end=10**9), "lie outside"),
        (lambda r: r["sources"][0].update(sha256="0" * 64), "has changed"),
        (lambda r: r["sources"][0].update(path="gone.txt"), "--corpus FOLDER"),
        (lambda r: r["quotes"][0]["citations"].clear(), "has no citation"),
        (lambda r: r["differences"][0]["values"][0].update(article="z"), "not among the sources"),
    ],
)
def test_a_forged_json_brief_is_told_by_its_part(
    edit: Callable[[dict[str, object]], object], reason: str
) -> None:
    assert any(reason in m.reason for m in check(forge(edit))), check(forge(edit))


def test_a_field_that_stands_twice_is_refused() -> None:
    twice = JSON.replace('{"event"', '{"points": [], "event"', 1)
    with pytest.raises(VerificationError, match="'points' of the JSON stands twice"):
        check(twice)


@pytest.mark.parametrize("opening", ["", "\ufeff", "\n"])
def test_html_and_calendars_are_told_what_can_be_verified(opening: str) -> None:
    page = HtmlExporter().export(WHOLE, DOCUMENTS, "")
    for text, form in ((page, "an HTML brief"), ("BEGIN:VCALENDAR\r\n", "a calendar")):
        with pytest.raises(VerificationError, match=f"this is {form}, which cannot be verified"):
            check(opening + text)
