"""Resolved file → every length of time in it can be counted: business days are defined, a calendar is named."""

from __future__ import annotations

from typing import Any

from claimrules.compiler.build import File, Step, Window
from claimrules.compiler.parts import parts_in
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.ruleset import Ruleset
from claimrules.constructs.declarations.statements import Rule
from claimrules.constructs.moments.durations import Duration
from claimrules.constructs.moments.periods import WindowUse
from claimrules.constructs.moments.points import DateMoment
from claimrules.constructs.scope import Scope
from claimrules.deadlines.conventions import Convention
from claimrules.deadlines.counting import days_looked_up
from claimrules.deadlines.periods import Period
from claimrules.domain.calendars import is_place, parts_of_place
from claimrules.text.span import Span


def check_counting(file: File, scope: Scope) -> None:
    """Report lengths of time that need business days or a calendar where there are none."""
    head = file.ruleset
    if head is None:
        return
    for node in file.of(Window, Rule, Step):
        timed = node if isinstance(node, Window) else node.time
        _check_node(timed, getattr(node, "counting", None), head, scope)
    for duty in (duty for rule in file.of(Rule) for duty in rule.duties):
        _check_node(duty.window, None, head, scope)
        named = scope.windows.get(duty.window.name.text) if isinstance(duty.window, WindowUse) else None
        _check_node(duty.bands, named.counting if named else None, head, scope)


def _check_node(node: Any, counting: Name | None, head: Ruleset, scope: Scope) -> None:
    named = counting or head.counting
    convention = scope.conventions.get(named.text) if named else None
    if convention is None:
        return
    for part in parts_in(node):
        if isinstance(part, Duration):
            for period in periods_of(part, scope):
                _check_period(period, part.span, convention, head, scope)
        elif isinstance(part, DateMoment) and convention.dates_roll != "never":
            _check_calendar(set(convention.rolls_on), part.span, convention, head, scope)


def periods_of(node: Duration, scope: Scope) -> tuple[Period, ...]:
    """Return the length a duration says, or all those that its parameter has had."""
    if node.parameter is None:
        return (node.period,)
    found = scope.parameters.get(node.parameter.text)
    values = found.values if found is not None else ()
    return tuple(value.value.period for value in values if isinstance(value.value, Duration))


def _check_period(period: Period, span: Span, convention: Convention, head: Ruleset, scope: Scope) -> None:
    if period.has_business_days and not convention.business_days:
        words = f"`{period}`: the convention `{convention.name}` does not say which days are business days"
        help_words = "write a convention like it that says: business days exclude saturday, sunday, holiday"
        scope.collector.report("CR0409", words, span, help_words)
    _check_calendar(days_looked_up(period, convention), span, convention, head, scope)


def _check_calendar(names: set[str], span: Span, convention: Convention, head: Ruleset, scope: Scope) -> None:
    if "holiday" not in names or convention.holidays not in {"", "by_place"}:
        return
    words = f"this time depends on holidays, and `{convention.name}` "
    if not convention.holidays:
        help_words = "add to the convention: holidays of KR, or holidays by place"
        scope.collector.report("CR0408", words + "names no calendar", span, help_words)
    elif head.place is None and head.place_name is None:
        help_words = "add to the ruleset: place KR, or place buyer.place"
        scope.collector.report("CR0408", words + "goes by place, but the ruleset names none", span, help_words)
    elif head.place is not None and is_place(head.place.text):
        _check_part(head.place.text, span, convention, scope)


def _check_part(place: str, span: Span, convention: Convention, scope: Scope) -> None:
    parts = [part for part in parts_of_place(place) if part in convention.among]
    if place in convention.among or not parts:
        return
    words = f"`{convention.name}` counts by the holidays of the parts of {place}, and these differ"
    help_words = f"say which, as in: place {parts[0]}; or take it from the claim: place buyer.place"
    scope.collector.report("CR0408", words, span, help_words)
