"""The reader: Textual screens and panes over a grouped corpus.

Invariant: panes talk by messages (`messages`), workers post messages and touch no widget, and
what can be decided without a terminal is decided in pure modules (`arrangement`, `brief_entries`,
`catalogue`, `event_entries`, `highlight`, `keys`, `wrapping`).
"""
