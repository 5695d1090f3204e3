"""Money as people give it with a claim: "120.00 USD", an object of amount and currency, or a `Money`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from claimrules.domain.fact_places import Place, described
from claimrules.domain.money import HIGHEST_MINOR, Money, is_currency, parse_amount

#: No comma, or one between every three digits.
_NUMERAL: Final = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?", re.ASCII)
#: How money is written, as a pattern of JSON Schema.
WRITTEN: Final = rf"^\s*{_NUMERAL.pattern} [A-Z]{{3}}\s*$"
_EXAMPLE: Final = 'write "120.00 USD"'
_MOST_DIGITS: Final = 26
_MOST_SIZE: Final = 20


def read_money(value: object, place: Place) -> Money | None:
    """Return money, or None after reporting what is wrong."""
    match value:
        case Money():
            return _checked(value, place)
        case str():
            amount, _, currency = value.strip().rpartition(" ")
            if not amount and _NUMERAL.fullmatch(currency):
                amount, currency = currency, ""
            return _money(amount, currency, place)
        case Mapping():
            return _of_object(value, place)
        case Decimal():
            place.wrong("CR0606", f"`{place.path}` has no currency", _EXAMPLE)
        case _:
            place.wrong("CR0604", f"`{place.path}` is money, not {described(value)}", _EXAMPLE)
    return None


def _checked(money: Money, place: Place) -> Money | None:
    if not is_currency(str(money.currency)):
        place.wrong("CR0606", f"{described(money.currency)} is not a currency code of ISO 4217")
    elif isinstance(money.minor, bool) or not isinstance(money.minor, int):
        place.wrong("CR0604", f"`{place.path}` is a whole number of minor units, not {described(money.minor)}")
    elif not 0 <= money.minor <= HIGHEST_MINOR:
        _out_of_bounds(place, money.minor)
    else:
        return money
    return None


def _of_object(value: Mapping[object, object], place: Place) -> Money | None:
    surplus = [key for key in value if key not in {"amount", "currency"}]
    currency, amount = value.get("currency"), value.get("amount")
    if surplus:
        help = 'write {"amount": "120.00", "currency": "USD"}'
        place.wrong("CR0604", f"`{place.path}` has {described(surplus[0])} beside its amount and currency", help)
    elif currency is None:
        place.wrong("CR0606", f"`{place.path}` has no currency", _EXAMPLE)
    elif not isinstance(currency, str):
        place.below("currency").wrong("CR0604", f"a currency is a code like USD, not {described(currency)}")
    else:
        words = _amount_words(amount, place.below("amount"))
        return None if words is None else _money(words, currency, place)
    return None


def _amount_words(amount: object, place: Place) -> str | None:
    if isinstance(amount, str):
        return amount.strip()
    if isinstance(amount, bool) or not isinstance(amount, int | Decimal):
        help = 'write it in quotation marks, "120.00", so that no part of a cent is lost'
        place.wrong("CR0604", f"`{place.path}` is an exact amount, not {described(amount)}", help)
    elif _is_moderate(amount):
        return format(amount, "f") if isinstance(amount, Decimal) else str(amount)
    else:
        _out_of_bounds(place, amount)
    return None


def _is_moderate(amount: int | Decimal) -> bool:
    if isinstance(amount, int):
        return abs(amount) <= HIGHEST_MINOR
    return amount.is_finite() and abs(amount.adjusted()) < _MOST_SIZE


def _money(amount: str, currency: str, place: Place) -> Money | None:
    if not _NUMERAL.fullmatch(amount):
        place.wrong("CR0604", f"`{place.path}` is money, not {described(f'{amount} {currency}'.strip())}", _EXAMPLE)
    elif not currency:
        place.wrong("CR0606", f"`{place.path}` has no currency", _EXAMPLE)
    elif not is_currency(currency):
        help = f"write {currency.upper()}" if is_currency(currency.upper()) else ""
        place.wrong("CR0606", f"{described(currency)} is not a currency code of ISO 4217", help)
    elif len(amount) > _MOST_DIGITS:
        _out_of_bounds(place, amount)
    else:
        try:
            return parse_amount(amount.replace(",", ""), currency)
        except ValueError as error:
            place.wrong("CR0605", f"`{place.path}`: {error}")
    return None


def _out_of_bounds(place: Place, amount: object) -> None:
    place.wrong("CR0605", f"`{place.path}` is from 0 to {HIGHEST_MINOR} with few decimals, not {described(amount)}")
