"""A comment can stand wherever white space can: also inside what is several words, and before what a word looks ahead to."""

from __future__ import annotations

import re
from random import Random

import pytest

from claimrules import format_text
from tests.diagnostics.policies import HEAD, RULE, fault_of
from tests.formatting.mangled import SHIPPED, comments_of, declarations_of, mangled, nodes_of

#: What is several words for the grammar, or looks ahead to the next one.
LONG = [
    "fact item.x: yes or no, assumed no",
    "fact item.x: one of a, b, changeable by buyer",
    "fact item.x: event, a date means its end",
    "fact item.x: event, never before placed",
    "fact item.n: number, from 0 to 9",
    "fact order.x: money, sum of price over order.lines",
    "fact order.n: number, count over order.lines",
    "rule r grant full_refund beyond what was paid",
    "rule r grant full_refund return shipping by seller if item.x, else buyer",
    "rule r oblige seller to refund within w else 1 KRW until 1 month and 3 days late, 2 KRW",
    "rule r oblige seller to refund within w else 1 KRW until 3 business days late, 2 KRW",
    "window w = 3 24-hour days after delivered",
    'case "c" at 2026-03-01T10:00Z expect full_refund return shipping by seller',
]  # fmt: skip


def commented(text: str, comment: str) -> str:
    """Return a text with a comment in every gap outside quotation marks."""
    parts = re.split(r'("[^"]*")', text)
    parts[::2] = [re.sub(r"\s+", f" # {comment}\n", part) for part in parts[::2]]
    return "".join(parts)


@pytest.mark.parametrize("comment", ["x", "grant x", '"', "late", "ruleset a"])
@pytest.mark.parametrize("text", LONG)
def test_in_every_gap(text: str, comment: str) -> None:
    """A declaration says the same with a comment in each of its gaps, and the formatter keeps all of them."""
    whole = commented(text, comment)
    assert nodes_of(whole) == nodes_of(text)
    formatted = format_text(whole)
    assert nodes_of(formatted) == nodes_of(text)
    assert comments_of(formatted) == comments_of(whole)
    assert format_text(formatted) == formatted


@pytest.mark.parametrize("text", SHIPPED)
def test_what_ships_with_comments_everywhere(text: str) -> None:
    """Every declaration that ships or that a page shows says the same with a comment in each of its gaps."""
    for number, declaration in enumerate(declarations_of(text)):
        assert nodes_of(mangled(declaration, Random(number), 1.0)) == nodes_of(declaration)


def test_places_are_those_of_the_file() -> None:
    """A fault behind comments is underlined where it stands; an unfinished declaration at its last word, not in a comment."""
    text = HEAD + RULE.replace("  within", "  # `within` comes next\n  within").replace(
        "return_time\n  grant", "retrn\n  grant"
    )
    assert fault_of(text)[:2] == ("CR0201", "retrn")
    assert fault_of(HEAD + 'rule late "Late" when # item.activated\n')[:2] == ("CR0105", "when")


def test_a_sign_in_quotation_marks_begins_no_comment() -> None:
    """What stands in quotation marks is kept, also behind a quoted text and before a comment."""
    node = nodes_of('rule r "# one" note "two # three" # four "five"\n cite terms "# 4" grant repair')[0]
    assert (str(node.title), str(node.notes[0]), node.cites[0].article) == ("# one", "two # three", "# 4")
