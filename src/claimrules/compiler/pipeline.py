"""Source → plan: the passes in order."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from claimrules.compiler.assemble import assemble
from claimrules.compiler.build import Case, File, build
from claimrules.compiler.check import check
from claimrules.compiler.resolve import Resolved, resolve
from claimrules.constructs.declarations.ruleset import Ruleset
from claimrules.core.plan import Plan
from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.diagnostic import Diagnostic, PolicyError
from claimrules.syntax.read import read_source
from claimrules.text.source import Source


@frozen
class Compiled:
    """A plan with its worked examples, and the head of the file it was made of, which has its places in the text."""

    plan: Plan
    cases: tuple[Case, ...]
    head: Ruleset


def _checked(source: Source, beside: Path | None) -> Resolved:
    collector = Collector()
    file: File = build(source, collector)
    resolved = resolve(file, collector, beside)
    check(resolved)
    collector.raise_if_any()
    return resolved


def compile_source(source: Source, beside: Path | None = None) -> Compiled:
    """Return the plan of a policy text.

    Args:
        source: the text.
        beside: a folder where used rulesets are looked for, after those that ship.

    Raises:
        PolicyError: with every fault of the text.
    """
    resolved = _checked(source, beside)
    return Compiled(assemble(resolved), resolved.file.of(Case), resolved.file.of(Ruleset)[0])


def compile_file(path: Path) -> Compiled:
    """Return the plan of a file.

    Raises:
        PolicyError: with every fault of the file.
    """
    return compile_source(read_source(path, str(path)), path.resolve().parent)


def checked_file(path: Path) -> Resolved:
    """Return a file with its scope, for tools that look at what was written.

    Raises:
        PolicyError: with every fault of the file.
    """
    return _checked(read_source(path, str(path)), path.resolve().parent)


def check_file(path: Path) -> tuple[Diagnostic, ...]:
    """Return every fault of a file; none when it is right."""
    try:
        checked_file(path)
    except PolicyError as error:
        return error.diagnostics
    return ()
