"""The ledger: what one run writes, a later one knows, however the first one ended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.fetching import ledger as module
from briefing.fetching.ledger import FOLDER, Entry, PutOff, open_ledger

MOMENT = "2031-03-04T10:00:00+00:00"
A = "https://velm.example/a"


def entry(address: str = A, **more: object) -> Entry:
    fields: dict[str, object] = {"address": address, "fetched": MOMENT, **more}
    return Entry(**fields)  # type: ignore[arg-type]


def lines(folder: Path) -> list[str]:
    return (folder / FOLDER / "fetched.jsonl").read_text().splitlines()


def test_what_was_noted_is_known_to_the_next_run(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        assert ledger.find(A) is None
        ledger.note(entry(etag='"1"', is_list=True))
        ledger.note(PutOff("velm.example", 12.5))
        ledger.note(entry(f"{A}b", file="f", page="p", final="https://velm.example/final"))
    with open_ledger(tmp_path) as ledger:
        found = ledger.find(f"{A}?utm_source=x")
        assert found is not None
        assert (found.etag, found.is_list) == ('"1"', True)
        assert ledger.until("velm.example") == 12.5
        assert ledger.until("other.example") == 0
        assert ledger.find("https://velm.example/final") == ledger.find(f"{A}b")
        page = ledger.find_page("p")
        assert page is not None
        assert page.file == "f"


def test_the_last_line_counts(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.note(entry(reason="answered 404"))
        ledger.note(entry(file="f", page="p"))
        ledger.note(entry(f"{A}2", file="f-2", page="p", version=2))
        ledger.note(entry(f"{A}3", file="f", page="p", version=1))
    with open_ledger(tmp_path) as ledger:
        found, page = ledger.find(A), ledger.find_page("p")
        assert found is not None
        assert found.reason is None
        assert page is not None
        assert page.file == "f-2"


def test_half_a_line_of_a_killed_run_is_passed_over(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.note(entry())
    with (tmp_path / FOLDER / "fetched.jsonl").open("ab") as file:
        file.write(b'{"address":"https://velm.example/b","fetch')
    with open_ledger(tmp_path) as ledger:
        assert ledger.find(A) is not None
        assert ledger.find("https://velm.example/b") is None
        ledger.note(entry("https://velm.example/c"))
    with open_ledger(tmp_path) as ledger:
        assert ledger.find("https://velm.example/c") is not None


@pytest.mark.parametrize("junk", [b"\xff\xfe\n", b"[1]\n", b"null\n", b'{"address": 3}\n', b"\n\n"])
def test_lines_that_say_nothing_are_passed_over(tmp_path: Path, junk: bytes) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.note(entry())
    with (tmp_path / FOLDER / "fetched.jsonl").open("ab") as file:
        file.write(junk)
    with open_ledger(tmp_path) as ledger:
        assert ledger.find(A) is not None


def test_lines_that_were_replaced_go_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SPARE_LINES", 10)
    with open_ledger(tmp_path) as ledger:
        ledger.note(PutOff("velm.example", 5.0))
        for number in range(20):
            ledger.note(entry(file=f"f-{number}", page="p", version=number))
    assert len(lines(tmp_path)) == 21
    with open_ledger(tmp_path) as ledger:
        found = ledger.find_page("p")
        assert found is not None
        assert found.file == "f-19"
        assert ledger.until("velm.example") == 5.0
    assert len(lines(tmp_path)) == 3
    assert all(json.loads(line) for line in lines(tmp_path))


def test_one_run_writes_at_a_time(tmp_path: Path) -> None:
    with (
        open_ledger(tmp_path),
        pytest.raises(BriefingError, match="another run is fetching"),
        open_ledger(tmp_path),
    ):
        pass
    with open_ledger(tmp_path):
        pass


def test_a_folder_that_cannot_be_made_is_an_error_for_the_user(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("Not a folder.")
    with pytest.raises(BriefingError, match="name another folder"), open_ledger(tmp_path / "file"):
        pass
