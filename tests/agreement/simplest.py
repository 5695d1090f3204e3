"""Makes a counterexample small: statements that do not matter are dropped, facts that do not matter are made plain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve

from claimrules.diagnostics.diagnostic import FactsError, PolicyError
from claimrules.domain.types import Boolean, Choice, Event, FactDeclaration, MoneyType, Number, SetOf
from tests.agreement.claims import Drawn
from tests.agreement.documents import leaves, nested
from tests.oracle.subject import Subject, subject_of

#: What is wrong with a claim under a ruleset, in words; nothing when nothing is.
Faults = Callable[[Subject, Drawn], list[str]]


def counterexample(subject: Subject, drawn: Drawn, faults: Faults, *, is_generated: bool = False) -> str:
    """Return a message with the faults of a claim, or nothing when there are none."""
    if not faults(subject, drawn):
        return ""
    small = _fewer_statements(subject, drawn, faults) if is_generated else subject
    plain = _plainer_facts(small, drawn, faults)
    text = small.text if is_generated else ""
    return "\n".join([*faults(small, plain), f"at {plain.at.isoformat()}", str(plain.document), text])


def _fewer_statements(subject: Subject, drawn: Drawn, faults: Faults) -> Subject:
    lines = subject.text.split("\n")
    for line in [line for line in lines if line.startswith(("window ", "rule ", "exclusion ", "step "))]:
        fewer = "\n".join(kept for kept in lines if kept != line)
        try:
            smaller = subject_of(fewer)
            if faults(smaller, drawn):
                lines.remove(line)
        except (PolicyError, FactsError):
            continue
    return subject_of("\n".join(lines))


def _plainer_facts(subject: Subject, drawn: Drawn, faults: Faults) -> Drawn:
    declared = {fact.path: fact for fact in subject.policy.scope.facts.values()}
    for path in sorted(leaves(drawn.document)):
        plainer = evolve(drawn, document=nested({**leaves(drawn.document), path: _plainest(declared[path])}))
        try:
            drawn = plainer if faults(subject, plainer) else drawn
        except FactsError:
            continue
    return drawn


def _plainest(fact: FactDeclaration) -> Any:
    match fact.type:
        case Event():
            return None
        case Choice(names):
            return names[0]
        case SetOf():
            return []
        case MoneyType():
            return "10.00 USD"
        case Boolean():
            return False
    return max(fact.type.lowest, 0) if isinstance(fact.type, Number) else "A"
