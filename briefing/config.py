"""Settings: what the user chose, and the one place that reads it from files and environment.

Invariant: a `Settings` is a frozen value; whoever holds one needs neither the configuration file
nor the environment. Later sources win: defaults, config.toml, `BRIEFING_*`, the command line. A key
or value that cannot be understood is an error that names its source and key, never passed over.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
import platformdirs

from briefing.errors import ConfigError

PREFIX = "BRIEFING_"
CONFIG_VARIABLE = "BRIEFING_CONFIG"
TRACEBACK_VARIABLE = "BRIEFING_TRACEBACK"
"""Not a setting: with it, a fault of the program shows where it happened."""

_NO_SETTINGS = frozenset({CONFIG_VARIABLE, TRACEBACK_VARIABLE})


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices."""

    corpus: tuple[str, ...] = ()
    """Files, folders or globs opened where the command line names none; empty: the sample pages.
    In a file, relative to it; in the environment, separated as in PATH."""

    theme: str | None = None
    """The reader's Textual theme; none: the reader's own."""

    cache: str | None = None
    """Folder of the analysis cache, or "off"; none: the user's cache folder."""

    tagger: str = "shipped"
    """The entity model, by the name that `briefing models` shows."""


def config_path(environ: Mapping[str, str]) -> Path:
    """The configuration file that would be read: the one named, else the user's own."""
    named = environ.get(CONFIG_VARIABLE)
    if named:
        return Path(named).expanduser()
    return Path(platformdirs.user_config_dir("briefing")) / "config.toml"


def load_settings(
    command_line: Mapping[str, object] | None = None, environ: Mapping[str, str] | None = None
) -> Settings:
    """The settings in force; `command_line` holds the options given, None meaning not given.

    Raises `ConfigError` for a file that was named and is not there, that is not TOML, for an
    unknown key and for a value of the wrong type.
    """
    variables = os.environ if environ is None else environ
    path = config_path(variables)
    chosen = _from_file(path, is_required=CONFIG_VARIABLE in variables)
    chosen |= _from_environment(variables)
    given = {key: value for key, value in (command_line or {}).items() if value is not None}
    chosen |= _checked(given, "the command line")
    return Settings(**chosen)


def _from_file(path: Path, *, is_required: bool) -> dict[str, Any]:
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if is_required:
            raise ConfigError(f"{path}: no such file", f"named by {CONFIG_VARIABLE}") from None
        return {}
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    chosen = _checked(raw, str(path))
    if "corpus" in chosen:
        chosen["corpus"] = tuple(_beside(path, entry) for entry in chosen["corpus"])
    if chosen.get("cache", "off") != "off":
        chosen["cache"] = _beside(path, chosen["cache"])
    return chosen


def _beside(config: Path, entry: str) -> str:
    return str(config.parent / Path(entry).expanduser())


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    raw: dict[str, object] = {}
    for variable in sorted(environ):
        if variable.startswith(PREFIX) and variable not in _NO_SETTINGS:
            key = variable.removeprefix(PREFIX).lower()
            value = environ[variable]
            raw[key] = [v for v in value.split(os.pathsep) if v] if key == "corpus" else value
    return _checked(raw, "the environment", PREFIX)


def _checked(raw: Mapping[str, object], origin: str, prefix: str = "") -> dict[str, Any]:
    known = {field.name for field in fields(Settings)}
    kinds = get_type_hints(Settings)
    chosen: dict[str, Any] = {}
    for key, value in raw.items():
        shown = prefix + key.upper() if prefix else key
        if key not in known:
            raise ConfigError(f"{origin}: unknown setting {shown!r}", _known(prefix))
        try:
            chosen[key] = msgspec.convert(value, kinds[key])
        except msgspec.ValidationError as error:
            reason = str(error).replace("`", "").replace(" - at $", " at ")
            raise ConfigError(f"{origin}: {shown}: {reason}") from error
    return chosen


def _known(prefix: str) -> str:
    names = [field.name for field in fields(Settings)]
    return "one of " + ", ".join(prefix + name.upper() if prefix else name for name in names)
