"""What can be plugged in, and the lazy registry that finds it.

Invariant: nothing here imports a plug-in before it is asked for by name; a registry holds
"module:attribute" strings, the built-in ones first, then those of installed entry-point groups.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Protocol, runtime_checkable

from briefing.errors import BriefingError
from briefing.mistyping import did_you_mean
from briefing.model import Article, Brief, Document, Mention, Passage, Rejection

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a file says of an article beside its text; see the fields of `Article`.

    `author` is the byline: of use where it names an agency.
    """

    headline: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file (of an archive, a message, a crawl), to be read in its turn.

    `name` is its path inside the container. What the container declares counts where the member
    itself says nothing.
    """

    name: str
    raw: bytes
    declared: Declared = Declared()


@runtime_checkable
class Reader(Protocol):
    """Turns the bytes of one file into articles.

    A file goes to the first reader that accepts its content, else to the first whose `endings`
    (lower case, with the dot) its name has. What `read` raises costs its file only.
    """

    @property
    def endings(self) -> tuple[str, ...]:
        """How the names of such files end."""
        ...

    def accepts(self, head: bytes, path: str) -> bool:
        """Whether the first 64 KiB are of this format; the name settles what they leave open."""
        ...

    def read(
        self, raw: bytes, path: str, identifier: str
    ) -> Iterator[Article | Rejection | Member]:
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
class PageTagger(Tagger, Protocol):
    """A tagger that has others for the pages of some languages."""

    def for_page(self, language: str) -> Tagger:
        """The tagger of the pages in a language; its `name` is what is said of who read them."""
        ...


@runtime_checkable
class Exporter(Protocol):
    """Writes a brief as a text file.

    One that writes only part of it may say so with `is_whole = False`: writing that is not taken
    for having made a brief.
    """

    suffix: str

    def export(self, brief: Brief, documents: Mapping[str, Document], root: str) -> str:
        """The file's text; `root` is what the paths of the sources are relative to.

        An empty text: the brief has nothing to write in this format.
        """
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
            listed = "one of " + ", ".join(self.names())
            hint = did_you_mean(name, self.names(), listed)
            raise BriefingError(f"no {self._kind} called {name!r}", hint)
        if name in self.builtin:
            return _import(target)
        try:
            return _import(target)
        except Exception as error:
            problem = f"the {self._kind} {name!r} cannot be loaded: {_told(error)}"
            raise BriefingError(
                problem, f"from {target}; mend or uninstall that package"
            ) from error

    def load_all(self) -> dict[str, Callable[..., Any]]:
        """All factories, in the order of `names`: looking for plug-ins once, which is slow.

        An installed one that cannot be loaded is told of and left out: the others still serve.
        """
        targets = self.targets()
        loaded = {name: _import(targets[name]) for name in self.builtin}
        for name in targets:
            if name in loaded:
                continue
            try:
                loaded[name] = _import(targets[name])
            except Exception as error:  # noqa: BLE001 - another's code
                told = (self._kind, name, targets[name], _told(error))
                logger.warning("the %s %r (%s) cannot be loaded and is left out: %s", *told)
        return loaded

    @property
    def _kind(self) -> str:
        return self.group.rpartition(".")[2].removesuffix("s")


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _import(target: str) -> Callable[..., Any]:
    module, _, attribute = target.partition(":")
    factory: Callable[..., Any] = getattr(import_module(module), attribute)
    return factory


READERS = Registry(
    "briefing.readers",
    {
        "jsonl": "briefing.readers.jsonl:JsonLinesReader",
        "newsml": "briefing.readers.newsml:NewsMlReader",
        "nitf": "briefing.readers.nitf:NitfReader",
        "html": "briefing.readers.html:HtmlReader",
        "mhtml": "briefing.readers.mhtml:MhtmlReader",
        "webarchive": "briefing.readers.webarchive:WebArchiveReader",
        "mbox": "briefing.readers.mail:MailboxReader",
        "eml": "briefing.readers.mail:MessageReader",
        "markdown": "briefing.readers.markdown:MarkdownReader",
        "table": "briefing.readers.table:TableReader",
        "feed": "briefing.readers.feed:FeedReader",
        "pdf": "briefing.readers.pdf:PdfReader",
        "docx": "briefing.readers.docx:DocxReader",
        "odt": "briefing.readers.odt:OdtReader",
        "epub": "briefing.readers.epub:EpubReader",
        "rtf": "briefing.readers.rtf:RtfReader",
        "warc": "briefing.readers.warc:WarcReader",
        "zip": "briefing.readers.archives:ZipReader",
        "tar": "briefing.readers.archives:TarReader",
        "text": "briefing.readers.text:TextReader",
    },
)
EXPORTERS = Registry(
    "briefing.exporters",
    {
        "markdown": "briefing.exporters.markdown:MarkdownExporter",
        "html": "briefing.exporters.html:HtmlExporter",
        "json": "briefing.exporters.json:JsonExporter",
        "ics": "briefing.exporters.ics:IcsExporter",
    },
)
TAGGERS = Registry(
    "briefing.taggers",
    {
        "shipped": "briefing.analysis.tagger:load_shipped",
    },
)
