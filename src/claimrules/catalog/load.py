"""Name or path → compiled ruleset."""

from __future__ import annotations

from pathlib import Path

from claimrules.catalog.versions import files_of, in_order
from claimrules.compiler.pipeline import Compiled, compile_file
from claimrules.diagnostics.diagnostic import Diagnostic, Label, PolicyError
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.syntax.library import find, shipped_names
from claimrules.text.source import Source
from claimrules.text.span import Span


def locate(name_or_path: str | Path) -> Path:
    """Return the file of a shipped ruleset's name (whole, or its last word where only one has it) or of a path.

    Raises:
        PolicyError: there is none (CR0204).
    """
    path = Path(name_or_path)
    if path.is_file() or (path.is_dir() and any(path.glob("*.claim"))):
        return path
    name = str(name_or_path)
    if path.suffix != ".claim" and "/" not in name and "\\" not in name:
        full = [shipped for shipped in shipped_names() if shipped == name or shipped.rpartition(".")[2] == name]
        found = find(full[0]) if len(full) == 1 else None
        if found is not None:
            return found
    help_words = _own_file(name) or did_you_mean(name, shipped_names()) or "`claimrules rulesets` lists what ships"
    label = Label(Span(Source(name, ""), 0, 0))
    raise PolicyError((Diagnostic("CR0204", f"there is no ruleset `{name}`", label, help_words),))


def _own_file(name: str) -> str:
    """Return help for who gave the name of a ruleset of their own, which is found by its file."""
    path = Path(f"{name.replace('.', '/')}.claim")
    is_there = "/" not in name and "\\" not in name and path.is_file()
    return f"name the file of a ruleset of your own: {path}" if is_there else ""


def load_versions(name_or_path: str | Path) -> tuple[Compiled, ...]:
    """Return every version of a ruleset, compiled, the earliest first.

    Raises:
        PolicyError: there is none, the text of one has faults, or two are in force on one day.
    """
    return in_order([compile_file(path) for path in files_of(locate(name_or_path))])
