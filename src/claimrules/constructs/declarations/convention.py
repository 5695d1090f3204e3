"""`convention`: how days, months and their ends are counted, each option with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from attrs import evolve, field, frozen

from claimrules.constructs.construct import (
    Builder,
    Construct,
    Name,
    SyntaxTree,
    Words,
    children,
    nothing_to_check,
)  # fmt: skip
from claimrules.constructs.declarations.calendar import check_place
from claimrules.constructs.declarations.clauses import name_clause, title_of
from claimrules.constructs.literals import number_of
from claimrules.constructs.scope import Scope
from claimrules.deadlines.conventions import ALWAYS_STATED, DAY_NAMES, OPTIONS, STATED_WHERE_IT_ROLLS, Convention
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.citations import Citation
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


@frozen
class ConventionNode:
    """A named bundle of counting options, on top of those of another."""

    name: Name
    title: Words
    like: Name | None
    options: tuple[OptionNode, ...]
    span: Span = field(eq=False, repr=False)


def _option(tree: Any, b: Builder) -> OptionNode:
    value, *words = tree.children
    tokens = [part for part in value.children if not hasattr(part, "data")]
    lists = [part for part in value.children if hasattr(part, "data")]
    numbers = tuple(number_of(token, b) for token in tokens) if value.data == "least_working_days" else ()
    cites = b.nodes([word for word in words if word.data == "cite"])
    names = tuple(b.name(token) for part in lists for token in part.children)
    return OptionNode(str(value.data), tuple(map(b.name, tokens)), numbers, names, cites, b.span(tree))


def _build(tree: SyntaxTree, b: Builder) -> ConventionNode:
    options = tuple(_option(part, b) for part in children(tree, "convention_option"))
    return ConventionNode(b.name(tree.children[0]), title_of(tree), name_clause(tree, "like", b), options, b.span(tree))


def _check(node: ConventionNode, scope: Scope) -> None:
    if node.like is not None:
        scope.found("convention", node.like, scope.conventions)
    seen: dict[str, OptionNode] = {}
    for option in node.options:
        kind = "holidays" if option.kind == "by_place" else option.kind
        if kind in seen:
            scope.collector.report("CR0404", f"`{_said(kind)}` is given twice", option.span, "keep one")
        seen[kind] = option
        _check_option(option, scope)
    _check_complete(node, seen, scope)


def _check_complete(node: ConventionNode, given: Mapping[str, OptionNode], scope: Scope) -> None:
    if node.like is not None:
        return
    rolls = given["rolls"].words[0].text if "rolls" in given else "never"
    for kind in (*ALWAYS_STATED, *(STATED_WHERE_IT_ROLLS if rolls != "never" else ())):
        if kind not in given:
            help_words = f"say one of: {_said(kind)} {', '.join(OPTIONS[kind])}"
            scope.collector.report("CR0403", f"`{node.name}` does not say `{_said(kind)}`", node.name.span, help_words)


def _check_option(option: OptionNode, scope: Scope) -> None:
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
    scope.collector.report("CR0305", f"`{_said(option.kind)}` cannot be `{word}`", word.span, help_words)


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


def _said(kind: str) -> str:
    words = {"hours": "hours counted", "least_working_days": "at least … working days", "chains_from": "chains from"}
    return words.get(kind, kind.replace("_", " "))


def convention_of(node: ConventionNode, known: Mapping[str, Convention], cited: Mapping[str, Any]) -> Convention:
    """Return what a declaration says, on top of the convention it is like.

    Args:
        node: the declaration.
        known: conventions by name.
        cited: from a source's name to its citation, given the place in it.
    """
    base = known.get(node.like.text, Convention("")) if node.like else Convention("")
    values: dict[str, Any] = {"name": node.name.text, "title": node.title.text or base.title}
    sources: list[tuple[str, Citation]] = []
    for option in node.options:
        values |= _values(option)
        field_name = "holidays" if option.kind == "by_place" else option.kind
        sources += [
            (field_name, cited[cite.source.text](cite.article)) for cite in option.cites if cite.source.text in cited
        ]
    stated = {name for name, _ in sources}
    return evolve(base, **values, sources=(*(kept for kept in base.sources if kept[0] not in stated), *sources))


def _values(option: OptionNode) -> dict[str, Any]:
    names = tuple(name.text for name in option.names)
    match option.kind:
        case "rolls":
            return {"rolls": option.words[0].text, "rolls_on": names}
        case "business_days":
            return {"business_days": names}
        case "by_place":
            return {"holidays": "by_place", "among": names}
        case "least_working_days":
            least, from_days = option.numbers
            return {"least_working_days": least, "least_from_days": from_days}
        case kind:
            return {kind: option.words[0].text}


CONVENTION = Construct(
    "convention", ConventionNode, "How days, months and their ends are counted.", "convention plain_days",
    _build, _check, nothing_to_check,
)  # fmt: skip
