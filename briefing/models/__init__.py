"""The entity model that ships: where it lies. CARD.md says what it is made of and how good it is.

Invariant: the folder holds arrays and tables, no code; nothing here imports spaCy.
"""

from __future__ import annotations

from pathlib import Path

SHIPPED = "news_xx"


def model_path(name: str = SHIPPED) -> Path:
    """The folder of a model that ships."""
    return Path(__file__).parent / name
