"""Decision → why, as a tree of plain text: rules, values read, exclusions, deadlines, citations."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.domain.decision import LISTED, Decision, Reading, Reason, Status
from claimrules.domain.printable import printable


def explanation(decision: Decision) -> str:
    """Return why each rule came out as it did; rules that matter first."""
    order = (*LISTED, Status.NOT_APPLICABLE.word)
    reasons = sorted(decision.reasons, key=lambda reason: order.index(reason.status))
    lines = [f"{decision.title}: why, on {decision.at.isoformat()}"]
    for reason in reasons:
        lines += ["", *_reason(reason, "")]
    return "\n".join(printable(line) for line in lines)


def _reason(reason: Reason, indent: str) -> Iterator[str]:
    title = f" — {reason.title}" if reason.title else ""
    yield f"{indent}{reason.rule}{title}: {reason.status.replace('_', ' ')}"
    inner = indent + "    "
    for reading in reason.readings:
        yield from _reading(reading, inner)
    for exclusion in reason.barred_by:
        yield from _reason(exclusion, inner)
    if reason.deadline is not None:
        yield from (f"{inner}· {step}" for step in reason.deadline.steps)
        if reason.deadline.needs:
            yield f"{inner}· the time depends on: {', '.join(reason.deadline.needs)}"
    yield from (f"{inner}cites {citation}" for citation in reason.citations)


def _reading(reading: Reading, indent: str) -> Iterator[str]:
    values = ", ".join(f"{name}: {value}" for name, value in reading.values)
    yield f"{indent}[{reading.truth.value}] {reading.text}" + (f"  ({values})" if values else "")
    for part in reading.parts:
        yield from _reading(part, indent + "    ")
