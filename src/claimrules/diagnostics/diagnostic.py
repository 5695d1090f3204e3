"""One thing that is wrong: code, place, what was expected and found, how to put it right."""

from __future__ import annotations

from attrs import frozen

from claimrules.diagnostics.codes import CODES, severity_of
from claimrules.text.span import Origin


@frozen
class Label:
    """A place and words about it."""

    origin: Origin
    words: str = ""


@frozen
class Diagnostic:
    """One fault, with its place.

    Args:
        code: one of `CODES`.
        message: lower case, no full stop, what is wrong in words of the policy.
        primary: where it is wrong.
        help: how to put it right, if that can be said.
        secondary: other places that matter (the first of two declarations of one name).
    """

    code: str
    message: str
    primary: Label
    help: str = ""
    secondary: tuple[Label, ...] = ()

    @property
    def title(self) -> str:
        """The general words for the code."""
        return CODES[self.code]

    @property
    def severity(self) -> str:
        """`error`, or `warning` for what may be meant but hardly is."""
        return severity_of(self.code)

    def __str__(self) -> str:
        return f"{self.primary.origin}: {self.severity}[{self.code}]: {self.message}"


class _Fault(Exception):
    """Bad input, carrying every diagnostic that was found."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


class PolicyError(_Fault):
    """A policy text is wrong; `diagnostics` is a tuple of all that was found."""


class FactsError(_Fault):
    """Facts are wrong; `diagnostics` is a tuple of all that was found."""


class RecordError(_Fault):
    """A record cannot be replayed; `diagnostics` is a tuple of all that was found."""
