"""The names a file can see, and how uses of them are checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from attrs import define, field

from claimrules.constructs.construct import Name
from claimrules.deadlines.conventions import Convention
from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.calendars import Calendar
from claimrules.domain.types import Boolean, Choice, Country, Event, FactDeclaration, FactType, SetOf, Text

_HELP: dict[type, str] = {
    Choice: "say which value: {0} is VALUE", Text: 'say which text: {0} is "TEXT"', Country: 'say which country: {0} is "KR"', SetOf: "say: {0} includes VALUE",
    Boolean: "a yes or no stands by itself: {0}, or not {0}", Event: "say: {0} after EVENT, or count: within WINDOW",
}  # fmt: skip
#: What a file can bring in from others.
_BROUGHT_IN = frozenset({"fact", "remedy", "source", "category", "convention", "calendar", "parameter", "duty"})
#: What is inherited from the ruleset that a file extends, and what that is called where it could not be found.
_INHERITED = frozenset({"rule or exclusion", "window", "step"})
PARENT: Final = "parent"


@define
class Scope:
    """Declared things by kind and name, own and brought in, and where faults are reported.

    A name whose declaration was left out for its faults (`faulty_names`) is not reported again where it is used.
    `at_hand` has, by kind, what is brought in as soon as it is named, and so can have been meant.
    `check` checks any condition, moment or amount; it is set by the compiler, which knows all constructs.
    """

    collector: Collector
    facts: Mapping[str, FactDeclaration] = field(factory=dict)
    windows: Mapping[str, Any] = field(factory=dict)
    statements: Mapping[str, Any] = field(factory=dict)
    steps: Mapping[str, Any] = field(factory=dict)
    sources: Mapping[str, Any] = field(factory=dict)
    remedies: Mapping[str, Any] = field(factory=dict)
    duties: Mapping[str, Any] = field(factory=dict)
    categories: Mapping[str, Any] = field(factory=dict)
    conventions: Mapping[str, Convention] = field(factory=dict)
    calendars: Mapping[str, Calendar] = field(factory=dict)
    parameters: Mapping[str, Any] = field(factory=dict)
    currency: str | None = None
    rounding: str | None = None
    faulty_names: frozenset[str] = frozenset()
    at_hand: Mapping[str, Callable[[], Collection[str]]] = field(factory=dict)
    check: Any = None

    def found(self, kind: str, name: Name, known: Mapping[str, Any]) -> Any:
        """Return what a name stands for, or None after a report."""
        if name.text in known or name.text in self.faulty_names:
            return known.get(name.text)
        if kind in _BROUGHT_IN and self.collector.has_code("CR0204", "CR0503"):
            return None  # it may be in the file that could not be brought in, which was reported
        if kind in _INHERITED and self.collector.has_unread(PARENT):
            return None
        help_words = did_you_mean(name.text, {*known, *self.at_hand.get(kind, tuple)()})
        self.collector.report("CR0201", f"there is no {kind} `{name}`", name.span, help_words, words="not declared")
        return None

    def fact(self, name: Name) -> FactDeclaration | None:
        """Return a fact's declaration, or None after a report."""
        found: FactDeclaration | None = self.found("fact", name, self.facts)
        if found is None or not found.line_of:
            return found
        self.collector.report(
            "CR0321", f"`{name}` is a fact of each line of the order, and a claim is about one", name.span,
            f"fold it: fact order.NAME: {found.type.words}, HOW of {name.text.removeprefix(found.line_of + '.')} over {found.line_of}",
            words="told of every line",
        )  # fmt: skip
        return None

    def parameter(self, name: Name, kind: str, words: str) -> Any:
        """Return a parameter when its values are of a kind; else report what they are."""
        found = self.found("parameter", name, self.parameters)
        if found is None or found.kind == kind:
            return found
        said = found.values[0].kind.removesuffix("_value").replace("_", " ")
        self.collector.report("CR0302", f"`{name}` is a {said}, but {words} is needed here", name.span)
        return None

    def typed(self, name: Name, *types: type[FactType]) -> FactType | None:
        """Return a fact's type when it is one of `types`; else report what it is."""
        fact = self.fact(name)
        if fact is None or isinstance(fact.type, types):
            return fact.type if fact else None
        expected = " or ".join(t.kind for t in types)
        self.collector.report(
            "CR0302", f"`{name}` is {fact.type.kind}, but {expected} is needed here", name.span,
            _HELP.get(type(fact.type), "use a fact of that type").format(name), words=f"this is {fact.type.words}",
        )  # fmt: skip
        return None

    def event(self, name: Name) -> None:
        """Report a name that is no event."""
        fact = self.fact(name)
        if fact is None or isinstance(fact.type, Event):
            return
        events = [other.name for other in self.facts.values() if isinstance(other.type, Event)]
        self.collector.report(
            "CR0301", f"a time is counted from an event, but `{name}` is {fact.type.kind}", name.span,
            did_you_mean(name.text, events) or f"events are: {', '.join(sorted(events)[:8])}",
            words=f"this is {fact.type.words}",
        )  # fmt: skip
