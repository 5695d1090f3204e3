"""The code blocks of a document, and how each kind is run.

`python` runs in one namespace a document; `console` runs its commands and compares what they print, where a line of
three dots stands for any lines; `claim` is checked and its cases are run, a fragment after the head of `HEAD`; `json`
must be facts that the page's last ruleset accepts, or AliExpress where it has none; `claim-error` must give the codes
that its comments name, at the places that they underline. On a page that starts from an empty
folder, `claim`, `claim-part` and `json` are saved as the page says, and commands run there. On the page of a diagnostic,
`claim-fault`, `json-fault` and `python-fault` must give exactly that code.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from sybil import Document, Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from claimrules.api import Ruleset
from claimrules.compiler.pipeline import compile_source
from claimrules.testing.run import run_cases
from claimrules.text.source import Source
from tests.docs.faulty_blocks import (
    codes_of_facts,
    run_claim_error,
    run_claim_fault,
    run_json_fault,
    run_python_fault,
    whole,
)
from tests.docs.hands_on import FOLDER, folder_of, is_hands_on, save

ROOT = Path(__file__).resolve().parents[2]


def run_claim(example: Example) -> None:
    """Check a policy text and run its cases; on a page to follow by hand, save it."""
    if is_hands_on(example):
        save(example)
        return
    ruleset = Ruleset(compile_source(Source("block.claim", whole(example.parsed))))
    example.namespace["ruleset"] = ruleset
    failed = [result for result in run_cases(ruleset) if result.failures]
    assert not failed, failed


def run_json(example: Example) -> None:
    """Accept facts; on a page to follow by hand, save them."""
    if is_hands_on(example):
        save(example)
        return
    assert codes_of_facts(example.parsed, example.namespace) == set()


def run_console(example: Example) -> None:
    """Run each command of a transcript and compare what it prints."""
    for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n?)*)", example.parsed, re.MULTILINE):
        printed = run_line(command, folder_of(example.namespace) if is_hands_on(example) else ROOT)
        assert matches(shown, printed), f"{command} printed:\n{printed}"


def run_line(command: str, folder: Path) -> str:
    """Return what a command prints, or the last of several with `|` between them, and what any of them complains of."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    printed, complaints = "", ""
    for words in _piped(command):
        done = subprocess.run(
            words,
            cwd=folder,
            input=printed,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PATH": path},
        )
        printed, complaints = done.stdout, complaints + done.stderr
    return printed + complaints


def _piped(command: str) -> list[list[str]]:
    """Return the words of each command of a line; only a bar that is not quoted stands between two."""
    parts: list[list[str]] = [[]]
    lexer = shlex.shlex(command, posix=True, punctuation_chars="|")
    lexer.whitespace_split, lexer.commenters = True, ""
    for word in lexer:
        if word == "|":
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def matches(shown: str, printed: str) -> bool:
    """Tell whether a transcript's text is what was printed; a line of three dots stands for any lines."""
    parts = [re.escape(part.strip()) for part in re.split(r"^\.\.\.$", shown.strip(), flags=re.MULTILINE)]
    return (
        re.fullmatch(r"\s*" + r"(?:.*\n)?\s*".join(parts).replace("\\\n", "\n") + r"\s*", printed, re.DOTALL)
        is not None
    )


SYBIL = Sybil(
    parsers=[
        PythonCodeBlockParser(),
        CodeBlockParser("claim", run_claim),
        CodeBlockParser("json", run_json),
        CodeBlockParser("claim-part", save),
        CodeBlockParser("console", run_console),
        CodeBlockParser("claim-fault", run_claim_fault),
        CodeBlockParser("claim-error", run_claim_error),
        CodeBlockParser("json-fault", run_json_fault),
        CodeBlockParser("python-fault", run_python_fault),
    ]
)


def documents() -> list[Path]:
    """Return every page that people read."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "grammar/README.md", ROOT / "rulesets/README.md"]
    return pages + sorted((ROOT / "docs").rglob("*.md"))


def examples(page: Path, folder: Path | None = None) -> list[Example]:
    """Return a page's blocks, in order; `folder` is where those of a page to follow by hand are run."""
    document: Document = SYBIL.parse(page)
    document.namespace[FOLDER] = folder
    return list(document.examples())
