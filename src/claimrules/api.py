"""Load a ruleset, decide a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from claimrules.catalog.load import load_versions
from claimrules.catalog.versions import is_in_force, why
from claimrules.compiler.pipeline import Compiled
from claimrules.constructs.declarations.case import Case
from claimrules.core.plan import Plan
from claimrules.diagnostics.diagnostic import FactsError
from claimrules.domain.citations import Citation
from claimrules.domain.claim import Claim
from claimrules.domain.decision import Decision
from claimrules.domain.decision_instant import checked_instant
from claimrules.domain.facts import FactReader, Facts
from claimrules.domain.inquiry import Inquiry
from claimrules.domain.order_decision import OrderDecision
from claimrules.domain.record.plain_facts import asked_for
from claimrules.domain.shared_facts import Vocabulary, elsewhere
from claimrules.domain.types import FactDeclaration
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.outcome import answers_of, decision_of
from claimrules.evaluators.whatif.changes import changes
from claimrules.evaluators.whatif.possible_answers import open_question
from claimrules.orders.decide import Deciding
from claimrules.speech.language import speaking, spoken


@frozen(repr=False)
class Ruleset:
    """A checked ruleset, ready to decide claims. Immutable; share it between threads."""

    _compiled: Compiled
    _versions: tuple[Compiled, ...] = ()

    @property
    def versions(self) -> tuple[Ruleset, ...]:
        """All its versions, the earliest first; itself, if there is one only."""
        return tuple(Ruleset(compiled) for compiled in self._versions) or (self,)

    def __repr__(self) -> str:
        parts = (("rules", self.rules), ("exclusions", self.exclusions), ("steps", self.steps), ("cases", self.cases))
        counts = ", ".join(f"{len(found)} {what}" for what, found in parts)
        return f"<Ruleset {self.name} {self.title!r}: {counts}>"

    @property
    def name(self) -> str:
        """Its dotted name."""
        return self._compiled.plan.name

    @property
    def title(self) -> str:
        """Its title, in its language."""
        return self._compiled.plan.title

    @property
    def language(self) -> str:
        """The language it speaks (ISO 639)."""
        return self._compiled.plan.language

    @property
    def layer(self) -> str:
        """Its layer, where rulesets are stacked: law, payment, marketplace, seller or category."""
        return self._compiled.plan.layer

    @property
    def plan(self) -> Any:
        """The compiled plan, for tools that look inside."""
        return self._compiled.plan

    @property
    def sources(self) -> tuple[Citation, ...]:
        """The documents it cites."""
        return self._compiled.plan.sources

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of its rules."""
        return tuple(rule.name for rule in self._compiled.plan.rules)

    @property
    def exclusions(self) -> tuple[str, ...]:
        """The names of its exclusions."""
        return tuple(exclusion.name for exclusion in self._compiled.plan.exclusions)

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of its steps, in the order of the ladder."""
        return tuple(step.name for step in self._compiled.plan.steps)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Its worked examples."""
        return self._compiled.cases

    @property
    def in_force_from(self) -> date | None:
        """The first day it is in force."""
        return self._compiled.plan.in_force_from

    @property
    def in_force_until(self) -> date | None:
        """The last day it is in force."""
        return self._compiled.plan.in_force_until

    @property
    def vocabulary(self) -> Mapping[str, FactDeclaration]:
        """Every fact it knows, by name."""
        return self._compiled.plan.vocabulary

    @property
    def used_facts(self) -> frozenset[str]:
        """The facts its answers depend on."""
        return self._compiled.plan.used

    def decide(self, facts: Mapping[str, Any] | Claim, at: datetime, *, name: str = "facts") -> Decision:
        """Return which remedies the buyer may have, what to do next, what is still unknown, and why.

        Args:
            facts: nested data as JSON gives it, or a `Claim`. Missing is unknown; None for an event is "has not happened".
            at: the instant to decide for: an aware datetime in the years 1900 to 2200.
            name: what to call the facts in error messages.

        Raises:
            FactsError: with every fault of the facts, each with its place; or with what is wrong with `at`.
        """
        with speaking(self.language):
            return decision_of(self.answers(facts, at, name=name), at, asked_for(facts, at))

    def decide_order(self, order: Mapping[str, Any], at: datetime, *, name: str = "order") -> OrderDecision:
        """Return a decision for each line of an order, and totals that are the sums of the lines.

        Args:
            order: facts as of `decide`, with `order.lines`: an object for each line, with its `id` and the facts of its
                own; `quantity`, `parts` and `refunds` are the line's too.
            at: as of `decide`.
            name: what to call the order in error messages.

        Raises:
            FactsError: with every fault of the order and of its lines, each with its place.
        """
        with speaking(self.language):
            return self._deciding.decide(order, at, name)

    @property
    def _deciding(self) -> Deciding:
        plans = [compiled.plan for compiled in self._versions or (self._compiled,)]
        vocabulary = {fact: declared for plan in plans for fact, declared in plan.vocabulary.items()}
        used = frozenset().union(*(plan.used for plan in plans))
        return Deciding(self.answers, vocabulary, used, plans[-1].currency)

    def inquire(self, facts: Mapping[str, Any] | Claim, at: datetime, *, most: int = 5, name: str = "facts") -> Inquiry:
        """Return the decision with what each answer to its first questions would give, and what would change it.

        Args:
            facts: as of `decide`.
            at: as of `decide`.
            most: of so many questions, the most useful ones, the answers are worked out.
            name: as of `decide`.

        Raises:
            FactsError: as `decide`.
        """
        with speaking(self.language):
            found = self.answers(facts, at, name=name)
            decision = decision_of(found, at, asked_for(facts, at))
            asked = tuple(open_question(question, found) for question in decision.questions[:most])
            return Inquiry(decision, asked, changes(found))

    def decide_among(
        self, others: Sequence[Vocabulary], facts: Mapping[str, Any] | Claim, at: datetime, *, name: str = "facts"
    ) -> tuple[Plan, Decision]:
        """Return the decision where the facts are put to other rulesets too, and the plan of the version that decided.

        Args:
            others: the vocabularies of the other rulesets; their facts may be given.
            facts: as of `decide`.
            at: as of `decide`.
            name: as of `decide`.

        Raises:
            FactsError: with every fault of the facts, each with its place; or with what is wrong with `at`.
        """
        with speaking(self.language):
            found = self.answers(facts, at, others, name=name)
            return found.plan, decision_of(found, at)

    def answers(
        self,
        facts: Mapping[str, Any] | Claim,
        at: datetime,
        others: Sequence[Vocabulary] = (),
        *,
        name: str = "facts",
    ) -> Answers:
        """Return what a decision is made of, for tools that look inside; the arguments are those of `decide_among`.

        Raises:
            FactsError: as `decide`.
        """
        checked_instant(at)
        plan, read, standing = self._version(facts, name, others)
        found = answers_of(plan, read, at)
        return evolve(found, why_version=why(plan, read, standing))

    def _version(
        self, facts: Mapping[str, Any] | Claim, name: str, others: Sequence[Vocabulary]
    ) -> tuple[Plan, Facts, bool | None]:
        """Return the version in force for a claim, else the latest of which that is not known, else the latest.

        What other versions know is no fault; what one of them cannot read is one unless another is in force.
        """
        tried: list[tuple[Plan, Facts, bool | None]] = []
        faults: list[FactsError] = []
        plans = [compiled.plan for compiled in self._versions or (self._compiled,)]
        for plan in reversed(plans):
            known = [*others, *(other.vocabulary for other in plans if other is not plan)]
            try:
                read = _read(plan, facts, name, known)
            except FactsError as error:
                faults.append(error)
            else:
                tried.append((plan, read, is_in_force(plan, read)))
        if faults and not any(standing for _, _, standing in tried):
            raise faults[0]
        return next(found for wanted in (True, None, False) for found in tried if found[2] is wanted)


def load(name_or_path: str | Path, *, language: str | None = None) -> Ruleset:
    """Return a ruleset by the name it ships under (`marketplaces.aliexpress`, or `aliexpress`) or by its file's path.

    Versions of one ruleset stand side by side (`shop.claim`, `shop@2024-01-01.claim`, or all files of a folder); the
    order's own date chooses.

    Args:
        name_or_path: the name or the path.
        language: what its decisions are said in: a code (ISO 639) or a locale, as in `ko` or `ko-KR`; without one, the
            language that is spoken (`claimrules.speaking`), which is English unless another was asked for. Texts that
            the ruleset does not have in that language stay as they are.

    Raises:
        PolicyError: there is none, or its text has faults; `diagnostics` holds all of them.
        UnknownLanguageError: the language is not spoken; `claimrules.languages()` lists those that are.
    """
    with speaking(spoken() if language is None else language):
        versions = load_versions(name_or_path)
    return Ruleset(versions[-1], versions if len(versions) > 1 else ())


def _read(plan: Plan, facts: Mapping[str, Any] | Claim, name: str, others: Sequence[Vocabulary]) -> Facts:
    known = elsewhere(plan.vocabulary, others)
    vocabulary = plan.vocabulary | {fact: known[fact] for fact in known if fact in plan.vocabulary}
    reader = FactReader(vocabulary, plan.zone, plan.zone_fact, plan.currency, plan.rounding, plan.symbols, known)
    return reader.read(facts, name)
