"""Money: minor units, exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules.domain.money import HIGHEST_MINOR, Money, digits, is_currency, parse_amount

CODES = ["USD", "EUR", "KRW", "JPY", "KWD"]


@pytest.mark.parametrize(
    ("amount", "currency", "minor"), [("120.00", "USD", 12_000), ("120", "KRW", 120), ("1.5", "KWD", 1_500)]
)
def test_minor_units_of_each_currency(amount: str, currency: str, minor: int) -> None:
    """Currencies have none, two or three decimals."""
    assert parse_amount(amount, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        ("1", "ZZZ", "not a currency"), ("one", "USD", "not an amount"), ("-1", "USD", "from 0"),
        ("NaN", "USD", "from 0"), ("Infinity", "USD", "from 0"), ("1.5", "KRW", "0 decimals"), ("1.001", "USD", "more"),
        (str(HIGHEST_MINOR + 1), "USD", "from 0"), ("10000000000000.01", "USD", "from 0"), ("1e-99999999", "USD", "more"),
        ("1.0000000000000000000000000000000000001", "USD", "more"),
    ],
)  # fmt: skip
def test_what_is_no_money(amount: str, currency: str, words: str) -> None:
    """The message says what is wrong."""
    with pytest.raises(ValueError, match=words):
        parse_amount(amount, currency)


@given(st.integers(0, HIGHEST_MINOR), st.sampled_from(CODES))
def test_text_and_back(minor: int, currency: str) -> None:
    """The words for an amount mean that amount."""
    money = Money(minor, currency)
    words, code = str(money).split(" ")
    assert parse_amount(words.replace(",", ""), code) == money
    assert money.amount == Decimal(minor).scaleb(-digits(currency))


def test_words() -> None:
    """Thousands are set apart, and all decimals are shown."""
    assert str(Money(123_450, "USD")) == "1,234.50 USD"
    assert str(Money(123_450, "KRW")) == "123,450 KRW"
    assert is_currency("EUR") and not is_currency("eur")  # noqa: PT018 - one statement about one function
