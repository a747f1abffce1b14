"""What the list of events showed last: kept per corpus, private, and never in the way."""

from __future__ import annotations

from pathlib import Path

from briefing.store.cache_place import OFF
from briefing.store.listings import ListedLine, Listing, find_listing, keep_listing

LISTING = Listing(7, (ListedLine("Harbours", is_heading=True), ListedLine("Accord", ("7 Apr",))))


def files(folder: Path) -> list[Path]:
    return sorted((folder / "listings").iterdir())


def test_a_listing_is_found_again_by_its_corpus(tmp_path: Path) -> None:
    keep_listing(str(tmp_path), "/pages", LISTING)
    assert find_listing(str(tmp_path), "/pages") == LISTING
    assert find_listing(str(tmp_path), "/others") is None


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    keep_listing(str(tmp_path), "/pages", LISTING)
    (path,) = files(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_is_damaged_or_of_another_version_is_none(tmp_path: Path) -> None:
    keep_listing(str(tmp_path), "/pages", LISTING)
    (path,) = files(tmp_path)
    for damaged in (b"", b"\xff\xff", b"\x81\xa6events\xa3one"):
        path.write_bytes(damaged)
        assert find_listing(str(tmp_path), "/pages") is None


def test_without_a_cache_there_is_none_and_old_ones_make_room(tmp_path: Path) -> None:
    keep_listing(OFF, "/pages", LISTING)
    assert find_listing(OFF, "/pages") is None
    for number in range(40):
        keep_listing(str(tmp_path), f"/pages{number}", LISTING)
    assert len(files(tmp_path)) == 32


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "listings").write_text("in the way")
    keep_listing(str(tmp_path), "/pages", LISTING)
    assert find_listing(str(tmp_path), "/pages") is None
