"""The first rulesets written in the language: they check without a warning, keep the layout, and decide as they say.

Their cases are collected and run by the pytest plugin; here is what cases cannot say.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import claimrules
from claimrules.domain.decision import Decision

FOLDER = Path(__file__).parent
SAMPLES = sorted(FOLDER.glob("*.claim"))
TODAY = date(2026, 11, 24)


def decide(name: str, at: str, facts: dict[str, Any]) -> Decision:
    """Decide a claim under a sample."""
    return claimrules.load(FOLDER / f"{name}.claim").decide(facts, at=datetime.fromisoformat(at))


def test_there_are_three() -> None:
    """A marketplace, a law, a shop."""
    assert [path.stem for path in SAMPLES] == ["aliexpress", "kr", "shop"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_is_said_against_it(path: Path) -> None:
    """No fault, no warning, and the one layout."""
    assert claimrules.check(path, today=TODAY) == ()
    assert claimrules.format_text(path.read_text(encoding="utf-8")) == path.read_text(encoding="utf-8")


def test_first_spelling_of_terms() -> None:
    """The comma between the terms of a grant, as the samples had it first, says the same."""
    text = (FOLDER / "kr.claim").read_text(encoding="utf-8")
    first = text.replace("with return\n    return shipping", "with return, return shipping")
    assert first != text
    assert claimrules.format_text(first).count("with return,") == text.count("with return\n    return shipping")


def test_the_marketplace() -> None:
    """Asked in Seoul while the promised day is not over in California: later, with both ends, and what to do now."""
    facts = {
        "claim": {"reason": "not_received"},
        "item": {"price": "120.00 USD"},
        "events": {
            "placed": "2026-03-01T09:00+09:00",
            "shipped": "2026-03-03T10:00+08:00",
            "promised_delivery": "2026-03-20",
            "protection_ended": "2026-05-02T00:00-07:00",
        },
        "events_complete": True,
    }
    decision = decide("aliexpress", "2026-03-21T12:00+09:00", facts)
    refund = decision.remedy("full_refund")
    assert refund is not None
    assert (refund.status, str(refund.amount)) == ("later", "120.00 USD")
    assert (refund.opens, refund.closes) == tuple(
        map(datetime.fromisoformat, ("2026-03-21T00:00-07:00", "2026-05-18T00:00-07:00"))
    )
    assert decision.next_action.step == "contact_seller"
    assert [one.article for one in refund.citations] == ["Use buyer protection"]


def test_the_law() -> None:
    """Sent in time on the seventh day, received later, paid back two days late: the right stands, the delay costs 82 won.

    Returned on Tuesday 17 March, the refund was due on Friday 20 March: 100,000 × 15% × 2 ÷ 365 = 82.19….
    """
    facts = {
        "claim": {"reason": "change_of_mind"},
        "item": {"price": "100000 KRW", "value_reduced": False, "copyable": False},
        "events": {
            "placed": "2026-03-02T10:00+09:00",
            "contract_document_received": "2026-03-02T10:00+09:00",
            "delivered": "2026-03-10T15:00+09:00",
            "claim_filed": "2026-03-17T23:59:59+09:00",
            "claim_received": "2026-03-19T10:00+09:00",
            "returned": "2026-03-17T23:59:59+09:00",
            "refunded": "2026-03-22T09:00+09:00",
        },
    }
    decision = decide("kr", "2026-12-01T10:00+09:00", facts)
    refund = decision.remedy("full_refund")
    assert refund is not None
    assert (refund.status, str(refund.amount)) == ("available", "100,000 KRW")
    (duty,) = decision.duties
    assert duty.consequence is not None
    assert (duty.status, str(duty.consequence.amount)) == ("done_late", "82 KRW")


@pytest.mark.parametrize(("price", "amount"), [("100001 KRW", "85,001 KRW"), ("99990 KRW", "84,991 KRW")])
def test_the_shop(price: str, amount: str) -> None:
    """15% of 100,001 are 15,000.15, so 15,000; of 99,990 they are 14,998.5, half up 14,999."""
    facts = {
        "claim": {"reason": "change_of_mind"},
        "item": {"price": price, "category": "phones", "condition": "opened", "final_sale": False},
        "events": {"placed": "2026-03-08T10:00+09:00", "delivered": "2026-03-10T15:00+09:00", "claim_filed": None},
    }
    refund = decide("shop", "2026-03-17T23:59:59+09:00", facts).remedy("full_refund")
    assert refund is not None
    assert (refund.status, str(refund.amount), refund.rules) == ("available", amount, ("returns.2",))
