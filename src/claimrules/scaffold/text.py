"""Draft → text, in the one layout: comments that teach, settings, a source, a table."""

from __future__ import annotations

import textwrap

from claimrules.formatting.format import format_text
from claimrules.scaffold.draft import Draft
from claimrules.scaffold.names import file_of, words_of_name
from claimrules.scaffold.parent import Parent
from claimrules.scaffold.rows import rows_of


def text_of(draft: Draft, cases: str) -> str:
    """Return the text of a draft with its cases, in the one layout."""
    return format_text("\n".join([_opening(draft), _head(draft), _source(draft), _table(draft), cases]))


def _opening(draft: Draft) -> str:
    path = file_of(draft.name).as_posix()
    return f"""\
# {draft.name}: what can be sent back, and until when.
#
# What follows a # is for people, and is not read. Everything works as it stands; make it yours bit by bit:
#
#   claimrules check {path}  finds what is wrong, and says how to put it right
#   claimrules fmt {path}  puts every word in its place
#   claimrules test {path}  tries the examples at the end
#
# Look for FILL IN.
"""


def _head(draft: Draft) -> str:
    owner, about = words_of_name(draft.name)
    title = draft.title or f"{owner[:1].upper()}{owner[1:]}: {about}"
    return f"""
ruleset {draft.name} "{title}"
{_extends(draft.parent)}{_settings(draft)}
# The words for facts: claim.reason, item.category, delivered, and many more. `claimrules facts` lists them.
use vocabulary.commerce
"""


def _extends(parent: Parent | None) -> str:
    if parent is None:
        return ""
    listed = [f"{kind}: {', '.join(names)}" for kind, names in parent.inherited()]
    lines = [line for kind in listed for line in textwrap.wrap(kind, 100, subsequent_indent="  ")]
    told = "".join(f"  #   {line}\n" for line in lines)
    inherited = f"  # Declare one of these anew, under its name, where you do it differently:\n{told}" if told else ""
    return f"  # Everything that {parent.name} says holds here too, unless this file says otherwise.\n{inherited}  extends {parent.name}\n"


def _settings(draft: Draft) -> str:
    head = draft.parent.head if draft.parent else None
    lines = []
    if head is None or head.counting is None:
        lines += [
            "# The day of an event is day 0: 7 days after the 10th end when the 17th is over.",
            "counting plain_days",
        ]
    if draft.timezone:
        lines += [f'timezone "{draft.timezone}"']
    elif head is None or (head.timezone is None and head.timezone_fact is None):
        lines += ['# FILL IN where your days begin and end, as in "Asia/Seoul" or "Europe/Paris".', 'timezone "UTC"']
    elif head.timezone is not None:
        lines += [f'# FILL IN where your days begin and end, if it is not "{draft.zone}": timezone "Asia/Seoul"']
    if draft.currency:
        lines += [f"currency {draft.currency}"]
    if head is None or head.rounding is None:
        lines += ["rounding half_up"]
    return "".join(f"  {line}\n" for line in lines)


def _source(draft: Draft) -> str:
    owner, _ = words_of_name(draft.name)
    return f"""
# Every rule says where it stands. FILL IN the title of your terms and, under it, their day and where they can be read:
#   dated 2026-01-01
#   url "https://example.org/terms"
source {draft.source} "Terms of sale of {owner}"
  checked {draft.today}
"""


def _table(draft: Draft) -> str:
    rows = "".join(f"  | {' | '.join(row)} |\n" for row in rows_of(draft))
    return f"""
{_comment(_lesson(draft))}
table {draft.table} "Return for any reason"
  when claim.reason is change_of_mind and item.condition is one of unused, opened
  cite {draft.source} "section 1"
  | item.category | item.condition | within | grant | less |
{rows}
"""


def _lesson(draft: Draft) -> str:
    parent = draft.parent
    instead = (
        f" It takes the place of `{draft.table}` of {parent.name}." if parent and draft.table in parent.names else ""
    )
    return (
        f"A table is many rules at once.{instead} Read a row from left to right: for these goods, in this state, within "
        "this time, the buyer gets this, less that. FILL IN your own times and fees; every order should find one row."
    )


def _comment(words: str) -> str:
    return textwrap.fill(words, 120, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
