"""The language that is spoken: English unless another is asked for; each has one catalog of messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from typing import Final

ENGLISH: Final = "en"
_SPOKEN: Final = ContextVar("spoken", default=ENGLISH)
_CATALOGS: Final = files("claimrules.speech") / "catalogs"
_CODE: Final = re.compile(r"[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*", re.ASCII)


class UnknownLanguageError(ValueError):
    """Raised for a language that has no catalog; says which have one."""


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages (ISO 639) that can be spoken, English first."""
    found = sorted(entry.name.removesuffix(".mo") for entry in _CATALOGS.iterdir() if entry.name.endswith(".mo"))
    return (ENGLISH, *found)


def language_of(asked: str) -> str:
    """Return the language that a code or a locale asks for: `ko`, `ko-KR` and `ko_KR.UTF-8` ask for Korean.

    Raises:
        UnknownLanguageError: it is no code, or its language has no catalog.
    """
    code = asked.partition(".")[0]
    language = re.split("[-_]", code)[0].lower()
    if _CODE.fullmatch(code) and language in languages():
        return language
    raise UnknownLanguageError(f"`{asked}` is no language spoken here; say one of: {', '.join(languages())}")


def spoken() -> str:
    """Return the code of the language that is spoken."""
    return _SPOKEN.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while, in this thread or task alone.

    Raises:
        UnknownLanguageError: it has no catalog.
    """
    before = _SPOKEN.set(language_of(language))
    try:
        yield
    finally:
        _SPOKEN.reset(before)


@cache
def catalog(language: str) -> NullTranslations:
    """Return the messages of a language; those of English are in the code."""
    if language == ENGLISH:
        return NullTranslations()
    with (_CATALOGS / f"{language}.mo").open("rb") as stream:
        return GNUTranslations(stream)
