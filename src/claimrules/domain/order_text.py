"""Order decision → plain text for people: each line, what the lines come to together, what was shared out."""

from __future__ import annotations

from collections.abc import Iterator

from claimrules.domain.decision_text import action_lines, amount_words, standing, unused_lines
from claimrules.domain.instants import at_words
from claimrules.domain.money import Money
from claimrules.domain.order_decision import LineDecision, LineShare, OrderDecision, OrderTotal, SharedAmount, name_of
from claimrules.domain.printable import printable
from claimrules.domain.remedy import Remedy
from claimrules.domain.terms import return_words
from claimrules.speech.phrases import listed, phrase


def summary(decision: OrderDecision) -> str:
    """Return the decision in words, for a terminal of any width."""
    return "\n".join(printable(line) for line in _lines(decision))


def _lines(decision: OrderDecision) -> Iterator[str]:
    yield decision.title
    yield phrase("Decided for {at}", at=at_words(decision.at))
    for line in decision.lines:
        yield ""
        yield from _line(line)
    yield from ("", phrase("All lines together"))
    for total in decision.totals:
        yield "  " + phrase("{remedy}: {amount}", remedy=_heading(total), amount=total_words(total))
    if not decision.totals:
        yield "  " + phrase("No amount can be asked for.")
    for asked in decision.asked:
        amount = _between(asked.at_least, asked.at_most)
        yield "  " + phrase("To ask for in all, one remedy a line: {amount}", amount=amount)
    yield from _rest(decision)


def _line(line: LineDecision) -> Iterator[str]:
    price = "" if line.price is None else str(line.price)
    yield phrase("Line {line}", line=listed(filter(None, (line.name, _units(line.quantity), price))))
    yield from (f"  {words}" for words in _under(line))


def _units(quantity: int | None) -> str:
    if quantity is None:
        return ""
    return phrase("1 unit") if quantity == 1 else phrase("{quantity} units", quantity=f"{quantity:,}")


def _under(line: LineDecision) -> Iterator[str]:
    shares = {(share.kind, share.is_right, share.with_return): share for share in line.shares}
    for remedy in line.decision.remedies:
        share = shares.get((remedy.kind, remedy.is_right, remedy.with_return))
        terms = listed(filter(None, _terms(remedy, share)))
        yield phrase("{remedy}: {standing}", remedy=terms, standing=standing(remedy))
    if not line.decision.remedies:
        yield phrase("Nothing under this ruleset.")
    for words in [*action_lines(line.decision.next_action)][:1]:
        yield phrase("Next: {step}", step=words)
    for question in line.decision.questions[:1]:
        yield phrase("Still unknown: {question} ({fact})", question=question.text, fact=question.fact)


def _terms(remedy: Remedy, share: LineShare | None) -> Iterator[str]:
    yield remedy.title
    yield return_words(remedy.with_return)
    yield "" if remedy.is_right else phrase("at the other side's discretion")
    yield amount_words(remedy)
    if share is None or share.refunded is None:
        return
    if share.most is None:
        yield phrase("of which {refunded} was paid back already and not known yet is left", refunded=share.refunded)
    else:
        left = Money(share.most, share.refunded.currency)
        yield phrase("of which {refunded} was paid back already and {left} is left", refunded=share.refunded, left=left)


def _heading(total: OrderTotal) -> str:
    discretion = "" if total.is_right else phrase("at the other side's discretion")
    return listed(filter(None, (total.title, return_words(total.with_return), discretion)))


def total_words(total: OrderTotal) -> str:
    """Return what a remedy comes to over all lines: an amount, a range, or what it is at least."""
    amount = phrase("not known yet") if total.at_least is None else _between(total.at_least, total.at_most)
    if not total.unsettled:
        return amount
    return phrase("{amount} (open: {lines})", amount=amount, lines=listed(total.unsettled))


def _between(at_least: Money, at_most: Money | None) -> str:
    if at_most is None:
        return phrase("at least {amount}", amount=at_least)
    if at_least == at_most:
        return str(at_least)
    if not at_least.minor:
        return phrase("up to {amount}", amount=at_most)
    return phrase("from {least} to {most}", least=at_least, most=at_most)


def _rest(decision: OrderDecision) -> Iterator[str]:
    sections = (
        (phrase("Shared out over the lines"), [_shared(one) for one in decision.shared]),
        (phrase("Assumed"), [*_assumptions(decision)]),
        (phrase("Given, but not used"), unused_lines(decision.unused)),
    )
    for heading, lines in sections:
        if lines:
            yield from ("", heading)
            yield from (f"  {line}" for line in lines)
    yield from ("", phrase("This is information, not legal advice."))


def _shared(one: SharedAmount) -> str:
    fact, amount = one.fact, one.amount
    if one.why_not:
        return phrase("{fact}, {amount}, cannot be shared out: {why}", fact=fact, amount=amount, why=one.why_not)
    shares = listed(f"{name_of(share.line, share.part)} {share.amount}" for share in one.shares)
    return phrase("{fact}, {amount}: {shares}", fact=fact, amount=amount, shares=shares)


def _assumptions(decision: OrderDecision) -> Iterator[str]:
    """Yield what is assumed, once; what only some lines assume names them."""
    by: dict[str, list[str]] = {}
    for line in decision.lines:
        for sentence in line.decision.assumptions:
            by.setdefault(sentence, []).append(line.name)
    for sentence, names in by.items():
        some = phrase("{assumption} (line {lines})", assumption=sentence, lines=listed(names))
        yield sentence if len(names) == len(decision.lines) else some
