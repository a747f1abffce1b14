"""What an answer says of itself, and what the ledger keeps of it."""

from __future__ import annotations

import pytest

from briefing.fetching.keeping import content_type, entry_of
from briefing.fetching.kinds import Ask, Purpose, Target
from briefing.fetching.transport import Answer

ADDRESS = "https://velm.example/a"
ASK = Ask(ADDRESS, Target(ADDRESS, Purpose.NAMED))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("text/html; charset=UTF-8", ("text/html", "utf-8")),
        ('TEXT/HTML;charset="windows-1252"', ("text/html", "windows-1252")),
        ("text/html;\r\n charset=utf-8", ("text/html", "utf-8")),
        ("text/html; charset=", ("text/html", None)),
        ("application/pdf", ("application/pdf", None)),
        ("", ("", None)),
        ("nonsense", ("", None)),
        ("text/html; charset=" + "x" * 900, ("text/html", "x" * 500)),
    ],
)
def test_kind_and_encoding_are_read_as_servers_write_them(
    header: str, expected: tuple[str, str | None]
) -> None:
    assert content_type(Answer(200, {"content-type": header})) == expected


def test_marks_that_cannot_be_sent_back_are_not_kept() -> None:
    good = entry_of(ASK, Answer(200, {"etag": 'W/"é"', "last-modified": "Tue"}), "now")
    assert (good.etag, good.modified) == ('W/"é"', "Tue")
    bad = entry_of(ASK, Answer(200, {"etag": '"a\r\n b"', "last-modified": "x" * 501}), "now")
    assert (bad.etag, bad.modified) == (None, None)


def test_a_failure_is_kept_with_its_reason() -> None:
    entry = entry_of(ASK, None, "now", reason="answered 404 Not Found")
    assert (entry.address, entry.final, entry.status) == (ADDRESS, None, None)
    assert (entry.reason, entry.file, entry.is_list) == ("answered 404 Not Found", None, False)
