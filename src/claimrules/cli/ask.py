"""`claimrules ask RULESET [FACTS.json]`: the questions whose answers matter, one after the other, then the decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import click

from claimrules.api import Ruleset, load
from claimrules.cli.inputs import Instant, facts_from, faults_reported, now
from claimrules.cli.screen import say
from claimrules.diagnostics.diagnostic import FactsError
from claimrules.domain.decision import Decision
from claimrules.domain.gaps import Question
from claimrules.domain.inquiry import Inquiry
from claimrules.domain.inquiry_text import inquiry_text, question_lines
from claimrules.domain.json_written import json_written
from claimrules.domain.printable import printable
from claimrules.domain.types import Boolean, Event, FactDeclaration, Number, SetOf

#: What says that the answer is not known.
DONT_KNOW: Final = frozenset({"", "?", "i don't know", "i do not know", "don't know", "dont know", "unknown"})
_YES: Final = {"yes": True, "y": True, "no": False, "n": False}
_NEVER: Final = frozenset({"no", "not yet", "never", "has not happened", "n"})


@click.command()
@click.argument("ruleset")
@click.argument("facts", metavar="[FACTS.json]", required=False)
@click.option("--at", type=Instant(), help="The instant to decide for, with its offset; now when not given.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["talk", "text", "json"]),
    default="talk",
    show_default=True,
    help="talk asks; text and json print the questions with what each answer would give.",
)
@click.option("--save", type=click.Path(dir_okay=False, writable=True), help="Write the facts, with the answers, here.")
def ask(ruleset: str, facts: str | None, at: datetime | None, shape: str, save: str | None) -> None:
    """Ask what matters for a claim, the most useful question first; an empty answer is "I don't know"."""
    moment, name = at or now(), facts or "facts"
    with faults_reported():
        loaded = load(ruleset)
        given: Any = facts_from(facts) if facts else {}
        if shape != "talk":
            click.echo(_shown(loaded.inquire(given, moment, name=name), shape))
            return
        decision, told = _interview(loaded, given, moment, name)
    say(str(decision))
    if save:
        with click.open_file(save, "w", encoding="utf-8") as file:
            file.write(json_written(told))


def _shown(inquiry: Inquiry, shape: str) -> str:
    return inquiry_text(inquiry) if shape == "text" else json_written(inquiry.to_dict())


def _interview(ruleset: Ruleset, facts: dict[str, Any], at: datetime, name: str) -> tuple[Decision, dict[str, Any]]:
    """Ask until nothing is left that is both missing and not passed over; return the decision and the facts."""
    passed: set[str] = set()
    while True:
        decision = ruleset.decide(facts, at, name=name)
        question = next((asked for asked in decision.questions if asked.fact not in passed), None)
        if question is None:
            return decision, facts
        for line in question_lines(question, most=1):
            click.echo(printable(line))
        try:
            words = click.prompt("  answer (empty: I don't know)", default="", show_default=False, prompt_suffix="> ")
        except click.Abort:
            click.echo("\nNo more answers: decided by what is known.")
            return decision, facts
        if words.strip().lower() in DONT_KNOW:
            passed.add(question.fact)
            continue
        facts = _answered(ruleset, facts, at, question, words) or facts


def _answered(
    ruleset: Ruleset, facts: dict[str, Any], at: datetime, question: Question, words: str
) -> dict[str, Any] | None:
    """Return the facts with an answer, or None after saying what is wrong with it."""
    declared = ruleset.vocabulary[question.fact]
    told = with_fact(facts, declared, read_answer(declared, words.strip()))
    try:
        ruleset.answers(told, at)
    except FactsError as error:
        for fault in error.diagnostics:
            click.echo(f"  {printable(fault.message)}{f'; {printable(fault.help)}' if fault.help else ''}", err=True)
        return None
    return told


def read_answer(fact: FactDeclaration, words: str) -> Any:
    """Return typed words as facts are given; what cannot be read is left as it is, for the reader of facts to refuse."""
    match fact.type:
        case Boolean():
            return _YES.get(words.lower(), words)
        case Event() if words.lower() in _NEVER:
            return None
        case SetOf():
            return [] if words.lower() == "none" else [part.strip() for part in words.split(",")]
        case Number():
            return int(words) if words.lstrip("-").isdecimal() else words
        case _:
            return words


def with_fact(facts: Mapping[str, Any], fact: FactDeclaration, value: Any) -> dict[str, Any]:
    """Return facts with one more; nested as its path says."""
    *folders, last = fact.path
    told = dict(facts)
    place = told
    for folder in folders:
        inner = place.get(folder)
        place[folder] = dict(inner) if isinstance(inner, Mapping) else {}
        place = place[folder]
    place[last] = value
    return told
