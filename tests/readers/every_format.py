"""One file of every format that is read, as a program of that kind would write it.

Invariant: each holds the story of `documents`, and each format of the registry has one.
"""

from __future__ import annotations

import json
import plistlib
import quopri
from collections.abc import Callable
from email.message import EmailMessage

from tests.readers import documents
from tests.readers.documents import HEADLINE, LEAD, PAGE, PARAGRAPHS, SECOND, TEXT


def _message() -> bytes:
    built = EmailMessage()
    built["From"] = '"Velm Post" <news@post.example>'
    built["Subject"] = HEADLINE
    built["Date"] = "Tue, 04 May 2032 08:00:00 +0100"
    built["Message-ID"] = "<1@post.example>"
    built.set_content(f"{LEAD}\n\n{SECOND}\n")
    return built.as_bytes()


def _archived_page() -> bytes:
    page = quopri.encodestring(PAGE.encode()).decode()
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/a\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        '\tboundary="----B----"\r\n\r\n------B----\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://post.example/a\r\n\r\n{page}\r\n------B------\r\n"
    ).encode()


def _saved_by_safari() -> bytes:
    main = {"WebResourceData": PAGE.encode(), "WebResourceURL": "https://post.example/a"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def _wire_item() -> bytes:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:velm:1" xml:lang="en">'
        f"<contentMeta><headline>{HEADLINE}</headline></contentMeta><contentSet>"
        f"<inlineData>{LEAD}\n\n{SECOND}</inlineData></contentSet></newsItem>"
    ).encode()


def _feed() -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Velm Post</title>'
        f"<item><title>{HEADLINE}</title><link>https://post.example/a</link><description>"
        f"&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</description></item>"
        "</channel></rss>"
    ).encode()


def _record() -> bytes:
    return json.dumps({"id": "velm", "title": HEADLINE, "text": f"{LEAD}\n\n{SECOND}"}).encode()


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "jsonl": ("velm.jsonl", _record),
    "newsml": ("velm.xml", _wire_item),
    "nitf": ("velm.xml", documents.story_nitf),
    "html": ("velm.html", PAGE.encode),
    "mhtml": ("velm.mhtml", _archived_page),
    "webarchive": ("velm.webarchive", _saved_by_safari),
    "mbox": ("velm.mbox", lambda: b"From news Tue May  4 08:00:00 2032\n" + _message() + b"\n"),
    "eml": ("velm.eml", _message),
    "markdown": ("velm.md", f"# {HEADLINE}\n\n{LEAD}\n\n{SECOND}\n".encode),
    "table": ("velm.csv", f'title,text\n"{HEADLINE}","{LEAD} {SECOND}"\n'.encode),
    "feed": ("velm.rss", _feed),
    "pdf": ("velm.pdf", documents.story_pdf),
    "docx": (
        "velm.docx",
        lambda: documents.make_docx(documents.docx_paragraphs(*PARAGRAPHS)),
    ),
    "odt": (
        "velm.odt",
        lambda: documents.make_odt("".join(f"<text:p>{p}</text:p>" for p in PARAGRAPHS)),
    ),
    "epub": (
        "velm.epub",
        lambda: documents.make_epub({"a.xhtml": documents.make_chapter(HEADLINE, LEAD, SECOND)}),
    ),
    "rtf": ("velm.rtf", documents.story_rtf),
    "warc": (
        "velm.warc.gz",
        lambda: documents.make_warc(documents.make_record("https://post.example/a", PAGE.encode())),
    ),
    "zip": ("velm.zip", lambda: documents.make_zip({"velm.txt": TEXT})),
    "tar": ("velm.tar.gz", lambda: documents.make_tar({"velm.txt": TEXT}, "w:gz")),
    "text": ("velm.txt", TEXT.encode),
}
"""By the name of the format: what such a file may be called, and what makes it."""
