"""Messages and boxes of them: words first, then what is attached."""

from __future__ import annotations

import time
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Rejection
from briefing.plugins import Member
from briefing.readers.decoding import UnreadableError
from briefing.readers.mail import MailboxReader, MessageReader

PLAIN = "The minister of works opened the bridge on Monday.\nIt cost ninety million.\n"
Found = list[Article | Rejection | Member]


def message(text: str = PLAIN, subject: str = "Bridge opens") -> EmailMessage:
    built = EmailMessage()
    built["From"] = '"Daily Post" <news@post.example>'
    built["To"] = "reader@desk.example"
    built["Subject"] = subject
    built["Date"] = "Tue, 05 Mar 2024 08:00:00 +0100"
    built["Message-ID"] = "<1@post.example>"
    if text:
        built.set_content(text)
    return built


def read(raw: bytes) -> Found:
    return list(MessageReader().read(raw, "c/a.eml", "a.eml"))


def read_box(raw: bytes) -> Found:
    return list(MailboxReader().read(raw, "c/a.mbox", "a.mbox"))


def test_a_message_is_its_subject_and_its_plain_text() -> None:
    raw = message().as_bytes()
    assert MessageReader().accepts(raw, "a")
    (found,) = read(raw)
    assert isinstance(found, Article)
    assert found.text == f"Bridge opens\n\n{PLAIN.strip()}"
    assert (found.id, found.source) == ("a.eml", "Daily Post")
    assert found.published == "2024-03-05T08:00:00+01:00"


def test_html_is_read_where_there_is_no_plain_text_or_hardly_any() -> None:
    built = message("View this message in your browser.")
    paragraphs = "".join(
        f"<p>Paragraph {n} of a long newsletter, with words.</p>" for n in range(9)
    )
    built.add_alternative(
        f"<html><head><style>p {{}}</style></head><body>{paragraphs}</body></html>", "html"
    )
    (found,) = read(built.as_bytes())
    assert isinstance(found, Article)
    assert found.text.startswith(
        "Bridge opens\n\nParagraph 0 of a long newsletter, with words.\n\n"
    )
    built = message()
    built.add_alternative("<p>Other words.</p>", "html")
    (found,) = read(built.as_bytes())
    assert isinstance(found, Article)
    assert "minister" in found.text


def test_attachments_that_may_be_pages_are_members_and_pictures_are_not() -> None:
    built = message()
    built.add_attachment("<html><p>Saved</p></html>", "html", filename="../page é.html")
    built.add_attachment(b"%PDF-1.4", "application", "pdf")
    built.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    built.add_attachment(message("Forwarded words."))
    article, *members = read(built.as_bytes())
    assert isinstance(article, Article)
    names = [m.name for m in members if isinstance(m, Member)]
    assert names == ["_page é.html", "part2.pdf", "part4.eml"]
    assert b"Forwarded words." in members[2].raw  # type: ignore[union-attr]  # seen to be members
    assert "<p>Saved</p>" in members[0].raw.decode("utf-8-sig")  # type: ignore[union-attr]  # as above


def test_a_message_that_only_hands_on_a_file_gives_that_file() -> None:
    built = message("")
    built.add_attachment("Words of a page.", filename="page.txt")
    (found,) = read(built.as_bytes())
    assert isinstance(found, Member)


def test_encoded_headers_and_declared_charsets_are_decoded() -> None:
    raw = (
        b"From: =?utf-8?q?Le_Mat=C3=ADn?= <a@b.example>\nSubject: =?iso-8859-1?Q?=C9t=E9?=\n"
        b"MIME-Version: 1.0\nContent-Type: text/plain; charset=windows-1251\n"
        b"Content-Transfer-Encoding: 8bit\n\n" + "Мост открыт.".encode("cp1251")
    )
    (found,) = read(raw)
    assert isinstance(found, Article)
    assert (found.headline, found.source) == ("Été", "Le Matín")
    assert found.text == "Été\n\nМост открыт."


def test_broken_headers_and_unknown_charsets_do_no_harm() -> None:
    raw = (
        b"From: \xff\xfe <\nSubject: =?no-such?b?!!!?=\nDate: never\nMessage-ID: x\n"
        b"Content-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n\n!!!\n"
    )
    found = read(raw + b"d29yZHM=\n")
    assert len(found) == 1


def test_a_box_gives_each_message_its_number() -> None:
    second = message("Text\n>From here on it is quoted.\n", "Second")
    box = b"".join(
        b"From sender@post.example Tue Mar  5 08:00:00 2024\n" + m.as_bytes() + b"\n"
        for m in (message(), second, message(" ", ""))
    )
    assert MailboxReader().accepts(box, "a")
    assert not MessageReader().accepts(box, "a")
    first, other, empty = read_box(box)
    assert isinstance(first, Article)
    assert isinstance(other, Article)
    assert (first.id, other.id) == ("a.mbox#1", "a.mbox#2")
    assert other.text == "Second\n\nText\nFrom here on it is quoted."
    assert isinstance(empty, Rejection)
    assert empty.reason == "message 3 holds no text"
    assert box.splitlines()[(empty.line or 0) - 1].startswith(b"From sender")


def test_a_letter_is_not_a_box_and_a_page_no_message() -> None:
    assert not MailboxReader().accepts(b"From our correspondent in 2024\nThe bridge opened.", "a")
    assert not MessageReader().accepts(b"From: the desk\nDate: today\n\nBridge opens", "a")
    with pytest.raises(UnreadableError, match="no line begins a message"):
        read_box(b"words")


def test_hostile_messages_cost_little() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(400)
    )
    many = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 2_000
    long = deep + b"x\n" * 1_000_000
    for raw in (deep, long, many, b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx"):
        started = time.process_time()
        try:
            read(b"Message-ID: x\n" + raw)
        except (UnreadableError, RecursionError):
            continue
        assert time.process_time() - started < 8


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=120))
def test_damage_anywhere_is_survived(noise: bytes) -> None:
    raw = message().as_bytes()
    for damaged in (noise + raw, raw + noise, raw[:120] + noise + raw[120:]):
        try:
            assert read(damaged)
        except UnreadableError:
            continue
