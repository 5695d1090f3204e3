"""Decision → why, in plain text: rules, values read, exclusions, deadlines, citations."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from claimrules.domain.citations import Citation
from claimrules.domain.deadline import Deadline
from claimrules.domain.decision import Decision
from claimrules.domain.duties import Duty
from claimrules.domain.duty_text import duty_reasons
from claimrules.domain.printable import printable
from claimrules.domain.verdicts import LISTED, Barring, Reading, Reason, Status, Truth
from claimrules.speech.phrases import listed, message, name_of, phrase

_INDENT = "    "
_WIDTH = 100
_BARS: Final[dict[Truth, str]] = {
    Truth.YES: message("exclusion {exclusion}: bars {rule}"),
    Truth.NO: message("exclusion {exclusion}: does not bar {rule}"),
    Truth.UNKNOWN: message("exclusion {exclusion}: may bar {rule}"),
}


def explanation(decision: Decision) -> str:
    """Return why each rule came out as it did; rules that matter first."""
    order = (*LISTED, Status.NOT_APPLICABLE.word)
    reasons = sorted(decision.reasons, key=lambda reason: order.index(reason.status))
    lines = [phrase("{title}: why, on {at}", title=decision.title, at=decision.at.isoformat())]
    for reason in reasons:
        lines += ["", *_reason(reason)]
        owed = [duty for duty in decision.duties if duty.rule == reason.rule]
        lines += [_INDENT + line for duty in owed for line in _duty(duty)]
    return "\n".join(printable(line) for line in lines)


def _reason(reason: Reason) -> Iterator[str]:
    status = name_of("a status", reason.status.replace("_", " "))
    yield phrase("{rule}: {status}", rule=_named(reason.rule, reason.title), status=status)
    for line in _why(reason):
        yield _INDENT + line


def _duty(duty: Duty) -> Iterator[str]:
    head, *reasons = duty_reasons(duty)
    yield head
    yield from (_INDENT + line for reason in reasons for line in _step(reason))


def _why(reason: Reason) -> Iterator[str]:
    yield from map(reading_words, reason.readings)
    for exclusion in reason.barred_by:
        yield _bars(exclusion)
        yield from (_INDENT + reading_words(reading) for reading in exclusion.readings)
        yield from (_INDENT + _cites(citation) for citation in exclusion.citations)
    if reason.deadline is not None:
        yield from (line for step in reason.deadline.steps for line in _step(str(step)))
        yield from time_words(reason.deadline)
    yield from map(_cites, reason.citations)


def _bars(exclusion: Barring) -> str:
    name = _named(exclusion.exclusion, exclusion.title)
    return phrase(_BARS[exclusion.truth], exclusion=name, rule=exclusion.bars)


def _cites(citation: Citation) -> str:
    return phrase("cites {citation}", citation=citation)


def time_words(deadline: Deadline) -> Iterator[str]:
    """Return when a statement opens and closes."""
    if deadline.opens is not None:
        yield "· " + phrase("opens {at}", at=deadline.opens.isoformat())
    if deadline.closes is not None:
        at, day = deadline.closes.isoformat(), deadline.last_day
        yield "· " + phrase("closes {at}: the last day is {last_day}", at=at, last_day=day)
    if deadline.needs:
        yield "· " + phrase("the time depends on: {facts}", facts=listed(deadline.needs))


def _step(step: str) -> list[str]:
    """Return a step of a deadline on lines of a moderate width."""
    return wrap(
        step, _WIDTH, initial_indent="· ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def _named(name: str, title: str) -> str:
    return phrase("{name} — {title}", name=name, title=title) if title else name


def reading_words(reading: Reading) -> str:
    """Return a condition with how it came out, and the values that were read."""
    values = listed(phrase("{name}: {value}", name=name, value=value) for name, value in reading.values)
    truth = name_of("how a condition came out", reading.truth.value)
    return f"[{truth}] {reading.text}" + (f"  ({values})" if values else "")
