"""What a decision says of its windows × the oracle's answers → what is wrong with it, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from attrs import evolve

from claimrules.domain.deadline import Deadline, PossibleEnd
from claimrules.domain.decision import Decision
from tests.oracle.answer import Answer
from tests.oracle.dated import dated
from tests.oracle.instants import ALWAYS, NEVER, Instant, local_day, to_instant
from tests.oracle.interval import Interval
from tests.oracle.periods import Clock
from tests.oracle.policy import Policy
from tests.oracle.world import World

#: A window that closes nowhere is listed without a day.
_NO_DAY = None


def wrong_windows(decision: Decision, answer: Answer) -> list[str]:
    """Return what differs when every fact is known; an empty window is shown in several ways, which does not matter."""
    found = []
    for deadline in decision.deadlines:
        interval = answer.windows.get(deadline.name)
        if interval is not None and not interval.is_empty:
            found += [f"window {deadline.name}: {words}" for words in _unequal(deadline, interval)]
    return found


def _unequal(deadline: Deadline, interval: Interval) -> list[str]:
    pairs: dict[str, tuple[object, object]] = {
        "opens": _openings(deadline.opens, interval.opens),
        "closes": (_closing(deadline.closes), interval.closes),
        "nominal end": (deadline.nominal_end, _last_day(interval.counted, deadline.zone)),
        "effective end": (deadline.effective_end, _last_day(interval.closes, deadline.zone)),
    }
    return [f"{what} is {said}, the oracle says {is_so}" for what, (said, is_so) in pairs.items() if said != is_so]


def _openings(moment: datetime | None, opens: Instant) -> tuple[Instant | None, Instant | None]:
    """Return both openings; the engine shows none for one that was always and one that waits for an event alike."""
    return None if moment is None else to_instant(moment), None if opens in {ALWAYS, NEVER} else opens


def _closing(moment: datetime | None) -> Instant:
    return NEVER if moment is None else to_instant(moment)


def _last_day(closes: Instant, zone: str) -> date | None:
    return _NO_DAY if isinstance(closes, float) else date.fromordinal(int(local_day(closes - 1, zone)))


def broken_windows(decision: Decision, answers: Iterable[tuple[World, Answer]]) -> list[str]:
    """Return what is said for certain of a window's ends although some way of filling in what is missing denies it."""
    said = {deadline.name: deadline for deadline in decision.deadlines}
    found: set[str] = set()
    for world, answer in answers:
        for name, interval in answer.windows.items():
            if name in said and not interval.is_empty:
                found |= {f"window {name}: {words}" for words in _broken(said[name], interval, world)}
    return sorted(found)


def _broken(deadline: Deadline, interval: Interval, world: World) -> list[str]:
    found = []
    if deadline.opens is not None and to_instant(deadline.opens) != interval.opens:
        found.append(f"it is said to open {deadline.opens}, but may open {interval.opens}")
    if deadline.closes is not None and to_instant(deadline.closes) != interval.closes:
        found.append(f"it is said to close {deadline.closes}, but may close {interval.closes}")
    if deadline.is_open_ended and interval.closes != NEVER:
        found.append(f"it is said to be open-ended, but may close {interval.closes}")
    if deadline.no_later_than is not None and interval.closes > to_instant(deadline.no_later_than):
        found.append(f"it is said to close {deadline.no_later_than} at the latest, but may close {interval.closes}")
    if deadline.possible and not any(_is_the_one(end, interval, world) for end in deadline.possible):
        found.append(f"it may close {interval.closes} in {_told(deadline, world)}, which is none of its possible ends")
    return found


def _told(deadline: Deadline, world: World) -> dict[str, object]:
    return {fact: world[fact] for end in deadline.possible for fact, _ in end.when}


def _is_the_one(end: PossibleEnd, interval: Interval, world: World) -> bool:
    """Tell whether a possible end is the one of a world: its facts are those, and so is its instant."""
    if not all(values == ("any",) or _named(world[fact]) in values for fact, values in end.when):
        return False
    if end.earliest is None or end.latest is None:
        return interval.closes == NEVER
    return to_instant(end.earliest) <= interval.closes <= to_instant(end.latest)


def _named(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def unreached_ends(decision: Decision, known: World, policy: Policy) -> list[str]:
    """Return the possible ends that are not those of the values they are listed for, where one fact alone is missing."""
    found = []
    for deadline in decision.deadlines:
        for end in deadline.possible:
            if len(end.when) == 1 and deadline.name in policy.windows:
                found += _unreached(end, deadline.name, known, policy)
    return found


def _unreached(end: PossibleEnd, name: str, known: World, policy: Policy) -> list[str]:
    ((fact, values),) = end.when
    if set(policy.facts_read) - set(known.values) != {fact}:
        return []
    worlds = [evolve(known, values={**known.values, fact: _value(value)}) for value in values[:3] if value != "any"]
    held = [(world, dated(policy, world)) for world in worlds]
    ends = [(world, Clock(then, world).window(then.windows[name])) for world, then in held]
    return [
        f"window {name} closes {interval.closes} for {fact} {world[fact]}, not in {end.earliest} to {end.latest}"
        for world, interval in ends
        if not interval.is_empty and not _is_the_one(end, interval, world)
    ]


def _value(name: str) -> object:
    return {"yes": True, "no": False}.get(name, name)
