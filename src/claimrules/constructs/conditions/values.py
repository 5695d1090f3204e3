"""`F is V`, `F is one of V, V`, `F includes V`, `F is known`: tests of what a fact says."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, quoted
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.scope import Scope
from claimrules.core.build import either, equal
from claimrules.core.expr import Expr, Fact, IsKnown, Lit
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.countries import countries, country_help
from claimrules.domain.types import Boolean, Choice, Country, SetOf, Text
from claimrules.domain.zones import is_zone
from claimrules.text.span import Span


@frozen
class OneOf:
    """A fact is one of several declared values; `is_text` for words in quotes."""

    name: Name
    values: tuple[Name, ...]
    span: Span = field(eq=False, repr=False)
    is_text: bool = False


@frozen
class Includes:
    """A set has a member."""

    name: Name
    member: Name
    span: Span = field(eq=False, repr=False)


@frozen
class Known:
    """A fact was given."""

    name: Name
    span: Span = field(eq=False, repr=False)


def _build_one_of(tree: SyntaxTree, b: Builder) -> OneOf:
    names: Any = tree.children[1]
    return OneOf(b.name(tree.children[0]), tuple(map(b.name, names.children)), b.span(tree))


def _build_equals(tree: SyntaxTree, b: Builder) -> OneOf:
    value: Any = tree.children[1]
    token = value.children[0]
    is_text = value.data == "text_literal"
    name = Name(quoted(token), b.span(token)) if is_text else b.name(token)
    return OneOf(b.name(tree.children[0]), (name,), b.span(tree), is_text)


def _build_includes(tree: SyntaxTree, b: Builder) -> Includes:
    return Includes(b.name(tree.children[0]), b.name(tree.children[1]), b.span(tree))


def _build_known(tree: SyntaxTree, b: Builder) -> Known:
    return Known(b.name(tree.children[0]), b.span(tree))


def check_value(fact: Name, value: Name, choices: tuple[str, ...], scope: Scope) -> None:
    """Report a value that the fact cannot have."""
    if value.text not in choices and value.text not in scope.faulty_names:
        scope.collector.report(
            "CR0303", f"`{value}` is not a value of `{fact}`", value.span,
            did_you_mean(value.text, choices) or f"its values are: {', '.join(choices)}",
        )  # fmt: skip


def check_country(value: Name, scope: Scope) -> None:
    """Report words that are no country."""
    if value.text not in countries():
        scope.collector.report("CR0303", f"`{value}` is not a country", value.span, country_help(value.text))


def check_zone(value: Name, scope: Scope) -> None:
    """Report words that are no time zone."""
    if not is_zone(value.text):
        scope.collector.report("CR0303", f"there is no time zone `{value}`", value.span, 'as in "Asia/Seoul"')


def _check_one_of(node: OneOf, scope: Scope) -> None:
    found = scope.typed(node.name, *((Text, Country) if node.is_text else (Choice,)))
    if isinstance(found, Country):
        check_country(node.values[0], scope)
    if isinstance(found, Choice):
        for value in node.values:
            check_value(node.name, value, found.names, scope)


def _check_includes(node: Includes, scope: Scope) -> None:
    found = scope.typed(node.name, SetOf)
    if isinstance(found, SetOf):
        check_value(node.name, node.member, found.names, scope)


def _check_known(node: Known, scope: Scope) -> None:
    scope.fact(node.name)


def _lower_one_of(node: OneOf, low: Lowering) -> Expr:
    found = low.facts[node.name.text].type
    if isinstance(found, Choice):
        codes = [found.names.index(name) for value in node.values for name in found.within(value.text)]
    else:
        codes = [low.symbol(value.text) for value in node.values]
    return either(equal(Fact(node.name.text), Lit(code)) for code in codes)


def member(fact: str, name: str) -> Fact:
    """Return the yes-or-no input that says whether a set has a member."""
    return Fact(f"{fact}#{name}", is_truth=True)


def _lower_includes(node: Includes, _low: Lowering) -> Expr:
    return member(node.name.text, node.member.text)


def _lower_known(node: Known, low: Lowering) -> Expr:
    found = low.facts[node.name.text].type
    if isinstance(found, SetOf):
        return IsKnown(member(node.name.text, found.names[0]))
    return IsKnown(Fact(node.name.text, isinstance(found, Boolean)))


EQUALS = Construct(
    "equals", OneOf, "A fact has a value.", "claim.reason is defective", _build_equals, _check_one_of, _lower_one_of
)
ONE_OF = Construct(
    "one_of", OneOf, "A fact has one of several values.", "item.condition is one of unused, opened",
    _build_one_of, _check_one_of, _lower_one_of,
)  # fmt: skip
INCLUDES = Construct(
    "includes", Includes, "A set has a member.", "claim.evidence includes photo",
    _build_includes, _check_includes, _lower_includes,
)  # fmt: skip
IS_KNOWN = Construct(
    "is_known", Known, "A fact was given, whatever it says.", "buyer.country is known",
    _build_known, _check_known, _lower_known,
)  # fmt: skip
