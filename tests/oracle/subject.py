"""One ruleset twice: as the engine compiled it, and as the oracle reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from attrs import field, frozen

from claimrules.api import Ruleset
from claimrules.catalog.load import locate
from claimrules.compiler.pipeline import compile_source
from claimrules.domain.facts import Facts, read_facts
from claimrules.text.source import Source
from tests.oracle.answer import Answer, answer
from tests.oracle.compare import contradictions, differences
from tests.oracle.fillings import Sampler, sampler_of
from tests.oracle.instants import to_instant
from tests.oracle.policy import Policy, policy_of
from tests.oracle.windows import broken_windows, unreached_ends
from tests.oracle.world import World, known_values, only_days

Document = Mapping[str, Any]


@frozen
class Subject:
    """A ruleset to be tried."""

    ruleset: Ruleset = field(repr=False)
    policy: Policy = field(repr=False)
    sampler: Sampler = field(repr=False)
    text: str = field(repr=False, default="")

    def read(self, document: Document) -> Facts:
        """Read facts as the engine reads them."""
        head, vocabulary = self.policy.head, self.policy.scope.facts
        return read_facts(
            document,
            vocabulary,
            zone=self.policy.zone,
            zone_fact=head.timezone_fact.text if head.timezone_fact else None,
            currency=head.currency.text if head.currency else None,
        )

    def world(self, document: Document, at: datetime) -> World:
        """Return what is known of a claim."""
        read, facts = self.policy.facts_read, self.read(document)
        known = known_values(read, facts)
        return World(known, to_instant(at), frozenset(known), only_days(read, facts))

    def answer(self, document: Document, at: datetime) -> Answer:
        """Return the oracle's answer; every fact must be given."""
        return answer(self.policy, self.world(document, at))

    def differences(self, document: Document, at: datetime) -> list[str]:
        """Return in what the engine and the oracle differ about a claim of which every fact is known."""
        return differences(self.ruleset.decide(document, at), self.answer(document, at))

    def answers(self, document: Document, at: datetime, most: int, seed: int = 0) -> Iterator[tuple[World, Answer]]:
        """Return ways of filling in what is missing, at most so many when there are more, with the oracle's answers."""
        for world in self.sampler.worlds(self.world(document, at), most, Random(seed)):
            yield world, answer(self.policy, world)

    def contradictions(self, document: Document, at: datetime, most: int, seed: int = 0) -> list[str]:
        """Return what the engine says for certain about a claim although some way of filling it in makes it otherwise."""
        decision, answers = self.ruleset.decide(document, at), list(self.answers(document, at, most, seed))
        found = contradictions(decision, [answer for _, answer in answers]) + broken_windows(decision, answers)
        return found + unreached_ends(decision, self.world(document, at), self.policy)


def subject_of(text: str, name: str = "generated", beside: Path | None = None) -> Subject:
    """Return the subject of a policy text."""
    policy = policy_of(name, text, beside)
    return Subject(Ruleset(compile_source(Source(name, text), beside)), policy, sampler_of(policy), text)


@cache
def shipped(name: str) -> Subject:
    """Return the subject of a ruleset that ships."""
    path = locate(name)
    return subject_of(path.read_text(encoding="utf-8"), name, path.resolve().parent)
