"""What a decision says of duties: at every edge of their time and of each band, in words, as data, and what it asks."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.domain.decision import Decision
from claimrules.text.source import Source
from tests.diagnostics.policies import HEAD

#: Cancelled on 2 March 2026: the last day is 16 March; the 10th day late is 26 March, the 30th is 15 April.
POLICY = """
rule cancelled "Cancelled" when cancelled grant full_refund
  oblige seller to refund within 14 days after cancelled
    else interest 3.65% until 10 days late, 10% of item.price until 30 days late, 50% of item.price
  cite terms "20"
exclusion fraud "Fraud" bars cancelled when claim.outside_cause is fraud cite terms "21"
"""
FACTS = {"claim": {"outside_cause": "none"}, "item": {"price": "100000 KRW"}}
CANCELLED = {"placed": "2026-03-01T10:00+09:00", "cancelled": "2026-03-02T10:00+09:00", "claim_filed": None}


def decide(at: str, policy: str = POLICY, facts: dict[str, Any] | None = None, **events: str | None) -> Decision:
    """Decide a cancelled order."""
    ruleset = Ruleset(compile_source(Source("shop.claim", HEAD + policy)))
    return ruleset.decide({**FACTS, **(facts or {}), "events": CANCELLED | events}, at=datetime.fromisoformat(at))


def standing(decision: Decision) -> tuple[str, str]:
    """Return the status of the duty to refund, and what its delay costs."""
    duty = decision.duty("refund")
    assert duty is not None
    assert duty.consequence is not None
    return duty.status, str(duty.consequence.amount)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-03-02T10:00+09:00", ("due", "None")),
        ("2026-03-16T23:59:59.999999+09:00", ("due", "None")),
        ("2026-03-17T00:00+09:00", ("late", "10 KRW")),  # 100,000 × 3.65% × 1 ÷ 365
        ("2026-03-18T00:00+09:00", ("late", "20 KRW")),
        ("2026-03-26T23:59:59.999999+09:00", ("late", "100 KRW")),  # the tenth day
        ("2026-03-27T00:00+09:00", ("late", "10,000 KRW")),
        ("2026-04-15T23:59:59.999999+09:00", ("late", "10,000 KRW")),
        ("2026-04-16T00:00+09:00", ("late", "50,000 KRW")),
    ],
)
def test_every_edge(at: str, expected: tuple[str, str]) -> None:
    """The last day of the time and of each band belongs to it; the next instant does not."""
    assert standing(decide(at, refunded=None)) == expected


@pytest.mark.parametrize(
    ("refunded", "expected"),
    [
        ("2026-03-01T12:00+09:00", ("done", "None")),
        ("2026-03-16T23:59:59.999999+09:00", ("done", "None")),
        ("2026-03-17T00:00+09:00", ("done_late", "10 KRW")),
        ("2026-03-26T23:59:59.999999+09:00", ("done_late", "100 KRW")),
        ("2026-03-27T00:00+09:00", ("done_late", "10,000 KRW")),
        ("2026-04-16T00:00+09:00", ("done_late", "50,000 KRW")),
        ("2027-06-01T00:00+09:00", ("late", "50,000 KRW")),  # it is still to come
    ],
)
def test_the_act_settles_it(refunded: str, expected: tuple[str, str]) -> None:
    """What was done stays as it was, whenever one asks."""
    assert standing(decide("2027-05-01T10:00+09:00", refunded=refunded)) == expected


def test_unknown_act() -> None:
    """Whether it was done decides; the question comes after those that remedies hang on."""
    decision = decide("2026-03-20T10:00+09:00", facts={"claim": {}})
    assert standing(decision) == ("undetermined", "None")
    assert [question.fact for question in decision.questions] == ["claim.outside_cause", "refunded"]
    assert decision.questions[-1].settles == ("duty refund",)


def test_unknown_cost() -> None:
    """That it is late is known without the price; what it costs is not, and is asked for."""
    decision = decide("2026-03-20T10:00+09:00", facts={"item": {}}, refunded=None)
    assert standing(decision) == ("late", "None")
    assert {"item.price"} <= {question.fact for question in decision.questions}
    assert "an amount that is not known yet" in str(decision)


@pytest.mark.parametrize(
    ("facts", "is_listed"),
    [({"claim": {"outside_cause": "fraud"}}, False), ({"claim": {"outside_cause": "none"}}, True)],
)
def test_what_bars_the_rule_bars_its_duties(facts: dict[str, Any], is_listed: bool) -> None:
    """A barred rule obliges nobody."""
    assert (decide("2026-03-20T10:00+09:00", facts=facts, refunded=None).duty("refund") is not None) is is_listed


def test_a_right_that_was_not_used_obliges_nobody() -> None:
    """With the right its duty lapses; a right used in time keeps it."""
    policy = POLICY.replace("when cancelled grant", "when cancelled within 5 days after cancelled grant")
    at = "2026-03-20T10:00+09:00"
    assert decide(at, policy, refunded=None).duty("refund") is None
    assert standing(decide(at, policy, refunded=None, claim_filed="2026-03-07T23:59+09:00")) == ("late", "40 KRW")


def test_a_time_that_waits() -> None:
    """A duty counted from an event that has not happened is not due, and says what it waits for."""
    policy = 'rule r "R" when placed oblige buyer to return within 7 days after return_agreed cite terms "1"'
    duty = decide("2026-03-20T10:00+09:00", policy, return_agreed=None, returned=None).duty("return")
    assert duty is not None
    assert (duty.status, duty.awaits, duty.closes, duty.actor) == ("not_yet", ("return_agreed",), None, "buyer")


def test_a_time_that_is_over_before_it_began() -> None:
    """What waits for an event is not late, though a fixed last day has gone by."""
    policy = """window pay_back = from return_agreed until 2026-03-10
rule r "R" when placed oblige seller to refund within pay_back else 5 KRW cite terms "1" """
    decision = decide("2026-03-20T10:00+09:00", policy, return_agreed=None, refunded=None)
    assert standing(decision) == ("not_yet", "None")


def test_hours_late() -> None:
    """A time of hours ends on the instant; a delay within its last day costs no interest."""
    policy = """rule r "R" when cancelled oblige seller to refund within 10 hours after cancelled
  else interest 36.5% of item.price cite terms "1" """
    for at, expected in (
        ("2026-03-02T19:59:59.999999+09:00", ("due", "None")), ("2026-03-02T20:00+09:00", ("late", "0 KRW")),
        ("2026-03-03T00:00+09:00", ("late", "100 KRW")),
    ):  # fmt: skip
        assert standing(decide(at, policy, refunded=None)) == expected


def test_interest_in_a_leap_year() -> None:
    """A year has 365 days, also a leap year: from 1 January 2028 to 1 January 2029 are 366 days."""
    policy = """rule r "R" when placed oblige seller to refund within deadline_day else interest 10% of item.price cite terms "1"
window deadline_day = from placed until 2028-01-01"""
    found = standing(decide("2029-01-01T10:00+09:00", policy, refunded=None))
    assert found == ("late", "10,027 KRW")  # 100,000 × 10% × 366 ÷ 365 = 10,027.39…


def test_rate_by_a_parameter() -> None:
    """A parameter can say the rate and the length of a band; the event the ruleset is in force by tells which value."""
    policy = """parameter rate
  from 2010-01-01: 20% cite terms "1"
  from 2026-03-01: 15% cite terms "1"
parameter grace from 2010-01-01: 2 days cite terms "1"
rule r "R" when cancelled oblige seller to refund within 14 days after cancelled
  else nothing until grace late, interest rate of item.price cite terms "1" """
    head = HEAD.replace("  counting", "  in force from 2016-01-01 by placed\n  counting")
    ruleset = Ruleset(compile_source(Source("shop.claim", head + policy)))
    costs = []
    for placed in ("2026-02-28T10:00+09:00", "2026-03-01T10:00+09:00"):
        for day in ("2026-03-18", "2026-03-19"):
            facts = {**FACTS, "events": CANCELLED | {"placed": placed, "refunded": None}}
            costs.append(standing(ruleset.decide(facts, at=datetime.fromisoformat(f"{day}T23:59+09:00")))[1])
    assert costs == ["0 KRW", "164 KRW", "0 KRW", "123 KRW"]  # 3 days: 164.38…, 123.28…


def test_bands_do_not_move_off_a_day_of_rest() -> None:
    """The time itself may move; a band goes by the days after the day it moved to, whatever days these are."""
    policy = """convention moves like plain_days rolls forward on saturday, sunday
  hours roll never backward roll never dates roll never chains from nominal
window pay_back = 5 days after cancelled counting moves
rule r "R" when cancelled oblige seller to refund within pay_back else 1 KRW until 5 days late, 2 KRW cite terms "1" """
    decision = decide(
        "2026-03-14T23:59:59+09:00", policy, refunded=None
    )  # 2 March + 5 is Saturday 7, moved to Monday 9
    assert standing(decision) == ("late", "1 KRW")
    assert standing(decide("2026-03-15T00:00+09:00", policy, refunded=None)) == ("late", "2 KRW")


def test_in_words() -> None:
    """The text says who must do what by when, what the delay costs and by which band."""
    text = str(decide("2026-03-27T10:00+09:00", refunded=None))
    assert "What the other side must do by when\n  seller: Pay the refund\n" in text
    assert "late: it was due by Monday 16 March 2026, end of day (Asia/Seoul)" in text
    assert "the delay costs 10,000 KRW as of 2026-03-27T10:00:00+09:00" in text
    assert "→ 10% of item.price until 30 days late (the last day is Wednesday 15 April 2026" in text
    assert "· 50% of item.price" in text


def test_the_explanation_has_the_derivation() -> None:
    """Under its rule stands how the duty's time was counted."""
    text = decide("2026-03-27T10:00+09:00", refunded="2026-03-20T09:00+09:00").explain()
    assert "seller must refund — Pay the refund: done late" in text
    assert "· the policy says: 14 days after cancelled" in text
    assert "· done 2026-03-20T09:00:00+09:00" in text


def test_as_data() -> None:
    """JSON has the status, the ends, the derivation and each band."""
    data: Any = json.loads(json.dumps(decide("2026-03-27T10:00+09:00", refunded=None).to_dict()))
    (duty,) = data["duties"]
    assert (duty["name"], duty["actor"], duty["rule"], duty["status"]) == ("refund", "seller", "cancelled", "late")
    assert duty["closes"] == "2026-03-17T00:00:00+09:00"
    assert duty["deadline"]["steps"][0]["step"] == "said"
    consequence = duty["consequence"]
    assert (consequence["kind"], consequence["amount"]) == ("graduated", {"amount": "10000", "currency": "KRW"})
    assert [band["is_reached"] for band in consequence["bands"]] == [False, True, False]
    assert consequence["bands"][0]["closes"] == "2026-03-27T00:00:00+09:00"


def test_duties_of_the_buyer_have_their_own_heading() -> None:
    """What the buyer must do does not stand under what the other side must."""
    policy = 'rule r "R" when cancelled oblige buyer to return within 14 days after cancelled cite terms "1"'
    text = str(decide("2026-03-03T10:00+09:00", policy, returned=None))
    assert "What the buyer must do by when\n  buyer: Send the goods back\n" in text
    assert "other side must do" not in text
