"""PDF documents: one file, one article.

Invariant: a document yields its words in reading order or says why it has none (pictures, a
password, damage); work and memory are bounded whatever the file claims.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.model import Article, Rejection
from briefing.plugins import Declared
from briefing.readers.decoding import MAX_ARTICLE_CHARACTERS, UnreadableError
from briefing.readers.extras import import_extra
from briefing.readers.pages import page_article
from briefing.readers.pdf_lines import Line, Piece, lines_of, place_piece
from briefing.readers.pdf_paragraphs import paragraphs_of
from briefing.readers.prose import declared_headline

MAX_PAGES = 500
"""Longer documents are books; reading one takes minutes."""

MAX_STREAM_BYTES = 16 * 2**20
"""What one stream of a document may hold once unpacked."""

MAX_OPERATIONS = 500_000
"""Words and numbers in the drawing instructions of one page; a document has four times as many
operations, since the text of a page takes no more than a few thousand."""

_LISTED_PAGES = 20_000
_BAD_PAGES = 3
_SIGNATURE = b"%PDF-"
_SIGNATURE_REACH = 1024
_PRINTING = re.compile(
    r"mozilla|chrom|skia|safari|firefox|webkit|wkhtml|headless|edge|opera", re.IGNORECASE
)
"""Programs that print pages: their date of creation is that of the printing."""


@dataclass(slots=True)
class _Allowance:
    """What may still be read of a document."""

    operations: int = 4 * MAX_OPERATIONS
    characters: int = MAX_ARTICLE_CHARACTERS

    @property
    def is_spent(self) -> bool:
        """Whether the pages read so far are all that a document may have."""
        return self.operations < 0 or self.characters < 0


class PdfReader:
    """Reads a document as one article, with its declared title and date where they are its own."""

    endings = (".pdf",)

    def accepts(self, head: bytes, path: str) -> bool:
        """The signature stands within the first kilobyte."""
        del path
        return _SIGNATURE in head[:_SIGNATURE_REACH]

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the article, and the page that broke off its reading if one did."""
        pypdf = import_extra("pypdf", "pdf")
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        with pypdf.apply_configuration(
            zlib_maximum_output_length=MAX_STREAM_BYTES,
            lzw_maximum_output_length=MAX_STREAM_BYTES,
            run_length_maximum_output_length=MAX_STREAM_BYTES,
            array_based_stream_maximum_output_length=MAX_STREAM_BYTES,
            stream_parsing_work_maximum_count=MAX_OPERATIONS,
            page_tree_maximum_page_entries=_LISTED_PAGES,
        ):
            document = _open(pypdf, raw)
            paragraphs, problem = _read_paragraphs(document)
            if not any(c.isalpha() for c in "".join(paragraphs)):
                raise UnreadableError(
                    problem or "is a PDF of pictures; its text was not recognised"
                )
            declared = _declared(document, paragraphs)
        yield page_article("\n\n".join(paragraphs), path, identifier, declared)
        if problem:
            yield Rejection(path, None, problem)


def _open(pypdf: Any, raw: bytes) -> Any:
    problem: str | None
    try:
        document = pypdf.PdfReader(io.BytesIO(raw))
        is_locked = document.is_encrypted and not document.decrypt("")
        problem = "is encrypted and opens with a password only" if is_locked else None
        if problem is None and not document.pages:
            problem = "is a damaged PDF: it has no pages"
    except pypdf.errors.DependencyError as error:
        raise UnreadableError("is encrypted; to open it needs cryptography") from error
    except Exception as error:
        raise UnreadableError(f"is a damaged PDF: {error}") from error
    if problem:
        raise UnreadableError(problem)
    return document


def _read_paragraphs(document: Any) -> tuple[list[str], str | None]:
    """The paragraphs of the pages that can be read, and what is missing."""
    lines: list[Line] = []
    heights: list[float] = []
    problems: list[str] = []
    allowance = _Allowance()
    for number, page in enumerate(document.pages):
        heights.append(0.0)
        try:
            heights[number] = float(page.mediabox.top)
            found = lines_of(_pieces(page, allowance), number)
        except Exception as error:  # noqa: BLE001 as above
            problems.append(f"page {number + 1} cannot be read: {error}")
            found = []
        lines += found
        allowance.characters -= sum(len(line.text) for line in found)
        is_enough = allowance.is_spent or number + 1 == MAX_PAGES or len(problems) == _BAD_PAGES
        if is_enough and number + 1 < len(document.pages):
            problems.append(f"what follows page {number + 1} was left out")
            break
    return paragraphs_of(lines, heights), "; ".join(problems) or None


def _pieces(page: Any, allowance: _Allowance) -> list[Piece]:
    found: list[Piece] = []

    def visit(text: str, outer: Any, run: Any, font: Any, size: float) -> None:
        name = str((font or {}).get("/BaseFont", ""))
        piece = place_piece(text, outer, run, float(size), name) if text else None
        if piece is not None:
            found.append(piece)

    def count(*_: object) -> None:
        allowance.operations -= 1

    page.extract_text(visitor_operand_before=count, visitor_text=visit)
    return found


def _declared(document: Any, paragraphs: Sequence[str]) -> Declared:
    about = _metadata(document)
    maker = f"{about.get('/Creator', '')} {about.get('/Producer', '')}"
    created = re.sub(r"^D:|'", "", str(about.get("/CreationDate", "")))
    return Declared(
        headline=declared_headline(str(about.get("/Title", "")), paragraphs),
        published=None if _PRINTING.search(maker) else created,
    )


def _metadata(document: Any) -> dict[str, Any]:
    try:
        return dict(document.metadata or {})
    except Exception:  # noqa: BLE001 as above: without metadata a document can still be read
        return {}
