"""pytest × `.claim` files → each case a test; `claimrules_cases = false` in pytest's settings leaves them alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from claimrules.api import Ruleset
    from claimrules.constructs.declarations.case import Case
    from claimrules.testing.run import CaseResult

_SETTING = "claimrules_cases"


class CaseFailed(Exception):
    """A case does not hold; `result` says what was expected, what was found, and why."""

    def __init__(self, result: CaseResult) -> None:
        super().__init__(result.name)
        self.result = result


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the setting that leaves policy files alone."""
    parser.addini(_SETTING, "Run the cases of .claim files as tests.", type="bool", default=True)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ClaimFile | None:
    """Collect a policy file."""
    if file_path.suffix != ".claim" or not parent.config.getini(_SETTING):
        return None
    return ClaimFile.from_parent(parent, path=file_path)


class ClaimFile(pytest.File):
    """A policy file with its cases."""

    def collect(self) -> Iterator[ClaimCase]:
        """Yield a test for each case; a second one of a title is numbered.

        Raises:
            pytest.Collector.CollectError: the file has faults.
        """
        from claimrules.api import load
        from claimrules.diagnostics.diagnostic import PolicyError
        from claimrules.diagnostics.text_report import render

        try:
            ruleset = load(self.path)
        except PolicyError as error:
            raise self.CollectError("\n\n".join(map(render, error.diagnostics))) from None
        seen: Counter[str] = Counter()
        for case in ruleset.cases:
            seen[case.title] += 1
            name = case.title if seen[case.title] == 1 else f"{case.title} ({seen[case.title]})"
            yield ClaimCase.from_parent(self, name=name, case=case, ruleset=ruleset)


class ClaimCase(pytest.Item):
    """A worked example as a test."""

    def __init__(self, *, case: Case, ruleset: Ruleset, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._case = case
        self._ruleset = ruleset

    def runtest(self) -> None:
        """Decide the case.

        Raises:
            CaseFailed: the decision is not what the case expects.
        """
        from claimrules.testing.run import run_case

        result = run_case(self._case, self._ruleset)
        if result.failures:
            raise CaseFailed(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return the words that `claimrules test` has for a failure."""
        if isinstance(excinfo.value, CaseFailed):
            return str(excinfo.value.result)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the file, the line counted from 0, and the title."""
        return self.path, self._case.span.line - 1, f"case: {self.name}"
