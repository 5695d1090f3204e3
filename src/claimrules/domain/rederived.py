"""An explanation alone → the status of each remedy, worked out again from its leaves: the truths of conditions and times."""

from __future__ import annotations

from collections.abc import Iterable

from claimrules.domain.explanation import Explanation, WhyExclusion, WhyRule
from claimrules.domain.verdicts import UNAVAILABLE, UNDETERMINED, Granted, Status, Truth

#: How far something comes, as truths: it concerns the claim, is granted, can still come, is available.
_Stages = tuple[Truth, Truth, Truth, Truth]


def rederived(explanation: Explanation) -> dict[Granted, str]:
    """Return the status that the leaves of an explanation give each remedy; no verdict that it states is read."""
    in_force = {True: Truth.YES, False: Truth.NO, None: Truth.UNKNOWN}[explanation.in_force]
    return {
        remedy.remedy: _status(_furthest([_stages(rule, in_force) for rule in remedy.rules]))
        for remedy in explanation.remedies
    }


def _stages(rule: WhyRule, in_force: Truth) -> _Stages:
    time = rule.time
    concerns = _all([in_force, *(reading.truth for reading in rule.conditions), _not(time.is_empty)])
    granted = _all([concerns, _not(_any(map(_bars, rule.excluded_by)))])
    coming = _all([granted, _any([_not(time.closed), time.acted])])
    available = _all([granted, _any([_all([time.opened, _not(time.closed)]), time.acted])])
    return concerns, granted, coming, available


def _bars(exclusion: WhyExclusion) -> Truth:
    """Return whether an exclusion bars: its conditions hold, and none of those that bear on it does."""
    holds = [reading.truth for reading in exclusion.conditions]
    return _all([*holds, _not(_any(map(_bars, exclusion.barred_by)))])


def _furthest(rules: list[_Stages]) -> _Stages:
    concerns, granted, coming, available = (_any(stage) for stage in zip(*rules, strict=True))
    return concerns, granted, coming, available


def _status(stages: _Stages) -> str:
    """Return the status: of the furthest stage that holds, if all that lies further is known not to."""
    _, _, coming, _ = stages
    reached = (Status.DENIED, Status.EXPIRED, Status.LATER, Status.AVAILABLE)
    for stage, status in zip(reversed(stages), reversed(reached), strict=True):
        if stage is Truth.UNKNOWN:
            return UNAVAILABLE if coming is Truth.NO else UNDETERMINED
        if stage is Truth.YES:
            return status.word
    return Status.NOT_APPLICABLE.word


def _not(truth: Truth) -> Truth:
    return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(truth, Truth.UNKNOWN)


def _all(truths: Iterable[Truth]) -> Truth:
    found = set(truths)
    return Truth.NO if Truth.NO in found else Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.YES


def _any(truths: Iterable[Truth]) -> Truth:
    return _not(_all(map(_not, truths)))
