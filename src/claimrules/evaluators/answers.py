"""One run's answers in the shapes a decision has: truth, instants, days, missing facts."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from claimrules.core.denote import Denotation
from claimrules.core.expr import NOW, Expr, Fact
from claimrules.core.missing import missing
from claimrules.core.plan import EvidenceGroups, Plan, Reach
from claimrules.domain.carriers import ZONES
from claimrules.domain.facts import Facts
from claimrules.domain.instants import at_zone, closing_words
from claimrules.domain.types import ALWAYS, NEVER, Event
from claimrules.domain.verdicts import UNAVAILABLE, UNDETERMINED, Status, Truth
from claimrules.speech.phrases import phrase


@frozen
class Answers:
    """A plan computed over facts at an instant; `why_version` tells why this version of the ruleset was taken."""

    plan: Plan
    facts: Facts
    run: Denotation
    why_version: str = ""

    @property
    def zone(self) -> str:
        """The zone instants are shown in: the ruleset's, the one that a fact tells, or UTC while none does."""
        if self.plan.zone_fact is None:
            return self.plan.zone
        code = self.facts.values.get(self.plan.zone_fact)
        return "UTC" if code is None else ZONES.value(code)

    @property
    def instants(self) -> tuple[int, ...]:
        """The instant of decision, and those of the events that are known, in microseconds since 1970."""
        now, _ = self.run(NOW)
        events = (name for name, fact in self.plan.vocabulary.items() if isinstance(fact.type, Event))
        return now, *(self.facts.values[name] for name in events if name in self.facts.values)

    def known(self, expr: Expr) -> int | bool | None:
        """Return a value, or None when it is not known."""
        value, is_known = self.run(expr)
        return value if is_known else None

    def truth(self, expr: Expr) -> Truth:
        """Return a condition's truth."""
        value = self.known(expr)
        return Truth.UNKNOWN if value is None else Truth.YES if value else Truth.NO

    def status(self, status: Expr, reach: Reach) -> str:
        """Return a status in words; without a needed fact it is undetermined, or unavailable when it can only be no."""
        value = self.known(status)
        if value is not None:
            return Status(value).word
        return UNAVAILABLE if self.known(reach.coming) is False else UNDETERMINED

    def instant(self, expr: Expr) -> datetime | None:
        """Return an instant in the ruleset's zone; None when not known, always or never."""
        value = self.known(expr)
        return None if value is None or not ALWAYS < value < NEVER else at_zone(value, self.zone)

    def last_day(self, closes: datetime | None) -> str:
        """Return a closing instant as people say it: the last day, or the minute inside a day."""
        if closes is None:
            return ""
        return phrase("{day} ({zone})", day=closing_words(closes), zone=self.zone)

    def missing(self, *exprs: Expr) -> tuple[str, ...]:
        """Return the facts that leave expressions unknown; a set's member as the set."""
        names = [name.partition("#")[0] for expr in exprs for name in missing(expr, self.run)]
        return tuple(dict.fromkeys(names))

    def evidence_at_hand(self, groups: EvidenceGroups) -> tuple[str, ...]:
        """Return the kinds of evidence among the groups that the buyer is known to have."""
        kinds = dict.fromkeys(kind for group in groups for kind in group)
        return tuple(kind for kind in kinds if self.known(Fact(f"claim.evidence#{kind}", is_truth=True)))

    def evidence_missing(self, groups: EvidenceGroups) -> tuple[tuple[str, ...], ...]:
        """Return the groups of evidence of which the buyer is not known to have any."""
        return tuple(
            group
            for group in groups
            if not any(self.known(Fact(f"claim.evidence#{kind}", is_truth=True)) for kind in group)
        )
