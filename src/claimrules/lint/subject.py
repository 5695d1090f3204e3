"""A policy file without faults, in every shape that a lint rule looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any

from attrs import define, evolve

from claimrules.compiler.assemble import assemble
from claimrules.compiler.context import Context, context_of
from claimrules.compiler.parts import parts_in
from claimrules.compiler.resolve import Resolved
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.statements import Exclusion, Rule, Step
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.moments.windows import Window
from claimrules.core.expr import Expr
from claimrules.core.plan import Plan
from claimrules.lint.can_hold import can_hold
from claimrules.text.span import Span


@define(slots=False)
class Subject:
    """One file.

    Args:
        resolved: its declarations, and the names they can see.
        today: the day on which sources are looked at.
        checked_within: so many days after it was checked a source is to be checked again.
    """

    resolved: Resolved
    today: date
    checked_within: int

    @cached_property
    def context(self) -> Context:
        """How its nodes are lowered."""
        return context_of(self.resolved)

    @cached_property
    def plan(self) -> Plan:
        """What it compiles to."""
        return assemble(self.resolved)

    def of(self, *kinds: type) -> tuple[Any, ...]:
        """Return the file's own declarations of some kinds."""
        return self.resolved.file.of(*kinds)

    @property
    def decides(self) -> bool:
        """Whether it says what follows, and is not only a vocabulary for others."""
        return bool(self.of(Rule, Exclusion, Step))

    def conditions(self, statement: Any) -> list[tuple[Span, Expr]]:
        """Return when a statement holds: its conditions, and of a rule that the ruleset is in force."""
        low = self.context.low
        found = [(node.span, low.condition(node)) for node in statement.conditions]
        force = self.context.head.in_force
        return [*found, (force.by.span, self.plan.in_force)] if force and isinstance(statement, Rule) else found

    def can_hold(self, exprs: Iterable[Expr]) -> bool | None:
        """Tell whether conditions can hold together; None when that would take too long to find out."""
        return can_hold(exprs, self.plan.vocabulary)

    def lowering_of(self, window: Window) -> Lowering:
        """Return how a window's periods are lowered: its own convention goes before the file's."""
        low = self.context.low
        return evolve(low, convention=low.conventions[window.counting.text]) if window.counting else low

    def names_in(self, *kinds: type) -> Iterator[str]:
        """Yield every name that stands in declarations of some kinds, but for what they are called themselves."""
        for node in self.of(*kinds):
            for part in parts_in(node):
                if isinstance(part, Name) and part is not getattr(node, "name", None):
                    yield part.text
