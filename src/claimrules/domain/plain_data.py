"""Decision → plain data for JSON: instants in ISO 8601, money as amount and currency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

from attrs import AttrsInstance, fields, has

from claimrules.domain.deadline import Deadline
from claimrules.domain.decision import Decision
from claimrules.domain.derivation import Step
from claimrules.domain.draft import Draft
from claimrules.domain.explanation import Explanation
from claimrules.domain.gaps import Question
from claimrules.domain.inquiry import Inquiry
from claimrules.domain.money import Money
from claimrules.domain.order_decision import OrderDecision
from claimrules.domain.stack_decision import StackDecision
from claimrules.domain.timeline.shape import Timeline

#: The version of the shape below; a change that could break a reader raises it.
FORMAT = "claimrules.decision/1"
STACK_FORMAT = "claimrules.stack/1"
ORDER_FORMAT = "claimrules.order/1"
EXPLANATION_FORMAT = "claimrules.explanation/1"
TIMELINE_FORMAT = "claimrules.timeline/1"
DEADLINE_FORMAT = "claimrules.deadline/1"
INQUIRY_FORMAT = "claimrules.inquiry/1"
#: What is no part of an answer: the work still to do, and what was asked, which a record holds.
_LEFT_OUT = frozenset({"inquiry", "asked"})
#: What is worked out when it is read.
_QUESTIONS = "questions"


def plain(decision: Decision) -> dict[str, object]:
    """Return a decision as dicts, lists, strings, numbers, booleans and None."""
    return {"format": FORMAT, **_members(decision), _QUESTIONS: _plain(decision.questions)}


def plain_stack(decision: StackDecision) -> dict[str, object]:
    """Return a decision of several layers as dicts, lists, strings, numbers, booleans and None."""
    return {"format": STACK_FORMAT, **_members(decision)}


def plain_order(decision: OrderDecision) -> dict[str, object]:
    """Return what is decided about an order as dicts, lists, strings, numbers, booleans and None."""
    return {"format": ORDER_FORMAT, **_members(decision)}


def plain_explanation(explanation: Explanation) -> dict[str, object]:
    """Return an explanation as dicts, lists, strings, numbers, booleans and None."""
    return {"format": EXPLANATION_FORMAT, **_members(explanation)}


def plain_deadline(deadline: Deadline) -> dict[str, object]:
    """Return a deadline as dicts, lists, strings, numbers, booleans and None."""
    return {"format": DEADLINE_FORMAT, "status": deadline.status, **_members(deadline)}


def plain_inquiry(inquiry: Inquiry) -> dict[str, object]:
    """Return an inquiry as dicts, lists, strings, numbers, booleans and None."""
    return {"format": INQUIRY_FORMAT, **_members(inquiry)}


def plain_timeline(timeline: Timeline) -> dict[str, object]:
    """Return a timeline as dicts, lists, strings, numbers, booleans and None."""
    return {"format": TIMELINE_FORMAT, **_members(timeline)}


def _plain(value: object) -> object:
    match value:
        case Money():
            return {"amount": str(value.amount), "currency": value.currency}
        case date():
            return value.isoformat()
        case Decision():
            return plain(value)
        case Step():
            return {"step": value.kind, "words": value.words, "cites": [_plain(cited) for cited in value.citations]}
        case Enum():
            return value.value
        case Draft():
            return {**_members(value), "text": value.text}
        case tuple():
            return [_plain(part) for part in value]
        case dict():
            return {str(key): _plain(part) for key, part in value.items()}
        case _ if has(type(value)):
            return _members(value)  # type: ignore[arg-type]  # `has` has told
        case _:
            return value


def _members(value: AttrsInstance) -> dict[str, object]:
    return {name: _plain(getattr(value, name)) for name in _names(type(value))}


def _names(described: type[AttrsInstance]) -> tuple[str, ...]:
    """Return the members of an answer; those that its words say already are private."""
    found = (field.name for field in fields(described))
    return tuple(name for name in found if name not in _LEFT_OUT and not name.startswith("_"))


def members_of(described: type, hints: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Yield each member that the plain data of a class have, and its annotation; `hints` are those of the class."""
    yield from ((name, hints[name]) for name in _names(described))
    if described is Decision:
        yield _QUESTIONS, tuple[Question, ...]
    if described is Draft:
        yield "text", str
