"""Markup: bounded, and read as a person would see it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.readers.decoding import UnreadableError
from briefing.readers.markup import (
    child,
    children,
    join_blocks,
    local_name,
    parse_html,
    parse_xml,
    text_of_html,
    words_of,
)


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("just words\n  over lines", "just words over lines"),
        ("<p>One <b>bold</b> word</p><p>Two</p>", "One bold word\n\nTwo"),
        ("a<br>b<br/><br>c", "a\nb\n\nc"),
        ("<ul><li>a</li><li>b</li></ul><ol><li>c</ol>", "- a\n- b\n- c"),
        ("<table><tr><th>h<th>i<tr><td>1<td>2</table>", "h | i\n\n1 | 2"),
        ("seen<script>x</script><style>y</style><noscript>z</noscript> too", "seen too"),
        ("<p hidden>x</p><p style='display: none'>y</p>z", "z"),
        ("<body style='visibility:hidden'><p>shown by script</p>", "shown by script"),
        ("caf&eacute;&nbsp;: 5&#8239;&euro; &amp; more", "café\xa0: 5\u202f€ & more"),
        ("<!-- no --><p>x</p><?php no ?>", "x"),
        ("<p></p><div> </div><hr>", ""),
        ("", ""),
        ("tom & jerry < spike", "tom & jerry < spike"),
    ],
)
def test_a_fragment_is_read_as_it_is_seen(fragment: str, text: str) -> None:
    assert text_of_html(fragment) == text


def test_lists_stay_together_and_other_blocks_apart() -> None:
    assert join_blocks(["a", "- b", "- c", "1. d", "e"]) == "a\n\n- b\n- c\n1. d\n\ne"
    assert join_blocks([]) == ""


def test_elements_are_found_by_their_names_without_namespaces() -> None:
    root = parse_xml(b"<a xmlns='x:y'><b><c>one</c></b><b><c>two <d>three</d></c></b></a>")
    assert local_name(root) == "a"
    assert [words_of(c) for c in children(root, "b/c")] == ["one", "two three"]
    assert child(root, "b/none") is None
    assert words_of(None) is None


def test_damaged_xml_is_read_as_far_as_it_goes() -> None:
    assert words_of(parse_xml(b"<a><b>one</b><b>two")) == "onetwo"


BOMB = (
    b'<!DOCTYPE a [<!ENTITY x "lol">'
    + b"".join(b'<!ENTITY x%d "%s">' % (n, b"&x;" * 10) for n in range(9))
    + b"]><a>&x8;</a>"
)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (BOMB, "entities"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "entities"),
        (b"", "not valid XML"),
        (b"words", "not valid XML"),
        (b"<a>" * 10_000, "nested too deeply"),
    ],
    ids=["bomb", "outside", "empty", "words", "deep"],
)
def test_xml_that_is_none_or_hostile_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parse_xml(raw)


def test_deep_html_is_refused_and_not_cut_in_silence() -> None:
    assert words_of(parse_html("<div>" * 1_500 + "deep")) == "deep"
    with pytest.raises(UnreadableError, match="nested too deeply"):
        parse_html("<div>" * 10_000 + "deep")


def test_a_long_page_costs_linear_time() -> None:
    started = time.process_time()
    assert len(text_of_html("<p>word <i>word</i></p>" * 50_000)) > 500_000
    assert time.process_time() - started < 8


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_fragment_gives_words_or_a_reason(fragment: str) -> None:
    try:
        text_of_html(fragment)
    except UnreadableError:
        return
