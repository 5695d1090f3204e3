"""Every lint rule finds what its bad example shows, and nothing in its good one; what it underlines and its help."""

from __future__ import annotations

from datetime import date

import pytest

from claimrules.compiler.build import build
from claimrules.compiler.check import check as check_types
from claimrules.compiler.resolve import resolve
from claimrules.diagnostics.codes import CODES, severity_of
from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.diagnostics.pages import page
from claimrules.lint.check import warnings
from claimrules.lint.rule import LintRule
from claimrules.lint.rules import RULES
from claimrules.text.source import Source
from claimrules.text.span import Span
from tests.docs.faulty_blocks import TODAY, whole

ALL = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def found_in(text: str, today: date = TODAY, within: int = 365) -> list[Diagnostic]:
    """Return the warnings about a policy that has no faults."""
    collector = Collector()
    resolved = resolve(build(Source("shop.claim", whole(text)), collector), collector, None)
    check_types(resolved)
    collector.raise_if_any()
    return list(warnings(resolved, today, within))


def shown(text: str) -> list[tuple[str, str]]:
    """Return the codes of the warnings about a policy, each with the words underlined."""
    origins = [(one.code, one.primary.origin) for one in found_in(text)]
    return [(code, origin.text) for code, origin in origins if isinstance(origin, Span)]


@ALL
def test_the_bad_example_is_found(rule: LintRule) -> None:
    """The rule finds something in its bad example, and no other rule does."""
    assert {one.code for one in found_in(rule.bad)} == {rule.code}


@ALL
def test_the_good_example_is_not(rule: LintRule) -> None:
    """No rule finds anything in the good example."""
    assert found_in(rule.good) == []


@ALL
def test_the_page_shows_both_examples(rule: LintRule) -> None:
    """The page of the code has the examples of the rule."""
    assert f"```claim-fault\n{rule.bad}```" in page(rule.code)
    assert f"```claim\n{rule.good}```" in page(rule.code)


def test_every_warning_has_a_rule() -> None:
    """There is one rule for each code that is a warning."""
    assert [rule.code for rule in RULES] == [code for code in CODES if severity_of(code) == "warning"]


UNDERLINED = {
    "CR0701": ("item.condition is opened", "leave one of the two out"),
    "CR0702": ("from 14 days after delivered until 7 days after delivered", "write the earlier moment after `from`"),
    "CR0703": ("defect", "name the statement that is meant"),
    "CR0704": ("full_refund expired", "one of the two is wrong"),
    "CR0705": ("return_time", "let the later of both count"),
    "CR0706": ("6 months", "missing day clamps"),
    "CR0707": ("14 days", "rolls forward or never"),
    "CR0708": ("liability", "say `at least` the other"),
    "CR0711": ("returns", "add a row"),
    "CR0712": (
        "electronics   | 7 days after delivered  | full_refund",
        "say in a cell where one of the two does not hold",
    ),
    "CR0801": ("item.refurbished", "use it in a condition, or remove it"),
    "CR0802": ("long_time", "say `within long_time`"),
    "CR0803": ("faq", "cite it: cite faq"),
    "CR0804": ("mine", "say `counting mine`"),
    "CR0805": ("phones", "say `item.category is phones`"),
    "CR0806": ("faq", "checked 2026-11-24"),
    "CR0807": ("faq", "add the day: checked 2026-11-24"),
}


@ALL
def test_what_is_underlined_and_how_to_mend_it(rule: LintRule) -> None:
    """A warning underlines the words it is about, and says how to put them right."""
    first = found_in(rule.bad)[0]
    underlined, help = UNDERLINED[rule.code]
    assert isinstance(first.primary.origin, Span)
    assert (first.primary.origin.text, help in first.help) == (underlined, True)


RULE = """rule return "Return"
  when {condition}
  grant full_refund with return
  cite terms "section 4"
"""


@pytest.mark.parametrize(
    "condition",
    [
        "item.activated and not item.activated",
        "item.price > 50000 KRW and item.price < 50000 KRW",
        "item.price > 50000 KRW and item.price < 50001 KRW",
        "order.free_labels_used > 5 and order.free_labels_used <= 5",
        "order.free_labels_used < 0",
        "item.condition is unused and not item.condition is one of unused, opened",
        "claim.reason is change_of_mind and (claim.reason is defective or claim.reason is wrong_item)",
        'buyer.country is "KR" and buyer.country is "US"',
        "claim.evidence includes photo and not claim.evidence includes photo",
        "delivered before 2026-03-01 and delivered after 2026-03-01",
        "delivered after shipped and shipped after delivered",
        "delivered after shipped and shipped after placed and placed after delivered",
        "delivered before 2026-03-01 and shipped after 2026-03-02 and shipped before delivered",
        "days between placed and delivered > 7 and days between placed and delivered < 7",
        "delivered after 2026-03-01 and not delivered",
    ],
)
def test_conditions_that_never_hold(condition: str) -> None:
    """Tests of one fact, and orders of events, that contradict one another are found."""
    assert [code for code, _ in shown(RULE.format(condition=condition))] == ["CR0701"]


@pytest.mark.parametrize(
    "condition",
    [
        "item.price > 50000 KRW and item.price < 50002 KRW",
        "order.free_labels_used >= 5 and order.free_labels_used <= 5",
        "item.condition is one of unused, opened and not item.condition is opened",
        "delivered after shipped and shipped after placed",
        "delivered after 2026-03-01 and delivered before 2026-03-03",
        "days between placed and delivered > 7 and days between placed and shipped < 7",
        "not delivered and delivered before 2026-03-03 or item.activated",
        "claim.evidence includes photo and not claim.evidence includes video",
        "buyer.country is known and not item.condition is known",
    ],
)
def test_conditions_that_can_hold(condition: str) -> None:
    """Nothing is said of what can hold for some facts."""
    assert shown(RULE.format(condition=condition)) == []


def test_a_rule_before_its_ruleset() -> None:
    """A rule for orders from before the ruleset was in force never holds."""
    head = (
        whole("").strip()
        or 'ruleset a "A" in force from 2026-01-01 by placed counting plain_days timezone "Asia/Seoul"'
    )
    text = f'{head} use vocabulary.commerce source terms "T" checked 2026-11-23 {RULE.format(condition="placed before 2025-06-01")}'
    assert shown(text) == [("CR0701", "placed")]


def test_many_facts_cost_little() -> None:
    """Forty facts in one condition are no search without end: there is an answer, or none is given."""
    facts = "".join(f"fact x{n}: number\n" for n in range(40))
    chain = " and ".join(f"(x{n} > x{n + 1} or x{n + 1} = 3)" for n in range(39))
    assert shown(facts + RULE.format(condition=f"{chain} and x39 > x0")) in ([], [("CR0701", "return")])


WINDOW = 'rule return "R" when claim.reason is change_of_mind within w grant repair cite terms "4"\nwindow w {}\n'


@pytest.mark.parametrize(
    ("window", "underlined"),
    [
        ("= from 2026-06-30 until 2026-06-01", "from 2026-06-30 until 2026-06-01"),
        ("= from 30 days after delivered until 1 month after delivered", None),
        ("= from 10 days after delivered until 5 days after delivered", "from 10 days after delivered until 5 days after delivered"),
        ("when item.activated: from 2026-06-30 until 2026-06-01 otherwise: 7 days after delivered", "from 2026-06-30 until 2026-06-01"),
        ("= from 10 days after delivered capped at 5 days after delivered", "w"),
        ("= 7 days after delivered capped at 2026-06-30", None),
        ("= from 10 days after shipped until 5 days after delivered", None),
        ("= from latest of 10 days after shipped, 3 days after delivered until earliest of 30 days after shipped, 9 days after delivered", None),
        ("= none", None),
        ("when item.activated: none otherwise: 7 days after delivered", None),
        ("= unlimited", None),
    ],
)  # fmt: skip
def test_empty_windows(window: str, underlined: str | None) -> None:
    """A period that closes before it opens is found; `none` is meant, and what can be open for some facts is not empty."""
    assert shown(WINDOW.format(window)) == ([("CR0702", underlined)] if underlined else [])


TABLE = """table returns "Returns" when claim.reason is change_of_mind
  cite terms "section 4"
  | item.category                  | within                 | grant       |
  | perishable                     | 1 day after delivered  | full_refund |
  | apparel                        | 7 days after delivered | full_refund |
  | not one of perishable, apparel | never                  | nothing     |
exclusion spoilt "Spoilt" bars returns when item.category is {} cite terms "section 4"
"""


@pytest.mark.parametrize(("category", "underlined"), [("perishable", None), ("furniture", "returns")])
def test_an_exclusion_of_a_table(category: str, underlined: str | None) -> None:
    """Who bars a table is not asked about each of its rows; only an exclusion that bars none of them is shown, once."""
    assert shown(TABLE.format(category)) == ([("CR0703", underlined)] if underlined else [])


def test_times_that_never_overlap() -> None:
    """Two times of one rule that exclude one another are shown with both places."""
    text = 'rule a "A" from 2026-06-30 until 2026-06-01 grant repair cite terms "4"'
    (found,) = found_in(text)
    assert (found.code, len(found.secondary)) == ("CR0702", 1)


@pytest.mark.parametrize(
    ("window", "is_found"),
    [
        ("when placed before 2022-01-01: 2 years after placed otherwise: 6 months after placed", True),
        ("when placed before 2022-01-01: 6 months after placed otherwise: 2 years after placed", False),
        ("when placed before 2022-01-01: 2 years after delivered otherwise: 6 months after delivered", False),
        ("when delivered after promised_delivery: 7 days after delivered otherwise: 30 days after delivered", True),
        ("= 14 days after delivered extended to 2027-01-31 when delivered between 2026-11-01 and 2026-12-24", True),
        ("= 14 days after delivered extended to 2027-01-31 when delivered after 2026-10-31", False),
        ("= 14 days after delivered extended by 5 days when item.activated", False),
        ("when item.activated: 30 days after delivered otherwise: 14 days after delivered", False),
    ],
)
def test_windows_that_end_earlier(window: str, is_found: bool) -> None:
    """A season or a change of the law that gives the later event the earlier end is found, with the two days."""
    assert [code for code, _ in shown(WINDOW.format(window))] == (["CR0705"] if is_found else [])


def test_the_two_days_are_shown() -> None:
    """The words beside the window say for which two days it is so."""
    (found,) = found_in(next(rule.bad for rule in RULES if rule.code == "CR0705"))
    assert found.primary.words == "delivered on 2026-12-24: until 2027-01-31; on 2026-12-25: until 2027-01-08"


def test_a_fact_of_lines_is_used_by_its_fold() -> None:
    """A fact of the lines that a fact of the order is folded from is used."""
    lines = "fact order.lines.fragile: yes or no\nfact order.any_fragile: yes or no, any of fragile over order.lines\n"
    assert shown(lines + RULE.format(condition="not order.any_fragile")) == []


@pytest.mark.parametrize(("unit", "codes"), [("months", ["CR0706"]), ("days", [])])
def test_a_parameter_of_months_is_asked_too(unit: str, codes: list[str]) -> None:
    """A length that a parameter gives is looked at like one that is written."""
    text = f'parameter length from 2020-01-01: 6 {unit} cite terms "1"\n' + WINDOW.format(
        "= length after delivered counting strict_months"
    )
    assert [code for code, _ in shown(text)] == codes


CASES = """case "one" given item.activated is yes at 2026-03-10T10:00Z expect {}
case "two" given item.activated is yes at 2026-03-10T10:00Z expect {}
"""


@pytest.mark.parametrize(
    ("one", "two", "is_found"),
    [
        ("full_refund", "no full_refund", True),
        ("full_refund denied", "no full_refund", False),
        ("full_refund", "repair", False),
        ("full_refund until 2026-03-12", "full_refund until 2026-03-13", True),
        ("full_refund until 2026-03-12", "full_refund amount 5 KRW", False),
        ("full_refund with return amount 5 KRW", "full_refund without return amount 6 KRW", False),
        ("full_refund", "may full_refund", False),
        ("nothing left", "next wait until 2026-03-12", True),
        ("nothing left", "nothing left", False),
        ("question item.price", "question item.condition", False),
    ],
)
def test_cases_that_contradict(one: str, two: str, is_found: bool) -> None:
    """Only what cannot both be so is a contradiction; two cases may look at different things."""
    text = RULE.format(condition="item.activated") + CASES.format(one, two)
    assert [code for code, _ in shown(text)] == (["CR0704"] if is_found else [])


def test_other_facts_or_another_instant_are_no_contradiction() -> None:
    """Cases are compared only where facts and instant are the same."""
    text = RULE.format(condition="item.activated") + CASES.format("full_refund", "no full_refund")
    assert shown(text.replace('"two" given item.activated is yes', '"two" given item.activated is no')) == []
    assert (
        shown(
            text.replace(
                '"two" given item.activated is yes at 2026-03-10', '"two" given item.activated is yes at 2026-03-11'
            )
        )
        == []
    )


@pytest.mark.parametrize(
    ("today", "within", "count"),
    [("2027-11-23", 365, 0), ("2027-11-24", 365, 1), ("2026-11-30", 7, 0), ("2026-12-01", 7, 1)],
)
def test_the_age_of_a_source(today: str, within: int, count: int) -> None:
    """A source may be as many days old as is said, and not one more."""
    assert len(found_in(RULE.format(condition="item.activated"), date.fromisoformat(today), within)) == count


def test_a_vocabulary_is_for_others() -> None:
    """A file without statements declares facts, categories and conventions for others to use."""
    assert shown('ruleset v "V" fact x: event category a convention c like plain_days use conventions.plain_days') == []


@pytest.mark.parametrize(
    ("comment", "is_found"),
    [
        ("# accept CR0801: the shop's system sends it", False),
        ("# accept CR0801:", True),
        ("# accept CR0802: another code", True),
        ("# CR0801", True),
    ],
)
@pytest.mark.parametrize(
    "place",
    [
        "{comment}\nfact item.x: yes or no\n",
        "fact item.x: yes or no  {comment}\n",
        "fact item.x:\n  {comment}\n  yes or no\n",
    ],
)
def test_findings_that_are_accepted(place: str, comment: str, is_found: bool) -> None:
    """A comment in or right above the declaration accepts a finding, if it says why; nothing else does."""
    text = RULE.format(condition="item.activated") + place.format(comment=comment) + "# the end\n"
    assert shown(text) == ([("CR0801", "item.x")] if is_found else [])


def test_a_fact_of_lines_is_read_through_its_fold() -> None:
    """What a fold that is read folds is read; what no fold folds, or only one that is not read, is not."""
    text = """fact box.lines.weight: number
fact box.lines.width: number
fact box.lines.height: number
fact box.weight: number, sum of weight over box.lines
fact box.width: number, max of width over box.lines
rule heavy "Heavy boxes" when box.weight > 5 and delivered grant coupon cite terms "1"
"""
    names = ("box.lines.width", "box.lines.height", "box.width")
    assert shown(text) == [("CR0801", name) for name in names]
