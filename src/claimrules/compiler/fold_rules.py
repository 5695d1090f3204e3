"""Rules, exclusions and grants → plans: what applies, what bars it, when, how much."""

from __future__ import annotations

from attrs import field, frozen

from claimrules.compiler.combine import combined, reach_of, status_of
from claimrules.compiler.context import Context, groups_of
from claimrules.constructs.declarations.statements import Adjustment, Exclusion, Grant, Rule
from claimrules.core.build import both, choose, either, negate
from claimrules.core.expr import YES, Apply, Expr, Lit
from claimrules.core.ops.money import PLUS, REMAINDER
from claimrules.core.plan import ExclusionPlan, GrantPlan, RemedyPlan, RulePlan, ShippingPlan

#: The act that uses a right when neither the ruleset nor the rule names one.
DEFAULT_ACT = "claim_filed"


@frozen
class RuleFold:
    """Folds the rules and exclusions of one file."""

    context: Context
    in_force: Expr
    _effective: dict[str, Expr] = field(init=False, factory=dict)

    def exclusions(self) -> tuple[ExclusionPlan, ...]:
        """Return every exclusion: when it holds, and whether it then bars anything."""
        return tuple(map(self._exclusion, self._barring()))

    def rules(self) -> dict[str, RulePlan]:
        """Return every rule by its name."""
        return {node.name.text: self._rule(node) for node in self.context.file.of(Rule)}

    def remedies(self, rules: dict[str, RulePlan]) -> tuple[RemedyPlan, ...]:
        """Return every remedy; grants of one kind on the same terms of right and return are combined."""
        grouped: dict[tuple[str, bool, bool | None], list[GrantPlan]] = {}
        for node in self.context.file.of(Rule):
            for grant in node.grants:
                key = (grant.remedy.text, grant.is_right, grant.with_return)
                grouped.setdefault(key, []).append(self._grant(node, grant, rules[node.name.text]))
        titles = self.context.scope.remedies
        return tuple(
            combined(kind, titles[kind].title.text or kind, is_right, with_return, tuple(grants))
            for (kind, is_right, with_return), grants in grouped.items()
        )

    def _barring(self, name: str | None = None) -> list[Exclusion]:
        exclusions = [node for node in self.context.scope.statements.values() if isinstance(node, Exclusion)]
        return [node for node in exclusions if name is None or any(bar.text == name for bar in node.bars)]

    def _barred(self, name: str) -> tuple[Expr, tuple[str, ...]]:
        barring = self._barring(name)
        return either(self._effective_of(node) for node in barring), tuple(node.name.text for node in barring)

    def _effective_of(self, node: Exclusion) -> Expr:
        name = node.name.text
        if name not in self._effective:
            holds = both(self.context.low.condition(condition) for condition in node.conditions)
            self._effective[name] = both((holds, negate(self._barred(name)[0])))
        return self._effective[name]

    def _exclusion(self, node: Exclusion) -> ExclusionPlan:
        conditions = tuple(map(self.context.condition, node.conditions))
        barred_by = self._barred(node.name.text)[1]
        effective, citations = self._effective_of(node), self.context.citations(node.cites)
        return ExclusionPlan(node.name.text, node.title.text, effective, conditions, barred_by, citations)

    def _rule(self, node: Rule) -> RulePlan:
        context = self.context
        conditions = tuple(map(context.condition, node.conditions))
        applies = both((self.in_force, *(condition.expr for condition in conditions)))
        barred, barred_by = self._barred(node.name.text)
        time = context.time(node.name.text, node.title.text, node.time)
        met_by = node.met_by or context.head.met_by
        act = met_by.text if met_by else DEFAULT_ACT
        reach = reach_of(applies, barred, time, act if act in context.scope.facts else None)
        citations = context.citations(node.cites)
        return RulePlan(
            node.name.text, node.title.text, conditions, barred_by, time, reach, status_of(reach), citations
        )

    def _grant(self, rule: Rule, node: Grant, plan: RulePlan) -> GrantPlan:
        kind = self.context.scope.remedies[node.remedy.text]
        amount, is_ceiling = node.amount, node.is_ceiling
        if amount is None:
            amount, is_ceiling = kind.amount, kind.is_ceiling
        expr = self.context.low.amount(amount) if amount is not None else None
        for op, parts in ((PLUS, node.plus), (REMAINDER, node.less)):
            for part in parts:
                expr = Apply(op, (Lit(0) if expr is None else expr, self._adjustment(part)))
        return GrantPlan(plan, expr, is_ceiling, self._shipping(node), groups_of(rule.evidence))

    def _adjustment(self, node: Adjustment) -> Expr:
        low = self.context.low
        amount = low.amount(node.amount)
        return amount if node.condition is None else choose(low.condition(node.condition), amount, Lit(0))

    def _shipping(self, node: Grant) -> ShippingPlan | None:
        shipping = node.shipping
        if shipping is None:
            return None
        condition = self.context.low.condition(shipping.condition) if shipping.condition is not None else YES
        return ShippingPlan(shipping.payer.text, condition, shipping.otherwise.text if shipping.otherwise else "")
