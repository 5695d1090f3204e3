"""Facts that are right: every way of giving a value, and what is carried for it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from claimrules.domain.facts import Facts, read_facts
from claimrules.domain.instants import micros
from claimrules.domain.money import Money
from claimrules.domain.types import (
    NEVER,
    Boolean,
    Choice,
    Country,
    Event,
    FactDeclaration,
    FactType,
    MoneyType,
    Number,
    SetOf,
    Text,
)  # fmt: skip
from claimrules.domain.zones import day_start

ZONE = "Asia/Seoul"
TYPES: dict[str, FactType] = {
    "placed": Event(),
    "delivered": Event(),
    "guarantee_over": Event(date_means_end=True),
    "claim.reason": Choice(("defective", "wrong_item")),
    "claim.evidence": SetOf(("photo", "video")),
    "item.price": MoneyType(),
    "item.fee": MoneyType(),
    "item.count": Number(0, 10),
    "item.brand": Text(),
    "item.opened": Boolean(),
    "item.made_in": Country(),
}
VOCABULARY = {name: FactDeclaration(name, type) for name, type in TYPES.items()}


def read(document: object, *changes: FactDeclaration) -> Facts:
    """Return facts read by the vocabulary with some declarations changed."""
    vocabulary = VOCABULARY | {fact.name: fact for fact in changes}
    return read_facts(document, vocabulary, zone=ZONE, currency=None)


def test_missing_is_unknown() -> None:
    """Nothing is known from nothing."""
    assert read({}) == Facts({}, {}, {}, None)


def test_every_type_is_carried() -> None:
    """Each type has its carrier and its words."""
    facts = read({
        "claim": {"reason": "wrong_item", "evidence": ["photo"]},
        "item": {"price": "120.00 USD", "count": 3, "brand": "Acme", "opened": False},
        "events": {"placed": "1970-01-01T09:00:00.000001+09:00", "delivered": None},
    })  # fmt: skip
    assert facts.values == {
        "claim.reason": 1, "claim.evidence#photo": True, "claim.evidence#video": False, "item.price": 12_000,
        "item.count": 3, "item.brand": 0, "item.opened": False, "placed": 1, "delivered": NEVER,
    }  # fmt: skip
    assert facts.texts == {"item.brand": "Acme"}
    assert facts.shown["claim.reason"] == "wrong_item"
    assert facts.shown["claim.evidence"] == "photo"
    assert facts.shown["item.price"] == "120.00 USD"
    assert facts.shown["placed"] == "1970-01-01T09:00:00.000001+09:00"
    assert facts.shown["delivered"] == "has not happened"
    assert facts.currency == "USD"


@pytest.mark.parametrize("code", ["KR", "US", "RU", "BR", "AX", "ZW"])
def test_a_country_is_two_letters(code: str) -> None:
    """A country of ISO 3166-1 is read like a text."""
    facts = read({"item": {"made_in": code}})
    assert (facts.texts, facts.shown) == ({"item.made_in": code}, {"item.made_in": code})


def test_null_is_unknown_but_for_events() -> None:
    """Null says of an event that it has not happened, and nothing else of anything else."""
    facts = read({"claim": {"reason": None, "evidence": None}, "item": None, "events": {"placed": None}})
    assert facts.values == {"placed": NEVER}


@pytest.mark.parametrize("key", ["claim.reason", "events.placed"])
def test_flat_keys(key: str) -> None:
    """Dotted keys at the top say the same as nested ones."""
    value = "defective" if key == "claim.reason" else "2026-03-01T00:00Z"
    group, name = key.split(".")
    assert read({key: value}) == read({group: {name: value}})


@pytest.mark.parametrize(
    "value",
    ["1,120.50 USD", {"amount": "1120.50", "currency": "USD"}, {"amount": Decimal("1120.5"), "currency": "USD"},
     Money(112_050, "USD"), " 1120.5 USD "],
)  # fmt: skip
def test_ways_to_write_money(value: object) -> None:
    """Text, object and Money are one."""
    assert read({"item": {"price": value}}).values["item.price"] == 112_050


@pytest.mark.parametrize("words", ["-0 USD", "-0.00 USD", "0 USD"])
def test_minus_nothing_is_nothing(words: str) -> None:
    """Minus zero is zero."""
    assert read({"item": {"price": words}}).values["item.price"] == 0


@pytest.mark.parametrize("value", [-0.0, -0, 0, Decimal("-0"), Decimal(0)])
def test_zero_counts(value: object) -> None:
    """Every zero is the whole number 0."""
    assert repr(read({"item": {"count": value}}).values["item.count"]) == "0"


@pytest.mark.parametrize(
    "value",
    ["2026-03-01T09:00+09:00", "2026-03-01T00:00:00Z", "2026-03-01 00:00:00.000z", datetime(2026, 3, 1, tzinfo=UTC)],
)
def test_ways_to_write_an_instant(value: object) -> None:
    """Any offset gives the same instant."""
    facts = read({"events": {"placed": value}})
    assert facts.values["placed"] == micros(datetime(2026, 3, 1, tzinfo=UTC))
    assert facts.shown["placed"] == "2026-03-01T09:00:00+09:00"
    assert facts.assumptions == ()


@pytest.mark.parametrize("value", ["2026-03-01", date(2026, 3, 1)])
def test_bare_dates_are_start_or_end(value: object) -> None:
    """A bare date is the start of that day in the zone, or its end, and that is said."""
    facts = read({"events": {"placed": value, "guarantee_over": value}})
    assert facts.values["placed"] == day_start(date(2026, 3, 1), ZONE)
    assert facts.values["guarantee_over"] == day_start(date(2026, 3, 2), ZONE)
    assert facts.shown["guarantee_over"] == "2026-03-01"
    assert facts.assumptions == (
        "`placed` is given as the date 2026-03-01: taken as the start of that day in Asia/Seoul.",
        "`guarantee_over` is given as the date 2026-03-01: taken as the end of that day in Asia/Seoul.",
    )


def test_events_complete() -> None:
    """Every event not given has not happened; unknown is no longer possible."""
    facts = read({"events": {"placed": "2026-03-01T00:00Z"}, "events_complete": True})
    assert (facts.values["delivered"], facts.values["guarantee_over"]) == (NEVER, NEVER)
    assert facts.assumptions == ()
    assert "delivered" not in read({"events_complete": False}).values


def test_assumed_values_are_reported() -> None:
    """What a ruleset assumes is known, and said, only if it is not given."""
    assumed = FactDeclaration("item.opened", Boolean(), assumed=False)
    facts = read({}, assumed)
    assert facts.values == {"item.opened": False}
    assert facts.assumptions == ("`item.opened` is not given: taken as no.",)
    assert read({"item": {"opened": True}}, assumed).assumptions == ()


def test_unused_paths() -> None:
    """What no fact takes is listed with the nearest path, and is no error."""
    facts = read({"delivered": None, "events": {"delivred": None}, "item": {"colour": [{}]}, "x": {"y": 1}})
    assert [(unused.path, unused.help) for unused in facts.unused] == [
        ("delivered", "did you mean `events.delivered`?"),
        ("events.delivred", "did you mean `events.delivered`?"),
        ("item.colour", "did you mean `item.count`?"),
        ("x", ""),
    ]


def test_symbols_of_the_ruleset_and_new_ones() -> None:
    """A text the ruleset speaks of has its code; every other text has one of its own."""
    vocabulary = VOCABULARY | {"item.model": FactDeclaration("item.model", Text())}
    document = {"item": {"brand": "Acme", "model": "other"}}
    facts = read_facts(document, vocabulary, zone=ZONE, currency=None, symbols={"Acme": 7})
    assert (facts.values["item.brand"], facts.values["item.model"]) == (7, 8)


def test_order_of_days_gets_the_benefit_of_the_doubt() -> None:
    """A day given without its time may be the same day as an instant within it."""
    delivered = FactDeclaration("delivered", Event(), never_before=("placed",))
    for placed, arrived in (("2026-03-01T20:00+09:00", "2026-03-01"), (None, "2026-03-01"), ("2026-03-01", None)):
        facts = read({"events": {"placed": placed, "delivered": arrived}}, delivered)
        assert {"placed", "delivered"} <= facts.values.keys()
