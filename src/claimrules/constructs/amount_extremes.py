"""`lowest of A, B` and `highest of A, B`: one of several amounts, by how much it is."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, SyntaxTree
from claimrules.constructs.scope import Scope
from claimrules.core.build import greatest, least
from claimrules.text.span import Span


@frozen
class Lowest:
    """The amount that is not above any of the others."""

    parts: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)


@frozen
class Highest:
    """The amount that is not below any of the others."""

    parts: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)


def _build(kind: type[Lowest | Highest], tree: SyntaxTree, b: Builder) -> Lowest | Highest:
    return kind(b.nodes(tree.children), b.span(tree))


def _check(node: Lowest | Highest, scope: Scope) -> None:
    for part in node.parts:
        scope.check(part, scope)


AMOUNT_EXTREMES = (
    Construct(
        "lowest_amount", Lowest, "The lowest of several amounts.", "amount lowest of 50% of item.price, 20.00 USD",
        lambda tree, b: _build(Lowest, tree, b), _check,
        lambda node, low: least(low.amount(part) for part in node.parts),
    ),
    Construct(
        "highest_amount", Highest, "The highest of several amounts.", "less (highest of 15% of item.price, 5.00 USD)",
        lambda tree, b: _build(Highest, tree, b), _check,
        lambda node, low: greatest(low.amount(part) for part in node.parts),
    ),
)  # fmt: skip
