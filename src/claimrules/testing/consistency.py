"""What must hold of the deadlines of every ruleset. Each property takes a trial and yields where it is broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from claimrules.core.denote import Denotation
from claimrules.core.expr import Expr
from claimrules.core.plan import RulePlan, TimePlan
from claimrules.diagnostics.diagnostic import FactsError
from claimrules.domain.instants import at_zone
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.domain.verdicts import Status
from claimrules.testing.direction import EITHER, WITH, clocks_agree, moves
from claimrules.testing.trial import Trial

Property = Callable[[Trial], Iterator[str]]
#: How far time has carried a rule that applies and is not barred.
_COURSE: Final = (Status.LATER, Status.AVAILABLE, Status.EXPIRED)


def opens_before_it_closes(trial: Trial) -> Iterator[str]:
    """Yield what opens when it is closed already."""
    for what, time in trial.probe.times:
        empty, opens, closes = (
            _known(trial.now, part) for part in (time.is_empty, time.opens.exact, time.closes.exact)
        )
        if empty is False and opens is not None and closes is not None and closes <= opens < NEVER:
            yield f"{what} `{time.name}` is not empty, but {_ends(trial, time)}"


def inside_is_inside(trial: Trial) -> Iterator[str]:
    """Yield rules whose status changes inside their window."""
    for rule in trial.probe.plan.rules:
        opens, closes = (_known(trial.now, side.exact) for side in (rule.time.opens, rule.time.closes))
        if opens is not None and closes is not None and opens <= trial.at <= trial.later < closes:
            old, new = _statuses(trial, rule)
            if old != new:
                yield f"rule `{rule.name}` is {_word(old)}, and {_word(new)} {_at(trial, trial.later)}, inside its window"


def never_back(trial: Trial) -> Iterator[str]:
    """Yield rules that leave the course of time."""
    for rule in trial.probe.plan.rules:
        old, new = _statuses(trial, rule)
        if old is None or new is None or old == new:
            continue
        if old not in _COURSE or new not in _COURSE or _COURSE.index(old) > _COURSE.index(new):
            yield f"rule `{rule.name}` is {_word(old)}, and {_word(new)} {_at(trial, trial.later)}"


def later_events_end_later(trial: Trial) -> Iterator[str]:
    """Yield ends that theorem T1 says cannot get earlier, and that do."""
    yield from _shortened(trial, {WITH})


def no_cliff(trial: Trial) -> Iterator[str]:
    """Yield ends that get earlier with a later event."""
    yield from _shortened(trial, {WITH, EITHER})


def _shortened(trial: Trial, ways: set[str]) -> Iterator[str]:
    """Yield what closes earlier with an event later, of the ends that move with it and otherwise only in these ways."""
    before, after = _around_the_move(trial)
    if before is None or after is None:
        return
    for what, time in trial.probe.times:
        end = time.closes.exact
        old, new = _known(before, end), _known(after, end)
        if old is None or new is None or new >= old or not _moves_with(end, trial.event, ways):
            continue
        if clocks_agree(end, before, after, trial.zone):
            moved = f"with `{trial.event}` later, {_at(trial, trial.moved)}"
            yield f"{what} `{time.name}` closes {_at(trial, old)}, but {moved}, it closes {_at(trial, new)}"


def _around_the_move(trial: Trial) -> tuple[Denotation | None, Denotation | None]:
    """Return two runs at one instant, by which the event has happened, at its first time and at the later one."""
    if not trial.event:
        return None, None
    now = max(trial.at, trial.moved)
    try:
        return trial.probe.run(trial.claim.facts, now), trial.probe.run(trial.with_event_moved(), now)
    except FactsError:  # the event would come after one that it cannot come after
        return None, None


def _moves_with(end: Expr, event: str, ways: set[str]) -> bool:
    found = {way for name, way in moves(end) if name == event}
    return WITH in found and found <= ways


def modifiers_only_lengthen(trial: Trial) -> Iterator[str]:
    """Yield modifiers that move an end the wrong way."""
    for what, time in trial.probe.times:
        for stage in time.stages:
            before, after = _known(trial.now, stage.before), _known(trial.now, stage.after)
            if before is None or after is None or before == after:
                continue
            if (after < before) != (stage.kind == "capped_at"):
                yield f"{what} `{time.name}`: `{stage.text}` moves its end from {_at(trial, before)} to {_at(trial, after)}"


def notation_is_nothing(trial: Trial) -> Iterator[str]:
    """Yield parts of the decision that go by how instants are written."""
    ruleset = trial.probe.ruleset
    here = ruleset.decide(trial.claim.facts, trial.claim.at).to_dict()
    there = ruleset.decide(trial.written_elsewhere(), trial.claim.at).to_dict()
    for part in here:
        if here[part] != there[part]:
            yield f"with every instant written at {trial.offset:+} minutes from UTC, `{part}` differs"


def bounds_hold(trial: Trial) -> Iterator[str]:
    """Yield ends outside the bounds they had while a fact was missing."""
    if not trial.gap or _is_asked_for(trial):
        return
    unknown = trial.probe.run(trial.without_the_gap(), trial.at)
    for what, time in trial.probe.times:
        for words, side in (("opens", time.opens), ("closes", time.closes)):
            value = _known(trial.now, side.exact)
            earliest, latest = unknown(side.earliest)[0], unknown(side.latest)[0]
            if value is not None and not earliest <= value <= latest:
                bounds = f"between {_at(trial, earliest)} and {_at(trial, latest)}"
                yield f"{what} `{time.name}` {words} {_at(trial, value)}, but without `{'.'.join(trial.gap)}` {bounds}"


def _is_asked_for(trial: Trial) -> bool:
    """Tell whether the fact left out has an assumed value, tells the zone, or is asked for with `is known`."""
    plan = trial.probe.plan
    fact = next(fact for fact in plan.vocabulary.values() if fact.path == trial.gap)
    conditions = [condition.text for rule in plan.rules for condition in rule.conditions]
    conditions += [condition.text for exclusion in plan.exclusions for condition in exclusion.conditions]
    texts = [*conditions, *(text for _, time in trial.probe.times for text in time.texts)]
    is_known = rf"\b{re.escape(fact.name)}\s+is\s+known\b"
    return fact.assumed is not None or fact.name == plan.zone_fact or any(re.search(is_known, text) for text in texts)


def _known(run: Denotation, expr: Expr) -> Any:
    value, is_known = run(expr)
    return value if is_known else None


def _statuses(trial: Trial, rule: RulePlan) -> tuple[Status | None, Status | None]:
    found = (_known(run, rule.status) for run in (trial.now, trial.afterwards))
    old, new = (None if value is None else Status(value) for value in found)
    return old, new


def _word(status: Status | None) -> str:
    return "undetermined" if status is None else status.word.replace("_", " ")


def _ends(trial: Trial, time: TimePlan) -> str:
    opens, closes = _known(trial.now, time.opens.exact), _known(trial.now, time.closes.exact)
    return f"opens {_at(trial, opens)} and closes {_at(trial, closes)}"


def _at(trial: Trial, instant: int) -> str:
    if not ALWAYS < instant < NEVER:
        return "never" if instant > 0 else "since ever"
    moment: datetime = at_zone(instant, trial.zone)
    return f"at {moment.isoformat()}"


#: What holds, in one sentence each, and what finds where it does not.
PROPERTIES: Final[Mapping[str, Property]] = {
    "What is not empty opens before it closes.": opens_before_it_closes,
    "A rule has one status at every instant inside its window, as long as nothing happens.": inside_is_inside,
    "A rule goes from later to available to expired and never back, as long as nothing happens.": never_back,
    "A later event never gives an earlier end, where no condition on it chooses between ends.": later_events_end_later,
    "An extension, a pause, a floor or a restart never shortens a window, and a cap never lengthens it.": modifiers_only_lengthen,
    "A fact that is added moves no end beyond the bounds there were without it.": bounds_hold,
    "The same instants in another zone's notation give the same decision.": notation_is_nothing,
}
#: What holds where no condition on an event chooses between ends that are counted from it.
NO_CLIFFS: Final[Mapping[str, Property]] = {
    "A later event never gives an earlier end, whatever conditions choose between ends.": no_cliff,
}
