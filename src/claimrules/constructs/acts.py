"""`met by`: the act that must be in time, an event or one of two words for when a claim is made."""

from __future__ import annotations

from typing import Final

from claimrules.constructs.construct import Builder, Name, SyntaxTree
from claimrules.constructs.declarations.clauses import name_clause
from claimrules.constructs.scope import Scope

#: The act that uses a right where nothing names one.
DEFAULT_ACT: Final = "claim_filed"
#: The events that `met by sending` and `met by receipt` stand for.
ACTS: Final = {"sending": "claim_filed", "receipt": "claim_received"}


def event_of(said: str) -> str:
    """Return the event that what stands after `met by` means."""
    return ACTS.get(said, said)


def build_act(tree: SyntaxTree, b: Builder) -> Name | None:
    """Return the event of a `met by` clause, at the place of the word that is written."""
    said = name_clause(tree, "met_by", b)
    return said and Name(event_of(said.text), said.span)


def check_act(act: Name | None, scope: Scope) -> None:
    """Report an act that is no event, and a word for one that is also the name of a declared fact."""
    if act is None:
        return
    said = act.span.text
    if said in ACTS and said in scope.facts:
        words = f"`{said}` is a fact here, and also the word for {act}"
        scope.collector.report("CR0202", words, act.span, f"write `met by {act}`, or give the fact another name")
    scope.event(act)
