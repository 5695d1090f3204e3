"""A record's rulesets by their names → what decides the claim again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from claimrules.api import Ruleset, load
from claimrules.catalog.shipped import shipped
from claimrules.catalog.versions import MARK
from claimrules.diagnostics.diagnostic import Diagnostic, Label, RecordError
from claimrules.diagnostics.suggest import did_you_mean
from claimrules.domain.fact_places import printable
from claimrules.domain.plain_data import STACK_FORMAT
from claimrules.domain.record.shape import Record
from claimrules.speech.language import ENGLISH, languages, speaking
from claimrules.stack import Stack
from claimrules.text.span import Pointer

#: The names that files are looked for by.
_NAME: Final = re.compile(r"[\w.]{1,200}")
#: Where a ruleset may be: itself, its name, its file, or a folder that holds its file.
Where = Ruleset | str | Path


def decider_of(record: Record, where: Sequence[Where], name: str) -> Ruleset | Stack:
    """Return what decides a record's claim again: one ruleset, or those of a stack.

    Args:
        record: the record.
        where: where to look for rulesets that do not ship, or that shall be taken instead of those that do.
        name: what to call the record in messages.

    Raises:
        RecordError: a ruleset cannot be found (CR0904).
        PolicyError: what is found has faults.
    """
    with speaking(_language(record)):
        found = [_found(mark.name, where, name, index) for index, mark in enumerate(record.rulesets)]
    return Stack(found) if record.answer["format"] == STACK_FORMAT else found[0]


def _language(record: Record) -> str:
    """Return the language a record's answer is in; English where it is in one that is not spoken here."""
    parts = record.answer.get("decisions") or [{"decision": record.answer}]
    said = parts[0].get("decision", {}).get("language", ENGLISH) if isinstance(parts[0], dict) else ENGLISH
    return said if said in languages() else ENGLISH


def _found(ruleset: str, where: Sequence[Where], record: str, index: int) -> Ruleset:
    for place in where:
        found = next(_at(place, ruleset), None)
        if found is not None:
            return found
    if ruleset in shipped():
        return load(ruleset)
    found = None if where else next(_at(Path(), ruleset), None)
    if found is None:
        raise RecordError((_not_found(ruleset, where, record, index),))
    return found


def _at(place: Where, ruleset: str) -> Iterator[Ruleset]:
    """Yield the rulesets of a name at a place."""
    if isinstance(place, Ruleset):
        found = [place]
    elif Path(place).is_dir():
        found = [load(path) for path in _files(Path(place), ruleset)]
    else:
        found = [load(place)]
    yield from (one for one in found if one.name == ruleset)


def _files(folder: Path, ruleset: str) -> list[Path]:
    """Return what to load of a folder: the files that say to be the ruleset, or the folder, if all are its versions."""
    if not _NAME.fullmatch(ruleset):
        return []
    says = re.compile(rf"^\s*ruleset\s+{re.escape(ruleset)}(?![\w.])", re.MULTILINE)
    nested = folder.joinpath(*ruleset.split(".")[:-1])
    folders = [one for one in dict.fromkeys((folder, nested)) if one.is_dir()]
    files = [path for one in folders for path in sorted(one.glob("*.claim"))]
    saying = [path for path in files if says.search(_text(path))]
    return [path for path in saying if MARK not in path.name] or [path.parent for path in saying[:1]]


def _text(path: Path) -> str:
    """Return what a file says; nothing, if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _not_found(ruleset: str, where: Sequence[Where], record: str, index: int) -> Diagnostic:
    looked = ", ".join(str(place) for place in where) or "what ships, and in this folder"
    words = f"the ruleset `{printable(ruleset)}` is not in {looked}"
    help = did_you_mean(ruleset, shipped()) if where else ""
    help = help or "say with --rules (in Python `rules=`) where its file lies"
    return Diagnostic("CR0904", words, Label(Pointer(record, f"/rulesets/{index}/name")), help)
