"""Stack decision → plain text for people: each remedy with its layers, where the law gives more, what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from claimrules.domain.decision import Decision
from claimrules.domain.decision_text import action_lines, at_words, unused_lines
from claimrules.domain.explanation_text import explanation as explained
from claimrules.domain.next_action import ActionKind
from claimrules.domain.printable import printable
from claimrules.domain.stack_decision import Finding, LayerTerms, StackAction, StackDecision, StackRemedy
from claimrules.domain.terms import RETURN_WORDS

_WIDTH = 100


def summary(decision: StackDecision) -> str:
    """Return the decision in words, for a terminal of any width."""
    return "\n".join(printable(line) for line in _lines(decision))


def explanation(decision: StackDecision) -> str:
    """Return why: what is less than the law, then each layer's own reasons."""
    parts = ["\n".join(printable(line) for line in _findings(decision))] if decision.findings else []
    parts += [f"[{layer.layer}] {explained(layer.decision)}" for layer in decision.decisions]
    return "\n\n".join(parts)


def _lines(decision: StackDecision) -> Iterator[str]:
    yield f"Decided for {at_words(decision.at)}, by:"
    for layer in decision.decisions:
        yield f"  {layer.layer}: {layer.decision.title} ({layer.ruleset}){_version(layer.decision)}"
    yield ""
    yield "What the buyer may ask for"
    for remedy in decision.remedies:
        yield from (f"  {line}" for line in _remedy(remedy))
    if not decision.remedies:
        yield "  Nothing under these rulesets."
    if decision.findings:
        yield ""
        yield from _findings(decision)
    yield ""
    yield "What to do next"
    yield from (f"  {line}" for line in _action(decision.next_action))
    yield from _rest(decision)


def _version(decision: Decision) -> str:
    if decision.in_force is False:
        return f": no version of it is in force for this order: {decision.why_version}"
    return f", the version {decision.version}: {decision.why_version}" if decision.version else ""


def _remedy(remedy: StackRemedy) -> Iterator[str]:
    discretion = "" if remedy.is_right else "at the other side's discretion, not a right"
    yield "; ".join(filter(None, (remedy.title, RETURN_WORDS[remedy.with_return], discretion)))
    for terms in remedy.layers:
        amount = amount_of(terms)
        yield f"    {terms.giver}: {terms.words}{f'; {amount}' if amount else ''}"
        yield from (f"        {line}" for line in _origin(terms))


def amount_of(terms: LayerTerms) -> str:
    """Return the amount in words, or nothing."""
    return "" if terms.amount is None else f"{'up to ' if terms.is_ceiling else ''}{terms.amount}"


def _origin(terms: LayerTerms) -> Iterator[str]:
    if terms.needs:
        yield f"depends on: {', '.join(terms.needs)}"
    yield f"rule {', '.join(terms.rules)}, from: {'; '.join(dict.fromkeys(map(str, terms.citations)))}"


def _findings(decision: StackDecision) -> Iterator[str]:
    yield "Less than the law"
    for finding in decision.findings:
        yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[str]:
    yield from wrap(f"{finding.code}: {finding.words}", _WIDTH, initial_indent="  ", subsequent_indent="    ")
    for side in (finding.law, finding.lower):
        yield f"    {side.giver}: {', '.join((*side.rules, *side.denied_by))}"
        yield from (f"        {citation}" for citation in dict.fromkeys(map(str, side.citations)))


def _action(found: StackAction) -> Iterator[str]:
    yield from action_lines(found.action)
    if found.ruleset:
        yield f"    under {found.layer} {found.ruleset}"
    for other in found.alternatives:
        who = f"{other.action.actor}: " if other.action.kind is ActionKind.STEP else ""
        by = f", by {other.action.by_day}" if other.action.by_day and other.action.kind is ActionKind.STEP else ""
        yield f"or, under {other.layer} {other.ruleset}: {who}{other.action.title or other.action.step}{by}"
    yield from found.notes


def _rest(decision: StackDecision) -> Iterator[str]:
    sections = (
        ("Still unknown", [f"{q.text} ({q.fact}: {q.choices})" for q in decision.questions]),
        ("Assumed", list(decision.assumptions)),
        ("Given, but not used", unused_lines(decision.unused)),
    )
    for heading, lines in sections:
        if lines:
            yield ""
            yield heading
            yield from (f"  {line}" for line in lines)
    yield ""
    yield "This is information, not legal advice. `claimrules explain` says why, layer by layer."
