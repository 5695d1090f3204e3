"""Cases × ruleset → how much of the ruleset they show, and what they do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from claimrules.api import Ruleset
from claimrules.evaluators.answers import Answers
from claimrules.testing.points import KINDS, Point, points
from claimrules.testing.run import CaseResult


@frozen
class Coverage:
    """What the cases of a ruleset should show, and what of it they do."""

    ruleset: str
    shown: tuple[Point, ...]
    missing: tuple[Point, ...]

    @property
    def percent(self) -> float:
        """The share that is shown; all of nothing is everything."""
        return percent_of([self])

    def counts(self) -> dict[str, tuple[int, int]]:
        """Return by kind how many are shown, and how many there are."""
        return {kind: (_count(kind, self.shown), _count(kind, (*self.shown, *self.missing))) for kind in KINDS}

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON."""
        return {
            "ruleset": self.ruleset,
            "percent": round(self.percent, 1),
            "counts": {kind: {"shown": shown, "of": of} for kind, (shown, of) in self.counts().items()},
            "missing": [{"kind": p.kind, "subject": p.subject, "words": p.words} for p in self.missing],
        }

    def __str__(self) -> str:
        lines = [f"{self.ruleset}: the cases show {self.percent:.1f}%"]
        lines += [f"  {kind:12}  {shown} of {of}" for kind, (shown, of) in self.counts().items() if of]
        return "\n".join([*lines, *(f"  not shown: {point.subject}: {point.words}" for point in self.missing)])


def coverage(ruleset: Ruleset, results: Sequence[CaseResult]) -> Coverage:
    """Return how much of a ruleset its cases show; cases that fail count too, for they say what was decided."""
    decided = (result.answers for result in results if result.answers is not None)
    runs = [answers for answers in decided if answers.plan is ruleset.plan]  # not by another version
    found = [(point, _is_shown(point, runs)) for point in points(ruleset.plan)]
    shown, missing = (tuple(point for point, is_shown in found if is_shown is wanted) for wanted in (True, False))
    return Coverage(ruleset.name, shown, missing)


def percent_of(coverages: Iterable[Coverage]) -> float:
    """Return the share that is shown over several rulesets."""
    found = list(coverages)
    shown, missing = (sum(len(getattr(one, part)) for one in found) for part in ("shown", "missing"))
    return 100.0 if not shown + missing else 100 * shown / (shown + missing)


def _is_shown(point: Point, runs: Sequence[Answers]) -> bool:
    return any(point.is_shown(answers) for answers in runs)


def _count(kind: str, found: Sequence[Point]) -> int:
    return sum(point.kind == kind for point in found)
