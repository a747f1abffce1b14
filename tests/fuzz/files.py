"""A valid file of every format, to be broken.

Invariant: each is read without a rejection as it stands, so that what a case finds is the damage.
"""

from __future__ import annotations

import bz2
import gzip
import json
import plistlib
from collections.abc import Mapping
from email.message import EmailMessage
from functools import cache

from tests.readers import documents as story

_ITEM = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:velm:1" xml:lang="en">'
    "<itemMeta><versionCreated>2032-05-04T08:00:00Z</versionCreated></itemMeta><contentMeta>"
    f"<headline>{story.HEADLINE}</headline></contentMeta><contentSet><inlineXML><html "
    f'xmlns="http://www.w3.org/1999/xhtml"><body><p>{story.LEAD}</p><p>{story.SECOND}</p></body>'
    "</html></inlineXML></contentSet></newsItem>"
)
_RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Quay</title>'
    f"<item><title>{story.HEADLINE}</title><link>https://quay.example/a</link><description>"
    f"&lt;p&gt;{story.LEAD}&lt;/p&gt;&lt;p&gt;{story.SECOND}&lt;/p&gt;</description>"
    "<pubDate>Tue, 04 May 2032 08:00:00 +0200</pubDate></item></channel></rss>"
)
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Quay</title><entry>'
    f'<title>{story.HEADLINE}</title><link href="https://quay.example/b"/><updated>2032-05-04'
    f"T08:00:00Z</updated><content type='html'>{story.LEAD} {story.SECOND}</content></entry></feed>"
)
_META = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title><meta property="'
    f'og:title" content="{story.HEADLINE}"><meta property="article:published_time" content="'
    '2032-05-04T08:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":"'
    f'{story.HEADLINE}","datePublished":"2032-05-04","publisher":{{"name":"The Quay"}}}}</script>'
    f"</head><body><nav><ul><li>Home<li>World</ul></nav><article><h1>{story.HEADLINE}</h1><p>"
    f"{story.LEAD}</p><p>{story.SECOND}</p></article><footer>All rights reserved</footer></body>"
)
_RECORD = {
    "title": story.HEADLINE,
    "text": f"{story.LEAD}\n\n{story.SECOND}",
    "date": "2032-05-04",
    "source": "The Quay",
    "language": "en",
    "url": "https://quay.example/a",
}


@cache
def valid_files() -> Mapping[str, bytes]:
    """By its name, a file of each format."""
    record = json.dumps(_RECORD)
    body = f"{story.LEAD} {story.SECOND}"
    crawl = [story.make_record("https://quay.example/a", story.PAGE.encode())]
    members: dict[str, bytes | str] = {
        "a/page.html": story.PAGE,
        "b.txt": story.TEXT,
        "c.eml": _message().as_bytes(),
    }
    return {
        "page.txt": story.TEXT.encode(),
        "page.md": f'---\ntitle: "x"\nsource: The Quay\n---\n# {story.HEADLINE}\n\n{body}'.encode(),
        "page.html": story.PAGE.encode(),
        "rich.html": _META.encode(),
        "page.mhtml": _archived_page(),
        "page.webarchive": _web_archive(),
        "record.json": record.encode(),
        "records.jsonl": f"{record}\n{record}\n".encode(),
        "table.csv": f'title,text,date\n"{story.HEADLINE}","{body}",2032-05-04\n'.encode(),
        "feed.rss": _RSS.encode(),
        "feed.atom": _ATOM.encode(),
        "mail.eml": _message().as_bytes(),
        "box.mbox": b"From a@b.example Tue Mar  5 08:00:00 2024\n" + _message().as_bytes() + b"\n",
        "page.pdf": story.story_pdf(),
        "page.docx": story.make_docx(story.docx_paragraphs(*story.PARAGRAPHS)),
        "page.odt": story.make_odt("".join(f"<text:p>{p}</text:p>" for p in story.PARAGRAPHS)),
        "page.rtf": story.story_rtf(),
        "book.epub": story.make_epub(
            {"one.xhtml": story.make_chapter(story.HEADLINE, story.LEAD, story.SECOND)}
        ),
        "page.nitf": story.story_nitf(),
        "item.xml": _ITEM.encode(),
        "crawl.warc": story.make_warc(*crawl, packed=False),
        "crawl.warc.gz": story.make_warc(*crawl),
        "pages.zip": story.make_zip(members),
        "pages.tar": story.make_tar(members),
        "pages.tar.gz": story.make_tar(members, "w:gz"),
        "page.html.gz": gzip.compress(story.PAGE.encode(), mtime=0),
        "page.html.bz2": bz2.compress(story.PAGE.encode()),
    }


def _message() -> EmailMessage:
    built = EmailMessage()
    built["From"] = "The Quay <desk@quay.example>"
    built["Subject"] = story.HEADLINE
    built["Date"] = "Tue, 04 May 2032 08:00:00 +0200"
    built["Message-ID"] = "<1@quay.example>"
    built.set_content(f"{story.LEAD}\n\n{story.SECOND}\n")
    built.add_alternative(story.PAGE, subtype="html")
    built.set_boundary("part")
    return built


def _archived_page() -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/a\r\n"
        "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
        'type="text/html"; boundary="part"\r\n\r\n--part\r\nContent-Type: text/html\r\n'
        "Content-Location: https://quay.example/a\r\n\r\n"
    )
    return f"{head}{story.PAGE}\r\n--part--\r\n".encode()


def _web_archive() -> bytes:
    main = {
        "WebResourceData": story.PAGE.encode(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "https://quay.example/a",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
