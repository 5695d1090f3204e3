"""What stands between two words: comments and blank lines."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

_COMMENT: Final = re.compile(r"#[^\n]*")
_SECTION: Final = re.compile(r"#\s*-{3,}\s*\w")


@frozen
class Comment:
    """A comment on a line of its own.

    Args:
        text: from its `#` on.
        is_apart: a blank line stands before it.
        is_indented: it does not begin at the left margin.
    """

    text: str
    is_apart: bool = False
    is_indented: bool = False

    @property
    def is_section(self) -> bool:
        """It is a ruled line, which begins a section."""
        return _SECTION.match(self.text) is not None


@frozen
class Gap:
    """What stands before a word.

    Args:
        at_line_end: a comment behind the word before, on its line.
        own: comments on lines of their own.
        is_apart: a blank line stands right before the word.
    """

    at_line_end: str = ""
    own: tuple[Comment, ...] = ()
    is_apart: bool = False

    @property
    def has_comments(self) -> bool:
        """A comment stands here, so a line ends here."""
        return bool(self.at_line_end or self.own)


def gap_of(text: str, *, is_first: bool = False) -> Gap:
    """Return what white space and comments say; at the start of a file no comment can stand behind a word."""
    at_line_end, own, before = "", [], 0
    for match in _COMMENT.finditer(text):
        blank, comment = text[before : match.start()], match.group().rstrip()
        if "\n" not in blank and not before and not is_first:
            at_line_end = comment
        else:
            own.append(Comment(comment, _has_blank_line(blank), bool(blank.rpartition("\n")[2])))
        before = match.end()
    return Gap(at_line_end, tuple(own), _has_blank_line(text[before:]))


def _has_blank_line(blank: str) -> bool:
    return blank.count("\n") > 1
