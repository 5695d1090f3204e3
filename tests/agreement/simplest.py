"""Makes a counterexample small: statements that do not matter are dropped, facts that do not matter are made plain."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from attrs import evolve

from claimrules.diagnostics.diagnostic import FactsError, PolicyError
from claimrules.domain.types import Boolean, Choice, Event, FactDeclaration, MoneyType, Number, Place, SetOf, Zone
from tests.agreement.claims import Drawn
from tests.agreement.conventions import plainer
from tests.agreement.documents import leaves, nested
from tests.oracle.subject import Subject, subject_of

#: What is wrong with a claim under a ruleset, in words; nothing when nothing is.
Faults = Callable[[Subject, Drawn], list[str]]

_DECLARATIONS: Final = ("window ", "rule ", "exclusion ", "step ", "convention ", "calendar ")
#: Where a part of a declaration begins that may be left out.
_CLAUSE: Final = re.compile(
    r" (?=when|otherwise|extended|capped|at least|paused|restarted|inclusive|counting|closed|opened|worked|weekend"
    r"|observed|met by|\d+ [\w-]+ (days )?(after|before)|and \d)"
)


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
    for line in [line for line in reversed(lines) if line.startswith(_DECLARATIONS)]:
        fewer = [kept for kept in lines if kept != line]
        lines = fewer if _is_wrong(fewer, drawn, faults) else lines
    for place in range(len(lines)):
        lines = _plainer_line(lines, place, drawn, faults)
    return subject_of("\n".join(lines))


def _plainer_line(lines: list[str], place: int, drawn: Drawn, faults: Faults) -> list[str]:
    """Return the lines with one of them as simple as it can be."""
    while True:
        simpler = ([*lines[:place], line, *lines[place + 1 :]] for line in _plainer(lines[place]))
        found = next((some for some in simpler if _is_wrong(some, drawn, faults)), None)
        if found is None:
            return lines
        lines = found


def _plainer(line: str) -> list[str]:
    if line.startswith("convention "):
        return plainer(line)
    starts = [match.start() for match in _CLAUSE.finditer(line)] if line.startswith(_DECLARATIONS) else []
    return [line[:start] + line[end:] for start in starts for end in (*(s for s in starts if s > start), len(line))]


def _is_wrong(lines: list[str], drawn: Drawn, faults: Faults) -> bool:
    try:
        return bool(faults(subject_of("\n".join(lines)), drawn))
    except (PolicyError, FactsError, KeyError):  # what is left asks for facts that were not drawn
        return False


def _plainer_facts(subject: Subject, drawn: Drawn, faults: Faults) -> Drawn:
    declared = {fact.path: fact for fact in subject.policy.scope.facts.values()}
    for path in sorted(set(leaves(drawn.document)) & set(declared)):
        plain = evolve(drawn, document=nested({**leaves(drawn.document), path: _plainest(declared[path])}))
        try:
            drawn = plain if faults(subject, plain) else drawn
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
        case Zone():
            return "Asia/Seoul"
        case Place():
            return "KR"
    return max(fact.type.lowest, 0) if isinstance(fact.type, Number) else "A"
