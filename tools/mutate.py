"""Break the code of deadlines, one thing at a time, and see whether a test notices: `python -m tools.mutate`."""

from __future__ import annotations

import argparse
import ast
import csv
import importlib.util
import os
import resource
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Final

from tools.mutations import Mutant, in_functions_of, module_of, mutants

ROOT = Path(__file__).resolve().parent.parent
#: What is broken: modules, and functions of them that only make words or are not about time.
TARGETS: Final = (
    "deadlines/conventions", "deadlines/counting", "deadlines/days", "deadlines/ends", "deadlines/pauses",
    "deadlines/periods", "deadlines/rest", "domain/zones", "domain/calendars", "core/ops/time", "constructs/lowering",
    "constructs/moments/periods", "constructs/moments/points",
)  # fmt: skip
_LOWERING: Final = "constructs/moments/"
_NOT_TIME: Final = (
    "amount",
    "condition",
    "symbol",
    "says",
    "steps",
    "_mark",
    "__str__",
    "holidays_version",
    "citations",
)
#: The tests that must notice, and those of a module that are likely to do so first.
TESTS: Final = ("tests/unit/deadlines", "tests/unit/domain/test_zones.py")
FIRST: Final = {
    "counting": ("rolling", "backwards", "looking_up", "counting"), "lowering": ("lowering", "windows"),
    "moments/periods": ("windows", "lowering"), "moments/points": ("points", "windows"), "zones": ("ends", "lowering"),
}  # fmt: skip
QUIET: Final = (
    "-x", "-q", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
#: So many seconds of computing a mutant may take; a loop that does not end is noticed by that.
SECONDS: Final = 40
REASONS: Final = ROOT / "tools" / "equivalent_mutants.txt"
LEAST: Final = 95


def main() -> None:
    """Break, test, report; end with 1 if too many changes go unnoticed."""
    asked = _arguments()
    made = [mutant for mutant in _mutants() if asked.only in mutant.key]
    if asked.again:
        former = Path(asked.again).read_text(encoding="utf-8")
        made = [mutant for mutant in made if f" {mutant.key}\n" in former]
    made = made[asked.part :: asked.parts]
    if asked.list:
        print("\n".join(f"{mutant.line:4} {mutant.key}" for mutant in made))
        return
    survivors = _survivors(made, asked.processes)
    reasons = equivalent()
    unexplained = [mutant for mutant in survivors if mutant.key not in reasons]
    killed = len(made) - len(survivors)
    share = 100 * killed / (len(made) or 1)
    print(
        f"{len(made)} mutants, {killed} killed, {len(survivors)} survived ({len(unexplained)} without a reason): {share:.1f} %"
    )
    for mutant in survivors:
        print(f"{mutant.path}:{mutant.line}  {mutant.key}\n    {reasons.get(mutant.key, 'no test noticed')}")
    sys.exit(share < LEAST or bool(unexplained))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only mutants whose name holds this text")
    parser.add_argument("--again", default="", metavar="REPORT", help="only those that a former report names")
    parser.add_argument("--list", action="store_true", help="print the mutants and run nothing")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--part", type=int, default=0, help="of --parts, which one to run, from 0")
    parser.add_argument("--parts", type=int, default=1)
    return parser.parse_args()


def equivalent() -> dict[str, str]:
    """Return the mutants that change nothing anybody could see, with why."""
    lines = REASONS.read_text(encoding="utf-8").splitlines() if REASONS.exists() else []
    said = [line for line in lines if line and not line.startswith("#")]
    return dict(zip(said[::2], (line.strip() for line in said[1::2]), strict=True))


def _mutants() -> list[Mutant]:
    found: list[Mutant] = []
    for target in TARGETS:
        path = f"src/claimrules/{target}.py"
        is_wanted = in_functions_of("low") if target.startswith(_LOWERING) else _about_time
        found += mutants(path, (ROOT / path).read_text(encoding="utf-8"), is_wanted)
    return found


def _about_time(place: str, _node: object) -> bool:
    return place.rsplit(".", maxsplit=1)[-1] not in _NOT_TIME


def _survivors(made: list[Mutant], processes: int) -> list[Mutant]:
    """Return the mutants that no test notices; each is tried in a process of its own."""
    _warm_up()
    process = _begin(lambda: _is_noticed(Mutant(made[0].path, "", 0, "", 1, (ROOT / made[0].path).read_text("utf-8"))))
    if os.waitpid(process, 0)[1]:
        sys.exit("the tests fail although nothing is broken")
    running: dict[int, Mutant] = {}
    survivors: list[Mutant] = []
    waiting = iter(made)
    started = time.monotonic()
    for done in range(len(made)):
        while len(running) < processes and (mutant := next(waiting, None)):
            running[_begin(lambda mutant=mutant: _is_noticed(mutant))] = mutant
        process, ending = os.wait()
        mutant = running.pop(process)
        if ending == 0:
            survivors.append(mutant)
            print(f"survived: {mutant.path}:{mutant.line}  {mutant.key}", file=sys.stderr, flush=True)
        if done % 50 == 0:
            print(f"{done} of {len(made)} after {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return sorted(survivors, key=lambda mutant: (mutant.path, mutant.line))


def _warm_up() -> None:
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


def _begin(noticed: Callable[[], bool]) -> int:
    """Start a process that ends with 1 if a change is noticed, or takes too long, and with 0 if not."""
    process = os.fork()
    if process:
        return process
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    code = 1
    try:
        code = int(noticed())
    finally:
        os._exit(code)


def _is_noticed(mutant: Mutant) -> bool:
    import pytest

    _forget(module_of(mutant.path))
    sys.meta_path.insert(0, _Broken(module_of(mutant.path), mutant.source))
    stem = Path(mutant.path).stem if _LOWERING not in mutant.path else f"moments/{Path(mutant.path).stem}"
    own = [f"tests/unit/deadlines/test_{name}.py" for name in FIRST.get(stem, (stem,))]
    own = [path for path in own if (ROOT / path).exists()]
    return bool(own and pytest.main([*QUIET, *own])) or bool(pytest.main([*QUIET, *TESTS]))


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


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
