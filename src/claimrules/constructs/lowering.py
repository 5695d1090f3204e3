"""What constructs are lowered with: the file's zone and convention, its windows, and the code of each text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from claimrules.core.expr import Expr
from claimrules.core.moment import Moment
from claimrules.domain.periods import Convention
from claimrules.domain.types import FactDeclaration

Side = Literal["opens", "closes"]


@frozen
class Interval:
    """From `opens` (inside) to `closes` (outside)."""

    opens: Moment
    closes: Moment


@frozen
class Lowering:
    """The context of one ruleset. `lower_node` dispatches to the constructs; the compiler sets it."""

    zone: str
    convention: Convention
    facts: Mapping[str, FactDeclaration]
    windows: Mapping[str, Any]
    conventions: Mapping[str, Convention]
    rounding: str
    lower_node: Any
    symbols: dict[str, int] = field(factory=dict)

    def condition(self, node: Any) -> Expr:
        """Lower a condition."""
        lowered: Expr = self.lower_node(node)(node, self)
        return lowered

    def moment(self, node: Any, side: Side) -> Moment:
        """Lower a moment that opens or closes something."""
        lowered: Moment = self.lower_node(node)(node, self, side)
        return lowered

    def interval(self, node: Any) -> Interval:
        """Lower a period or a whole window."""
        lowered: Interval = self.lower_node(node)(node, self)
        return lowered

    def amount(self, node: Any) -> Expr:
        """Lower an amount."""
        lowered: Expr = self.lower_node(node)(node, self)
        return lowered

    def symbol(self, words: str) -> int:
        """Return the code of a text that the file compares with."""
        return self.symbols.setdefault(words, len(self.symbols) + 1)
