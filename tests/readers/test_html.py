"""Saved pages: the report and what the page declares, through every quirk of saving."""

from __future__ import annotations

import codecs
import contextlib
import html
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError
from briefing.readers.html import HtmlReader, declared_charset, read_page

FIRST = "The minister of works opened the new bridge on Monday, in front of two thousand people."
SECOND = "It cost ninety million and took four years, she said, and will carry trams from June on."
HEAD = '<meta charset="utf-8"><title>Bridge opens to traffic | Daily Post</title>'


def page(body: str = "", head: str = HEAD) -> str:
    report = body or f"<h1>Bridge opens to traffic</h1><p>{FIRST}</p><p>{SECOND}</p>"
    return (
        f"<!DOCTYPE html>\n<html lang=en><head>{head}</head><body>"
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/sport>Sport</a></li></ul></nav>"
        f"<article>{report}</article><footer>Copyright Daily Post</footer></body></html>"
    )


def read(markup: str | bytes) -> Article:
    raw = markup if isinstance(markup, bytes) else markup.encode()
    (found,) = HtmlReader().read(raw, "c/a.html", "a.html")
    assert isinstance(found, Article)
    return found


def test_a_page_is_its_headline_and_its_report() -> None:
    found = read(page())
    assert found.text == f"Bridge opens to traffic\n\n{FIRST}\n\n{SECOND}"
    assert (found.id, found.path) == ("a.html", "c/a.html")
    assert (found.headline, found.source) == ("Bridge opens to traffic", "Daily Post")
    assert found.language == "en"


@pytest.mark.parametrize(
    "opening",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf\n<html>",
        b"<!-- saved from url=(0014)about:internet -->\n<HTML>",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">',
        codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le"),
        b"<head><title>x",
    ],
)
def test_a_page_is_known_by_its_opening(opening: bytes) -> None:
    assert HtmlReader().accepts(opening, "page.txt")


@pytest.mark.parametrize("opening", [b"", b"<rss>", b"A < B", b"<?xml version='1.0'?><nitf>"])
def test_what_is_no_page_is_not_taken_for_one(opening: bytes) -> None:
    assert not HtmlReader().accepts(opening, "page.html")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252"><title>x</title>', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        (
            '<meta charset="windows-1256">',
            "utf-8",
        ),  # saved as UTF-8, the declaration left as it was
        ("<title>x</title>", "utf-8-sig"),
        ("<title>x</title>", "utf-16"),
        ("<meta charset='koi8-r'>", "koi8-r"),
    ],
)
def test_the_encoding_is_found_by_mark_bytes_or_declaration(head: str, encoding: str) -> None:
    words = {"koi8-r": "Министр открыл новый мост через реку в понедельник утром."}
    report = words.get(encoding, "Le préfet a reçu les élus à l’hôtel de ville, où l’on délibère.")
    found = read(page(f"<h1>Titre de la page</h1><p>{report}</p>", head).encode(encoding))
    assert report in found.text


def test_a_charset_is_read_from_meta_and_xml_declarations() -> None:
    assert declared_charset(b'<meta name="a"><META CHARSET=utf-8>') == "utf-8"
    assert declared_charset(b"<?xml version='1.0' encoding='iso-8859-15'?>") == "iso-8859-15"
    assert declared_charset(b"charset=none") is None


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0034)https://post.example/2024/bridge -->",
        "<!--\n Page saved with SingleFile \n url: https://post.example/2024/bridge \n -->",
        "<!-- Mirrored from post.example/2024/bridge by HTTrack Website Copier/3.x -->",
    ],
)
def test_the_address_comes_from_what_saving_leaves_behind(comment: str) -> None:
    markup = page().replace("<html lang=en>", f"<html lang=en>{comment}")
    assert read(markup).url == "https://post.example/2024/bridge"


def test_pictures_in_the_page_cost_no_words_and_no_time() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 30_000_000}">'
    started = time.process_time()
    found = read(page(f"<h1>Bridge opens to traffic</h1>{picture}<p>{FIRST}</p><p>{SECOND}</p>"))
    assert SECOND in found.text
    assert time.process_time() - started < 10


def test_a_saved_source_view_is_the_page_whose_source_it_shows() -> None:
    source = page()
    firefox = (
        "<html><head><title>view-source:https://post.example/a</title></head>"
        f'<body id="viewsource"><pre id="line1"><span>{html.escape(source)}</span></pre>'
    )
    rows = "".join(
        f'<tr><td class="line-number" value="1"></td>'
        f'<td class="line-content"><span class="html-tag">{html.escape(line)}</span></td></tr>'
        for line in source.splitlines()
    )
    chrome = f"<html><head></head><body><table><tbody>{rows}</tbody></table></body></html>"
    assert read(firefox).text == read(chrome).text == read(source).text


def test_a_consent_wall_is_not_the_report() -> None:
    wall = (
        "<div class='cookie-wall' id=onetrust-consent-sdk><h2>We value your privacy</h2>"
        f"<p>{'We and our partners store cookies. ' * 3}</p></div>"
    )
    found = read(page().replace("<body>", f"<body>{wall}"))
    assert "partners" not in found.text
    assert SECOND in found.text


def test_a_fast_mobile_page_is_read_like_any_other() -> None:
    amp = page().replace("<html lang=en>", "<html ⚡ lang=en>")
    amp = amp.replace("<article>", "<article><amp-img src=x></amp-img><amp-ad>Buy</amp-ad>")
    assert read(amp).text == f"Bridge opens to traffic\n\n{FIRST}\n\n{SECOND}"


def test_a_page_loaded_by_script_gives_the_body_that_it_declares() -> None:
    body = f"{FIRST}\\n\\n{SECOND}"
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge opens",'
        f' "articleBody": "{body}"}}</script>'
    )
    found = read(f"<!doctype html><html><head>{script}</head><body><p>Loading</p></body></html>")
    assert found.text.startswith(f"Bridge opens\n\n{FIRST}\n\n{SECOND}")


def test_what_surrounds_the_page_counts_where_the_page_is_silent() -> None:
    around = Declared(url="https://post.example/b", source="Other", language="fr")
    found = read_page(page(), "p", "i", around)
    assert (found.url, found.source, found.language) == (
        "https://post.example/b",
        "Daily Post",
        "en",
    )


NONE = {
    "script": ("<html><body><script>load()</script></body></html>", "without an article's text"),
    "nothing": ("<html><body>", "without an article's text"),
    "blank": ("<html>", "HTML"),
    "deep": ("<html><body>" + "<div>" * 10_000 + "deep", "nested too deeply"),
    "unclosed": ("<html><body>" + "<b>x" * 100_000, "nested too deeply"),
    "binary": ("<!doctype html>a\0b\0c", "NUL"),
}


@pytest.mark.parametrize("name", NONE)
def test_pages_that_are_none_say_why(name: str) -> None:
    markup, reason = NONE[name]
    with pytest.raises(UnreadableError, match=reason):
        read(markup)


def test_a_page_cut_off_anywhere_is_read_as_far_as_it_goes() -> None:
    markup = page()
    found = read(markup[: markup.index(SECOND) + 40])
    assert FIRST in found.text
    assert SECOND[:30] in found.text


def test_too_much_markup_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.readers.html.MAX_MARKUP", 100)
    with pytest.raises(UnreadableError, match="million characters of markup"):
        read(page())


HOSTILE = {
    "source lines": '<html><td class="line-content">' * 20_000,
    "brackets": "<html>" + "<" * 200_000,
    "comments": "<html>" + "<!--" * 50_000,
    "blanks": "<html>" + " " * 300_000 + "<p>x",
    "paragraphs": "<html><body>" + "<p>" * 100_000,
    "tables": "<html><body>" + "<table>" * 1_000 + "x",
    "attributes": "<html " + "a=1 " * 50_000 + "><body>x",
    "structure": "<html><script type=application/ld+json>" + "[" * 100_000,
    "blank structure": "<html><script type=application/ld+json>" + " " * 100_000 + "x</script>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_costs_little(name: str) -> None:
    started = time.process_time()
    with contextlib.suppress(UnreadableError):
        read(HOSTILE[name])
    assert time.process_time() - started < 5


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS | st.sampled_from(["<p>", "</div>", "<a href=", "<!--", "<h1>", "&#x", "<"])))
def test_any_markup_is_an_article_or_a_reason(parts: list[str]) -> None:
    try:
        found = read("<html><body>" + "".join(parts))
    except UnreadableError:
        return
    assert found.text.strip()
