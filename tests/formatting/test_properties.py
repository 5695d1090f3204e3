"""Whatever the white space and wherever the comments: one layout, the same meaning, every comment."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimrules import format_text
from claimrules.api import Ruleset
from claimrules.catalog.load import locate
from claimrules.compiler.pipeline import compile_source
from claimrules.text.source import Source
from tests.agreement.gaps import with_gaps
from tests.agreement.policies import Writer
from tests.formatting.mangled import SHIPPED, comments_of, declarations_of, mangled, nodes_of
from tests.oracle.subject import subject_of

CHANCE = st.randoms(use_true_random=True)


def assert_kept(text: str) -> str:
    """Format a text; see that nothing but its layout changed and that formatting again changes nothing."""
    formatted = format_text(text)
    assert nodes_of(formatted) == nodes_of(text)
    assert comments_of(formatted) == comments_of(text)
    assert format_text(formatted) == formatted
    return formatted


@pytest.mark.parametrize("index", range(len(SHIPPED)))
def test_what_ships_and_what_pages_show(index: int) -> None:
    """Every ruleset and every block of the documentation is kept, and its words and comments stay in their order."""
    text = SHIPPED[index]
    assert "".join(assert_kept(text).split()) == "".join(text.split())


@settings(max_examples=150)
@given(random=CHANCE, comments=st.sampled_from([0.0, 0.02, 0.2]))
def test_mangled_declarations(random: Random, comments: float) -> None:
    """Some declarations of what ships, with other white space and with comments between any two words."""
    found = declarations_of(random.choice(SHIPPED))
    at = random.randrange(len(found))
    assert_kept(mangled("\n".join(found[at : at + random.randint(1, 6)]), random, comments))


@settings(max_examples=60)
@given(random=CHANCE, comments=st.sampled_from([0.0, 0.02, 0.2]))
def test_mangled_policies(random: Random, comments: float) -> None:
    """Generated policies, mangled."""
    assert_kept(mangled(Writer(random, asks_known=True).text(), random, comments))


@settings(max_examples=60)
@given(random=CHANCE)
def test_one_layout(random: Random) -> None:
    """Two texts that differ in white space alone are laid out alike, but for blank lines between declarations."""
    found = declarations_of(random.choice(SHIPPED))
    text = mangled(random.choice(found), random, 0.0)
    again = mangled(text, random, 0.0)
    assert format_text(text) == format_text(again)


@settings(max_examples=15)
@given(random=CHANCE)
def test_decisions_stay(random: Random) -> None:
    """A mangled policy, formatted, decides claims as the policy does."""
    subject = subject_of(Writer(random).text())
    text = format_text(mangled(subject.text, random, 0.05))
    other = Ruleset(compile_source(Source("formatted", text), locate("marketplaces.aliexpress").resolve().parent))
    for _ in range(3):
        drawn = with_gaps(subject, random)
        first, second = (ruleset.decide(drawn.document, drawn.at).to_dict() for ruleset in (subject.ruleset, other))
        assert first | {"versions": None} == second | {"versions": None}
