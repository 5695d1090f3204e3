"""Name or path → compiled ruleset."""

from __future__ import annotations

from pathlib import Path

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
    if path.is_file():
        return path
    name = str(name_or_path)
    if path.suffix != ".claim" and "/" not in name and "\\" not in name:
        full = [shipped for shipped in shipped_names() if shipped == name or shipped.rpartition(".")[2] == name]
        found = find(full[0]) if len(full) == 1 else None
        if found is not None:
            return found
    help_words = did_you_mean(name, shipped_names()) or "`claimrules rulesets` lists what ships"
    label = Label(Span(Source(name, ""), 0, 0))
    raise PolicyError((Diagnostic("CR0204", f"there is no ruleset `{name}`", label, help_words),))


def load_compiled(name_or_path: str | Path) -> Compiled:
    """Return a compiled ruleset.

    Raises:
        PolicyError: there is none, or its text has faults.
    """
    return compile_file(locate(name_or_path))
