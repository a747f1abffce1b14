"""The `briefing` command: from arguments to an exit code.

Invariant: importing this package imports neither Textual nor spaCy; every error that a person can
mend ends as one line on standard error, a fault of the program too, and the exit code says how the
run ended: 0 done, 1 found something wrong, 2 usage, 70 a fault of the program, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cyclopts import CycloptsError

from briefing.cli import commands
from briefing.cli.app import app
from briefing.cli.piping import name_input
from briefing.cli.setup import command_names
from briefing.config import TRACEBACK_VARIABLE
from briefing.errors import BriefingError, Cancelled
from briefing.escaping import one_line
from briefing.mistyping import nearest


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; returns the exit code."""
    logging.basicConfig(handlers=[_Diagnostics()], level=logging.WARNING)
    given = sys.argv[1:] if arguments is None else arguments
    try:
        code = app(
            name_input(given),
            exit_on_error=False,
            print_error=False,
        )
        sys.stdout.flush()
    except CycloptsError as error:
        return _fail(str(error), _how_to_call(given))
    except (KeyboardInterrupt, Cancelled):
        _wipe_progress()
        return commands.INTERRUPTED
    except (BriefingError, OSError) as error:
        return _tell(error)
    except Exception as error:  # the last border: a fault of the program's own, told in one line
        _wipe_progress()
        if os.environ.get(TRACEBACK_VARIABLE):
            raise
        return _tell_fault(error)
    except BaseException:  # whatever ends the program leaves a clean line behind
        _wipe_progress()
        raise
    return code if isinstance(code, int) else commands.DONE


def _how_to_call(arguments: Sequence[str]) -> str:
    """What helps who mistook an option: the help of the command that was called, or meant."""
    first = arguments[0] if arguments else ""
    known = command_names(app)
    if first in known:
        return f"briefing {first} --help shows how"
    meant = None if first.startswith("-") or Path(first).exists() else nearest(first, known)
    return f"did you mean briefing {meant}?" if meant else "briefing --help lists the commands"


def _tell(error: BriefingError | OSError) -> int:
    """One line on what a person can mend; nothing where nobody reads the results any more."""
    if isinstance(error, BriefingError):
        return _fail(error.message, error.hint)
    if error.filename is None:
        _forget_output()
    if isinstance(error, BrokenPipeError):
        return commands.DONE
    return _fail(f"{error.filename or 'standard output'}: {error.strerror or error}", None)


class _Diagnostics(logging.Handler):
    """Writes to whatever standard error is now: the reader takes it away while it runs."""

    def emit(self, record: logging.LogRecord) -> None:
        _write_error(record.getMessage())


def _tell_fault(error: Exception) -> int:
    fault = f"a fault of the program: {type(error).__name__}: {error}"
    _write_error(f"{fault} ({TRACEBACK_VARIABLE}=1 shows where)")
    return commands.FAULT


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
