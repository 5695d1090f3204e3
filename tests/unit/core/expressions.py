"""Random expressions with partial facts, and every way of filling them in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import strategies as st

from claimrules.core.build import at_most, both, choose, either, equal, greatest, least, less, negate
from claimrules.core.expr import Expr, Fact, Lit
from claimrules.core.moment import Moment, chosen, earliest_of, event, fixed, latest_of
from claimrules.evaluators.reference import evaluate

#: What each name can be when somebody tells.
NUMBERS = {"x": (0, 1, 5), "y": (0, 5, 9)}
TRUTHS = {"p": (False, True), "q": (False, True)}
DOMAIN: dict[str, tuple[int, ...]] = {**NUMBERS, **TRUTHS}
NOW = 4

integers: st.SearchStrategy[Expr] = st.recursive(
    st.sampled_from([Lit(0), Lit(5), Fact("x"), Fact("y")]),
    lambda inner: (
        st.builds(lambda a, b: least((a, b)), inner, inner)
        | st.builds(lambda a, b: greatest((a, b)), inner, inner)
        | st.builds(choose, st.sampled_from([Fact("p", is_truth=True), Fact("q", is_truth=True)]), inner, inner)
    ),
    max_leaves=5,
)
conditions: st.SearchStrategy[Expr] = st.recursive(
    st.sampled_from([Lit(value=True), Lit(value=False), Fact("p", is_truth=True), Fact("q", is_truth=True)])
    | st.builds(at_most, integers, integers)
    | st.builds(less, integers, integers)
    | st.builds(equal, integers, integers),
    lambda inner: (
        st.builds(negate, inner)
        | st.lists(inner, max_size=3).map(both)
        | st.lists(inner, max_size=3).map(either)
        | st.builds(choose, inner, inner, inner)
    ),
    max_leaves=8,
)
moments: st.SearchStrategy[Moment] = st.recursive(
    st.sampled_from([fixed(2), fixed(7), event("x"), event("y")]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(earliest_of)
        | st.lists(inner, min_size=1, max_size=3).map(latest_of)
        | st.builds(chosen, st.sampled_from([Fact("p", is_truth=True), Fact("q", is_truth=True)]), inner, inner)
    ),
    max_leaves=6,
)
partial_facts = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in DOMAIN.items()})


def value(expr: Expr, facts: Mapping[str, int]) -> int | bool | None:
    """Return what an expression is on these facts, or None when that is not known."""
    found, is_known = evaluate(facts, NOW)(expr)
    return found if is_known else None


def completions(facts: Mapping[str, int]) -> Iterator[dict[str, int]]:
    """Yield every way of adding the facts that are missing."""
    missing = [name for name in DOMAIN if name not in facts]
    for values in product(*(DOMAIN[name] for name in missing)):
        yield {**facts, **dict(zip(missing, values, strict=True))}
