"""The catalogs are up to date and complete, and translations have the values of their messages."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.dates import get_day_names, get_month_names

from claimrules.speech.language import languages
from claimrules.speech.particles import PARTICLES
from claimrules.speech.phrases import MONTHS, WEEKDAYS
from tools.catalogs import CATALOGS, catalog, compiled, messages, written

PATHS = sorted(CATALOGS.glob("*.po"))
each = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
BETWEEN = {"number", "month", "weekday"}


def test_there_is_a_language_for_each_catalog() -> None:
    """English needs none."""
    assert languages() == ("en", *(path.stem for path in PATHS))
    assert "ko" in languages()


def test_catalogs_are_current() -> None:
    """They are what `python -m tools.catalogs` writes: no message is missing, none is left over, all are compiled."""
    assert [path.name for path, content in written() if path.read_bytes() != content] == []
    for path in PATHS:
        stored, fresh = (GNUTranslations(BytesIO(of)) for of in (path.with_suffix(".mo").read_bytes(), compiled(path)))
        assert messages_of(stored) == messages_of(fresh)


def messages_of(translations: GNUTranslations) -> dict[object, str]:
    """Return what a compiled catalog says of each message; its head tells which Babel made it."""
    said: dict[object, str] = vars(translations)["_catalog"]
    return {message: text for message, text in said.items() if message}


@each
def test_every_message_is_translated(path: Path) -> None:
    """No sentence is left in English."""
    known = [message for message in catalog(path) if message.id]
    assert len(known) >= len(list(messages())) - 1
    assert [
        message.id for message in known if not all(message.string if message.pluralizable else [message.string])
    ] == []


@each
def test_translations_have_the_same_values(path: Path) -> None:
    """Nothing that a message tells is lost, nothing is asked for that it does not have; particles are known ones."""
    for message in catalog(path):
        if not message.id:
            continue
        one = message.id[0] if message.pluralizable else message.id
        for said in message.string if message.pluralizable else [message.string]:
            extra = BETWEEN if message.context in {"a day", "a month"} else set()
            assert fields(said) - extra == fields(one) - extra, one
            assert {spec for _, _, spec, _ in Formatter().parse(said) if spec} <= set(PARTICLES), said


def fields(text: str) -> set[str]:
    """Return the names of the values of a message."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_days_and_months_are_those_of_cldr() -> None:
    """The Common Locale Data Repository has the same names."""
    found = {message.id: message.string for message in catalog(CATALOGS / "ko.po")}
    assert [found[day] for day in WEEKDAYS] == [get_day_names("wide", locale="ko")[day] for day in range(7)]
    assert [found[month] for month in MONTHS] == [get_month_names("wide", locale="ko")[month] for month in range(1, 13)]


def test_messages_are_whole() -> None:
    """No message begins or ends with a space or a comma, as a part of a sentence would; joining words have a context."""
    loose = [m.id for m in messages() if m.id and not m.context and re.search(r"^[\s,;]|[\s,]$", str(m.id))]
    assert loose == []
