"""Money: whole minor units and a currency of ISO 4217."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from attrs import frozen

#: Currencies whose minor unit is not a hundredth (ISO 4217:2015, list one).
_DIGITS: Final = dict.fromkeys(
    ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"], 0
) | dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3)
_HUNDREDTHS: Final = frozenset([
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BMD",
    "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CNY", "COP",
    "CRC", "CUP", "CVE", "CZK", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP",
    "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS",
    "INR", "IRR", "JMD", "KES", "KGS", "KHR", "KPW", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD",
    "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN",
    "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PGK", "PHP", "PKR",
    "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE",
    "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TOP", "TRY", "TTD",
    "TWD", "TZS", "UAH", "USD", "UYU", "UZS", "VES", "WST", "XCD", "YER", "ZAR", "ZMW", "ZWG",
])  # fmt: skip
#: No currency has as many decimals.
_MOST_DIGITS: Final = 9
#: More than any order line costs, and small enough that sums stay far inside 64 bits.
HIGHEST_MINOR: Final = 10**15


@frozen(order=True)
class Money:
    """An amount in minor units (cents, or whole won) of one currency."""

    minor: int
    currency: str

    @property
    def amount(self) -> Decimal:
        """The amount in major units, exact."""
        return Decimal(self.minor).scaleb(-digits(self.currency))

    def __str__(self) -> str:
        return f"{self.amount:,.{digits(self.currency)}f} {self.currency}"


def is_currency(code: str) -> bool:
    """Tell whether `code` is an active currency of ISO 4217."""
    return code in _DIGITS or code in _HUNDREDTHS


def digits(currency: str) -> int:
    """Return how many decimals the currency has."""
    return _DIGITS.get(currency, 2)


def parse_amount(amount: str, currency: str) -> Money:
    """Return money from a decimal numeral.

    Raises:
        ValueError: no currency of that code, not a numeral, negative, too large, or more decimals than the currency has;
            the message says which.
    """
    if not is_currency(currency):
        raise ValueError(f"`{currency}` is not a currency code of ISO 4217")
    try:
        exact = Decimal(amount.replace("_", ""))
    except InvalidOperation:
        raise ValueError(f"`{amount}` is not an amount") from None
    highest = Money(HIGHEST_MINOR, currency)
    if not exact.is_finite() or not 0 <= exact <= highest.amount:
        raise ValueError(f"an amount is from 0 to {highest}, not {amount}")
    is_tiny = exact != 0 and exact.adjusted() < -_MOST_DIGITS
    scaled = None if is_tiny else Fraction(exact) * 10 ** digits(currency)
    if scaled is None or scaled.denominator != 1:
        raise ValueError(f"{currency} has {digits(currency)} decimals, `{amount}` has more")
    return Money(scaled.numerator, currency)
