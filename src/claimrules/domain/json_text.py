"""JSON text → plain values, refusing what JSON leaves open: doubled keys, NaN, endless numbers."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import islice
from typing import Final

from attrs import define

from claimrules.diagnostics.diagnostic import Diagnostic, FactsError, Label
from claimrules.domain.fact_places import LIMIT, described
from claimrules.text.source import Source
from claimrules.text.span import Span

#: In characters, or bytes.
LARGEST: Final = 1_000_000
_MOST_DIGITS: Final = 100
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)


#: What is wrong, where, and how to put it right, if that can be said.
Fault = tuple[str, Span, str]


class NotJsonError(Exception):
    """A text is not JSON, or holds what JSON leaves open; `faults` has all that was found."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*(words for words, _, _ in faults))
        self.faults = faults


def parse_json(text: str | bytes, name: str) -> object:
    """Return the facts that a JSON text holds.

    Raises:
        FactsError: the text is not JSON, or holds what JSON leaves open; with line and column.
    """
    try:
        return read_json(text, name, "the facts are", LARGEST)
    except NotJsonError as error:
        found = tuple(Diagnostic("CR0601", words, Label(at), help) for words, at, help in error.faults)
        raise FactsError(found) from None


def read_json(text: str | bytes, name: str, subject: str, largest: int) -> object:
    """Return the value that a JSON text holds.

    Args:
        text: as text, or as bytes in UTF-8.
        name: what to call it in messages.
        subject: what sentences about it begin with, as in `the facts are`.
        largest: how large it may be, in characters or bytes.

    Raises:
        NotJsonError: the text is not JSON, or holds what JSON leaves open.
    """
    if len(text) > largest:
        raise NotJsonError((f"{subject} larger than {largest:,} characters", Span(Source(name, ""), 0, 0), ""))
    source = Source(name, _decoded(text, name, subject) if isinstance(text, bytes) else text.removeprefix("\ufeff"))
    watch = _Watch()
    try:
        value = watch.load(source.text)
    except json.JSONDecodeError as error:
        raise NotJsonError((_words(error), Span(source, error.pos, error.pos + 1), "")) from None
    except RecursionError:
        raise NotJsonError((f"{subject} too deeply nested", Span(source, 0, 1), "")) from None
    if watch.is_odd:
        raise NotJsonError(*islice(_faults(source), LIMIT))
    return value


def _decoded(text: bytes, name: str, subject: str) -> str:
    text = text.removeprefix(BOM_UTF8)
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        good = text[: error.start].decode("utf-8", "replace")
        span = Span(Source(name, good + "\ufffd"), len(good), len(good) + 1)
        raise NotJsonError((f"{subject} not text in UTF-8", span, "")) from None


def _words(error: json.JSONDecodeError) -> str:
    words = error.msg[:1].lower() + error.msg[1:]
    return f"not JSON: {words}" if error.doc.strip() else "not JSON: the text is empty"


@define
class _Watch:
    """Loads JSON and notes whether something in it needs a closer look."""

    is_odd: bool = False

    def load(self, text: str) -> object:
        return json.loads(text, object_pairs_hook=self._object, parse_int=self._int, parse_constant=self._constant)

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        self.is_odd |= len(found) < len(pairs)
        return found

    def _int(self, digits: str) -> int:
        self.is_odd |= len(digits) > _MOST_DIGITS
        return int(digits[:_MOST_DIGITS])

    def _constant(self, _: str) -> None:
        self.is_odd = True


def _faults(source: Source) -> Iterator[Fault]:
    """Walk over the tokens of a text that is JSON but for the faults looked for."""
    open_objects: list[set[str] | None] = []
    is_key = False
    for token in _TOKEN.finditer(source.text):
        word, span = token.group(), Span(source, token.start(), token.end())
        if word in {"{", "["}:
            open_objects.append(set() if word == "{" else None)
        elif word in {"}", "]"}:
            open_objects.pop()
        elif is_key and open_objects[-1] is not None:
            yield from _key_faults(word, span, open_objects[-1])
        else:
            yield from _number_faults(word, span)
        is_key = word in {"{", ","}


def _key_faults(word: str, span: Span, seen: set[str]) -> Iterator[Fault]:
    key = json.loads(word)
    if key in seen:
        yield f"the key {described(key)} is given twice in one object", span, "give each fact once"
    seen.add(key)


def _number_faults(word: str, span: Span) -> Iterator[Fault]:
    if word in {"NaN", "Infinity", "-Infinity"}:
        yield f"{word} is not a value of JSON", span, "leave out what is not known"
    elif word.lstrip("-").isdecimal() and len(word) > _MOST_DIGITS:
        yield f"a number of {len(word.lstrip('-')):,} digits", span, ""
