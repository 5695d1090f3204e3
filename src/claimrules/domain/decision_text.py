"""Decision → plain text for people: what may be asked for, what to do next, what is unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from claimrules.domain.decision import Decision
from claimrules.domain.duty_text import duty_lines, duty_sections
from claimrules.domain.gaps import Unused
from claimrules.domain.instants import closing_words
from claimrules.domain.next_action import ActionKind, NextAction
from claimrules.domain.printable import joined, printable
from claimrules.domain.remedy import Remedy
from claimrules.domain.terms import Terms
from claimrules.domain.verdicts import OPEN


def summary(decision: Decision) -> str:
    """Return the decision in words, for a terminal of any width."""
    return "\n".join(printable(line) for line in _lines(decision))


def at_words(at: datetime) -> str:
    """Return an instant as people write it, with its offset."""
    offset = at.isoformat()[-6:]
    return f"{at:%A} {at.day} {at:%B %Y, %H:%M} (UTC{offset})"


def remedy_lines(remedy: Remedy) -> Iterator[str]:
    """Yield what is to be said of one remedy: standing and time first, then terms."""
    yield standing(remedy)
    if remedy.has_various_terms and remedy.status in OPEN:
        yield from map(_by_rule, remedy.terms)
    yield from (condition for condition in remedy.conditions)
    if remedy.evidence_missing:
        yield f"evidence still needed: {joined(remedy.evidence_missing)}"
    if not remedy.is_right:
        yield "at the other side's discretion, not a right"
    if remedy.needs:
        yield f"depends on: {', '.join(remedy.needs)}"


def origin_lines(remedy: Remedy) -> Iterator[str]:
    """Yield the rules a remedy comes by and where in which document each is written."""
    yield f"rule {', '.join(remedy.rules)}, from:"
    yield from (f"    {citation}" for citation in dict.fromkeys(map(str, remedy.citations)))


def standing(remedy: Remedy) -> str:
    """Return a remedy's status with its time, in one line."""
    until = f" until {remedy.last_day}" if remedy.last_day else ""
    match remedy.status:
        case "available":
            return f"available{until}" if until else f"available; {_no_end(remedy)}"
        case "later":
            return f"not yet{_opening(remedy)}{until}"
        case "expired":
            return f"expired: it was open{until}"
        case "denied":
            return f"denied by {', '.join(remedy.denied_by)}"
        case "unavailable":
            return "not to be had; the reason depends on what is still unknown"
        case _:
            return f"undetermined; if it can be had, then{until}" if until else "undetermined"


def _opening(remedy: Remedy) -> str:
    if remedy.opens:
        return f", from {at_words(remedy.opens)}"
    return f", it waits for: {' or '.join(remedy.awaits)}" if remedy.awaits else ""


def _no_end(remedy: Remedy) -> str:
    if remedy.is_open_ended:
        return "no closing time is set yet"
    bound = f", at the latest {closing_words(remedy.no_later_than)}" if remedy.no_later_than else ""
    return f"until when is not known yet{bound}"


def amount_words(given: Remedy | Terms) -> str:
    """Return the amount in words, or nothing."""
    return "" if given.amount is None else f"{'up to ' if given.is_ceiling else ''}{given.amount}"


def _by_rule(terms: Terms) -> str:
    """Return what one of several rules gives by itself."""
    until = f"until {terms.last_day}" if terms.last_day else "no closing time that is known"
    return f"by rule {terms.rule}: {', '.join(filter(None, (amount_words(terms), until)))}"


def _lines(decision: Decision) -> Iterator[str]:
    yield decision.title
    yield f"Decided for {at_words(decision.at)}"
    if decision.in_force is False:
        yield f"No version of this ruleset is in force for this order: {decision.why_version}."
    yield ""
    yield "What the buyer may ask for"
    for remedy in decision.remedies:
        amount = amount_words(remedy)
        yield f"  {remedy.title}{f', {amount}' if amount else ''}"
        yield from (f"      {line}" for line in (*remedy_lines(remedy), *origin_lines(remedy)))
    if not decision.remedies:
        yield "  Nothing under this ruleset."
    yield ""
    for heading, duties in duty_sections(decision.duties):
        yield heading
        yield from (f"  {line}" for duty in duties for line in duty_lines(duty))
        yield ""
    yield "What to do next"
    yield from (f"  {line}" for line in action_lines(decision.next_action))
    yield from _rest(decision)


def action_lines(action: NextAction) -> Iterator[str]:
    """Yield the next action: who does what, by when, with which evidence."""
    is_act = action.kind in {ActionKind.STEP, ActionKind.CLAIM}
    yield f"{f'{action.actor}: ' if is_act else ''}{action.title or action.step}"
    if action.text:
        yield f"    {action.text}"
    if action.by_day and is_act:
        yield f"    by {action.by_day}"
    if action.evidence_missing:
        yield f"    evidence still needed: {joined(action.evidence_missing)}"
    if action.alternatives:
        yield f"    also open: {', '.join(action.alternatives)}"


def unused_lines(found: tuple[Unused, ...]) -> list[str]:
    """Return what was given and not used, one line a reason."""
    by_help: dict[str, list[str]] = {}
    for unused in found:
        by_help.setdefault(unused.help, []).append(unused.path)
    return [f"{', '.join(paths)}: {help}".rstrip(": ") for help, paths in by_help.items()]


def _rest(decision: Decision) -> Iterator[str]:
    sections = (
        ("Still unknown", [f"{q.text} ({q.fact}: {q.choices})" for q in decision.questions]),
        ("Assumed", list(decision.assumptions)),
        ("Given, but not used", unused_lines(decision.unused)),
    )
    for heading, lines in sections:
        if lines:
            yield ""
            yield heading
            yield from (f"  {line}" for line in lines)
    if decision.version and decision.in_force is not False:
        yield ""
        yield f"By the version {decision.version}: {decision.why_version}."
    yield ""
    yield "This is information, not legal advice. `claimrules explain` says why, rule by rule."
