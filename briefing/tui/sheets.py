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
_MOST_REJECTIONS = 500
"""Lines of a list that someone looks through; a folder of pictures can have any number."""


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


def rejection_choices(rejections: Sequence[Rejection]) -> Iterator[tuple[str, Content]]:
    """One line of choice per input that could not be read, with the reason; as many as are read."""
    for number, rejection in enumerate(rejections[:_MOST_REJECTIONS]):
        line = f", line {rejection.line}" if rejection.line else ""
        more = len(rejections) - _MOST_REJECTIONS
        is_last = more > 0 and number == _MOST_REJECTIONS - 1
        tail = f"\n… and {more:,} more: briefing analyse lists all of them" if is_last else ""
        yield (
            str(number),
            Content.assemble(
                (one_line(rejection.path) + line, "bold"),
                f"\n  {one_line(rejection.reason)}",
                (tail, ".list--quiet"),
            ),
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
