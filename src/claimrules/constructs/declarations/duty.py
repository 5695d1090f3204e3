"""`duty`: something that a party can be obliged to do, and the event that does it."""

from __future__ import annotations

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, Words, nothing_to_check
from claimrules.constructs.declarations.clauses import title_of
from claimrules.constructs.scope import Scope
from claimrules.text.span import Span


@frozen
class DutyNode:
    """One kind of duty; it is met by an event."""

    name: Name
    title: Words
    met_by: Name
    span: Span = field(eq=False, repr=False)


def _build(tree: SyntaxTree, b: Builder) -> DutyNode:
    return DutyNode(b.name(tree.children[0]), title_of(tree), b.name(tree.children[-1]), b.span(tree))


def _check(node: DutyNode, scope: Scope) -> None:
    scope.event(node.met_by)


DUTY = Construct(
    "duty", DutyNode, "A kind of duty and the event that meets it.", 'duty refund "Pay the refund" met by refunded',
    _build, _check, nothing_to_check,
)  # fmt: skip
