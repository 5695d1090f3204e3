"""`item.price >= 20 USD`, `days between delivered and claim_filed > 7`: numbers, money, lengths."""

from __future__ import annotations

from typing import Any, Literal

from attrs import field, frozen

from claimrules.constructs.construct import Builder, Construct, Name, SyntaxTree, nothing_to_check
from claimrules.constructs.literals import checked_money, money_text, number_of
from claimrules.constructs.lowering import Lowering
from claimrules.constructs.scope import Scope
from claimrules.core.build import at_most, both, equal, less
from claimrules.core.expr import Apply, Expr, Fact, Lit
from claimrules.core.ops import time
from claimrules.domain.money import Money, parse_amount
from claimrules.domain.types import NEVER, MoneyType, Number
from claimrules.text.span import Span

Kind = Literal["number", "money"]


@frozen
class FactOperand:
    """A number or money fact."""

    name: Name
    span: Span = field(eq=False, repr=False)


@frozen
class NumberLiteral:
    """A whole number."""

    value: int
    span: Span = field(eq=False, repr=False)


@frozen
class MoneyLiteral:
    """An amount with its currency, as written."""

    text: str
    span: Span = field(eq=False, repr=False)


@frozen
class LengthOperand:
    """The length between two events, in whole units."""

    unit: str
    start: Name
    end: Name
    span: Span = field(eq=False, repr=False)


@frozen
class Compare:
    """Two operands of one kind in an order."""

    left: Any
    sign: str
    right: Any
    span: Span = field(eq=False, repr=False)


def _build(tree: SyntaxTree, b: Builder) -> Compare:
    left, sign, right = tree.children
    return Compare(b.node(left), str(sign), b.node(right), b.span(tree))


def _build_length(tree: SyntaxTree, b: Builder) -> LengthOperand:
    unit, start, end = tree.children
    return LengthOperand(str(unit).removesuffix("s"), b.name(start), b.name(end), b.span(tree))


def _kind(node: Any, scope: Scope) -> Kind | None:
    if isinstance(node, FactOperand) and node.name.text in scope.parameters:
        return _parameter_kind(node, scope)
    if isinstance(node, FactOperand):
        found = scope.typed(node.name, Number, MoneyType)
        return None if found is None else "money" if isinstance(found, MoneyType) else "number"
    scope.check(node, scope)
    return "money" if isinstance(node, MoneyLiteral) else "number"


def _parameter_kind(node: FactOperand, scope: Scope) -> Kind | None:
    kinds: dict[str, Kind] = {"money_value": "money", "number_value": "number"}
    kind = kinds.get(scope.parameters[node.name.text].kind)
    if kind is None:
        scope.parameter(node.name, "number_value", "a number or money")
    return kind


def _check(node: Compare, scope: Scope) -> None:
    left, right = _kind(node.left, scope), _kind(node.right, scope)
    if left and right and left != right:
        scope.collector.report(
            "CR0302", f"{left} is compared with {right}", node.right.span,
            "write the amount with its currency, as in 20.00 USD" if "money" in (left, right) else "",
            words=f"this is {right}",
        )  # fmt: skip


def _check_length(node: LengthOperand, scope: Scope) -> None:
    scope.event(node.start)
    scope.event(node.end)
    if node.unit not in {"minute", "hour", "day"}:
        scope.collector.report(
            "CR0305", f"a length is not told in {node.unit}s", node.span, "use days, hours or minutes"
        )


def _check_money(node: MoneyLiteral, scope: Scope) -> None:
    checked_money(node.text, node.span, scope)


def _lower(node: Compare, low: Lowering) -> Expr:
    lengths = [side for side in (node.left, node.right) if isinstance(side, LengthOperand)]
    dated = (less(Fact(event.text), Lit(NEVER)) for length in lengths for event in (length.start, length.end))
    return both((*dated, _compared(node, low)))


def _compared(node: Compare, low: Lowering) -> Expr:
    left, right = low.amount(node.left), low.amount(node.right)
    match node.sign:
        case "=":
            return equal(left, right)
        case "<":
            return less(left, right)
        case ">":
            return less(right, left)
        case "<=":
            return at_most(left, right)
        case _:
            return at_most(right, left)


def _lower_operand(node: FactOperand, low: Lowering) -> Expr:
    if node.name.text not in low.parameters:
        return Fact(node.name.text)
    return low.dated_amount(node.name, lambda v: Lit(v if isinstance(v, int) else money_of(v).minor))


def _lower_length(node: LengthOperand, low: Lowering) -> Expr:
    start, end = node.start.text, node.end.text
    op = time.between(node.unit, ends=(low.ends_its_day(start), low.ends_its_day(end)))
    return Apply(op, (Fact(start), Fact(end), low.zone.value))


def money_of(text: str) -> Money:
    """Return checked money text as money."""
    return parse_amount(*money_text(text))


COMPARE = Construct(
    "compare", Compare, "Two numbers or amounts are in an order.", "item.price >= 20.00 USD", _build, _check, _lower
)
FACT_OPERAND = Construct(
    "fact_operand", FactOperand, "A number or money fact.", "order.free_labels_used = 0",
    lambda tree, b: FactOperand(b.name(tree.children[0]), b.span(tree)), nothing_to_check,
    _lower_operand,
)  # fmt: skip
NUMBER_LITERAL = Construct(
    "number_literal", NumberLiteral, "A whole number.", "order.free_labels_used < 1",
    lambda tree, b: NumberLiteral(number_of(tree.children[0], b), b.span(tree)), nothing_to_check,
    lambda node, _low: Lit(node.value),
)  # fmt: skip
MONEY_LITERAL = Construct(
    "money_literal", MoneyLiteral, "An amount of money.", "item.price < 15.00 USD",
    lambda tree, b: MoneyLiteral(str(tree.children[0]), b.span(tree)), _check_money,
    lambda node, _low: Lit(money_of(node.text).minor),
)  # fmt: skip
LENGTH = Construct(
    "length_operand", LengthOperand, "The whole days, hours or minutes between two events.",
    "days between delivered and claim_filed > 7", _build_length, _check_length,
    _lower_length,
)  # fmt: skip
