"""Months under a convention that leaves open where a month ends that lacks the day."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.compiler.check_counting import periods_of
from claimrules.compiler.parts import parts_in
from claimrules.constructs.declarations.statements import Rule, Step
from claimrules.constructs.moments.points import DateMoment
from claimrules.constructs.moments.shifted import Shifted
from claimrules.constructs.moments.windows import Window
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject

#: Every month has the days up to this one.
_SHORTEST_MONTH = 28
_HELP = "count by a convention like it that says `missing day clamps` or `missing day rounds_up`, or accept that the claim is asked"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for node in subject.of(Window, Rule, Step):
        low = subject.lowering_of(node) if isinstance(node, Window) else subject.context.low
        if low.convention.missing_day != "asked":
            continue
        for part in parts_in(node):
            if isinstance(part, Shifted) and _counts_months(part, subject) and not _has_a_day_of_every_month(part):
                words = f"`{part.duration}` can end in a month that lacks the day, and `{low.convention.name}` asks the claim then"
                yield warning("CR0706", words, part.duration.span, _HELP)


def _counts_months(node: Shifted, subject: Subject) -> bool:
    return any(period.months for period in periods_of(node.duration, subject.resolved.scope))


def _has_a_day_of_every_month(node: Shifted) -> bool:
    return isinstance(node.moment, DateMoment) and node.moment.day.day <= _SHORTEST_MONTH


_RULE = """rule repair "Repair"
  when claim.reason is defective
  within guarantee
  grant repair
  cite terms "section 7"
"""
ASKED_MONTHS = LintRule(
    "CR0706",
    "asked months",
    "Months under a convention with `missing day asked`, where the day can be missing.",
    f"{_RULE}window guarantee = 6 months after delivered counting strict_months\n",
    f"{_RULE}window guarantee = 6 months after delivered\n",
    _check,
)
