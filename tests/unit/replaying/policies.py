"""A small shop to record and to change: its text, a claim, and when it is decided."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import claimrules

AT = datetime.fromisoformat("2026-03-16T12:00+09:00")
SHOP = """
ruleset my_shop.returns "Returns at my shop"
  counting plain_days
  timezone "Asia/Seoul"
use vocabulary.commerce
source terms "Terms of sale" dated 2026-01-01 checked 2026-11-24
rule change_of_mind "Return in time"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite terms "4"
"""
CLAIM: dict[str, Any] = {
    "claim": {"reason": "change_of_mind"},
    "item": {"price": "50000 KRW"},
    "order": {"shipping_paid": "0 KRW"},
    "events": {"delivered": "2026-03-10T15:00+09:00"},
    "events_complete": True,
}


def written(folder: Path, text: str = SHOP, name: str = "shop.claim") -> Path:
    """Return the file of a shop."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def recorded(folder: Path, claim: dict[str, Any] = CLAIM) -> claimrules.Record:
    """Return the record of a claim at the shop."""
    return claimrules.load(written(folder)).decide(claim, AT).record()
