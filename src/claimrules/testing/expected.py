"""Times and amounts as cases write them, against those of a decision."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from claimrules.constructs.literals import money_text
from claimrules.domain.instants import micros
from claimrules.domain.money import parse_amount
from claimrules.domain.zones import day_start


def money(text: str) -> str:
    """Return money as a case writes it in the form of a decision, without the commas between thousands."""
    amount, currency = money_text(text)
    try:
        return str(parse_amount(amount, currency)).replace(",", "")
    except ValueError:  # nothing is worth that
        return text


def shown(found: datetime | None, wanted: date | datetime, zone: str, *, is_end: bool) -> str:
    """Return an instant in the way a case says it: as a day, where it is the edge of one."""
    if found is None:
        return "not known or open-ended"
    day = (found - timedelta(microseconds=1)).date() if is_end else found.date()
    is_day = not isinstance(wanted, datetime) and is_at(found, day, zone, is_end=is_end)
    return day.isoformat() if is_day else found.isoformat()


def is_at(found: datetime | None, wanted: date | datetime | None, zone: str, *, is_end: bool) -> bool:
    """Tell whether an instant is the one a case names; a date means its first instant, or its end."""
    if found is None or wanted is None:
        return False
    if isinstance(wanted, datetime):
        return found == wanted
    return micros(found) == day_start(wanted + timedelta(days=1) if is_end else wanted, zone)
