"""Duties and what a delay costs: engine and oracle agree at every edge, delays never cost less the longer they last."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from random import Random
from typing import Any

from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules.domain.decision import Decision
from tests.agreement.policies import Writer
from tests.oracle.compare_duties import duty_contradictions, duty_differences
from tests.oracle.subject import Subject, subject_of

#: Facts of the claims tried here, so that all times can be counted.
_WHERE = {"shop": {"code": "A", "place": "KR", "zone": "Asia/Seoul"}, "counting": {"missing_day": "last_of_month"}}
CHANCE = st.randoms(use_true_random=True)
_SENT = datetime.fromisoformat("2026-02-27T15:00Z")
_NEXT_TO = (timedelta(days=-1), timedelta(microseconds=-1), timedelta(), timedelta(microseconds=1), timedelta(hours=9))


@frozen
class _Tried:
    """A ruleset of one rule with one duty, and facts of which all are known."""

    subject: Subject
    document: dict[str, Any]
    at: datetime


def _text(writer: Writer, owed: str) -> str:
    head = _head(writer)
    days = writer.random.randint(0, 20)
    unit = writer.pick(["days", "days", "days", "weeks", "hours", "months"])
    length = days if unit == "days" else min(days, 3)
    rule = (
        f"rule r0 when bought met by bought grant refund oblige seller to pay within {length} {unit} after sent {owed}"
    )
    return f'{head}\n{rule} cite book "r0"\n'


def _head(writer: Writer) -> str:
    """Return the head of a ruleset that is always in force."""
    return re.sub(r"in force [^\n]*\n", "", writer.text().partition("\nwindow ")[0])


def _rising(random: Random) -> str:
    """Return bands whose amounts never fall: shares of one amount, each at least as high as the one before."""
    ends = sorted(random.sample(range(1, 40), random.randint(1, 4)))
    shares = sorted(random.randint(0, 60) for _ in range(len(ends) + 1))
    bands = [f"{share}% of item.price until {end} days late" for share, end in zip(shares, ends, strict=False)]
    return f"else {', '.join([*bands, f'{shares[-1]}% of item.price'])}"


def _tried(random: Random, owed: str | None = None) -> _Tried:
    writer = Writer(random)
    writer.text()
    costs = [writer.amount(), "interest 15%", f"interest 4.75% of {writer.amount()}"]
    bands = [
        f"{writer.pick(costs)} until {n} days late" for n in sorted(random.sample(range(40), random.randint(0, 3)))
    ]
    subject = subject_of(_text(writer, owed or f"else {', '.join([*bands, writer.pick(costs)])}"))
    closes = _SENT + timedelta(days=random.randint(0, 70))
    at, paid = (closes.replace(hour=random.choice([0, 8, 15, 23])) + random.choice(_NEXT_TO) for _ in range(2))
    events = {
        "bought": "2027-01-01T12:00Z" if random.random() < 0.1 else "2026-02-20T12:00Z",
        "sent": None if random.random() < 0.1 else _SENT.isoformat(),
        "answered": paid.isoformat() if random.random() < 0.6 else None,
    }
    item = {"price": f"{random.randint(0, 99999) / 100:.2f} USD", "fee": "7.77 USD"}
    document = {**_WHERE, "item": item, "events": events}
    return _Tried(subject, document | {"events_complete": True}, _at_an_edge(subject, document, at, random))


def _at_an_edge(subject: Subject, document: dict[str, Any], at: datetime, random: Random) -> datetime:
    """Return the instant, or one next to where the duty's time or one of its bands ends."""
    duties = subject.ruleset.decide(document | {"events_complete": True}, at).duties
    bands = [band.closes for duty in duties for band in (duty.consequence.bands if duty.consequence else ())]
    edges = [edge for edge in (*bands, *(duty.closes for duty in duties)) if edge is not None]
    return random.choice(edges) + random.choice(_NEXT_TO) if edges and random.random() < 0.7 else at


def _filled(tried: _Tried) -> dict[str, Any]:
    """Return the facts with every other fact that the ruleset reads."""
    other = {"sealed": True, "gift": False, "state": "fresh", "kind": "tools", "tags": [], "count": 1}
    return {**tried.document, "item": {**other, **tried.document["item"]}}


@settings(deadline=None, max_examples=80)
@given(random=CHANCE)
def test_engine_and_oracle_agree_on_duties(random: Random) -> None:
    """With every fact known they say the same of status, ends and cost, at the edges of each band too."""
    tried = _tried(random)
    document = _filled(tried)
    found = duty_differences(tried.subject.ruleset.decide(document, tried.at), tried.subject.answer(document, tried.at))
    assert not found, (found, tried.subject.text[-600:], document, tried.at)


@settings(deadline=None, max_examples=40)
@given(random=CHANCE)
def test_what_is_certain_of_a_duty_is_so(random: Random) -> None:
    """However missing facts are filled in, a status or a cost that the engine gives is right."""
    tried = _tried(random)
    document = _filled(tried) | {"events_complete": False}
    gone = random.sample(["answered", "sent", "bought"], random.randint(0, 2))
    document["events"] = {name: value for name, value in document["events"].items() if name not in gone}
    if random.random() < 0.3:
        del document["item"]["price"]
    decision = tried.subject.ruleset.decide(document, tried.at)
    for _, answer in tried.subject.answers(document, tried.at, most=60):
        assert duty_contradictions(decision, answer) == [], (tried.subject.text[-600:], document, tried.at)


def _cost(decision: Decision) -> int:
    duty = decision.duty("pay")
    found = duty.consequence.amount if duty and duty.consequence else None
    return found.minor if found else 0


@settings(deadline=None, max_examples=15)
@given(random=CHANCE)
def test_a_longer_delay_never_costs_less(random: Random) -> None:
    """Where the bands rise, and with interest, the cost only grows, and it is never below zero."""
    owed = _rising(random) if random.random() < 0.7 else "else interest 12.5% of item.price"
    tried = _tried(random, owed)
    document = _filled(tried)
    document["events"] |= {"answered": None, "bought": "2026-02-20T12:00Z"}
    start = datetime.fromisoformat("2026-02-27T00:00Z")
    costs = [_cost(tried.subject.ruleset.decide(document, start + timedelta(days=day))) for day in range(90)]
    assert costs == sorted(costs)
    assert costs[0] >= 0


@settings(deadline=None, max_examples=40)
@given(random=CHANCE)
def test_bounds_hold(random: Random) -> None:
    """A cap is never exceeded, a floor never missed unless the cap lies below it, and no refund exceeds what was paid."""
    writer = Writer(random)
    writer.text()
    floor, cap, price, fee = (random.randint(0, 5000) for _ in range(4))
    floor, cap = sorted((floor, cap))
    head = _head(writer)
    terms = f"amount {writer.amount()} at least {floor / 100:.2f} USD capped at {cap / 100:.2f} USD"
    beyond = writer.maybe(" beyond what was paid")
    subject = subject_of(f'{head}\nrule r0 when bought met by bought grant share {terms}{beyond} cite book "r0"\n')
    document = {
        "item": {"price": f"{price / 100:.2f} USD", "fee": f"{fee / 100:.2f} USD"},
        "events": {"bought": "2026-02-20T12:00Z"},
    }
    remedy = subject.ruleset.decide(document, _SENT).remedy("share")
    assert remedy is not None
    assert remedy.amount is not None
    paid = price + fee
    assert (floor if beyond else min(floor, paid)) <= remedy.amount.minor <= (cap if beyond else min(cap, paid))
