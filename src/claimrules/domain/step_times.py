"""When each step of the ladder can be taken."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen


@frozen
class StepTime:
    """A step that is open, will open while nothing else happens, or may.

    Args:
        status: `open`, `later`, or `undetermined`.
        is_recommended: it is the next action.
        opens, closes: when it can be taken, closes excluded; None where there is no such end, or where it is not known.
        opens_no_later_than: a bound on `opens` when that is not known.
        is_open_ended: it is known that no closing time is set yet.
        no_later_than: a bound on `closes` when that is not known.
        last_day: the last day as people say it.
        awaits: events that have not happened yet and whose coming opens it.
        needs: facts that must be known to tell more.
    """

    name: str
    title: str
    actor: str
    status: str
    is_recommended: bool
    opens: datetime | None
    closes: datetime | None
    opens_no_later_than: datetime | None
    is_open_ended: bool
    no_later_than: datetime | None
    last_day: str
    awaits: tuple[str, ...]
    needs: tuple[str, ...]
