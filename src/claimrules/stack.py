"""Several rulesets in layers: one claim is put to all of them, and the law is a floor for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import frozen

from claimrules.api import Ruleset, load
from claimrules.core.plan import Plan
from claimrules.diagnostics.diagnostic import Diagnostic, FactsError, Label, PolicyError
from claimrules.domain.claim import Claim
from claimrules.domain.fact_places import LIMIT
from claimrules.domain.layers import LAYERS
from claimrules.domain.record.plain_facts import asked_for
from claimrules.domain.shared_facts import Vocabulary, disagreements
from claimrules.domain.stack_decision import StackDecision
from claimrules.evaluators.stack_action import Layer
from claimrules.evaluators.stacked import combined
from claimrules.speech.language import speaking
from claimrules.text.source import Source
from claimrules.text.span import Span


@frozen(init=False, repr=False)
class Stack:
    """Rulesets that decide one claim together, ordered by their layers, the law first. Immutable."""

    rulesets: tuple[Ruleset, ...]

    def __init__(self, rulesets: Iterable[Ruleset | str | Path]) -> None:
        """Stack rulesets, each given as such, by its name or by its path.

        Raises:
            PolicyError: one cannot be found or has faults, two have one name, or two declare a fact with different types.
        """
        loaded = [one if isinstance(one, Ruleset) else load(one) for one in rulesets]
        faults = tuple(_faults(loaded))
        if faults:
            raise PolicyError(faults)
        ordered = sorted(loaded, key=lambda ruleset: LAYERS.index(ruleset.layer))
        self.__attrs_init__(tuple(ordered))

    def __repr__(self) -> str:
        return f"<Stack {', '.join(f'{ruleset.layer} {ruleset.name}' for ruleset in self.rulesets)}>"

    def decide(self, facts: Mapping[str, Any] | Claim, at: datetime, *, name: str = "facts") -> StackDecision:
        """Return what the rulesets say together: remedies by layer, findings, one next action, questions.

        Args:
            facts: as of `Ruleset.decide`; each ruleset reads those it knows.
            at: the instant to decide for: an aware datetime in the years 1900 to 2200.
            name: what to call the facts in error messages.

        Raises:
            FactsError: with every fault that any of the rulesets finds in the facts, each once.
        """
        faults: dict[tuple[str, str, str], Diagnostic] = {}
        layers: list[Layer] = []
        used: set[str] = set()
        for ruleset in self.rulesets:
            others = [known for other in self.rulesets if other is not ruleset for known in _vocabularies(other)]
            try:
                plan, decision = ruleset.decide_among(others, facts, at, name=name)
            except FactsError as error:
                for fault in error.diagnostics:
                    faults.setdefault((fault.code, str(fault.primary.origin), fault.message), fault)
            else:
                layers.append(Layer(ruleset.layer, decision, bool(plan.steps), bool(plan.remedies)))
                used |= _read(plan)
        if faults:
            raise FactsError(tuple(faults.values())[:LIMIT])
        with speaking(layers[0].decision.language):
            return combined(layers, frozenset(used), asked_for(facts, at))


def _vocabularies(ruleset: Ruleset) -> list[Vocabulary]:
    """Return the vocabulary of each version."""
    return [version.vocabulary for version in ruleset.versions]


def _read(plan: Plan) -> frozenset[str]:
    """Return the facts a ruleset reads, and the lists that these are folded from."""
    folds = (plan.vocabulary[name].fold for name in plan.used if name in plan.vocabulary)
    return plan.used | {fold.over for fold in folds if fold}


def _faults(rulesets: list[Ruleset]) -> Iterable[Diagnostic]:
    names = [ruleset.name for ruleset in rulesets]
    if not names:
        yield _fault("", "a stack needs at least one ruleset", "name those that the claim is put to")
    for twice in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield _fault(twice, f"`{twice}` is stacked twice", "name each ruleset once")
    for found in disagreements([(ruleset.name, known) for ruleset in rulesets for known in _vocabularies(ruleset)]):
        words = f"rulesets disagree about the fact `{found.fact}`: {found.words}"
        yield _fault(found.second, words, "declare it alike in both, or bring it in from one vocabulary")


def _fault(name: str, words: str, help_words: str) -> Diagnostic:
    return Diagnostic("CR0520", words, Label(Span(Source(name, ""), 0, 0)), help_words)
