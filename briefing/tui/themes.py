"""The reader's own two themes; any of Textual's can be chosen instead.

Invariant: nothing in the style sheets names a colour; they name a theme's variables.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="briefing-dark",
    primary="#7aa2d6",
    secondary="#b59adb",
    accent="#e0af68",
    foreground="#d6d9de",
    background="#14171c",
    surface="#191d23",
    panel="#232932",
    success="#8fbf8f",
    warning="#e0af68",
    error="#e07a7a",
    dark=True,
)

LIGHT = Theme(
    name="briefing-light",
    primary="#2a5d9f",
    secondary="#7a4fa3",
    accent="#9a5b00",
    foreground="#1f2328",
    background="#f4f2ed",
    surface="#fbfaf7",
    panel="#e6e3db",
    success="#2f6f3a",
    warning="#9a5b00",
    error="#a8322f",
    dark=False,
)
