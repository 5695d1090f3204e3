"""Source → File: every declaration parsed and built, by kind, faults reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from claimrules.constructs.construct import Builder
from claimrules.constructs.declarations.calendar import CalendarNode
from claimrules.constructs.declarations.case import Case
from claimrules.constructs.declarations.convention import ConventionNode
from claimrules.constructs.declarations.duty import DutyNode
from claimrules.constructs.declarations.parameter import Parameter
from claimrules.constructs.declarations.ruleset import Category, Ruleset
from claimrules.constructs.declarations.sources import Source as SourceNode
from claimrules.constructs.declarations.sources import Use
from claimrules.constructs.declarations.statements import Exclusion, Rule, Step
from claimrules.constructs.declarations.vocabulary import FactNode, RemedyNode
from claimrules.constructs.moments.windows import Window
from claimrules.constructs.registry import BY_ALIAS
from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.diagnostic import Label
from claimrules.syntax.parse import parse
from claimrules.syntax.piece import Piece
from claimrules.syntax.split import report_stray, split
from claimrules.text.source import Source
from claimrules.text.span import Span


@frozen
class File:
    """A file's declarations in the order written, and the names of those left out for their faults."""

    source: Source
    nodes: tuple[Any, ...]
    faulty_names: frozenset[str] = frozenset()

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
    nodes, faulty = [], set()
    for piece in split(source, collector):
        parsed = None if collector.has_fault_in(piece.span) else parse(piece, collector)
        if piece.is_misspelt:
            report_stray(Span(source, piece.span.start, piece.span.start + len(_first_word(piece))), collector)
        if parsed is None or parsed.piece.has_gaps:
            collector.leave_unread(piece.keyword, piece.span)
        if parsed is None:
            faulty.add(piece.name)
        else:
            faulty.add(parsed.piece.lost)
            nodes.append(Builder(parsed.piece, collector, BY_ALIAS).node(parsed.tree.children[0]))
    return File(source, tuple(nodes), frozenset(faulty))


def _first_word(piece: Piece) -> str:
    return piece.span.text.split(maxsplit=1)[0]


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


VOCABULARY = (FactNode, RemedyNode, DutyNode, ConventionNode, CalendarNode, Parameter, SourceNode, Category)
STATEMENTS = (Rule, Exclusion)
__all__ = ["STATEMENTS", "VOCABULARY", "Case", "File", "Step", "Use", "Window", "build", "by_name"]
