"""Decoding: which encoding a page is in, and what is no text at all."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.citing import hash_text
from briefing.readers.decoding import UnreadableError, decode, head_text, replace_surrogates

FRENCH = "Le préfet a reçu jeudi les élus de la vallée, à l’hôtel de ville. Où iront les crédits ?"
ARABIC = "قال وزير الأشغال إن الجسر الجديد سيفتح أمام السيارات يوم الأحد المقبل بعد عامين من العمل."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_page_is_decoded_whatever_its_encoding(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == FRENCH


def test_arabic_in_its_windows_code_page_is_decoded() -> None:
    assert decode(ARABIC.encode("cp1256")) == ARABIC


def test_line_breaks_are_kept_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_a_page_cut_inside_a_character_keeps_all_the_rest() -> None:
    raw = FRENCH.encode() * 3 + "é".encode()[:1]
    assert decode(raw) == FRENCH * 3 + "\ufffd"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"text\0more", "NUL"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x01\x02\x03\x04 text", "control"),
        (codecs.BOM_UTF16_LE + b"odd", "utf-16"),
    ],
)
def test_what_is_not_text_says_why(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(raw)


@pytest.mark.parametrize("label", ["windows-1256", "CP1256", " 'windows-1256' "])
def test_a_declared_encoding_decides_where_utf_8_does_not(label: str) -> None:
    assert decode(ARABIC.encode("cp1256"), label) == ARABIC
    assert decode(ARABIC.encode(), label) == ARABIC


def test_a_declared_latin_1_is_what_browsers_take_it_for() -> None:
    assert decode("L’été – 5 €".encode("cp1252"), "ISO-8859-1") == "L’été – 5 €"


@pytest.mark.parametrize("label", ["utf-7", "rot13", "punycode", "no-such", "utf-16", ""])
def test_a_declaration_that_cannot_be_trusted_counts_for_nothing(label: str) -> None:
    assert decode(b"plain +AGE- words", label) == "plain +AGE- words"
    assert decode(FRENCH.encode("cp1252"), label) == FRENCH


def test_the_head_of_a_file_is_read_for_its_markup() -> None:
    assert head_text(codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le")) == "<html>"
    assert head_text("<p>é".encode("cp1252")) == "<p>é"


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw)
    except UnreadableError:
        return
    assert len(hash_text(text)) == 64


def test_lone_surrogates_become_replacement_characters() -> None:
    assert replace_surrogates("a\ud800b 😀") == "a\ufffdb 😀"
    assert len(hash_text("\ud800")) == 64
