"""A deadline that hangs on facts of few values → every end there can be, each with the values that lead to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from itertools import product
from math import prod
from typing import Any

from claimrules.core.expr import NOW
from claimrules.core.plan import TimePlan
from claimrules.domain.calendars import every_place
from claimrules.domain.carriers import ZONES, all_zones, place_code
from claimrules.domain.deadline import PossibleEnd
from claimrules.domain.instants import at_zone, just_before
from claimrules.domain.types import ALWAYS, NEVER, Boolean, Choice, Place, Zone
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.reference import evaluate

#: So many combinations of values are tried; beyond that the bounds must do.
MOST = 5_000


def possible_ends(time: TimePlan, needs: Sequence[str], answers: Answers) -> tuple[PossibleEnd, ...]:
    """Return the ends over all values of the missing facts; none when one of these can have any number of values."""
    choices = [_values(name, time, answers) for name in needs]
    if not needs or not all(choices) or prod(map(len, choices)) > MOST:
        return ()
    found: dict[tuple[date | None, bool], list[tuple[datetime | None, tuple[str, ...]]]] = defaultdict(list)
    for combination in product(*choices):
        closes = _closes(time, dict(zip(needs, (code for _, code in combination), strict=True)), answers)
        last = just_before(closes).date() if closes else None
        found[last, closes is not None].append((closes, tuple(name for name, _ in combination)))
    sizes = {fact: len(choice) for fact, choice in zip(needs, choices, strict=True)}
    ends = [_end(last, outcomes, sizes) for (last, _), outcomes in found.items()]
    return tuple(sorted(ends, key=lambda end: (end.last is None, end.last or date.min)))


def _closes(time: TimePlan, values: dict[str, int | bool], answers: Answers) -> datetime | None:
    now, _ = answers.run(NOW)
    value, is_known = evaluate({**answers.facts.values, **values}, now)(time.closes.exact)
    zone = values.get(answers.plan.zone_fact or "")
    if not is_known or not ALWAYS < value < NEVER:
        return None
    return at_zone(value, answers.zone if zone is None else ZONES.value(zone))


def _end(
    last: date | None, outcomes: list[tuple[datetime | None, tuple[str, ...]]], sizes: dict[str, int]
) -> PossibleEnd:
    instants = [closes for closes, _ in outcomes if closes is not None]
    columns = zip(*(names for _, names in outcomes), strict=True)
    named = {fact: tuple(dict.fromkeys(names)) for fact, names in zip(sizes, columns, strict=True)}
    when = tuple((fact, names if len(names) < sizes[fact] else ("any",)) for fact, names in named.items())
    return PossibleEnd(last, min(instants, default=None), max(instants, default=None), when)


def _values(name: str, time: TimePlan, answers: Answers) -> list[tuple[str, Any]]:
    """Return the values a fact can have, each by name and as it is carried; none where they cannot be listed."""
    match answers.plan.vocabulary[name].type:
        case Boolean():
            return [("no", False), ("yes", True)]
        case Choice(names):
            return [(value, place) for place, value in enumerate(names)]
        case Zone():
            return [(zone, ZONES.code(zone)) for zone in all_zones()]
        case Place():
            return [(place, place_code(place)) for place in (time.convention.among or every_place())]
        case _:
            return []
