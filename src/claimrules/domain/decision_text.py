"""Parts of a decision → the sentences people read, whatever the format: what may be asked for, what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from claimrules.domain.citations import Citation
from claimrules.domain.gaps import Unused
from claimrules.domain.instants import at_words, closing_words
from claimrules.domain.next_action import ActionKind, NextAction
from claimrules.domain.next_action_text import further_lines
from claimrules.domain.printable import joined
from claimrules.domain.remedy import Remedy
from claimrules.domain.report.document import Card, Item, Tone
from claimrules.domain.report.plain import card_lines
from claimrules.domain.stack_decision import LayerTerms
from claimrules.domain.terms import Terms, ceiling_words
from claimrules.domain.verdicts import OPEN, UNAVAILABLE, UNDETERMINED, Status
from claimrules.speech.phrases import either, listed, name_of, phrase

#: How the standing of a remedy looks.
TONES: Final = {
    Status.AVAILABLE.word: Tone.GOOD,
    Status.LATER.word: Tone.COMING,
    UNDETERMINED: Tone.OPEN,
    UNAVAILABLE: Tone.BAD,
    Status.EXPIRED.word: Tone.BAD,
    Status.DENIED.word: Tone.BAD,
}


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
        yield Item(phrase("evidence still needed: {evidence}", evidence=joined(remedy.evidence_missing)))
    if not remedy.is_right:
        yield Item(phrase("at the other side's discretion, not a right"))
    if remedy.needs:
        yield Item(phrase("depends on: {facts}", facts=listed(remedy.needs)))


def origin_item(rules: Iterable[str], citations: Iterable[Citation]) -> Item:
    """Return by which rules something comes, with where in which document each is written."""
    return Item(phrase("rule {rules}, from:", rules=listed(rules)), citation_items(citations), tone=Tone.QUIET)


def citation_items(citations: Iterable[Citation]) -> tuple[Item, ...]:
    """Return where something is written, each place once, with its address."""
    addresses = {str(citation): citation.url for citation in citations}
    return tuple(Item(words, url=url) for words, url in addresses.items())


def standing(remedy: Remedy) -> str:
    """Return a remedy's status with its time, in one line."""
    day = remedy.last_day
    if remedy.is_used:
        stays = phrase("used in time: it stays available")
        return phrase("used in time: it stays available, also after {last_day}", last_day=day) if day else stays
    match remedy.status:
        case "available":
            return phrase("available until {last_day}", last_day=day) if day else _without_end(remedy)
        case "later":
            return _later(remedy)
        case "expired":
            return phrase("expired: it was open until {last_day}", last_day=day) if day else phrase("expired")
        case "denied":
            return phrase("denied by {exclusions}", exclusions=listed(remedy.denied_by))
        case "unavailable":
            return phrase("not to be had; the reason depends on what is still unknown")
        case _:
            known = phrase("undetermined; if it can be had, then until {last_day}", last_day=day)
            return known if day else phrase("undetermined")


def _later(remedy: Remedy) -> str:
    day, events = remedy.last_day, either(remedy.awaits)
    if remedy.opens is not None:
        opens = at_words(remedy.opens)
        known = phrase("not yet, from {opens} until {last_day}", opens=opens, last_day=day)
        return known if day else phrase("not yet, from {opens}", opens=opens)
    if events:
        known = phrase("not yet, it waits for: {events}; then until {last_day}", events=events, last_day=day)
        return known if day else phrase("not yet, it waits for: {events}", events=events)
    return phrase("not yet; then until {last_day}", last_day=day) if day else phrase("not yet")


def _without_end(remedy: Remedy) -> str:
    if remedy.is_open_ended:
        return phrase("available; no closing time is set yet")
    if remedy.no_later_than is None:
        return phrase("available; until when is not known yet")
    bound = closing_words(remedy.no_later_than)
    return phrase("available; until when is not known yet, at the latest {last_day}", last_day=bound)


def amount_words(given: Remedy | Terms | LayerTerms) -> str:
    """Return the amount in words, or nothing."""
    return ceiling_words(given.amount, is_ceiling=given.is_ceiling)


def _by_rule(terms: Terms) -> str:
    """Return what one of several rules gives by itself."""
    rule, amount, day = terms.rule, amount_words(terms), terms.last_day
    if not amount:
        known = phrase("by rule {rule}: until {last_day}", rule=rule, last_day=day)
        return known if day else phrase("by rule {rule}: no closing time that is known", rule=rule)
    known = phrase("by rule {rule}: {amount}, until {last_day}", rule=rule, amount=amount, last_day=day)
    return known if day else phrase("by rule {rule}: {amount}, no closing time that is known", rule=rule, amount=amount)


def action_lines(action: NextAction) -> Iterator[str]:
    """Yield the next action line by line, what belongs to it being indented."""
    return card_lines(action_card(action))


def action_card(action: NextAction) -> Card:
    """Return the next action: who does what, by when, with which evidence."""
    is_act, title = action.kind in {ActionKind.STEP, ActionKind.CLAIM}, action.title or action.step
    heading = phrase("{actor}: {what}", actor=name_of("who acts", action.actor), what=title) if is_act else title
    return Card(heading, items=tuple(map(Item, _action_items(action, is_act=is_act))))


def _action_items(action: NextAction, *, is_act: bool) -> Iterator[str]:
    if action.text:
        yield action.text
    if action.by_day and is_act:
        yield phrase("by {last_day}", last_day=action.by_day)
    if action.evidence_missing:
        yield phrase("evidence still needed: {evidence}", evidence=joined(action.evidence_missing))
    if action.alternatives:
        yield phrase("also open: {steps}", steps=listed(action.alternatives))
    yield from further_lines(action)


def unused_lines(found: tuple[Unused, ...]) -> list[str]:
    """Return what was given and not used, one line a reason."""
    by_help: dict[str, list[str]] = {}
    for unused in found:
        by_help.setdefault(unused.help, []).append(unused.path)
    return [
        phrase("{facts}: {why}", facts=listed(paths), why=why) if why else listed(paths)
        for why, paths in by_help.items()
    ]


def question_words(text: str, fact: str, choices: str) -> str:
    """Return a question with the fact that it asks for and what can be answered."""
    return phrase("{question} ({fact}: {choices})", question=text, fact=fact, choices=choices)
