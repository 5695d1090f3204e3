"""Condition × world → yes or no."""

from __future__ import annotations

import math
import operator
from typing import Any, Final

from claimrules.constructs.conditions.compare import Compare, FactOperand, LengthOperand, MoneyLiteral, NumberLiteral
from claimrules.constructs.conditions.connectives import Both, Either, Negation
from claimrules.constructs.conditions.happened import HappenedAfter, HappenedBefore, HappenedBetween
from claimrules.constructs.conditions.holds import Holds
from claimrules.constructs.conditions.values import Includes, Known, OneOf
from claimrules.constructs.moments.points import EventMoment
from claimrules.domain.money import digits
from tests.oracle.instants import HOUR, MINUTE, NEVER, Day, Point, event_point
from tests.oracle.policy import Policy
from tests.oracle.world import World

_SIGNS: Final = {
    "<": operator.lt, "<=": operator.le, "=": operator.eq, ">=": operator.ge, ">": operator.gt,
}  # fmt: skip


def event_moment(event: str, world: World, policy: Policy) -> Point:
    """Return when an event happens as a moment."""
    is_end_of_day, is_only_a_day = policy.is_end_of_day(event), event in world.only_days
    return event_point(world[event], policy.zone_in(world), is_end_of_day=is_end_of_day, is_only_a_day=is_only_a_day)


def minor_units(text: str) -> int:
    """Return money as written in its minor units: `12.50 USD` is 1250."""
    whole, _, decimals = text[:-3].strip().replace("_", "").partition(".")
    places = digits(text[-3:])
    return int(whole + decimals.ljust(places, "0")[:places])


def holds(node: Any, world: World, policy: Policy) -> bool:
    """Tell whether a condition holds."""
    match node:
        case Both(parts):
            return all(holds(part, world, policy) for part in parts)
        case Either(parts):
            return any(holds(part, world, policy) for part in parts)
        case Negation(part):
            return not holds(part, world, policy)
        case Compare(left, sign, right):
            return bool(_SIGNS[sign](_operand(left, world, policy), _operand(right, world, policy)))
        case HappenedAfter() | HappenedBefore() | HappenedBetween():
            return world.has_happened(node.name.text) and _is_placed(node, world, policy)
        case _:
            return _says(node, world, policy)


def _says(node: Any, world: World, policy: Policy) -> bool:
    match node:
        case Holds(name):
            value = world[name.text]
            return value if isinstance(value, bool) else world.has_happened(name.text)
        case OneOf(name, values):
            return not policy.within(name.text, world[name.text]).isdisjoint(value.text for value in values)
        case Includes(name, member):
            return member.text in world[name.text]
        case Known(name):
            return name.text in world.given
    raise TypeError(node)


def _is_placed(node: Any, world: World, policy: Policy) -> bool:
    """Tell whether an event lies as said to another event's instant, or to whole days."""
    name = node.name.text
    if not isinstance(node, HappenedBetween) and isinstance(node.point, EventMoment):
        own, other = _place(name, world, policy), _place(node.point.name.text, world, policy)
        return own > other if isinstance(node, HappenedAfter) else own < other
    day = day_of(name, world, policy)
    if isinstance(node, HappenedBetween):
        return node.first.toordinal() <= day <= node.last.toordinal()
    other = node.point.day.toordinal()
    return day > other if isinstance(node, HappenedAfter) else day < other


def _place(event: str, world: World, policy: Policy) -> tuple[int | float, bool]:
    """Return where an event lies on the line of time; one that ends its day goes before all else at its instant."""
    return world[event], not policy.is_end_of_day(event)


def day_of(event: str, world: World, policy: Policy) -> Day:
    """Return the local day of an event; one that ends its day belongs to the day just over."""
    return event_moment(event, world, policy).day


def _operand(node: Any, world: World, policy: Policy) -> int | float:
    match node:
        case NumberLiteral(value):
            return value
        case MoneyLiteral(text):
            return minor_units(text)
        case FactOperand(name):
            return world[name.text]
        case LengthOperand(unit, start, end):
            return _length(unit, start.text, end.text, world, policy)
    raise TypeError(node)


def _length(unit: str, start: str, end: str, world: World, policy: Policy) -> int | float:
    """Return whole units between two events: days by the calendar; hours and minutes elapsed, rounded down."""
    if NEVER in {world[start], world[end]}:
        return math.nan
    if unit == "day":
        return day_of(end, world, policy) - day_of(start, world, policy)
    return (world[end] - world[start]) // (HOUR if unit == "hour" else MINUTE)
