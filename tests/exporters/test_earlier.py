"""Earlier briefs read back from their files."""

from __future__ import annotations

import pytest

from briefing.briefs.delta_records import record_brief
from briefing.errors import VerificationError
from briefing.exporters.earlier import read_briefs
from briefing.exporters.json import JsonExporter
from briefing.exporters.markdown import MarkdownExporter
from briefing.model import ClaimKind
from tests.exporters.hostile_brief import PLAIN, hostile_brief, hostile_documents
from tests.exporters.samples import make_brief, make_documents

DOCUMENTS = make_documents()
BRIEF = make_brief(DOCUMENTS)
MARKDOWN = MarkdownExporter().export(BRIEF, DOCUMENTS, "")
JSON = JsonExporter().export(BRIEF, DOCUMENTS, "")


def test_json_gives_the_very_record() -> None:
    (found,) = read_briefs(JSON)
    expected = record_brief(BRIEF, DOCUMENTS)
    assert set(found.claims) == set(expected.claims)
    assert (found.event, found.title, found.gaps) == (
        expected.event, expected.title, expected.gaps
    )  # fmt: skip
    assert [s.sha256 for s in found.sources] == [s.sha256 for s in expected.sources]


def test_markdown_gives_the_lines_that_it_shows() -> None:
    (found,) = read_briefs(MARKDOWN.replace("\n", "\r\n"))
    assert found.event == BRIEF.event.id
    assert found.gaps == BRIEF.gaps
    assert {c.kind for c in found.claims} == set(ClaimKind)
    by_kind = {c.kind: c for c in found.claims}
    assert by_kind[ClaimKind.QUOTE].about == "Talks in Port Alva"
    assert by_kind[ClaimKind.QUOTE].text == "La ministre Ada Roe a reçu son hôte."
    assert by_kind[ClaimKind.DATE].about == "2031-05-06"
    assert by_kind[ClaimKind.VALUE].about == "Talks in Port Alva"
    assert [p.article for p in by_kind[ClaimKind.QUOTE].places] == ["pages/b.txt", "pages/a.txt"]
    points = [c for c in found.claims if c.kind is ClaimKind.POINT]
    assert [(p.origins, len(p.places)) for p in points] == [(2, 2), (1, 1)]


def test_several_briefs_of_one_json_file_are_read() -> None:
    assert len(read_briefs(JSON + JSON)) == 2


@pytest.mark.parametrize(
    "text", ["", "Hello", "---\ntitle: x\n---\n", "{}", '{"event": 1}', "{", '{"sources": []}']
)
def test_what_is_no_brief_is_refused(text: str) -> None:
    with pytest.raises(VerificationError):
        read_briefs(text)


def test_a_brief_of_changes_only_is_refused() -> None:
    documents = hostile_documents(PLAIN)
    brief = hostile_brief(PLAIN, documents, is_delta=True)
    with pytest.raises(VerificationError, match="changes only"):
        read_briefs(MarkdownExporter().export(brief, documents, ""))
    assert read_briefs(JsonExporter().export(brief, documents, ""))


def test_a_page_that_left_lines_out_says_so() -> None:
    (found,) = read_briefs(MARKDOWN.replace("## Gaps", "- and 3 more, in the JSON\n\n## Gaps"))
    assert found.is_cut
    assert not read_briefs(MARKDOWN)[0].is_cut
