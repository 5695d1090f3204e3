"""The mark of a ruleset's content: what only looks different has one, what says something else has another."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules import format_text
from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.syntax.content import content_hash
from claimrules.text.source import Source
from tests.diagnostics.policies import RIGHT
from tests.formatting.mangled import SHIPPED, declarations_of, mangled


def mark(text: str) -> str:
    """Return the mark of one text."""
    return content_hash([text])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7 days after delivered", "7days after\n  delivered"),
        ("5.00 USD", "5.00USD"),
        ("15% of item.price", "15 % of item.price"),
        ("(a, b) >= 3", "( a ,b )>=3"),
        ("a # says who\nb", "a b"),
        ('a "# no comment" b', 'a "# no comment"b'),
        ("a\u00a0b", "a\u3000\ufeff b\r\n"),
        ("2026-03-01T09:00+09:00", " 2026-03-01T09:00+09:00\n"),
    ],
)
def test_looks_only(one: str, other: str) -> None:
    """White space, line ends and comments say nothing."""
    assert mark(one) == mark(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b", "ab"),
        ("a.b", "a b"),
        ("7 days", "17 days"),
        ('"a  b"', '"a b"'),
        ('"a # b"', '"a "'),
        ("not a", "a"),
        ("a, b", "b, a"),
    ],
)
def test_says_something_else(one: str, other: str) -> None:
    """Every word, also in quotation marks, and the order of words count."""
    assert mark(one) != mark(other)


def test_files_are_kept_apart() -> None:
    """In which order files are used does not matter; in which of them a word stands does."""
    assert content_hash(["a", "b"]) == content_hash(["b", "a"])
    assert content_hash(["a b", ""]) != content_hash(["a", "b"])


@pytest.mark.parametrize("text", SHIPPED)
def test_the_formatter_keeps_it(text: str) -> None:
    """Every ruleset and every block of the documentation has the mark it has in the one layout."""
    assert mark(text) == mark(format_text(text))


@settings(max_examples=60)
@given(random=st.randoms(use_true_random=True))
def test_mangled_declarations(random: Random) -> None:
    """Other gaps and other comments leave it."""
    text = random.choice(declarations_of(random.choice(SHIPPED)))
    assert mark(mangled(text, random, 0.2)) == mark(text)


def test_a_decision_names_it() -> None:
    """What a decision says of its ruleset's version stays when the file is laid out anew or commented."""
    texts = [RIGHT, format_text(RIGHT), f"# hello\n{RIGHT}", RIGHT.replace("7 days", "8 days")]
    plans = [Ruleset(compile_source(Source("shop.claim", text))).plan for text in texts]
    first, *same, changed = [plan.content_hash for plan in plans]
    assert same == [first, first]
    assert changed != first
