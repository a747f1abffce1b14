"""A corpus in which every field, name and file attacks the terminal.

Invariant: whatever takes effect can be told: strings that a sequence carries hold `MARK`, numbers
that it carries are `NUMBER`, and neither is ever written by the program of its own accord.
"""

from __future__ import annotations

import csv
import io
import json
import os
from email.message import EmailMessage
from pathlib import Path

from tests.readers.documents import make_zip

MARK = "PWNED"
NUMBER = 777

ATTACKS = (
    f"\x1b[{NUMBER};{NUMBER}H", f"\x1b[{NUMBER}m", f"\x1b[?{NUMBER}h", f"\x1b[{NUMBER}t", "\x1b[2J",
    "\x1bc", f"\x1b]0;{MARK}\x07", f"\x1b]2;{MARK}\x1b\\", f"\x1b]52;c;{MARK}\x07",
    f"\x1b]8;;http://x.example/{MARK}\x1b\\a\x1b]8;;\x1b\\", f"\x1bP1;2|{MARK}\x1b\\",
    f"\x1b_{MARK}\x1b\\", f"\x1b^{MARK}\x1b\\", f"\x1bX{MARK}\x1b\\", f"\x1b]1337;File=:{MARK}\x07",
    f"\x9b{NUMBER}m", f"\x9d0;{MARK}\x9c", f"\x90{MARK}\x9c", "\x07", "\x08\x08\x08", "\x0b\x0c",
    "\x0e", "\x0f", "\x7f", "\x85", "\u202egnp.exe\u202c", "\u2066iso\u2069", "\u202d", "\u2028",
    "\u2029", "\ufeff", "\u200b", "\U000e0041", "\ud7ff", f"[bold red]{MARK}[/bold red]",
    f"[@click=app.quit]{MARK}[/]", f"[link=http://x.example]{MARK}[/link]", "[/]", ":boom:",
    f"<b>{MARK}</b>", f"![x]({MARK})", "../../../../tmp/x", "%s%n%x", "${HOME}", "`id`", "$(id)",
    "\r" + MARK, "a\rb",
)  # fmt: skip
"""Sequences of seven and eight bits, terminal and Rich markup, overrides, paths and shell words."""

_LEAD = (
    "{a}Minister Ada Lorn{b} met envoys of Norland in Oslo{c} on Monday, 3 May 2032, and agreed on "
    "{d}40 million euros for the harbour. “We have waited{a} for years,” said Lorn{b}."
)
_BODY = (
    "The {c}Harbour{d} Authority of Norland (HAN) counts {a}1,200 ships. Minister Ada Lorn spoke "
    "with {b}Prime Minister Olaf Brekke in Oslo. Talks go on {c}next week in Bergen{d}."
)


def attack(words: str, number: int) -> str:
    """The words with attacks of four kinds in the places left for them."""
    kinds = {name: ATTACKS[(number + 7 * n) % len(ATTACKS)] for n, name in enumerate("abcd")}
    return words.format(**kinds)


def write_corpus(folder: Path) -> None:
    """Write some forty files."""
    folder.mkdir(parents=True)
    for number, sign in enumerate(ATTACKS[::2]):
        title = f"Talks in Oslo {sign} on the harbour"
        page = "\n\n".join((title, attack(_LEAD, number), attack(_BODY, number + 3), "Photo: AFP"))
        (folder / f"page{number:02}.txt").write_text(page, encoding="utf-8", newline="")
    (folder / "page.html").write_text(_html(), encoding="utf-8")
    (folder / "records.jsonl").write_text("\n".join(_records()) + "\nno {json\x1b[31m\n", "utf-8")
    (folder / "table.csv").write_text(_table(), encoding="utf-8", newline="")
    (folder / "mail.eml").write_bytes(_mail())
    (folder / "pages.zip").write_bytes(make_zip(_members()))
    (folder / "huge.txt").write_text(f"{'A' * 60_000} met {'Bo' * 9_000} in Oslo.", "utf-8")
    for name in _names():
        (folder / name).write_text("Talks in Oslo\n\n" + attack(_LEAD, len(name)), "utf-8")
    os.mkfifo(folder / f"fifo\x1b]0;{MARK}\x07")
    (folder / f"empty\x1b[{NUMBER}m.txt").touch()
    (folder / f"lost\x9b{NUMBER}m.txt").symlink_to(f"/nowhere/\x1b]0;{MARK}\x07")
    with open(os.fsencode(folder) + b"/bad\xff\x1b]0;" + MARK.encode() + b"\x07.txt", "wb") as file:  # noqa: PTH123 - no text
        file.write(b"Talks in Oslo\n\nWords.")
    (folder / f"box\x1b[{NUMBER}m.zip").write_bytes(make_zip({"a.txt": "x"})[:-9])


def _names() -> tuple[str, ...]:
    return (
        f"\x1b]0;{MARK}\x07name.txt",
        f"a\x1b[{NUMBER}mname.txt",
        "line\nbreak\r.txt",
        "over\u202etxt.exe",
        "[bold]markup[b].txt",
        "-rf",
        "c1\x9b2J.txt",
        "n" * 200 + ".txt",
    )


def _html() -> str:
    about = {
        "@type": "NewsArticle",
        "headline": f"Talks \x1b[{NUMBER}m in Oslo",
        "datePublished": f"2032-05-04\x1b]0;{MARK}\x07",
        "publisher": {"name": f"The \x9d0;{MARK}\x9cQuay"},
        "author": {"name": f"Rеuters\x1b[{NUMBER}m"},  # the second letter is Cyrillic
        "url": f"https://quay.example/\x1b]0;{MARK}\x07",
    }
    return (
        '<!DOCTYPE html><html lang="en\x1b[31m"><head><title>&#27;[777m&#x9b;777m&#7;</title>'
        f'<script type="application/ld+json">{json.dumps(about)}</script></head><body><article>'
        f"<h1>Talks &#27;[{NUMBER}m in Oslo</h1><p>{attack(_LEAD, 1)}</p><p>&#27;]0;{MARK}&#7; "
        f"{attack(_BODY, 5)}</p></article></body></html>"
    )


def _records() -> list[str]:
    return [
        json.dumps(
            {
                "id": f"../../../tmp/{MARK}/\x1b[{NUMBER}m{number}",
                "title": f"Talks {sign} in Oslo",
                "text": attack(_LEAD, number) + "\n\n" + attack(_BODY, number),
                "date": f"2032-05-04{sign}",
                "source": ("Reuters", "Rеuters", f"The {sign}Quay")[number % 3],
                "language": f"en{sign}",
                "url": f"javascript:alert('{sign}')",
            }
        )
        for number, sign in enumerate(ATTACKS[:12])
    ]


def _table() -> str:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["title", "text", "source"])
    rows.writerow([f"Talks\x1b[{NUMBER}m", attack(_LEAD, 11), f"\x1b]0;{MARK}\x07"])
    rows.writerow([f"=cmd|'{MARK}'!A1", attack(_BODY, 12), "@SUM(1)"])
    return out.getvalue()


def _mail() -> bytes:
    built = EmailMessage()
    built["From"] = "The Quay <desk@quay.example>"
    built["Subject"] = "=?utf-8?q?Talks_=1B=5B777m_in_=1B=5D0=3BPWNED=07_Oslo?="
    built["Date"] = "Tue, 04 May 2032 08:00:00 +0200"
    built.set_content(attack(_LEAD, 4).encode("utf-8", "replace").decode() + "\n", cte="base64")
    built.add_attachment(
        b"<html><body><p>Words \x1b[777m</p></body></html>",
        "text",
        "html",
        filename=f"../[{NUMBER}m{MARK}.html",
    )
    return built.as_bytes()


def _members() -> dict[str, str]:
    return {
        f"../../{MARK}.txt": "words",
        f"a\x1b]0;{MARK}\x07/page.txt": "Talks in Oslo\n\n" + attack(_BODY, 2),
        f"b\x1b[{NUMBER}m.html": f"<html><body><p>{attack(_LEAD, 3)}</p></body></html>",
        f"broken\x9b{NUMBER}m.pdf": "%PDF-1.4 no",
    }
