"""The index of words: it leaves out no page that a query finds, and trouble means no index."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import search as module
from briefing.model import Event, GroupedCorpus, Place
from briefing.query import QueryError
from briefing.search import parse_query, search
from briefing.store.search_index import find_candidates, search_index_path
from tests.builders import build_document

TEXTS = (
    "Straßen in Köln\n\nDie Straße war gesperrt. Σίσυφος und 2² Œuvres.",
    "L’État parle\n\nIl a dit: l'état d'urgence. Le360 confirme.",
    "Harbour talks\n\nThe U.N. envoy met O'Brien; talks go on.",
    "قمة\n\nقال الوزير إن المحادثات مستمرة.",
    "漢字\n\n東京で会議。 Tokyo met.",
)
DOCUMENTS = tuple(build_document(f"p{n}.txt", text) for n, text in enumerate(TEXTS))
CORPUS = GroupedCorpus(
    DOCUMENTS,
    (),
    tuple(
        Event(f"e{n}", "x", "other", None, Place(), (), (), (d.article.id,))
        for n, d in enumerate(DOCUMENTS)
    ),
    (),
)
QUERIES = (
    "strasse", "straße", '"die strasse"', "koln", "sisyphos", "Σίσυφος", "œuvres", "etat",
    "l'etat", '"état d\'urgence"', "le360", "u.n", "obrien", "o'brien", "talk", '"talk"', "2",
    "المحادثات", "漢字", "東京", "tokyo met", "talks -envoy", "/envoy/ talks", "absent",
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_with_an_index_the_same_is_found(
    query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clauses = parse_query(query)
    expected = search(CORPUS, clauses)
    monkeypatch.setattr(module, "_WORTH_INDEXING", 0)
    index = tmp_path / "search.sqlite"
    assert search(CORPUS, clauses, index) == expected
    assert search(CORPUS, clauses, index) == expected


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=40))
def test_no_hit_is_lost_to_the_index(query: str, text: str) -> None:
    try:
        clauses = parse_query(query)
    except QueryError:
        return
    document = build_document("p.txt", f"{query}\n\n{text} {query}")
    event = Event("e", "x", "other", None, Place(), (), (), ("p.txt",))
    corpus = GroupedCorpus((document,), (), (event,), ())
    expected = search(corpus, clauses)
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(module, "_WORTH_INDEXING", 0)
        assert search(corpus, clauses, Path(folder) / "search.sqlite") == expected


def test_a_page_is_folded_once_and_the_file_is_its_owners(tmp_path: Path) -> None:
    index, asked = tmp_path / "cache" / "search.sqlite", list[str]()

    def page(key: str, words: str) -> Callable[[], str]:
        def folded() -> str:
            asked.append(key)
            return words

        return folded

    pages = {"a": page("a", "one two"), "b": page("b", "two three")}
    assert find_candidates(index, pages, [(("two",), True)]) == frozenset({"a", "b"})
    pages["c"] = page("c", "twofold")
    assert find_candidates(index, pages, [(("two",), False)]) == frozenset({"a", "b", "c"})
    assert find_candidates(index, pages, [(("two",), True), (("thr",), False)]) == frozenset({"b"})
    assert find_candidates(index, {"a": pages["a"]}, [(("two",), False)]) == frozenset({"a"})
    assert asked == ["a", "b", "c"]
    assert stat.S_IMODE(index.stat().st_mode) == 0o600


def test_a_damaged_file_is_left_out_and_made_anew(tmp_path: Path) -> None:
    index = tmp_path / "search.sqlite"
    index.write_bytes(b"no database " * 500)
    pages = {"a": lambda: "one"}
    assert find_candidates(index, pages, [(("one",), True)]) is None
    assert find_candidates(index, pages, [(("one",), True)]) == frozenset({"a"})


def test_the_index_stands_beside_the_cache_if_there_is_one(tmp_path: Path) -> None:
    assert search_index_path("off") is None
    assert search_index_path(str(tmp_path)) == tmp_path / "search.sqlite"
