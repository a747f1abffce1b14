"""Attendance, the matrix of facts and the origin tree in a brief, and the check that they hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing.exporters.json import JsonExporter
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.seal import SEAL, seal_record
from briefing.exporters.verification import verify
from briefing.model import Brief, MatrixCell, MatrixRow, Stance
from tests.exporters.samples import make_brief, make_documents, open_from

DOCUMENTS = make_documents()
ARTICLES = open_from(DOCUMENTS)


def section(text: str, title: str) -> list[str]:
    body = text.split(f"\n## {title}\n")[1].split("\n## ", maxsplit=1)[0]
    return [line for line in body.split("\n") if line]


def export(brief: Brief | None = None) -> str:
    return MarkdownExporter().export(brief or make_brief(DOCUMENTS), DOCUMENTS, "")


def reasons(text: str) -> list[str]:
    return [m.reason for m in verify(text, ARTICLES.get)]


def test_attendance_says_who_says_so_in_which_words() -> None:
    brief = make_brief(DOCUMENTS, "Ada Roe")
    (line,) = section(export(brief), "Attendance")
    assert line.startswith("- **Ada Roe,** Ada Roe, Ada Roe [^")
    assert line.endswith("— 2 origins; “Ada Roe” in 1; by name in 2")


def test_the_matrix_is_a_straight_table_with_a_column_for_each_source() -> None:
    table = [line for line in section(export(), "Facts by source") if line.startswith("|")]
    assert len({len(line) for line in table}) == 1
    assert [cell.strip() for cell in table[0].split("|")[2:-1]] == ["1", "2"]
    # What is disputed stands before the points.
    cells = [[c.strip() for c in line.split("|")[2:-1]] for line in table[2:]]
    assert [c[1][:1] for c in cells] == ["[", "≠", "–"]


def test_a_long_fact_is_cut_and_the_table_stays_narrow() -> None:
    brief = make_brief(DOCUMENTS)
    row = replace(brief.matrix[0], fact="harbour " * 30)
    text = export(replace(brief, matrix=(row, *brief.matrix[1:])))
    table = [line for line in section(text, "Facts by source") if line.startswith("|")]
    assert max(map(len, table)) <= 95
    assert any("…" in line for line in table)


def test_the_tree_of_origins_is_indented_and_tells_the_evidence() -> None:
    brief = make_brief(DOCUMENTS, "credits ABC")
    first, second = section(export(brief), "Origins")
    assert first.startswith("- **1** ")
    assert second.startswith("  - **2** ")
    assert first.endswith("— credits ABC")


def test_a_brief_of_one_source_has_no_matrix() -> None:
    assert "## Facts by source" not in export(replace(make_brief(DOCUMENTS), matrix=()))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda line: line.replace("[^1]", "[^2]"), "is no place in source"),
        (lambda line: line.replace("–", "yes"), "is none of a brief"),
        (lambda line: line[:-1] + "x", "is no row of the table"),
    ],
)
def test_a_changed_cell_is_found(change: Callable[[str], str], reason: str) -> None:
    text = export()
    for line in section(text, "Facts by source"):
        changed = change(line)
        if line.startswith("| ") and changed != line:
            found = reasons(text.replace(line, changed))
            assert any(reason in r for r in found), (line, found)
            return
    pytest.fail("no line was changed")


def test_a_cell_that_cites_another_source_is_found_in_json() -> None:
    record = json.loads(JsonExporter().export(make_brief(DOCUMENTS), DOCUMENTS, ""))
    cells = record["matrix"][0]["cells"]
    cells[0]["citations"], cells[1]["citations"] = cells[1]["citations"], cells[0]["citations"]
    record[SEAL] = seal_record(record)
    found = reasons(json.dumps(record))
    assert len(found) > 0
    assert all("matrix, who" in reason and "is cited for" in reason for reason in found)


@pytest.mark.parametrize("key", ["attendance", "origin_tree"])
def test_words_that_are_not_there_are_found_in_json(key: str) -> None:
    record = json.loads(JsonExporter().export(make_brief(DOCUMENTS), DOCUMENTS, ""))
    inner = record[key][0]["accounts" if key == "attendance" else "evidence"]
    inner[0]["citations"][0]["text"] = "Nobody says this"
    record[SEAL] = seal_record(record)
    assert any("the words at" in reason for reason in reasons(json.dumps(record)))


def test_a_silent_cell_has_no_citations_in_json() -> None:
    brief = make_brief(DOCUMENTS)
    silent = MatrixRow(
        "who", "Nobody", tuple(MatrixCell(s.article, Stance.SILENT) for s in brief.sources), 0
    )
    record = json.loads(JsonExporter().export(replace(brief, matrix=(silent,)), DOCUMENTS, ""))
    cells = record["matrix"][0]["cells"]
    assert [(c["stance"], c["citations"], c["value"]) for c in cells] == [("silent", [], None)] * 2
