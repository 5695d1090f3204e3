"""Facts → the events that they tell of, the earliest first."""

from __future__ import annotations

from claimrules.domain.fact_events import ONLY_A_DAY
from claimrules.domain.happenings import Happening
from claimrules.domain.instants import at_zone
from claimrules.domain.types import NEVER, Event
from claimrules.evaluators.answers import Answers


def happenings(answers: Answers) -> tuple[Happening, ...]:
    """Return every event with an instant; those known not to have happened have none."""
    values = answers.facts.values
    found = [
        Happening(
            name,
            fact.means,
            at_zone(values[name], answers.zone),
            is_only_a_day=values.get(name + ONLY_A_DAY) is True,
            is_end=fact.type.date_means_end,
        )
        for name, fact in answers.plan.vocabulary.items()
        if isinstance(fact.type, Event) and values.get(name, NEVER) != NEVER
    ]
    return tuple(sorted(found, key=lambda happening: (happening.at, not happening.is_end, happening.name)))
