"""Where steps and windows stand, in one line each."""

from __future__ import annotations

from datetime import datetime

from claimrules.domain.deadline import Deadline
from claimrules.domain.deadline_text import people_say
from claimrules.domain.instants import closing_words, opening_words
from claimrules.domain.step_times import StepTime


def step_standing(step: StepTime) -> str:
    """Return a step's status with its time."""
    until = _until(step.closes, is_open_ended=step.is_open_ended, bound=step.no_later_than)
    match step.status:
        case "open":
            return f"{'to do next: ' if step.is_recommended else ''}open{until}"
        case "later":
            return f"not yet{_opening(step)}{until}"
        case _:
            return f"undetermined; if it comes to it, then{until}" if step.closes else "undetermined"


def window_standing(deadline: Deadline) -> str:
    """Return when a window opens and closes."""
    opening = f"from {opening_words(deadline.opens)}" if deadline.opens else ""
    if deadline.possible:
        ends = ", or ".join(people_say(end.last) if end.last else "none" for end in deadline.possible)
        return f"{opening}; its last day is one of: {ends}".removeprefix("; ")
    until = _until(deadline.closes, is_open_ended=deadline.is_open_ended, bound=deadline.no_later_than)
    return (opening + until).strip(" ;")


def _opening(step: StepTime) -> str:
    if step.opens:
        return f", from {opening_words(step.opens)}"
    if step.opens_no_later_than:
        return f", from {opening_words(step.opens_no_later_than)} at the latest"
    then = "; then" if step.closes else ""
    return f", it waits for: {' or '.join(step.awaits)}{then}" if step.awaits else ""


def _until(closes: datetime | None, *, is_open_ended: bool, bound: datetime | None) -> str:
    if closes:
        return f" until {closing_words(closes)}"
    if is_open_ended:
        return "; no closing time is set yet"
    latest = f", at the latest {closing_words(bound)}" if bound else ""
    return f"; until when is not known yet{latest}"
