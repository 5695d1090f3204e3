"""Steps → plans, the one to recommend, and when the next one opens."""

from __future__ import annotations

from claimrules.compiler.context import Context, groups_of
from claimrules.constructs.declarations.statements import Step
from claimrules.core.build import both, choose, equal, negate
from claimrules.core.expr import NOW, Expr, Lit
from claimrules.core.moment import NEVER, Moment, chosen, earliest_of, reached
from claimrules.core.plan import StepPlan


def step_plan(node: Step, context: Context) -> StepPlan:
    """Return one rung: open when its conditions hold inside its window."""
    conditions = tuple(map(context.condition, node.conditions))
    applies = both(condition.expr for condition in conditions)
    time = context.time(node.name.text, node.title.text, node.time)
    opened = reached(time.opens, NOW)
    could = both((applies, negate(time.is_empty), negate(reached(time.closes, NOW))))
    return StepPlan(
        node.name.text, node.title.text, node.actor.text if node.actor else "",
        is_open=both((could, opened)),
        is_coming=both((could, negate(opened))),
        conditions=conditions, time=time, tell=node.tell.text, evidence=groups_of(node.evidence),
        citations=context.citations(node.cites),
    )  # fmt: skip


def recommended(steps: tuple[StepPlan, ...]) -> Expr:
    """Return the place of the last open step, or -1 when none is open."""
    place: Expr = Lit(-1)
    for index, step in enumerate(steps):
        place = choose(step.is_open, Lit(index), place)
    return place


def next_opening(steps: tuple[StepPlan, ...]) -> Expr:
    """Return when the first step opens whose conditions hold now; never, when there is none."""
    coming: Moment = earliest_of([NEVER, *(chosen(step.is_coming, step.time.opens, NEVER) for step in steps)])
    return choose(equal(coming.earliest, coming.latest), coming.latest, coming.exact)
