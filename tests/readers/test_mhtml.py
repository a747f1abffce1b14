"""Web archives of one page."""

from __future__ import annotations

import quopri

import pytest

from briefing.model import Article
from briefing.readers.decoding import UnreadableError
from briefing.readers.mail import MessageReader
from briefing.readers.mhtml import MhtmlReader

REPORT = "Le préfet a reçu les élus de la vallée à l’hôtel de ville, jeudi matin."
PAGE = (
    "<html lang=fr><head><title>La Poste</title></head><body><h1>Un pont de plus</h1>"
    f"<p>{REPORT}</p><p>{REPORT}</p></body></html>"
)


def archive(page: str = PAGE, kind: str = "text/html") -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://poste.example/a\r\n"
        "Subject: =?utf-8?Q?Un_pont_de_plus?=\r\nDate: Mon, 1 Apr 2024 10:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        '\tboundary="----B----"\r\n\r\n'
    )
    parts = [
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://poste.example/a\r\n\r\n"
        + quopri.encodestring(page.encode()).decode(),
        "Content-Type: text/html\r\nContent-Location: cid:frame\r\n\r\n<p>A frame</p>",
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=",
    ]
    body = "".join(f"------B----\r\n{part}\r\n" for part in parts)
    return f"{head}{body}------B------\r\n".encode()


def read(raw: bytes) -> Article:
    (found,) = MhtmlReader().read(raw, "c/a.mhtml", "a.mhtml")
    assert isinstance(found, Article)
    return found


def test_the_page_is_read_and_its_frames_are_not() -> None:
    found = read(archive())
    assert found.text == f"Un pont de plus\n\n{REPORT}\n\n{REPORT}"
    assert (found.url, found.language) == ("https://poste.example/a", "fr")
    assert found.published is None


def test_an_archive_is_told_from_mail() -> None:
    assert MhtmlReader().accepts(archive(), "a.eml")
    mail = (
        b"From: a@b.example\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/related; boundary=b\r\n\r\n"
    )
    assert not MhtmlReader().accepts(mail, "a.eml")
    assert MessageReader().accepts(mail, "a.eml")
    assert MhtmlReader().accepts(mail, "a.mht")


def test_an_archive_without_a_page_says_so() -> None:
    raw = archive(kind="text/css").replace(
        b"Content-Type: text/html\r\n", b"Content-Type: text/css\r\n"
    )
    with pytest.raises(UnreadableError, match="without a page"):
        read(raw)
