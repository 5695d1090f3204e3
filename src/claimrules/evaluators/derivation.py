"""A computed moment → how it was found: the steps of the expressions that decided it, in the order they were taken."""

from __future__ import annotations

from claimrules.core.expr import Apply, Expr, Fact, If, Lit
from claimrules.core.ops.order import GREATEST, LEAST
from claimrules.domain.derivation import Step, step
from claimrules.domain.types import ALWAYS, NEVER
from claimrules.evaluators.answers import Answers


def derivation(moment: Expr, answers: Answers) -> tuple[Step, ...]:
    """Return the steps that lead to a moment, as far as it is known."""
    found: dict[Step, None] = {}
    _walk(moment, answers, found, set())
    return tuple(found)


def _walk(expr: Expr, answers: Answers, found: dict[Step, None], seen: set[Expr]) -> None:
    if expr in seen:
        return
    seen.add(expr)
    match expr:
        case Fact(name) if name in answers.facts.shown:
            happened = answers.facts.values.get(name) != NEVER
            given = {"value": answers.facts.shown[name]} if happened else {}
            found[step("event" if happened else "not_happened", name=name, **given)] = None
        case If(condition, then, otherwise):
            holds = answers.known(condition)
            if holds is not None:
                _walk(then if holds else otherwise, answers, found, seen)
        case Apply(op, args) if op in {LEAST, GREATEST}:
            _one_of(expr, args, answers, found, seen)
        case Apply(op, args):
            for arg in args:
                _walk(arg, answers, found, seen)
            values = [answers.known(arg) for arg in args]
            if None not in values:
                found.update(dict.fromkeys(op.steps(*values)))


def _one_of(expr: Apply, args: tuple[Expr, ...], answers: Answers, found: dict[Step, None], seen: set[Expr]) -> None:
    """Walk to the one of two moments that decides; the ends of time decide nothing worth telling."""
    moments = [arg for arg in args if not (isinstance(arg, Lit) and arg.value in {ALWAYS, NEVER})]
    decided = answers.known(expr)
    deciding = [arg for arg in moments if decided is not None and answers.known(arg) == decided]
    for arg in deciding[:1] if decided is not None else moments:
        _walk(arg, answers, found, seen)
    if len(moments) > 1 and deciding and expr.op == GREATEST:
        found[step("later_of")] = None
    elif len(moments) > 1 and deciding:
        found[step("earlier_of")] = None
