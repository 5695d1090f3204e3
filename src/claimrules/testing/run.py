"""Case × ruleset → what differs, in words."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from claimrules.api import Ruleset
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.case import Case
from claimrules.constructs.declarations.case_parts import Expectation
from claimrules.diagnostics.diagnostic import FactsError
from claimrules.domain.decision import Decision
from claimrules.domain.next_action import ActionKind
from claimrules.domain.printable import joined
from claimrules.domain.remedy import Remedy
from claimrules.domain.terms import ONE_PER_ORDER, paid_back_to, paid_by, return_words
from claimrules.domain.types import Boolean, SetOf
from claimrules.domain.verdicts import OPEN
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.outcome import decision_of
from claimrules.speech.language import speaking
from claimrules.speech.phrases import phrase
from claimrules.testing.duties import duty_differences
from claimrules.testing.expected import is_at, money, shown
from claimrules.testing.why import why


@frozen
class CaseResult:
    """One case's outcome; it passed when `failures` is empty.

    Args:
        failures: what was expected and what was found, a line each.
        why: the conditions and deadlines that decided, a line each.
        answers: what the decision was made of; None where the facts have faults.
    """

    name: str
    place: str
    failures: tuple[str, ...]
    why: tuple[str, ...] = ()
    answers: Answers | None = field(eq=False, repr=False, default=None)

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.name}", *(f"    {failure}" for failure in self.failures)]
        return "\n".join([*lines, *(["  why:"] if self.why else []), *(f"    {line}" for line in self.why)])


def run_cases(ruleset: Ruleset) -> tuple[CaseResult, ...]:
    """Return the outcome of each of a ruleset's cases, in the order written."""
    return tuple(run_case(case, ruleset) for case in ruleset.cases)


def run_case(case: Case, ruleset: Ruleset) -> CaseResult:
    """Return the outcome of one case."""
    place = str(case.span)
    try:
        answers = ruleset.answers(facts_of(case, ruleset), case.at)
    except FactsError as error:
        return CaseResult(case.title, place, tuple(diagnostic.message for diagnostic in error.diagnostics))
    failures: list[str] = []
    reasons: list[str] = []
    with speaking(ruleset.language):
        decision = decision_of(answers, case.at)
        for expected in case.expects:
            found = _differences(expected, decision)
            failures += found
            reasons += why(expected, decision, answers) if found else ()
    return CaseResult(case.title, place, tuple(failures), tuple(dict.fromkeys(reasons)), answers)


def facts_of(case: Case, ruleset: Ruleset) -> dict[str, Any]:
    """Return a case's given facts as nested data."""
    document: dict[str, Any] = {"events_complete": True} if case.is_complete else {}
    for item in case.given:
        declaration = ruleset.vocabulary[item.name.text]
        *folders, last = declaration.path
        place = document
        for folder in folders:
            place = place.setdefault(folder, {})
        value = item.value.text if isinstance(item.value, Name) else item.value
        if item.kind == "given_not" and isinstance(declaration.type, Boolean):
            value = False
        if isinstance(declaration.type, SetOf):
            place.setdefault(last, []).append(value)
        else:
            place[last] = value
    return document


def _differences(expected: Expectation, decision: Decision) -> list[str]:
    name = expected.name.text if expected.name else ""
    action = decision.next_action
    match expected.kind:
        case "remedy" | "may":
            return _remedy_differences(expected, decision)
        case "duty" | "no_duty":
            return duty_differences(expected, decision)
        case "no":
            found = [remedy for remedy in decision.remedies if remedy.kind == name and remedy.status in OPEN]
            return [f"expected no {name}, but it is {remedy.status}" for remedy in found]
        case "question":
            asked = [question.fact for question in decision.questions]
            return [] if name in asked else [f"expected the question {name}, asked are: {', '.join(asked) or 'none'}"]
        case "step":
            is_met = action.kind is ActionKind.STEP and action.step == name
            if is_met:
                return _step_differences(expected, decision)
        case "wait":
            is_met = action.kind is ActionKind.WAIT and is_at(action.by, expected.closes, decision.zone, is_end=False)
        case _:
            is_met = action.kind is ActionKind.NOTHING_LEFT
    wanted = expected.span.text if expected.span else expected.kind
    return (
        []
        if is_met
        else [f"expected {wanted}, but next is {action.kind}: {action.step or action.title} {action.by_day}"]
    )


def _step_differences(expected: Expectation, decision: Decision) -> list[str]:
    action = decision.next_action
    found = [] if not expected.by or expected.by.text == action.actor else [f"it is taken by the {action.actor}"]
    if expected.closes is not None and not is_at(action.by, expected.closes, decision.zone, is_end=True):
        found.append(f"it is open until {shown(action.by, expected.closes, decision.zone, is_end=True)}")
    if expected.words not in action.text:
        found.append(f"it tells: {action.text}")
    found += _evidence_differences(expected, action.evidence_missing)
    return [f"expected {expected.span.text if expected.span else action.step}, but {words}" for words in found]


def _evidence_differences(expected: Expectation, missing: tuple[tuple[str, ...], ...]) -> list[str]:
    if expected.evidence is None:
        return []
    if tuple(tuple(name.text for name in group) for group in expected.evidence) == missing:
        return []
    return [f"the missing evidence is: {joined(missing) or 'none'}"]


def _remedy_differences(expected: Expectation, decision: Decision) -> list[str]:
    name = expected.name.text if expected.name else ""
    status = expected.status or "available"
    same_kind = [r for r in decision.remedies if r.kind == name and r.is_right == (expected.kind == "remedy")]
    if not same_kind:
        return [f"expected {name} to be {status}, but no rule gives it"]
    tried = [_remedy_failures(expected, status, remedy, decision.zone) for remedy in same_kind]
    return min(tried, key=len)


def _remedy_failures(expected: Expectation, status: str, remedy: Remedy, zone: str) -> list[str]:
    failures = [] if remedy.status == status else [f"expected {remedy.kind} to be {status}, but it is {remedy.status}"]
    for wanted, found, words, is_end in (
        (expected.opens, remedy.opens, "open", False), (expected.closes, remedy.closes, "close", True),
    ):  # fmt: skip
        if wanted is not None and not is_at(found, wanted, zone, is_end=is_end):
            at = shown(found, wanted, zone, is_end=is_end)
            failures.append(f"expected {remedy.kind} to {words} {wanted}, but that is {at}")
    if expected.amount and str(remedy.amount).replace(",", "") != money(expected.amount):
        failures.append(f"expected {expected.amount}, but the amount is {remedy.amount}")
    by = (*remedy.rules, *remedy.denied_by)
    if expected.by and expected.by.text not in by:
        failures.append(f"expected it to come by {expected.by}, but it does by {', '.join(by)}")
    wanted_terms = [
        return_words(expected.with_return),
        paid_by(expected.shipping.text) if expected.shipping else "",
        paid_back_to([name.text for name in expected.paid_to]),
        phrase(ONE_PER_ORDER) if expected.is_one_per_order else "",
    ]
    for words in wanted_terms:
        if words and words not in remedy.conditions:
            failures.append(f"expected that {words}, but the terms are: {'; '.join(remedy.conditions) or 'none'}")
    missing = _evidence_differences(expected, remedy.evidence_missing)
    return failures + [f"of {remedy.kind}, {words}" for words in missing]
