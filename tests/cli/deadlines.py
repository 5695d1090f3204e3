"""What the tests of `claimrules deadline` share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.commands import run

KOREA = ("--counting", "kr_civil_act", "--timezone", "Asia/Seoul")
BERLIN = ("--counting", "de_bgb", "--timezone", "Europe/Berlin")
SHOP = """ruleset my_shop.counting "How my shop counts"
  counting my_days
  timezone "Asia/Seoul"
  place my_calendar
source terms "Terms of sale" dated 2026-01-01 checked 2026-11-23
calendar my_calendar "Our own days"
  extends KR
  closed 2026-12-24
convention my_days "Days at my shop" like kr_civil_act
  holidays by place cite terms "section 2"
use conventions.kr_civil_act
use vocabulary.commerce
window return_time = 7 days after delivered
  extended by 5 days when order.fast_delivery
"""


def printed(*arguments: str | Path) -> dict[str, Any]:
    """Return what a command prints as JSON; it ends with 0."""
    result = run("deadline", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def refused(*arguments: str | Path, code: int = 1) -> str:
    """Return what a command says that ends with a fault."""
    result = run("deadline", *arguments)
    assert result.exit_code == code, result.output
    assert "asked_for" not in result.output
    return result.output
