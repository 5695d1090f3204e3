"""One option of a `convention`: as written, what is wrong with it, and what it sets."""

from __future__ import annotations

from datetime import time
from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Name
from claimrules.constructs.declarations.calendar import check_place
from claimrules.constructs.literals import number_of
from claimrules.constructs.scope import Scope
from claimrules.deadlines.conventions import DAY_NAMES, OPTIONS
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.text.span import Span

_MOST_WORKING_DAYS = 366


@frozen
class OptionNode:
    """One option as written.

    Args:
        kind: its field in `Convention`; `by_place` for holidays that go by place.
        words: what was said, one name or more.
        numbers: of working days, and of the days from which on they are asked for.
        names: days of the week, or places.
    """

    kind: str
    words: tuple[Name, ...]
    numbers: tuple[int, ...]
    names: tuple[Name, ...]
    cites: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)

    @property
    def sets(self) -> str:
        """The field of a convention it sets."""
        return "holidays" if self.kind == "by_place" else self.kind

    @property
    def texts(self) -> tuple[str, ...]:
        """The days or places it names."""
        return tuple(name.text for name in self.names)


def option_of(tree: Any, b: Builder) -> OptionNode:
    """Read one option."""
    value, *words = tree.children
    tokens = [part for part in value.children if not hasattr(part, "data")]
    lists = [part for part in value.children if hasattr(part, "data")]
    numbers = tuple(number_of(token, b) for token in tokens) if value.data == "least_working_days" else ()
    cites = b.nodes([word for word in words if word.data == "cite"])
    names = tuple(b.name(token) for part in lists for token in part.children)
    return OptionNode(str(value.data), tuple(map(b.name, tokens)), numbers, names, cites, b.span(tree))


def check_option(option: OptionNode, scope: Scope) -> None:
    """Report a word, day, place, number or source that an option cannot have."""
    match option.kind:
        case "business_days":
            _check_days(option.names, scope)
        case "rolls":
            _check_word(option, scope)
            _check_days(option.names, scope)
            if bool(option.names) != (option.words[0].text != "never"):
                words = "a convention that rolls says off which days, and one that never rolls does not"
                scope.collector.report(
                    "CR0403", words, option.span, "as in: rolls forward on saturday, sunday, holiday"
                )
        case "holidays":
            _check_holidays(option.words[0], scope)
        case "by_place":
            for name in option.names:
                check_place(name, scope)
        case "least_working_days":
            if not all(1 <= number <= _MOST_WORKING_DAYS for number in option.numbers):
                words = f"numbers of days are between 1 and {_MOST_WORKING_DAYS} here"
                scope.collector.report("CR0305", words, option.span)
        case _:
            _check_word(option, scope)
    for cite in option.cites:
        scope.check(cite, scope)


def _check_word(option: OptionNode, scope: Scope) -> None:
    word, values = option.words[0], OPTIONS[option.kind]
    if word.text in values or (option.kind == "ends_at" and _is_clock(word.text)):
        return
    help_words = did_you_mean(word.text, values) or f"one of {', '.join(values)}"
    scope.collector.report("CR0305", f"`{said(option.kind)}` cannot be `{word}`", word.span, help_words)


def _is_clock(text: str) -> bool:
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return ":" in text


def _check_days(names: tuple[Name, ...], scope: Scope) -> None:
    for name in names:
        if name.text not in DAY_NAMES:
            help_words = did_you_mean(name.text, DAY_NAMES) or f"one of {', '.join(DAY_NAMES)}"
            scope.collector.report("CR0305", f"`{name}` is no kind of day", name.span, help_words)


def _check_holidays(name: Name, scope: Scope) -> None:
    if name.text.isupper() or "-" in name.text:
        check_place(name, scope)
    else:
        scope.found("calendar", name, scope.calendars)


def said(kind: str) -> str:
    """Return an option as the language spells it."""
    words = {"hours": "hours counted", "least_working_days": "at least … working days", "chains_from": "chains from"}
    return words.get(kind, kind.replace("_", " "))


def values_of(option: OptionNode) -> dict[str, Any]:
    """Return the fields of a convention that an option sets."""
    match option.kind:
        case "rolls":
            return {"rolls": option.words[0].text, "rolls_on": option.texts}
        case "business_days":
            return {"business_days": option.texts}
        case "by_place":
            return {"holidays": "by_place", "among": option.texts}
        case "least_working_days":
            least, from_days = option.numbers
            return {"least_working_days": least, "least_from_days": from_days}
        case kind:
            return {kind: option.words[0].text}
