"""Step times → what changes first if nothing else happens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from claimrules.domain.instants import closing_words, opening_words
from claimrules.domain.next_action import Silence
from claimrules.domain.step_times import StepTime
from claimrules.domain.urgency import CLOSE


def is_close(by: datetime | None, at: datetime) -> bool:
    """Tell whether an end is close at an instant that lies before it."""
    return by is not None and by - at < CLOSE


def silence(recommended: str, steps: Sequence[StepTime], zone: str) -> Silence | None:
    """Return what follows the recommended step while nothing else happens.

    A step further up the ladder takes its place when it opens. Where its own time is over before, the last step that is
    open then does; with one of which that is not known, nothing can be told.

    Args:
        recommended: the name of the step.
        steps: those that are open, coming, or may be, in the order of the ladder.
        zone: where instants are shown.
    """
    place = next((index for index, step in enumerate(steps) if step.name == recommended), None)
    if place is None:
        return None
    own, later = steps[place], steps[place + 1 :]
    openings = [step.opens for step in later if step.opens is not None and step.status != "open"]
    ends = [own.closes] if own.closes is not None else []
    if not (openings or ends):
        return None
    at = min(openings + ends)
    return _then(at, [step for step in steps if step is not own or step.closes != at], zone, is_end=at not in openings)


def _then(at: datetime, steps: Sequence[StepTime], zone: str, *, is_end: bool) -> Silence | None:
    open_then = [is_open_at(step, at) for step in steps]
    if None in open_then:
        return None
    found = [step for step, is_open in zip(steps, open_then, strict=True) if is_open]
    when = f"{closing_words(at) if is_end else opening_words(at)} ({zone})"
    last = found[-1] if found else None
    return Silence(at, when, step=last.name, title=last.title, actor=last.actor) if last else Silence(at, when)


def is_open_at(step: StepTime, at: datetime) -> bool | None:
    """Tell whether a step is open at a later instant while nothing else happens; None where that is not known."""
    if step.status == "undetermined" or (step.closes is None and not step.is_open_ended):
        return None
    if step.status != "open" and step.opens is None:
        return False if step.awaits else None
    is_begun = step.status == "open" or (step.opens is not None and step.opens <= at)
    return is_begun and (step.closes is None or at < step.closes)
