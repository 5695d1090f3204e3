"""Random claims: facts drawn close to the edges of a ruleset's windows, and instants of decision right on them.

Everything is drawn from one `Random`, which is fast and even; simplest.py takes the place of shrinking.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Any, Final
from zoneinfo import ZoneInfo

from attrs import frozen

from claimrules.diagnostics.diagnostic import FactsError
from claimrules.domain.types import (
    Boolean,
    Choice,
    Country,
    Event,
    FactDeclaration,
    MoneyType,
    Number,
    Place,
    SetOf,
    Zone,
)
from claimrules.testing.run import facts_of
from tests.agreement.documents import leaves, nested, written
from tests.oracle.dated import dated
from tests.oracle.instants import DAY, HOUR, MINUTE, SECOND, day_start, local_day, to_datetime, to_instant
from tests.oracle.periods import Clock
from tests.oracle.subject import Subject

#: The days around which claims are set: summer time begins and ends in Los Angeles, months of all lengths end.
_NOONS: Final = [
    to_instant(datetime.fromisoformat(f"{day}T12:00-08:00"))
    for day in ("2026-03-07", "2026-03-08", "2026-10-31", "2026-11-01", "2027-01-31", "2028-02-28", "2026-06-15")
]
_OFFSETS: Final = [timezone(timedelta(hours=hours)) for hours in (-8, 0, 5.75, 9)]
_NEXT_TO: Final = [-DAY, -SECOND, -1, 0, 0, 0, 1, SECOND, DAY]
_SIZES: Final = {
    "24-hour day": DAY, "business day": DAY, "half-month": 15 * DAY, "half-year": 182 * DAY, "minute": MINUTE, "hour": HOUR, "day": DAY, "week": 7 * DAY, "month": 30 * DAY, "quarter": 91 * DAY,
}  # fmt: skip
_ZONES: Final = ("America/Los_Angeles", "Asia/Seoul", "America/Havana", "Europe/Berlin", "Pacific/Kiritimati")
_PLACES: Final = ("KR", "US", "DE-BY", "DE-BE", "CN", "IL", "AE")
_ONLY_A_DAY: Final = 0.15
_CENTS: Final = [0, 1, 999, 1000, 1001, 1999, 2000, 2001, 12_345]


@frozen
class Drawn:
    """A claim as drawn: its facts as nested data, and the instant of decision."""

    document: dict[str, Any]
    at: datetime


def random_claim(subject: Subject, random: Random) -> Drawn:
    """Draw a claim of which every fact that the ruleset reads is given, by chance or much like one of its cases."""
    drawn = _by_chance(subject, random)
    if subject.ruleset.cases and random.random() < 0.6:
        try:
            return _like_a_case(subject, drawn, random)
        except FactsError:  # the two do not go together, as when an event would be before one it cannot be before
            return drawn
    return drawn


def _like_a_case(subject: Subject, drawn: Drawn, random: Random) -> Drawn:
    """Return a case's claim, most of it, with what it leaves open as drawn by chance."""
    case = random.choice(subject.ruleset.cases)
    given = leaves(facts_of(case, subject.ruleset))
    given.pop(("events_complete",), None)
    changed = set(random.sample(sorted(given), random.choice([0, 0, 1, 2])))
    kept = {path: value for path, value in given.items() if path not in changed}
    others = {
        path: None if path[0] == "events" and path not in changed else value
        for path, value in leaves(drawn.document).items()
    }
    document = nested({**others, **kept})
    edges = _edges(subject, document, to_instant(case.at)) or [to_instant(case.at)]
    instants = [to_instant(case.at), random.choice(edges) + random.choice(_NEXT_TO)]
    return Drawn(document, to_datetime(random.choice(instants)))


def _by_chance(subject: Subject, random: Random) -> Drawn:
    read = subject.policy.facts_read
    noon = random.choice(_NOONS)
    values = {name: _value(fact, random) for name, fact in read.items() if not isinstance(fact.type, Event)}
    offset = random.choice(_OFFSETS)
    zone = _zone(subject, values)
    instants = _instants(subject, noon, zone, random)
    events = {name: _told(instant, offset, zone, random) for name, instant in instants.items()}
    document = nested({read[name].path: value for name, value in {**values, **events}.items()})
    edges = _edges(subject, document, noon + random.randint(-5, 40) * DAY)
    at = noon + random.randint(-DAY, 130 * DAY)
    if edges and random.random() < 0.7:
        at = random.choice(edges) + random.choice(_NEXT_TO)
    return Drawn(document, to_datetime(at))


def _zone(subject: Subject, values: Mapping[str, Any]) -> str:
    fact = subject.policy.head.timezone_fact
    return str(values[fact.text]) if fact else subject.policy.zone


def _told(instant: int | None, offset: timezone, zone: str, random: Random) -> str | None:
    """Return how an instant is given: with an offset from UTC, or only its day."""
    if instant is None:
        return None
    is_only_a_day = random.random() < _ONLY_A_DAY
    return (
        to_datetime(instant).astimezone(ZoneInfo(zone)).date().isoformat()
        if is_only_a_day
        else written(instant, offset)
    )


def _value(fact: FactDeclaration, random: Random) -> Any:
    match fact.type:
        case Boolean():
            return random.random() < 0.5
        case Choice(names):
            return random.choice(names)
        case SetOf(names):
            return random.sample(names, random.randint(0, len(names)))
        case Number(lowest, highest):
            return random.randint(max(lowest, 0), min(highest, 4))
        case MoneyType():
            return f"{random.choice(_CENTS) / 100:.2f} USD"
        case Zone():
            return random.choice(_ZONES)
        case Place():
            return random.choice(_PLACES)
        case Country():
            return random.choice(["BR", "RU", "KR"])
    return random.choice(["A", "BR", "RU", "KR"])


def _instants(subject: Subject, noon: int, zone: str, random: Random) -> dict[str, int | None]:
    """Draw when each event happened, if it did: a length of time after another event, or some time."""
    read = subject.policy.facts_read
    events = {name: fact for name, fact in read.items() if isinstance(fact.type, Event)}
    drawn: dict[str, int | None] = {}
    for name in sorted(events, key=lambda name: (_depth(name, subject), random.random())):
        anchors = [noon, *(instant for instant in drawn.values() if instant is not None)]
        instant = _instant(subject, anchors, zone, random) if random.random() < 0.7 else None
        earliest = [drawn.get(other) for other in events[name].never_before]
        floor = max((instant for instant in earliest if instant is not None), default=-math.inf)
        is_right = instant is None or instant >= floor
        drawn[name] = instant if is_right else int(floor) + random.choice([0, 1, HOUR, 5 * DAY])
    return drawn


def _depth(name: str, subject: Subject) -> int:
    return max((1 + _depth(other, subject) for other in subject.policy.scope.facts[name].never_before), default=0)


def _instant(subject: Subject, anchors: list[int], zone: str, random: Random) -> int:
    """Draw an instant: an anchor or a length of time from it, next to that or at the beginning of its day, or any."""
    anchor = random.choice(anchors)
    length, unit = random.choice([(0, "hour"), (1, "day"), *subject.sampler.durations])
    near = anchor + random.choice([-1, 0, 0, 1, 1]) * length * _SIZES.get(unit, 365 * DAY)
    if random.random() < 0.4:
        near = int(day_start(local_day(near, zone), zone))
    return near + (random.choice(_NEXT_TO) if random.random() < 0.5 else random.randint(-9, 9) * HOUR)


def _edges(subject: Subject, document: Mapping[str, Any], at: int) -> list[int]:
    """Return where windows, rules and steps open and close, and when events happen."""
    world = subject.world(document, to_datetime(at))
    known, policy = world.values, dated(subject.policy, world)
    clock = Clock(policy, world)
    intervals = [clock.window(window) for window in policy.windows.values()]
    intervals += [clock.clauses(node.time) for node in (*policy.rules, *policy.steps)]
    happened = [known[name] for name, fact in subject.policy.facts_read.items() if isinstance(fact.type, Event)]
    edges = {edge for interval in intervals for edge in (interval.opens, interval.closes)} | set(happened)
    return sorted(int(edge) for edge in edges if math.isfinite(edge))
