"""Counts before motions: 5j, 3n, 12G, 2s.

Invariant: a count holds for the next command and is gone after it, whether the command takes one or
not; what a count does to a command is in `COUNTED` and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode

MOST = 9999
_MOST_REPEATED = 99
"""Times that a command without a way of its own to go far is given."""

_AGAIN = ""

COUNTED: Mapping[str, str] = {
    "cursor_down": "move({})",
    "cursor_up": "move(-{})",
    "first": "line({})",
    "last": "line({})",
    "page_down": _AGAIN,
    "page_up": _AGAIN,
    "lines(1)": "lines({})",
    "lines(-1)": "lines(-{})",
    "pages(1)": "pages({})",
    "pages(-1)": "pages(-{})",
    "half_pages(1)": "half_pages({})",
    "half_pages(-1)": "half_pages(-{})",
    "top": "line({})",
    "bottom": "line({})",
    "step(1)": _AGAIN,
    "step(-1)": _AGAIN,
    "next_name(1)": _AGAIN,
    "next_name(-1)": _AGAIN,
    "next_sentence(1)": _AGAIN,
    "next_sentence(-1)": _AGAIN,
    "next_room(1)": _AGAIN,
    "next_room(-1)": _AGAIN,
    "sources": "open_numbered({})",
}
"""What a command becomes with a count before it; empty: it is given that many times."""


def with_digit(count: int, digit: int) -> int:
    """The count with one more digit typed; as long as there is none, 0 begins none."""
    return min(MOST, count * 10 + digit)


class CountingApp(App[None]):
    """An application whose commands can be given a count."""

    _count = 0

    def action_count(self, digit: int) -> None:
        """Take one more digit of the count."""
        self._show_count(with_digit(self._count, digit))

    def action_drop_count(self) -> None:
        """Forget the count."""
        self._show_count(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a count that was begun goes on with 0 or can be dropped."""
        if action == "drop_count" or (action == "count" and parameters == (0,)):
            return self._count > 0
        return super().check_action(action, parameters)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run a command, as often or as far as the count says."""
        count = self._count
        if not count or not isinstance(action, str) or action.startswith("app."):
            return await super().run_action(action, default_namespace, namespaces)
        if action == "drop_count":
            return await super().run_action(action, default_namespace, namespaces)
        template = COUNTED.get(action)
        far = (template or "").format(count)
        done = False
        if far and hasattr(default_namespace, f"action_{far.partition('(')[0]}"):
            done = await super().run_action(far, default_namespace, namespaces)
        else:
            times = 1 if template is None else min(count, _MOST_REPEATED)
            for _ in range(times):
                done = await super().run_action(action, default_namespace, namespaces)
        if done:
            self._show_count(0)
        return done

    def _show_count(self, count: int) -> None:
        """Show the count where the reader sees it from any window."""
        from briefing.tui.status_line import StatusLine

        self._count = count
        for screen in self.screen_stack:
            for line in screen.query(StatusLine):
                line.show_count(str(count) if count else "")
