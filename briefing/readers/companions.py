"""What a browser saves beside a page: the folder with its pictures, styles and frames.

Invariant: a folder is left out only where the page that it belongs to stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"})
# Browsers name the folder in the language of the system.
_FOLDER_ENDINGS = (
    "_files", ".files", "_file", "-file", "_fichiers", "_archivos", "_arquivos", "_ficheiros",
    "-dateien", "_dateien", "_bestanden", "-bestanden", "_filer", "-filer", "_pliki", "_soubory",
    "_tiedostot", "_dosyalar",
)  # fmt: skip


def is_companion(folder: str, beside: Iterable[str]) -> bool:
    """Whether a folder of that name belongs to one of the pages beside it."""
    name = folder.casefold()
    ending = next((e for e in _FOLDER_ENDINGS if name.endswith(e)), None)
    if ending is None:
        return False
    stem = name.removesuffix(ending)
    pages = (PurePosixPath(page.casefold()) for page in beside)
    return any(p.suffix in _PAGE_ENDINGS and stem in {p.stem, p.name} for p in pages)


def without_companions(names: Iterable[str]) -> list[str]:
    """The paths, in their order, without those below the companion folder of another of them."""
    paths = list(names)
    pages: dict[PurePosixPath, list[str]] = {}
    for path in map(PurePosixPath, paths):
        if path.suffix.casefold() in _PAGE_ENDINGS:
            pages.setdefault(path.parent, []).append(path.name)
    known: dict[PurePosixPath, bool] = {}

    def is_below(folder: PurePosixPath) -> bool:
        if folder.name == "":
            return False
        if folder not in known:
            beside = pages.get(folder.parent, ())
            known[folder] = is_companion(folder.name, beside) or is_below(folder.parent)
        return known[folder]

    return [path for path in paths if not is_below(PurePosixPath(path).parent)]
