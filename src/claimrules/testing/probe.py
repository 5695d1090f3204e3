"""A ruleset opened up for drawing and checking: what each of its facts is compared with, and when it opens and closes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from claimrules.api import Ruleset
from claimrules.core.denote import Denotation
from claimrules.core.expr import Apply, Expr, Fact, Lit, parts_of
from claimrules.core.ops.order import AT_MOST, EQUAL, LESS
from claimrules.core.plan import Plan, TimePlan
from claimrules.domain.calendars import Calendar
from claimrules.domain.carriers import CALENDARS, ZONES
from claimrules.domain.facts import Facts, read_facts
from claimrules.domain.types import ALWAYS, NEVER, FactDeclaration
from claimrules.evaluators.reference import evaluate

_COMPARISONS: Final = (AT_MOST, LESS, EQUAL)
#: Operations whose last argument is a calendar.
_PLACED: Final = ("after:", "before:", "paused:", "day_edge:", "earliest:", "latest:")


@frozen(repr=False, eq=False)
class Probe:
    """A ruleset with what can be read off its plan.

    Args:
        times: the intervals of its windows, rules and steps, each with what it is.
        facts: those that its answers and its windows depend on.
        rivals: what each fact, and the instant of decision, is compared with.
        calendars: those it looks up days in.
        lengths: pairs of events of which it asks how far apart they are, with the unit and the expected number.
    """

    ruleset: Ruleset
    times: tuple[tuple[str, TimePlan], ...]
    facts: tuple[FactDeclaration, ...]
    rivals: Mapping[str, tuple[Expr, ...]]
    calendars: tuple[Calendar, ...]
    lengths: tuple[tuple[str, str, str, int], ...]

    def __repr__(self) -> str:
        return f"<Probe of {self.ruleset.name}>"

    def _repr_pretty_(self, printer: Any, _is_cycle: bool) -> None:
        """Print the name: Hypothesis would go through the whole plan, which is no tree."""
        printer.text(repr(self))

    @property
    def plan(self) -> Plan:
        """The compiled plan."""
        plan: Plan = self.ruleset.plan
        return plan

    def read(self, facts: Mapping[str, Any]) -> Facts:
        """Read facts as the engine does."""
        plan = self.plan
        return read_facts(
            facts,
            plan.vocabulary,
            zone=plan.zone,
            zone_fact=plan.zone_fact,
            currency=plan.currency,
            symbols=plan.symbols,
        )

    def run(self, facts: Mapping[str, Any], at: int) -> Denotation:
        """Return a run over facts at an instant."""
        return evaluate(self.read(facts).values, at)

    def zone(self, run: Denotation) -> str:
        """Return where days begin and end; UTC while that is not known."""
        if self.plan.zone_fact is None:
            return self.plan.zone
        value, is_known = run(Fact(self.plan.zone_fact))
        return ZONES.value(value) if is_known else "UTC"

    def edges(self, name: str, run: Denotation) -> list[int]:
        """Return the instants or numbers next to which a fact's value makes a difference, as far as they are known."""
        found = {run(rival)[0] for rival in self.rivals.get(name, ()) if run(rival)[1]}
        return sorted(value for value in found if ALWAYS < value < NEVER)


def probe_of(ruleset: Ruleset) -> Probe:
    """Return a ruleset opened up."""
    plan: Plan = ruleset.plan
    times = (
        *(("window", window) for window in plan.windows),
        *(("rule", rule.time) for rule in plan.rules),
        *(("step", step.time) for step in plan.steps),
    )
    parts = list(every_part(*_expressions(plan)))
    read = plan.used | {part.name.partition("#")[0] for part in parts if isinstance(part, Fact)}
    facts = tuple(plan.vocabulary[name] for name in sorted(read) if name in plan.vocabulary)
    applied = [expr for expr in parts if isinstance(expr, Apply)]
    rivals: dict[str, dict[Expr, None]] = {}
    for expr in applied:
        if expr.op in _COMPARISONS:
            for one, other in (expr.args, reversed(expr.args)):
                if isinstance(one, Fact) and not one.is_truth:
                    rivals.setdefault(one.name, {})[other] = None
    return Probe(
        ruleset,
        times,
        facts,
        {name: tuple(found) for name, found in rivals.items()},
        _calendars(applied),
        _lengths(applied),
    )


def every_part(*exprs: Expr) -> Iterator[Expr]:
    """Yield every part of expressions, each once."""
    seen: set[Expr] = set()
    waiting = [*exprs]
    while waiting:
        expr = waiting.pop()
        if expr not in seen:
            seen.add(expr)
            yield expr
            waiting += parts_of(expr)


def _expressions(plan: Plan) -> Iterator[Expr]:
    for time in (*plan.windows, *(rule.time for rule in plan.rules), *(step.time for step in plan.steps)):
        yield from (time.opens.exact, time.closes.exact, time.nominal, time.is_empty)
    yield from (rule.status for rule in plan.rules)
    for remedy in plan.remedies:
        yield from (expr for expr in (remedy.status, remedy.opens, remedy.closes, remedy.amount) if expr is not None)
    yield from (exclusion.effective for exclusion in plan.exclusions)
    yield from (plan.recommended, plan.next_opening, plan.in_force)


def _calendars(applied: list[Apply]) -> tuple[Calendar, ...]:
    placed = [expr.args[-1] for expr in applied if expr.op.name.startswith(_PLACED)]
    codes = {int(calendar.value) for calendar in placed if isinstance(calendar, Lit)}
    return tuple(CALENDARS.value(code) for code in sorted(codes) if code >= 0)


def _lengths(applied: list[Apply]) -> tuple[tuple[str, str, str, int], ...]:
    """Return every `days between A and B` that is compared with a number."""
    found: dict[tuple[str, str, str, int], None] = {}
    for expr in applied:
        if expr.op in _COMPARISONS:
            for one, other in (expr.args, reversed(expr.args)):
                if isinstance(one, Apply) and one.op.name.startswith("between:") and isinstance(other, Lit):
                    first, last, *_ = one.args
                    if isinstance(first, Fact) and isinstance(last, Fact):
                        found[first.name, last.name, one.op.name.split(":")[1], int(other.value)] = None
    return tuple(found)
