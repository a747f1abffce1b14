"""The commands that set the program up: its configuration file, and completion in the shell.

Invariant: nothing is written but the configuration file, on request, where there is none.
"""

from __future__ import annotations

import sys
from typing import Annotated, Literal

from cyclopts import App, Parameter

from briefing.cli import configuring
from briefing.cli.examples import epilogue
from briefing.cli.terminal import Terminal

_Flag = Annotated[bool, Parameter(negative=(), show_default=False)]


def register(app: App) -> None:
    """Give the program these commands, and all commands their examples."""
    app.command(config)

    @app.command
    def completion(shell: Literal["bash", "zsh", "fish"]) -> int:
        """Print a script that completes commands and options in the shell.

        Parameters
        ----------
        shell:
            bash, zsh or fish.
        """
        sys.stdout.write(app.generate_completion(prog_name="briefing", shell=shell))
        return 0

    for name in command_names(app):
        app[name].help_epilogue = epilogue(name)


def command_names(app: App) -> list[str]:
    """The names of all commands, without the options that are commands of their own."""
    return [name for name in app if not name.startswith("-")]


def config(*, init: _Flag = False, toml: _Flag = False, json: _Flag = False) -> int:
    """Show the settings in force and where each comes from.

    Parameters
    ----------
    init:
        Write a configuration file with every setting explained; none that is there is changed.
    toml:
        Print what --init would write.
    json:
        One JSON object.
    """
    terminal = Terminal(sys.stdout, sys.stderr)
    if init:
        return configuring.write_settings(terminal)
    if toml:
        terminal.write_text(configuring.commented_settings())
        terminal.finish()
        return 0
    return configuring.show_settings(terminal, is_json=json)
