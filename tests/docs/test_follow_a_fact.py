"""The walk through the code names files and functions that are there."""

from __future__ import annotations

import ast
import re

import pytest

from tests.docs.code_blocks import ROOT

PAGE = (ROOT / "docs/internals/follow-a-fact.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([\w.]+)` in `([\w/]+\.py)`", PAGE)


def defined(path: str) -> set[str]:
    """Return the functions, classes and methods of a module, methods by their class."""
    tree = ast.parse((ROOT / "src/claimrules" / path).read_text(encoding="utf-8"))
    found = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for owner in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        found |= {f"{owner.name}.{node.name}" for node in owner.body if isinstance(node, ast.FunctionDef)}
    return found


@pytest.mark.parametrize(("name", "path"), NAMED, ids=str)
def test_what_the_walk_names_is_there(name: str, path: str) -> None:
    """Each function the page names is defined in the file it names."""
    assert name in defined(path)


def test_the_walk_names_every_stage() -> None:
    """The page goes through every folder of the engine."""
    folders = {path.split("/")[0] for _, path in NAMED}
    assert {"catalog", "syntax", "compiler", "constructs", "core", "domain", "evaluators"} <= folders
