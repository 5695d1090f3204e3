"""Decision → a coloured screen, with rich."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from claimrules.domain.decision import Decision
from claimrules.domain.decision_text import (
    action_lines,
    amount_words,
    at_words,
    origin_lines,
    remedy_lines,
    unused_lines,
)
from claimrules.domain.duty_text import duty_lines, duty_sections
from claimrules.domain.printable import printable
from claimrules.domain.remedy import Remedy

_COLOURS = {
    "available": "bold green", "later": "bold cyan", "undetermined": "bold yellow", "unavailable": "red", "expired": "red",
    "denied": "red",
}  # fmt: skip


def show(decision: Decision) -> None:
    """Print a decision for people."""
    Console().print(screen(decision))


def screen(decision: Decision) -> RenderableType:
    """Return the whole screen: remedies, next action, questions, assumptions."""
    parts: list[RenderableType] = [
        Text(f"Decided for {at_words(decision.at)}\n", style="dim"),
        _remedies(decision),
        *_duties(decision),
        _panel("What to do next", list(action_lines(decision.next_action)), "green"),
    ]
    questions = [f"{q.text}  ({q.fact}: {q.choices})" for q in decision.questions]
    if questions:
        parts.append(_panel("Still unknown", questions, "yellow"))
    notes = [f"Assumed: {sentence}" for sentence in decision.assumptions]
    notes += [f"Not used: {line}" for line in unused_lines(decision.unused)]
    if notes:
        parts.append(Text("\n".join(map(printable, notes)), style="dim"))
    parts.append(Text("Information, not legal advice. `claimrules explain` says why.", style="dim italic"))
    return Panel(Group(*parts), title=printable(decision.title), border_style="blue", padding=(1, 2))


def _duties(decision: Decision) -> list[RenderableType]:
    return [
        _panel(heading, [line for duty in duties for line in duty_lines(duty)], "cyan")
        for heading, duties in duty_sections(decision.duties)
    ]


def _remedies(decision: Decision) -> RenderableType:
    if not decision.remedies:
        return Text("Nothing can be asked for under this ruleset.", style="bold")
    table = Table(expand=True, show_edge=False, show_lines=True, pad_edge=False, header_style="bold")
    for column, ratio in (("Remedy", 3), ("Amount", 2), ("Standing and terms", 8)):
        table.add_column(column, ratio=ratio)
    for remedy in decision.remedies:
        table.add_row(Text(printable(remedy.title), style="bold"), amount_words(remedy), _terms(remedy))
    return table


def _terms(remedy: Remedy) -> Text:
    first, *rest = remedy_lines(remedy)
    text = Text(printable(first), style=_COLOURS[remedy.status])
    for line in rest:
        text.append("\n" + printable(line), style="not bold default")
    for line in origin_lines(remedy):
        text.append("\n" + printable(line.strip()), style="not bold default dim")
    return text


def _panel(title: str, lines: list[str], colour: str) -> Panel:
    return Panel(Text("\n".join(map(printable, lines))), title=title, title_align="left", border_style=colour)
