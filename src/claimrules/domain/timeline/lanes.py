"""A decision's remedies, duties, steps and windows → lanes. Re-shaping only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve

from claimrules.domain.deadline import Deadline, PossibleEnd
from claimrules.domain.decision import Decision
from claimrules.domain.decision_text import standing
from claimrules.domain.duties import Duty, DutyStatus
from claimrules.domain.duty_text import duty_standing
from claimrules.domain.remedy import Remedy
from claimrules.domain.step_times import StepTime
from claimrules.domain.terms import return_words
from claimrules.domain.timeline.shape import Lane, LaneKind
from claimrules.domain.timeline.standing import step_standing, window_standing
from claimrules.domain.verdicts import OPEN, UNAVAILABLE, UNDETERMINED, Status
from claimrules.speech.phrases import phrase

_BARRED = (Status.DENIED.word, UNAVAILABLE)
_DONE = (DutyStatus.DONE.word, DutyStatus.DONE_LATE.word)


def lanes_of(decision: Decision) -> tuple[Lane, ...]:
    """Return what opens and closes: remedies, duties, steps, then the windows that have a date."""
    found = (
        *(_remedy(remedy, decision) for remedy in decision.remedies),
        *(_duty(duty, decision) for duty in decision.duties),
        *(_step(step, decision) for step in decision.steps),
        *(_window(deadline, decision) for deadline in decision.deadlines if not deadline.is_empty),
    )
    listed = (lane for lane in found if lane.kind in {LaneKind.REMEDY, LaneKind.DUTY} or _has_place(lane))
    return tuple(_told_apart(listed))


def _has_place(lane: Lane) -> bool:
    """Tell whether a step or a window has a place in time: a date, or that it is open or will be."""
    dates = (lane.opens, lane.closes, lane.no_later_than, lane.opens_no_later_than)
    has_date = any(dates) or any(end.earliest for end in lane.possible)
    return has_date or (lane.kind is LaneKind.STEP and lane.is_settled)


def _told_apart(lanes: Iterable[Lane]) -> Iterator[Lane]:
    """Yield lanes with a key each; of several with one key, all but the first get their number."""
    seen: Counter[str] = Counter()
    for lane in lanes:
        seen[lane.key] += 1
        yield lane if seen[lane.key] == 1 else evolve(lane, key=f"{lane.key}.{seen[lane.key]}")


def _remedy(remedy: Remedy, decision: Decision) -> Lane:
    terms = "right" if remedy.is_right else "discretion"
    back = {True: ".with_return", False: ".without_return", None: ""}[remedy.with_return]
    return Lane(
        kind=LaneKind.REMEDY,
        key=f"remedy.{remedy.kind}.{terms}{back}",
        name=remedy.kind,
        title=_title(remedy, decision),
        actor="buyer",
        status="used in time" if remedy.is_used else remedy.status,
        standing=_without_zone(standing(remedy), decision),
        opens=remedy.opens,
        closes=remedy.closes,
        is_open_ended=remedy.is_open_ended,
        zone=decision.zone,
        no_later_than=remedy.no_later_than,
        possible=_possible(remedy, decision),
        is_settled=remedy.status != UNDETERMINED,
        is_barred=remedy.status in _BARRED,
        is_over_with=remedy.is_used or remedy.status not in OPEN,
        needs=remedy.needs,
    )


def _title(remedy: Remedy, decision: Decision) -> str:
    """Return a remedy's title; where several have one kind, with what tells them apart."""
    if sum(other.kind == remedy.kind for other in decision.remedies) == 1:
        return remedy.title
    terms = (return_words(remedy.with_return), "" if remedy.is_right else phrase("at the other side's discretion"))
    return ", ".join(filter(None, (remedy.title, *terms)))


def _possible(remedy: Remedy, decision: Decision) -> tuple[PossibleEnd, ...]:
    """Return the ends a remedy can have: those of its rule, where one rule alone gives it."""
    rules = [reason for reason in decision.reasons if reason.rule in remedy.rules]
    is_one = len(rules) == 1 and remedy.closes is None
    return rules[0].deadline.possible if is_one and rules[0].deadline else ()


def _duty(duty: Duty, decision: Decision) -> Lane:
    return Lane(
        kind=LaneKind.DUTY,
        key=f"duty.{duty.name}.{duty.rule}.{duty.actor}",
        name=duty.name,
        title=duty.title or duty.name,
        actor=duty.actor,
        status=duty.status,
        standing=_without_zone(duty_standing(duty), decision),
        opens=duty.opens,
        closes=duty.closes,
        is_open_ended=duty.deadline.is_open_ended,
        zone=decision.zone,
        no_later_than=duty.deadline.no_later_than,
        possible=duty.deadline.possible,
        done_at=duty.done_at,
        is_settled=duty.status != UNDETERMINED,
        is_over_with=duty.status in _DONE,
        needs=duty.needs,
    )


def _step(step: StepTime, decision: Decision) -> Lane:
    return Lane(
        kind=LaneKind.STEP,
        key=f"step.{step.name}",
        name=step.name,
        title=step.title or step.name,
        actor=step.actor,
        status=step.status,
        standing=_without_zone(step_standing(step), decision),
        opens=step.opens,
        closes=step.closes,
        is_open_ended=step.is_open_ended,
        zone=decision.zone,
        no_later_than=step.no_later_than,
        opens_no_later_than=step.opens_no_later_than,
        is_settled=step.status != UNDETERMINED,
        needs=step.needs,
    )


def _window(deadline: Deadline, decision: Decision) -> Lane:
    return Lane(
        kind=LaneKind.WINDOW,
        key=f"window.{deadline.name}",
        name=deadline.name,
        title=deadline.title or deadline.name,
        actor="",
        status=deadline.status,
        standing=_without_zone(window_standing(deadline), decision),
        opens=deadline.opens,
        closes=deadline.closes,
        is_open_ended=deadline.is_open_ended,
        zone=decision.zone,
        no_later_than=deadline.no_later_than,
        possible=deadline.possible,
        needs=deadline.needs,
    )


def _without_zone(words: str, decision: Decision) -> str:
    """Return words without the zone that the whole timeline is in."""
    return words.replace(f" ({decision.zone})", "")
