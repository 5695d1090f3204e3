"""Holes and overlaps of tables: found where a check of every combination, value by value, finds them."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules.lint import holes
from tests.lint.test_rules import found_in, shown

HOLE, OVERLAP = "CR0711", "CR0712"
HEAD = 'table returns "Returns" when claim.reason is change_of_mind{when} cite terms "4"\n'


def table(columns: str, *rows: str, when: str = "", grants: tuple[str, ...] = ()) -> str:
    """Return a table of some columns; what a row gives is a time of its own unless `grants` says it."""
    given = grants or tuple(f"{day} days after delivered | full_refund" for day in range(2, 2 + len(rows)))
    lines = (f"  | {row} | {gives} |\n" for row, gives in zip(rows, given, strict=True))
    return HEAD.format(when=when) + f"  | {columns} | within | grant |\n" + "".join(lines)


def hole_of(text: str) -> str:
    """Return what no row is for, in the words of the message; nothing where there is no hole."""
    messages = [one.message for one in found_in(text) if one.code == HOLE]
    assert len(messages) <= 1
    return messages[0].removeprefix("no row of the table `returns` is for: ") if messages else ""


UNPACKED = "item.condition | item.activated"


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        (table("item.activated", "yes"), "not item.activated"),
        (table("item.activated", "no"), "item.activated"),
        (table("item.activated", "yes", "no"), ""),
        (table("item.activated", "any"), ""),
        (
            table("item.condition", "one of unused, opened, used"),
            "item.condition is one of minor_damage, damaged",
        ),
        (table("item.condition", "one of unused, opened"), "not item.condition is one of unused, opened"),
        (table("item.condition", "unused"), "not item.condition is unused"),
        (table("item.condition", "not used", "used"), ""),
        (table(UNPACKED, "unused | any", "not unused | yes"), "not item.condition is unused and not item.activated"),
        (
            table(UNPACKED, "not used | no", "used | yes"),
            "not item.condition is used and item.activated; item.condition is used and not item.activated",
        ),
        (table("item.price", "> 100 KRW", "<= 100 KRW"), ""),
        (table("item.price", "> 100 KRW", "< 100 KRW"), "some of what the other columns tell apart"),
        (table("order.free_labels_used", "0", ">= 1"), ""),
        (table("order.free_labels_used", "0", "> 1"), "some of what the other columns tell apart"),
        (
            table("item.activated | item.price", "yes | any", "no | > 100 KRW"),
            "not item.activated and some of what the other columns tell apart",
        ),
        (table("claim.evidence", "includes photo"), "some of what the other columns tell apart"),
        (table("item.condition", "not used", when=" and not item.condition is used"), ""),
        (table("item.activated", "yes", when=" and item.activated"), ""),
        (table("claim.reason", "change_of_mind"), ""),
    ],
)
def test_holes(text: str, hole: str) -> None:
    """What no row is for is said in the words of a condition; where the table's own conditions hold."""
    assert hole_of(text) == hole


@pytest.mark.parametrize("cell", ['"KR"', "any"])
def test_countries_are_not_counted_up(cell: str) -> None:
    """No table names every country, nor every day."""
    assert hole_of(table("buyer.country | placed", f"{cell} | after 2026-01-01")) == ""
    found = hole_of(table("buyer.country | item.activated", f"{cell} | yes"))
    assert found == "not item.activated"


SEVEN = "electronics, apparel, perishable, digital, hygiene, furniture, custom_made"


@pytest.mark.parametrize(
    ("rows", "hole"),
    [
        ((f"one of {SEVEN}",), ""),
        (("electronics", "not electronics"), ""),
        (("phones", "not electronics"), "item.category is electronics"),
        (("phones", "not phones"), ""),
        (("not one of electronics, furniture",), "item.category is one of electronics, furniture"),
        (("electronics", "apparel"), "not item.category is one of apparel, electronics"),
    ],
)
def test_holes_of_categories(rows: tuple[str, ...], hole: str) -> None:
    """A category stands for all that lie under it; what lies under one that has a row has it."""
    assert hole_of("category phones under electronics\n" + table("item.category", *rows)) == hole


def test_many_holes() -> None:
    """Three holes are shown, and it is said how many more there are."""
    text = table("item.condition | item.packaging", *(f"{one} | {two}" for one, two in (
        ("unused", "original"), ("opened", "opened"), ("used", "damaged"), ("damaged", "missing"), ("minor_damage", "any"),
    )))  # fmt: skip
    hole = hole_of(text)
    assert (hole.count(";"), hole.endswith("; and 1 more")) == (3, True)


def test_nothing_is_said_of_what_would_take_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond so many questions there is no answer, rather than a wrong one."""
    text = table(UNPACKED, "unused | any", "not unused | yes")
    monkeypatch.setattr(holes, "MOST_ASKED", 3)
    assert hole_of(text) == ""


@pytest.mark.parametrize(
    ("text", "underlined"),
    [
        (table("item.activated", "yes", "any"), ["any | 3 days after delivered | full_refund"]),
        (table("item.activated", "yes", "no"), []),
        (table("item.activated", "any", "any", grants=("never | nothing", "2 days after delivered | nothing")), []),
        (table("item.activated", "any", "yes", grants=("7 days after delivered | full_refund",) * 2), []),
        (table("item.activated", "any", "yes", grants=("7 days after delivered | full_refund", "never | nothing")),
         ["yes | never | nothing"]),
        (table("item.price", ">= 100 KRW", "<= 100 KRW"), ["<= 100 KRW | 3 days after delivered | full_refund"]),
        (table("item.price", "> 100 KRW", "<= 100 KRW"), []),
        (table(UNPACKED, "unused | any", "any | yes"), ["any | yes | 3 days after delivered | full_refund"]),
        (table(UNPACKED, "unused | any", "any | yes", when=" and not item.activated"), []),
        (table("buyer.country", '"KR"', '"US"'), []),
        (table("buyer.country", '"KR"', "any"), ["any | 3 days after delivered | full_refund"]),
        (table("placed", "before 2026-03-01", "after 2026-02-28"), []),
        (table("placed", "before 2026-03-01", "after 2026-02-27"),
         ["after 2026-02-27 | 3 days after delivered | full_refund"]),
        (table("item.activated", "any", "yes", "no"),
         ["yes | 3 days after delivered | full_refund", "no | 4 days after delivered | full_refund"]),
    ],
)  # fmt: skip
def test_overlaps(text: str, underlined: list[str]) -> None:
    """A row that can hold together with one before it, and gives something else, is underlined once."""
    assert [words for code, words in shown(text) if code == OVERLAP] == underlined


def test_days_of_a_zone_that_is_not_known() -> None:
    """Where days begin is a fact, two rows that seem to overlap may not, so nothing is said."""
    head = 'ruleset a "A" counting plain_days timezone buyer.timezone use vocabulary.commerce '
    head += 'source terms "T" dated 2026-01-01 checked 2026-11-23\n'
    text = head + table("placed", "before 2026-03-01", "after 2026-02-28")
    assert [code for code, _ in shown(text)] == []


def test_a_title_and_a_citation_give_nothing() -> None:
    """Two rows that differ in their words for people alone do not contradict each other."""
    text = HEAD.format(when="") + (
        "  | item.activated | within | grant | title | cite |\n"
        '  | any | 2 days after delivered | full_refund | "All" | terms "1" |\n'
        '  | yes | 2 days  after delivered | full_refund | "Some" | terms "2" |\n'
    )
    assert shown(text) == []


def test_names_in_a_row_that_gives_nothing() -> None:
    """A category tested in such a row alone is tested; one that is misspelt there is a fault."""
    text = "category toys\n" + table(
        "item.category", "not toys", "toys", grants=("2 days after delivered | full_refund", "never | nothing")
    )
    assert shown(text) == []


CONDITIONS = ("unused", "opened", "minor_damage", "used", "damaged")
CELLS = st.one_of(st.just(frozenset(CONDITIONS)), st.frozensets(st.sampled_from(CONDITIONS), min_size=1, max_size=4))
YES_NO = st.sampled_from([frozenset({"yes"}), frozenset({"no"}), frozenset({"yes", "no"})])


def _cell(values: frozenset[str], of: int) -> str:
    return "any" if len(values) == of else ("one of " if len(values) > 1 else "") + ", ".join(sorted(values))


@settings(max_examples=60)
@given(rows=st.lists(st.tuples(CELLS, YES_NO), min_size=1, max_size=4))
def test_every_combination(rows: list[tuple[frozenset[str], frozenset[str]]]) -> None:
    """Random tables have a hole, and overlap, where a look at every combination of values says so."""
    text = table(UNPACKED, *(f"{_cell(first, 5)} | {_cell(second, 2)}" for first, second in rows))
    covered = [{*product(*row)} for row in rows]
    codes = {code for code, _ in shown(text)}
    assert (HOLE in codes) == (set().union(*covered) != {*product(CONDITIONS, ("yes", "no"))})
    assert (OVERLAP in codes) == any(one & other for one, other in combinations(covered, 2))
