"""One deadline by itself: a time as the policy language says it, a convention, a zone, a place → its end and its proof."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from attrs import evolve, fields, frozen

from claimrules.api import Ruleset
from claimrules.asked_text import Part, check_expression, check_options, faults_where_typed, text_of, whole
from claimrules.catalog.load import locate
from claimrules.compiler.build import File, build
from claimrules.compiler.pipeline import compile_source
from claimrules.constructs.declarations.calendar import CalendarNode
from claimrules.constructs.declarations.case import Case
from claimrules.constructs.declarations.ruleset import Ruleset as Head
from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.diagnostic import PolicyError
from claimrules.domain.claim import Claim
from claimrules.domain.deadline import AskedDeadline, Deadline
from claimrules.domain.decision_text import unused_lines
from claimrules.domain.gaps import Unused
from claimrules.domain.types import NEVER
from claimrules.evaluators.answers import Answers
from claimrules.evaluators.outcome import decision_of
from claimrules.syntax.read import read_source
from claimrules.text.source import Source
from claimrules.text.span import Span

_PART: Final = r"[\d_]+\s+[\w-]+(?:\s+days?)?"
#: What is a point, not a stretch of time: everything until then.
_POINT: Final = re.compile(
    rf"\s*(?:(?:latest|earliest|end|start)\s+of\b|\d{{4}}-\d\d-\d\d|{_PART}(?:\s+and\s+{_PART})*\s+before\b)"
)
_WINDOW: Final = "asked_for"
_ASKED: Final = "asked.deadline"
_PLACE: Final = "asked.place"
_ZONE: Final = "asked.timezone"
_VOCABULARY: Final = "use vocabulary.commerce\n"
_OWN_FACTS: Final = f"""
fact {_PLACE}: place
  asks "Where must it be done? Country or region, as in KR or DE-BY."
fact {_ZONE}: timezone
  asks "In which time zone, as in Asia/Seoul?"
"""


def deadline(
    expression: str,
    *,
    counting: str | None = None,
    timezone: str | None = None,
    place: str | None = None,
    facts: Mapping[str, Any] | Claim | None = None,
    within: str | Path | None = None,
    at: datetime | None = None,
) -> AskedDeadline:
    """Return when a time ends, with every step of how it was counted.

    Args:
        expression: as after `window W =`: `3 months after 2026-11-30`, `14 days after delivered extended by 5 days`.
        counting: the convention, one that ships or one of `within`.
        timezone: where days begin and end (IANA name). Without one, the answer holds every end there can be.
        place: whose holidays count (ISO 3166, or a declared calendar). Without one, likewise.
        facts: of a claim, where the expression names events.
        within: a ruleset, by name or path, whose declarations the expression can use.
        at: the instant at which conditions are read; now when not given.

    Raises:
        PolicyError: the expression, the convention, the zone or the place has faults.
        FactsError: the facts have faults.
    """
    typed = check_expression(expression)
    beside, head, rest = _context(within)
    check_options(
        counting, timezone, place, frozenset(node.name.text for node in rest if isinstance(node, CalendarNode))
    )
    asked = _Asked(
        typed,
        counting or (head.counting.text if head and head.counting else "plain_days"),
        timezone or (head.timezone.text if head and head.timezone else None),
        tuple(Part(f"{node.span.text}\n", node.span) for node in rest),
        beside,
        uses_vocabulary=within is None and facts is not None,
    )
    ruleset = asked.at_place(place or _place_of(head))
    moment = at or datetime.now(UTC)
    answers = ruleset.answers(facts or {}, moment)
    found = decision_of(answers, moment)
    answer = next(deadline for deadline in found.deadlines if deadline.name == _WINDOW)
    members = {member.name: getattr(answer, member.name) for member in fields(Deadline)}
    return AskedDeadline(**members | {"versions": found.versions, "not_used": _not_used(answers)})


def _not_used(answers: Answers) -> tuple[str, ...]:
    """Return the facts that were given and on which the deadline does not depend, those that are not known first."""
    plan, read = answers.plan, answers.facts
    (asked,) = (time for time in plan.windows if time.name == _WINDOW)
    used = {*asked.facts, plan.zone_fact}
    told = [name for name in read.shown if read.values.get(name) != NEVER and name not in read.folded]
    others = [Unused(name, "the time does not depend on it") for name in told if name not in used]
    return tuple(unused_lines((*read.unused, *others)))


@frozen
class _Asked:
    """What is asked, and in which context.

    Args:
        typed: the expression.
        rest: declarations of a ruleset that the expression can use.
        beside: where rulesets that these use are looked for.
    """

    typed: Span
    counting: str
    timezone: str | None
    rest: tuple[Part, ...]
    beside: Path | None
    uses_vocabulary: bool

    def at_place(self, place: str | None) -> Ruleset:
        """Return a ruleset of one window; of a country whose parts the convention goes by, only the parts are asked for."""
        ruleset = self.ruleset(None)
        if place is None:
            return ruleset
        among = ruleset.plan.windows[-1].convention.among
        parts = [part for part in among if part.startswith(f"{place}-")]
        if not parts or place in among:
            return self.ruleset(place)
        narrowed = f"convention asked_by_part like {self.counting} holidays by place among {', '.join(parts)}\n"
        return evolve(self, counting="asked_by_part", rest=(*self.rest, Part(narrowed))).ruleset(None)

    def ruleset(self, place: str | None) -> Ruleset:
        """Return the ruleset; a name that it does not declare is looked for in the common vocabulary."""
        parts = self._parts(place)
        try:
            return self._compiled(parts, _VOCABULARY if self.uses_vocabulary else "")
        except PolicyError as error:
            if self.beside or self.uses_vocabulary or not any(fault.code == "CR0201" for fault in error.diagnostics):
                raise
        return self._compiled(parts, _VOCABULARY)

    def _compiled(self, parts: tuple[Part, ...], used: str) -> Ruleset:
        text = used + text_of(parts)
        try:
            return Ruleset(compile_source(Source(_ASKED, text), self.beside))
        except PolicyError as error:
            raise faults_where_typed(error, _ASKED, (Part(used), *parts)) from None

    def _parts(self, place: str | None) -> tuple[Part, ...]:
        """Return the text of the ruleset; the expression stands last, so that what is missing is missed at its end."""
        zone = f'"{self.timezone}"' if self.timezone else _ZONE
        counting = whole("--counting", self.counting)
        until = "until " if _POINT.match(self.typed.text) else ""
        return (
            Part(f"ruleset {_ASKED} timezone {zone} place {place or _PLACE} counting ", instead=self.typed),
            Part(self.counting, counting),
            Part("\n"),
            *self.rest,
            Part(f"{_OWN_FACTS}window {_WINDOW} =\n{until}", instead=self.typed),
            Part(self.typed.text, self.typed),
        )


def _place_of(head: Head | None) -> str | None:
    written = (head.place or head.place_name) if head else None
    return written.text if written else None


def _context(within: str | Path | None) -> tuple[Path | None, Head | None, tuple[Any, ...]]:
    """Return where to look for used files, a file's head, and its other declarations."""
    if within is None:
        return None, None, ()
    path = locate(within)
    collector = Collector()
    file: File = build(read_source(path, str(path)), collector)
    collector.raise_if_any()
    rest = tuple(node for node in file.nodes if not isinstance(node, Head | Case))
    return path.resolve().parent, file.ruleset, rest
