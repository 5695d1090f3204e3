"""Code → its page: what it means, an example, how to put it right; and the page that lists all of them."""

from __future__ import annotations

from claimrules.diagnostics.codes import CODES, severity_of
from claimrules.text.resources import data_root

#: Where the pages lie, in a wheel as in a checkout.
FOLDER = "docs/reference/diagnostics"
_BANDS = {
    "CR01": "The text of a policy", "CR02": "Names", "CR03": "Types", "CR04": "Rules, exclusions, counting",
    "CR05": "Files", "CR06": "Facts", "CR07": "What can hardly be meant", "CR08": "What is not kept up",
    "CR09": "Records of decisions",
}  # fmt: skip
_INTRODUCTION = """# Diagnostics

Every message of claimrules has a code, and every code a page.
`claimrules explain-code CR0301` prints it.
A fault has to be put right before the policy can be used; a warning (CR07, CR08) may be meant, and stops nothing.
A warning that was looked at can be accepted in a comment in the declaration, or right above it: `# accept CR0705: section 4 says so`.
This page is written by `make generate`.
"""


def page(code: str) -> str:
    """Return the page of a code, as Markdown."""
    return (data_root() / FOLDER / f"{code}.md").read_text(encoding="utf-8")


def index() -> str:
    """Return the page that lists every code with its title, by band."""
    parts = [_INTRODUCTION]
    for band, words in _BANDS.items():
        rows = [_row(code, title) for code, title in CODES.items() if code.startswith(band)]
        if rows:
            parts.append("\n".join([f"## {words}", "", "| code | says | |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def _row(code: str, title: str) -> str:
    return f"| [{code}]({code}.md) | {title} | {severity_of(code)} |"
