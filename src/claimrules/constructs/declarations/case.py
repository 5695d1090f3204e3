"""`case`: a worked example that is a test: given facts, at an instant, what is expected."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, SyntaxTree, child, nothing_to_check, quoted
from claimrules.constructs.declarations.case_parts import (
    Expectation,
    Given,
    check_expected_once,
    check_given,
    check_given_once,
)
from claimrules.constructs.declarations.clauses import PARTIES, check_evidence, groups_in
from claimrules.constructs.declarations.grant import check_means
from claimrules.constructs.literals import date_of, instant_of
from claimrules.constructs.scope import Scope
from claimrules.text.span import Span


@frozen
class Case:
    """A worked example."""

    title: str
    given: tuple[Given, ...]
    is_complete: bool
    at: datetime
    expects: tuple[Expectation, ...]
    cites: tuple[Any, ...]
    span: Span = field(eq=False, repr=False)


def _literal(tree: Any) -> Any:
    if tree.data in {"yes_literal", "no_literal"}:
        return tree.data == "yes_literal"
    token = tree.children[0]
    if tree.data == "text_literal":
        return quoted(token)
    if tree.data == "number_literal":
        text = str(token).replace("_", "")
        return float(text) if "." in text else int(text)
    return str(token)


def _given(tree: Any, b: Builder) -> Given:
    name = b.name(tree.children[0])
    match tree.data:
        case "given_instant":
            return Given(name, tree.data, instant_of(tree.children[1], b))
        case "given_date":
            return Given(name, tree.data, date_of(tree.children[1], b))
        case "given_not":
            return Given(name, tree.data, None)
        case "given_yes":
            return Given(name, tree.data, value=True)
        case "given_includes":
            return Given(name, tree.data, b.name(tree.children[1]))
        case _:
            literal = tree.children[1]
            value = b.name(literal.children[0]) if literal.data == "name_literal" else _literal(literal)
            return Given(name, literal.data, value)


def _time(tree: Any, b: Builder) -> date | datetime:
    token = tree.children[0]
    return instant_of(token, b) if tree.data == "instant_time" else date_of(token, b)


def _expectation(tree: Any, b: Builder) -> Expectation:
    kind = tree.data.removeprefix("expect_")
    if kind == "nothing_left":
        return Expectation(kind, None, span=b.span(tree))
    if kind == "wait":
        return Expectation(kind, None, closes=_time(tree.children[0], b), span=b.span(tree))
    details: dict[str, Any] = {}
    for part in tree.children[1:]:
        word, value = _detail(part, b)
        if word in details:
            b.collector.report("CR0404", "this is said twice of one thing", b.span(part), "keep one")
        details.setdefault(word, value)
    return Expectation(kind, b.name(tree.children[0]), span=b.span(tree), **details)


def _detail(tree: Any, b: Builder) -> tuple[str, Any]:
    found = tree.children[0] if tree.children else None
    match tree.data.removeprefix("expected_"):
        case "from":
            return "opens", _time(found, b)
        case "until":
            return "closes", _time(found, b)
        case "with_return" | "without_return" as alias:
            return "with_return", alias == "with_return"
        case "paid_to":
            return "paid_to", tuple(map(b.name, tree.children))
        case "one_per_order":
            return "is_one_per_order", True
        case "evidence":
            return "evidence", groups_in(found, b)
        case "no_evidence":
            return "evidence", ()
        case "words":
            return "words", quoted(found)
        case "by" | "shipping" as alias:
            return alias, b.name(found)
        case alias:
            return alias, str(found)


def _build(tree: SyntaxTree, b: Builder) -> Case:
    given, expect = child(tree, "given"), child(tree, "expect")
    items = given.children if given else []
    at = next(t for t in tree.children if getattr(t, "type", "") == "INSTANT")
    return Case(
        quoted(tree.children[0]),
        tuple(_given(t, b) for t in items if t.data != "given_complete"),
        any(t.data == "given_complete" for t in items),
        instant_of(at, b),
        tuple(_expectation(t, b) for t in expect.children),
        b.nodes([c] if (c := child(tree, "cite")) else []),
        b.span(tree),
    )


def _check_expectation(expected: Expectation, scope: Scope) -> None:
    if expected.name is not None:
        match expected.kind:
            case "step":
                scope.found("step", expected.name, scope.steps)
            case "question":
                scope.fact(expected.name)
            case "duty" | "no_duty":
                scope.found("duty", expected.name, scope.duties)
            case _:
                scope.found("remedy", expected.name, scope.remedies)
    if expected.by is not None:
        is_step = expected.kind == "step"
        kind, known = ("party", PARTIES) if is_step else ("rule or exclusion", scope.statements)
        scope.found(kind, expected.by, known)
    if expected.shipping is not None:
        scope.found("party", expected.shipping, PARTIES)
    check_means(expected.paid_to, scope)
    check_evidence(expected.evidence or (), scope)


def _check(node: Case, scope: Scope) -> None:
    for item in node.given:
        check_given(item, scope)
    for expected in node.expects:
        _check_expectation(expected, scope)
    check_given_once(node.given, scope)
    check_expected_once(node.expects, scope)
    for cite in node.cites:
        scope.check(cite, scope)


CASE = Construct(
    "case", Case, "A worked example that is a test.", 'case "on the last day" given … at … expect …',
    _build, _check, nothing_to_check,
)  # fmt: skip
