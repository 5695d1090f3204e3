"""Where the computer stands changes no byte of a decision, nor of its record."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

import claimrules
from claimrules.testing.run import facts_of

ZONES = ("UTC", "Asia/Seoul", "America/Los_Angeles", "Pacific/Apia")
#: Decides every third case of the AliExpress ruleset and one deadline, and prints all as JSON, the records too.
PROGRAM = """
import json
import claimrules
from claimrules.testing.run import facts_of
ruleset = claimrules.load("aliexpress")
for case in ruleset.cases[::3]:
    decision = ruleset.decide(facts_of(case, ruleset), case.at)
    print(json.dumps(decision.to_dict(), sort_keys=True))
    print(decision.record().to_json())
found = claimrules.deadline("1 month after 2026-10-25T01:30+00:00", counting="de_bgb", timezone="Europe/Berlin", place="DE")
print(json.dumps(found.to_dict(), sort_keys=True), found)
"""


@cache
def output(zone: str, zone_files: str = "") -> bytes:
    """Return what the program prints on a computer of a zone, which may have zone files of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        check=True,
        env=os.environ | {"TZ": zone, "PYTHONHASHSEED": "random", "PYTHONTZPATH": zone_files},
    )
    return done.stdout


@pytest.mark.parametrize("zone", ZONES[1:])
def test_the_same_bytes_everywhere(zone: str) -> None:
    """Decisions under another `TZ`, and another order of hashes, are the same to the byte."""
    assert output(zone) == output("UTC")
    assert output("UTC").count(b"\n") > 20


def test_the_computers_own_zone_files_are_not_read(tmp_path: Path) -> None:
    """A computer that takes Los Angeles and Berlin for Seoul decides like any other."""
    seoul = files("tzdata").joinpath("zoneinfo/Asia/Seoul").read_bytes()
    for name in ("America/Los_Angeles", "Europe/Berlin"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(seoul)
    assert output("UTC", str(tmp_path)) == output("UTC")


def test_a_record_made_here_is_the_same_elsewhere(tmp_path: Path) -> None:
    """Another process, in another zone and with another order of hashes, decides a record again to the byte."""
    ruleset = claimrules.Stack(["aliexpress", "stores.base"])
    case = claimrules.load("aliexpress").cases[0]
    facts = facts_of(case, claimrules.load("aliexpress"))
    facts["claim"]["evidence"] = {"photo", "video", "chat_log"}
    path = tmp_path / "record.json"
    ruleset.decide(facts, case.at).record().write(path)
    for zone, seed in (("Pacific/Apia", "1"), ("Asia/Seoul", "2"), ("America/St_Johns", "0")):
        done = subprocess.run(
            [sys.executable, "-m", "claimrules", "replay", path, "--format", "record"],
            capture_output=True,
            check=True,
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONUTF8": "0"},
        )
        assert done.stdout == path.read_bytes()
