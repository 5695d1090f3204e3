"""What cannot wait: the buyer's steps, remedies and duties whose time is nearly over, in the words that come first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Final

from attrs import evolve, frozen

from claimrules.domain.decision import Decision
from claimrules.domain.duties import DutyStatus
from claimrules.domain.layers import ruleset_words
from claimrules.domain.next_action import ActionKind, NextAction
from claimrules.domain.stack_decision import StackDecision
from claimrules.domain.verdicts import Status
from claimrules.speech.phrases import phrase, phrase_many

#: An end that is less than so far away is close: a weekend lies within it, and a calendar's first alarm comes then.
CLOSE: Final = timedelta(days=3)
_BUYER: Final = "buyer"
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@frozen
class _End:
    closes: datetime
    last_day: str
    title: str
    is_step: bool = False


def urgent_words(decision: Decision) -> Iterator[str]:
    """Yield a sentence for each end that is close, the nearest first."""
    return _sentences(decision.at, _ends(decision))


def urgent_words_of_stack(decision: StackDecision) -> Iterator[str]:
    """Yield a sentence for each end that is close in any layer, with the layer it is in."""
    ends = [
        evolve(
            end, title=phrase("{what} (under {layer})", what=end.title, layer=ruleset_words(layer.layer, layer.ruleset))
        )
        for layer in decision.decisions
        for end in _ends(layer.decision)
    ]
    return _sentences(decision.at, ends)


def _ends(decision: Decision) -> Iterator[_End]:
    yield from _of_step(decision.next_action)
    for remedy in decision.remedies:
        if remedy.status == Status.AVAILABLE.word and not remedy.is_used and remedy.closes is not None:
            yield _End(remedy.closes, remedy.last_day, remedy.title)
    for duty in decision.duties:
        if duty.status == DutyStatus.DUE.word and duty.actor == _BUYER and duty.closes is not None:
            yield _End(duty.closes, duty.last_day, duty.title)


def _of_step(action: NextAction) -> Iterator[_End]:
    if action.kind in {ActionKind.STEP, ActionKind.CLAIM} and action.actor == _BUYER and action.by is not None:
        yield _End(action.by, action.by_day, action.title or action.step, is_step=True)


def _sentences(at: datetime, ends: Iterable[_End]) -> Iterator[str]:
    """Yield one sentence for each instant; where a step ends with a remedy, the step is what is to be done."""
    near = (end for end in ends if timedelta(0) < _left(at, end.closes) < CLOSE)
    for closes, found in groupby(sorted(near, key=_instant), key=_instant):
        together = [*found]
        named = [end for end in together if end.is_step] or together
        titles = "; ".join(dict.fromkeys(end.title for end in named))
        left, day = left_words(_left(at, closes)), named[0].last_day
        yield phrase("Only {time} left, until {last_day}: {what}", time=left, last_day=day, what=titles)


def _instant(end: _End) -> datetime:
    return end.closes.astimezone(UTC)


def _left(at: datetime, closes: datetime) -> timedelta:
    return closes.astimezone(UTC) - at.astimezone(UTC)


def left_words(left: timedelta) -> str:
    """Return how much time is left, never more than there is: days and hours, or hours and minutes."""
    if left < _MINUTE:
        return phrase("less than a minute")
    days, hours, minutes = left // _DAY, left % _DAY // _HOUR, left % _HOUR // _MINUTE
    larger = phrase_many("{number} day", "{number} days", days) if days else ""
    smaller = phrase_many("{number} minute", "{number} minutes", minutes) if minutes and not days else ""
    middle = phrase_many("{number} hour", "{number} hours", hours) if hours else ""
    first, *then = filter(None, (larger, middle, smaller))
    return phrase("{larger} and {smaller}", larger=first, smaller=then[0]) if then else first
