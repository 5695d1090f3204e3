"""File × the ruleset it extends → one file: the parent's statements that it does not declare itself, and its own."""

from __future__ import annotations

from typing import Any, Final

from attrs import evolve

from claimrules.compiler.build import File, Step, Window
from claimrules.constructs.declarations.ruleset import Ruleset
from claimrules.constructs.declarations.sources import Source
from claimrules.constructs.declarations.statements import Exclusion, Rule
from claimrules.constructs.declarations.table import Table
from claimrules.diagnostics.collector import Collector

#: What is inherited, by what shares one space of names.
_SPACES: Final = ((Rule, Exclusion, Table), (Step,), (Window,))
#: The settings of a ruleset that a child takes over unless it says its own; alternatives stand together.
_SETTINGS: Final = (
    ("in_force",), ("counting",), ("timezone", "timezone_fact"), ("place", "place_name"), ("currency",), ("rounding",),
    ("layer",), ("met_by",),
)  # fmt: skip


def inherit(child: File, parent: File, collector: Collector) -> File:
    """Return a child with what it inherits; a statement, step or window of its own stands in place of the parent's."""
    _report_sources(child, parent, collector)
    own = {_key(node) for node in child.nodes if _space(node) is not None}
    kept = {_key(node): node for node in child.nodes if isinstance(node, Step)}
    inherited = [_in_place(node, kept, own) for node in parent.nodes if _space(node) is not None]
    taken = [node for node in inherited if node is not None]
    nodes = (*taken, *(node for node in child.nodes if not any(node is other for other in taken)))
    return File(child.source, tuple(_headed(node, parent) for node in nodes), child.faulty_names | parent.faulty_names)


def _in_place(node: Any, kept: dict[tuple[int, str], Any], own: set[tuple[int, str]]) -> Any:
    """Return a parent's declaration; the child's step of its name, which keeps its rung; None where the child has its own."""
    if isinstance(node, Step) and _key(node) in kept:
        return kept[_key(node)]
    return None if _key(node) in own else node


def _space(node: Any) -> int | None:
    return next((index for index, kinds in enumerate(_SPACES) if isinstance(node, kinds)), None)


def _key(node: Any) -> tuple[int, str]:
    space = _space(node)
    return -1 if space is None else space, node.name.text


def _headed(node: Any, parent: File) -> Any:
    head = parent.ruleset
    if not isinstance(node, Ruleset) or head is None:
        return node
    changes: dict[str, Any] = {}
    for names in _SETTINGS:
        if all(getattr(node, name) is None for name in names):
            changes |= {name: getattr(head, name) for name in names}
    return evolve(node, **changes)


def _report_sources(child: File, parent: File, collector: Collector) -> None:
    known = {source.name.text for source in parent.of(Source)}
    for source in child.of(Source):
        if source.name.text in known:
            words = f"the source `{source.name}` is inherited, and what cites it must not cite another"
            collector.report("CR0202", words, source.name.span, "give this one another name")
