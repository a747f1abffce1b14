"""Knowledge about words that no page of a corpus contains.

Invariant: tables and pure look-ups only; nothing here names a person or depends on a corpus.
"""
