"""File → the same file in fewer kinds of declarations: rows of tables are rules, `replaces` is an exclusion."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from claimrules.compiler.build import File
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.statements import Exclusion, Rule
from claimrules.constructs.declarations.table import Table


def expand(file: File) -> File:
    """Return a file whose tables stand beside their rows; who bars a table bars its rows."""
    nodes = [part for node in file.nodes for part in (node, *_rules(node))]
    rows = {table.name.text: _rules(table) for table in file.of(Table)}
    replacing = [_replacement(rule) for node in file.nodes for rule in _all_rows(node) if rule.replaces]
    spread = tuple(_spread(node, rows) for node in (*nodes, *replacing))
    return evolve(file, nodes=spread)


def _all_rows(node: Any) -> tuple[Rule, ...]:
    return node.rows if isinstance(node, Table) else (node,) if isinstance(node, Rule) else ()


def _rules(node: Any) -> tuple[Rule, ...]:
    """Return the rows of a table that grant or oblige; what the others replace is in their exclusions."""
    return tuple(row for row in node.rows if row.grants or row.duties) if isinstance(node, Table) else ()


def _replacement(node: Rule) -> Exclusion:
    name = Name(f"{node.name}.replaces", node.name.span)
    return Exclusion(name, node.title, node.replaces, node.conditions, node.cites, node.span, is_implied=True)


def _spread(node: Any, rows: dict[str, tuple[Rule, ...]]) -> Any:
    if isinstance(node, Exclusion):
        return evolve(node, bars=_names(node.bars, rows))
    return evolve(node, replaces=_names(node.replaces, rows)) if isinstance(node, Rule) else node


def _names(names: tuple[Name, ...], rows: dict[str, tuple[Rule, ...]]) -> tuple[Name, ...]:
    return tuple(
        Name(row.name.text, name.span) if row is not None else name
        for name in names
        for row in rows.get(name.text, (None,))
    )
