"""For people who write rulesets: run their cases, draw claims at the edges of their windows, check their deadlines.

Drawing claims needs Hypothesis: `pip install claimrules[testing]`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimrules.testing.check import check_deadlines
    from claimrules.testing.drawn import DrawnClaim
    from claimrules.testing.run import CaseResult, run_cases
    from claimrules.testing.strategies import claims

_HOMES = {
    "CaseResult": "run",
    "DrawnClaim": "drawn",
    "check_deadlines": "check",
    "claims": "strategies",
    "run_cases": "run",
}

__all__ = ["CaseResult", "DrawnClaim", "check_deadlines", "claims", "run_cases"]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: Hypothesis is loaded only by those who draw claims."""
    if name not in _HOMES:
        raise AttributeError(f"module 'claimrules.testing' has no attribute {name!r}")
    try:
        module = import_module(f"claimrules.testing.{_HOMES[name]}")
    except ModuleNotFoundError as error:
        if error.name == "hypothesis":
            words = f"`claimrules.testing.{name}` needs Hypothesis: pip install 'claimrules[testing]'"
            raise ModuleNotFoundError(words, name=error.name) from error
        raise
    return getattr(module, name)
