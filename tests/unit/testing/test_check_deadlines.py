"""`check_deadlines` finds plans that break each of its properties, and says where, for a small claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from attrs import evolve

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.core.build import at_most, choose, less
from claimrules.core.expr import NO, NOW, YES, Apply, Expr, Fact, Lit
from claimrules.core.moment import Moment, fixed
from claimrules.core.op import Op
from claimrules.core.plan import Plan, TimePlan
from claimrules.domain.instants import micros
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.verdicts import Status
from claimrules.testing import check_deadlines
from claimrules.testing.direction import AGAINST, EITHER, WITH, moves
from claimrules.text.source import Source
from tests.unit.deadlines.policy_text import policy

WINDOW = "window w = 14 days after delivered"
SALE = """window w
  when delivered between 2026-11-01 and 2026-12-24: from delivered until 2027-01-31
  otherwise: 14 days after delivered"""
MENDED = "window w = 14 days after delivered extended to 2027-01-31 when delivered between 2026-11-01 and 2026-12-24"
CAPPED = "window w = 14 days after delivered extended by 5 days capped at 15 days after shipped"


def with_window(windows: str, change: Callable[[TimePlan], TimePlan]) -> Ruleset:
    """Return a policy whose last window's plan was changed."""
    plan: Plan = policy(windows).plan
    return with_plan(evolve(plan, windows=(*plan.windows[:-1], change(plan.windows[-1]))))


def with_plan(plan: Plan) -> Ruleset:
    """Return a ruleset that decides by a plan, whatever its text says."""
    checked = compile_source(Source("shop.claim", "ruleset shop"))
    return Ruleset(evolve(checked, plan=plan))


def with_status(status: Expr) -> Ruleset:
    """Return a policy whose rule has another status."""
    plan: Plan = policy(WINDOW).plan
    return with_plan(evolve(plan, rules=(evolve(plan.rules[0], status=status),)))


def broken(ruleset: Ruleset, *, cliffs: bool = True) -> str:
    """Return the message of what is found."""
    with pytest.raises(AssertionError) as found:
        check_deadlines(ruleset, examples=300, cliffs=cliffs)
    return str(found.value)


@pytest.mark.parametrize("windows", [WINDOW, SALE, CAPPED])
def test_nothing_is_found_where_nothing_is_wrong(windows: str) -> None:
    """Windows of all kinds are consistent."""
    check_deadlines(policy(windows), examples=30)


def test_a_cliff_is_found_where_none_is_allowed() -> None:
    """X1: delivered on 24 December until 31 January, on the 25th until 8 January; found to the microsecond."""
    words = broken(policy(SALE), cliffs=False)
    assert "whatever conditions choose between ends" in words
    assert "window `w` closes at 2027-02-01T00:00:00+01:00" in words
    assert "given delivered 2026-12-24T" in words or "closes at 2027-01-09" in words


def test_the_later_of_both_mends_a_cliff_only_for_the_season() -> None:
    """X1': an extension never shortens, but after the season the plain end is earlier still: carry over to mend it."""
    words = broken(policy(MENDED), cliffs=False)
    assert "window `w`" in words
    check_deadlines(policy(f"{WINDOW} extended to 2027-01-31"), examples=40, cliffs=False)


def test_what_opens_after_it_closes_is_found() -> None:
    """A window that is said not to be empty opens before it closes."""
    late = with_window(
        WINDOW, lambda time: evolve(time, opens=evolve(time.opens, exact=time.closes.exact), is_empty=NO)
    )
    assert "window `w` is not empty, but opens at" in broken(late)


def test_a_status_that_changes_inside_is_found() -> None:
    """Inside its window a rule does not become expired."""
    earlier = policy(f"window v = 3 days after delivered\n{WINDOW}").plan.windows[0].closes.exact
    turns = choose(less(NOW, earlier), Lit(int(Status.AVAILABLE)), Lit(int(Status.EXPIRED)))
    assert "inside its window" in broken(with_status(turns))


def test_a_status_that_goes_back_is_found() -> None:
    """What is over does not come back."""
    never_open = evolve(policy(WINDOW).plan.rules[0].time, opens=fixed(0), closes=fixed(0))
    turn = policy(WINDOW).plan.windows[-1].closes.exact
    back = choose(less(NOW, turn), Lit(int(Status.EXPIRED)), Lit(int(Status.LATER)))
    plan: Plan = policy(WINDOW).plan
    rule = evolve(plan.rules[0], status=back, time=evolve(never_open, is_empty=Lit(value=True)))
    words = broken(with_plan(evolve(plan, rules=(rule,))))
    assert "never back" in words
    assert "rule `refund` is expired, and later at" in words


def test_a_later_event_that_ends_earlier_is_found() -> None:
    """An end that falls when its event rises, under an operation that is said to keep the order, is found."""
    middle = micros(datetime(2026, 9, 1, tzinfo=UTC))
    falls = Op("after:upside down", lambda k, a: k.subtract(k.integer(2 * middle), k.least(a, k.integer(2 * middle))))
    end = Apply(falls, (Fact("delivered"),))
    words = broken(
        with_window(WINDOW, lambda time: evolve(time, closes=Moment(end, Lit(ALWAYS), Lit(NEVER)), is_empty=YES))
    )
    assert "A later event never gives an earlier end" in words


def test_a_modifier_that_shortens_is_found() -> None:
    """An extension after which the window closes earlier is named."""
    swapped = with_window(
        CAPPED,
        lambda time: evolve(time, stages=tuple(evolve(s, before=s.after, after=s.before) for s in time.stages)),
    )
    assert "`extended by 5 days` moves its end from" in broken(swapped)


def test_bounds_that_do_not_hold_are_found() -> None:
    """Without the event the end was said to be at 1970, and with it it is not."""
    tight = with_window(WINDOW, lambda time: evolve(time, closes=evolve(time.closes, earliest=Lit(0), latest=Lit(0))))
    words = broken(tight)
    assert "without `" in words
    assert "window `w` closes" in words


def test_which_way_an_end_moves() -> None:
    """Lengths move with their event, a pause's beginning moves the end the other way, a condition either way."""
    paused = policy("window w = 14 days after delivered paused from seller_contacted until seller_answered")
    end = dict(moves(paused.plan.windows[-1].closes.exact))
    assert end["seller_answered"] == WITH
    assert end["seller_contacted"] == AGAINST
    season = moves(policy(SALE).plan.windows[-1].closes.exact)
    assert {way for name, way in season if name == "delivered"} == {WITH, EITHER}
    same = moves(policy("window w = 1 month after delivered", "same_time").plan.windows[-1].closes.exact)
    assert ("delivered", EITHER) in same
    assert moves(at_most(Fact("placed"), NOW)) >= {("placed", EITHER)}
