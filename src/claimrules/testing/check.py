"""A ruleset → nothing, or an error that says which property of deadlines it breaks, where, and for which claim."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from claimrules.api import Ruleset
from claimrules.testing.consistency import NO_CLIFFS, PROPERTIES
from claimrules.testing.drawn import in_words
from claimrules.testing.probe import probe_of
from claimrules.testing.trial import Trial, trials

_PHASES = (Phase.generate, Phase.shrink)


def check_deadlines(ruleset: Ruleset, *, examples: int = 200, cliffs: bool = True) -> None:
    """Check on claims drawn at a ruleset's edges that its deadlines are consistent; the same claims in every run.

    - What is not empty opens before it closes.
    - A rule has one status at every instant inside its window, as long as nothing happens.
    - A rule goes from later to available to expired and never back, as long as nothing happens.
    - A later event never gives an earlier end, where no condition on it chooses between ends.
    - An extension, a pause, a floor or a restart never shortens a window, and a cap never lengthens it.
    - A fact that is added moves no end beyond the bounds there were without it.
    - The same instants in another zone's notation give the same decision.

    Args:
        ruleset: what to check.
        examples: how many claims to draw.
        cliffs: a condition may make a later event end earlier, as a sale that lengthens a window until its last day does.
            With False, that is a fault too.

    Raises:
        AssertionError: naming the property, the window or rule, and a claim made as small as can be.
    """
    probe = probe_of(ruleset)
    if not probe.times:
        return

    properties = PROPERTIES if cliffs else {**PROPERTIES, **NO_CLIFFS}

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=_PHASES,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(trials(probe))
    def check(trial: Trial) -> None:
        for sentence, broken_by in properties.items():
            for words in broken_by(trial):
                raise _Broken(sentence, words, trial)

    try:
        check()
    except _Broken as broken:
        raise AssertionError(str(broken)) from None


class _Broken(Exception):
    """A property does not hold."""

    def __init__(self, sentence: str, words: str, trial: Trial) -> None:
        ruleset = trial.probe.ruleset
        super().__init__(f"{ruleset.name} breaks: {sentence}\n{words}\n{in_words(trial.claim, ruleset)}")
