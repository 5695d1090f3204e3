"""A fact that is added never changes what was certain, and a fact that decides is asked for."""

from __future__ import annotations

from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules.domain.decision import Decision
from claimrules.domain.next_action import ActionKind
from claimrules.testing.run import facts_of
from tests.agreement.claims import Drawn, random_claim
from tests.agreement.documents import Path, leaves, nested, without
from tests.agreement.gaps import zone_for_days
from tests.agreement.policies import Writer
from tests.oracle.compare import key_of
from tests.oracle.compare_duties import duties_by_key
from tests.oracle.subject import Subject, shipped, subject_of

ALIEXPRESS = "marketplaces.aliexpress"
CHANCE = st.randoms(use_true_random=True)
NOT_TO_BE_HAD = {"denied", "expired", "not listed", "unavailable"}
CAN_BE_HAD = {"available", "later"}

#: The case that grants by a rule, and the facts without which nobody can tell.
NEEDED = {
    "the first instant after the promised day": ("claim.reason", "delivered", "promised_delivery", "placed"),
    "tracking says it is lost, before the promised day": ("order.fast_delivery", "order.tracking_status", "delivered"),
    "a fast delivery that is late earns a coupon": ("order.fast_delivery", "promised_delivery", "claim.reason"),
    "the first instant of day 11 after shipping": ("shipped", "receipt_confirmed", "claim.reason"),
    "seven days after delivery: the last second": ("delivered", "item.return_days", "item.condition", "item.packaging"),
    "thirty days, minor damage is allowed: the last second": ("delivered", "item.return_condition", "item.condition"),
    "a seller in Brazil: the last second of day 7": ("receipt_confirmed", "seller.region"),
    "opened only to inspect": ("item.opened_to_inspect", "item.value_reduced", "item.activated", "item.complete"),
}


def _statuses(decision: Decision, keys: set[object]) -> dict[object, str]:
    listed: dict[object, str] = {key_of(remedy): remedy.status for remedy in decision.remedies}
    return {key: listed.get(key, "not listed") for key in {*keys, *listed}}


def _broken(before: Decision, after: Decision) -> list[str]:
    """Return what was certain before a fact was added, and is not so after."""
    keys: set[object] = {key_of(remedy) for remedy in (*before.remedies, *after.remedies)}
    old, new = _statuses(before, keys), _statuses(after, keys)
    found = [f"{key}: {old[key]}, then {new[key]}" for key in keys if not _stays(old[key], new[key])]
    found += _broken_duties(before, after)
    said, is_so = _action(before), _action(after)
    is_certain = before.next_action.kind is not ActionKind.ANSWER
    return [*found, f"next: {said}, then {is_so}"] if is_certain and said != is_so else found


def _broken_duties(before: Decision, after: Decision) -> list[str]:
    """Return the duties that were certain before a fact was added, or what their delay cost, and are not so after."""
    old, new = duties_by_key(before), duties_by_key(after)
    found = []
    for key in {*old, *new}:
        said, is_so = (duties.get(key) for duties in (old, new))
        statuses = [duty.status if duty else "not listed" for duty in (said, is_so)]
        if statuses[0] not in {"undetermined", statuses[1]}:
            found.append(f"duty {key}: {statuses[0]}, then {statuses[1]}")
        costs = [duty.consequence.amount if duty and duty.consequence else None for duty in (said, is_so)]
        if costs[0] not in {None, costs[1]}:
            found.append(f"duty {key} costs {costs[0]}, then {costs[1]}")
    return found


def _action(decision: Decision) -> tuple[object, ...]:
    action = decision.next_action
    by = action.by if action.kind is ActionKind.WAIT else None
    return action.kind.value, action.step if action.kind is ActionKind.STEP else "", by


def _stays(old: str, new: str) -> bool:
    if old == "undetermined":
        return True
    return new in NOT_TO_BE_HAD if old == "unavailable" else old == new


def _never_takes_back(subject: Subject, drawn: Drawn, random: Random) -> None:
    """Take facts away, and put them back one by one in any order."""
    assumed = {fact.path for fact in subject.policy.scope.facts.values() if fact.assumed is not None}
    every = leaves(drawn.document)
    kept = assumed | zone_for_days(subject, drawn.document)
    gaps = random.sample(sorted(set(every) - kept), min(len(set(every) - kept), random.randint(1, 8)))
    before = subject.ruleset.decide(without(drawn.document, set(gaps)), drawn.at)
    for number in range(1, len(gaps) + 1):
        document = without(drawn.document, set(gaps[number:]))
        after = subject.ruleset.decide(document, drawn.at)
        assert _broken(before, after) == [], (document, drawn.at.isoformat(), gaps[number - 1], subject.text[-4000:])
        before = after


@settings(deadline=None, max_examples=60)
@given(random=CHANCE)
def test_aliexpress_never_takes_back(random: Random) -> None:
    """What is certain about a claim stays so as facts come in, one after another."""
    subject = shipped(ALIEXPRESS)
    _never_takes_back(subject, random_claim(subject, random), random)


@settings(deadline=None, max_examples=18)
@given(random=CHANCE)
def test_generated_rulesets_never_take_back(random: Random) -> None:
    """What is certain under a generated ruleset stays so, if it never asks whether a fact is known."""
    subject = subject_of(Writer(random).text())
    for _ in range(2):
        _never_takes_back(subject, random_claim(subject, random), random)


def _decides(subject: Subject, drawn: Drawn, gap: Path) -> bool:
    """Tell whether, by the oracle, the one missing fact decides if some remedy can be had."""
    document = without(drawn.document, {gap})
    answers = [answer for _, answer in subject.answers(document, drawn.at, most=50)]
    keys = {key for answer in answers for key in answer.remedies}
    return any(len({answer.status(key) in CAN_BE_HAD for answer in answers}) > 1 for key in keys)


@settings(deadline=None, max_examples=16)
@given(random=CHANCE)
def test_the_fact_that_decides_is_asked_for(random: Random) -> None:
    """Where the only missing fact decides whether a remedy can be had, it is the one question; else there may be none."""
    subject = shipped(ALIEXPRESS)
    drawn = random_claim(subject, random)
    for gap in random.sample(sorted(leaves(drawn.document)), 5):
        decision = subject.ruleset.decide(without(drawn.document, {gap}), drawn.at)
        asked = {subject.policy.scope.facts[question.fact].path for question in decision.questions}
        assert asked <= {gap}
        if _decides(subject, drawn, gap):
            assert "undetermined" in {remedy.status for remedy in decision.remedies}
            assert asked == {gap}


@pytest.mark.parametrize(
    ("title", "fact"),
    [pytest.param(title, fact, id=f"{fact}: {title}") for title, facts in NEEDED.items() for fact in facts],
)
def test_without_it_nobody_can_tell(title: str, fact: str) -> None:
    """The remedy of a case is undetermined as soon as one fact it rests on is missing, and that fact is asked for."""
    subject = shipped(ALIEXPRESS)
    case = next(case for case in subject.ruleset.cases if case.title == title)
    declared = subject.policy.scope.facts
    others = {fact.path: None for name, fact in declared.items() if fact.path[0] == "events"}
    document = nested({**others, **leaves(facts_of(evolve(case, is_complete=False), subject.ruleset))})
    wanted = case.expects[0]
    assert wanted.name is not None
    whole = subject.ruleset.decide(document, case.at).remedy(wanted.name.text)
    decision = subject.ruleset.decide(without(document, {declared[fact].path}), case.at)
    partial = decision.remedy(wanted.name.text)
    assert whole is not None
    assert partial is not None
    assert (whole.status, partial.status) == ("available", "undetermined")
    assert fact in {question.fact for question in decision.questions}
    assert fact in partial.needs
