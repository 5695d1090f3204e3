"""Whether the answer to a question can matter: in some state of all else, it is the one thing that is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claimrules.core.expr import Expr
from claimrules.core.missing import missing
from claimrules.evaluators.whatif.trials import Changes, Trials
from claimrules.evaluators.whatif.values import quick_values, values_of

#: So many states of a claim are tried for one question and one expression: first with some values of each fact, in
#: rounds, then with all that can differ. If that does not tell, it is asked.
QUICK: Final = (20, 60)
EXACT: Final = 12
#: And so many for one claim: where more than a few facts are missing, the last in line are asked untried.
IN_ALL: Final = 600


class Relevance:
    """Tells which missing facts can matter to some expressions.

    A fact that can has a witness: answers to other questions after which an expression hangs on this fact alone. One that
    cannot has none, whatever the answers. What a search on its way to one witness shows of other facts is kept.

    Args:
        trials: the claim as it is.
    """

    def __init__(self, trials: Trials) -> None:
        self._trials = trials
        self._seen: set[tuple[Expr, str]] = set()
        self._left = 0
        self._left_in_all = IN_ALL

    def can_matter(self, fact: str, targets: Sequence[Expr]) -> bool:
        """Tell whether a missing fact can ever matter to one of the expressions, which are parts of what is decisive."""
        if self._left_in_all < 0 or any((target, fact) in self._seen for target in targets):
            return True
        if any(self._tells(fact, target, states, is_exact=False) for states in QUICK for target in targets):
            return True
        return any(self._tells(fact, target, EXACT, is_exact=True) or self._left < 0 for target in targets)

    def _tells(self, fact: str, target: Expr, states: int, *, is_exact: bool) -> bool:
        self._left = states
        return self._is_witnessed(fact, target, self._trials, is_exact=is_exact)

    def _is_witnessed(self, fact: str, target: Expr, state: Trials, *, is_exact: bool) -> bool:
        self._left -= 1
        self._left_in_all -= 1
        open_facts = _named(target, state)
        if self._left < 0 or fact not in open_facts:
            return False
        others = [name for name in open_facts if name != fact]
        return not others or self._goes_on(fact, others[0], target, state, is_exact=is_exact)

    def _goes_on(self, fact: str, other: str, target: Expr, state: Trials, *, is_exact: bool) -> bool:
        """Look for a witness under each answer to another question."""
        results = set()
        for changes in self._values(other, target, state, is_exact=is_exact):
            further = Trials(state(changes))
            results.add(further.answers.run(target))
            if self._is_witnessed(fact, target, further, is_exact=is_exact):
                return True
        if len(results) > 1:
            self._seen.add((target, other))
        return False

    def _values(self, name: str, target: Expr, state: Trials, *, is_exact: bool) -> list[Changes]:
        declared = state.answers.plan.vocabulary[name]
        found = values_of(declared, state, target) if is_exact else quick_values(declared, state)
        return [value.carried for value in found]


def _named(target: Expr, state: Trials) -> list[str]:
    """Return the facts an expression hangs on by name: the order in which a policy reads them must show nowhere."""
    return sorted({name.partition("#")[0] for name in missing(target, state.answers.run)})
