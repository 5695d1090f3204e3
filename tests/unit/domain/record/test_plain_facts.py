"""Facts as they were given become facts as JSON has them, and say the same."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules import UNKNOWN, Claim, Events, Item, Line, Order
from claimrules.domain.fact_events import YEARS
from claimrules.domain.instants import micros
from claimrules.domain.money import Money
from claimrules.domain.record.plain_facts import DEEPEST, as_json, plain_facts

#: Seoul kept its own time until 1908: 8 hours, 27 minutes and 52 seconds ahead.
SEOUL = ZoneInfo("Asia/Seoul")


class Word(StrEnum):
    """A name as a program may hold it."""

    DAMAGED = "damaged"


class Mixed(str, Enum):  # noqa: UP042  # programs have such names too
    """A name as an older program may hold it."""

    DAMAGED = "damaged"


class Words(str):
    """Text of a class of its own."""

    __slots__ = ()

    def __str__(self) -> str:
        return "not what it is"


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None), (True, True), (3, 3), (2.5, 2.5), ("x", "x"), ("한국", "한국"),
        (Word.DAMAGED, "damaged"), (Mixed.DAMAGED, "damaged"), (Words("so"), "so"),
        (Money(12000, "USD"), {"amount": "120.00", "currency": "USD"}),
        (Money(47000, "KRW"), {"amount": "47000", "currency": "KRW"}),
        (Decimal("120.50"), "120.50"), (Decimal(3), 3), (Decimal("3.00"), 3),
        (date(2026, 3, 10), "2026-03-10"),
        (datetime(2026, 3, 10, 9, tzinfo=UTC), "2026-03-10T09:00:00+00:00"),
        (datetime(2026, 3, 10, 9, 0, 0, 1, SEOUL), "2026-03-10T09:00:00.000001+09:00"),
        ((1, 2), [1, 2]), ({"photo", "chat_log"}, ["chat_log", "photo"]), (frozenset({"video"}), ["video"]),
        ({"a": {"b": [date(2026, 3, 10)]}}, {"a": {"b": ["2026-03-10"]}}),
    ],
)  # fmt: skip
def test_what_facts_can_be(value: object, plain: object) -> None:
    """Each as JSON has it."""
    assert (as_json(value), type(as_json(value))) == (plain, type(plain))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (float("nan"), "the number nan"), (float("inf"), "the number inf"), (10**100, "a number of very many digits"),
        (Decimal("NaN"), "the number NaN"), (b"x", "a value of type bytes"),
        (Decimal("1E+1000000"), "the number 1E+1000000"), (object(), "a value of type object"),
        (UNKNOWN, "a value of type Unknown"), (Money("many", "USD"), "a value of type Money"),  # type: ignore[arg-type]  # whoever asks may be wrong
    ],
)  # fmt: skip
def test_what_no_fact_can_be_is_told_in_words(value: object, words: str) -> None:
    """Nothing fails, and nothing is passed over."""
    assert as_json({"odd": value}) == {"odd": words}


def test_a_number_too_long_to_be_written() -> None:
    """Python itself refuses to write it in digits."""
    assert as_json(-(10**5000)) == "a number of very many digits"


def test_keys_that_are_no_text_are_told_in_words() -> None:
    """As the reader of facts names them."""
    assert as_json({1: "a", None: "b"}) == {"the number 1": "a", "null": "b"}


def test_a_circle_ends() -> None:
    """What lies deeper than facts can is told in words."""
    circle: dict[str, Any] = {}
    circle["again"] = circle
    plain = plain_facts(circle)
    for _ in range(DEEPEST - 1):
        plain = plain["again"]
    assert plain == {"again": "an object"}


def test_a_copy_is_taken() -> None:
    """What happens to the facts afterwards does not reach the record."""
    facts = {"claim": {"evidence": ["photo"]}}
    plain = plain_facts(facts)
    facts["claim"]["evidence"].append("video")
    assert plain == {"claim": {"evidence": ["photo"]}}


def test_halves_that_make_a_character_are_one() -> None:
    """Two halves of a surrogate pair are the character that JSON makes of them; one alone stays what it is."""
    assert plain_facts({"\ud83d\ude00": "\ud800"}) == {"\N{GRINNING FACE}": "\ud800"}


def test_a_claim_is_its_document() -> None:
    """Classes give what their nested form gives."""
    claim = Claim(
        reason="change_of_mind",
        evidence={"video", "photo"},
        order=Order(lines=[Line(price=Money(100, "USD"), opened=True)]),
        item=Item(price="120.00 USD"),
        events=Events(placed=date(2026, 3, 1), delivered=None),
        rates={"EUR": "1.0850 USD"},
    )
    assert plain_facts(claim) == {
        "claim": {"reason": "change_of_mind", "evidence": ["photo", "video"]},
        "order": {"lines": [{"price": {"amount": "1.00", "currency": "USD"}, "opened": True}]},
        "item": {"price": "120.00 USD"},
        "events": {"placed": "2026-03-01", "delivered": None},
        "rates": {"EUR": "1.0850 USD"},
        "events_complete": False,
    }


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (datetime(1900, 1, 1, tzinfo=SEOUL), "1900-01-01T00:00:08+08:28"),
        (datetime(1905, 12, 31, 23, 59, 59, tzinfo=SEOUL), "1905-12-31T23:59:07+08:27"),
        (datetime(1905, 12, 31, 23, 59, 59, 1, timezone(timedelta(seconds=-1))), "1905-12-31T23:59:00.000001-00:01"),
        (datetime(1, 1, 1, tzinfo=SEOUL), "0001-01-01T00:00:00+08:27:52"),
        (datetime(2026, 3, 10), "2026-03-10T00:00:00"),  # noqa: DTZ001  # refused where a ruleset reads it
    ],
)
def test_offsets_are_of_whole_minutes(at: datetime, written: str) -> None:
    """An offset with seconds is written as the nearest that readers take, of the same instant, in the same year."""
    assert as_json(at) == written
    assert datetime.fromisoformat(written) == at


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 12, 31, 23, 59, 59), timezones=st.just(SEOUL) | st.builds(timezone, st.timedeltas(timedelta(hours=-23), timedelta(hours=23)))))  # fmt: skip  # noqa: DTZ001
def test_instants_stay_the_same(at: datetime) -> None:
    """Written, an instant is the same instant, in a year that facts may have."""
    again = datetime.fromisoformat(str(as_json(at)))
    assert micros(again) == micros(at)
    assert again.year in YEARS


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.decimals() | st.datetimes() | st.dates() | st.binary(), lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner) | st.frozensets(st.text())))  # fmt: skip
def test_whatever_is_given_becomes_json(value: object) -> None:
    """Any value becomes JSON; what JSON holds stays as it is when it is read again."""
    plain = json.loads(json.dumps(as_json({"x": value}), allow_nan=False))
    assert plain_facts(plain) == plain
