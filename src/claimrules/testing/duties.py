"""What a case expects of a duty × decision → what differs, in words."""

from __future__ import annotations

from claimrules.constructs.declarations.case_parts import Expectation
from claimrules.domain.decision import Decision
from claimrules.domain.duties import Duty, DutyStatus
from claimrules.testing.expected import is_at, money


def duty_differences(expected: Expectation, decision: Decision) -> list[str]:
    """Return in what no duty of that name is as expected; of several, for the one that comes closest."""
    name = expected.name.text if expected.name else ""
    listed = [duty for duty in decision.duties if duty.name == name]
    if expected.kind == "no_duty":
        return [f"expected no duty {name}, but it is {duty.status} by {duty.rule}" for duty in listed]
    if not listed:
        return [f"expected a duty {name}, but no rule obliges anybody to that"]
    return min((_failures(expected, duty, decision.zone) for duty in listed), key=len)


def _failures(expected: Expectation, duty: Duty, zone: str) -> list[str]:
    status = expected.status or DutyStatus.DUE.word
    found = [] if duty.status == status else [f"it is {duty.status}"]
    for wanted, instant, words, is_end in (
        (expected.opens, duty.opens, "opens", False), (expected.closes, duty.closes, "closes", True),
    ):  # fmt: skip
        if wanted is not None and not is_at(instant, wanted, zone, is_end=is_end):
            found.append(f"it {words} {instant.isoformat() if instant else 'at no known time'}")
    amount = str(duty.consequence.amount).replace(",", "") if duty.consequence else "None"
    if expected.amount and amount != money(expected.amount):
        found.append(f"the delay costs {amount}")
    if expected.by and expected.by.text != duty.rule:
        found.append(f"it comes by {duty.rule}")
    wanted_words = expected.span.text if expected.span else f"duty {duty.name}"
    return [f"expected {wanted_words}, but {words}" for words in found]
