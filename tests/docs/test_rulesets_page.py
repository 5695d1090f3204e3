"""The page of rulesets lists exactly what ships, and the cases it names are in the files it names."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

import claimrules
from tools.rulesets_page import MARK, PAGE, ROOT, page

TEXT = PAGE.read_text(encoding="utf-8")
BY_HAND = TEXT.partition(MARK)[2]
CHILD = """
ruleset my_shop "My shop"
  extends stores.base
  timezone "Asia/Seoul"
  currency KRW
use vocabulary.commerce
source terms "Terms of sale" dated 2026-01-01 checked 2026-11-24
window return_time = 14 days after delivered cite terms "4"
window electronics_time = 7 days after delivered cite terms "5"
"""


def test_the_page_is_up_to_date() -> None:
    """Names, titles, sources, and the numbers of rules and cases are those of the files: `make generate` writes them."""
    assert page() == TEXT


def test_exactly_what_ships_is_listed() -> None:
    """Every file under rulesets/ has one row, and no row is about another."""
    listed = re.findall(r"^\| \[`[\w.]+`\]\(../../(rulesets/\S+)\)", TEXT, flags=re.MULTILINE)
    assert sorted(listed) == sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "rulesets").rglob("*.claim"))


def test_every_case_named_is_in_a_file_named() -> None:
    """The sentences on the hard rules name cases that can be found under that title."""
    rows = [line for line in BY_HAND.splitlines() if line.endswith('" |')]
    assert len(rows) == 10
    for row in rows:
        files = re.findall(r"\(../../(rulesets/\S+\.claim)\)", row)
        (title,) = re.findall(r'\| "([^"]+)" \|$', row)
        assert files
        assert any(f'case "{title}"' in (ROOT / file).read_text(encoding="utf-8") for file in files), title


@pytest.mark.parametrize(
    ("category", "last_day"), [("electronics", "Tuesday 17 March"), ("apparel", "Tuesday 24 March")]
)
def test_a_shop_says_only_what_differs(tmp_path: Path, category: str, last_day: str) -> None:
    """A child of stores.base overrides windows by name and takes over the rest: the table, exclusions, steps."""
    (tmp_path / "my_shop.claim").write_text(CHILD, encoding="utf-8")
    facts = {
        "claim": {"reason": "change_of_mind"},
        "item": {"category": category, "condition": "unused", "final_sale": False, "price": "10000 KRW"},
        "events": {"delivered": "2026-03-10T15:00+09:00"},
        "events_complete": True,
    }
    shop = claimrules.load(tmp_path / "my_shop.claim")
    decision = shop.decide(facts, at=datetime.fromisoformat("2026-03-17T23:59:59+09:00"))
    refund = decision.remedy("full_refund")
    assert refund is not None
    assert (refund.status, refund.last_day.startswith(last_day)) == ("available", True)
    assert decision.next_action.step == "ask_for_return"
