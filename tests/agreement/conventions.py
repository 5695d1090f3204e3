"""Random conventions and calendars: several options at once, some of them on top of another convention's."""

from __future__ import annotations

from random import Random
from typing import Final

#: Every option with its values; the first is the plain one, which a counterexample is simplified to.
OPTIONS: Final[dict[str, tuple[str, ...]]] = {
    "first day": ("excluded", "included", "excluded_unless_midnight"),
    "months end": ("same_day", "day_before"),
    "missing day": ("clamps", "rounds_up", "asked"),
    "compound": ("months_first", "days_first"),
    "hours counted": ("from_instant", "after_event_hour"),
    "ends at": ("end_of_day", "same_time", "elapsed", "18:00", "02:30"),
    "backward ends": ("on_the_day", "day_before"),
    "rolls": (
        "never", "forward on saturday, sunday, holiday", "forward on sunday, holiday", "forward on weekend, holiday",
        "forward on holiday", "forward on friday", "backward on saturday, sunday, holiday", "backward on weekend",
    ),
    "hours roll": ("never", "forward"),
    "backward roll": ("never", "earlier", "later"),
    "dates roll": ("never", "forward"),
    "chains from": ("nominal", "rolled"),
    "business days exclude": ("saturday, sunday", "saturday, sunday, holiday", "sunday, holiday", "weekend, holiday"),
    "make_up days": ("ignored", "worked"),
    "at least": ("1 working days from 366 days on", "2 working days from 2 days on", "5 working days from 3 days on"),
    "met by": ("sending", "receipt"),
    "holidays": ("of US", "by place", "of KR", "of CN", "of shop", "of branch", "by place among KR, DE-BY, US"),
}  # fmt: skip
_PLAIN_ODDS: Final = 0.4
_DAYS: Final = (
    "2026-03-09", "2026-03-10", "2026-06-06", "2026-10-31", "2026-11-02", "2027-01-30", "2027-02-01", "2028-02-29",
    "2028-03-01", "2026-12-24 to 2027-01-03", "2026-06-17 to 2026-06-21",
)  # fmt: skip


def conventions(random: Random) -> str:
    """Return three conventions, c0, c1 and c2, one to a line; some are like the one before."""
    return "\n".join([_whole("c0", random), _second(random), _like("c2", random.choice(["c0", "c1"]), random)])


def _second(random: Random) -> str:
    return _like("c1", "c0", random) if random.random() < 0.5 else _whole("c1", random)


def _whole(name: str, random: Random) -> str:
    options = (f"{option} {_value(values, random)}" for option, values in OPTIONS.items())
    return f'convention {name} "{name}" {" ".join(options)}'


def _like(name: str, base: str, random: Random) -> str:
    changed = random.sample(sorted(OPTIONS), random.randint(0, 4))
    return (
        f"convention {name} like {base} {' '.join(f'{option} {random.choice(OPTIONS[option])}' for option in changed)}"
    )


def _value(values: tuple[str, ...], random: Random) -> str:
    return values[0] if random.random() < _PLAIN_ODDS else random.choice(values)


def calendars(random: Random) -> str:
    """Return two calendars, shop and branch, which extends it or a place, one to a line."""
    shop = f"calendar shop {random.choice(['', 'extends KR', 'extends CN', 'extends US', 'extends IL'])}"
    base = random.choice(["extends shop", "extends shop", "extends DE-BY"])
    return f"{shop}{_clauses(random)}\ncalendar branch {base}{_clauses(random)}"


def _clauses(random: Random) -> str:
    closed, opened = random.sample(_DAYS, 3), random.sample(_DAYS, 2)
    choices = [
        f' closed {", ".join(closed)} "inventory"',
        f" opened {', '.join(day for day in opened if not any(_overlap(day, other) for other in closed)) or '2026-01-01'}",
        f" worked {', '.join(random.sample(_DAYS, 2))}",
        f" weekend {random.choice(['friday, saturday', 'sunday', 'monday'])}",
        f" observed {random.choice(['substitutes', 'actual'])}",
    ]
    return "".join(random.sample(choices, random.randint(0, 4)))


def _overlap(day: str, other: str) -> bool:
    first, *_ = day.split(" to ")
    start, *_ = other.split(" to ")
    return max(first, start) <= min(day[-10:], other[-10:])


def plainer(line: str) -> list[str]:
    """Return a line that declares a convention in simpler ways: with one option as plain as can be."""
    found = []
    for option, values in OPTIONS.items():
        for value in sorted(values[1:], key=len, reverse=True):
            if f" {option} {value}" in line:
                plain = line.replace(f" {option} {value}", f" {option} {values[0]}")
                found += [plain, line.replace(f" {option} {value}", "")] if " like " in line else [plain]
                break
    return found
