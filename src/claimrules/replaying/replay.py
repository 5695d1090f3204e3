"""Record → replay: read it, find its rulesets, decide again, compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import evolve

from claimrules.api import Ruleset
from claimrules.diagnostics.diagnostic import Diagnostic, FactsError, Label
from claimrules.domain.record.read import record_in, record_of_document
from claimrules.domain.record.shape import Record, RulesetMark
from claimrules.domain.versions import PARTS, versions_now
from claimrules.replaying.differences import differences
from claimrules.replaying.find import Where, decider_of
from claimrules.replaying.shape import Change, Replay
from claimrules.stack import Stack
from claimrules.text.span import Pointer


def replay(record: Record | Mapping[str, Any] | str | Path, *, rules: Iterable[Where] | Where = ()) -> Replay:
    """Return what a recorded decision comes to when it is made again: the same, or what differs and what changed.

    Args:
        record: a record, its plain data, or the path of its file.
        rules: where its rulesets are: each as such, as its name, its file, or a folder that holds its file. Those that
            ship need no place. Without any, rulesets that do not ship are looked for in the working folder.

    Raises:
        RecordError: the record cannot be read or trusted, or a ruleset cannot be found.
        PolicyError: a ruleset has faults.
    """
    name = str(record) if isinstance(record, str | Path) else "record"
    then = _read(record)
    where = (rules,) if isinstance(rules, Ruleset | str | Path) else tuple(rules)
    return replayed(then, where, name)


def replayed(then: Record, where: tuple[Where, ...], name: str) -> Replay:
    """Return what a record comes to; `name` is what to call it in messages.

    Raises:
        RecordError: a ruleset cannot be found.
        PolicyError: a ruleset has faults.
    """
    decider = decider_of(then, where, name)
    again, faults = _again(then, decider, name)
    changes = tuple(_changes(then, again.rulesets if again else _standing(then, decider)))
    found = () if again is None or again.digest == then.digest else tuple(differences(then.answer, again.answer))
    return Replay(then, again, changes, found, faults)


def _read(record: Record | Mapping[str, Any] | str | Path) -> Record:
    match record:
        case Record():
            return record
        case str() | Path():
            return record_in(record)
    return record_of_document(record)


def _again(then: Record, decider: Ruleset | Stack, name: str) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """Return the record of the decision made now, or why the facts cannot be read."""
    try:
        return decider.decide(then.facts, datetime.fromisoformat(then.at), name=name).record(), ()
    except FactsError as error:
        return None, tuple(_within_record(fault, name) for fault in error.diagnostics)


def _within_record(fault: Diagnostic, name: str) -> Diagnostic:
    """Return a fault of the facts with its place in the record."""
    origin = fault.primary.origin
    pointer = origin.pointer if isinstance(origin, Pointer) else ""
    return evolve(fault, primary=Label(Pointer(name, f"/facts{pointer}")))


def _standing(then: Record, decider: Ruleset | Stack) -> tuple[RulesetMark, ...]:
    """Return the marks of rulesets as they are now: as recorded, where a version still has that text."""
    rulesets = {one.name: one for one in (decider.rulesets if isinstance(decider, Stack) else (decider,))}
    return tuple(_mark(mark, rulesets[mark.name]) for mark in then.rulesets)


def _mark(then: RulesetMark, ruleset: Ruleset) -> RulesetMark:
    contents = [version.plan.content_hash for version in ruleset.versions]
    return then if then.content in contents else RulesetMark(then.name, then.version, contents[-1])


def _changes(then: Record, rulesets: tuple[RulesetMark, ...]) -> Iterator[Change]:
    now = versions_now()
    for package in {**now, **then.versions}:
        was, is_now = then.versions.get(package, ""), now.get(package, "")
        if was != is_now:
            yield Change(PARTS.get(package, "package"), package, was, is_now)
    marks = {mark.name: mark for mark in rulesets}
    for mark in then.rulesets:
        other = marks[mark.name]
        if mark != other:
            yield Change("ruleset", mark.name, _words(mark), _words(other))


def _words(mark: RulesetMark) -> str:
    return f"{mark.content}{f' ({mark.version})' if mark.version else ''}"
