"""Print what import, loading and deciding cost: CPU milliseconds and microseconds, medians of several runs."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLAIM = ROOT / "rulesets" / "examples" / "claims" / "never_arrived.json"
AT = datetime.fromisoformat("2026-04-10T12:00+09:00")
_TIMED = "import time; start = time.process_time(); {code}; print((time.process_time() - start) * 1000)"
_LOAD = "import claimrules; claimrules.load('marketplaces.aliexpress')"


def fresh(code: str, runs: int = 7) -> float:
    """Return the median CPU milliseconds of code in fresh processes."""
    command = [sys.executable, "-c", _TIMED.format(code=code)]
    return statistics.median(
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(runs)
    )


def again(runs: int = 5) -> float:
    """Return the median CPU milliseconds of loading again in one process."""
    import claimrules

    claimrules.load("marketplaces.aliexpress")
    times = []
    for _ in range(runs):
        start = time.process_time()
        claimrules.load("marketplaces.aliexpress")
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def decision(runs: int = 200) -> float:
    """Return the median CPU microseconds of one decision, facts read from a dict."""
    import claimrules

    ruleset = claimrules.load("marketplaces.aliexpress")
    facts = json.loads(CLAIM.read_text(encoding="utf-8"))
    times = []
    for _ in range(runs):
        start = time.process_time_ns()
        ruleset.decide(facts, at=AT)
        times.append((time.process_time_ns() - start) / 1000)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    print(f"import claimrules               {fresh('import claimrules'):10.1f} ms CPU, fresh process")
    print(f"load marketplaces.aliexpress    {fresh(_LOAD):10.1f} ms CPU, fresh process, import included")
    print(f"load it again                   {again():10.1f} ms CPU, same process")
    print(f"one decision                    {decision():10.1f} µs CPU")


if __name__ == "__main__":
    main()
