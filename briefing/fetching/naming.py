"""Where a page is saved: a file of its own below the folder of its host.

Invariant: names are made of ASCII letters, digits, hyphens and dots whatever an address says, are
never hidden, reserved or long, and lead nowhere; one page has one name in every run.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import unquote, urlsplit

from briefing.lexicon.folding import fold

_MAX_WORDS = 60
_MAX_HOST = 100
_HASH = 10
_UNFIT = re.compile(r"[^a-z0-9]+")
_UNFIT_IN_HOST = re.compile(r"[^a-z0-9.-]+")
_ENDING = re.compile(r"\.(?:x?html?|php\d?|aspx?|jsp|pdf|txt|amp|shtml)$", re.IGNORECASE)
_TELLING = re.compile(r"[a-z]{3}")
# Names of devices: some systems open them whatever folder and ending they are given.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")


def page_name(address: str, key: str, ending: str, version: int = 1) -> str:
    """The path of a page below the corpus folder; `key` is what makes it the page that it is.

    As in "post.example/bridge-opens-1f2e3d4c5b.html"; a later version ends in "-2".
    """
    digest = hashlib.sha256(key.encode()).hexdigest()[:_HASH]
    number = f"-{version}" if version > 1 else ""
    words = _words(urlsplit(address).path)
    return f"{_folder(address)}/{words}-{digest}{number}{ending}"


def _folder(address: str) -> str:
    place = urlsplit(address).netloc.lower()
    name = _UNFIT_IN_HOST.sub("-", place).strip("-.") or "host"
    if len(name) > _MAX_HOST:
        name = (
            f"{hashlib.sha256(name.encode()).hexdigest()[:_HASH]}-{name[-_MAX_HOST:].lstrip('-.')}"
        )
    return f"host-{name}" if _RESERVED.match(name) else name


def _words(path: str) -> str:
    """The last part of a path that has words: what most sites make of the headline."""
    parts = [_slug(_ENDING.sub("", unquote(part))) for part in path.split("/")]
    telling = [part for part in parts if _TELLING.search(part)]
    words = (telling or [part for part in parts if part] or ["page"])[-1]
    return words if len(words) <= _MAX_WORDS else words[:_MAX_WORDS].rpartition("-")[0] or "page"


def _slug(text: str) -> str:
    return _UNFIT.sub("-", fold(text).encode("ascii", "ignore").decode()).strip("-")
