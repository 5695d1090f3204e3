"""What a decision says. Re-shaped answers only: all choosing was done by the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimrules.domain.asked import Asked
from claimrules.domain.deadline import Deadline
from claimrules.domain.duties import Duty
from claimrules.domain.gaps import Question, Unused
from claimrules.domain.happenings import Happening
from claimrules.domain.next_action import NextAction
from claimrules.domain.remedy import Remedy
from claimrules.domain.step_times import StepTime
from claimrules.domain.verdicts import Reason
from claimrules.speech.language import ENGLISH, speaking

if TYPE_CHECKING:
    from claimrules.domain.explanation import Explanation
    from claimrules.domain.record.shape import Record
    from claimrules.domain.timeline.shape import Timeline


@frozen
class Decision:
    """The four answers about one claim at one instant.

    Args:
        inquiry: works out the questions; `questions` calls it once.
        happenings: the events that the facts tell of, the earliest first.
        steps: those that are open, will open while nothing else happens, or may, in the order of the ladder.
        versions: of `claimrules`, `holidays`, `tzdata`; under `ruleset`, the mark of the ruleset's text and all it uses.
        language: the one its words are in (ISO 639).
        asked: the facts and the instant; None inside a stack, whose decision holds them.
    """

    ruleset: str
    title: str
    at: datetime
    zone: str
    in_force: bool | None
    remedies: tuple[Remedy, ...]
    next_action: NextAction
    inquiry: Callable[[], tuple[Question, ...]] = field(eq=False, repr=False)
    deadlines: tuple[Deadline, ...]
    reasons: tuple[Reason, ...]
    assumptions: tuple[str, ...]
    unused: tuple[Unused, ...]
    duties: tuple[Duty, ...] = ()
    happenings: tuple[Happening, ...] = ()
    steps: tuple[StepTime, ...] = ()
    versions: dict[str, str] = field(eq=False, factory=dict)
    version: str = ""
    why_version: str = ""
    asked: Asked | None = field(eq=False, repr=False, default=None)
    language: str = ENGLISH

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What to ask, the most useful first; worked out when it is first read."""
        with speaking(self.language):
            return self.inquiry()

    def remedy(self, kind: str) -> Remedy | None:
        """Return the first remedy of this kind, if the ruleset lists it for the claim."""
        return next((remedy for remedy in self.remedies if remedy.kind == kind), None)

    def duty(self, name: str) -> Duty | None:
        """Return the first duty of this name, if the ruleset lists it for the claim."""
        return next((duty for duty in self.duties if duty.name == name), None)

    @property
    def timeline(self) -> Timeline:
        """What happened, and every opening and closing still to come, as long as nothing else happens."""
        from claimrules.domain.timeline.of_decision import timeline_of

        with speaking(self.language):
            return timeline_of(self)

    @property
    def explanation(self) -> Explanation:
        """Why, as a tree: each remedy, its rules, their conditions with the values read, exclusions, time, sources."""
        from claimrules.domain.explanation import explanation_of

        return explanation_of(self)

    def explain(self) -> str:
        """Return why, as text: rules, values read, deadlines, citations."""
        from claimrules.domain.explanation_text import explanation

        with speaking(self.language):
            return explanation(self)

    def to_dict(self) -> dict[str, object]:
        """Return plain data for JSON: instants in ISO 8601, money as amount and currency."""
        from claimrules.domain.plain_data import plain

        return plain(self)

    def record(self) -> Record:
        """Return the record: facts, instant, ruleset, versions, answer; `claimrules.replay` decides it again.

        Raises:
            ValueError: this is the decision of one layer of a stack; the stack's decision has the record.
        """
        from claimrules.domain.record.of_decision import record_of

        return record_of(self)

    def to_markdown(self) -> str:
        """Return the report as Markdown (CommonMark, with tables as GitHub has them); facts and rulesets are escaped."""
        from claimrules.domain.report.markdown import markdown
        from claimrules.domain.report.of_decision import report

        with speaking(self.language):
            return markdown(report(self))

    def to_html(self) -> str:
        """Return the report as a page that needs nothing from elsewhere and runs nothing; facts and rulesets are escaped."""
        from claimrules.domain.report.of_decision import report
        from claimrules.domain.report.page import page

        with speaking(self.language):
            return page(report(self))

    def _repr_html_(self) -> str:
        """Return the picture of its timeline, for notebooks."""
        return self.timeline.html()

    def __str__(self) -> str:
        from claimrules.domain.report.of_decision import screen
        from claimrules.domain.report.plain import plain_text

        with speaking(self.language):
            return plain_text(screen(self))
