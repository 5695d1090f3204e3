"""What the cases of a ruleset show, and what they do not: rules, outcomes of conditions, edges of windows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.testing.coverage import Coverage, coverage, percent_of
from claimrules.testing.run import run_cases
from claimrules.text.source import Source
from tests.cli.commands import run, written
from tests.diagnostics.policies import RIGHT

EXCLUSION = 'exclusion worn "Worn" bars return when item.condition is used cite terms "5"\n'
STEP = 'step send "Send it back" by buyer when delivered cite terms "6"\n'


def case(given: str, at: str = "2026-03-12T12:00+09:00") -> str:
    """Return a case about a delivery, on which nothing is expected that could fail."""
    return f'case "a case" given {given} at {at} expect question item.price\n'


def of(text: str) -> Coverage:
    """Return the coverage of a policy."""
    ruleset = Ruleset(compile_source(Source("shop.claim", text)))
    return coverage(ruleset, run_cases(ruleset))


def missing(text: str) -> list[str]:
    """Return what no case of a policy shows, in words."""
    return [f"{point.subject}: {point.words}" for point in of(text).missing]


DELIVERED = "delivered 2026-03-10T10:00+09:00, claim.reason is {reason}, not claim_filed"
MIND = DELIVERED.format(reason="change_of_mind")
RULE_UNKNOWN = "rule `return`: `claim.reason is change_of_mind` is in no case unknown"
RULE_NO = "rule `return`: `claim.reason is change_of_mind` is in no case no"
RULE_YES = "rule `return`: `claim.reason is change_of_mind` is in no case yes"
RULE_GIVES = "rule `return`: gives in no case what it grants"
INSIDE = "window `return_time`: no case is at the last instant inside, before it closes"
OUTSIDE = "window `return_time`: no case is at the first instant outside, as it closes"


def test_without_cases_nothing_is_shown() -> None:
    """Every rule, outcome and edge is named."""
    assert missing(RIGHT) == [RULE_GIVES, RULE_YES, RULE_NO, RULE_UNKNOWN, INSIDE, OUTSIDE]
    assert of(RIGHT).percent == 0


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (MIND, [RULE_NO, RULE_UNKNOWN, INSIDE, OUTSIDE]),
        (DELIVERED.format(reason="defective"), [RULE_GIVES, RULE_YES, RULE_UNKNOWN, INSIDE, OUTSIDE]),
        ("not delivered", [RULE_GIVES, RULE_YES, RULE_NO, INSIDE, OUTSIDE]),
    ],
)
def test_outcomes_of_a_condition(given: str, left: list[str]) -> None:
    """A condition can be so, not so, and not known; each wants a case."""
    assert missing(RIGHT + case(given)) == left


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-03-17T23:59:58.999999+09:00", set()),
        ("2026-03-17T23:59:59+09:00", {INSIDE}),
        ("2026-03-17T23:59:59.999999+09:00", {INSIDE}),
        ("2026-03-18T00:00+09:00", {OUTSIDE}),
        ("2026-03-18T00:00:00.999999+09:00", {OUTSIDE}),
        ("2026-03-18T00:00:01+09:00", set()),
    ],
)
def test_edges_of_a_window(at: str, shown: set[str]) -> None:
    """The last second inside and the first one outside are the edges; the seconds beside them are not."""
    assert {INSIDE, OUTSIDE} - set(missing(RIGHT + case(MIND, at))) == shown


def test_an_act_at_the_edge_shows_it_too() -> None:
    """What was done on the last day is tested at that instant, whenever the case is decided."""
    given = MIND.replace("not claim_filed", "claim_filed 2026-03-17T23:59:59+09:00")
    assert INSIDE not in missing(RIGHT + case(given, "2026-05-01T12:00+09:00"))


def test_an_opening_is_an_edge_where_it_is_counted() -> None:
    """A window that opens with an event has no edge there; one that opens two days later has."""
    text = RIGHT.replace("= 7 days after delivered", "= from 2 days after delivered until 7 days after delivered")
    assert "window `return_time`: no case is at the first instant inside, as it opens" in missing(text)
    assert not any("opens" in words for words in missing(RIGHT))


def test_exclusions_and_steps() -> None:
    """An exclusion wants a case in which it holds, a step one in which it is open."""
    text = RIGHT + EXCLUSION + STEP
    assert {"exclusion `worn`: holds in no case", "step `send`: is open in no case"} <= set(missing(text))
    left = missing(text + case(f"{MIND}, item.condition is used"))
    assert not [words for words in left if "holds in no case" in words or "open in no case" in words]


@pytest.mark.parametrize("condition", ["buyer.country is known", "item.seals > 2"])
def test_what_is_never_unknown(condition: str) -> None:
    """A test of what is known, and a fact with an assumption, are never unknown and want no case for it."""
    fact = "fact item.seals: number, assumed 0\n"
    text = fact + RIGHT.replace("claim.reason is change_of_mind", condition)
    assert not [words for words in missing(text) if "unknown" in words]


def test_share_of_several_files() -> None:
    """The share over files counts what is to be shown, not the files; a file of facts has nothing to show."""
    facts, shop = of('ruleset v "V" fact x: event'), of(RIGHT + case(MIND))
    assert (facts.percent, round(shop.percent, 2), percent_of([facts, shop])) == (100, 33.33, shop.percent)


def test_the_command_lists_what_is_not_shown(tmp_path: Path) -> None:
    """`--coverage` counts by kind and names each thing that is not shown."""
    path = written(tmp_path, RIGHT + case(MIND).replace("question item.price", "full_refund"))
    output = run("test", path, "--coverage").output
    assert "my_shop.returns: the cases show 33.3%\n  rules         1 of 1\n  conditions    1 of 3\n" in output
    assert f"  not shown: {INSIDE}\n" in output
    assert output.endswith("altogether the cases show 33.3%\n\n1 passed, 0 failed\n")


@pytest.mark.parametrize(("least", "code"), [("33", 0), ("33.4", 1), ("100", 1)])
def test_fail_under(tmp_path: Path, least: str, code: int) -> None:
    """Below the share that is asked for the command fails, and says so."""
    path = written(tmp_path, RIGHT + case(MIND).replace("question item.price", "full_refund"))
    result = run("test", path, "--fail-under", least)
    assert (result.exit_code, "which is less than" in result.output) == (code, code == 1)


def test_json(tmp_path: Path) -> None:
    """JSON has every case, what failed and why, and the coverage."""
    path = written(tmp_path, RIGHT + case(MIND).replace("question item.price", "full_refund expired"))
    found = json.loads(run("test", path, "--coverage", "--format", "json").output)
    (only,) = found["cases"]
    assert (found["passed"], found["failed"], only["passed"]) == (0, 1, False)
    assert only["failures"] == ["expected full_refund to be expired, but it is available"]
    assert only["why"][0] == "rule return: available"
    assert found["coverage"][0]["counts"]["rules"] == {"shown": 1, "of": 1}
