"""Order decision → plain text for people: each line, what the lines come to together, what was shared out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimrules.domain.decision_text import action_lines, amount_words, standing, unused_lines
from claimrules.domain.instants import at_words
from claimrules.domain.money import Money
from claimrules.domain.order_decision import LineDecision, LineShare, OrderDecision, OrderTotal, SharedAmount, name_of
from claimrules.domain.printable import printable
from claimrules.domain.remedy import Remedy
from claimrules.domain.terms import RETURN_WORDS

_DISCRETION: Final = "at the other side's discretion"


def summary(decision: OrderDecision) -> str:
    """Return the decision in words, for a terminal of any width."""
    return "\n".join(printable(line) for line in _lines(decision))


def _lines(decision: OrderDecision) -> Iterator[str]:
    yield decision.title
    yield f"Decided for {at_words(decision.at)}"
    for line in decision.lines:
        yield ""
        yield from _line(line)
    yield ""
    yield "All lines together"
    yield from (f"  {_heading(total)}: {total_words(total)}" for total in decision.totals)
    if not decision.totals:
        yield "  No amount can be asked for."
    for asked in decision.asked:
        yield f"  To ask for in all, one remedy a line: {_between(asked.at_least, asked.at_most)}"
    yield from _rest(decision)


def _line(line: LineDecision) -> Iterator[str]:
    units = "" if line.quantity is None else f", {line.quantity:,} {'unit' if line.quantity == 1 else 'units'}"
    yield f"Line {line.name}{units}{'' if line.price is None else f', {line.price}'}"
    shares = {(share.kind, share.is_right, share.with_return): share for share in line.shares}
    for remedy in line.decision.remedies:
        share = shares.get((remedy.kind, remedy.is_right, remedy.with_return))
        yield f"  {', '.join(filter(None, _terms(remedy, share)))}: {standing(remedy)}"
    if not line.decision.remedies:
        yield "  Nothing under this ruleset."
    yield from (f"  Next: {words}" for words in [*action_lines(line.decision.next_action)][:1])
    for question in line.decision.questions[:1]:
        yield f"  Still unknown: {question.text} ({question.fact})"


def _terms(remedy: Remedy, share: LineShare | None) -> Iterator[str]:
    yield remedy.title
    yield RETURN_WORDS[remedy.with_return]
    yield "" if remedy.is_right else _DISCRETION
    yield amount_words(remedy)
    if share is not None and share.refunded is not None:
        left = "not known yet" if share.most is None else str(Money(share.most, share.refunded.currency))
        yield f"of which {share.refunded} was paid back already and {left} is left"


def _heading(total: OrderTotal) -> str:
    discretion = "" if total.is_right else _DISCRETION
    return ", ".join(filter(None, (total.title, RETURN_WORDS[total.with_return], discretion)))


def total_words(total: OrderTotal) -> str:
    """Return what a remedy comes to over all lines: an amount, a range, or what it is at least."""
    by = f" (open: {', '.join(total.unsettled)})" if total.unsettled else ""
    return "not known yet" + by if total.at_least is None else _between(total.at_least, total.at_most) + by


def _between(at_least: Money, at_most: Money | None) -> str:
    if at_most is None:
        return f"at least {at_least}"
    if at_least == at_most:
        return str(at_least)
    return f"from {at_least} to {at_most}" if at_least.minor else f"up to {at_most}"


def _rest(decision: OrderDecision) -> Iterator[str]:
    sections = (
        ("Shared out over the lines", [_shared(one) for one in decision.shared]),
        ("Assumed", [*_assumptions(decision)]),
        ("Given, but not used", unused_lines(decision.unused)),
    )
    for heading, lines in sections:
        if lines:
            yield ""
            yield heading
            yield from (f"  {line}" for line in lines)
    yield ""
    yield "This is information, not legal advice."


def _shared(one: SharedAmount) -> str:
    if one.why_not:
        return f"{one.fact}, {one.amount}, cannot be shared out: {one.why_not}"
    return f"{one.fact}, {one.amount}: " + ", ".join(
        f"{name_of(share.line, share.part)} {share.amount}" for share in one.shares
    )


def _assumptions(decision: OrderDecision) -> Iterator[str]:
    """Yield what is assumed, once; what only some lines assume names them."""
    by: dict[str, list[str]] = {}
    for line in decision.lines:
        for sentence in line.decision.assumptions:
            by.setdefault(sentence, []).append(line.name)
    for sentence, names in by.items():
        yield sentence if len(names) == len(decision.lines) else f"{sentence} (line {', '.join(names)})"
