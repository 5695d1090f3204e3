"""`calendar`: the holidays of a place, with days that are closed, opened or worked besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import (
    Builder,
    Construct,
    Name,
    SyntaxTree,
    Words,
    children,
    nothing_to_check,
    quoted,
)  # fmt: skip
from claimrules.constructs.declarations.clauses import name_clause, only, title_of
from claimrules.constructs.literals import date_of
from claimrules.constructs.scope import Scope
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.calendars import WEEKDAYS, Calendar, days_left, is_place, places
from claimrules.text.span import Span

_OBSERVED = ("substitutes", "actual")
_CATEGORIES = (
    "public", "government", "bank", "optional", "school", "workday", "half_day", "unofficial", "mandatory", "de_facto",
    "armed_forces", "catholic", "christian", "hebrew", "hindu", "islamic", "orthodox", "protestant",
)  # fmt: skip
_LONGEST_SPAN = 366


@frozen
class Days:
    """Days of one clause, and why."""

    days: tuple[date, ...]
    why: str = ""


@frozen
class CalendarNode:
    """A calendar of one's own.

    Args:
        place, base: the place whose holidays it has, or the declared calendar it adds to.
        weekend, observed, categories: as written; empty where it follows its base.
    """

    name: Name
    title: Words
    place: Name | None
    base: Name | None
    closed: tuple[Days, ...]
    opened: tuple[Days, ...]
    worked: tuple[Days, ...]
    weekend: tuple[Name, ...]
    observed: Name | None
    categories: tuple[Name, ...]
    cites: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)


def _days(clause: Any, b: Builder) -> Days:
    listed: list[date] = []
    for part in clause.children[0].children:
        first, last = (date_of(token, b) for token in (part.children[0], part.children[-1]))
        length = (last - first).days
        if not 0 <= length <= _LONGEST_SPAN:
            b.collector.report("CR0305", "the days do not lie in order, within a year", b.span(part), "write: D to D")
            length = 0
        listed += [first + timedelta(days=n) for n in range(length + 1)]
    return Days(tuple(listed), quoted(clause.children[1]) if len(clause.children) > 1 else "closed")


def _clauses(tree: SyntaxTree, alias: str, b: Builder) -> tuple[Days, ...]:
    return tuple(_days(clause, b) for clause in children(tree, alias))


def _names(tree: SyntaxTree, alias: str, b: Builder) -> tuple[Name, ...]:
    clause = only(tree, alias, b)
    return tuple(map(b.name, clause.children[0].children)) if clause else ()


def _build(tree: SyntaxTree, b: Builder) -> CalendarNode:
    return CalendarNode(
        b.name(tree.children[0]),
        title_of(tree),
        name_clause(tree, "calendar_place", b),
        name_clause(tree, "calendar_base", b),
        _clauses(tree, "closed", b),
        _clauses(tree, "opened", b),
        _clauses(tree, "worked", b),
        _names(tree, "weekend", b),
        name_clause(tree, "observed", b),
        _names(tree, "categories", b),
        b.nodes(children(tree, "cite")),
        b.span(tree),
    )


def check_place(name: Name, scope: Scope) -> None:
    """Report a place of which no holidays are known."""
    if not is_place(name.text):
        help_words = did_you_mean(name.text, places()) or "a country or part of one by ISO 3166, as in KR or DE-BY"
        scope.collector.report("CR0305", f"no holidays are known of `{name}`", name.span, help_words)


def _check_words(names: tuple[Name, ...], known: tuple[str, ...], what: str, scope: Scope) -> None:
    for name in names:
        if name.text not in known:
            help_words = did_you_mean(name.text, known) or f"one of {', '.join(known)}"
            scope.collector.report("CR0305", f"`{name}` is no {what}", name.span, help_words)


def _check(node: CalendarNode, scope: Scope) -> None:
    if node.place is not None:
        check_place(node.place, scope)
    if node.base is not None:
        scope.found("calendar", node.base, scope.calendars)
    _check_words(node.weekend, WEEKDAYS, "day of the week", scope)
    if not days_left(("weekend",), tuple(name.text for name in node.weekend)):
        words = "the weekend would be the whole week"
        scope.collector.report("CR0305", words, node.weekend[0].span, "leave at least one day of the week out")
    _check_words((node.observed,) if node.observed else (), _OBSERVED, "way of observing holidays", scope)
    _check_words(node.categories, _CATEGORIES, "category of holidays", scope)
    for cite in node.cites:
        scope.check(cite, scope)


def calendar_of(node: CalendarNode, known: Mapping[str, Calendar]) -> Calendar:
    """Return what a declaration says, on top of what it extends."""
    base = known.get(node.base.text, Calendar("")) if node.base else Calendar("")
    opened = tuple(_all(node.opened))
    place = node.place.text if node.place and is_place(node.place.text) else base.place
    return Calendar(
        node.name.text,
        place,
        node.observed.text if node.observed else base.observed,
        tuple(name.text for name in node.categories) or base.categories,
        (*((day, why) for day, why in base.closed if day not in opened), *_closed(node)),
        (*base.opened, *opened),
        (*base.worked, *_all(node.worked)),
        tuple(name.text for name in node.weekend) or base.weekend,
    )


def _closed(node: CalendarNode) -> Iterator[tuple[date, str]]:
    return ((day, part.why) for part in node.closed for day in part.days)


def _all(parts: tuple[Days, ...]) -> Iterator[date]:
    return (day for part in parts for day in part.days)


CALENDAR = Construct(
    "calendar", CalendarNode, "Holidays, weekend and make-up work days.", "calendar shop_kr extends KR closed 2026-12-24",
    _build, _check, nothing_to_check,
)  # fmt: skip
