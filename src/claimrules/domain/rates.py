"""Rates of exchange that are given with the facts: money in another currency → money in that of the ruleset."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from attrs import frozen

from claimrules.domain.fact_places import Place, described
from claimrules.domain.money import HIGHEST_MINOR, Money, is_currency
from claimrules.domain.rounding import rounded
from claimrules.speech.phrases import phrase

#: The key under which rates are given.
RATES: Final = "rates"
_RATE: Final = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,12})?) +([A-Z]{3})", re.ASCII)
#: How a rate is written, as a pattern of JSON Schema.
WRITTEN: Final = rf"^\s*{_RATE.pattern}\s*$"
_EXAMPLE: Final = 'write {"EUR": "1.0850 USD"} where one EUR is 1.0850 USD'


@frozen
class Rate:
    """What one unit of a currency is in another: `value` as written, exact."""

    value: str
    currency: str

    def converted(self, money: Money) -> Fraction:
        """Return money in minor units of the other currency, not rounded."""
        return Fraction(money.amount) * Fraction(self.value) / Fraction(Money(1, self.currency).amount)


def read_rates(given: tuple[object, Place] | None) -> Mapping[str, Rate]:
    """Return the rates that are given, by the currency they are of; every wrong one is reported."""
    if given is None or given[0] is None:
        return {}
    value, place = given
    if not isinstance(value, Mapping):
        place.wrong("CR0604", f"`{place.path}` is an object of rates, not {described(value)}", _EXAMPLE)
        return {}
    rates = {str(key): _rate(key, rate, place.below(str(key))) for key, rate in value.items()}
    return {key: rate for key, rate in rates.items() if rate is not None}


def _rate(key: object, value: object, place: Place) -> Rate | None:
    written = _RATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not isinstance(key, str) or not is_currency(key):
        place.wrong("CR0606", f"{described(key)} is not a currency code of ISO 4217", _EXAMPLE)
    elif written is None:
        place.wrong("CR0604", f"`{place.path}` is an exact rate in a currency, not {described(value)}", _EXAMPLE)
    elif not is_currency(written[2]):
        place.wrong("CR0606", f"{described(written[2])} is not a currency code of ISO 4217", _EXAMPLE)
    elif written[2] == key:
        place.wrong("CR0605", f"`{place.path}` is a rate of {key} in {key} itself", _EXAMPLE)
    elif Fraction(written[1]) == 0:
        place.wrong("CR0605", f"`{place.path}` is above zero, not {described(value)}", _EXAMPLE)
    else:
        return Rate(written[1], written[2])
    return None


@frozen
class Conversion:
    """How money in another currency is taken.

    Args:
        rates: by the currency they are of.
        currency: that of the ruleset; nothing is converted where it has none.
        rounding: of what is converted.
    """

    rates: Mapping[str, Rate]
    currency: str | None
    rounding: str

    def taken(self, money: Money, currency: str, place: Place, assumptions: list[str]) -> Money | None:
        """Return money in the currency of all money, and note the conversion; or None after reporting why not."""
        if money.currency == currency:
            return money
        rate = self.rates.get(money.currency)
        if self.currency is None or rate is None or rate.currency != currency:
            message = f"`{place.path}` is in {money.currency}, not in {currency}"
            place.wrong("CR0606", message, self._help(money.currency))
            return None
        exact = rate.converted(money)
        taken = Money(rounded(exact, self.rounding), currency)
        if taken.minor > HIGHEST_MINOR:
            place.wrong("CR0605", f"`{place.path}` is at most {Money(HIGHEST_MINOR, currency)}, not {taken}")
            return None
        assumptions.append(self._assumption(place.path, money, taken, rate.value, is_exact=exact == taken.minor))
        return taken

    def _assumption(self, fact: str, money: Money, taken: Money, value: object, *, is_exact: bool) -> str:
        rate = f"1 {money.currency} = {value} {taken.currency}"
        if is_exact:
            return phrase(
                "`{fact}` is given as {money}: taken as {taken} at the given rate, {rate}.",
                fact=fact, money=money, taken=taken, rate=rate,
            )  # fmt: skip
        return phrase(
            "`{fact}` is given as {money}: taken as {taken} at the given rate, {rate}, rounded {rounding}.",
            fact=fact, money=money, taken=taken, rate=rate, rounding=self.rounding,
        )  # fmt: skip

    def _help(self, other: str) -> str:
        words = "give all money in one currency, that of the ruleset if it has one"
        if self.currency is None:
            return words
        return f'{words}; or say what one {other} is: "{RATES}": {{"{other}": "… {self.currency}"}}'
