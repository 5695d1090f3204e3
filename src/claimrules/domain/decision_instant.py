"""The instant to decide for: an aware datetime within the years that facts may have."""

from __future__ import annotations

from datetime import datetime

from claimrules.diagnostics.diagnostic import Diagnostic, FactsError, Label
from claimrules.domain.fact_events import YEARS
from claimrules.domain.fact_places import described
from claimrules.text.span import Pointer

_EXAMPLE = "give an aware datetime, as in datetime(2026, 3, 21, 12, tzinfo=UTC)"


def checked_instant(at: object) -> datetime:
    """Return the instant of decision.

    Raises:
        FactsError: it is no datetime (CR0604), has no offset from UTC (CR0610), or lies outside 1900 to 2200 (CR0603).
    """
    if not isinstance(at, datetime):
        raise _fault("CR0604", f"the instant of decision is a datetime, not {described(at)}", _EXAMPLE)
    if at.utcoffset() is None:
        raise _fault("CR0610", f"the instant of decision {at.isoformat()} has no offset from UTC", _EXAMPLE)
    if at.year not in YEARS:
        raise _fault("CR0603", out_of_years(at))
    return at


def out_of_years(at: datetime) -> str:
    """Return what is wrong with an instant that lies outside the years that can be decided for."""
    return f"the instant of decision is in the year {at.year}; years are {YEARS[0]} to {YEARS[-1]}"


def _fault(code: str, message: str, help: str = "") -> FactsError:
    return FactsError((Diagnostic(code, message, Label(Pointer("at", "")), help),))
