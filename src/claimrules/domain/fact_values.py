"""Values of facts other than money and events: yes or no, choices, sets, numbers, texts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from claimrules.domain.countries import countries, country_help
from claimrules.domain.fact_places import LONGEST_SHOWN, Place, described
from claimrules.domain.types import Choice, Number, SetOf

#: Floating point counts whole numbers exactly up to here.
_EXACT_FLOAT: Final = 2**53


def read_boolean(value: object, place: Place) -> bool | None:
    """Return a yes or no, or None after reporting what is wrong."""
    if isinstance(value, bool):
        return value
    word = value.lower() if isinstance(value, str) else ""
    meant = {"yes": "true", "true": "true", "no": "false", "false": "false"}.get(word)
    help = f"write {meant} without quotation marks" if meant else "write true or false"
    place.wrong("CR0604", f"`{place.path}` is yes or no, not {described(value)}", help)
    return None


def read_choice(value: object, type: Choice, place: Place) -> int | None:
    """Return the place of the name among the names of `type`, or None after reporting what is wrong."""
    above = dict(type.stands_for)
    name = _read_name(value, (*type.names, *above), place, type.words)
    return None if name is None else type.names.index(above.get(name, name))


def read_set(value: object, type: SetOf, place: Place) -> frozenset[str] | None:
    """Return the members given, or None after reporting every wrong one."""
    if not isinstance(value, list | tuple | set | frozenset):
        help = "write a list, even of one: [" + f'"{type.names[0]}"]' if type.names else ""
        place.wrong("CR0604", f"`{place.path}` is a {type.words}, not {described(value)}", help)
        return None
    words = "a name of " + ", ".join(type.names)
    members = [_read_name(member, type.names, place.below(i), words) for i, member in enumerate(_in_order(value))]
    return None if None in members else frozenset(member for member in members if member is not None)


def _in_order(members: Iterable[object]) -> Iterable[object]:
    return sorted(members, key=described) if isinstance(members, set | frozenset) else members


def _read_name(value: object, names: tuple[str, ...], place: Place, words: str) -> str | None:
    if not isinstance(value, str):
        place.wrong("CR0604", f"`{place.path}` is {words}, not {described(value)}")
    elif value in names:
        return str(value)
    else:
        help = place.suggest(value, names) or "it is one of " + ", ".join(names)
        place.wrong("CR0607", f"`{place.path}` cannot be {described(value)}", help)
    return None


def read_number(value: object, type: Number, place: Place) -> int | None:
    """Return a whole number within the bounds of `type`, or None after reporting what is wrong."""
    whole = _whole(value)
    if whole is not None and type.lowest <= whole <= type.highest:
        return whole
    if whole is not None or _is_boundless(value):
        message = f"`{place.path}` is from {type.lowest} to {type.highest}, not {described(value)}"
        place.wrong("CR0605", message)
        return None
    help = "write it without quotation marks" if isinstance(value, str) and value.isdecimal() else ""
    place.wrong("CR0604", f"`{place.path}` is a whole number, not {described(value)}", help)
    return None


def _is_boundless(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    if isinstance(value, Decimal):
        return not value.is_finite() or value.adjusted() > _widest()
    return not abs(value) <= _EXACT_FLOAT


def _widest() -> int:
    return len(str(_EXACT_FLOAT))


def _whole(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    if isinstance(value, int):
        return int(value)
    if _is_boundless(value) or value != int(value):
        return None
    return int(value)


def read_country(value: object, place: Place) -> str | None:
    """Return a country's two letters, or None after reporting what is wrong."""
    if not isinstance(value, str):
        place.wrong("CR0604", f"`{place.path}` is a country, not {described(value)}", country_help(""))
    elif value in countries():
        return str(value)
    elif not place.faults.is_full:
        place.wrong("CR0607", f"`{place.path}` cannot be {described(value)}", country_help(value[:LONGEST_SHOWN]))
    return None


def read_text(value: object, place: Place) -> str | None:
    """Return words, or None after reporting what is wrong."""
    if not isinstance(value, str):
        place.wrong("CR0604", f"`{place.path}` is a text, not {described(value)}")
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        place.wrong("CR0604", f"`{place.path}` holds half of a surrogate pair, which is no character")
        return None
    return str(value)
