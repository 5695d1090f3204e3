"""The classes for the standard part of a claim: same facts as the vocabulary, same reading as a document."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from attrs import fields

from claimrules.domain.claim import UNKNOWN, Buyer, Claim, Events, Item, Line, Order, Seller, to_document
from claimrules.domain.facts import read_facts
from claimrules.domain.money import Money
from claimrules.domain.types import Event, FactDeclaration, FactType, MoneyType, SetOf

COMMERCE = Path(__file__).parents[3] / "rulesets" / "vocabulary" / "commerce.claim"
PARTS = {"order": Order, "order.lines": Line, "item": Item, "buyer": Buyer, "seller": Seller, "claim": Claim}
CLAIM = Claim(
    reason="defective",
    evidence=frozenset({"video", "photo"}),
    item=Item(price=Money(12_000, "USD")),
    events=Events(placed=datetime(2026, 3, 1, tzinfo=UTC), delivered=None),
)


def test_document() -> None:
    """What is not known is left out; None stays, as has not happened; sets are sorted lists."""
    assert to_document(CLAIM) == {
        "claim": {"reason": "defective", "evidence": ["photo", "video"]},
        "item": {"price": Money(12_000, "USD")},
        "events": {"placed": datetime(2026, 3, 1, tzinfo=UTC), "delivered": None},
        "events_complete": False,
    }
    assert to_document(Claim()) == {"events_complete": False}


def test_lines_and_rates_are_plain_data() -> None:
    """Lines become objects of what is known of them; rates stand beside the facts."""
    claim = Claim(order=Order(lines=(Line(price="10.00 USD"), Line(opened=True))), rates={"EUR": "1.0850 USD"})
    assert to_document(claim) == {
        "order": {"lines": [{"price": "10.00 USD"}, {"opened": True}]},
        "rates": {"EUR": "1.0850 USD"},
        "events_complete": False,
    }


def test_no_evidence_is_not_unknown_evidence() -> None:
    """An empty set says that there is nothing to show."""
    assert to_document(Claim(evidence=frozenset())) == {"claim": {"evidence": []}, "events_complete": False}


def test_claim_and_document_give_the_same_facts() -> None:
    """Reading the classes is reading the document."""
    types: dict[str, FactType] = {
        "placed": Event(), "delivered": Event(), "item.price": MoneyType(), "claim.evidence": SetOf(("photo", "video")),
    }  # fmt: skip
    vocabulary = {name: FactDeclaration(name, type) for name, type in types.items()}
    document = {
        "claim": {"evidence": ["photo", "video"], "reason": "defective"},
        "item": {"price": "120.00 USD"},
        "events": {"placed": "2026-03-01T09:00+09:00", "delivered": None},
    }
    both = [read_facts(given, vocabulary, zone="UTC", currency="USD") for given in (CLAIM, document)]
    assert both[0].values == both[1].values
    assert both[0].shown == both[1].shown


def test_unknown_is_said() -> None:
    """The mark is false, prints as its name, and is what fields are by default."""
    assert Order() == Order()
    assert (repr(UNKNOWN), bool(UNKNOWN), Claim().reason) == ("UNKNOWN", False, UNKNOWN)


@pytest.mark.skipif(not COMMERCE.exists(), reason="the vocabulary is not there")
def test_fields_are_the_facts_of_the_vocabulary() -> None:
    """Each fact has its field and each field its fact."""
    facts = re.findall(r"^fact ([a-z_.]+):[ ]*(\w+)", COMMERCE.read_text("utf-8"), re.MULTILINE)
    declared = {name if "." in name else f"events.{name}" for name, _ in facts}
    own = {f"{part}.{field.name}" for part, kind in PARTS.items() for field in fields(kind)}
    own -= {f"claim.{field}" for field in (*PARTS, "events", "events_complete", "rates")} | {"order.lines"}
    assert own | {f"events.{field.name}" for field in fields(Events)} == declared
