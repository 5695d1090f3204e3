"""The engine agrees with a second, naive interpreter of the language (tests/oracle)."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agreement.claims import Drawn, random_claim
from tests.agreement.gaps import with_gaps, without_where
from tests.agreement.policies import Writer
from tests.agreement.simplest import counterexample
from tests.oracle.subject import Subject, shipped, subject_of

ALIEXPRESS = "marketplaces.aliexpress"
CHANCE = st.randoms(use_true_random=True)


def _differences(subject: Subject, drawn: Drawn) -> list[str]:
    return subject.differences(drawn.document, drawn.at)


def _contradictions(subject: Subject, drawn: Drawn) -> list[str]:
    return subject.contradictions(drawn.document, drawn.at, most=50)


@settings(deadline=None, max_examples=250)
@given(random=CHANCE)
def test_aliexpress_with_every_fact_known(random: Random) -> None:
    """Engine and oracle decide a claim alike, to the microsecond and the cent, when nothing is missing."""
    subject = shipped(ALIEXPRESS)
    fault = counterexample(subject, random_claim(subject, random), _differences)
    assert not fault, fault


@settings(deadline=None, max_examples=60)
@given(random=CHANCE)
def test_aliexpress_with_facts_missing(random: Random) -> None:
    """What the engine says for certain is so however the missing facts are filled in."""
    subject = shipped(ALIEXPRESS)
    fault = counterexample(subject, with_gaps(subject, random), _contradictions)
    assert not fault, fault


@settings(deadline=None, max_examples=50)
@given(random=CHANCE)
def test_generated_rulesets_with_every_fact_known(random: Random) -> None:
    """Engine and oracle agree about rulesets that nobody wrote by hand."""
    subject = subject_of(Writer(random, asks_known=True).text())
    for _ in range(4):
        fault = counterexample(subject, random_claim(subject, random), _differences, is_generated=True)
        assert not fault, fault


@settings(deadline=None, max_examples=16)
@given(random=CHANCE)
def test_generated_rulesets_with_facts_missing(random: Random) -> None:
    """What the engine says for certain of a generated ruleset is so however the missing facts are filled in."""
    subject = subject_of(Writer(random, asks_known=True).text())
    for _ in range(3):
        fault = counterexample(subject, with_gaps(subject, random, most=4), _contradictions, is_generated=True)
        assert not fault, fault


@settings(deadline=None, max_examples=6)
@given(random=CHANCE)
def test_generated_rulesets_with_place_or_zone_missing(random: Random) -> None:
    """Each end that is possible where only the place, the zone or the missing day is unknown is one, and there is no other."""
    subject = subject_of(Writer(random, asks_known=True, hides_where=True).text())
    for _ in range(2):
        fault = counterexample(subject, without_where(subject, random), _contradictions, is_generated=True)
        assert not fault, fault
