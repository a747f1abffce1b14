"""Settings: what the user chose, and the one place that reads it from files and environment.

Invariant: a `Settings` is a frozen value; whoever holds one needs neither the configuration file
nor the environment. Later sources win: defaults, config.toml, `BRIEFING_*`, the command line. A key
or value that cannot be understood is an error that names its source and key, never passed over.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import msgspec
import platformdirs

from briefing.errors import ConfigError
from briefing.mistyping import did_you_mean

PREFIX = "BRIEFING_"
CONFIG_VARIABLE = "BRIEFING_CONFIG"
TRACEBACK_VARIABLE = "BRIEFING_TRACEBACK"
"""Not a setting: with it, a fault of the program shows where it happened."""

_ENVIRONMENT = "the environment"
_NO_SETTINGS = frozenset({CONFIG_VARIABLE, TRACEBACK_VARIABLE})

DEFAULT_TAGGER = "shipped"
"""The entity model that ships, as a setting names it."""

_LANGUAGES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""The codes of ISO 639-1: what a page's language is called."""


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

    workspace: str | None = None
    """Folder of the reader's own work (stars, notes, corrections), or "off"; none: the user's data
    folder."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Other keys for commands of the reader, by the names that its palette shows; several keys of
    one command stand between commas. In the file only."""

    tagger: str = DEFAULT_TAGGER
    """The entity model, by the name that `briefing models` shows."""

    models: Mapping[str, str] = field(default_factory=dict)
    """spaCy pipelines by the language whose pages they read: names of installed packages, or paths
    of folders (with a slash in them). "shipped" takes back what an earlier source named. In a file,
    paths are relative to it; in the environment, LANGUAGE=PIPELINE separated as in PATH."""

    jobs: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """How many processes analyse; none: this one alone, or one a core where the corpus is large."""

    language: str | None = None
    """The language you would rather read, as an ISO 639-1 code: a brief shows a fact in it where a
    page tells it so; none: the language that most pages of the event have."""

    cluster: str | None = None
    """The scheduler of a Dask cluster that analyses, as tcp://HOST:PORT; none: this machine."""


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
    given = {key: value for key, value in (command_line or {}).items() if value is not None}
    sources = [*_sources(variables), ("the command line", _checked(given, "the command line"))]
    chosen: dict[str, Any] = {}
    models: dict[str, str] = {}
    for _, source in sources:
        chosen |= source
        models |= source.get("models", {})
    named = {language: name for language, name in sorted(models.items()) if name != DEFAULT_TAGGER}
    return Settings(**chosen | {"models": named})


def trace_settings(environ: Mapping[str, str] | None = None) -> tuple[Settings, dict[str, str]]:
    """The settings in force without a command line, and where each that was set comes from."""
    variables = os.environ if environ is None else environ
    origins: dict[str, str] = {}
    for place, source in _sources(variables):
        is_environment = place == _ENVIRONMENT
        for key in source:
            origins[key] = PREFIX + key.upper() if is_environment else place
    return load_settings(environ=variables), origins


def _sources(environ: Mapping[str, str]) -> list[tuple[str, dict[str, Any]]]:
    """The file and the environment: what each is called, and what it chooses."""
    path = config_path(environ)
    from_file = _from_file(path, is_required=CONFIG_VARIABLE in environ)
    return [(str(path), from_file), (_ENVIRONMENT, _from_environment(environ))]


def split_models(entries: Sequence[str], origin: str) -> dict[str, str]:
    """Entries as `en=en_core_web_lg` by their language; raises `ConfigError` for any other form."""
    models = {}
    for entry in entries:
        language, _, name = (part.strip() for part in entry.partition("="))
        if not language or not name:
            hint = "LANGUAGE=PIPELINE, as in en=en_core_web_lg"
            raise ConfigError(f"{origin}: {entry!r} names no entity model for a language", hint)
        models[language] = name
    return models


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
    for key in ("cache", "workspace"):
        if chosen.get(key, "off") != "off":
            chosen[key] = _beside(path, chosen[key])
    if "models" in chosen:
        named = chosen["models"].items()
        chosen["models"] = {k: _beside(path, v) if is_path(v) else v for k, v in named}
    return chosen


def is_path(pipeline: str) -> bool:
    """Whether a pipeline is named by its folder rather than by its package."""
    return "/" in pipeline or os.sep in pipeline


def _beside(config: Path, entry: str) -> str:
    return str(config.parent / Path(entry).expanduser())


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    raw: dict[str, object] = {}
    for variable in sorted(environ):
        if variable.startswith(PREFIX) and variable not in _NO_SETTINGS:
            key = variable.removeprefix(PREFIX).lower()
            value = environ[variable]
            parts = [v for v in value.split(os.pathsep) if v]
            if key == "models":
                raw[key] = split_models(parts, f"{_ENVIRONMENT}: {variable}")
            elif key == "jobs" and value.isdecimal():
                raw[key] = int(value)
            else:
                raw[key] = parts if key == "corpus" else value
    return _checked(raw, _ENVIRONMENT, PREFIX)


def _checked(raw: Mapping[str, object], origin: str, prefix: str = "") -> dict[str, Any]:
    known = {field.name for field in fields(Settings)}
    kinds = get_type_hints(Settings, include_extras=True)
    chosen: dict[str, Any] = {}
    for key, value in raw.items():
        shown = prefix + key.upper() if prefix else key
        if key not in known:
            names = [prefix + name.upper() if prefix else name for name in sorted(known)]
            hint = did_you_mean(shown, names, f"one of {', '.join(names)}")
            raise ConfigError(f"{origin}: unknown setting {shown!r}", hint)
        try:
            chosen[key] = msgspec.convert(value, kinds[key])
        except msgspec.ValidationError as error:
            reason = str(error).replace("`", "").replace(" - at $", " at ")
            raise ConfigError(f"{origin}: {shown}: {reason}") from error
        if key == "models":
            chosen[key] = _checked_models(chosen[key], f"{origin}: {shown}")
        if key == "language":
            chosen[key] = _checked_language(chosen[key], f"{origin}: {shown}")
    return chosen


def _checked_language(code: str, origin: str) -> str:
    if code.lower() not in _LANGUAGES:
        hint = "two letters of ISO 639-1, as in en, fr, ar"
        raise ConfigError(f"{origin}: no language has the code {code!r}", hint)
    return code.lower()


def _checked_models(named: Mapping[str, str], origin: str) -> dict[str, str]:
    models = {}
    for code, name in named.items():
        language = _checked_language(code, origin)
        if not name.strip():
            raise ConfigError(f"{origin}: no pipeline is named for {code!r}", "en_core_web_lg, say")
        models[language] = name.strip()
    return models
