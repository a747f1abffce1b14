"""The words of the reader's sheets: keys, rejected files, sources.

Invariant: pure functions from values to text; nothing of a page is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from briefing.escaping import one_line
from briefing.model import Rejection
from briefing.tui.catalogue import NumberedSource
from briefing.tui.event_entries import shown_date
from briefing.tui.keys import COMMANDS, Place
from briefing.tui.source_pane import source_name

_KEY_WIDTH = 13


def help_sheet(first: Sequence[Place], keymap: Mapping[str, str]) -> Content:
    """All keys by place, the places where the reader is first; `keymap` holds the user's own."""
    order = [*first, *(place for place in Place if place not in first)]
    return Content("\n\n").join(_place_help(place, keymap) for place in order)


def _place_help(place: Place, keymap: Mapping[str, str]) -> Content:
    lines = [Content.styled(place.value, ".sheet--heading")]
    lines += [
        Content.styled(f"  {command.shown_with(keymap):<{_KEY_WIDTH}}", ".sheet--key")
        + Content(command.tells)
        for command in COMMANDS
        if command.place is place and command.is_listed
    ]
    return Content("\n").join(lines)


def rejection_sheet(rejections: Sequence[Rejection]) -> Content:
    """The inputs that could not be read, and why."""
    if not rejections:
        return Content("Every file could be read.")
    return Content("\n").join(
        Content.assemble(
            (one_line(r.path) + (f", line {r.line}" if r.line else ""), "bold"),
            f"\n  {one_line(r.reason)}",
        )
        for r in rejections
    )


def source_choices(sources: Sequence[NumberedSource]) -> Iterator[tuple[str, Content]]:
    """One line of choice per source: number, outlet, agency, date, language, file, hash."""
    for source in sources:
        article = source.document.article
        told = (
            article.origin and f"from {article.origin}",
            shown_date(article.published),
            article.language,
        )
        yield (
            str(source.number),
            Content("\n").join(
                (
                    Content.styled(f"[{source.number}] {source_name(article)}", "bold"),
                    Content(one_line(article.headline or "")),
                    Content(" · ".join(one_line(part) for part in told if part)),
                    Content.styled(
                        f"{one_line(article.path)} · sha256 {article.sha256[:12]}", ".list--quiet"
                    ),
                )
            ),
        )
