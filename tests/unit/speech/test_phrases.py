"""Messages, days and lists in the language that is spoken."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest

from claimrules.speech.language import UnknownLanguageError, language_of, languages, speaking, spoken
from claimrules.speech.phrases import either, listed, phrase, phrase_many, said, say_all, say_month

DAY = date(2027, 3, 2)


def test_english_unless_asked() -> None:
    """English is spoken where nothing else was asked for, and again afterwards."""
    assert (spoken(), languages()[0]) == ("en", "en")
    assert phrase("it moves to {day}", day=DAY) == "it moves to Tuesday 2 March 2027"
    with speaking("ko"):
        assert phrase("it moves to {day}", day=DAY) == "2027년 3월 2일 화요일로 옮겨짐"
        with speaking("en"):
            assert spoken() == "en"
        assert spoken() == "ko"
    assert spoken() == "en"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Tuesday 2 March 2027", "Tuesday 2 March 2027, 09:05", "March 2027", "1 day", "2 days"]),
        ("ko", ["2027년 3월 2일 화요일", "2027년 3월 2일 화요일 09:05", "2027년 3월", "1일", "2일"]),
    ],
)
def test_days_and_numbers(language: str, expected: list[str]) -> None:
    """As the Common Locale Data Repository (CLDR) writes a full date in Korean, and as English people say it."""
    with speaking(language):
        days = [phrase_many("{number} day", "{number} days", number) for number in (1, 2)]
        assert [said(DAY), said(datetime(2027, 3, 2, 9, 5, tzinfo=UTC)), say_month(DAY), *days] == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("en", ["a, b", "a or b", "a and b"]), ("ko", ["a, b", "a 또는 b", "a 더하기 b"])]
)
def test_lists(language: str, expected: list[str]) -> None:
    """Several, one of several, and several that count together."""
    with speaking(language):
        assert [listed("ab"), either("ab"), say_all("ab")] == expected


@pytest.mark.parametrize(
    ("asked", "language"), [("ko", "ko"), ("KO", "ko"), ("ko-KR", "ko"), ("ko_KR.UTF-8", "ko"), ("en_GB", "en")]
)
def test_locales(asked: str, language: str) -> None:
    """A locale asks for its language."""
    assert language_of(asked) == language


@pytest.mark.parametrize("asked", ["", "xx", "korean", "../ko", "ko\nKR", "한국어", "C", "k"])
def test_a_language_that_is_not_spoken(asked: str) -> None:
    """Whatever has no catalog is refused, with those that have one."""
    with pytest.raises(UnknownLanguageError, match="say one of: en, ko"):
        language_of(asked)


def test_values_cannot_break_a_message() -> None:
    """Braces and per cent signs in values are words."""
    assert phrase("the policy says: {text}", text="{day} %s {0}") == "the policy says: {day} %s {0}"
    with speaking("ko"):
        assert phrase("{name} has not happened", name="{x}") == "{x}는 일어나지 않음"


def test_each_thread_speaks_its_own() -> None:
    """What one thread speaks is nothing to another."""
    with speaking("ko"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(spoken).result() == "en"
