"""The command that shows the settings in force, and writes them down with what each means.

Invariant: what is said of a setting is what stands below its field in `Settings`, so that the file,
the table and the code tell the same; no file that is there is written over.
"""

from __future__ import annotations

import ast
import inspect
import os
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from textwrap import dedent, fill
from typing import Any

from briefing.cli.terminal import Column, Terminal
from briefing.config import PREFIX, Settings, config_path, trace_settings
from briefing.errors import ConfigError

_DONE = 0
_WIDTH = 88
_DEFAULT = "default"
_COLUMNS = (Column("setting"), Column("value", ratio=1), Column("from", ratio=1))
_TABLES = ("keys", "models")
EXAMPLES = {
    "corpus": '["~/pages", "/srv/news/*.html"]',
    "theme": '"nord"',
    "cache": '"~/.cache/briefing"  # or "off"',
    "workspace": '"~/work/briefing"  # or "off"',
    "tagger": '"shipped"',
    "jobs": "2",
    "language": '"en"',
    "cluster": '"tcp://scheduler.example:8786"',
    "keys": '"reading.search" = "f,ctrl+f"',
    "models": 'en = "en_core_web_lg"',
}
"""By its name, what each setting may look like in the file; of a table, one of its lines."""


def show_settings(terminal: Terminal, *, is_json: bool = False) -> int:
    """Write every setting with its value and with what it comes from."""
    settings, origins = trace_settings()
    named = {f.name: getattr(settings, f.name) for f in fields(Settings)}
    if is_json:
        shown = {
            name: {"value": value, "from": origins.get(name, _DEFAULT)}
            for name, value in named.items()
        }
        terminal.write_json({"settings": shown, "file": str(config_path(os.environ))})
    else:
        rows = [(n, _toml(v), origins.get(n, _DEFAULT)) for n, v in named.items()]
        terminal.write_table(_COLUMNS, rows)
    terminal.finish()
    path = config_path(os.environ)
    is_there = path.exists()
    what = "read from" if is_there else "briefing config --init writes"
    terminal.say(f"{what} {path}")
    return _DONE


def write_settings(terminal: Terminal) -> int:
    """Write a configuration file in which every setting is explained and none is changed."""
    path = config_path(os.environ)
    text = commented_settings()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        hint = "briefing config --toml prints what would be written"
        raise ConfigError(f"{path} is there already", hint) from None
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}") from error
    terminal.say(f"wrote {path}: every setting is a comment until you take its # away")
    return _DONE


def commented_settings() -> str:
    """The text of such a file: what each setting means, its default and its present value."""
    settings, origins = trace_settings()
    opening = (
        f"# Settings of briefing. What stands behind # is off. The environment ({PREFIX}…) and the"
        " command line win over this file; paths are relative to it."
    )
    parts = [fill(opening, _WIDTH, subsequent_indent="# ")]
    ordered = sorted(fields(Settings), key=lambda f: f.name in _TABLES)  # tables stand last in TOML
    for field in ordered:
        default = field.default if field.default is not MISSING else {}
        value, origin = getattr(settings, field.name), origins.get(field.name)
        lines = list(_explained(field.name, default))
        if origin:
            lines.append(f"# Now {_toml(value)}, from {origin}.")
        lines += [f"# [{field.name}]"] if field.name in _TABLES else []
        key = "" if field.name in _TABLES else f"{field.name} = "
        parts.append("\n".join([*lines, f"# {key}{EXAMPLES[field.name]}"]))
    return "\n\n".join(parts) + "\n"


def _explained(name: str, default: Any) -> Iterator[str]:
    means = " ".join(_meanings().get(name, "").split())
    yield fill(means, _WIDTH, initial_indent="# ", subsequent_indent="# ")
    if name not in _TABLES:
        yield f"# Default: {_toml(default)}. In the environment: {PREFIX}{name.upper()}."


def _meanings() -> dict[str, str]:
    """By each setting's name, the words below its field."""
    body = ast.parse(dedent(inspect.getsource(Settings))).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for field, words in zip(body.body, body.body[1:], strict=False):
        is_told = isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and is_told:
            found[field.target.id] = str(words.value.value)  # type: ignore[attr-defined]
    return found


def _toml(value: object) -> str:
    """A value as the file would have it; nothing as a word, since TOML has none for it."""
    if value is None:
        return "none"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_toml(k)} = {_toml(v)}' for k, v in value.items())}}}"
    if isinstance(value, str | Path):
        escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value).lower() if isinstance(value, bool) else str(value)
