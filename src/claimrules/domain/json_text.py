"""JSON text → plain values, refusing what JSON leaves open: doubled keys, NaN, endless numbers."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
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


def parse_json(text: str | bytes, name: str) -> object:
    """Return the value that a JSON text holds.

    Raises:
        FactsError: the text is not JSON, or holds what JSON leaves open; with line and column.
    """
    if len(text) > LARGEST:
        raise _error(f"the facts are larger than {LARGEST:,} characters", Span(Source(name, ""), 0, 0))
    source = Source(name, _decoded(text, name) if isinstance(text, bytes) else text.removeprefix("\ufeff"))
    watch = _Watch()
    try:
        value = watch.load(source.text)
    except json.JSONDecodeError as error:
        raise _error(_words(error), Span(source, error.pos, error.pos + 1)) from None
    except RecursionError:
        raise _error("the facts are too deeply nested", Span(source, 0, 1)) from None
    if watch.is_odd:
        raise FactsError(tuple(_faults(source))[:LIMIT])
    return value


def _decoded(text: bytes, name: str) -> str:
    text = text.removeprefix(BOM_UTF8)
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        good = text[: error.start].decode("utf-8", "replace")
        span = Span(Source(name, good + "\ufffd"), len(good), len(good) + 1)
        raise _error("the facts are not text in UTF-8", span) from None


def _error(message: str, span: Span, help: str = "") -> FactsError:
    return FactsError((_fault(message, span, help),))


def _fault(message: str, span: Span, help: str = "") -> Diagnostic:
    return Diagnostic("CR0601", message, Label(span), help)


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


def _faults(source: Source) -> Iterator[Diagnostic]:
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


def _key_faults(word: str, span: Span, seen: set[str]) -> Iterator[Diagnostic]:
    key = json.loads(word)
    if key in seen:
        yield _fault(f"the key {described(key)} is given twice in one object", span, "give each fact once")
    seen.add(key)


def _number_faults(word: str, span: Span) -> Iterator[Diagnostic]:
    if word in {"NaN", "Infinity", "-Infinity"}:
        yield _fault(f"{word} is not a value of JSON", span, "leave out what is not known")
    elif word.lstrip("-").isdecimal() and len(word) > _MOST_DIGITS:
        yield _fault(f"a number of {len(word.lstrip('-')):,} digits", span)
