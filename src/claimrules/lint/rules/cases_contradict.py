"""Two cases that say different things of the same facts at the same instant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimrules.constructs.declarations.case import Case
from claimrules.constructs.declarations.case_parts import Expectation
from claimrules.diagnostics.diagnostic import Diagnostic
from claimrules.domain.verdicts import OPEN
from claimrules.lint.rule import LintRule, warning
from claimrules.lint.subject import Subject

_NEXT = frozenset({"step", "wait", "nothing_left"})
_DETAILS = ("opens", "closes", "amount", "by", "shipping", "evidence")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    alike: dict[object, list[Case]] = {}
    for case in subject.of(Case):
        given = frozenset((item.name.text, item.kind, str(item.value)) for item in case.given)
        alike.setdefault((given, case.is_complete, case.at), []).append(case)
    for cases in alike.values():
        for first, second in combinations(cases, 2):
            yield from _contradictions(first, second)


def _contradictions(first: Case, second: Case) -> Iterator[Diagnostic]:
    for a in first.expects:
        for b in second.expects:
            if a.span and b.span and _contradict(a, b):
                words = f"the case `{second.title}` contradicts `{first.title}`: the facts and the instant are the same"
                help = "one of the two is wrong, or lacks the fact that tells them apart"
                yield warning(
                    "CR0704", words, b.span, help, (a.span, "the other expects this"), words="this is expected"
                )


def _contradict(a: Expectation, b: Expectation) -> bool:
    if a.kind in _NEXT and b.kind in _NEXT:
        return (a.kind, a.name) != (b.kind, b.name) or _differ(a, b)
    if {a.kind, b.kind} == {"duty", "no_duty"}:
        return a.name == b.name
    if a.name != b.name or "question" in (a.kind, b.kind):
        return False
    if "no" in (a.kind, b.kind):
        return a.kind != b.kind and any(e.kind != "no" and (e.status or "available") in OPEN for e in (a, b))
    same_terms = None in (a.with_return, b.with_return) or a.with_return == b.with_return
    return a.kind == b.kind and same_terms and ((a.status or "available") != (b.status or "available") or _differ(a, b))


def _differ(a: Expectation, b: Expectation) -> bool:
    pairs = [(getattr(a, detail), getattr(b, detail)) for detail in _DETAILS]
    return any(x not in (None, "") and y not in (None, "") and type(x) is type(y) and x != y for x, y in pairs)


_CASE = """case "{}"
  given delivered 2026-03-10T10:00+09:00, claim.reason is change_of_mind, not claim_filed
  at 2026-03-{}T23:59:59+09:00
  expect full_refund{}
"""
_RULE = """rule return "Return"
  when claim.reason is change_of_mind
  within 7 days after delivered
  grant full_refund with return
  cite terms "section 4"
"""
CASES_CONTRADICT = LintRule(
    "CR0704",
    "cases contradict",
    "Two cases that expect different things of the same facts at the same instant.",
    _RULE + _CASE.format("the last day", 17, "") + _CASE.format("too late", 17, " expired"),
    _RULE + _CASE.format("the last day", 17, "") + _CASE.format("too late", 18, " expired"),
    _check,
)
