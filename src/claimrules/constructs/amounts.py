"""Amounts: a money fact, money, a percentage or a multiple of a fact, nothing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from claimrules.constructs.conditions.compare import MoneyLiteral, money_of
from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, nothing_to_check
from claimrules.constructs.literals import checked_money, number_of
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.scope import Scope
from claimrules.core.expr import Apply, Expr, Fact, Lit
from claimrules.core.ops.money import share
from claimrules.domain.types import MoneyType
from claimrules.text.span import Span

_HIGHEST_PERCENT = 1000
#: A percentage as written, or the name of a parameter.
Percent = Decimal | Name


@frozen
class FactAmount:
    """What a money fact says."""

    name: Name
    span: Span = field(eq=False, repr=False)


@frozen
class BareAmount:
    """A number where money is needed: always a fault."""

    text: str
    span: Span = field(eq=False, repr=False)


@frozen
class Share:
    """A percentage of a money fact, written out or by a parameter, rounded as the ruleset states."""

    percent: Percent
    name: Name
    span: Span = field(eq=False, repr=False)


@frozen
class Nothing:
    """No money."""

    span: Span = field(eq=False, repr=False)


def _build_percent(tree: SyntaxTree, b: Builder) -> Share:
    percent, name = tree.children
    return Share(percent_of(percent, b), b.name(name), b.span(tree))


def percent_of(token: Any, b: Builder) -> Percent:
    """Return a percentage as written, or the name of the parameter that says it."""
    return Decimal(str(token).rstrip("%").strip().replace("_", "")) if token.type == "PERCENT" else b.name(token)


def _build_times(tree: SyntaxTree, b: Builder) -> Share:
    number, name = tree.children
    return Share(Decimal(number_of(number, b)) * 100, b.name(name), b.span(tree))


def _check_fact(node: FactAmount, scope: Scope) -> None:
    if node.name.text in scope.parameters:
        scope.parameter(node.name, "money_value", "money")
        return
    fact = scope.fact(node.name)
    if fact is not None and not isinstance(fact.type, MoneyType):
        words = f"an amount is money, but `{node.name}` is {fact.type.kind}"
        scope.collector.report("CR0306", words, node.name.span, words=f"this is {fact.type.words}")


def _check_share(node: Share, scope: Scope) -> None:
    _check_fact(FactAmount(node.name, node.span), scope)
    check_percent(node.percent, node.span, scope)


def check_percent(percent: Percent, span: Span, scope: Scope, *, is_rounded: bool = False) -> None:
    """Report a percentage out of bounds, and one whose result must be rounded where nobody says how."""
    percents = _values(percent, scope)
    if not all(0 <= value <= _HIGHEST_PERCENT for value in percents):
        scope.collector.report("CR0305", f"a share is from 0% to {_HIGHEST_PERCENT}%", span)
    is_whole = not is_rounded and not any(value % 100 for value in percents)
    if scope.rounding is None and not is_whole and not scope.collector.has_unread("ruleset"):
        words = "the ruleset does not say how percentages are rounded"
        scope.collector.report("CR0502", words, span, "add `rounding half_up` (or up, down, half_even) to it")


def _values(percent: Percent, scope: Scope) -> list[Decimal]:
    if isinstance(percent, Decimal):
        return [percent]
    found = scope.parameter(percent, "percent_value", "a percentage")
    return [value.value for value in found.values if isinstance(value.value, Decimal)] if found else []


def _check_bare(node: BareAmount, scope: Scope) -> None:
    words = f"`{node.text}` has no currency"
    help_words = f"write {node.text} {scope.currency or 'USD'}"
    scope.collector.report("CR0304", words, node.span, help_words, words="money needs a currency")


def _lower_share(node: Share, low: Lowering) -> Expr:
    whole = _lower_fact(node.name, low)
    return at_percent(node.percent, low, lambda percent: Apply(share(percent, low.rounding), (whole,)))


def at_percent(percent: Percent, low: Lowering, lower: Callable[[Decimal], Expr]) -> Expr:
    """Return what a percentage comes to; where a parameter says it, by the value that holds for the claim."""
    return lower(percent) if isinstance(percent, Decimal) else low.dated_amount(percent, lower)


def _lower_fact(name: Name, low: Lowering) -> Expr:
    if name.text in low.parameters:
        return low.dated_amount(name, lambda text: Lit(money_of(text).minor))
    return Fact(name.text)


AMOUNTS = (
    Construct(
        "fact_amount", FactAmount, "What a money fact says.", "less item.missing_gift_value",
        lambda tree, b: FactAmount(b.name(tree.children[0]), b.span(tree)), _check_fact,
        lambda node, low: _lower_fact(node.name, low),
    ),
    Construct(
        "money_amount", MoneyLiteral, "Money.", "less 5.00 USD",
        lambda tree, b: MoneyLiteral(str(tree.children[0]), b.span(tree)),
        lambda node, scope: checked_money(node.text, node.span, scope),
        lambda node, _low: Lit(money_of(node.text).minor),
    ),
    Construct(
        "bare_amount", BareAmount, "A number without a currency is refused.", "less 5",
        lambda tree, b: BareAmount(str(tree.children[0]), b.span(tree)), _check_bare, lambda _node, _low: Lit(0),
    ),
    Construct(
        "percent_amount", Share, "A percentage of a money fact, rounded as the ruleset states.", "less 15% of item.price",
        _build_percent, _check_share, _lower_share,
    ),
    Construct(
        "named_percent_amount", Share, "A parameter's percentage of a money fact.", "less restocking_fee of item.price",
        _build_percent, _check_share, _lower_share,
    ),
    Construct(
        "times_amount", Share, "A multiple of a money fact.", "amount 2 times item.price",
        _build_times, _check_share, _lower_share,
    ),
    Construct(
        "nothing_amount", Nothing, "No money.", "less nothing",
        lambda tree, b: Nothing(b.span(tree)), nothing_to_check, lambda _node, _low: Lit(0),
    ),
)  # fmt: skip

AmountNode = Any
