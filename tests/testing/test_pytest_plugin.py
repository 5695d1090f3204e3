"""pytest runs the cases of policy files in a repository of rulesets."""

from __future__ import annotations

import pytest

from tests.cli.test_policies import CASE
from tests.diagnostics.policies import RIGHT

pytest_plugins = ["pytester"]
TWO = RIGHT + CASE.format(day="2026-03-17") + CASE.format(day="2026-03-18").replace("the seventh", "the eighth")
AT_HOME = pytest.mark.parametrize("setting", ["claimrules_cases = false", "claimrules_cases = no"])


@pytest.fixture
def shop(pytester: pytest.Pytester) -> pytest.Pytester:
    """Make a repository that holds a policy with a case that holds and one that does not."""
    (pytester.path / "shop.claim").write_text(TWO, encoding="utf-8")
    return pytester


def lines_of(pytester: pytest.Pytester, *arguments: str) -> tuple[str, dict[str, int]]:
    """Return what pytest says in a repository, and how many tests came out how."""
    result = pytester.runpytest("-p", "no:randomly", *arguments)
    return result.stdout.str(), result.parseoutcomes()


def test_cases_are_tests(shop: pytest.Pytester) -> None:
    """Each case is a test; a failure says what was expected, what was found, and why."""
    words, outcomes = lines_of(shop)
    assert outcomes == {"passed": 1, "failed": 1}
    assert "shop.claim:23:1: the eighth day" in words
    assert "expected full_refund to close 2026-03-18, but that is 2026-03-17" in words
    assert "rule return: available" in words
    assert "Traceback" not in words


def test_one_case_by_its_title(shop: pytest.Pytester) -> None:
    """`-k` picks cases by their titles."""
    assert lines_of(shop, "-k", "seventh")[1] == {"passed": 1, "deselected": 1}


def test_verbose_names_the_case(shop: pytest.Pytester) -> None:
    """A case is named by its file and title."""
    assert "shop.claim::the seventh day PASSED" in lines_of(shop, "-v")[0]


@AT_HOME
def test_they_can_be_left_alone(shop: pytest.Pytester, setting: str) -> None:
    """A setting of pytest leaves policy files alone."""
    shop.makeini(f"[pytest]\n{setting}\n")
    assert lines_of(shop)[1] == {}


def test_a_file_with_faults_is_an_error(pytester: pytest.Pytester) -> None:
    """The faults of a policy are shown as `claimrules check` shows them."""
    (pytester.path / "shop.claim").write_text(RIGHT.replace("change_of_mind", "change_of_mint"), encoding="utf-8")
    words, outcomes = lines_of(pytester)
    assert outcomes == {"errors": 1}
    assert "= help: did you mean `change_of_mind`?" in words


def test_cases_of_one_title_are_told_apart(pytester: pytest.Pytester) -> None:
    """A second case of a title has a number."""
    case = CASE.format(day="2026-03-17")
    (pytester.path / "shop.claim").write_text(RIGHT + case + case, encoding="utf-8")
    assert "shop.claim::the seventh day (2) PASSED" in lines_of(pytester, "-v")[0]
