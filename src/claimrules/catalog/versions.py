"""Versions of one ruleset side by side: which is in force for an order is told by an event of it, never by today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final

from claimrules.compiler.pipeline import Compiled
from claimrules.core.plan import Plan
from claimrules.diagnostics.diagnostic import Diagnostic, Label, PolicyError
from claimrules.domain.facts import Facts
from claimrules.domain.instants import to_datetime
from claimrules.domain.types import NEVER, Event
from claimrules.evaluators.reference import evaluate
from claimrules.speech.phrases import phrase
from claimrules.text.span import Span

#: Between the name of a ruleset's file and the day from which an earlier version was in force.
MARK: Final = "@"
#: So many names are shown of files that are several rulesets.
_SHOWN: Final = 4


def files_of(path: Path) -> tuple[Path, ...]:
    """Return the files of all versions of a ruleset: of a folder all it holds, of a file those beside it (`shop@2024-01-01.claim`)."""
    if path.is_dir():
        return tuple(sorted(path.glob("*.claim")))
    stem = path.name.removesuffix(".claim").partition(MARK)[0]
    earlier = [] if MARK in path.name else sorted(path.parent.glob(f"{stem}{MARK}*.claim"))
    return (*earlier, path)


def in_order(versions: Sequence[Compiled]) -> tuple[Compiled, ...]:
    """Return versions of one ruleset, the earliest first.

    Raises:
        PolicyError: they are not of one name, or two of them are in force on one day (CR0504).
    """
    _refuse_several(versions)
    found = sorted(versions, key=lambda version: version.plan.in_force_from or date.min)
    faults = [fault for earlier, later in pairwise(found) if (fault := _overlap(earlier, later)) is not None]
    if faults:
        raise PolicyError(tuple(faults))
    return tuple(found)


def _refuse_several(versions: Sequence[Compiled]) -> None:
    """Refuse files that are several rulesets, as a folder of shops is: which of them is meant, nobody said."""
    heads = {version.plan.name: version.head.name.span for version in reversed(versions)}
    if len(heads) <= 1:
        return
    names = sorted(heads)
    shown = ", ".join(f"`{name}`" for name in names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
    first, second = (heads[name] for name in names[:2])
    words = f"these are {len(names)} rulesets, not versions of one: {shown}"
    help_words = f"name the file of one of them, as in {first.source.name}; versions of one ruleset have one name"
    raise PolicyError((Diagnostic("CR0504", words, Label(second, "another"), help_words, (Label(first, "one"),)),))


def _overlap(earlier: Compiled, later: Compiled) -> Diagnostic | None:
    ends, begins = earlier.plan.in_force_until, later.plan.in_force_from
    if begins is not None and ends is not None and ends < begins:
        return None
    words = f"two versions of `{later.plan.name}` are in force on one day"
    words += f": from {begins} on" if begins is not None else ""
    at, other = Label(_said_in(later), "the later"), Label(_said_in(earlier), "the earlier")
    return Diagnostic("CR0504", words, at, "let the earlier one end: in force from D until D by EVENT", (other,))


def _said_in(version: Compiled) -> Span:
    """Return where a version says when it is in force, or who it is."""
    head = version.head
    return head.in_force.span if head.in_force else head.name.span


def is_in_force(plan: Plan, facts: Facts) -> bool | None:
    """Tell whether a version is in force for a claim; None when that is not known."""
    value, is_known = evaluate(facts.values, 0)(plan.in_force)
    return bool(value) if is_known else None


def why(plan: Plan, facts: Facts, standing: bool | None) -> str:
    """Return in words why a version was taken, or that none is in force."""
    if plan.in_force_by is None:
        return ""
    instant = facts.values.get(plan.in_force_by)
    when = (
        to_datetime(instant - _ends_its_day(plan), plan.zone) if isinstance(instant, int) and instant != NEVER else None
    )
    if standing is None:
        return phrase(
            "it is not known when {event} was, so not whether this version is in force", event=plan.in_force_by
        )
    event, day = plan.in_force_by, when.date().isoformat() if when else ""
    if standing:
        known = phrase("{event} is {day}, which lies in its time", event=event, day=day)
        return known if day else phrase("{event} has not happened, which lies in its time", event=event)
    known = phrase("{event} is {day}: no version is in force then", event=event, day=day)
    return known if day else phrase("{event} has not happened: no version is in force then", event=event)


def _ends_its_day(plan: Plan) -> bool:
    """Tell whether the event that tells the version belongs at midnight to the day just over."""
    told_by = plan.vocabulary[plan.in_force_by or ""].type
    return isinstance(told_by, Event) and told_by.date_means_end
