"""The cases of a new ruleset: at the edge of its first row's time, tried before they are written."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from attrs import frozen

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.domain.instants import at_zone
from claimrules.domain.money import digits
from claimrules.domain.types import Boolean, Choice
from claimrules.domain.zones import day_start
from claimrules.scaffold.draft import DAYS, Draft
from claimrules.scaffold.parent import EXAMPLE_DAY
from claimrules.scaffold.text import text_of
from claimrules.testing.run import facts_of, run_cases
from claimrules.text.source import Source

#: So many facts that a parent asks for are given at most.
_MOST_FACTS = 12


@frozen
class Written:
    """The text of a new ruleset, and whether its cases hold."""

    text: str
    holds: bool


def written(draft: Draft, beside: Path) -> Written:
    """Return a draft's text with cases that hold: at the edge of a time or, where the parent stands against it, within it.

    Args:
        draft: what is to be written.
        beside: the folder of its file, from where rulesets are found.

    Raises:
        PolicyError: what is written and its parent do not go together.
    """
    example = _Example(draft, beside)
    tried = []
    for shape in (example.at_the_edge, example.within) if draft.counts_plain_days else (example.within,):
        text = text_of(draft, shape(()))
        given = example.asked_for(text)
        text = text_of(draft, shape(given))
        tried.append(Written(text, not any(result.failures for result in run_cases(example.ruleset(text)))))
    return next((one for one in tried if one.holds), tried[-1])


@frozen
class _Example:
    """An unused product of the first row's category, delivered on a day in March."""

    draft: Draft
    beside: Path

    @property
    def _day(self) -> date:
        return self.draft.parent.day(EXAMPLE_DAY) if self.draft.parent else EXAMPLE_DAY

    @property
    def _price(self) -> str:
        decimals = digits(self.draft.money)
        return f"{100 if decimals else 100_000:.{decimals}f} {self.draft.money}"

    def at_the_edge(self, given: tuple[str, ...]) -> str:
        """Return the last second of the time and the first instant after it."""
        last = self._day + timedelta(days=DAYS)
        after = self._start(last + timedelta(days=1))
        before = at_zone(day_start(last + timedelta(days=1), self.draft.zone) - 1_000_000, self.draft.zone)
        return f"""
# A case is an example, and a test of the table above. Money is lost at the edges, so that is where to look: the last
# second inside a time, and the first one after it.
case "unused {self._goods}: the last second of day {DAYS}"
  given {self._given(given)}
  at {before.isoformat()}
  expect full_refund until {last} amount {self._price} by {self.draft.table}.1
case "a second later"
  given {self._given(given)}
  at {after.isoformat()}
  expect full_refund expired
"""

    def within(self, given: tuple[str, ...]) -> str:
        """Return the day after delivery, which is inside the time by whatever convention days are counted."""
        at = self._start(self._day + timedelta(days=1))
        return f"""
# A case is an example, and a test of the table above. FILL IN the last second inside a time, and the first one after
# it: money is lost at the edges. `claimrules deadline` counts them for you.
case "unused {self._goods}: the day after it came"
  given {self._given(given)}
  at {at.isoformat()}
  expect full_refund by {self.draft.table}.1
"""

    def asked_for(self, text: str) -> tuple[str, ...]:
        """Return facts to be given as well, so that nothing the parent asks for is left open."""
        ruleset = self.ruleset(text)
        case = ruleset.cases[0]
        facts, found = facts_of(case, ruleset), []
        for _ in range(_MOST_FACTS):
            answer = _next_answer(ruleset, facts, case.at)
            if answer is None:
                break
            name, word = answer
            found.append(f"{name} is {word}")
        return tuple(found)

    def ruleset(self, text: str) -> Ruleset:
        """Return a text as a ruleset."""
        return Ruleset(compile_source(Source(self.draft.name, text), self.beside))

    @property
    def _goods(self) -> str:
        return self.draft.category.replace("_", " ").replace(".", " ")

    def _start(self, day: date) -> datetime:
        return at_zone(day_start(day, self.draft.zone), self.draft.zone)

    def _given(self, more: tuple[str, ...]) -> str:
        force = self.draft.parent.in_force if self.draft.parent else None
        ordered = [f"{force.by} {self._day - timedelta(days=2)}"] if force and force.by.text != "delivered" else []
        came = self._start(self._day) + timedelta(hours=15)
        known = [
            *ordered, f"delivered {came.isoformat(timespec='minutes')}", "claim.reason is change_of_mind",
            f"item.category is {self.draft.category}", "item.condition is unused", f"item.price is {self._price}",
        ]  # fmt: skip
        if self.draft.asked_zone:
            known.append(f'{self.draft.asked_zone} is "{self.draft.zone}"')
        return ", ".join([*known, *more]) + "\n and nothing else has happened"


def _next_answer(ruleset: Ruleset, facts: dict[str, Any], at: datetime) -> tuple[str, str] | None:
    """Return a fact that is asked for, with the answer that leaves most to be had; and give it."""
    decision = ruleset.decide(facts, at)
    refund = decision.remedy("full_refund")
    if refund is None or refund.status != "undetermined":
        return None
    for question in decision.questions:
        for value, word in _answers(ruleset, question.fact):
            tried = _with(facts, ruleset.vocabulary[question.fact].path, value)
            found = ruleset.decide(tried, at).remedy("full_refund")
            if found is not None and found.status in {"available", "undetermined"}:
                facts.clear()
                facts.update(tried)
                return question.fact, word
    return None


def _answers(ruleset: Ruleset, fact: str) -> list[tuple[Any, str]]:
    match ruleset.vocabulary[fact].type:
        case Boolean():
            return [(False, "no"), (True, "yes")]
        case Choice() as choice:
            return [(name, name) for name in choice.names]
        case _:
            return []


def _with(facts: dict[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Return facts with one more."""
    first, *rest = path
    inner = facts.get(first, {})
    return facts | {first: _with(inner if isinstance(inner, dict) else {}, tuple(rest), value) if rest else value}
