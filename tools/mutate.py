"""Break the code of deadlines, one thing at a time, and see whether a test notices: `python -m tools.mutate`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import Final

from tools.broken import LOWERING, ROOT, begin, is_noticed, noticed, warm_up
from tools.mutations import Mutant, in_functions_of, mutants

#: What is broken: modules, and functions of them that only make words or are not about time.
TARGETS: Final = (
    "deadlines/conventions", "deadlines/counting", "deadlines/days", "deadlines/ends", "deadlines/pauses",
    "deadlines/periods", "deadlines/rest", "domain/zones", "domain/calendars", "core/ops/time",
    "constructs/interval", "constructs/lowering", "constructs/time_context", "constructs/where",
    "constructs/moments/kinds", "constructs/moments/modified", "constructs/moments/periods",
    "constructs/moments/extremes", "constructs/moments/points", "constructs/moments/shifted",
)  # fmt: skip
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
REASONS: Final = ROOT / "tools" / "equivalent_mutants.txt"
LEAST: Final = 95


def main() -> None:
    """Break, test, report; end with 1 if too many changes go unnoticed."""
    asked = _arguments()
    made = [mutant for mutant in all_mutants() if asked.only in mutant.key]
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


def all_mutants() -> list[Mutant]:
    """Return every change of every target."""
    found: list[Mutant] = []
    for target in TARGETS:
        path = f"src/claimrules/{target}.py"
        is_wanted = in_functions_of("low") if target.startswith(LOWERING) else _about_time
        found += mutants(path, (ROOT / path).read_text(encoding="utf-8"), is_wanted)
    return found


def _about_time(place: str, _node: object) -> bool:
    return place.rsplit(".", maxsplit=1)[-1] not in _NOT_TIME


def _survivors(made: list[Mutant], processes: int) -> list[Mutant]:
    """Return the mutants that no test notices; each is tried in a process of its own."""
    warm_up()
    process = begin(lambda: is_noticed(Mutant(made[0].path, "", 0, "", 1, (ROOT / made[0].path).read_text("utf-8"))))
    if os.waitpid(process, 0)[1]:
        sys.exit("the tests fail although nothing is broken")
    running: dict[int, Mutant] = {}
    survivors: list[Mutant] = []
    waiting = iter(made)
    started = time.monotonic()
    for done in range(len(made)):
        while len(running) < processes and (mutant := next(waiting, None)):
            running[begin(lambda mutant=mutant: is_noticed(mutant))] = mutant
        process, ending = os.wait()
        mutant = running.pop(process)
        if not noticed(ending):
            survivors.append(mutant)
            print(f"survived: {mutant.path}:{mutant.line}  {mutant.key}", file=sys.stderr, flush=True)
        if done % 50 == 0:
            print(f"{done} of {len(made)} after {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return sorted(survivors, key=lambda mutant: (mutant.path, mutant.line))


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
