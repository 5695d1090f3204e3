"""Numbers, dates, instants and money as written, with a diagnostic where they cannot be meant."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from claimrules.constructs.construct import Builder
from claimrules.constructs.scope import Scope
from claimrules.domain.money import parse_amount
from claimrules.text.span import Span

#: The code of dates that do not exist; in their place stands another, of which nothing follows.
NO_DATE: Final = "CR0110"
_EARLIEST, _LATEST = 1900, 2200


def number_of(token: Any, b: Builder) -> int:
    """Return a whole number; a fraction is reported and read without its decimals."""
    text = str(token).replace("_", "")
    whole, _, decimals = text.partition(".")
    if decimals:
        b.collector.report("CR0305", f"`{text}` is not a whole number", b.span(token), f"write {whole}")
    return int(whole[:16])


def date_of(token: Any, b: Builder) -> date:
    """Return a date; one that does not exist is reported."""
    try:
        day = date.fromisoformat(str(token))
    except ValueError:
        day = date(1, 1, 1)
    if not _EARLIEST <= day.year <= _LATEST:
        help_words = "write year-month-day, as in 2026-03-20"
        b.collector.report(NO_DATE, f"there is no date {token}", b.span(token), help_words)
        return date(2000, 1, 1)
    return day


def instant_of(token: Any, b: Builder) -> datetime:
    """Return an instant; one without an offset from UTC, or that does not exist, is reported."""
    placeholder = datetime.fromisoformat("2000-01-01T00:00+00:00")
    try:
        moment = datetime.fromisoformat(str(token))
    except ValueError:
        b.collector.report(NO_DATE, f"there is no time {token}", b.span(token), "as in 2026-03-20T14:00+09:00")
        return placeholder
    if moment.tzinfo is None:
        words = f"`{token}` has no offset from UTC, so nobody can tell when that is"
        b.collector.report("CR0602", words, b.span(token), f"add it, as in {token}+09:00")
        return placeholder
    if not _EARLIEST <= moment.year <= _LATEST:
        b.collector.report(NO_DATE, f"years go from {_EARLIEST} to {_LATEST}", b.span(token))
        return placeholder
    return moment


def money_text(text: str) -> tuple[str, str]:
    """Return the amount and the currency code of money as written."""
    return text[:-3].strip(), text[-3:]


def checked_money(text: str, span: Span, scope: Scope) -> None:
    """Report money that is malformed or not in the ruleset's currency."""
    amount, currency = money_text(text)
    try:
        parse_amount(amount, currency)
    except ValueError as error:
        scope.collector.report("CR0304", str(error), span)
        return
    if scope.currency is None:
        if scope.collector.has_unread("ruleset"):
            return
        words = f"the ruleset names no currency, so {text} cannot be compared"
        scope.collector.report("CR0304", words, span, f"add `currency {currency}` to the ruleset")
    elif currency != scope.currency:
        words = f"this ruleset's currency is {scope.currency}, not {currency}"
        scope.collector.report("CR0304", words, span, f"write the amount in {scope.currency}")
