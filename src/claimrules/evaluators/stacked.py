"""Decisions of several layers → one: remedies, findings, questions, assumptions and unused facts merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimrules.domain.asked import Asked
from claimrules.domain.citations import Citation
from claimrules.domain.decision import Decision
from claimrules.domain.decision_text import standing
from claimrules.domain.gaps import Question, Unused
from claimrules.domain.layers import LAW
from claimrules.domain.remedy import Remedy
from claimrules.domain.stack_decision import (
    Finding,
    LayerDecision,
    LayerTerms,
    Settles,
    StackDecision,
    StackQuestion,
    StackRemedy,
)
from claimrules.domain.verdicts import LISTED
from claimrules.evaluators.floor import Given, findings
from claimrules.evaluators.stack_action import Layer, stack_action
from claimrules.speech.phrases import phrase


def combined(layers: Sequence[Layer], used: frozenset[str], asked: Asked | None = None) -> StackDecision:
    """Return one decision over several; `layers` has the highest first, `used` is what any of them reads."""
    given = [[Given(remedy, _terms(layer, remedy)) for remedy in layer.decision.remedies] for layer in layers]
    return StackDecision(
        at=layers[-1].decision.at,
        decisions=tuple(LayerDecision(layer.layer, layer.decision) for layer in layers),
        remedies=_remedies([one for listed in given for one in listed]),
        findings=tuple(_findings(layers, given)),
        next_action=stack_action(layers),
        questions=_questions(layers),
        assumptions=_assumptions(layers),
        unused=_unused(layers, used),
        asked=asked,
    )


def _terms(layer: Layer, remedy: Remedy) -> LayerTerms:
    return LayerTerms(
        layer.layer,
        layer.decision.ruleset,
        remedy.status,
        remedy.amount,
        remedy.is_ceiling,
        remedy.opens,
        remedy.closes,
        remedy.is_open_ended,
        remedy.last_day,
        remedy.rules,
        remedy.denied_by,
        remedy.needs,
        (*remedy.citations, *_of_exclusions(remedy, layer.decision)),
        standing(remedy),
    )


def _of_exclusions(remedy: Remedy, decision: Decision) -> tuple[Citation, ...]:
    """Return what the exclusions cite that deny a remedy."""
    barring = (one for reason in decision.reasons for one in reason.barred_by if one.exclusion in remedy.denied_by)
    cited = dict.fromkeys(citation for one in barring for citation in one.citations)
    return tuple(citation for citation in cited if citation not in remedy.citations)


def _remedies(given: Sequence[Given]) -> tuple[StackRemedy, ...]:
    groups: dict[tuple[str, bool, bool | None], list[Given]] = defaultdict(list)
    for one in given:
        groups[one.remedy.kind, one.remedy.is_right, one.remedy.with_return].append(one)
    merged = [
        StackRemedy(
            kind,
            group[0].remedy.title,
            is_right,
            with_return,
            min((one.remedy.status for one in group), key=LISTED.index),
            tuple(one.terms for one in group),
        )
        for (kind, is_right, with_return), group in groups.items()
    ]
    return tuple(sorted(merged, key=lambda remedy: (LISTED.index(remedy.status), not remedy.is_right)))


def _findings(layers: Sequence[Layer], given: Sequence[Sequence[Given]]) -> Iterator[Finding]:
    for law, rights in zip(layers, given, strict=True):
        for lower, listed in zip(layers, given, strict=True):
            if law.layer == LAW and lower.layer != LAW:
                yield from findings(rights, listed)


def _questions(layers: Sequence[Layer]) -> tuple[StackQuestion, ...]:
    """Return each fact that is asked for once, the one that settles most over all layers first."""
    asked: dict[str, list[tuple[Layer, Question]]] = defaultdict(list)
    for layer in layers:
        for question in layer.decision.questions:
            asked[question.fact].append((layer, question))
    merged = [_question(fact, found) for fact, found in asked.items()]
    return tuple(sorted(merged, key=lambda question: (-len(question.settles), question.fact)))


def _question(fact: str, asked: Sequence[tuple[Layer, Question]]) -> StackQuestion:
    """Return one question in the words of the lowest layer that asks it."""
    settles = tuple(
        Settles(layer.layer, layer.decision.ruleset, what) for layer, question in asked for what in question.settles
    )
    _, lowest = asked[-1]
    return StackQuestion(fact, lowest.text, lowest.choices, settles)


def _assumptions(layers: Sequence[Layer]) -> tuple[str, ...]:
    """Return what is assumed, once; what only some of the layers assume names them."""
    by: dict[str, list[str]] = defaultdict(list)
    for layer in layers:
        for sentence in layer.decision.assumptions:
            by[sentence].append(layer.giver)
    return tuple(
        sentence if len(givers) == len(layers) else f"{sentence} ({', '.join(givers)})"
        for sentence, givers in by.items()
    )


def _unused(layers: Sequence[Layer], used: frozenset[str]) -> tuple[Unused, ...]:
    """Return what was given and no layer reads."""
    found: Mapping[str, Unused] = {one.path: one for layer in layers for one in layer.decision.unused}
    return tuple(_unread(one) for path, one in found.items() if path not in used)


def _unread(one: Unused) -> Unused:
    return (
        Unused(one.path, phrase("none of the rulesets reads it"))
        if one.help == phrase("this ruleset does not read it")
        else one
    )
