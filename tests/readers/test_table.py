"""Tables: a row is an article or a rejection with its line."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article, Rejection
from briefing.readers.decoding import UnreadableError
from briefing.readers.table import TableReader


def read(table: str | bytes) -> list[Article | Rejection]:
    raw = table if isinstance(table, bytes) else table.encode()
    return list(TableReader().read(raw, "c/a.csv", "a.csv"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_table_is_read(delimiter: str, encoding: str) -> None:
    rows = [
        "Title,Text,Publish Date,Source,URL",
        "Pont,Il l’a ouvert.,2024-03-05,La Poste,https://x.example/a",
    ]
    table = "\r\n".join(rows).replace(",", delimiter).encode(encoding)
    assert TableReader().accepts(table, "a")
    (found,) = read(table)
    assert isinstance(found, Article)
    assert (found.id, found.text) == ("a.csv#2", "Pont\n\nIl l’a ouvert.")
    assert (found.published, found.source) == ("2024-03-05", "La Poste")
    assert found.url == "https://x.example/a"


def test_bad_rows_are_rejected_with_the_line_where_they_begin() -> None:
    table = 'id,title,text\na,T,"two\nlines"\n\nb,T,x,y,z\nc,,\nd,T,Four\n'
    found = read(table)
    assert [r.id if isinstance(r, Article) else r.line for r in found] == ["a", 5, 6, "d"]
    reasons = [r.reason for r in found if isinstance(r, Rejection)]
    assert reasons == [
        "has 5 fields, where the header has 3",
        "the record has neither text nor title",
    ]


def test_a_field_without_end_is_one_rejection_and_the_rest_is_read() -> None:
    found = read("title,text\na,short\nb," + "x" * 1_000_001 + "\nc,short\n")
    assert [r.id if isinstance(r, Article) else r.line for r in found] == [
        "a.csv#2",
        3,
        "a.csv#4",
    ]


def test_a_table_without_text_says_which_columns_it_needs() -> None:
    with pytest.raises(UnreadableError, match="without a column for the text"):
        read("name,size\na,1\n")
    assert read("title,text\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Text, title, and more words than the name of a column in a table would ever hold, url",
        "Minister opens bridge, says it is done",
        "title",
        "url,date",
        "",
        '"title,text',
    ],
)
def test_a_page_is_not_taken_for_a_table(line: str) -> None:
    assert not TableReader().accepts(f"{line}\nmore\n".encode(), "a.txt")


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6))
def test_no_row_is_lost(rows: list[tuple[str, str]]) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("title", "text"), *rows])
    found = read(written.getvalue())
    assert len(found) == sum(1 for row in rows if any(row))
