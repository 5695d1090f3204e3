"""What a lint rule is: its code, its words, a bad and a good example, and how it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from claimrules.diagnostics.diagnostic import Diagnostic, Label
from claimrules.lint.subject import Subject
from claimrules.text.span import Span


@frozen
class LintRule:
    """One thing that may be meant but hardly is; everything about it stands in its own file.

    Args:
        code: its code, of the band CR07 or CR08.
        name: its name, in a few words.
        words: one sentence that says what it finds.
        bad: a policy text that it finds something in.
        good: the same, put right.
        check: yields what it finds in a file.
    """

    code: str
    name: str
    words: str
    bad: str
    good: str
    check: Callable[[Subject], Iterator[Diagnostic]]


def warning(code: str, message: str, at: Span, help: str, *also: tuple[Span, str], words: str = "") -> Diagnostic:
    """Return one finding, with the other places that matter."""
    return Diagnostic(code, message, Label(at, words), help, tuple(Label(span, said) for span, said in also))
