"""Claims are drawn at the edges of any ruleset, can always be decided, and shrink to little."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, find, settings
from hypothesis import given as given_drawn

from claimrules import load
from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.testing import DrawnClaim, claims
from claimrules.text.source import Source

SHOP = Ruleset(compile_source(Source("shop.claim", """ruleset small.shop "A small shop"
  counting kr_civil_act timezone "America/Los_Angeles" currency USD rounding half_up
fact item.price: money
fact item.count: number, from 0 to 9
fact delivered: event, never before placed
fact placed: event
fact claim_filed: event
fact due: event
remedy refund amount item.price
source terms "Terms of sale" dated 2026-01-01
window w = 14 days after delivered
rule cheap when item.price < 20.00 USD and item.count >= 3 and days between delivered and due > 7
  within w grant refund cite terms "1"
""")))  # fmt: skip
EXACT = settings(
    max_examples=400, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
SECOND, DAY = 1_000_000, 86_400_000_000


@cache
def drawn() -> tuple[DrawnClaim, ...]:
    """Return claims as they are drawn."""
    found: list[DrawnClaim] = []

    @EXACT
    @given_drawn(claims(SHOP))
    def collect(claim: DrawnClaim) -> None:
        found.append(claim)

    collect()
    return tuple(found)


def given(path: str) -> set[Any]:
    """Return every value that was drawn for a fact."""
    folder, name = path.split(".")
    return {claim.facts.get(folder, {}).get(name) for claim in drawn()}


@pytest.mark.parametrize("name", ["marketplaces.aliexpress", "small.shop"])
def test_every_claim_can_be_decided(name: str) -> None:
    """No claim that is drawn has a fault."""
    ruleset = SHOP if name == "small.shop" else load(name)

    @settings(EXACT, max_examples=40)
    @given_drawn(claims(ruleset))
    def decides(claim: DrawnClaim) -> None:
        assert ruleset.decide(claim.facts, claim.at).unused == ()

    decides()


def test_decisions_are_drawn_next_to_each_edge() -> None:
    """The close of the window, the last instant before it, the first after it, and so for a second and a day."""
    found: set[timedelta] = set()
    for claim in drawn():
        closes = SHOP.decide(claim.facts, claim.at).deadlines[0].closes
        found |= {claim.at - closes} if closes else set()
    assert found >= {timedelta(microseconds=n) for n in (0, -1, 1, -SECOND, SECOND, -DAY, DAY)}


def test_values_are_drawn_next_to_what_the_ruleset_names() -> None:
    """An amount, a cent less, a cent more; a number, its neighbours, and the most there can be."""
    assert {"19.99 USD", "20.00 USD", "20.01 USD"} <= given("item.price")
    assert {2, 3, 4, 9} <= given("item.count")


def test_events_are_drawn_on_notable_days() -> None:
    """A leap day, the end of a month, days of 23 and 25 hours in Los Angeles, and a holiday of Korea (Chuseok)."""
    instants = [datetime.fromisoformat(value) for value in given("events.delivered") if value and "T" in value]
    days = {f"{instant.astimezone(ZoneInfo('America/Los_Angeles')):%Y-%m-%d}" for instant in instants}
    assert {"2028-02-29", "2026-01-31", "2026-03-08", "2026-11-01"} <= days
    assert {"2026-09-24", "2026-09-25", "2026-05-05", "2026-10-09"} & days


def test_facts_are_missing_and_events_have_not_happened() -> None:
    """Each happens, and neither is the rule."""
    events = [claim.facts.get("events", {}) for claim in drawn()]
    missing = sum("delivered" not in found for found in events)
    waiting = sum(found.get("delivered", "") is None for found in events)
    assert 10 < missing < 200
    assert 10 < waiting < 200


def test_complete_claims_miss_nothing() -> None:
    """Those who want every fact get every fact."""
    claim = find(claims(SHOP, complete=True), lambda _: True, settings=EXACT)
    assert {*claim.facts["events"]} == {"delivered", "due", "claim_filed"}
    assert {*claim.facts["item"]} == {"price", "count"}


def test_claims_shrink_to_few_facts_on_a_plain_day() -> None:
    """The smallest claim in which something was delivered says hardly anything else."""
    claim = find(claims(SHOP), lambda found: bool(found.facts.get("events", {}).get("delivered")), settings=EXACT)
    assert "item" not in claim.facts
    assert claim.facts["events"]["delivered"].startswith("2026-06-10T")
