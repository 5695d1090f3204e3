"""A window that an event cuts short by happening: it is counted from that event then, and not from the one before."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.compiler.facts_read import facts_read
from claimrules.constructs.interval import Interval
from claimrules.constructs.moments.windows import Window
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.lint.ends import chosen_and_counted_by, day, is_event, last
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.sampling import Values, combinations, run_of
from claimrules.lint.subject import Subject

_HELP = "let the later of both count: keep the first time, and say `at least` the other; or accept it, where the policy says so"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for node in subject.of(Window):
        conditions = [subject.lowering_of(node).condition(branch.condition) for branch in node.branches]
        for event in sorted(chosen_and_counted_by(conditions, node, subject)):
            found = _cut(event, subject.context.low.window(node.name.text), subject)
            if found is not None:
                yield _finding(event, found, node, subject)


def _cut(event: str, interval: Interval, subject: Subject) -> tuple[int, int, int] | None:
    """Return where a window closes without an event, when the event happens inside it, and where it closes then."""
    read = sorted(facts_read([interval.closes.exact, interval.is_empty]), key=lambda name: (name == event, name))
    for values in combinations(read, subject.plan.vocabulary, ()):
        without = _end({**values, event: NEVER}, interval)
        happened = values[event]
        others = [values[name] for name in read if name != event and is_event(name, subject)]
        if without is None or not max(others, default=ALWAYS) <= happened < without < NEVER:
            continue
        closes = _end(values, interval)
        if closes is not None and closes < without:
            return without, happened, closes
    return None


def _end(values: Values, interval: Interval) -> int | None:
    run = run_of(values)
    (closes, is_known), (is_empty, _) = run(interval.closes.exact), run(interval.is_empty)
    return closes if is_known and not is_empty else None


def _finding(event: str, found: tuple[int, int, int], node: Window, subject: Subject) -> Diagnostic:
    without, happened, closes = found
    words = f"the window `{node.name}` can end earlier because `{event}` happens"
    shown = f"without it: until {last(without, subject)}; with it on {day(happened, subject)}: until {last(closes, subject)}"
    return warning("CR0708", words, node.name.span, _HELP, words=shown)


CUT_SHORT = LintRule(
    "CR0708",
    "cut short",
    "A window that ends earlier because an event happens that it is then counted from.",
    """rule repair "Repair"
  when claim.reason is defective
  within liability
  grant repair
  cite terms "section 4"
window liability
  when return_received: 30 days after return_received
  otherwise: 1 year after delivered
""",
    """rule repair "Repair"
  when claim.reason is defective
  within liability
  grant repair
  cite terms "section 4"
window liability = 1 year after delivered
  at least 30 days after return_received
""",
    _check,
)
