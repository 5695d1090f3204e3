"""What a counting convention says: one option for each way in which laws and policies differ."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import Final

from attrs import field, frozen

from claimrules.domain.calendars import WEEKDAYS
from claimrules.domain.citations import Citation

#: What a set of days can name: days of the week, the calendar's own weekend, its holidays.
DAY_NAMES: Final = (*WEEKDAYS, "weekend", "holiday")


@frozen(cache_hash=True)
class Convention:
    """How days and longer units are counted. Every option has a name in the policy language.

    Args:
        first_day: `excluded`: the event's day is not counted; `included`: it is the first; `excluded_unless_midnight`:
            it is the first only where the event is the first instant of it.
        months_end: `same_day`: months end on the day of the same number; `day_before`: on the day before the one that
            corresponds to the first day counted.
        missing_day: where the target month has no such day: `clamps` to its last, `rounds_up` to the next month's
            first, or `asked`: both readings stand until somebody decides.
        compound: `months_first` or `days_first`; the months of a period are added at once, with one rounding.
        hours: `from_instant`, or `after_event_hour`: from the next full hour.
        ends_at: `end_of_day`, `same_time` (of the clock), `elapsed` (a day is 24 hours), or a time as `17:30`.
        rolls: `never`, `forward` or `backward`, off the days of `rolls_on`.
        backward_ends: so many days before a day must be over `on_the_day` that lies so many days before, or on the
            `day_before` it, so that all of these days lie between.
        hours_roll, backward_roll, dates_roll: whether periods of hours (`forward`), backward ones (`earlier`,
            `later`) and written dates (`forward`) move too.
        business_days: the days that are none; nothing where the convention has no business days.
        make_up_days: `worked`: a rest day that the calendar declares a work day is one; `ignored`.
        least_working_days: a period holds at least so many working days; 0 for no such rule.
        least_from_days: but one of fewer days than these need not.
        holidays: a place or declared calendar, `by_place`, or nothing.
        among: the places `by_place` knows.
        chains_from: a period after another starts from that one's `nominal` or `rolled` last day.
        met_by: whether `sending` or `receipt` must be in time, as far as the convention says.
        sources: of each option, what it rests on.
        stated: the options that were said, by it or by one that it is like.
    """

    name: str
    title: str = ""
    first_day: str = "excluded"
    months_end: str = "same_day"
    missing_day: str = "clamps"
    compound: str = "months_first"
    hours: str = "from_instant"
    ends_at: str = "end_of_day"
    rolls: str = "never"
    rolls_on: tuple[str, ...] = ()
    backward_ends: str = "on_the_day"
    hours_roll: str = "never"
    backward_roll: str = "never"
    dates_roll: str = "never"
    business_days: tuple[str, ...] = ()
    make_up_days: str = "ignored"
    least_working_days: int = 0
    least_from_days: int = 0
    holidays: str = ""
    among: tuple[str, ...] = ()
    chains_from: str = "nominal"
    met_by: str = ""
    sources: tuple[tuple[str, Citation], ...] = field(default=(), eq=False)
    stated: frozenset[str] = field(default=frozenset(), eq=False, repr=False)

    @property
    def key(self) -> str:
        """Its name with a mark of its content: two conventions of one name do not have one key."""
        return _key(self)

    @property
    def moves(self) -> bool:
        """Whether a last day may end up elsewhere than where it was counted to."""
        return self.rolls != "never" or self.least_working_days > 0

    def citations(self, *options: str) -> tuple[Citation, ...]:
        """Return what some of its options rest on."""
        return tuple(dict.fromkeys(citation for option, citation in self.sources if option in options))


@lru_cache(maxsize=4096)
def _key(convention: Convention) -> str:
    return f"{convention.name}.{sha256(repr(convention).encode()).hexdigest()[:12]}"


#: The words each option may have, by its field, for options that are one word.
OPTIONS: Final = {
    "first_day": ("excluded", "included", "excluded_unless_midnight"),
    "months_end": ("same_day", "day_before"),
    "missing_day": ("clamps", "rounds_up", "asked"),
    "compound": ("months_first", "days_first"),
    "hours": ("from_instant", "after_event_hour"),
    "ends_at": ("end_of_day", "same_time", "elapsed"),
    "rolls": ("never", "forward", "backward"),
    "backward_ends": ("on_the_day", "day_before"),
    "hours_roll": ("never", "forward"),
    "backward_roll": ("never", "earlier", "later"),
    "dates_roll": ("never", "forward"),
    "make_up_days": ("worked", "ignored"),
    "chains_from": ("nominal", "rolled"),
    "met_by": ("sending", "receipt"),
}
#: The options every convention must state: none has a silent default.
ALWAYS_STATED: Final = (
    "first_day",
    "months_end",
    "missing_day",
    "compound",
    "hours",
    "ends_at",
    "backward_ends",
    "rolls",
)
#: The options a convention that rolls must state as well.
STATED_WHERE_IT_ROLLS: Final = ("hours_roll", "backward_roll", "dates_roll", "chains_from")
