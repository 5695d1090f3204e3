"""Korean particles by the sound that a word ends in: 사유를, 환불을; 서울로, 부산으로."""

from __future__ import annotations

import re
from typing import Final

#: Each particle after a consonant and after a vowel; `으로` stays `로` after ㄹ (Standard Grammar of Korean, Hangul Orthography).
PARTICLES: Final = {
    "은": ("은", "는"), "이": ("이", "가"), "을": ("을", "를"), "과": ("과", "와"), "으로": ("으로", "로"),
    "이라": ("이라", "라"), "이고": ("이고", "고"), "이며": ("이며", "며"), "이나": ("이나", "나"),
    "입니다": ("입니다", "입니다"),
}  # fmt: skip
_FIRST, _LAST, _FINALS, _L = 0xAC00, 0xD7A3, 28, 8
#: How digits and letters end when they are read: with ㄹ, with another consonant, or with a vowel.
_READ: Final = {
    "1": "ㄹ",
    "7": "ㄹ",
    "8": "ㄹ",
    "0": "ㅇ",
    "3": "ㅁ",
    "6": "ㄱ",
    "l": "ㄹ",
    "r": "ㄹ",
    "m": "ㅁ",
    "n": "ㄴ",
}
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)\s*$")


def with_particle(word: str, particle: str) -> str:
    """Return a word with its particle.

    Args:
        word: any text; brackets at its end and signs are not read.
        particle: its form after a consonant, as in 을.

    Raises:
        KeyError: no such particle is known.
    """
    after_consonant, after_vowel = PARTICLES[particle]
    final = final_sound(word)
    is_vowel = not final or (final == "ㄹ" and particle == "으로")
    return word + (after_vowel if is_vowel else after_consonant)


def final_sound(word: str) -> str:
    """Return the consonant a word ends in when it is read, `-` for one not named here, or nothing for a vowel."""
    said = _BRACKETS.sub("", word)
    last = next((sign for sign in reversed(said) if sign.isalnum()), "")
    if last and _FIRST <= ord(last) <= _LAST:
        final = (ord(last) - _FIRST) % _FINALS
        return "ㄹ" if final == _L else "-" if final else ""
    return _READ.get(last.lower(), "")
