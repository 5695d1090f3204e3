"""Parts of a decision → the sentences people read, whatever the format: what may be asked for, what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from claimrules.domain.citations import Citation
from claimrules.domain.gaps import Unused
from claimrules.domain.instants import closing_words
from claimrules.domain.next_action import ActionKind, NextAction
from claimrules.domain.next_action_text import further_lines
from claimrules.domain.printable import joined
from claimrules.domain.remedy import Remedy
from claimrules.domain.report.document import Card, Item, Tone
from claimrules.domain.report.plain import card_lines
from claimrules.domain.stack_decision import LayerTerms
from claimrules.domain.terms import Terms
from claimrules.domain.verdicts import OPEN, UNAVAILABLE, UNDETERMINED, Status

#: How the standing of a remedy looks.
TONES: Final = {
    Status.AVAILABLE.word: Tone.GOOD,
    Status.LATER.word: Tone.COMING,
    UNDETERMINED: Tone.OPEN,
    UNAVAILABLE: Tone.BAD,
    Status.EXPIRED.word: Tone.BAD,
    Status.DENIED.word: Tone.BAD,
}


def at_words(at: datetime) -> str:
    """Return an instant as people write it, with its offset."""
    offset = at.isoformat()[-6:]
    return f"{at:%A} {at.day} {at:%B %Y, %H:%M} (UTC{offset})"


def remedy_card(remedy: Remedy) -> Card:
    """Return what is to be said of one remedy: standing and time first, then terms, then where they are written."""
    items = (*_remedy_items(remedy), origin_item(remedy.rules, remedy.citations))
    return Card(remedy.title, amount_words(remedy), items)


def _remedy_items(remedy: Remedy) -> Iterator[Item]:
    yield Item(standing(remedy), tone=TONES[remedy.status])
    if remedy.has_various_terms and remedy.status in OPEN:
        yield from (Item(_by_rule(terms)) for terms in remedy.terms)
    yield from map(Item, remedy.conditions)
    if remedy.evidence_missing:
        yield Item(f"evidence still needed: {joined(remedy.evidence_missing)}")
    if not remedy.is_right:
        yield Item("at the other side's discretion, not a right")
    if remedy.needs:
        yield Item(f"depends on: {', '.join(remedy.needs)}")


def origin_item(rules: Iterable[str], citations: Iterable[Citation]) -> Item:
    """Return by which rules something comes, with where in which document each is written."""
    return Item(f"rule {', '.join(rules)}, from:", citation_items(citations), tone=Tone.QUIET)


def citation_items(citations: Iterable[Citation]) -> tuple[Item, ...]:
    """Return where something is written, each place once, with its address."""
    addresses = {str(citation): citation.url for citation in citations}
    return tuple(Item(words, url=url) for words, url in addresses.items())


def standing(remedy: Remedy) -> str:
    """Return a remedy's status with its time, in one line."""
    until = f" until {remedy.last_day}" if remedy.last_day else ""
    if remedy.is_used:
        return f"used in time: it stays available{f', also after {remedy.last_day}' if remedy.last_day else ''}"
    match remedy.status:
        case "available":
            return f"available{until}" if until else f"available; {_no_end(remedy)}"
        case "later":
            is_waiting = remedy.opens is None and bool(remedy.awaits)
            return f"not yet{_opening(remedy)}{'; then' if is_waiting and until else ''}{until}"
        case "expired":
            return f"expired: it was open{until}"
        case "denied":
            return f"denied by {', '.join(remedy.denied_by)}"
        case "unavailable":
            return "not to be had; the reason depends on what is still unknown"
        case _:
            return f"undetermined; if it can be had, then{until}" if until else "undetermined"


def _opening(remedy: Remedy) -> str:
    if remedy.opens:
        return f", from {at_words(remedy.opens)}"
    return f", it waits for: {' or '.join(remedy.awaits)}" if remedy.awaits else ""


def _no_end(remedy: Remedy) -> str:
    if remedy.is_open_ended:
        return "no closing time is set yet"
    bound = f", at the latest {closing_words(remedy.no_later_than)}" if remedy.no_later_than else ""
    return f"until when is not known yet{bound}"


def amount_words(given: Remedy | Terms | LayerTerms) -> str:
    """Return the amount in words, or nothing."""
    return "" if given.amount is None else f"{'up to ' if given.is_ceiling else ''}{given.amount}"


def _by_rule(terms: Terms) -> str:
    """Return what one of several rules gives by itself."""
    until = f"until {terms.last_day}" if terms.last_day else "no closing time that is known"
    return f"by rule {terms.rule}: {', '.join(filter(None, (amount_words(terms), until)))}"


def action_lines(action: NextAction) -> Iterator[str]:
    """Yield the next action line by line, what belongs to it being indented."""
    return card_lines(action_card(action))


def action_card(action: NextAction) -> Card:
    """Return the next action: who does what, by when, with which evidence."""
    is_act = action.kind in {ActionKind.STEP, ActionKind.CLAIM}
    lines = (
        action.text,
        f"by {action.by_day}" if action.by_day and is_act else "",
        f"evidence still needed: {joined(action.evidence_missing)}" if action.evidence_missing else "",
        f"also open: {', '.join(action.alternatives)}" if action.alternatives else "",
        *further_lines(action),
    )
    who = f"{action.actor}: " if is_act else ""
    return Card(f"{who}{action.title or action.step}", items=tuple(map(Item, filter(None, lines))))


def unused_lines(found: tuple[Unused, ...]) -> list[str]:
    """Return what was given and not used, one line a reason."""
    by_help: dict[str, list[str]] = {}
    for unused in found:
        by_help.setdefault(unused.help, []).append(unused.path)
    return [f"{', '.join(paths)}: {help}".rstrip(": ") for help, paths in by_help.items()]


def question_words(text: str, fact: str, choices: str) -> str:
    """Return a question with the fact that it asks for and what can be answered."""
    return f"{text} ({fact}: {choices})"
