"""Rules and exclusions → plans: what applies, what bars it, when; and remedies over the rules that give them."""

from __future__ import annotations

from collections import defaultdict

from attrs import define, field

from claimrules.compiler.combine import combined, reach_of, status_of
from claimrules.compiler.context import Context
from claimrules.compiler.fold_grants import grant_plan
from claimrules.compiler.order import bars_edges, order_of
from claimrules.constructs.acts import DEFAULT_ACT, event_of
from claimrules.constructs.declarations.statements import Exclusion, Rule
from claimrules.core.build import both, either, negate
from claimrules.core.expr import Expr
from claimrules.core.plan import ExclusionPlan, GrantPlan, RemedyPlan, RulePlan


@define
class RuleFold:
    """Folds the rules and exclusions of one file.

    Args:
        context: the file.
        in_force: whether the ruleset is in force for the order.
        barring: the exclusions that name each statement.
        effective: whether each exclusion holds and is not itself barred.
    """

    context: Context
    in_force: Expr
    barring: dict[str, list[Exclusion]] = field(init=False, factory=lambda: defaultdict(list))
    effective: dict[str, Expr] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        statements = self.context.scope.statements
        edges = bars_edges(statements)
        for name, barred in edges.items():
            for statement in dict.fromkeys(barred):
                self.barring[statement].append(statements[name])
        for name in reversed(order_of(edges).names):
            holds = both(self.context.low.condition(condition) for condition in statements[name].conditions)
            self.effective[name] = both((holds, negate(self._barred(name))))

    def exclusions(self) -> tuple[ExclusionPlan, ...]:
        """Return every exclusion: when it holds, and whether it then bars anything."""
        return tuple(map(self._exclusion, self.context.file.of(Exclusion)))

    def rules(self) -> dict[str, RulePlan]:
        """Return every rule by its name."""
        return {node.name.text: self._rule(node) for node in self.context.file.of(Rule)}

    def remedies(self, rules: dict[str, RulePlan]) -> tuple[RemedyPlan, ...]:
        """Return every remedy; grants of one kind on the same terms of right and return are combined."""
        grouped: dict[tuple[str, bool, bool | None], list[GrantPlan]] = {}
        for node in self.context.file.of(Rule):
            for grant in node.grants:
                key = (grant.remedy.text, grant.is_right, grant.with_return)
                grouped.setdefault(key, []).append(grant_plan(node, grant, rules[node.name.text], self.context))
        titles = self.context.scope.remedies
        return tuple(
            combined(kind, titles[kind].title.text or kind, is_right, with_return, tuple(grants))
            for (kind, is_right, with_return), grants in grouped.items()
        )

    def _barred(self, name: str) -> Expr:
        return either(self.effective[node.name.text] for node in self.barring[name])

    def _barred_by(self, name: str) -> tuple[str, ...]:
        return tuple(node.name.text for node in self.barring[name])

    def _exclusion(self, node: Exclusion) -> ExclusionPlan:
        name, context = node.name.text, self.context
        conditions = tuple(map(context.condition, node.conditions))
        citations = context.citations(node.cites)
        return ExclusionPlan(name, node.title.text, self.effective[name], conditions, self._barred_by(name), citations)

    def _rule(self, node: Rule) -> RulePlan:
        context = self.context
        conditions = tuple(map(context.condition, node.conditions))
        applies = both((self.in_force, *(condition.expr for condition in conditions)))
        barred, barred_by = self._barred(node.name.text), self._barred_by(node.name.text)
        time = context.time(node.name.text, node.title.text, node.time)
        met_by = context.act(node)
        act = met_by.text if met_by else event_of(time.convention.met_by) or DEFAULT_ACT
        reach = reach_of(applies, barred, time, act if act in context.scope.facts else None)
        citations = context.citations(node.cites)
        return RulePlan(
            node.name.text, node.title.text, conditions, barred_by, time, reach, status_of(reach), citations
        )
