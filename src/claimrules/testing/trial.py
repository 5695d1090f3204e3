"""What one check tries: a claim, and the small changes to it under which the answer must stay in order."""

from __future__ import annotations

from datetime import timedelta, timezone
from functools import cached_property
from typing import Any, Final

from attrs import field, frozen
from hypothesis import strategies as st

from claimrules.core.denote import Denotation
from claimrules.core.expr import NOW
from claimrules.domain.facts import Facts
from claimrules.domain.instants import at_zone, micros
from claimrules.domain.types import NEVER
from claimrules.testing.drawn import DrawnClaim, leaves, nested
from claimrules.testing.probe import Probe
from claimrules.testing.strategies import drawn_claims, is_plausible

_SECOND: Final = 1_000_000
_DAY: Final = 86_400_000_000
_STEPS: Final = (1, _SECOND, 3600 * _SECOND, _DAY, 29 * _DAY, 366 * _DAY)
_OFFSETS: Final = (-720, -570, -1, 0, 345, 540, 840)


@frozen(slots=False)
class Trial:
    """A claim, a later instant before which nothing else happens, an event to move, a fact to leave out.

    Args:
        later: an instant of decision with no event after `claim.at` and at or before it.
        event: the name of an event that happened, or nothing.
        moved: when it happens instead, later.
        gap: the path of a fact that is given, or nothing.
        offset: another offset from UTC, in minutes.
    """

    probe: Probe = field(repr=False)
    claim: DrawnClaim
    later: int
    event: str
    moved: int
    gap: tuple[str, ...]
    offset: int

    def _repr_pretty_(self, printer: Any, _is_cycle: bool) -> None:
        """Print only the claim: Hypothesis would go through the whole plan."""
        printer.text(repr(self.claim))

    @property
    def at(self) -> int:
        """The instant of decision."""
        return micros(self.claim.at)

    @cached_property
    def facts(self) -> Facts:
        """The facts as the engine reads them."""
        return self.probe.read(self.claim.facts)

    @cached_property
    def now(self) -> Denotation:
        """The plan, computed for the claim."""
        return self.probe.run(self.claim.facts, self.at)

    @cached_property
    def afterwards(self) -> Denotation:
        """The same at the later instant."""
        return self.probe.run(self.claim.facts, self.later)

    @property
    def zone(self) -> str:
        """Where days begin and end."""
        return self.probe.zone(self.now)

    def with_event_moved(self) -> dict[str, Any]:
        """Return the facts, one event later."""
        return nested({**leaves(self.claim.facts), ("events", self.event): at_zone(self.moved, "UTC").isoformat()})

    def without_the_gap(self) -> dict[str, Any]:
        """Return the facts without one of them."""
        return nested({path: value for path, value in leaves(self.claim.facts).items() if path != self.gap})

    def written_elsewhere(self) -> dict[str, Any]:
        """Return the facts, every instant with another offset from UTC."""
        zone = timezone(timedelta(minutes=self.offset))
        values = leaves(self.claim.facts)
        for name, value in self.facts.values.items():
            path = ("events", name)
            if "T" in str(values.get(path) or ""):
                values[path] = at_zone(int(value), "UTC").astimezone(zone).isoformat()
        return nested(values)


@st.composite
def trials(draw: st.DrawFn, probe: Probe) -> Trial:
    """Return trials of a ruleset."""
    claim = draw(drawn_claims(probe))
    values = leaves(claim.facts)
    read = probe.read(claim.facts).values
    happened = {path[1]: int(read[path[1]]) for path, value in values.items() if path[0] == "events" and value}
    instants = {name: instant for name, instant in happened.items() if "T" in values["events", name]}
    event = draw(st.sampled_from([*instants] or [""]))
    moved = _moved(draw, probe, claim, event, instants.get(event, 0))
    gap = draw(st.sampled_from([*values] or [()]))
    later = _later(draw, probe, claim, sorted(happened.values()))
    return Trial(probe, claim, later, event, moved, gap, draw(st.sampled_from(_OFFSETS)))


def _moved(draw: st.DrawFn, probe: Probe, claim: DrawnClaim, event: str, instant: int) -> int:
    """Return a later instant for an event: after some time, or at what it is compared with."""
    edges = [edge for edge in probe.edges(event, probe.run(claim.facts, 0)) if edge > instant and is_plausible(edge)]
    return draw(st.sampled_from([*(instant + step for step in _STEPS), *edges[-len(_STEPS) :]]))


def _later(draw: st.DrawFn, probe: Probe, claim: DrawnClaim, happened: list[int]) -> int:
    """Return a later instant, at an edge where there is one, before the next event."""
    at = micros(claim.at)
    most = min([instant for instant in happened if instant > at], default=NEVER) - 1
    edges = [edge + near for edge in probe.edges(NOW.name, probe.run(claim.facts, at)) for near in (0, -1)]
    found = [edge for edge in (*edges, *(at + step for step in _STEPS)) if at < edge <= most and is_plausible(edge)]
    return draw(st.sampled_from(found)) if found else at
