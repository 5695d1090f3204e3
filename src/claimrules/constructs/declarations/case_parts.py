"""The parts of a `case`: a fact that is given, a thing that is expected; each is said once, and none denies another."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, datetime
from typing import Any, Final

from attrs import field, frozen

from claimrules.constructs.conditions.values import check_country, check_value, check_zone
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.calendar import check_place
from claimrules.constructs.scope import Scope
from claimrules.diagnostics.diagnostic import Label
from claimrules.domain.types import Boolean, Choice, Country, Event, MoneyType, Number, Place, SetOf, Text, Zone
from claimrules.text.span import Span

#: Of which types a value can be, by how it is written.
_LITERALS: Final = {
    "name_literal": (Choice,), "yes_literal": (Boolean,), "no_literal": (Boolean,), "number_literal": (Number,),
    "money_literal": (MoneyType,), "text_literal": (Text, Country, Zone, Place),
}  # fmt: skip
#: What is expected of the action, of which there is one.
_NEXT: Final = frozenset({"step", "wait", "nothing_left"})
#: What `no REMEDY` rules out: that it is to be had, now or later, or may be.
_HAD: Final = frozenset({"", "available", "later", "undetermined"})


@frozen
class Given:
    """One fact: `value` as JSON would give it, `kind` the grammar's name for how it was said."""

    name: Name
    kind: str
    value: Any


@frozen
class Expectation:
    """One thing the decision must say.

    Args:
        by: of a remedy, the rule or exclusion it comes by; of a step, who takes it.
        evidence: the groups that are missing; none are, when it is empty.
        words: what the step tells, or a part of it.
        paid_to: by which means of payment it comes, any one of them.
    """

    kind: str
    name: Name | None
    status: str = ""
    opens: date | datetime | None = None
    closes: date | datetime | None = None
    amount: str = ""
    by: Name | None = None
    with_return: bool | None = None
    shipping: Name | None = None
    evidence: tuple[tuple[Name, ...], ...] | None = None
    words: str = ""
    paid_to: tuple[Name, ...] = ()
    is_one_per_order: bool = False
    span: Span = field(eq=False, repr=False, kw_only=True)


def check_given(item: Given, scope: Scope) -> None:
    """Report a fact that is not there, and a value that it cannot have."""
    match item.kind:
        case "given_instant" | "given_date":
            scope.event(item.name)
        case "given_not":
            scope.typed(item.name, Boolean, Event)
        case "given_yes":
            _check_yes(item.name, scope)
        case "given_includes":
            found = scope.typed(item.name, SetOf)
            if isinstance(found, SetOf):
                check_value(item.name, item.value, found.names, scope)
        case kind:
            found = scope.typed(item.name, *_LITERALS[kind])
            if isinstance(found, Choice):
                check_value(item.name, item.value, found.names, scope)
            elif isinstance(found, Country):
                check_country(Name(item.value, item.name.span), scope)
            elif isinstance(found, Zone):
                check_zone(Name(item.value, item.name.span), scope)
            elif isinstance(found, Place):
                check_place(Name(item.value, item.name.span), scope)


def _check_yes(name: Name, scope: Scope) -> None:
    """Report a name that stands by itself and is no yes or no; of an event it must be said when it happened."""
    fact = scope.facts.get(name.text)
    if fact is None or not isinstance(fact.type, Event):
        scope.typed(name, Boolean)
        return
    scope.collector.report(
        "CR0302", f"`{name}` is an event, and when it happened is needed here", name.span,
        f"write the day, or the time: {name} 2026-03-01T10:00+09:00; if it did not happen: not {name}",
        words="when?",
    )  # fmt: skip


def check_given_once(given: tuple[Given, ...], scope: Scope) -> None:
    """Report a fact that is given twice, and a value of a set that is."""
    seen: dict[Hashable, Given] = {}
    for item in given:
        is_of_set = item.kind == "given_includes"
        first = seen.setdefault((item.name.text, item.value.text if is_of_set else ""), item)
        if first is item:
            continue
        is_alike = (first.value or False) == (item.value or False)
        words = f"`{item.name}` is given twice" + ("" if is_alike else ", and not alike")
        also = (Label(first.name.span, "the first"),)
        scope.collector.report("CR0404", words, item.name.span, "keep one", words="the second", also=also)


def check_expected_once(expects: tuple[Expectation, ...], scope: Scope) -> None:
    """Report what is expected twice, and two things of which one denies the other, so that no decision could be right."""
    seen: dict[Expectation, Expectation] = {}
    said: dict[Hashable, tuple[Hashable, Expectation]] = {}
    for expected in expects:
        about, what = _said(expected)
        before, earlier = said.setdefault(about, (what, expected))
        again = seen.setdefault(expected, expected)
        if again is not expected:
            words, first = "this is expected twice", again
        elif before != what:
            words, first = "this, and what was expected before, cannot both be", earlier
        else:
            continue
        also = (Label(first.span, "the first"),)
        scope.collector.report("CR0404", words, expected.span, "keep one", words="the second", also=also)


def _said(expected: Expectation) -> tuple[Hashable, Hashable]:
    """Return about what something is expected, and what it is said to be: of one thing only one can be so."""
    match expected.kind:
        case kind if kind in _NEXT:
            return "next", (kind, expected.name, expected.closes if kind == "wait" else None)
        case "duty" | "no_duty":
            return ("duty", expected.name), expected.kind
        case "remedy" | "may" if expected.status in _HAD:
            return ("remedy", expected.name), "had"
        case "no":
            return ("remedy", expected.name), "not had"
    return expected, None
