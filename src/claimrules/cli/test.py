"""`claimrules test PATH…`: run the cases of policy files, and say how much of the files they show."""

from __future__ import annotations

import json
import sys

import click
from attrs import define, field

from claimrules.api import load
from claimrules.cli.paths import policy_files
from claimrules.cli.screen import say, shown
from claimrules.diagnostics.diagnostic import Diagnostic, PolicyError
from claimrules.diagnostics.json_report import to_dict
from claimrules.testing.coverage import Coverage, coverage, percent_of
from claimrules.testing.run import CaseResult, run_cases


@define
class _Run:
    """What came of the files: cases, coverage, and the faults of those that could not be read."""

    results: list[CaseResult] = field(factory=list)
    coverages: list[Coverage] = field(factory=list)
    faults: list[Diagnostic] = field(factory=list)
    faulty: int = 0

    @property
    def failed(self) -> list[CaseResult]:
        """The cases that do not hold."""
        return [result for result in self.results if result.failures]


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--coverage", "is_covered", is_flag=True, help="Say which rules, outcomes and edges no case shows.")
@click.option("--fail-under", type=click.FloatRange(0, 100), metavar="PERCENT", help="Fail where the cases show less.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
def test(paths: tuple[str, ...], is_covered: bool, fail_under: float | None, shape: str) -> None:
    """Run the worked examples of policy files; folders are searched for .claim files.

    A file with faults has no examples that could run: its faults are shown, and the other files are tried all the same.
    """
    run = _run(paths, is_covered=is_covered or fail_under is not None)
    if shape == "json":
        click.echo(json.dumps(_plain(run), ensure_ascii=False, indent=2))
    else:
        _say(run, is_covered=is_covered)
    percent = percent_of(run.coverages)
    is_under = fail_under is not None and percent < fail_under
    if is_under:
        say(f"the cases show {percent:.1f}%, which is less than {fail_under:g}%", to_errors=True)
    sys.exit(1 if run.failed or run.faulty or is_under else 0)


def _run(paths: tuple[str, ...], *, is_covered: bool) -> _Run:
    run = _Run()
    for path in policy_files(paths):
        try:
            ruleset = load(path)
        except PolicyError as error:
            run.faults += error.diagnostics
            run.faulty += 1
            continue
        results = run_cases(ruleset)
        run.results += results
        if is_covered:
            run.coverages.append(coverage(ruleset, results))
    run.faults = list(dict.fromkeys(run.faults))
    return run


def _say(run: _Run, *, is_covered: bool) -> None:
    if run.faults:
        say(shown(tuple(run.faults)), to_errors=True)
    for result in run.failed:
        say(f"{result}\n")
    if is_covered:
        say("".join(f"{one}\n\n" for one in run.coverages if one.shown or one.missing) + _share(run) + "\n")
    unread = f", {run.faulty} file{'' if run.faulty == 1 else 's'} with faults" if run.faulty else ""
    click.echo(f"{len(run.results) - len(run.failed)} passed, {len(run.failed)} failed{unread}")


def _share(run: _Run) -> str:
    return f"altogether the cases show {percent_of(run.coverages):.1f}%"


def _plain(run: _Run) -> dict[str, object]:
    cases = [
        {"name": r.name, "at": r.place, "passed": not r.failures, "failures": [*r.failures], "why": [*r.why]}
        for r in run.results
    ]
    failed = len(run.failed)
    return {
        "passed": len(cases) - failed,
        "failed": failed,
        "faults": [to_dict(fault) for fault in run.faults],
        "cases": cases,
        "coverage": [one.to_dict() for one in run.coverages],
        "percent": round(percent_of(run.coverages), 1) if run.coverages else None,
    }
