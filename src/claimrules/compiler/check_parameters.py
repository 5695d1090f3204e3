"""Resolved file → every parameter it uses has a value for every order the ruleset is in force for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimrules.compiler.build import File
from claimrules.compiler.parts import parts_in
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.parameter import Parameter
from claimrules.constructs.literals import NO_DATE
from claimrules.constructs.scope import Scope
from claimrules.diagnostics.collector import Collector
from claimrules.text.span import Span


def check_parameters(file: File, scope: Scope) -> None:
    """Report parameters of several values where no event tells which holds, and orders from before the first value."""
    if file.ruleset is None:
        return
    force, collector = file.ruleset.in_force, scope.collector
    for name in _used(file, scope):
        parameter = scope.parameters[name.text]
        first = parameter.values[0].start
        if _is_undated(parameter.span, collector) or (force is not None and _is_undated(force.span, collector)):
            continue
        if force is None and len(parameter.changes) > 1 and not collector.has_unread("ruleset"):
            words = f"`{name}` has several values, and the ruleset does not say by which event one holds"
            help_words = f"add to the ruleset: in force from {first} by placed"
            collector.report("CR0410", words, name.span, help_words)
        elif force is not None and force.start < first:
            words = f"`{name}` has no value before {first}, but the ruleset is in force from {force.start}"
            collector.report("CR0411", words, name.span, "give its earlier value, or begin later")


def _is_undated(span: Span, collector: Collector) -> bool:
    """Tell whether a date in a stretch of text does not exist, so that nothing follows from what stands for it."""
    return collector.has_fault_in(span, NO_DATE)


def _used(file: File, scope: Scope) -> Iterator[Name]:
    seen: set[str] = set()
    for node in file.nodes:
        for part in parts_in(node) if not isinstance(node, Parameter) else ():
            if _is_use(part, scope) and part.text not in seen:
                seen.add(part.text)
                yield part


def _is_use(part: Any, scope: Scope) -> bool:
    return isinstance(part, Name) and part.text in scope.parameters
