"""Versions of one ruleset: the order's own date chooses, never today."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import claimrules
from claimrules import FactsError, PolicyError
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.text.span import Span

AT = datetime.fromisoformat("2026-06-01T12:00+09:00")
TEXT = """
ruleset {name} "Shop"
  in force from {start} {end} by placed
  counting plain_days
  timezone "Asia/Seoul"
use vocabulary.commerce
source terms "Terms of sale" dated 2026-01-01 checked 2026-11-24
rule return "Return" when claim.reason is change_of_mind grant {remedy} cite terms "4"
"""


def shop(folder: Path, *versions: tuple[str, str, str], name: str = "shop") -> claimrules.Ruleset:
    """Write versions (start, end, remedy) beside one another, the last as the newest, and load them."""
    for start, end, remedy in versions:
        text = TEXT.format(name=name, start=start, end=end and f"until {end}", remedy=remedy)
        (folder / f"shop@{start}.claim").write_text(text, encoding="utf-8")
    start = versions[-1][0]
    (folder / f"shop@{start}.claim").rename(folder / "shop.claim")
    return claimrules.load(folder / "shop.claim")


def decide(ruleset: claimrules.Ruleset, placed: Any, **events: Any) -> claimrules.Decision:
    """Decide a change of mind about an order placed on a day."""
    given = {"placed": placed} if placed is not ... else {}
    return ruleset.decide({"claim": {"reason": "change_of_mind"}, "events": given | events}, at=AT)


@pytest.mark.parametrize(
    ("placed", "remedy", "version"),
    [
        ("2024-01-01T00:00+09:00", "coupon", "in force from 2024-01-01"),
        ("2025-12-31T23:59:59.999999+09:00", "coupon", "in force from 2024-01-01"),
        ("2026-01-01T00:00+09:00", "full_refund", "in force from 2026-01-01"),
        ("2030-01-01", "full_refund", "in force from 2026-01-01"),
    ],
)
def test_the_date_of_the_order_chooses(tmp_path: Path, placed: str, remedy: str, version: str) -> None:
    """The first and the last instant of each version's days are its own."""
    found = decide(shop(tmp_path, ("2024-01-01", "2025-12-31", "coupon"), ("2026-01-01", "", "full_refund")), placed)
    assert ([r.kind for r in found.remedies], found.version, found.in_force) == ([remedy], version, True)


@pytest.mark.parametrize("placed", ["2023-12-31T23:59:59+09:00", "2025-07-01", None])
def test_no_version_is_an_answer(tmp_path: Path, placed: str | None) -> None:
    """Before the first, between two, and for an order that was never placed, none is in force, and it says so."""
    found = decide(shop(tmp_path, ("2024-01-01", "2025-06-30", "coupon"), ("2026-01-01", "", "full_refund")), placed)
    assert (found.in_force, found.remedies) == (False, ())
    assert "no version is in force then" in found.why_version
    assert "No version of this ruleset is in force" in str(found)


def test_an_unknown_date_is_asked_for(tmp_path: Path) -> None:
    """Without the event nobody can tell which version holds; it is not guessed."""
    found = decide(shop(tmp_path, ("2024-01-01", "2025-12-31", "coupon"), ("2026-01-01", "", "full_refund")), ...)
    assert found.in_force is None
    assert {remedy.status for remedy in found.remedies} == {"undetermined"}
    assert "placed" in {question.fact for question in found.questions}


@pytest.mark.parametrize(
    ("versions", "words"),
    [
        ((("2024-01-01", "", "coupon"), ("2026-01-01", "", "coupon")), "in force on one day"),
        ((("2024-01-01", "2026-01-01", "coupon"), ("2026-01-01", "", "coupon")), "in force on one day"),
    ],
)
def test_versions_follow_one_another(tmp_path: Path, versions: Any, words: str) -> None:
    """Two versions in force on one day are refused."""
    with pytest.raises(PolicyError) as raised:
        shop(tmp_path, *versions)
    (fault,) = raised.value.diagnostics
    assert (fault.code, words in fault.message) == ("CR0504", True)
    assert underlined(fault) == ["in force from 2026-01-01  by placed", said_by_the_earlier(versions[0])]
    assert fault.help == "let the earlier one end: in force from D until D by EVENT"


def said_by_the_earlier(version: tuple[str, str, str]) -> str:
    """Return how a version says when it is in force."""
    start, end, _ = version
    return f"in force from {start} {end and f'until {end}'} by placed"


def underlined(fault: Diagnostic) -> list[str]:
    """Return the texts that a fault points at, the main one first."""
    places = [label.origin for label in (fault.primary, *fault.secondary)]
    return [place.text for place in places if isinstance(place, Span)]


def test_versions_have_one_name(tmp_path: Path) -> None:
    """Files of a folder that are other rulesets are no versions: one fault says so, however many they are."""
    for name in ("a", "b", "c", "d", "e"):
        text = TEXT.format(name=name, start="2026-01-01", end="", remedy="coupon")
        (tmp_path / f"{name}.claim").write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError) as raised:
        claimrules.load(tmp_path)
    (fault,) = raised.value.diagnostics
    assert fault.code == "CR0504"
    assert fault.message == "these are 5 rulesets, not versions of one: `a`, `b`, `c`, `d` …"
    assert underlined(fault) == ["b", "a"]
    assert fault.help.startswith(f"name the file of one of them, as in {tmp_path / 'a.claim'};")


def test_a_ruleset_knows_its_versions(tmp_path: Path) -> None:
    """All versions can be listed, the earliest first; one alone is its own only version."""
    both = shop(tmp_path, ("2024-01-01", "2025-12-31", "coupon"), ("2026-01-01", "", "full_refund"))
    assert [str(version.in_force_from) for version in both.versions] == ["2024-01-01", "2026-01-01"]
    assert len(claimrules.load("aliexpress").versions) == 1


def test_versions_may_know_different_facts(tmp_path: Path) -> None:
    """A later version can have facts, values and categories of its own: a claim is read by the version it falls under."""
    old = TEXT.format(name="shop", start="2024-01-01", end="until 2025-12-31", remedy="coupon")
    new = TEXT.format(name="shop", start="2026-01-01", end="", remedy="full_refund")
    old += "fact buyer.tier: one of silver, gold\nfact item.seal: text\n"
    new += "fact buyer.tier: one of plus, total\ncategory phones under electronics\n"
    (tmp_path / "shop@2024-01-01.claim").write_text(old, encoding="utf-8")
    (tmp_path / "shop.claim").write_text(new, encoding="utf-8")
    ruleset = claimrules.load(tmp_path / "shop.claim")
    facts: dict[str, Any] = {
        "claim": {"reason": "change_of_mind"},
        "buyer": {"tier": "total"},
        "item": {"category": "phones", "seal": "red"},
        "events": {"placed": "2026-01-02"},
    }
    assert ruleset.decide(facts, at=AT).version == "in force from 2026-01-01"
    facts["buyer"]["tier"], facts["events"]["placed"] = "gold", "2025-01-02"
    assert ruleset.decide(facts, at=AT).version == "in force from 2024-01-01"
    facts["buyer"]["tier"] = "total"
    with pytest.raises(FactsError) as raised:
        ruleset.decide(facts, at=AT)
    assert "`buyer.tier` cannot be `total`" in raised.value.diagnostics[0].message
