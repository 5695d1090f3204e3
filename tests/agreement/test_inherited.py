"""Engine and oracle agree about rulesets that extend others, with tables and with values that change."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agreement.claims import random_claim
from tests.agreement.gaps import with_gaps
from tests.agreement.inherited import heir_of

CHANCE = st.randoms(use_true_random=True)


@settings(deadline=None, max_examples=30)
@given(random=CHANCE)
def test_with_every_fact_known(random: Random) -> None:
    """Rows are rules, the order's day tells which value holds, and what is declared anew stands in the parent's place."""
    subject = heir_of(random, asks_known=True)
    for _ in range(4):
        drawn = random_claim(subject, random)
        fault = subject.differences(drawn.document, drawn.at)
        assert not fault, "\n".join([*fault, f"at {drawn.at.isoformat()}", str(drawn.document), subject.text])


@settings(deadline=None, max_examples=12)
@given(random=CHANCE)
def test_with_facts_missing(random: Random) -> None:
    """What is said for certain is so however the missing facts are filled in, the day of the order among them."""
    subject = heir_of(random, asks_known=True)
    for _ in range(3):
        drawn = with_gaps(subject, random, most=4)
        fault = subject.contradictions(drawn.document, drawn.at, most=60)
        assert not fault, "\n".join([*fault, f"at {drawn.at.isoformat()}", str(drawn.document), subject.text])
