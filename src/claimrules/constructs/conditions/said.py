"""A condition that stands in a cell of a table: what it says when read aloud."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import Construct
from claimrules.text.span import Span


@frozen
class Said:
    """A condition, and its words in full.

    Args:
        part: the condition.
        text: as a `when` would say it.
        span: its cell.
    """

    part: Any
    text: str
    span: Span = field(eq=False, repr=False)


SAID = Construct(
    "table_cell", Said, "A condition in a cell of a table.", "| item.category |",
    lambda tree, b: b.node(tree.children[0]),
    lambda node, scope: scope.check(node.part, scope),
    lambda node, low: low.condition(node.part),
)  # fmt: skip
