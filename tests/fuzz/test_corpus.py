"""The texts that fuzzing found worth keeping: nothing but a PolicyError comes of any of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimrules import PolicyError
from claimrules.compiler.pipeline import compile_source
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.formatting.format import format_text
from claimrules.text.source import Source

CORPUS = sorted(path for folder in ("corpus", "findings") for path in (Path(__file__).parent / folder).glob("*"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_no_text_does_more_than_be_refused(path: Path) -> None:
    """Check and format return, or say what is wrong with the text."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    refused = [refusal(text, pass_over) for pass_over in (check, format_text)]
    assert all(faults is None or faults for faults in refused)


def check(text: str) -> object:
    """Compile a text."""
    return compile_source(Source("fuzz.claim", text))


def refusal(text: str, pass_over: Callable[[str], object]) -> tuple[Diagnostic, ...] | None:
    """Return why a text is refused, or None where it is not."""
    try:
        pass_over(text)
    except PolicyError as error:
        return error.diagnostics
    return None
