"""Decide what a buyer may claim: rulesets in a policy language of their own, decisions with deadlines and reasons."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimrules.api import Ruleset, load
    from claimrules.deadline_of import deadline
    from claimrules.diagnostics.diagnostic import FactsError, PolicyError, RecordError
    from claimrules.domain.claim import UNKNOWN, Buyer, Claim, Events, Item, Line, Order, Seller
    from claimrules.domain.deadline import Deadline
    from claimrules.domain.decision import Decision
    from claimrules.domain.order_decision import OrderDecision
    from claimrules.domain.record.shape import Record
    from claimrules.domain.stack_decision import Finding, StackDecision
    from claimrules.formatting.format import format_text
    from claimrules.lint.check import check
    from claimrules.replaying.replay import replay
    from claimrules.replaying.shape import Replay
    from claimrules.speech.language import UnknownLanguageError, languages, speaking
    from claimrules.stack import Stack

_HOMES = {
    "Ruleset": "api",
    "load": "api",
    "check": "lint.check",
    "deadline": "deadline_of",
    "format_text": "formatting.format",
    "Deadline": "domain.deadline",
    "FactsError": "diagnostics.diagnostic",
    "PolicyError": "diagnostics.diagnostic",
    "RecordError": "diagnostics.diagnostic",
    "Decision": "domain.decision",
    "Finding": "domain.stack_decision",
    "StackDecision": "domain.stack_decision",
    "OrderDecision": "domain.order_decision",
    "Record": "domain.record.shape",
    "Replay": "replaying.shape",
    "replay": "replaying.replay",
    "Stack": "stack",
    "UnknownLanguageError": "speech.language",
    "languages": "speech.language",
    "speaking": "speech.language",
} | dict.fromkeys(("UNKNOWN", "Buyer", "Claim", "Events", "Item", "Line", "Order", "Seller"), "domain.claim")

__all__ = [
    "UNKNOWN",
    "Buyer",
    "Claim",
    "Deadline",
    "Decision",
    "Events",
    "FactsError",
    "Finding",
    "Item",
    "Line",
    "Order",
    "OrderDecision",
    "PolicyError",
    "Record",
    "RecordError",
    "Replay",
    "Ruleset",
    "Seller",
    "Stack",
    "StackDecision",
    "UnknownLanguageError",
    "check",
    "deadline",
    "format_text",
    "languages",
    "load",
    "replay",
    "speaking",
]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that importing the package costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'claimrules' has no attribute {name!r}")
    return getattr(import_module(f"claimrules.{_HOMES[name]}"), name)
