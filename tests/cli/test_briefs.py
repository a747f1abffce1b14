"""Briefs written and verified through the command line, on real pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.cli import main
from briefing.config import Settings


@pytest.mark.parametrize(("form", "suffix"), [("markdown", ".md"), ("json", ".json")])
def test_a_brief_is_written_and_verified_until_a_page_changes(
    tmp_path: Path, form: str, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pages, briefs = tmp_path / "pages", tmp_path / "briefs"
    pages.mkdir()
    for page in Path(pipeline.sample_paths()[0]).glob("*.txt"):
        (pages / page.name).write_bytes(page.read_bytes())
    assert main(["brief", str(pages), "--all", "--format", form, "-o", str(briefs)]) == 0
    written = sorted(map(str, briefs.iterdir()))
    assert written
    assert all(name.endswith(suffix) for name in written)
    assert main(["brief", str(pages), "--all", "--format", form, "-o", str(briefs)]) == 0
    assert sorted(map(str, briefs.iterdir())) == written

    capsys.readouterr()
    assert main(["verify", *written]) == 0
    out, _ = capsys.readouterr()
    assert out.count("citations hold") == len(written)
    assert " 0 citations" not in out

    moved = pages.rename(tmp_path / "moved")
    assert main(["verify", *written]) == 1
    assert main(["verify", *written, "--corpus", str(moved)]) == 0

    capsys.readouterr()
    for page in moved.glob("*.txt"):
        page.write_text(page.read_text(encoding="utf-8").replace("e", "é", 1), encoding="utf-8")
    assert main(["verify", *written, "--corpus", str(moved)]) == 1
    out, _ = capsys.readouterr()
    assert all(f"{name}:" in out for name in written)


def test_a_brief_with_one_word_changed_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus,) = pipeline.sample_paths()
    event = pipeline.open_corpus([corpus], Settings()).events[0]
    path = tmp_path / "brief.md"
    assert main(["brief", corpus, "--event", event.id, "-o", str(path)]) == 0
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(i for i, line in enumerate(lines, start=1) if line.startswith("[^1]: "))
    lines[number - 1] = lines[number - 1].replace("e", "a")
    path.write_text("\n".join(lines), encoding="utf-8")
    capsys.readouterr()
    assert main(["verify", str(path)]) == 1
    out, _ = capsys.readouterr()
    assert f"{path}:{number}: " in out


def test_a_brief_is_verified_from_anywhere_as_long_as_the_pages_lie_near_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    records = [
        {"id": f"r{n}", "title": f"Ferry {n} sinks", "text": f"Ferry {n} sank near Velm. All live."}
        for n in range(2)
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (tmp_path / "records.jsonl").write_text(lines, encoding="utf-8")
    assert main(["brief", "records.jsonl", "--all", "-o", "out/briefs"]) == 0
    monkeypatch.chdir(tmp_path / "out" / "briefs")
    assert main(["verify", *sorted(map(str, Path().iterdir()))]) == 0, capsys.readouterr()


def test_briefs_go_to_standard_output_one_json_object_a_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (corpus,) = pipeline.sample_paths()
    assert main(["brief", corpus, "--all", "--format", "json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(records) == len({record["event"]["id"] for record in records}) > 1


def test_one_brief_goes_into_a_folder_that_is_there_under_a_safe_name(tmp_path: Path) -> None:
    (corpus,) = pipeline.sample_paths()
    event = pipeline.open_corpus([corpus], Settings()).events[0]
    assert main(["brief", corpus, "--event", event.id, "-o", str(tmp_path), "-f", "html"]) == 0
    (written,) = tmp_path.iterdir()
    assert written.name.endswith(f"{event.id}.html")


def test_where_a_brief_cannot_be_written_the_program_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus,) = pipeline.sample_paths()
    (tmp_path / "file").write_text("", encoding="utf-8")
    for output in (tmp_path / "absent" / "brief.md", tmp_path / "file" / "brief.md"):
        event = pipeline.open_corpus([corpus], Settings()).events[0]
        assert main(["brief", corpus, "--event", event.id, "-o", str(output)]) == 2
        assert "is not a folder" in capsys.readouterr().err
    assert main(["brief", corpus, "--all", "-o", str(tmp_path / "file")]) == 2
    assert "name a folder" in capsys.readouterr().err
