"""What every test starts from: a home of its own, none of the user's settings, no network.

Invariant: no test reads or writes the user's files, and none opens a connection.
"""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from briefing.config import Settings
from briefing.model import GroupedCorpus
from briefing.pipeline import open_corpus, sample_paths

# A machine that does other work too makes no property less true.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests noted for whoever reads the outcome, whichever process ran them."""
    for report in (r for reports in terminalreporter.stats.values() for r in reports):
        for name, words in getattr(report, "user_properties", ()):
            if name == "note" and getattr(report, "when", "") == "call":
                terminalreporter.write_line(words)


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home for the whole run, so that what one test has analysed another finds in the cache."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in [v for v in os.environ if v.startswith(("BRIEFING_", "XDG_"))]:
            patch.delenv(variable)
        for variable in ("COLUMNS", "LINES"):  # each test says how large its terminal is
            patch.delenv(variable, raising=False)
        patch.setenv("HOME", str(home))
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield home


@pytest.fixture(scope="session", autouse=True)
def _interruptible() -> None:
    """What the tests start can be interrupted, also where a shell in the background began them."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connecting anywhere but to a socket of this machine's own files fails the test."""

    def refuse(_: socket.socket, address: object) -> NoReturn:
        raise AssertionError(f"a test wanted to connect to {address}")

    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family is not socket.AF_UNIX:
            refuse(self, address)
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(scope="session")
def sample_corpus(_home: Path) -> GroupedCorpus:
    """The sample pages, analysed with the shipped model and grouped."""
    return open_corpus(sample_paths(), Settings())
