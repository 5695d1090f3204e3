"""Ruleset → what its cases should show: each rule, exclusion and step, each outcome of a condition, each edge of a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import field, frozen

from claimrules.core.expr import Expr, Fact, IsKnown, Lit
from claimrules.core.plan import Condition, DutyPlan, ExclusionPlan, Plan, RulePlan, StepPlan, TimePlan
from claimrules.domain.types import NEVER
from claimrules.domain.verdicts import Status, Truth
from claimrules.evaluators.answers import Answers

#: People write the last second of a day for its last instant.
SECOND = 1_000_000
#: The kinds of points, in the order they are reported.
KINDS = ("rules", "duties", "exclusions", "steps", "conditions", "window edges")


@frozen
class Point:
    """One thing that some case should show.

    Args:
        subject: what it is about, as in: rule `return`.
        words: what no case shows, if none does.
        is_shown: whether the answers of one case show it.
    """

    kind: str
    subject: str
    words: str
    is_shown: Callable[[Answers], bool] = field(eq=False, repr=False)


def points(plan: Plan) -> tuple[Point, ...]:
    """Return everything that the cases of a ruleset should show."""
    found = [_rule(rule) for rule in plan.rules]
    found += [_duty(duty) for duty in plan.duties]
    found += [_exclusion(exclusion) for exclusion in plan.exclusions]
    found += [_step(step) for step in plan.steps]
    for what, statements in (("rule", plan.rules), ("exclusion", plan.exclusions), ("step", plan.steps)):
        for statement in statements:
            subject = f"{what} `{statement.name}`"
            found += [point for condition in statement.conditions for point in _outcomes(subject, condition, plan)]
    return (*found, *_edges(plan))


def _rule(rule: RulePlan) -> Point:
    given = (int(Status.AVAILABLE), int(Status.LATER))
    return Point(
        "rules", f"rule `{rule.name}`", "gives in no case what it grants", lambda a: a.known(rule.status) in given
    )


def _duty(duty: DutyPlan) -> Point:
    subject = f"duty `{duty.name}` of `{duty.rule.name}`"
    return Point("duties", subject, "concerns the claim in no case", lambda a: a.known(duty.coming) is True)


def _exclusion(exclusion: ExclusionPlan) -> Point:
    subject = f"exclusion `{exclusion.name}`"
    return Point("exclusions", subject, "holds in no case", lambda a: a.known(exclusion.effective) is True)


def _step(step: StepPlan) -> Point:
    return Point("steps", f"step `{step.name}`", "is open in no case", lambda a: a.known(step.is_open) is True)


def _outcomes(subject: str, condition: Condition, plan: Plan) -> Iterator[Point]:
    for truth in Truth:
        if truth is not Truth.UNKNOWN or _can_be_unknown(condition, plan):
            yield Point(
                "conditions", subject, f"`{condition.text}` is in no case {truth}", _comes_out(condition.expr, truth)
            )


def _comes_out(expr: Expr, truth: Truth) -> Callable[[Answers], bool]:
    return lambda answers: answers.truth(expr) is truth


def _can_be_unknown(condition: Condition, plan: Plan) -> bool:
    is_assumed = all(plan.vocabulary[name].assumed is not None for name in condition.facts if name in plan.vocabulary)
    return not (is_assumed or isinstance(condition.expr, IsKnown))


def _edges(plan: Plan) -> Iterator[Point]:
    """Yield the edges of windows, and of statements that have an edge of their own; each edge once."""
    seen: set[Expr] = set()
    for what, statements in (
        ("window", plan.windows),
        ("rule", plan.rules),
        ("step", plan.steps),
        ("duty", plan.duties),
    ):
        for statement in statements:
            time = statement if isinstance(statement, TimePlan) else statement.time
            for words, edge in (("opens", time.opens.exact), ("closes", time.closes.exact)):
                if edge not in seen and not isinstance(edge, Lit | Fact):
                    seen.add(edge)
                    yield from _sides(f"{what} `{statement.name}`", words, edge)


def _sides(subject: str, words: str, edge: Expr) -> Iterator[Point]:
    before, after = ("outside", "inside") if words == "opens" else ("inside", "outside")
    yield Point(
        "window edges",
        subject,
        f"no case is at the last instant {before}, before it {words}",
        _is_at(edge, -SECOND, -1),
    )
    yield Point(
        "window edges", subject, f"no case is at the first instant {after}, as it {words}", _is_at(edge, 0, SECOND - 1)
    )


def _is_at(edge: Expr, first: int, last: int) -> Callable[[Answers], bool]:
    """Tell whether a claim is decided, or an event of it lies, so far from an edge (in microseconds)."""

    def is_shown(answers: Answers) -> bool:
        instant = answers.known(edge)
        if instant is None or instant >= NEVER:
            return False
        return any(first <= tested - instant <= last for tested in answers.instants)

    return is_shown
