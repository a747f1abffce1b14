"""Libraries that not every installation has.

Invariant: a format whose library is missing is named with the command that adds it; nothing is
imported before a file of that format is read.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from briefing.readers.decoding import UnreadableError


def import_extra(module: str, extra: str) -> ModuleType:
    """The module, or `UnreadableError` with the extra of this package that brings it."""
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise UnreadableError(f"needs {library}: pip install 'briefing[{extra}]'") from error
