"""The duties of an engine's decision × those of the oracle's answers → what differs, in words."""

from __future__ import annotations

from datetime import datetime

from claimrules.domain.decision import Decision
from claimrules.domain.duties import Duty
from tests.oracle.answer import Answer
from tests.oracle.duties import DutyKey, Owed
from tests.oracle.instants import ALWAYS, NEVER, Instant, to_instant


def duties_by_key(decision: Decision) -> dict[DutyKey, Duty]:
    """Return a decision's duties by rule and name."""
    return {(duty.rule, duty.name): duty for duty in decision.duties}


def duty_differences(decision: Decision, answer: Answer) -> list[str]:
    """Return what differs when every fact is known: nothing may."""
    listed = duties_by_key(decision)
    found = []
    for key in sorted({*listed, *answer.duties}):
        said = _said(listed[key]) if key in listed else "not listed"
        is_so = _is_so(answer.duties[key]) if key in answer.duties else "not listed"
        found += [f"duty {key}: the engine says {said}, the oracle {is_so}"] if said != is_so else []
    return found


def duty_contradictions(decision: Decision, answer: Answer) -> list[str]:
    """Return what the engine says for certain about a duty and is not so in one way of filling in what is missing."""
    listed = duties_by_key(decision)
    found = []
    for key in sorted({*listed, *answer.duties}):
        duty, owed = listed.get(key), answer.duties.get(key)
        said, is_so = duty.status if duty else "not listed", owed.status if owed else "not listed"
        if said not in {"undetermined", is_so}:
            found.append(f"duty {key}: the engine says {said}, but it may be {is_so}")
        cost = _cost(duty) if duty else None
        if owed is not None and cost is not None and cost != owed.amount:
            found.append(f"duty {key}: a delay is said to cost {cost}, but may cost {owed.amount}")
        if duty and owed and duty.closes is not None and to_instant(duty.closes) != owed.closes:
            found.append(f"duty {key}: it is said to close {duty.closes}, but may close {owed.closes}")
    return found


def _said(duty: Duty) -> tuple[object, ...]:
    return duty.status, _instant(duty.opens), _instant(duty.closes), _cost(duty)


def _is_so(owed: Owed) -> tuple[object, ...]:
    ends = (None if end in {ALWAYS, NEVER} else end for end in (owed.opens, owed.closes))
    return owed.status, *ends, owed.amount


def _cost(duty: Duty) -> int | None:
    consequence = duty.consequence
    return consequence.amount.minor if consequence and consequence.amount else None


def _instant(moment: datetime | None) -> Instant | None:
    return None if moment is None else to_instant(moment)
