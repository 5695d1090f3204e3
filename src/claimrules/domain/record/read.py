"""A file, or a document, → the record it holds, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from claimrules.diagnostics.diagnostic import Diagnostic, Label, RecordError
from claimrules.domain.fact_places import described
from claimrules.domain.json_text import NotJsonError, read_json
from claimrules.domain.record.members import Members
from claimrules.domain.record.plain_facts import DEEPEST, as_json
from claimrules.domain.record.shape import FAMILY, FORMAT, Record, digest_of
from claimrules.text.span import Pointer

#: In bytes: facts may be a million characters, and an answer says more about them.
_LARGEST: Final = 100_000_000
#: A record is a few levels deeper than the facts in it.
_DEEPEST: Final = DEEPEST + 8
_WRITE: Final = "`claimrules decide … --record FILE` writes records, and so does `decision.record().write(path)`"


def record_in(path: str | Path) -> Record:
    """Return the record that a file holds.

    Raises:
        RecordError: it cannot be read (CR0901), or is no record that can be trusted (CR0902, CR0903, CR0905).
    """
    name = str(path)
    try:
        text = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no file has such a name").lower()
        raise _error("CR0901", f"the record cannot be read: {reason}", name, "", "name a file of JSON") from None
    return record_of_text(text, name)


def record_of_text(text: str | bytes, name: str = "record") -> Record:
    """Return the record that a text holds; `name` is what to call it in messages.

    Raises:
        RecordError: as of `record_in`.
    """
    try:
        document = read_json(text, name, "the record is", _LARGEST)
    except NotJsonError as error:
        found = tuple(Diagnostic("CR0901", words, Label(at), help) for words, at, help in error.faults)
        raise RecordError(found) from None
    return record_of_document(document, name)


def record_of_document(document: object, name: str = "record") -> Record:
    """Return the record that plain data hold; `name` is what to call it in messages.

    Raises:
        RecordError: it is no record (CR0902), of an unknown version (CR0903), or was changed (CR0905).
    """
    if not isinstance(document, Mapping):
        raise _error("CR0902", f"a record is an object, not {described(document)}", name, "", _WRITE)
    plain: Any = as_json(document, _DEEPEST)
    _check_format(plain.get("format"), name)
    members = Members(plain, name)
    record = Record(
        members.instant("at"),
        members.rulesets("rulesets"),
        members.words("versions"),
        members.mapping("facts"),
        members.answer("answer"),
    )
    digest = members.text("digest")
    members.raise_if_any()
    if digest_of({key: value for key, value in plain.items() if key != "digest"}) != digest:
        words = "what the record says is not what was written: its digest is of something else"
        help = "take the record as it was written; one that was changed proves nothing"
        raise _error("CR0905", words, name, "/digest", help)
    return record


def _check_format(found: object, name: str) -> None:
    if found == FORMAT:
        return
    if not isinstance(found, str):
        raise _error("CR0902", "the document has no `format`, so it is no record", name, "", _WRITE)
    if not found.startswith(FAMILY):
        raise _error(
            "CR0902", f"the document's format is {described(found)}, which is no record", name, "/format", _WRITE
        )
    words = f"the record's format is {described(found)}; this version of claimrules knows {FORMAT}"
    help = "replay it with the version of claimrules that its `versions` names, or a later one"
    raise _error("CR0903", words, name, "/format", help)


def _error(code: str, words: str, name: str, pointer: str, help: str) -> RecordError:
    return RecordError((Diagnostic(code, words, Label(Pointer(name, pointer)), help),))
