"""Source → File: every declaration parsed and built, by kind, faults reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from claimrules.constructs.construct import Builder
from claimrules.constructs.declarations.case import Case
from claimrules.constructs.declarations.ruleset import Category, ConventionNode, Ruleset, Use
from claimrules.constructs.declarations.ruleset import Source as SourceNode
from claimrules.constructs.declarations.statements import Exclusion, Rule, Step
from claimrules.constructs.declarations.vocabulary import FactNode, RemedyNode
from claimrules.constructs.moments.periods import Window
from claimrules.constructs.registry import BY_ALIAS
from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.diagnostic import Label
from claimrules.syntax.parse import parse
from claimrules.syntax.split import split
from claimrules.text.source import Source
from claimrules.text.span import Span


@frozen
class File:
    """A file's declarations in the order written."""

    source: Source
    nodes: tuple[Any, ...]

    def of(self, *kinds: type) -> tuple[Any, ...]:
        """Return the declarations of some kinds."""
        return tuple(node for node in self.nodes if isinstance(node, kinds))

    @property
    def ruleset(self) -> Ruleset | None:
        """The file's head, if it has one."""
        found = self.of(Ruleset)
        return found[0] if found else None


def build(source: Source, collector: Collector) -> File:
    """Return the file's declarations; those with faults are reported and left out."""
    nodes = []
    for piece in split(source, collector):
        before = len(collector.found)
        if _faults_in(piece, collector):
            continue
        tree = parse(piece, collector)
        if tree is not None and len(collector.found) == before:
            builder = Builder(piece, collector, BY_ALIAS)
            nodes.append(builder.node(tree.children[0]))
    return File(source, tuple(nodes))


def _faults_in(piece: Any, collector: Collector) -> list[Any]:
    return [
        fault
        for fault in collector.found
        if isinstance(at := fault.primary.origin, Span)
        and at.source == piece.span.source
        and piece.span.start <= at.start < piece.span.end
    ]


def by_name(nodes: tuple[Any, ...], collector: Collector, kind: str) -> Mapping[str, Any]:
    """Return declarations by name; a second one of a name is reported with both places."""
    found: dict[str, Any] = {}
    for node in nodes:
        first = found.setdefault(node.name.text, node)
        if first is not node:
            collector.report(
                "CR0202", f"there are two {kind}s `{node.name}`", node.name.span, "give one another name",
                words="the second", also=(Label(first.name.span, "the first"),),
            )  # fmt: skip
    return found


VOCABULARY = (FactNode, RemedyNode, ConventionNode, SourceNode, Category)
STATEMENTS = (Rule, Exclusion)
__all__ = ["STATEMENTS", "VOCABULARY", "Case", "File", "Step", "Use", "Window", "build", "by_name"]
