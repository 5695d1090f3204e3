"""A time whose last day moves back off a day of rest, so that it is shorter than it says."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.compiler.check_counting import periods_of
from claimrules.compiler.parts import parts_in
from claimrules.constructs.declarations.statements import Rule, Step
from claimrules.constructs.moments.shifted import Shifted
from claimrules.constructs.moments.windows import Window
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject

_HELP = "count by a convention that rolls forward or never, or accept it, where the policy says so"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for node in subject.of(Window, Rule, Step):
        low = subject.lowering_of(node) if isinstance(node, Window) else subject.context.low
        if low.convention.rolls != "backward":
            continue
        for part in parts_in(node):
            if isinstance(part, Shifted) and part.direction == "after" and _counts_days(part, subject):
                words = f"`{part.duration}` can be shorter than it says: `{low.convention.name}` moves a last day back"
                yield warning("CR0707", words, part.duration.span, _HELP)


def _counts_days(node: Shifted, subject: Subject) -> bool:
    return any(not period.is_elapsed for period in periods_of(node.duration, subject.resolved.scope))


_SHOP = """use conventions.plain_days
rule return "Return"
  when claim.reason is change_of_mind
  within return_time
  grant full_refund with return
  cite terms "section 4"
window return_time = 14 days after delivered counting office
convention office "Office days" like plain_days
  rolls {} on saturday, sunday cite terms "section 9"
  hours roll never
  backward roll earlier
  dates roll never
  chains from nominal
"""
ROLLS_BACKWARD = LintRule(
    "CR0707",
    "rolls backward",
    "A time whose last day moves back off a day of rest, so that it is shorter than it says.",
    _SHOP.format("backward"),
    _SHOP.format("forward"),
    _check,
)
