"""Money in another currency: refused, or converted by a rate that is given, and said."""

from __future__ import annotations

from typing import Any

import pytest

from claimrules.diagnostics.diagnostic import FactsError
from claimrules.domain.facts import FactReader, Facts
from claimrules.domain.types import FactDeclaration, Fold, MoneyType

VOCABULARY = {name: FactDeclaration(name, MoneyType()) for name in ("item.price", "item.fee")} | {
    "order.lines.price": FactDeclaration("order.lines.price", MoneyType(), line_of="order.lines"),
    "order.total": FactDeclaration(
        "order.total", MoneyType(), fold=Fold("sum", "order.lines", "order.lines.price")
    ),
}  # fmt: skip


def read(document: dict[str, Any], currency: str | None = "USD", rounding: str = "half_up") -> Facts:
    """Return facts read for a ruleset of a currency."""
    return FactReader(VOCABULARY, "UTC", None, currency, rounding).read(document)


def price(money: str, rate: str, currency: str = "USD", rounding: str = "half_up") -> str:
    """Return a price converted by a rate of its own currency."""
    facts = read({"item": {"price": money}, "rates": {money[-3:]: rate}}, currency, rounding)
    return facts.shown["item.price"]


@pytest.mark.parametrize(
    ("money", "rate", "currency", "taken"),
    [
        ("10.00 EUR", "1.0850 USD", "USD", "10.85 USD"),
        ("0.00 EUR", "1.0850 USD", "USD", "0.00 USD"),
        ("1000 JPY", "0.0067 USD", "USD", "6.70 USD"),
        ("10.00 USD", "149.25 JPY", "JPY", "1,493 JPY"),  # 1492.5
        ("10.00 USD", "1345.5 KRW", "KRW", "13,455 KRW"),
        ("9.99 USD", "1345.5 KRW", "KRW", "13,442 KRW"),  # 13441.545
        ("50000 KRW", "0.111 JPY", "JPY", "5,550 JPY"),
        ("1 KRW", "0.0007 USD", "USD", "0.00 USD"),  # 0.07 of a cent
        ("1.234 KWD", "3.25 USD", "USD", "4.01 USD"),  # 4.0105
        ("1.00 USD", "0.3075 KWD", "KWD", "0.308 KWD"),  # 0.3075
        ("1.00 USD", "999999999999.999999999999 VND", "VND", "1,000,000,000,000 VND"),
    ],
)
def test_money_is_converted(money: str, rate: str, currency: str, taken: str) -> None:
    """Amount times rate, rounded half up to the smallest unit of the ruleset's currency."""
    assert price(money, rate, currency) == taken


@pytest.mark.parametrize(
    ("money", "half_up", "half_even", "up", "down"),
    [
        ("0.01 EUR", "0.01", "0.00", "0.01", "0.00"),  # 0.005
        ("0.03 EUR", "0.02", "0.02", "0.02", "0.01"),  # 0.015
        ("0.05 EUR", "0.03", "0.02", "0.03", "0.02"),  # 0.025
        ("0.02 EUR", "0.01", "0.01", "0.01", "0.01"),  # 0.01 exactly
    ],
)
def test_the_rounding_is_the_rulesets(money: str, half_up: str, half_even: str, up: str, down: str) -> None:
    """At a rate of one half, each rounding as it says."""
    expected = {"half_up": half_up, "half_even": half_even, "up": up, "down": down}
    assert {rounding: price(money, "0.5 USD", rounding=rounding)[:4] for rounding in expected} == expected


def test_a_conversion_is_an_assumption() -> None:
    """It names the fact, both amounts, the rate as written, and the rounding where there was one."""
    document = {"item": {"price": "10.00 EUR", "fee": "0.01 EUR"}, "rates": {"EUR": "1.0850 USD"}}
    assert read(document).assumptions == (
        "`item.price` is given as 10.00 EUR: taken as 10.85 USD at the given rate, 1 EUR = 1.0850 USD.",
        "`item.fee` is given as 0.01 EUR: taken as 0.01 USD at the given rate, 1 EUR = 1.0850 USD, rounded half_up.",
    )


def test_money_of_the_rulesets_currency_needs_no_rate() -> None:
    """Rates that are not needed change nothing."""
    facts = read({"item": {"price": "10.00 USD"}, "rates": {"EUR": "1.0850 USD"}})
    assert (facts.shown["item.price"], facts.assumptions, facts.unused) == ("10.00 USD", (), ())


def test_lines_are_converted_one_by_one() -> None:
    """Each line is rounded, so the parts add up to the total: 0.505 three times is 0.51 three times."""
    lines = [{"price": "1.01 EUR"}] * 3
    facts = read({"order": {"lines": lines}, "rates": {"EUR": "0.5 USD"}})
    assert facts.shown["order.total"] == "1.53 USD"
    assert facts.assumptions[2].startswith("`order.lines.2.price` is given as 1.01 EUR: taken as 0.51 USD")


def fault(document: dict[str, Any], currency: str | None = "USD") -> tuple[str, str, str]:
    """Return the code, place and help of the one fault."""
    with pytest.raises(FactsError) as caught:
        read(document, currency)
    (found,) = caught.value.diagnostics
    return found.code, str(found.primary.origin).removeprefix("facts#"), found.help


@pytest.mark.parametrize("rates", [None, {}, {"GBP": "1.27 USD"}, {"EUR": "0.86 GBP"}])
def test_without_the_rate_it_is_refused(rates: Any) -> None:
    """Money in another currency is a fault, whose help shows how to give a rate to the ruleset's currency."""
    code, place, help = fault({"item": {"price": "10.00 EUR"}, "rates": rates})
    assert (code, place) == ("CR0606", "/item/price")
    assert help.endswith('"rates": {"EUR": "… USD"}')


def test_a_ruleset_without_a_currency_converts_nothing() -> None:
    """No currency is the ruleset's, so there is none to convert to."""
    document = {"item": {"price": "10.00 USD", "fee": "1.00 EUR"}, "rates": {"EUR": "1.0850 USD"}}
    code, place, help = fault(document, None)
    assert (code, place, "rates" in help) == ("CR0606", "/item/fee", False)


@pytest.mark.parametrize(
    ("rates", "code", "place"),
    [
        (1.085, "CR0604", "/rates"),
        (["1.0850 USD"], "CR0604", "/rates"),
        ({"EUR": 1.085}, "CR0604", "/rates/EUR"),
        ({"EUR": "1.0850"}, "CR0604", "/rates/EUR"),
        ({"EUR": "1,0850 USD"}, "CR0604", "/rates/EUR"),
        ({"EUR": "-1.0850 USD"}, "CR0604", "/rates/EUR"),
        ({"EUR": "1e3 USD"}, "CR0604", "/rates/EUR"),
        ({"EUR": "NaN USD"}, "CR0604", "/rates/EUR"),
        ({"EUR": None}, "CR0604", "/rates/EUR"),
        ({"EUR": "1000000000000 USD"}, "CR0604", "/rates/EUR"),
        ({"EUR": "0.0000000000001 USD"}, "CR0604", "/rates/EUR"),
        ({"EUR": "0 USD"}, "CR0605", "/rates/EUR"),
        ({"EUR": "0.000 USD"}, "CR0605", "/rates/EUR"),
        ({"USD": "1.0850 USD"}, "CR0605", "/rates/USD"),
        ({"EUR": "1.0850 ZZZ"}, "CR0606", "/rates/EUR"),
        ({"EURO": "1.0850 USD"}, "CR0606", "/rates/EURO"),
        ({"eur": "1.0850 USD"}, "CR0606", "/rates/eur"),
        ({1: "1.0850 USD"}, "CR0606", "/rates/1"),
    ],
)
def test_absurd_rates(rates: Any, code: str, place: str) -> None:
    """A rate is an exact decimal above zero in another currency; each fault has its place, needed or not."""
    found = fault({"item": {"price": "10.00 USD"}, "rates": rates})
    assert found[:2] == (code, place)
    assert found[2] == 'write {"EUR": "1.0850 USD"} where one EUR is 1.0850 USD'


def test_a_conversion_that_is_too_much() -> None:
    """What comes out is bounded like any amount."""
    assert fault({"item": {"price": "1000.00 EUR"}, "rates": {"EUR": "999999999999 USD"}})[:2] == (
        "CR0605",
        "/item/price",
    )
