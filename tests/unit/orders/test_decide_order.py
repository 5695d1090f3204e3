"""Orders of several lines: each decided by itself, totals and shares reckoned by hand."""

from __future__ import annotations

import pytest

import claimrules
from claimrules import OrderDecision
from claimrules.domain.order_text import total_words
from tests.unit.orders.shops import AT, NEW_RULES, RULES, decide, line, order, shop

SHIPPING = {"shipping_paid": "10.00 USD"}


def amounts(decision: OrderDecision, kind: str = "full_refund") -> dict[str, str]:
    """Return what each line gives of a remedy."""
    found = ((one.name, one.decision.remedy(kind)) for one in decision.lines)
    return {name: str(remedy.amount) for name, remedy in found if remedy is not None}


def total(decision: OrderDecision, kind: str = "full_refund") -> str:
    """Return the only total of a remedy, in words."""
    (found,) = [one for one in decision.totals if one.kind == kind]
    return total_words(found)


def test_shipping_is_shared_by_price() -> None:
    """10.00 by 30:20 is 6.00 and 4.00: refunds of 36.00 and 24.00, 60.00 in all, which is what was paid."""
    decision = decide(line("lamp", "30.00 USD"), line("cups", "20.00 USD"), order=SHIPPING)
    assert amounts(decision) == {"lamp": "36.00 USD", "cups": "24.00 USD"}
    assert total(decision) == "60.00 USD"
    (shared,) = decision.shared
    assert (shared.fact, str(shared.amount)) == ("order.shipping_paid", "10.00 USD")
    assert [(share.line, str(share.amount)) for share in shared.shares] == [("lamp", "6.00 USD"), ("cups", "4.00 USD")]


def test_only_what_is_claimed_is_paid_back() -> None:
    """The cups are sent back for another reason, without their 4.00 of the shipping: 36.00 and 20.00."""
    back = line("cups", "20.00 USD", "change_of_mind")
    decision = decide(line("lamp", "30.00 USD"), back, order=SHIPPING)
    assert amounts(decision) == {"lamp": "36.00 USD", "cups": "20.00 USD"}
    assert [total_words(one) for one in decision.totals] == ["36.00 USD", "20.00 USD"]
    assert [one.with_return for one in decision.totals] == [None, True]


def test_the_last_cent_goes_to_one_line() -> None:
    """A third of 10.00 is 3.33 and a cent is left, for the first by name; 3 times 1.00 and 10.00 are 13.00."""
    decision = decide(*(line(name, "1.00 USD") for name in "bca"), order=SHIPPING)
    assert amounts(decision) == {"b": "4.33 USD", "c": "4.33 USD", "a": "4.34 USD"}
    assert total(decision) == "13.00 USD"


def test_two_parcels_of_one_line() -> None:
    """Three cups for 20.00: two came broken, for 13.33; one came well and goes back, for 6.67."""
    parts = [
        {"id": "1", "quantity": 2, "claim": {"reason": "defective"}},
        {"id": "2", "quantity": 1, "claim": {"reason": "change_of_mind"}},
    ]
    decision = decide({"id": "cups", "quantity": 3, "item": {"price": "20.00 USD"}, "parts": parts}, order=SHIPPING)
    # the shipping of 10.00 by 13.33:6.67 is 6.665 and 3.335, of which one cent is left for the first by name
    assert amounts(decision) == {"cups, part 1": "20.00 USD", "cups, part 2": "6.67 USD"}
    assert [(one.line, one.part, one.quantity, str(one.price)) for one in decision.lines] == [
        ("cups", "1", 2, "13.33 USD"), ("cups", "2", 1, "6.67 USD"),
    ]  # fmt: skip
    assert decision.line("cups", "2") is decision.lines[1]
    assert decision.line("cups") is None


def test_a_part_that_is_still_on_its_way() -> None:
    """Seven days after 10 March are open for what came; they have not begun for what did not."""
    parts = [{"id": "1", "quantity": 1}, {"id": "2", "quantity": 1, "events": {"delivered": None}}]
    decision = decide(line("cups", "20.00 USD", "change_of_mind", parts=parts))
    assert [one.decision.remedies[0].status for one in decision.lines] == ["available", "later"]
    assert total(decision) == "from 10.00 USD to 20.00 USD (open: cups, part 2)"


def test_what_was_paid_back_before() -> None:
    """Of 30.00, 5.00 and 2.50 were paid back: 22.50 is left. More than all leaves nothing, not less than nothing."""
    lamp = line("lamp", "30.00 USD", refunds=["5.00 USD", {"amount": "2.50", "currency": "USD"}])
    cups = line("cups", "20.00 USD", refunds=["21.00 USD"])
    decision = decide(lamp, cups, order={"shipping_paid": "0.00 USD"})
    assert amounts(decision) == {"lamp": "30.00 USD", "cups": "20.00 USD"}
    assert [(str(one.shares[0].refunded), one.shares[0].least) for one in decision.lines] == [
        ("7.50 USD", 2250), ("21.00 USD", 0),
    ]  # fmt: skip
    assert total(decision) == "22.50 USD"
    assert "of which 7.50 USD was paid back already and 22.50 USD is left: available" in str(decision)


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (line("b", "20.00 USD", None), "from 30.00 USD to 50.00 USD (open: b)"),
        (line("b", "20.00 USD", "wrong_item"), "30.00 USD"),
        (line("b", "20.00 USD"), "50.00 USD"),
    ],
)
def test_what_is_not_known_leaves_it_open(second: dict[str, object], words: str) -> None:
    """Without a reason it may be nothing or all; of no claim comes nothing."""
    decision = decide(line("a", "30.00 USD"), second, order={"shipping_paid": "0.00 USD"})
    (found,) = [one for one in decision.totals if one.kind == "full_refund" and one.with_return is None]
    assert total_words(found) == words


def test_a_price_that_is_not_known() -> None:
    """Goods for 30.00 go back, and goods of which nobody says what they cost: at least 30.00, never a guess."""
    back = [line("a", "30.00 USD", "change_of_mind"), line("b", None, "change_of_mind")]
    decision = decide(*back)
    assert total(decision) == "at least 30.00 USD (open: b)"
    assert decision.totals[0].at_most is None
    assert not decision.totals[0].is_exact


def test_shipping_cannot_be_shared_without_prices() -> None:
    """It is then not known for any line, and the decision says why; nothing is had twice."""
    decision = decide(line("a", "30.00 USD"), line("b", None), order=SHIPPING)
    (shared,) = decision.shared
    assert (shared.shares, shared.why_not) == ((), "the price of line b is not known")
    assert amounts(decision) == {"a": "None", "b": "None"}
    assert "order.shipping_paid, 10.00 USD, cannot be shared out: the price of line b is not known" in str(decision)


def test_several_currencies_are_never_added_up() -> None:
    """Two lines in dollars and one in euros: two totals, and a third of what is in no currency yet leaves both open."""
    rules = shop(NEW_RULES.replace(" amount 5.00 USD", ""), currency="")
    lines = [
        line("a", "30.00 USD", "change_of_mind"), line("b", "7.00 EUR", "change_of_mind"),
        line("c", "20.00 USD", "change_of_mind"),
    ]  # fmt: skip
    decision = decide(*lines, rules=rules)
    assert {one.currency: total_words(one) for one in decision.totals} == {"USD": "50.00 USD", "EUR": "7.00 EUR"}
    euros = decision.total("full_refund", "EUR")
    assert euros is not None
    assert euros.lines == ("b",)
    decision = decide(*lines, line("d", None, "change_of_mind"), rules=rules)
    assert [total_words(one) for one in decision.totals] == [
        "at least 7.00 EUR (open: d)", "at least 50.00 USD (open: d)",
    ]  # fmt: skip
    decision = decide(line("d", None, "change_of_mind"), rules=rules)
    assert total(decision) == "not known yet (open: d)"


def test_rates_weigh_lines_in_other_currencies() -> None:
    """One euro is two dollars: 15.00 EUR and 30.00 USD weigh the same, so each has 5.00 of the shipping."""
    lines = [line("a", "30.00 USD"), line("b", "15.00 EUR")]
    decision = decide(*lines, order=SHIPPING, rates={"EUR": "2.00 USD"})
    assert amounts(decision) == {"a": "35.00 USD", "b": "35.00 USD"}
    assert total(decision) == "70.00 USD"


def test_once_for_the_order() -> None:
    """One coupon of 5.00 for an order of 150.00, at the first of the two lines that come with one; the fold reads both."""
    late = [line("a", "90.00 USD", "late_delivery"), line("b", "60.00 USD", "late_delivery")]
    decision = decide(*late)
    assert amounts(decision, "coupon") == {"a": "5.00 USD", "b": "5.00 USD"}
    assert total(decision, "coupon") == "5.00 USD"
    assert [[share.least for share in one.shares] for one in decision.lines] == [[500], [0]]
    assert decide(late[0]).totals == ()


def test_a_fixed_amount_for_each_line() -> None:
    """Not one per order: a condition about the whole order makes the amount no amount of the whole order."""
    late = [line("a", "90.00 USD", "late_delivery"), line("b", "60.00 USD", "late_delivery")]
    decision = decide(*late, rules=shop(RULES.replace(" one per order", "")))
    assert total(decision, "coupon") == "10.00 USD"


def test_an_amount_of_the_whole_order() -> None:
    """Etsy pays what the order cost, 70.00, whichever of its lines is claimed; not once for each."""
    etsy = claimrules.load("etsy")
    facts = {
        "claim": {"reason": "not_received"}, "events": {
            "placed": "2026-02-01T09:00-05:00", "promised_delivery": "2026-02-20", "seller_contacted": "2026-03-01T09:00-05:00",
        },
    }  # fmt: skip
    lines = [line("a", "40.00 USD", None), line("b", "25.00 USD", None)]
    decision = decide(*lines, rules=etsy, order={"total_paid": "70.00 USD", "shipping_paid": "5.00 USD"}, **facts)
    assert amounts(decision, "covered_by_etsy") == {"a": "70.00 USD", "b": "70.00 USD"}
    assert total(decision, "covered_by_etsy") == "70.00 USD"
    # 5.00 by 40:25 is 3.08 (3.077) and 1.92 (1.923)
    assert amounts(decision) == {"a": "43.08 USD", "b": "26.92 USD"}
    assert total(decision) == "70.00 USD"


def test_a_ceiling_promises_nothing() -> None:
    """A partial refund to be agreed is up to the price, and may be nothing."""
    decision = decide(line("a", "30.00 USD", "missing_parts"), line("b", "20.00 USD", "missing_parts"))
    assert total(decision, "partial_refund") == "up to 50.00 USD (open: a, b)"


def test_price_as_lines_have_it() -> None:
    """`price`, as lines are folded by it, and `item.price` are one thing; keys may have dots."""
    by_price = decide({"id": 7, "price": "30.00 USD", "claim.reason": "defective"}, order={"shipping_paid": "0.00 USD"})
    assert amounts(by_price) == {"7": "30.00 USD"}
    assert total(by_price) == "30.00 USD"


def test_what_nobody_reads() -> None:
    """A misspelt fact of a line is told with the line's name, that of the order once."""
    decision = decide(line("a", "1.00 USD", item={"price": "1.00 USD", "weigth": 1}), line("b", "1.00 USD"), shop=1)
    assert [one.path for one in decision.unused] == ["line a: item.weigth", "shop"]


def test_a_fact_of_lines_that_no_fold_reads() -> None:
    """Nothing that was given is lost: it is told as not read."""
    decision = decide(line("a", "1.00 USD", opened=True), rules=shop(NEW_RULES))
    assert [one.path for one in decision.unused] == ["line a: opened"]


def test_a_line_can_be_recorded() -> None:
    """The record of a line's decision is decided again as it was."""
    decision = decide(
        line("lamp", "30.00 USD"), line("cups", "20.00 USD"), order=SHIPPING, rules=claimrules.load("etsy")
    )
    assert claimrules.replay(decision.lines[0].decision.record()).is_identical


def test_the_screen() -> None:
    """Lines with units and prices, the total, and what was shared out."""
    text = str(decide(line("lamp", "30.00 USD", quantity=1), line("cups", "20.00 USD", quantity=3), order=SHIPPING))
    for words in (
        "Line lamp, 1 unit, 30.00 USD\n  Full refund, 36.00 USD: available", "Line cups, 3 units, 20.00 USD",
        "All lines together\n  Full refund: 60.00 USD", "order.shipping_paid, 10.00 USD: lamp 6.00 USD, cups 4.00 USD",
    ):  # fmt: skip
        assert words in text


def test_decided_for_an_instant_without_an_offset() -> None:
    """As of one claim, that is a fault."""
    with pytest.raises(claimrules.FactsError, match="CR0610"):
        shop().decide_order(order(line("a", "1.00 USD")), at=AT.replace(tzinfo=None))
