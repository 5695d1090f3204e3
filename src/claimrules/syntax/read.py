"""A file's bytes → a source, or the reason why they are no policy text."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path

from claimrules.diagnostics.diagnostic import Diagnostic, Label, PolicyError
from claimrules.syntax.limits import LONGEST_FILE
from claimrules.text.source import Source
from claimrules.text.span import Span


def read_source(path: Path, name: str) -> Source:
    """Return the text of a file.

    Raises:
        PolicyError: it cannot be read, is too large (CR0103), not UTF-8 (CR0102) or empty (CR0101).
    """
    try:
        if path.stat().st_size > LONGEST_FILE:
            raise _fault(
                "CR0103", f"the file is larger than {LONGEST_FILE:,} bytes", name, "split it by product category"
            )
        data = path.read_bytes()
    except OSError as error:
        raise _fault("CR0204", f"`{name}` cannot be read: {error.strerror}", name, "") from None
    return decode(data, name)


def decode(data: bytes, name: str) -> Source:
    """Return bytes as a source.

    Raises:
        PolicyError: not UTF-8 (CR0102) or empty (CR0101).
    """
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        words = f"the byte 0x{data[error.start]:02X} is not text in UTF-8"
        raise _unreadable(words, name, data, error.start) from None
    if "\0" in text:
        raise _unreadable("the file holds binary data, not text", name, data, data.index(b"\0"))
    if not text.strip():
        raise _fault("CR0101", "the file is empty", name, 'begin with: ruleset my_shop.returns "Returns at my shop"')
    return Source(name, text)


def _unreadable(message: str, name: str, data: bytes, index: int) -> PolicyError:
    """Return the fault of a byte that is no text: its line and column, and what of the line can be read."""
    before, rest = data[:index].decode("utf-8", "replace"), data[index + 1 :].partition(b"\n")[0]
    source = Source(name, f"{before}\ufffd{rest.decode('utf-8', 'replace')}")
    at = Label(Span(source, len(before), len(before) + 1), "this byte")
    return PolicyError((Diagnostic("CR0102", message, at, "save the file as UTF-8 text"),))


def _fault(code: str, message: str, name: str, help: str) -> PolicyError:
    return PolicyError((Diagnostic(code, message, Label(Span(Source(name, ""), 0, 0)), help),))
