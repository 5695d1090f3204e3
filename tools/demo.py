"""Decide three real claims on AliExpress and show the screens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLAIMS = (
    ("It never arrived, and the promised day is over", "never_arrived", "2026-03-22T12:00+09:00"),
    ("It arrived broken, it is day 14, and the seller is silent", "broken_on_day_14", "2026-04-01T10:30+02:00"),
    ("A change of mind, after opening the box", "opened_change_of_mind", "2026-03-20T12:00+09:00"),
)


def main() -> None:
    """Show each claim's title, command and decision."""
    colour = {"FORCE_COLOR": "1"} if sys.stdout.isatty() else {}
    for title, name, at in CLAIMS:
        command = [
            "claimrules",
            "decide",
            "marketplaces.aliexpress",
            f"rulesets/examples/claims/{name}.json",
            "--at",
            at,
        ]
        print(f"\n{title}\n$ {' '.join(command)}\n", flush=True)
        run = [sys.executable, "-m", *command]
        subprocess.run(run, check=True, cwd=ROOT, env=os.environ | colour)


if __name__ == "__main__":
    main()
