"""Engine's decision × oracle's answers → what differs, in words; nothing when they agree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from claimrules.domain.decision import Decision
from claimrules.domain.next_action import ActionKind
from claimrules.domain.remedy import Remedy
from tests.oracle.answer import Answer, Key, Next, Standing
from tests.oracle.compare_duties import duty_contradictions, duty_differences
from tests.oracle.instants import ALWAYS, NEVER, Instant, to_instant
from tests.oracle.windows import wrong_windows

_RETURNS = {("the goods go back",): True, ("the goods are kept",): False}
_NOT_TO_BE_HAD = {"not_applicable", "denied", "expired"}


def key_of(remedy: Remedy) -> Key:
    """Return what tells a listed remedy from the others."""
    returns = [is_back for words, is_back in _RETURNS.items() if words[0] in remedy.conditions]
    return remedy.kind, remedy.is_right, returns[0] if returns else None


def differences(decision: Decision, answer: Answer) -> list[str]:
    """Return what differs when every fact is known: nothing may."""
    listed = {key_of(remedy): remedy for remedy in decision.remedies}
    found = [f"{len(decision.remedies) - len(listed)} remedies are listed twice"] * (
        len(listed) != len(decision.remedies)
    )
    for key in sorted({*listed, *answer.remedies}, key=str):
        if key not in listed or key not in answer.remedies:
            shown = listed[key].status if key in listed else "not listed"
            found.append(f"{key}: the engine says {shown}, the oracle {answer.status(key)}")
        else:
            found += [f"{key}: {words}" for words in _remedy(listed[key], answer.remedies[key])]
    found += [f"next: {words}" for words in _action(decision, answer.next)]
    return found + wrong_windows(decision, answer) + duty_differences(decision, answer)


def _remedy(remedy: Remedy, standing: Standing) -> list[str]:
    amount = remedy.amount.minor if remedy.amount else None
    expected = standing.amount.minor if standing.amount else None
    pairs = {
        "status": (remedy.status, standing.status),
        "opens": _openings(remedy.opens, standing.opens),
        "closes": (_closing(remedy.closes), standing.closes),
        "amount": (amount, expected),
        "rules": (frozenset(remedy.rules), standing.rules),
        "denied by": (frozenset(remedy.denied_by), standing.denied_by),
        "ceiling": (remedy.is_ceiling, standing.amount is not None and standing.amount.is_ceiling),
    }
    return _unequal(pairs)


def _action(decision: Decision, expected: Next) -> list[str]:
    action = decision.next_action
    pairs: dict[str, tuple[object, object]] = {"kind": (action.kind.value, expected.kind)}
    if action.kind is ActionKind.STEP:
        pairs |= {"step": (action.step, expected.step), "alternatives": (action.alternatives, expected.alternatives)}
    if action.kind in {ActionKind.STEP, ActionKind.WAIT}:
        pairs["by"] = (_closing(action.by), expected.by)
    return _unequal(pairs)


def _unequal(pairs: dict[str, tuple[object, object]]) -> list[str]:
    return [
        f"{what} is {engine}, the oracle says {oracle}" for what, (engine, oracle) in pairs.items() if engine != oracle
    ]


def _openings(moment: datetime | None, opens: Instant) -> tuple[Instant | None, Instant | None]:
    """Return both openings; the engine shows none for one that was always and one that waits for an event alike."""
    return None if moment is None else to_instant(moment), None if opens in {ALWAYS, NEVER} else opens


def _closing(moment: datetime | None) -> Instant:
    return NEVER if moment is None else to_instant(moment)


def contradictions(decision: Decision, answers: Iterable[Answer]) -> list[str]:
    """Return what the engine says for certain although some way of filling in the missing facts makes it otherwise.

    A status or a next action must come out the very same; the terms shown may come out better, never worse.
    """
    listed = {key_of(remedy): remedy.status for remedy in decision.remedies}
    found: list[str] = []
    for answer in answers:
        for key in sorted({*listed, *answer.remedies}, key=str):
            said, is_so = listed.get(key, "not_applicable"), answer.status(key)
            if not _allows(said, is_so):
                found.append(f"{key}: the engine says {said}, but it may be {is_so}")
        found += _broken_promise(decision, answer.next) + duty_contradictions(decision, answer)
        for remedy in decision.remedies:
            standing = answer.remedies.get(key_of(remedy))
            if standing is not None and remedy.status in {"available", "later"}:
                found += [f"{key_of(remedy)}: {words}" for words in _worse_terms(remedy, standing)]
    return sorted(set(found))


def _worse_terms(remedy: Remedy, standing: Standing) -> list[str]:
    """Return the terms of a remedy that were shown and come out worse; another rule may well better them."""
    found = []
    if remedy.opens is not None and to_instant(remedy.opens) < standing.opens:
        found.append(f"it is said to open {remedy.opens}, but may open only {standing.opens}")
    if remedy.closes is not None and standing.closes < to_instant(remedy.closes):
        found.append(f"it is said to close {remedy.closes}, but may close already {standing.closes}")
    if remedy.is_open_ended and standing.closes != NEVER:
        found.append(f"it is said to be open-ended, but may close {standing.closes}")
    if remedy.no_later_than is not None and standing.closes > to_instant(remedy.no_later_than):
        found.append(f"it is said to close {remedy.no_later_than} at the latest, but may close {standing.closes}")
    if remedy.amount is not None and (standing.amount is None or standing.amount.minor < remedy.amount.minor):
        found.append(f"it is said to be {remedy.amount}, but may be {standing.amount}")
    return found


def _allows(said: str, is_so: str) -> bool:
    if said == "undetermined":
        return True
    return is_so in _NOT_TO_BE_HAD if said == "unavailable" else is_so == said


def _broken_promise(decision: Decision, expected: Next) -> list[str]:
    """Tell a known next action from what it would be; the alternatives may depend on what is missing."""
    action = decision.next_action
    said = (action.kind.value, action.step if action.kind is ActionKind.STEP else "")
    is_so = (expected.kind, expected.step if expected.kind == "step" else "")
    if action.kind is ActionKind.ANSWER:
        return []
    if said != is_so or (action.kind is ActionKind.WAIT and _closing(action.by) != expected.by):
        return [f"next: the engine says {said} by {action.by}, but it may be {is_so} by {expected.by}"]
    return []
