"""Decision → why, in plain text: rules, values read, exclusions, deadlines, citations."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from claimrules.domain.deadline import Deadline
from claimrules.domain.decision import Decision
from claimrules.domain.duties import Duty
from claimrules.domain.duty_text import duty_reasons
from claimrules.domain.printable import printable
from claimrules.domain.verdicts import LISTED, Reading, Reason, Status, Truth

_INDENT = "    "
_WIDTH = 100
_BARS = {Truth.YES: "bars", Truth.NO: "does not bar", Truth.UNKNOWN: "may bar"}


def explanation(decision: Decision) -> str:
    """Return why each rule came out as it did; rules that matter first."""
    order = (*LISTED, Status.NOT_APPLICABLE.word)
    reasons = sorted(decision.reasons, key=lambda reason: order.index(reason.status))
    lines = [f"{decision.title}: why, on {decision.at.isoformat()}"]
    for reason in reasons:
        lines += ["", *_reason(reason)]
        owed = [duty for duty in decision.duties if duty.rule == reason.rule]
        lines += [_INDENT + line for duty in owed for line in _duty(duty)]
    return "\n".join(printable(line) for line in lines)


def _reason(reason: Reason) -> Iterator[str]:
    yield f"{reason.rule}{_dash(reason.title)}: {reason.status.replace('_', ' ')}"
    for line in _why(reason):
        yield _INDENT + line


def _duty(duty: Duty) -> Iterator[str]:
    head, *reasons = duty_reasons(duty)
    yield head
    yield from (_INDENT + line for reason in reasons for line in _step(reason))


def _why(reason: Reason) -> Iterator[str]:
    yield from map(reading_words, reason.readings)
    for exclusion in reason.barred_by:
        yield f"exclusion {exclusion.exclusion}{_dash(exclusion.title)}: {_BARS[exclusion.truth]} {exclusion.bars}"
        yield from (_INDENT + reading_words(reading) for reading in exclusion.readings)
        yield from (f"{_INDENT}cites {citation}" for citation in exclusion.citations)
    if reason.deadline is not None:
        yield from (line for step in reason.deadline.steps for line in _step(str(step)))
        yield from time_words(reason.deadline)
    yield from (f"cites {citation}" for citation in reason.citations)


def time_words(deadline: Deadline) -> Iterator[str]:
    """Return when a statement opens and closes."""
    if deadline.opens is not None:
        yield f"· opens {deadline.opens.isoformat()}"
    if deadline.closes is not None:
        yield f"· closes {deadline.closes.isoformat()}: the last day is {deadline.last_day}"
    if deadline.needs:
        yield f"· the time depends on: {', '.join(deadline.needs)}"


def _step(step: str) -> list[str]:
    """Return a step of a deadline on lines of a moderate width."""
    return wrap(
        step, _WIDTH, initial_indent="· ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def _dash(title: str) -> str:
    return f" — {title}" if title else ""


def reading_words(reading: Reading) -> str:
    """Return a condition with how it came out, and the values that were read."""
    values = ", ".join(f"{name}: {value}" for name, value in reading.values)
    return f"[{reading.truth.value}] {reading.text}" + (f"  ({values})" if values else "")
