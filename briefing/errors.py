"""The errors that `briefing` raises for a person to read.

Invariant: each carries one line that says what is wrong and, where there is one, a hint that says
what to do; whoever shows it needs no traceback.
"""

from __future__ import annotations


class BriefingError(Exception):
    """Base of all errors with a message for the user."""

    title = "Error"

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class CorpusError(BriefingError):
    """The corpus named on the command line cannot be opened at all."""

    title = "Corpus"


class ConfigError(BriefingError):
    """A setting is unknown or has a value that it cannot have."""

    title = "Configuration"


class ModelError(BriefingError):
    """An entity model was named that is not there or cannot be used."""

    title = "Entity model"


class ExportError(BriefingError):
    """A brief cannot be written where it was asked for, or in the format asked for."""

    title = "Export"


class StoreError(BriefingError):
    """A database of the program cannot be opened or was made by a newer version."""

    title = "Store"


class VerificationError(BriefingError):
    """A file is not a brief that can be verified."""

    title = "Verification"


class ClusterError(BriefingError):
    """The cluster that was asked for cannot be reached, or would give other results."""

    title = "Cluster"


class Cancelled(BriefingError):
    """The user stopped a run; what was ready is kept."""

    title = "Stopped"
