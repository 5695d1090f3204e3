"""A window chosen by a condition on the event it is counted from, which ends earlier for a later event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimrules.compiler.facts_read import facts_read
from claimrules.constructs.moments.windows import Window
from claimrules.core.expr import Expr
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.domain.types import ALWAYS
from claimrules.lint.ends import chosen_and_counted_by, day, is_event, last
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.sampling import combinations, edges_in, run_of
from claimrules.lint.subject import Subject

#: An instant of the event, and where the window then closes.
_End = tuple[int, int]
_HELP = "let the later of both count: give every order the short time, and `extended to` the other from a day on, without an end; or accept it, where the policy says so"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for node in subject.of(Window):
        low = subject.lowering_of(node)
        guards = [branch.condition for branch in node.branches] + [
            m.guard for m in node.modifiers if m.guard is not None
        ]
        conditions = [low.condition(guard) for guard in guards]
        for event in sorted(chosen_and_counted_by(conditions, node, subject)):
            found = _drop(event, conditions, node, subject)
            if found is not None:
                yield _finding(event, found, node, subject)


def _drop(event: str, conditions: list[Expr], node: Window, subject: Subject) -> tuple[_End, _End] | None:
    """Return two instants of the event of which the later closes the window earlier."""
    interval = subject.context.low.window(node.name.text)
    edges = edges_in(conditions)
    others = sorted(facts_read([interval.closes.exact, interval.is_empty]) - {event})
    for values in combinations(others, subject.plan.vocabulary, ()):
        events = [value for name, value in values.items() if is_event(name, subject)]
        ends: list[_End] = []
        for instant in sorted({*edges, *(value + step for value in events for step in (-1, 0, 1))}):
            run = run_of({**values, event: instant})
            (closes, is_known), (is_empty, _) = run(interval.closes.exact), run(interval.is_empty)
            if is_known and not is_empty:
                ends.append((instant, closes))
        for first, second in pairwise(ends):
            if ALWAYS < second[1] < first[1]:
                return first, second
    return None


def _finding(event: str, found: tuple[_End, _End], node: Window, subject: Subject) -> Diagnostic:
    (early, late), (later, sooner) = found
    words = f"the window `{node.name}` can end earlier for a later `{event}`"
    shown = f"{event} on {day(early, subject)}: until {last(late, subject)}; on {day(later, subject)}: until {last(sooner, subject)}"
    return warning("CR0705", words, node.name.span, _HELP, words=shown)


ENDS_EARLIER = LintRule(
    "CR0705",
    "ends earlier",
    "A window chosen by a condition on the event it is counted from, which ends earlier for a later event.",
    """rule return "Return"
  when claim.reason is change_of_mind
  within return_time
  grant full_refund with return
  cite terms "section 4"
window return_time
  when delivered between 2026-11-01 and 2026-12-24: until 2027-01-31
  otherwise: 14 days after delivered
""",
    """rule return "Return"
  when claim.reason is change_of_mind
  within return_time
  grant full_refund with return
  cite terms "section 4"
window return_time = 14 days after delivered
  extended to 2027-01-31 when delivered after 2026-10-31
""",
    _check,
)
