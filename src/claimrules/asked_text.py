"""The policy text that a question about one deadline is put in, and its faults shown where they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve, field, frozen

from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.diagnostic import Diagnostic, Label, PolicyError
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.calendars import is_place
from claimrules.domain.zones import is_zone
from claimrules.syntax.library import shipped_conventions
from claimrules.syntax.split import split
from claimrules.text.source import Source
from claimrules.text.span import Origin, Span

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


@frozen
class Part:
    """A stretch of the text.

    Args:
        text: what stands there.
        typed: what the user wrote there, word for word; without it, faults in the part are shown at `instead`.
        instead: the place of such faults.
    """

    text: str
    typed: Span | None = None
    instead: Span | None = field(default=None, eq=False)


def text_of(parts: tuple[Part, ...]) -> str:
    """Return the whole text."""
    return "".join(part.text for part in parts)


def faults_where_typed(error: PolicyError, name: str, parts: tuple[Part, ...]) -> PolicyError:
    """Return the same faults, each at the place in what the user wrote that it is about."""

    def moved(origin: Origin) -> Origin:
        if not isinstance(origin, Span) or origin.source.name != name:
            return origin
        return _typed(origin, parts) or origin

    def shown(fault: Diagnostic) -> Diagnostic:
        others = tuple(evolve(label, origin=moved(label.origin)) for label in fault.secondary)
        return evolve(fault, primary=evolve(fault.primary, origin=moved(fault.primary.origin)), secondary=others)

    return PolicyError(tuple(dict.fromkeys(shown(fault) for fault in error.diagnostics)))


def _typed(origin: Span, parts: tuple[Part, ...]) -> Span | None:
    base = 0
    for part in parts:
        end = base + len(part.text)
        if base <= origin.start < end or (part is parts[-1] and origin.start >= end):
            if part.typed is None:
                return part.instead
            start = part.typed.start + min(origin.start - base, len(part.text))
            return Span(part.typed.source, start, max(start, min(origin.end - base + part.typed.start, part.typed.end)))
        base = end
    return None


def whole(name: str, text: str) -> Span:
    """Return all of something the user wrote."""
    return Span(Source(name, text), 0, len(text))


def check_expression(expression: str) -> Span:
    """Return the expression as the user wrote it.

    Raises:
        PolicyError: it holds another declaration, or text that cannot be cut into words.
    """
    before = "window asked =\n"
    collector = Collector()
    pieces = split(Source("expression", before + expression), collector)
    typed = whole("expression", expression)
    parts = (Part(before, instead=typed), Part(expression, typed))
    if not expression.strip():
        collector.report("CR0105", "the expression is empty", typed, "say a time, as in: 14 days after 2026-03-10")
    if len(pieces) > 1:
        words = f"`{pieces[1].keyword}` begins another declaration; here stands one time"
        at = pieces[1].span
        at = Span(at.source, at.start, at.start + len(pieces[1].keyword))
        collector.report("CR0105", words, at, "write the declaration into a ruleset and name it with --within")
    try:
        collector.raise_if_any()
    except PolicyError as error:
        raise faults_where_typed(error, "expression", parts) from None
    return typed


def check_options(counting: str | None, timezone: str | None, place: str | None, calendars: frozenset[str]) -> None:
    """Check what the user gave beside the expression.

    Raises:
        PolicyError: a fault of each option that cannot be right, whatever is declared.
    """
    faults = tuple(_option_faults(counting, timezone, place, calendars))
    if faults:
        raise PolicyError(faults)


def _option_faults(
    counting: str | None, timezone: str | None, place: str | None, calendars: frozenset[str]
) -> Iterator[Diagnostic]:
    if counting is not None and not _NAME.fullmatch(counting):
        help_words = did_you_mean(counting, shipped_conventions()) or "as in: kr_civil_act"
        yield _fault("CR0201", f"there is no convention `{counting}`", "--counting", counting, help_words)
    if timezone is not None and not is_zone(timezone):
        yield _fault("CR0305", f"there is no time zone `{timezone}`", "--timezone", timezone, "as in: Asia/Seoul")
    if place is not None and not is_place(place) and place not in calendars:
        help_words = "a country or part of one by ISO 3166, as in KR or DE-BY, or a calendar of the --within ruleset"
        yield _fault("CR0305", f"no holidays are known of `{place}`", "--place", place, help_words)


def _fault(code: str, message: str, option: str, value: str, help: str) -> Diagnostic:
    return Diagnostic(code, message, Label(whole(option, value)), help)
