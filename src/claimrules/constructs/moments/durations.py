"""Lengths of time: numbers and units as written, or the parameter that says them."""

from __future__ import annotations

import re
from typing import Any

from attrs import evolve, field, frozen

from claimrules.constructs.construct import Builder, Name, SyntaxTree
from claimrules.constructs.literals import number_of
from claimrules.constructs.scope import Scope
from claimrules.deadlines.periods import LONGEST, Period
from claimrules.text.span import Span


@frozen
class Duration:
    """A length of time, in one or more units, or the parameter that says it."""

    period: Period
    parameter: Name | None = None
    span: Span = field(eq=False, repr=False, kw_only=True)

    def __str__(self) -> str:
        return str(self.parameter or self.period)


def build_duration(tree: SyntaxTree, b: Builder) -> Duration:
    """Build a length of time; a part beyond 200 years, or below zero, and a mix that cannot be counted are reported."""
    if tree.data == "named_duration":
        name = b.name(tree.children[0])
        if name.text.removesuffix("s") in LONGEST:
            b.collector.report(
                "CR0105", f"`{name}` cannot stand here", name.span, "expected a number before it: 7 days"
            )
        return Duration(Period(()), name, span=b.span(tree))
    parts = tuple(_part(part, b) for part in tree.children)
    duration = Duration(Period(parts), span=b.span(tree))
    if duration.period.kinds > 1:
        words = f"`{duration}` mixes hours, days and business days"
        b.collector.report(
            "CR0305", words, duration.span, "count one after the other: 2 days after 3 hours after EVENT"
        )
        return evolve(duration, period=Period(parts[:1]))
    return duration


def _part(tree: Any, b: Builder) -> tuple[int, str]:
    number, unit = tree.children
    length, name = number_of(number, b), re.sub(r"\s+", " ", str(unit)).removesuffix("s")
    if 0 <= length <= LONGEST[name]:
        return length, name
    words = f"{length} {name}s is not between 0 and {LONGEST[name]:,} {name}s"
    b.collector.report("CR0305", words, b.span(tree), "write a shorter time")
    return 1, name


def check_duration(node: Duration, scope: Scope) -> None:
    """Report a parameter that is not there, or is no length of time."""
    if node.parameter is not None and node.parameter.text.removesuffix("s") not in LONGEST:
        scope.parameter(node.parameter, "duration_value", "a length of time")
