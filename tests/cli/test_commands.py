"""The list of commands: complete, in the words of each command, and quick to show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

import claimrules.cli
from claimrules.cli import COMMANDS, main
from tests.cli.commands import run

#: Modules of the command line that are no commands.
PARTS = {"__init__", "decision_screen", "inputs", "outputs", "paths", "rulesets_named", "screen"}


def command(name: str) -> click.Command:
    """Return a command by its name."""
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def test_every_command_is_listed() -> None:
    """Each module that is no part of others is a command."""
    modules = {path.stem for path in Path(claimrules.cli.__file__).parent.glob("*.py")}
    assert {name.replace("-", "_") for name in COMMANDS} == modules - PARTS


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_the_command_says(name: str) -> None:
    """What the list says of a command is how its own help begins."""
    said = " ".join((command(name).help or "").split())
    assert said.startswith(COMMANDS[name].removesuffix("."))
    assert COMMANDS[name] in " ".join(run("--help").output.split())


def test_showing_the_list_loads_no_command() -> None:
    """Help comes at once: nothing of the language is loaded for it."""
    code = "import sys; from claimrules.cli import main; main(['--help'], standalone_mode=False); sys.exit('lark' in sys.modules or 'claimrules.api' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL).returncode == 0


def test_a_misspelt_command() -> None:
    """The one that was meant is named."""
    done = run("chekc")
    assert done.exit_code == 2
    assert "there is no command 'chekc'; did you mean 'check'?" in done.output
    assert "No such command" in run("xyzzy").output
