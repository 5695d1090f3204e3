"""Policy text → the text in its one layout: declarations, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from attrs import frozen

from claimrules.formatting.columns import texts
from claimrules.formatting.gaps import Comment, Gap
from claimrules.formatting.layout import KEPT_TOGETHER
from claimrules.formatting.lines import Lines
from claimrules.formatting.marks import marks_of
from claimrules.formatting.words import Declaration, declarations
from claimrules.text.source import Source


def format_text(text: str) -> str:
    """Return a policy text in the one layout: comments and meaning are kept, white space and line ends change.

    Raises:
        PolicyError: the text has faults of syntax; `diagnostics` holds all of them.
    """
    return format_source(Source("text.claim", text))


def format_source(source: Source) -> str:
    """Return a policy text in the one layout.

    Raises:
        PolicyError: the text has faults of syntax.
    """
    found, after = declarations(source)
    blocks = [_Block(declaration.keyword, tuple(_lines(declaration))) for declaration in found]
    gaps = [*(declaration.words[0].gap for declaration in found), after]
    lines = list(_above(gaps[0].own, gaps[0], is_end=not found))
    for block, gap, following in zip(blocks, gaps[1:], [*blocks, None][1:], strict=True):
        lines += _with_comment(block.lines, gap.at_line_end)
        lines += _between(block, gap, following)
    return "".join(f"{line}\n" for line in lines)


@frozen
class _Block:
    """A declaration as laid out."""

    keyword: str
    lines: tuple[str, ...]

    def may_touch(self, other: _Block) -> bool:
        """Tell whether two declarations may stand without a blank line between them."""
        are_short = len(self.lines) == len(other.lines) == 1
        return self.keyword == other.keyword and (are_short or self.keyword in KEPT_TOGETHER)


def _lines(declaration: Declaration) -> Iterator[str]:
    """Yield the lines of a declaration, with the comments inside it."""
    layout = Lines(declaration.words, marks_of(declaration))
    lines = list(layout.all())
    starts = [*(line.first for line in lines), 0]
    for line, text, following in zip(lines, texts(lines, layout), starts[1:], strict=True):
        margin = " " * line.indent
        if line.first:
            yield from (margin + comment.text for comment in declaration.words[line.first].gap.own)
        behind = declaration.words[following].gap.at_line_end if following else ""
        yield margin + text + (f"  {behind}" if behind else "")


def _between(block: _Block, gap: Gap, following: _Block | None) -> Iterator[str]:
    """Yield what stands between two declarations: comments of the first, a blank line, comments of the second."""
    tail = tuple(takewhile(lambda comment: comment.is_indented and not comment.is_apart, gap.own))
    yield from (f"  {comment.text}" for comment in tail)
    own = gap.own[len(tail) :]
    is_apart = own[0].is_apart or own[0].is_section if own else gap.is_apart
    if own or following:
        yield from () if following and not is_apart and block.may_touch(following) else ("",)
    yield from _above(own, gap, is_end=following is None)


def _above(own: tuple[Comment, ...], gap: Gap, *, is_end: bool) -> Iterator[str]:
    """Yield the comments above a declaration, or those at the end of the file."""
    for index, comment in enumerate(own):
        yield from ("",) if index and comment.is_apart else ()
        yield comment.text
    if own and not is_end and (gap.is_apart or own[-1].is_section):
        yield ""


def _with_comment(lines: tuple[str, ...], comment: str) -> tuple[str, ...]:
    return (*lines[:-1], f"{lines[-1]}  {comment}") if comment else lines
