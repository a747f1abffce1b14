"""What can be plugged in, and the lazy registry that finds it.

Invariant: nothing here imports a plug-in before it is asked for by name; a registry holds
"module:attribute" strings, the built-in ones first, then those of installed entry-point groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Protocol, runtime_checkable

from briefing.errors import BriefingError
from briefing.model import Article, Brief, Document, Mention, Passage, Rejection


@runtime_checkable
class Reader(Protocol):
    """Turns the bytes of one file into articles."""

    def accepts(self, head: bytes, path: str) -> bool:
        """Whether the first 64 KiB and the name look like this format."""
        ...

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the articles of the file; `identifier` is the path below the corpus folder."""
        ...


@runtime_checkable
class Tagger(Protocol):
    """Finds people, places and organisations."""

    @property
    def name(self) -> str:
        """Model name and version; part of the key under which analyses are cached."""
        ...

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        """Mentions of each passage, offsets relative to it, in order and not overlapping."""
        ...


@runtime_checkable
class Exporter(Protocol):
    """Writes a brief as a text file."""

    suffix: str

    def export(self, brief: Brief, documents: Mapping[str, Document], root: str) -> str:
        """The file's text; `root` is what the paths of the sources are relative to."""
        ...


@dataclass(frozen=True, slots=True)
class Registry:
    """Named plug-ins of one kind: `builtin` maps names to "module:attribute"."""

    group: str
    builtin: Mapping[str, str]

    def targets(self) -> dict[str, str]:
        """All names with what they stand for; a built-in name cannot be taken over."""
        found = {e.name: e.value for e in entry_points(group=self.group)}
        return {**dict(sorted(found.items())), **self.builtin}

    def names(self) -> tuple[str, ...]:
        """The names, built-in ones first and in their order, then plug-ins by name."""
        extra = [n for n in self.targets() if n not in self.builtin]
        return (*self.builtin, *extra)

    def load(self, name: str) -> Callable[..., Any]:
        """The factory behind a name; raises `BriefingError` with the names there are."""
        target = self.targets().get(name)
        if target is None:
            kind = self.group.rpartition(".")[2].removesuffix("s")
            raise BriefingError(f"no {kind} called {name!r}", "one of " + ", ".join(self.names()))
        module, _, attribute = target.partition(":")
        factory: Callable[..., Any] = getattr(import_module(module), attribute)
        return factory


READERS = Registry(
    "briefing.readers",
    {
        "jsonl": "briefing.readers.jsonl:JsonLinesReader",
        "text": "briefing.readers.text:TextReader",
    },
)
EXPORTERS = Registry(
    "briefing.exporters",
    {
        "markdown": "briefing.exporters.markdown:MarkdownExporter",
        "html": "briefing.exporters.html:HtmlExporter",
        "json": "briefing.exporters.json:JsonExporter",
    },
)
TAGGERS = Registry(
    "briefing.taggers",
    {
        "shipped": "briefing.analysis.tagger:load_shipped",
    },
)
