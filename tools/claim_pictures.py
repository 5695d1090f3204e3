"""The pictures of one claim at five moments, for the page that shows how to read a decision."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from claimrules import load

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = "docs/how-to/a-claim"
#: The facts at each moment, which stand in a file of that name, and the moment.
MOMENTS: Final = {
    "ordered": "2026-03-02T12:00+01:00",
    "late": "2026-03-27T12:00+01:00",
    "broken": "2026-03-28T15:00+01:00",
    "silent": "2026-03-31T12:00+02:00",
    "last_day": "2026-04-14T12:00+02:00",
}


def pictures() -> dict[str, str]:
    """Return the timeline of the claim at each moment, under the name of its file."""
    return dict(_pictures())


def _pictures() -> Iterator[tuple[str, str]]:
    ruleset = load("aliexpress")
    for name, at in MOMENTS.items():
        facts = json.loads((ROOT / FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        decision = ruleset.decide(facts, at=datetime.fromisoformat(at))
        yield f"{FOLDER}/{name}.svg", f"{decision.timeline.svg()}\n"
