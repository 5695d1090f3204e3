"""What is missing from the facts and could change the answer, and what was given that nobody reads."""

from __future__ import annotations

from attrs import frozen

from claimrules.domain.money import Money


@frozen
class Question:
    """A fact that could change the answer.

    Args:
        fact: its name in the policy.
        text: the question, to be put to the buyer.
        choices: what can be answered, in words.
        settles: the remedies, the next step, the duties that hang on it.
        type: its type as a policy says it.
        why: what of the policy reads it, each with the title of its statement.
        at_stake: the highest amount, as far as one is known, of the remedies that hang on it.
    """

    fact: str
    text: str
    choices: str
    settles: tuple[str, ...]
    type: str = ""
    why: tuple[str, ...] = ()
    at_stake: Money | None = None


@frozen
class Unused:
    """A fact that was given but that the ruleset does not know or use."""

    path: str
    help: str = ""
