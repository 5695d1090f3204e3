"""A file is cut where declarations begin, and nowhere else; places are counted in the whole file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.diagnostic import PolicyError
from claimrules.syntax.read import decode
from claimrules.syntax.split import RESERVED, split
from claimrules.text.source import Source


def pieces(text: str) -> list[str]:
    """Return the text of each declaration."""
    return [piece.span.text for piece in split(Source("t.claim", text), Collector())]


def test_cut_at_reserved_words() -> None:
    """Each piece runs to the next reserved word."""
    assert pieces("rule a x\nstep b y case c") == ["rule a x\n", "step b y ", "case c"]


@pytest.mark.parametrize(
    "text", ["rule a # step b\n x", 'rule a "step b" x', "rule a.step x", "rule a step_b", "rule steps"]
)
def test_not_in_comments_texts_or_longer_names(text: str) -> None:
    """A reserved word inside something else cuts nothing."""
    assert pieces(text) == [text]


def test_next_step_is_an_expectation() -> None:
    """`next step` belongs to its case."""
    assert pieces("case a expect next step b") == ["case a expect next step b"]


@given(st.text(), st.lists(st.sampled_from(RESERVED) | st.text(max_size=8)).map(" ".join))
def test_nothing_is_lost(before: str, after: str) -> None:
    """The pieces, put together, are the file from its first declaration on."""
    text = before + after
    joined = "".join(pieces(text))
    assert text.endswith(joined)


@given(st.text())
def test_positions(text: str) -> None:
    """Line and column lead back to the character."""
    source = Source("t.claim", text)
    lines = text.split("\n")
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert "\n".join([*lines[: line - 1], lines[line - 1][: column - 1]]) == text[:offset]


def test_a_byte_order_mark_is_no_text() -> None:
    """Files saved by Windows editors begin with one."""
    assert decode(b"\xef\xbb\xbfruleset a", "t").text == "ruleset a"
    with pytest.raises(PolicyError):
        decode(b"\xef\xbb\xbf", "t")
