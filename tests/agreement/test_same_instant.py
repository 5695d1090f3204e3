"""How facts are written makes no difference: another offset from UTC, JSON text, a dict, or the attrs classes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules import Buyer, Claim, Events, Item, Order, Seller
from claimrules.domain.decision import Decision
from claimrules.domain.facts import parse_json
from tests.agreement.documents import leaves, nested
from tests.agreement.gaps import with_gaps
from tests.oracle.instants import day_start, to_datetime
from tests.oracle.subject import shipped

ALIEXPRESS = "marketplaces.aliexpress"
CHANCE = st.randoms(use_true_random=True)


def _elsewhere(document: Mapping[str, Any], random: Random) -> dict[str, Any]:
    """Return the same facts, each instant written with another offset from UTC."""
    return nested(
        {
            path: value if path[0] != "events" or value is None else _moved(value, random)
            for path, value in leaves(document).items()
        }
    )


def _moved(instant: str | datetime, random: Random) -> str:
    if not isinstance(instant, datetime):
        instant = datetime.fromisoformat(instant)
    offset = timezone(timedelta(minutes=random.choice([-720, -570, -480, -1, 0, 330, 345, 540, 840])))
    return instant.astimezone(offset).isoformat()


def _dateless(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts without events of which only the day is given: a day is not an instant."""
    return nested(
        {
            path: value
            for path, value in leaves(document).items()
            if path[0] != "events" or value is None or isinstance(value, datetime) or "T" in str(value)
        }
    )


def _as_json(document: Mapping[str, Any]) -> Any:
    return json.loads(json.dumps(document, default=lambda value: value.isoformat()))


def _as_claim(document: Mapping[str, Any]) -> Claim:
    """Return the same facts as the classes that mirror the common vocabulary."""
    parts = {"order": Order, "item": Item, "buyer": Buyer, "seller": Seller, "events": Events}
    made: dict[str, Any] = {name: part(**document.get(name, {})) for name, part in parts.items()}
    return Claim(**document.get("claim", {}), **made)


@settings(deadline=None, max_examples=60)
@given(random=CHANCE)
def test_offsets_do_not_matter(random: Random) -> None:
    """The same instants written with other offsets give the same decision."""
    ruleset = shipped(ALIEXPRESS).ruleset
    drawn = with_gaps(shipped(ALIEXPRESS), random)
    document = _dateless(drawn.document)
    assert ruleset.decide(_elsewhere(document, random), drawn.at) == ruleset.decide(document, drawn.at)


@settings(deadline=None, max_examples=40)
@given(random=CHANCE)
def test_the_instant_of_decision_may_have_any_offset(random: Random) -> None:
    """Where the one who asks lives changes no remedy, no deadline, no question, and nothing of what to do next."""
    ruleset = shipped(ALIEXPRESS).ruleset
    drawn = with_gaps(shipped(ALIEXPRESS), random)
    seoul = drawn.at.astimezone(timezone(timedelta(hours=9)))
    here, there = ruleset.decide(drawn.document, drawn.at).to_dict(), ruleset.decide(drawn.document, seoul).to_dict()
    assert datetime.fromisoformat(str(here.pop("at"))) == datetime.fromisoformat(str(there.pop("at")))
    assert here == there


def _unordered(decision: Decision) -> Decision:
    """Return a decision whose assumptions stand in no order: they come in that of the facts."""
    return evolve(decision, assumptions=tuple(sorted(decision.assumptions)))


@settings(deadline=None, max_examples=60)
@given(random=CHANCE)
def test_forms_do_not_matter(random: Random) -> None:
    """JSON text, nested dicts and the classes give the same decision."""
    ruleset = shipped(ALIEXPRESS).ruleset
    drawn = with_gaps(shipped(ALIEXPRESS), random)
    document = _as_json(drawn.document)
    expected = _unordered(ruleset.decide(document, drawn.at))
    assert _unordered(ruleset.decide(parse_json(json.dumps(document), "claim.json"), drawn.at)) == expected
    assert _unordered(ruleset.decide(_as_claim(document), drawn.at)) == expected


@pytest.mark.parametrize("day", ["2026-03-20", "2026-03-08", "2026-11-01"])
def test_a_date_is_the_end_or_the_start_of_its_day(day: str) -> None:
    """A bare date decides like the instant it stands for: the day's end for a promise, the day's start for the rest."""
    subject = shipped(ALIEXPRESS)
    ordinal = date.fromisoformat(day).toordinal()
    start, end = (to_datetime(day_start(number, subject.policy.zone)) for number in (ordinal, ordinal + 1))
    dates = {"placed": "2026-02-01T00:00Z", "shipped": day, "promised_delivery": day}
    instants = {**dates, "shipped": start, "promised_delivery": end}
    at = datetime.fromisoformat("2026-11-20T00:00Z")
    common = {"claim": {"reason": "not_received"}, "events_complete": True}
    by_day, by_instant = (subject.ruleset.decide({**common, "events": events}, at) for events in (dates, instants))
    assert by_day.remedies == by_instant.remedies
    assert by_day.next_action == by_instant.next_action
    assert len(by_day.assumptions) == len(by_instant.assumptions) + 2
