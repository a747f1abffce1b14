"""What an attacker found: each of these once held a run up for minutes, or took others with it."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest
from lxml import etree

from briefing.model import Article, Rejection
from briefing.readers import archives
from briefing.readers.html_text import extract_text
from briefing.readers.markup import MAX_ATTRIBUTES, parse_html
from tests.readers.documents import make_tar, make_zip
from tests.readers.reading import read_file

BODY = "<p>The talks began in the harbour. Ministers met there on Monday.</p>" * 3
_MANY = 60_000
_SECONDS = 8.0
"""Of the processor; each took at least twice as long."""


def spent(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def names(count: int) -> str:
    return " ".join(f"a{n}=1" for n in range(count))


@pytest.mark.parametrize(
    "opening",
    ["<p {}>", "<!-- <p x=' --><p {} '>", "<p a='>' {}>", "<script>'<p x=\"'</script><p {} \">"],
)
def test_an_element_of_many_attributes_is_refused_at_once(opening: str) -> None:
    page = f"<html><body>{opening.format(names(_MANY))}{BODY}".encode()
    assert spent(lambda: read_file(page, "a.html")) < _SECONDS
    (found,) = read_file(page, "a.html")
    assert isinstance(found, Rejection)
    assert found.reason == f"has an element of more than {MAX_ATTRIBUTES:,} attributes"


def test_an_element_of_some_attributes_is_read() -> None:
    page = f"<html><body><p {names(MAX_ATTRIBUTES)}>{'Words. ' * 4000}</p>{BODY}".encode()
    (found,) = read_file(page, "a.html")
    assert isinstance(found, Article)


def test_scripts_between_all_words_are_left_out_in_good_time() -> None:
    page = f"<html><body><p>{'<script>x</script>word ' * _MANY}</p>{BODY}"
    root = parse_html(page)
    assert spent(lambda: extract_text(root, None)) < _SECONDS
    assert root.findtext(".//p") == "word " * _MANY


@pytest.mark.parametrize(
    "inner",
    [
        "a<script>x</script>b<b>c</b><style>y</style>d",
        "<script>x</script><script>y</script>",
        "<p>a<noscript><p>b<script>c</script>d</noscript>e",
        "<b>a</b><amp-ad>x</amp-ad>b<amp-ad>y</amp-ad>c<b>d</b>e",
    ],
)
def test_the_words_around_what_is_left_out_stay(inner: str) -> None:
    expected = parse_html(f"<html><body>{inner}")
    for element in list(expected.iter("script", "style", "noscript", "amp-ad")):
        element.drop_tree()
    root = parse_html(f"<html><body>{inner}")
    extract_text(root, None)
    assert etree.tostring(root) == etree.tostring(expected)


def message(sender: str, body: str) -> str:
    head = f"From: {sender}\nSubject: Talks\nMessage-ID: <1@quay.example>\nMIME-Version: 1.0\n"
    return f"From a@b.example Tue Mar  5 08:00:00 2024\n{head}{body}\n"


def test_a_message_that_breaks_the_library_costs_itself_only() -> None:
    plain = message("The Quay <desk@quay.example>", "\nThe talks began.\n")
    within = "Content-Type: message/rfc822\n\nMIME-Version: 1.0\n" * 3000
    found = read_file((plain + message("b", within) + plain).encode(), "a.mbox")
    assert [type(one) for one in found] == [Article, Rejection, Article]
    assert found[1].path == "corpus/a.mbox"


def test_a_sender_of_comments_within_comments_is_nobody() -> None:
    found = read_file(message("(" * 5000, "\nThe talks began.\n").encode(), "a.mbox")
    assert [getattr(one, "source", "") for one in found] == [None]


def test_a_packed_file_may_not_hold_much_that_is_passed_over() -> None:
    hidden = make_tar({".hidden": b" " * (15 * 2**20)}, "w:gz")
    found = read_file(make_zip({"a.tar.gz": hidden}))
    assert [one.reason for one in found if isinstance(one, Rejection)] == [
        "unpacks to more than 200 times its size"
    ]


def test_many_archives_in_one_file_have_a_limit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_STREAMED_BYTES", 2**21)
    noise = Random(1).randbytes(600_000)
    inner = make_tar({".hidden": noise, "a.txt": "The talks began.\n"}, "w:gz")
    for _ in range(2):  # each file of the corpus has all of it
        found = read_file(make_zip({"a.tar.gz": inner, "b.tar.gz": inner, "c.tar.gz": inner}))
        assert [type(one) for one in found] == [Article, Rejection, Rejection]
        assert isinstance(found[2], Rejection)
        assert found[2].reason == "lies among files that unpack to more than 2 MiB"
