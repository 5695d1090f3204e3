"""A process in which one module is broken, and the tests that must notice."""

from __future__ import annotations

import ast
import csv
import importlib.util
import os
import resource
import signal
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Final

from tools.mutations import Mutant, module_of

ROOT: Final = Path(__file__).resolve().parent.parent
LOWERING: Final = "constructs/moments/"
#: The tests that must notice, and those of a module that are likely to do so first.
TESTS: Final = (
    "tests/unit/deadlines", "tests/unit/domain/test_zones.py", "tests/unit/catalog", "tests/unit/constructs",
)  # fmt: skip
FIRST: Final = {
    "counting": ("rolling", "backwards", "looking_up", "counting"), "lowering": ("lowering", "intervals", "windows", "lengths_by_date"),
    "time_context": ("lowering", "several_options", "intervals", "windows"), "interval": ("intervals", "windows"), "where": ("lowering",),
    "moments/kinds": ("windows", "pauses_and_places", "lengths_by_date", "several_options"),
    "moments/modified": ("windows", "pauses_and_places", "several_options", "intervals", "lowering"),
    "moments/periods": ("intervals", "windows", "lowering"), "moments/points": ("points", "windows"),
    "moments/shifted": ("points", "windows"), "moments/extremes": ("points", "windows"), "zones": ("ends", "lowering"),
}  # fmt: skip
QUIET: Final = (
    "-x", "-q", "--assert=plain", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
#: So many seconds of computing a mutant may take; a loop that does not end is noticed by that.
SECONDS: Final = 40
#: How a process ends whose tests did not run the changed module.
_UNUSED: Final = 3
#: And so much memory.
BYTES: Final = 2_000_000_000


class UnusedError(Exception):
    """The tests ran another module than the changed one."""


def warm_up() -> None:
    """Import what is not broken once, before the processes part."""
    for name in (
        "click.testing",
        "hypothesis.strategies",
        "lark",
        "pytest",
        "claimrules.cli",
        "claimrules.deadline_of",
    ):
        import_module(name)
    holidays = import_module("holidays")
    with (ROOT / "tests/data/deadlines.csv").open(encoding="utf-8", newline="") as table:
        for country in {row["place"][:2] for row in csv.DictReader(table)} - {""}:
            holidays.country_holidays(country, years=2026)


@cache
def _imports() -> dict[str, frozenset[str]]:
    """Return what each module of the package imports, by name."""
    found = {}
    for path in (ROOT / "src").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
        names = {f"{node.module}.{alias.name}" for node in froms for alias in node.names}
        found[module_of(str(path.relative_to(ROOT)))] = frozenset(names | {str(node.module) for node in froms})
    return found


def _forget(name: str) -> None:
    """Take a module, and all that build on it, out of memory, so that they are imported anew."""
    stale = {name}
    while more := {module for module, used in _imports().items() if used & stale} - stale:
        stale |= more
    for module in stale & {*sys.modules}:
        parent, _, own = module.rpartition(".")
        if own and hasattr(sys.modules.get(parent), own):
            delattr(sys.modules[parent], own)
    for module in stale:
        sys.modules.pop(module, None)


def begin(tries: Callable[[], bool]) -> int:
    """Start a process that ends with 1 if a change is noticed, or takes too long, and with 0 if not."""
    process = os.fork()
    if process:
        return process
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    code = 1
    try:
        code = int(tries())
    except UnusedError:
        code = _UNUSED
    finally:
        os._exit(code)


def noticed(ending: int) -> bool:
    """Tell from how a process ended whether it noticed the change.

    Raises:
        ChildProcessError: it was killed by something else than its own limits, or the tests did not run the changed
            module, so that nothing is known.
    """
    if os.WIFEXITED(ending) and os.WEXITSTATUS(ending) == _UNUSED:
        raise ChildProcessError("the tests ran another module than the changed one")
    if os.WIFEXITED(ending):
        return os.WEXITSTATUS(ending) != 0
    if os.WTERMSIG(ending) == signal.SIGXCPU:
        return True
    raise ChildProcessError(f"a broken process was killed by signal {os.WTERMSIG(ending)}")


def is_noticed(mutant: Mutant) -> bool:
    """Tell whether a test notices a change; the process is of no use afterwards."""
    import pytest

    _forget(module_of(mutant.path))
    sys.meta_path.insert(0, _Broken(module_of(mutant.path), mutant.source))
    stem = Path(mutant.path).stem if LOWERING not in mutant.path else f"moments/{Path(mutant.path).stem}"
    own = [f"tests/unit/deadlines/test_{name}.py" for name in FIRST.get(stem, (stem,))]
    own = [path for path in own if (ROOT / path).exists()]
    found = bool(own and pytest.main([*QUIET, *own])) or bool(pytest.main([*QUIET, *TESTS]))
    if not found and not isinstance(sys.modules[module_of(mutant.path)].__loader__, _Broken):
        raise UnusedError
    return found


class _Broken(MetaPathFinder, Loader):
    """Finds one module, with its text changed; all others are found as usual."""

    def __init__(self, name: str, source: str) -> None:
        self._name, self._source = name, source

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Return the changed module, when it is asked for."""
        del path, target
        return importlib.util.spec_from_loader(fullname, self) if fullname == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed text as the module."""
        exec(compile(self._source, self._name, "exec"), module.__dict__)  # noqa: S102  # running changed code is the point
