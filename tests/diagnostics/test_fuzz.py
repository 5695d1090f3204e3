"""Whatever is done to a policy's text, the answer is a plan or diagnostics, in a time bounded by the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.diagnostics.diagnostic import PolicyError
from claimrules.domain.instants import at_zone
from claimrules.syntax.grammar import keywords_of_grammar
from claimrules.text.source import Source
from tests.diagnostics.policies import RIGHT, assert_shown

WORDS = RIGHT.split()
SCRAPS = st.sampled_from(
    [*sorted(keywords_of_grammar()), *WORDS, "(", ")", '"', "#", "\0", "\n", "§", "٣", "1e9", "반품"]
)
EDITS = st.tuples(st.integers(0, len(WORDS)), st.integers(0, 3), st.lists(SCRAPS | st.text(max_size=5), max_size=3))


def edited(edits: list[tuple[int, int, list[str]]]) -> str:
    """Return the right policy with some words left out and others put in."""
    words = list(WORDS)
    for at, length, scraps in edits:
        words[at : at + length] = scraps
    return " ".join(words)


def assert_loaded_or_refused(text: str) -> None:
    """Compile a text and decide an empty claim, or see that every fault can be shown."""
    try:
        ruleset = Ruleset(compile_source(Source("shop.claim", text)))
    except PolicyError as error:
        for fault in error.diagnostics:
            assert_shown(fault)
    else:
        assert ruleset.decide({}, at=at_zone(0, "UTC")).explain()


@settings(deadline=None, max_examples=150)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_edited_policies(edits: list[tuple[int, int, list[str]]]) -> None:
    """Words left out, put in or moved never lead to anything but a plan or diagnostics."""
    assert_loaded_or_refused(edited(edits))


@settings(deadline=None, max_examples=100)
@given(st.text() | st.lists(SCRAPS).map(" ".join))
def test_any_text(text: str) -> None:
    """Any text at all is a plan or diagnostics."""
    assert_loaded_or_refused(text)


SHARED = "".join(
    f"window w{n} when item.activated: 1 day after end of w{n + 1} otherwise: w{n + 1} extended by 1 day capped at end of w{n + 1}\n"
    for n in range(60)
)
BARRING = "".join(
    f'exclusion x{n} "X" bars x{n + 1}, x{n + 2} when item.activated cite terms "1"\n' for n in range(200)
)
SHIFTS = "less 1 KRW " * 2_000


@pytest.mark.parametrize(
    "text",
    [
        RIGHT.replace("within return_time", "within w0") + SHARED + "window w60 = 1 day after placed",
        RIGHT + BARRING.replace("x200, x201", "return").replace("x200", "return").replace("x201", "return"),
        RIGHT.replace("with return", f"with return {SHIFTS}"),
    ],
    ids=["windows that refer to one another often", "exclusions that bar one another often", "a long sum"],
)
def test_shared_parts_cost_their_size(text: str) -> None:
    """Parts that many others refer to are not multiplied out; this would not end otherwise."""
    assert_loaded_or_refused(text)
