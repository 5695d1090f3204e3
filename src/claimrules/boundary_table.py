"""A convention at the edges of months: events from the 27th to the 1st, and where three periods after them end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from attrs import frozen

from claimrules.deadline_of import deadline
from claimrules.diagnostics.diagnostic import PolicyError
from claimrules.domain.deadline import Deadline

PERIODS: Final = ("1 month", "14 days", "3 business days")
_FIRST_EVENT: Final = 27
_NO_BUSINESS_DAYS: Final = "CR0409"


@frozen
class Row:
    """One event, and for each of `PERIODS` where it ends, in words."""

    event: date
    ends: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as text, the event first."""
        return (_said(self.event), *self.ends)


def boundary_table(
    counting: str,
    month: date,
    *,
    timezone: str | None = None,
    place: str | None = None,
    within: str | Path | None = None,
) -> tuple[Row, ...]:
    """Return the rows of a convention for the events of a month's end, from its 27th to the next month's 1st.

    Args:
        counting: the convention, one that ships or one of `within`.
        month: any day of the month.
        timezone: where days begin and end.
        place: whose holidays count; without one, a cell holds every day there can be.
        within: a ruleset with conventions and calendars of its own.

    Raises:
        PolicyError: the convention, the zone or the place has faults.
    """

    def end(length: str, event: date) -> str:
        try:
            expression = f"{length} after {event.isoformat()}"
            return cell(deadline(expression, counting=counting, timezone=timezone, place=place, within=within))
        except PolicyError as error:
            if any(fault.code != _NO_BUSINESS_DAYS for fault in error.diagnostics):
                raise
            return "not defined"

    return tuple(Row(event, tuple(end(length, event) for length in PERIODS)) for event in events(month))


def events(month: date) -> Iterator[date]:
    """Yield the 27th of a month, and the days after it until the next month's 1st."""
    day = month.replace(day=_FIRST_EVENT)
    while day.day != 1:
        yield day
        day += timedelta(days=1)
    yield day


def cell(found: Deadline) -> str:
    """Return a last day, from where it was counted to where it moved; every one there can be, where that is open."""
    if found.effective_end is None:
        days = sorted({end.last for end in found.possible if end.last})
        return " or ".join(map(_said, days)) or f"depends on {', '.join(found.needs)}"
    effective = _said(found.effective_end)
    is_moved = found.nominal_end is not None and found.nominal_end != found.effective_end
    return f"{_said(found.nominal_end)} → {effective}" if is_moved and found.nominal_end else effective


def _said(day: date) -> str:
    return f"{day:%a} {day.isoformat()}"


def as_text(rows: tuple[Row, ...]) -> str:
    """Return rows as a table of Markdown, its columns aligned."""
    head = ("event", *(f"+ {length}" for length in PERIODS))
    lines = [head, *(row.cells for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    rule = tuple("-" * width for width in widths)
    return "\n".join(_line(line, widths) for line in (head, rule, *lines[1:]))


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return f"| {' | '.join(text.ljust(width) for text, width in zip(cells, widths, strict=True))} |"
