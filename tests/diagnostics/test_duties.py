"""What can be wrong with a duty, with what a delay costs, and with the bounds of an amount."""

from __future__ import annotations

import pytest

from tests.diagnostics.policies import HEAD, RIGHT, fault_of, faults

_OBLIGE = "oblige seller to refund within 14 days after returned"


def rule(clauses: str, grant: str = "grant full_refund") -> str:
    """Return a policy with one rule that has these clauses."""
    return f'{HEAD}\nrule owes "Owes" when delivered {grant} {clauses} cite terms "1"\n'


@pytest.mark.parametrize(
    ("clauses", "code", "underlined", "help_words"),
    [
        ("oblige shop to refund within 14 days after returned", "CR0201", "shop", ""),
        ("oblige seller to refnd within 14 days after returned", "CR0201", "refnd", "did you mean `refund`?"),
        ("oblige seller to refund within dispute", "CR0201", "dispute", ""),
        ("oblige seller to refund within 14 days after item.price", "CR0301", "item.price", "events are"),
        ("oblige seller to refund within 3 business days after returned", "CR0408", "3 business days", "place KR"),
        (f"{_OBLIGE} else interest 2000%", "CR0305", "interest 2000%", ""),
        (f"{_OBLIGE} else interest base_rate", "CR0201", "base_rate", ""),
        (f"{_OBLIGE} else interest 5% of item.condition", "CR0306", "item.condition", ""),
        (f"{_OBLIGE} else 10% of item.price until 14 days late", "CR0421", "10% of item.price until 14 days late", "add what comes"),
        (f"{_OBLIGE} else 10% of item.price, 20% of item.price", "CR0421", "10% of item.price", "say until when"),
        (
            f"{_OBLIGE} else 1 KRW until 30 days late, 2 KRW until 2 weeks late, 3 KRW",
            "CR0421", "2 weeks", "write the bands from the earliest",
        ),
        (f"{_OBLIGE} else 1 KRW until 14 days late, 2 KRW until 14 days late, 3 KRW", "CR0421", "14 days", "write the bands"),
        (f"{_OBLIGE} else 5", "CR0304", "5", "write 5 KRW"),
        (f"{_OBLIGE} else 1 KRW until 3 business days late, 2 KRW", "CR0408", "3 business days", "place KR"),
    ],
)  # fmt: skip
def test_faults_of_duties(clauses: str, code: str, underlined: str, help_words: str) -> None:
    """Each fault of an `oblige` clause has a code, its place and help."""
    found = fault_of(rule(clauses))
    assert found[:2] == (code, underlined)
    assert help_words in found[2]


@pytest.mark.parametrize("grant", ["", "grant repair", "grant partial_refund", "grant full_refund at most item.price"])
def test_interest_needs_an_amount(grant: str) -> None:
    """Interest on what the rule grants needs a first grant with an exact amount."""
    code, underlined, help_words = fault_of(rule(f"{_OBLIGE} else interest 15%", grant))
    assert (code, underlined) == ("CR0422", "interest 15%")
    assert help_words == "say of what: interest 15% of item.price"


def test_bands_are_counted_by_the_convention_of_the_window() -> None:
    """A window with business days of its own has bands of them, though the file's convention knows no holidays."""
    trading = "convention trading like plain_days business days exclude saturday, sunday, holiday holidays of KR\n"
    window = "window pay_back = 3 business days after returned counting trading\n"
    policy = rule("oblige seller to refund within pay_back else 1 KRW until 3 business days late, 2 KRW")
    assert {fault.code for fault in faults(policy + trading + window + "rule")} == {"CR0105"}


def test_interest_is_always_rounded() -> None:
    """Also a percentage of whole hundreds leaves fractions by the day, so the ruleset must say how to round."""
    text = rule(f"{_OBLIGE} else interest 100% of item.price").replace("  rounding half_up\n", "")
    assert fault_of(text)[:2] == ("CR0502", "interest 100% of item.price")


@pytest.mark.parametrize(
    ("grant", "code", "underlined"),
    [
        ("grant coupon amount 5 KRW at least 20 KRW capped at 10 KRW", "CR0420", "10 KRW"),
        ("grant coupon amount 5 KRW capped at 10 KRW at least 20 KRW", "CR0420", "10 KRW"),
        ("grant coupon amount 5 KRW capped at 10 KRW capped at 20 KRW", "CR0404", "capped at 20 KRW"),
        ("grant coupon amount 5 KRW at least 20 KRW at least 10 KRW", "CR0404", "at least 10 KRW"),
        ("grant coupon amount 5 KRW at least 3 USD capped at 10 KRW", "CR0304", "3 USD"),
        ("grant coupon amount (item.price plus item.condition)", "CR0306", "item.condition"),
        ("grant coupon amount 2000% of (item.price plus 1 KRW)", "CR0305", "2000% of (item.price plus 1 KRW)"),
        ("grant coupon amount when item.conditon is opened: 5 KRW, otherwise 1 KRW", "CR0201", "item.conditon"),
        ("grant coupon amount when delivered: 5, otherwise 1 KRW", "CR0304", "5"),
        ("grant full_refund to orginal_payment", "CR0303", "orginal_payment"),
        ("grant full_refund to store_credit to gift_card", "CR0404", "to gift_card"),
    ],
)
def test_faults_of_amounts(grant: str, code: str, underlined: str) -> None:
    """Each fault of an amount, its bounds or its means of payment has a code and its place."""
    assert fault_of(rule("", grant))[:2] == (code, underlined)


def test_a_cap_at_the_floor_is_right() -> None:
    """Only a cap below the floor is a fault."""
    policy = rule("", "grant coupon amount 5 KRW at least 10 KRW capped at 10 KRW")
    assert {fault.code for fault in faults(policy + "rule")} == {"CR0105"}


@pytest.mark.parametrize(
    ("declaration", "code", "underlined"),
    [
        ('duty pay "Pay" met by item.price', "CR0301", "item.price"),
        ('duty pay "Pay" met by payed', "CR0201", "payed"),
        ('duty pay "Pay" met by paid duty pay "Pay" met by refunded', "CR0202", "pay"),
        ("remedy gift never above item.condition", "CR0306", "item.condition"),
        ('case "one" at 2026-03-01T10:00+09:00 expect duty refnd', "CR0201", "refnd"),
        ('case "one" at 2026-03-01T10:00+09:00 expect no duty refnd', "CR0201", "refnd"),
        ('case "one" at 2026-03-01T10:00+09:00 expect duty refund by retrn', "CR0201", "retrn"),
        ('case "one" at 2026-03-01T10:00+09:00 expect full_refund to cash', "CR0303", "cash"),
    ],
)
def test_faults_of_declarations(declaration: str, code: str, underlined: str) -> None:
    """Each fault of a duty, a limit or an expectation has a code and its place."""
    assert fault_of(RIGHT + declaration)[:2] == (code, underlined)


@pytest.mark.parametrize(
    ("clauses", "word"),
    [("oblige seller to refund", "within"), ("oblige seller refund within 1 days after returned", "to")],
)
def test_unfinished_duties(clauses: str, word: str) -> None:
    """A clause that breaks off says what comes next."""
    found = [fault for fault in faults(rule(clauses)) if fault.code == "CR0105"]
    assert len(found) == 1
    assert f"`{word}`" in found[0].help


def test_a_duty_after_a_no_is_cut_where_it_begins() -> None:
    """`duty` begins a declaration also after a fact of the type that ends with no, and stands in what a case expects."""
    text = HEAD + 'fact a: yes or no\nduty pay "Pay" met by paid\nfact b: yes or no\nduty pack met by shipped\n'
    case = 'case "c" given paid 2026-03-01 at 2026-03-02T10:00+09:00 expect no duty pay and no duty pack and duty refnd late\n'
    assert fault_of(text + case)[:2] == ("CR0201", "refnd")
