"""The `briefing` command: from arguments to an exit code.

Invariant: importing this package imports neither Textual nor spaCy; every error that a person can
mend ends as one line on standard error, and the exit code says how the run ended: 0 done, 1 found
something wrong, 2 usage, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Sequence

from cyclopts import CycloptsError

from briefing.cli import commands
from briefing.cli.app import app
from briefing.errors import BriefingError, Cancelled
from briefing.tui.escaping import one_line


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; returns the exit code."""
    logging.basicConfig(handlers=[_Diagnostics()], level=logging.WARNING)
    try:
        code = app(
            sys.argv[1:] if arguments is None else arguments,
            exit_on_error=False,
            print_error=False,
        )
        sys.stdout.flush()
    except CycloptsError as error:
        return _fail(str(error), "briefing --help lists the commands")
    except (KeyboardInterrupt, Cancelled):
        _wipe_progress()
        return commands.INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return commands.DONE
    except BriefingError as error:
        return _fail(error.message, error.hint)
    except OSError as error:
        if error.filename is None:
            _forget_output()
        return _fail(f"{error.filename or 'standard output'}: {error.strerror or error}", None)
    except BaseException:
        _wipe_progress()
        raise
    return code if isinstance(code, int) else commands.DONE


class _Diagnostics(logging.Handler):
    """Writes to whatever standard error is now: the reader takes it away while it runs."""

    def emit(self, record: logging.LogRecord) -> None:
        _write_error(record.getMessage())


def _fail(message: str, hint: str | None) -> int:
    _write_error(f"{message} ({hint})" if hint else message)
    return commands.USAGE


def _write_error(message: str) -> None:
    _wipe_progress()
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"briefing: {one_line(message)}\n")


def _wipe_progress() -> None:
    """Clear the line that a run may have been drawing when it ended."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[2K")


def _forget_output() -> None:
    """Standard output is gone or full; what Python still holds of it must not raise at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
