"""Which of several open remedies is asked for: the buyer's wish, else the declared ranking; always with its reasons."""

from __future__ import annotations

from typing import Any

import pytest

from claimrules.domain.choice import Choice, Why
from tests.unit.evaluators.stacks import AT, document, rule, ruleset

WORDS = {
    "money": "grant full_refund with return",
    "part": "grant partial_refund",
    "new": "grant replacement",
    "mended": "grant repair",
    "kindly": "may grant full_refund without return",
    "kept": "grant store_credit without return",
    "coupon": "grant coupon amount 5000 KRW",
    "later": "from 2026-06-01 grant extended_protection",
}


def chosen(*names: str, **claim: Any) -> Choice | None:
    """Return the choice between rules, for a buyer who says something of the claim."""
    shop = ruleset("shop", "seller", "".join(rule(name, "shop", WORDS[name]) for name in names))
    facts = document(claim={"reason": "change_of_mind", **claim})
    return shop.decide(facts, at=AT).next_action.asks_for


@pytest.mark.parametrize(
    ("names", "claim", "kind", "reasons"),
    [
        (("new", "money"), {}, "full_refund", (Why.KIND,)),
        (("new", "money"), {"wish": "replacement"}, "replacement", (Why.WISH,)),
        (("new", "money"), {"wish": "repair"}, "full_refund", (Why.KIND,)),
        (("part", "mended"), {}, "repair", (Why.KIND,)),
        (("mended", "new"), {}, "replacement", (Why.KIND,)),
        (("kept", "part"), {}, "partial_refund", (Why.KIND,)),
        (("coupon", "kept"), {}, "store_credit", (Why.KIND,)),
        (("money", "kept"), {"goods_kept": True}, "store_credit", (Why.KEEPS_GOODS,)),
        (("money", "kept"), {"goods_kept": False}, "full_refund", (Why.KIND,)),
        (("kindly", "part"), {}, "partial_refund", (Why.RIGHT,)),
        (("kindly", "part"), {"wish": "refund"}, "full_refund", (Why.WISH,)),
        (("later", "coupon"), {}, "coupon", (Why.NOW,)),
        (("later", "coupon"), {"wish": "extension"}, "coupon", (Why.NOW,)),
        (("new", "kindly", "later"), {"wish": "replacement"}, "replacement", (Why.NOW, Why.WISH)),
        (("later",), {}, "extended_protection", (Why.ONLY,)),
    ],
)  # fmt: skip
def test_the_first_on_which_they_differ(
    names: tuple[str, ...], claim: dict[str, Any], kind: str, reasons: tuple[Why, ...]
) -> None:
    """Now before later, the wish, the goods that are to be kept, a right before discretion, then by kind."""
    choice = chosen(*names, **claim)
    assert choice is not None
    assert (choice.kind, choice.reasons) == (kind, reasons)
    assert len(choice.passed) == len(names) - 1


def test_whether_the_wish_is_met() -> None:
    """It is told; without a wish there is nothing to tell."""
    met, unmet, none = chosen("money", wish="refund"), chosen("money", wish="repair"), chosen("money")
    assert met is not None
    assert unmet is not None
    assert none is not None
    assert [(one.wish, one.is_wish_met) for one in (met, unmet, none)] == [
        ("refund", True),
        ("repair", False),
        ("", None),
    ]


def test_the_higher_of_two_amounts() -> None:
    """Two remedies of no ranked kind: the one that is more."""
    more = 'remedy voucher "Voucher" amount item.price\n' + rule("more", "shop", "grant voucher")
    shop = ruleset("shop", "seller", more + rule("coupon", "shop", WORDS["coupon"]))
    choice = shop.decide(document(), at=AT).next_action.asks_for
    assert choice is not None
    assert (choice.kind, choice.reasons, str(choice.amount)) == ("voucher", (Why.AMOUNT,), "50,000 KRW")


def test_nothing_is_chosen_of_what_may_not_be_had() -> None:
    """What is denied, over, or not certain is not asked for."""
    assert chosen() is None
    shop = ruleset("shop", "seller", rule("unsure", "shop", "and item.opened_to_inspect grant full_refund"))
    decision = shop.decide(document(), at=AT)
    assert decision.remedies[0].status == "undetermined"
    assert decision.next_action.asks_for is None
