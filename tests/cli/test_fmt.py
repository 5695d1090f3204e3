"""`claimrules fmt`: what it writes, prints and ends with."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import run, written

WRONG = "rule a when b\ngrant c"
RIGHT = "rule a\n  when b\n  grant c\n"


def test_files_are_written(tmp_path: Path) -> None:
    """Files and folders are laid out, and named where they changed."""
    first, second = written(tmp_path, WRONG, "a.claim"), written(tmp_path, RIGHT, "b.claim")
    done = run("fmt", tmp_path)
    assert done.exit_code == 0
    assert (first.read_text(), second.read_text()) == (RIGHT, RIGHT)
    assert f"changed: {first}\n1 file changed, 1 file is laid out right\n" in done.output
    assert str(second) not in done.output


def test_check_writes_nothing(tmp_path: Path) -> None:
    """`--check` names the files that would change and ends with 1; with 0 when none would."""
    file = written(tmp_path, WRONG)
    done = run("fmt", "--check", file)
    assert (done.exit_code, file.read_text()) == (1, WRONG)
    assert f"would change: {file}\n" in done.output
    file.write_text(RIGHT)
    assert run("fmt", "--check", file).exit_code == 0


def test_diff_shows_the_lines(tmp_path: Path) -> None:
    """`--diff` prints what would change and writes nothing."""
    file = written(tmp_path, WRONG)
    done = run("fmt", "--diff", file)
    assert (done.exit_code, file.read_text()) == (0, WRONG)
    assert "-rule a when b\n-grant c\n+rule a\n+  when b\n+  grant c\n" in done.stdout
    assert run("fmt", "--diff", "--check", file).exit_code == 1


def test_standard_input() -> None:
    """`-` is read and printed."""
    done = run("fmt", "-", stdin=WRONG)
    assert (done.exit_code, done.stdout, done.stderr) == (0, RIGHT, "")
    checked = run("fmt", "--check", "-", stdin=WRONG)
    assert (checked.exit_code, checked.stdout) == (1, "")
    assert "would change: standard input" in checked.stderr


def test_faults_are_shown_and_the_file_is_left(tmp_path: Path) -> None:
    """A file with faults stays as it is; the others are laid out all the same."""
    bad, good = written(tmp_path, "rule a whne b", "a.claim"), written(tmp_path, WRONG, "b.claim")
    done = run("fmt", tmp_path)
    assert done.exit_code == 1
    assert (bad.read_text(), good.read_text()) == ("rule a whne b", RIGHT)
    assert "CR0105" in done.stderr
    assert "did you mean `when`?" in done.stderr


def test_line_ends_of_other_systems(tmp_path: Path) -> None:
    """Windows line ends and byte order marks go."""
    file = tmp_path / "a.claim"
    file.write_bytes(b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode())
    assert run("fmt", "--check", file).exit_code == 1
    assert run("fmt", file).exit_code == 0
    assert file.read_bytes() == RIGHT.encode()


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    """A wrong path is a message."""
    assert "is not there" in run("fmt", tmp_path / "none.claim").output
