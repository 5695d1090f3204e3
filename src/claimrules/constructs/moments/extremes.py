"""The earliest or the latest of several moments."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, SyntaxTree
from claimrules.constructs.lowering import Lowering, Side
from claimrules.constructs.scope import Scope
from claimrules.core.moment import Moment, earliest_of, latest_of
from claimrules.text.span import Span


@frozen
class Extreme:
    """The earliest or the latest of several moments."""

    kind: str
    moments: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)


def _build_extreme(kind: str) -> Any:
    def build(tree: SyntaxTree, b: Builder) -> Extreme:
        moments: Any = tree.children[0]
        return Extreme(kind, b.nodes(moments.children), b.span(tree))

    return build


def _check_extreme(node: Extreme, scope: Scope) -> None:
    for moment in node.moments:
        scope.check(moment, scope)


def _lower_extreme(node: Extreme, low: Lowering, side: Side) -> Moment:
    moments = [low.moment(moment, side) for moment in node.moments]
    return (earliest_of if node.kind == "earliest" else latest_of)(moments)


EXTREMES = (
    Construct(
        "earliest_of", Extreme, "The first of several moments; one that never comes is passed over.",
        "earliest of receipt_confirmed, protection_ended", _build_extreme("earliest"), _check_extreme, _lower_extreme,
    ),
    Construct(
        "latest_of", Extreme, "The last of several moments; open while one has not come.",
        "latest of paid, placed", _build_extreme("latest"), _check_extreme, _lower_extreme,
    ),
)  # fmt: skip
