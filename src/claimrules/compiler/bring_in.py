"""File → the same file with what it inherits, and the files it draws on: extended, used, and counted with."""

from __future__ import annotations

from pathlib import Path

from claimrules.compiler.build import File, Use, Window, build
from claimrules.compiler.inherit import inherit
from claimrules.constructs.construct import Name
from claimrules.constructs.declarations.convention import ConventionNode
from claimrules.constructs.scope import PARENT
from claimrules.diagnostics.collector import Collector
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.syntax.library import CONVENTIONS, find, shipped_names
from claimrules.syntax.read import read_source


def brought_in(file: File, collector: Collector, beside: Path | None) -> tuple[File, dict[str, File]]:
    """Return a file with what it inherits, and by name the files it draws on; what cannot be found is reported."""
    used: dict[str, File] = {}
    own_name = file.ruleset.name.text if file.ruleset else ""
    file = _inherited(file, used, (own_name,), collector, beside)
    _bring_in(_wanted(file), used, (own_name,), collector, beside)
    return file, used


def _inherited(
    file: File, used: dict[str, File], path: tuple[str, ...], collector: Collector, beside: Path | None
) -> File:
    """Return a file with what it inherits from the ruleset it extends, and that from its own."""
    extends = file.ruleset.extends if file.ruleset else None
    if extends is None:
        return file
    found = _opened(extends, path, collector, beside)
    if found is None:
        for kind in ("ruleset", PARENT):
            collector.leave_open(kind)
        return file
    used[extends.text] = found
    parent = _inherited(found, used, (*path, extends.text), collector, beside)
    _bring_in(_wanted(found), used, (*path, extends.text), collector, beside)
    return inherit(file, parent, collector)


def _opened(name: Name, path: tuple[str, ...], collector: Collector, beside: Path | None) -> File | None:
    """Return the file of a name, or None after reporting that there is none, or that it is used in a circle."""
    if name.text in path:
        words = f"`{name}` is used in a circle: {' → '.join((*path, name.text))}"
        collector.report("CR0503", words, name.span, "remove one `use` or `extends`")
        return None
    found = find(name.text, beside)
    if found is None:
        help_words = did_you_mean(name.text, shipped_names())
        collector.report("CR0204", f"there is no ruleset `{name}`", name.span, help_words)
        return None
    return build(read_source(found, str(found)), collector)


def _wanted(file: File) -> list[Name]:
    wanted = [use.name for use in file.of(Use)]
    counting = file.ruleset.counting if file.ruleset else None
    conventions = {node.name.text for node in file.of(ConventionNode)}
    names = [window.counting for window in file.of(Window)] + [counting]
    names += [node.like for node in file.of(ConventionNode)]
    named = {name.text for name in wanted}
    for name in names:
        if name is None or name.text in conventions or f"{CONVENTIONS}{name}" in named:
            continue
        if find(f"{CONVENTIONS}{name}") is not None:
            wanted.append(Name(f"{CONVENTIONS}{name}", name.span))
    return wanted


def _bring_in(
    names: list[Name], used: dict[str, File], path: tuple[str, ...], collector: Collector, beside: Path | None
) -> None:
    for name in names:
        file = None if name.text in used else _opened(name, path, collector, beside)
        if file is not None:
            used[name.text] = file
            _bring_in(_wanted(file), used, (*path, name.text), collector, beside)
