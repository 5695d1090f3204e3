"""Claims at the edges of a ruleset: a Hypothesis strategy for facts, and for instants at which the answer may turn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta, timezone
from functools import lru_cache
from typing import Any, Final

from hypothesis import strategies as st

from claimrules.api import Ruleset
from claimrules.core.denote import Denotation
from claimrules.core.expr import NOW
from claimrules.deadlines.periods import ELAPSED
from claimrules.domain.instants import at_zone, micros
from claimrules.domain.types import NEVER, Event
from claimrules.domain.zones import day_start
from claimrules.testing.drawn import DrawnClaim, leaves, nested
from claimrules.testing.notable import notable_days
from claimrules.testing.probe import Probe, probe_of
from claimrules.testing.run import facts_of
from claimrules.testing.values import value_of

_SECOND: Final = 1_000_000
_DAY: Final = 86_400_000_000
#: An edge itself, the instant before it and after it, and so for a second and a day.
NEXT_TO: Final = (0, -1, 1, 0, -1, 1, -_SECOND, _SECOND, -_DAY, _DAY)
_HOURS: Final = (10, 0, 15, 24, 2, 23)
_OFFSETS: Final = (0, 9, -8, 5.75)
#: One fact in so many is not given, and one event in so many has not happened.
_GAPS, _NOT_YET = 12, 4
#: Of claims that are much like one of the ruleset's cases, one fact in so many is not the case's.
_CHANGED = 8
_FARTHEST: Final = 60
#: Where an event lies as to the first day of the claim.
_KINDS: Final = ("on the first day", "on a notable day", "later", "at another")
#: So many days off an edge, mostly none.
_OFF: Final = (0, 0, 0, 0, 0, 0, 30, -30)

Draw = st.DrawFn
Path = tuple[str, ...]


def claims(ruleset: Ruleset, *, complete: bool = False) -> st.SearchStrategy[DrawnClaim]:
    """Return claims drawn at the edges of a ruleset's own windows and amounts.

    Events lie on ends of months, leap days, days on which clocks change, holidays, and next to what the ruleset
    compares them with; numbers and money next to each number and amount that it names; the instant of decision next to
    an instant at which one of its windows opens or closes for these facts: at it, a microsecond, a second and a day
    before and after. Facts can be missing. Some claims are much like one of the ruleset's cases. Shrinks to few facts,
    on plain days.

    Args:
        ruleset: the ruleset to be tried.
        complete: every fact is given.
    """
    return drawn_claims(_probe(ruleset), complete=complete)


@lru_cache(maxsize=32)
def _probe(ruleset: Ruleset) -> Probe:
    return probe_of(ruleset)


@st.composite
def drawn_claims(draw: Draw, probe: Probe, *, complete: bool = False) -> DrawnClaim:
    """Return claims for a ruleset opened up."""
    case = draw(st.sampled_from([None, *probe.ruleset.cases]))
    like = leaves(facts_of(case, probe.ruleset)) if case else {}
    currency = probe.plan.currency or probe.read(nested(like)).currency or "USD"
    empty = _empty(probe)
    values: dict[Path, Any] = {}
    for fact in probe.facts:
        if not isinstance(fact.type, Event) and (complete or draw(st.integers(0, _GAPS)) > 0):
            keeps = fact.path in like and draw(st.integers(0, _CHANGED)) > 0
            values[fact.path] = like[fact.path] if keeps else draw(value_of(fact, probe, empty, currency))
    zone = probe.zone(probe.run(nested(values), 0))
    happened = _Events(draw, probe, zone, like).drawn(values, complete=complete)
    facts = nested({**values, **happened})
    instants = [micros(case.at)] if case else []
    return DrawnClaim(facts, at_zone(_instant(draw, probe, facts, zone, instants), zone))


@lru_cache(maxsize=32)
def _empty(probe: Probe) -> Denotation:
    """Return a run over no facts at all."""
    return probe.run({}, 0)


class _Events:
    """Draws when events happened: near a first day, near one another, and near what they are compared with."""

    def __init__(self, draw: Draw, probe: Probe, zone: str, like: dict[Path, Any]) -> None:
        self._draw, self._probe, self._zone, self._like = draw, probe, zone, like
        self._events = {fact.name: fact for fact in probe.facts if isinstance(fact.type, Event)}
        self._known = probe.read(nested(like)).values
        self._days = notable_days(zone, probe.calendars, _dates(probe))

    def drawn(self, values: dict[Path, Any], *, complete: bool) -> dict[Path, str | None]:
        """Return the events that are given, as JSON gives them; None for one that has not happened."""
        draw = self._draw
        day = self._notable_day()
        instants: dict[str, int | None] = {}
        for name in sorted(self._events, key=lambda name: (self._depth(name), name)):
            if complete or draw(st.integers(0, _GAPS)) > 0:
                instants[name] = self._happened(name, day, instants)
        self._move_to_edges(values, instants)
        return {self._events[name].path: self._written(name, instant) for name, instant in instants.items()}

    def _notable_day(self) -> date:
        return self._draw(st.sampled_from(self._draw(st.sampled_from(self._days))))

    def _happened(self, name: str, day: date, instants: dict[str, int | None]) -> int | None:
        """Return when an event happened, much like the case that is followed, or by chance."""
        if self._like and self._draw(st.integers(0, _CHANGED)) > 0:
            known = self._known.get(name, NEVER)
            return None if known == NEVER else int(known)
        return self._near(day, instants) if self._draw(st.integers(0, _NOT_YET)) > 0 else None

    def _depth(self, name: str) -> int:
        """Return how many events must come before one."""
        before = self._events[name].never_before if name in self._events else ()
        return max((1 + self._depth(other) for other in before), default=0)

    def _near(self, day: date, instants: dict[str, int | None]) -> int:
        """Return an instant on a first day or some days later, or at the same time as another event."""
        draw = self._draw
        others = [instant for instant in instants.values() if instant is not None]
        kind = draw(st.sampled_from(_KINDS))
        if kind == "at another" and others:
            return draw(st.sampled_from(others)) + draw(st.sampled_from(NEXT_TO))
        if kind == "on a notable day":
            day = self._notable_day()
        elif kind == "later":
            day += timedelta(days=draw(st.integers(1, _FARTHEST)))
        return day_start(day, self._zone) + draw(st.sampled_from(_HOURS)) * ELAPSED["hour"]

    def _move_to_edges(self, values: dict[Path, Any], instants: dict[str, int | None]) -> None:
        """Move some events next to what they are compared with; then put all in an order that can be."""
        self._put_in_order(instants)
        given = [name for name, instant in instants.items() if instant is not None]
        for _ in range(self._draw(st.integers(0, 2)) if given else 0):
            name = self._draw(st.sampled_from(given))
            edges = self._edges_of(name, values, instants)
            if edges:
                instants[name] = self._draw(st.sampled_from(edges)) + self._draw(st.sampled_from(NEXT_TO))
                self._put_in_order(instants)

    def _edges_of(self, name: str, values: dict[Path, Any], instants: dict[str, int | None]) -> list[int]:
        given = {self._events[other].path: self._exact(instant) for other, instant in instants.items()}
        edges = self._probe.edges(name, self._probe.run(nested({**values, **given}), 0))
        for first, last, unit, number in self._probe.lengths:
            sign, other = (1, first) if name == last else (-1, last)
            instant = instants.get(other)
            if name in {first, last} and instant is not None:
                edges += [instant + sign * (number + more) * ELAPSED.get(unit, _DAY) for more in (0, 1)]
        return [edge for edge in edges if is_plausible(edge)]

    def _put_in_order(self, instants: dict[str, int | None]) -> None:
        for name in sorted(instants, key=self._depth):
            own = instants[name]
            floors = [instants.get(other) for other in self._events[name].never_before]
            if own is not None:
                instants[name] = max([own, *(floor for floor in floors if floor is not None)])

    def _written(self, name: str, instant: int | None) -> str | None:
        """Return an event in ISO 8601, now and then with only its day."""
        if instant is None:
            return None
        if not self._others_before(name) and self._draw(st.integers(0, 9)) == 9:  # noqa: PLR2004  # one in ten
            return at_zone(instant, self._zone).date().isoformat()
        offset = self._draw(st.sampled_from(_OFFSETS))
        return at_zone(instant, "UTC").astimezone(timezone(timedelta(hours=offset))).isoformat()

    def _others_before(self, name: str) -> bool:
        return bool(self._events[name].never_before) or any(name in fact.never_before for fact in self._events.values())

    def _exact(self, instant: int | None) -> str | None:
        return None if instant is None else at_zone(instant, "UTC").isoformat()


@lru_cache(maxsize=32)
def _dates(probe: Probe) -> tuple[date, ...]:
    """Return the days that the ruleset names: written dates, and the first and last day it is in force."""
    edges: set[int] = set()
    run = _empty(probe)
    for fact in probe.facts:
        if isinstance(fact.type, Event):
            edges |= {edge for edge in probe.edges(fact.name, run) if is_plausible(edge)}
    found = {at_zone(edge, probe.zone(run)).date() for edge in edges}
    return tuple(sorted(found | {day for day in (probe.plan.in_force_from, probe.plan.in_force_until) if day}))


def is_plausible(instant: int) -> bool:
    """Tell whether an instant lies where events may: from 1970 to 2199, with room for a day around."""
    return 0 < instant < 7_226_000_000_000_000  # noqa: PLR2004  # the end of 2198


def _instant(draw: Draw, probe: Probe, facts: dict[str, Any], zone: str, instants: list[int]) -> int:
    """Return an instant of decision: next to an edge, to an event, or on any day."""
    run = probe.run(facts, 0)
    edges = [edge for edge in probe.edges(NOW.name, run) if is_plausible(edge)]
    base: Sequence[int] = [*edges, *instants] or [day_start(day, zone) for day in notable_days(zone, (), ())[0]]
    near = draw(st.sampled_from(base)) + draw(st.sampled_from(NEXT_TO))
    return near + draw(st.sampled_from(_OFF)) * _DAY
