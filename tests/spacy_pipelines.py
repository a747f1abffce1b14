"""Small spaCy pipelines for tests, made here: as folders, and as packages that can be imported.

Invariant: a pipeline finds the names it is given, under the labels it is given, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy


def build_pipeline(names: Mapping[str, str], language: str = "en") -> Any:
    """A blank pipeline with a rule for each name."""
    nlp = spacy.blank(language)
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in names.items()])
    return nlp


def save_folder(folder: Path, names: Mapping[str, str], **meta: str) -> Path:
    """The pipeline as a folder, its meta.json changed by `meta`."""
    nlp = build_pipeline(names)
    nlp.to_disk(folder)
    change_meta(folder, **meta)
    return folder


def change_meta(folder: Path, **meta: str) -> None:
    """Other values in a pipeline's meta.json."""
    path = folder / "meta.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **meta}), encoding="utf-8")


def save_package(
    site: Path, package: str, names: Mapping[str, str], version: str = "1.2.0", **meta: str
) -> Path:
    """The pipeline as `spacy package` lays it out, installed in a folder of `sys.path`."""
    language, _, name = package.partition("_")
    inner = site / package / f"{package}-{version}"
    (site / package).mkdir()
    identity = {"lang": language, "name": name, "version": version, **meta}
    build_pipeline(names, language).to_disk(inner)
    change_meta(inner, **identity)
    (site / package / "meta.json").write_bytes((inner / "meta.json").read_bytes())
    (site / package / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n"
        "def load(**overrides):\n"
        "    return load_model_from_init_py(__file__, **overrides)\n",
        encoding="utf-8",
    )
    described = site / f"{package}-{version}.dist-info"
    described.mkdir()
    head = f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n"
    (described / "METADATA").write_text(head, encoding="utf-8")
    entry = f"[spacy_models]\n{package} = {package}\n"
    (described / "entry_points.txt").write_text(entry, encoding="utf-8")
    return inner
