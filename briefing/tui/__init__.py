"""The reader: Textual screens and panes over a grouped corpus.

Where a key's code is: `keys` names the action and the place; `rooms` does what concerns panes,
`desk` the reader's own work, `reading_screen` the rest, each window's module its own keys.

Invariant: panes talk by messages (`messages`), workers post messages and touch no widget, and
what can be decided without a terminal is decided in pure modules (`arrangement`, `brief_entries`,
`catalogue`, `completing`, `copying`, `direction`, `event_entries`, `evidence`, `highlight`, `keys`,
`matching`, `naming`, `regrouping`, `signs`, `wrapping`).
"""

import os

# Textual paints at most so often: with its 60 a page waited up to 17 ms for its turn after the
# cursor, with 120 up to 8 (it reads the variable when it is imported, which is after this).
os.environ.setdefault("TEXTUAL_FPS", "120")
