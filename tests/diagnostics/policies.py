"""A policy that is right, and ways to look at what is wrong with one that is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimrules.compiler.pipeline import compile_source
from claimrules.diagnostics.diagnostic import Diagnostic, PolicyError
from claimrules.diagnostics.json_report import to_dict, to_github
from claimrules.diagnostics.text_report import render
from claimrules.text.source import Source
from claimrules.text.span import Span

HEAD = """ruleset my_shop.returns "Returns at my shop"
  counting plain_days
  timezone "Asia/Seoul"
  currency KRW
  rounding half_up

use vocabulary.commerce

source terms "Terms of sale" dated 2026-01-01 checked 2026-11-23
"""
RULE = """
window return_time = 7 days after delivered
rule return "Return"
  when claim.reason is change_of_mind
  within return_time
  grant full_refund with return
  cite terms "section 4"
"""
RIGHT = HEAD + RULE


def faults(text: str, name: str = "shop.claim", beside: Path | None = None) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with a policy that must be wrong; each fault can be shown in every format."""
    with pytest.raises(PolicyError) as caught:
        compile_source(Source(name, text), beside)
    for fault in caught.value.diagnostics:
        assert_shown(fault)
    return caught.value.diagnostics


def faults_if_any(text: str) -> tuple[str, ...]:
    """Return the codes of what is wrong with a policy, none where it is right."""
    try:
        compile_source(Source("shop.claim", text))
    except PolicyError as error:
        return tuple(fault.code for fault in error.diagnostics)
    return ()


def assert_shown(fault: Diagnostic) -> None:
    """Assert that a fault has a place inside its text and can be shown in every format."""
    at = fault.primary.origin
    assert isinstance(at, Span)
    assert 0 <= at.start <= len(at.source.text)
    assert render(fault).startswith(f"error[{fault.code}]: ")
    assert json.loads(json.dumps(to_dict(fault)))["at"]["line"] == at.line
    assert to_github(fault).count("\n") == 0


def fault_of(text: str) -> tuple[str, str, str]:
    """Return the one fault of a policy: its code, the text underlined, and the help."""
    (fault,) = faults(text)
    at = fault.primary.origin
    assert isinstance(at, Span)
    return fault.code, at.text, fault.help
