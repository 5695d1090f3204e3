"""`delivered`, `item.free_returns`: an event has happened by the instant of decision; a yes or no is yes."""

from __future__ import annotations

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.scope import Scope
from claimrules.core.build import at_most
from claimrules.core.expr import NOW, Expr, Fact
from claimrules.domain.types import Boolean, Event
from claimrules.text.span import Span


@frozen
class Holds:
    """A fact that is true or has happened."""

    name: Name
    span: Span = field(eq=False, repr=False)


def _build(tree: SyntaxTree, b: Builder) -> Holds:
    return Holds(b.name(tree.children[0]), b.span(tree))


def _check(node: Holds, scope: Scope) -> None:
    scope.typed(node.name, Boolean, Event)


def happened(name: str) -> Expr:
    """Return whether an event lies at or before the instant of decision."""
    return at_most(Fact(name), NOW)


def _lower(node: Holds, low: Lowering) -> Expr:
    if isinstance(low.facts[node.name.text].type, Boolean):
        return Fact(node.name.text, is_truth=True)
    return happened(node.name.text)


HOLDS = Construct(
    "holds", Holds, "An event has happened, or a yes-or-no fact is yes.", "delivered", _build, _check, _lower
)
