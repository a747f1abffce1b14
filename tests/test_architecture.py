"""The house: sizes, words, layers, and what is imported when."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from briefing.model import GroupedCorpus
from briefing.pipeline import ANALYSIS_CODE, GROUPING_CODE, sample_paths

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "briefing").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MODULE_LINES = 400
FUNCTION_LINES = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, Function):
            yield node


def public_definitions(tree: ast.Module) -> Iterator[Function | ast.ClassDef]:
    """Public functions and classes of a module, and the public methods of its public classes."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(inner, Function) and not inner.name.startswith("_"):
                    yield inner


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=name_of)
def test_a_module_is_short_enough_to_be_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_is_short_enough_to_be_read(path: Path) -> None:
    long = {
        f.name: f.end_lineno - f.lineno + 1
        for f in functions(path)
        if f.end_lineno and f.end_lineno - f.lineno + 1 > FUNCTION_LINES
    }
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_owns(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_is_explained(path: Path) -> None:
    silent = [n.name for n in public_definitions(tree_of(path)) if not ast.get_docstring(n)]
    overriding = {"compose", "render", "render_line", "get_content_height", "get_content_width"}
    assert not [n for n in silent if n not in overriding and not n.startswith(("on_", "watch_"))]


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=name_of)
def test_nothing_is_left_for_later(path: Path) -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    text = path.read_text(encoding="utf-8")
    assert not [mark for mark in marks if mark in text]


def test_upper_layers_import_lower_ones_only() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    if not command.exists():
        pytest.skip("import-linter comes with the extra 'dev'")
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def run_python(script: str, *arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "-c", script, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("module", ["briefing.cli", "briefing.pipeline", "briefing.config"])
def test_importing_the_command_line_imports_nothing_heavy(module: str) -> None:
    loaded = run_python(f"import sys, {module}; print(*sys.modules)").split()
    assert module in loaded
    assert not {"textual", "spacy", "sklearn", "numpy"}.intersection(loaded)


OPEN = """
import sys
from briefing.config import Settings
from briefing.pipeline import open_corpus
corpus = open_corpus(sys.argv[1:], Settings())
assert corpus.events
print(*sys.modules)
"""


def test_reopening_a_corpus_imports_neither_model_nor_grouping(
    sample_corpus: GroupedCorpus,
) -> None:
    """`sample_corpus` has filled the cache of this run's home."""
    assert sample_corpus.documents
    loaded = run_python(OPEN, *sample_paths()).split()
    assert "briefing.store.cache" in loaded
    heavy = {"spacy", "thinc", "sklearn", "textual", "langdetect", "briefing.events.grouping"}
    assert not heavy.intersection(loaded)


@pytest.mark.parametrize(
    ("modules", "stamped"),
    [
        ("briefing.analysis.document, briefing.analysis.tagger", ANALYSIS_CODE),
        ("briefing.entities.resolve, briefing.events.grouping", GROUPING_CODE),
    ],
)
def test_the_cache_notices_a_change_in_any_module_that_matters(
    modules: str, stamped: tuple[str, ...]
) -> None:
    loaded = run_python(f"import sys, {modules}; print(*sys.modules)").split()
    parts = {m.split(".")[1] for m in loaded if m.startswith("briefing.")}
    package = ROOT / "briefing"
    noticed = {path.stem for pattern in stamped for path in package.glob(pattern)}
    assert parts <= noticed


SHOW = """
import sys
from briefing.config import Settings
from briefing.pipeline import compose_brief, open_corpus
from briefing.exporters.records import brief_record, entities_record, events_record
import json
corpus = open_corpus(sys.argv[1:], Settings(cache="off"))
briefs = [brief_record(compose_brief(corpus, event)) for event in corpus.events]
for brief in briefs:
    for source in brief["sources"]:
        del source["path"]
print(json.dumps([events_record(corpus), entities_record(corpus), briefs]))
"""


def test_neither_hash_seed_nor_order_of_the_input_changes_anything(tmp_path: Path) -> None:
    pages = sorted(Path(sample_paths()[0]).glob("*.txt"))
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    for page in reversed(pages):
        shutil.copy(page, mixed / page.name)
    one = run_python(SHOW, *map(str, pages), PYTHONHASHSEED="1")
    other = run_python(SHOW, *map(str, [*pages[2:], *pages[:2]]), PYTHONHASHSEED="2")
    third = run_python(SHOW, str(mixed), PYTHONHASHSEED="3")
    assert json.loads(one) == json.loads(other) == json.loads(third)
