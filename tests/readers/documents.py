"""Small files of every format, written by the tests themselves.

Invariant: each is the least that a program of that kind writes, and holds the same story unless a
test says otherwise.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence

HEADLINE = "Harbour ministers agree on fees in Velm"
LEAD = "Two ministers met in Velm on Tuesday and agreed on the fees of the harbour."
SECOND = "The talks go on next week, said the minister of trade, Ada Lorn."
PARAGRAPHS = (HEADLINE, LEAD, SECOND)
TEXT = "\n\n".join(PARAGRAPHS)

PAGE = (
    f"<!DOCTYPE html><html lang='en'><head><title>{HEADLINE}</title></head><body><article>"
    f"<h1>{HEADLINE}</h1><p>{LEAD}</p><p>{SECOND}</p></article></body></html>"
)

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODF_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"

Placed = tuple[float, float, float, str]
"""Where a PDF draws words (x, y), in which size, and the words."""


def make_pdf(pages: Sequence[Sequence[Placed]], about: Mapping[str, str] | None = None) -> bytes:
    """A PDF that draws each piece on its own, in the standard font."""
    streams = [_draw(page) for page in pages]
    return assemble_pdf(streams, about)


def assemble_pdf(streams: Sequence[bytes], about: Mapping[str, str] | None = None) -> bytes:
    """A PDF with one page for each stream of drawing operations."""
    count = len(streams)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        font.encode(),
    ]
    for number, stream in enumerate(streams):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    fields = "".join(f" /{key} ({value})" for key, value in (about or {}).items())
    objects.append(f"<<{fields} >>".encode("cp1252"))
    return _with_index(objects)


def _draw(page: Sequence[Placed]) -> bytes:
    pieces = []
    for x, y, size, words in page:
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        pieces.append(f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET")
    return "\n".join(pieces).encode("cp1252")


def _with_index(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return bytes(out)


def story_pdf() -> bytes:
    """The story on one page, its paragraphs apart."""
    drawn = [(60.0, 780.0, 20.0, HEADLINE), (60.0, 740.0, 11.0, LEAD), (60.0, 710.0, 11.0, SECOND)]
    return make_pdf([drawn])


def make_zip(members: Mapping[str, bytes | str], *, stored: Sequence[str] = ()) -> bytes:
    """A zip file; the members named in `stored` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, how)
    return out.getvalue()


def make_tar(members: Mapping[str, bytes | str], mode: str = "w") -> bytes:
    """A tar file; `mode` is that of `tarfile.open` ("w:gz", "w:xz" …)."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            raw = content.encode() if isinstance(content, str) else content
            entry = tarfile.TarInfo(name)
            entry.size = len(raw)
            archive.addfile(entry, io.BytesIO(raw))
    return out.getvalue()


def make_docx(body: str, **parts: str) -> bytes:
    """A Word document around the XML of its body; other parts by their names without ending."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    named = {"core": "docProps/core.xml", "styles": "word/styles.xml"}
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": document,
        **{named[name]: content for name, content in parts.items()},
    }
    return make_zip(members)


def docx_paragraphs(*paragraphs: str) -> str:
    """The XML of plain paragraphs."""
    return "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)


def make_odt(body: str, **parts: str) -> bytes:
    """An OpenDocument around the XML of its text."""
    spaces = f'xmlns:office="{OFFICE}" xmlns:text="{ODF_TEXT}"'
    content = (
        f"<office:document-content {spaces}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    named = {"meta": "meta.xml", "manifest": "META-INF/manifest.xml"}
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        **{named[name]: part for name, part in parts.items()},
    }
    return make_zip(members, stored=["mimetype"])


def make_epub(chapters: Mapping[str, str], *, extra: Mapping[str, str] | None = None) -> bytes:
    """A book with these chapters in its folder OEBPS, in this order."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Velm Review</dc:title>'
        "<dc:language>en</dc:language><dc:date>2032-05-04</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "OEBPS/book.opf": package,
        **{f"OEBPS/{name}": chapter for name, chapter in chapters.items()},
        **(extra or {}),
    }
    return make_zip(members, stored=["mimetype"])


def make_chapter(heading: str, *paragraphs: str) -> str:
    """The XHTML of a chapter."""
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>x</title></head><body><h1>{heading}</h1>{body}</body></html>"
    )


def make_rtf(body: str, head: str = "") -> bytes:
    """An RTF document in the Western code page."""
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{head}\n{body}}}".encode("cp1252")


def story_rtf() -> bytes:
    """The story as RTF."""
    return make_rtf("\\par\n".join(PARAGRAPHS))


def make_nitf(body: str, head: str = "") -> bytes:
    """A NITF story around the XML of its body."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">\n'
        f'<nitf xml:lang="en"><head>{head}</head><body>{body}</body></nitf>'
    ).encode()


def story_nitf() -> bytes:
    """The story as NITF."""
    return make_nitf(
        f"<body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head>"
        f"<body.content><p>{LEAD}</p><p>{SECOND}</p></body.content>"
    )


def make_record(
    url: str,
    body: bytes,
    *,
    kind: str = "response",
    http: str = "200 OK",
    content: str = "text/html",
    more: str = "",
) -> bytes:
    """One record of a crawl."""
    block = body
    if kind == "response":
        block = f"HTTP/1.1 {http}\r\nContent-Type: {content}\r\n{more}\r\n".encode() + body
    kinds = {"response": "application/http; msgtype=response"}
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2032-05-04T06:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: {kinds.get(kind, content)}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def make_warc(*records: bytes, packed: bool = True) -> bytes:
    """A crawl; packed, each record is packed by itself, as crawlers do."""
    return b"".join(gzip.compress(r, mtime=0) if packed else r for r in records)
