"""Korean particles: by the last sound of a word as it is read (Standard Grammar of Korean; Hangul Orthography)."""

from __future__ import annotations

import pytest

from claimrules.speech.particles import with_particle


@pytest.mark.parametrize(
    ("word", "particle", "expected"),
    [
        ("환불", "을", "환불을"),
        ("교환", "을", "교환을"),
        ("사유", "을", "사유를"),
        ("구매자", "이", "구매자가"),
        ("판매자", "은", "판매자는"),
        ("플랫폼", "은", "플랫폼은"),
        ("사진", "과", "사진과"),
        ("영수증 사본 하나", "과", "영수증 사본 하나와"),
        ("부산", "으로", "부산으로"),
        ("서울", "으로", "서울로"),
        ("일요일", "으로", "일요일로"),
        ("회사", "으로", "회사로"),
    ],
)
def test_words_in_hangul(word: str, particle: str, expected: str) -> None:
    """은, 이, 을, 과 follow a consonant; 으로 also, but for ㄹ, after which 로 stands."""
    assert with_particle(word, particle) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("1", "1을"),  # 일
        ("2", "2를"),  # 이
        ("3", "3을"),  # 삼
        ("4", "4를"),  # 사
        ("5", "5를"),  # 오
        ("6", "6을"),  # 육
        ("7", "7을"),  # 칠
        ("8", "8을"),  # 팔
        ("9", "9를"),  # 구
        ("10", "10을"),  # 십, read here by its last digit, 영
        ("item.price", "item.price를"),
        ("email", "email을"),  # 이메일
        ("KRW", "KRW를"),  # 더블유
        ("일요일 (Asia/Seoul)", "일요일 (Asia/Seoul)을"),  # what stands in brackets is not read
        ("사진.", "사진.을"),
        ("", "를"),
    ],
)
def test_what_is_read_otherwise(word: str, expected: str) -> None:
    """Digits and letters by how they are read; signs and brackets are passed over."""
    assert with_particle(word, "을") == expected


def test_numbers_and_the_particle_after_l() -> None:
    """1, 7 and 8 end in ㄹ: 로 stands after them."""
    assert [with_particle(digit, "으로") for digit in "178"] == ["1로", "7로", "8로"]
    assert with_particle("6", "으로") == "6으로"
