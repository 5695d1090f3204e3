"""Random rulesets: rules, exclusions of exclusions, windows of every kind, amounts and steps over a small vocabulary."""

from __future__ import annotations

import re
from random import Random

from attrs import Factory, define

from tests.agreement.conventions import calendars, conventions
from tests.agreement.words import (
    ACTS,
    AMOUNTS,
    CONVENTIONS,
    DATES,
    EVENTS,
    HEAD,
    INSTANTS,
    LONG,
    PLACES,
    SIGNS,
    UNITS,
    ZONES,
)


@define
class Writer:
    """Writes one ruleset by chance.

    Args:
        asks_known: conditions may ask whether a fact is known.
        hides_where: the place, the zone or both are told by facts.
    """

    random: Random
    asks_known: bool = False
    hides_where: bool = False
    windows: list[str] = Factory(list)
    opened: list[str] = Factory(list)
    statements: list[str] = Factory(list)

    def text(self) -> str:
        """Return the text of a ruleset, its declarations in an order that reads well."""
        force = self.maybe(f"in force from {self.pick(DATES)} {self.maybe('until 2027-06-30 ')}by bought\n  ", 0.3)
        windows = [self.window(f"w{number}") for number in range(self.random.randint(1, 4))]
        rules = [self.rule(f"r{number}") for number in range(self.random.randint(1, 5))]
        exclusions = [self.exclusion(f"x{number}") for number in range(self.random.randint(0, 4))]
        steps = [self.step(f"s{number}") for number in range(self.random.randint(1, 4))]
        return "\n".join([self.head(force), *windows, *rules, *exclusions, *steps, ""])

    def head(self, force: str) -> str:
        """Return how the ruleset counts, and the facts and remedies that it knows."""
        return HEAD.format(
            force=force,
            act=self.act(0.7),
            counting=self.pick(CONVENTIONS),
            calendars=calendars(self.random),
            conventions=conventions(self.random),
            place="shop.place" if self.hides_where else self.pick(PLACES),
            zone="shop.zone" if self.random.random() < (0.3 if self.hides_where else 0.1) else f'"{self.pick(ZONES)}"',
            rounding=self.pick(["half_up", "half_even", "up", "down"]),
        )

    def pick(self, choices: list[str] | tuple[str, ...]) -> str:
        """Return one of several texts."""
        return self.random.choice(choices)

    def maybe(self, text: str, chance: float = 0.5) -> str:
        """Return a text or nothing."""
        return text if self.random.random() < chance else ""

    def act(self, chance: float) -> str:
        """Return which act must be in time, or nothing."""
        return self.maybe(f" met by {self.pick(ACTS)}", chance)

    def condition(self, depth: int = 2) -> str:
        """Return a condition."""
        if depth == 0 or self.random.random() < 0.4:
            return self.atom()
        first, second = self.condition(depth - 1), self.condition(depth - 1)
        return self.pick([f"({first} and {second})", f"({first} or {second})", f"not ({first})", f"not {self.atom()}"])

    def atom(self) -> str:
        """Return a condition without parts."""
        event, other, date = self.pick(EVENTS), self.pick(EVENTS), self.pick(DATES)
        first, second = sorted([self.pick(DATES), self.pick(DATES)])
        sign, number = self.pick(SIGNS), self.random.randint(1, 5)
        atoms = (
            event, event, "item.sealed", "item.gift", "item.state is worn", "item.state is one of fresh, broken",
            "item.kind is fruit", "item.kind is one of apples, tools", "item.tags includes red", 'shop.code is "A"', f"item.count {sign} {number}", f"item.price {sign} 10.00 USD",
            f"item.fee {sign} item.price", f"{event} after {other}", f"{event} before {other}", f"{event} after {date}",
            f"{event} before {date}", f"{event} between {first} and {second}",
            f"days between {event} and {other} {sign} {number}", f"hours between {event} and {other} {sign} {number}",
        )  # fmt: skip
        known = self.pick([event, "item.sealed", "item.tags", "shop.code"])
        return f"{known} is known" if self.asks_known and self.random.random() < 0.1 else self.pick(atoms)

    def duration(self) -> str:
        """Return a length of time, nothing included."""
        unit = self.pick(UNITS)
        length = f"{self.random.randint(0, 3 if unit in LONG else 50)} {unit}"
        is_compound = unit in {*LONG, "days", "weeks"} and self.random.random() < 0.25
        return (
            f"{length} and {self.random.randint(0, 20)} {self.pick(['days', 'days', 'months'])}"
            if is_compound
            else length
        )

    def moment(self, depth: int = 2) -> str:
        """Return a moment."""
        edges = [f"end of {window}" for window in self.windows] + [f"start of {window}" for window in self.opened]
        if depth == 0 or self.random.random() < 0.5:
            return self.pick([*EVENTS, *EVENTS[:4], self.pick(DATES), self.pick(INSTANTS), *edges])
        if self.random.random() < 0.3:
            parts = [f"({self.moment(depth - 1)})" for _ in range(self.random.randint(2, 3))]
            return f"({self.pick(['latest', 'earliest'])} of {', '.join(parts)})"
        return f"{self.duration()} {self.pick(['after', 'after', 'before'])} {self.moment(depth - 1)}"

    def period(self) -> str:
        """Return a period."""
        span = f"from {self.moment()}{self.maybe(f' until {self.moment()}')}"
        length = f"{self.duration()} after {self.moment(1)}"
        return self.pick([span, length, length, f"until {self.moment()}", "none", "unlimited", *self.windows[:1]])

    def window(self, name: str) -> str:
        """Return a window that later ones can refer to."""
        branches = "".join(f" when {self.condition(1)}: {self.period()}" for _ in range(self.random.randint(1, 2)))
        body = self.pick([f"= {self.period()}", f"= {self.period()}", f"{branches} otherwise: {self.period()}"])
        guard, inclusive = self.maybe(f" when {self.condition(1)}"), self.maybe(" inclusive")
        changes = [
            f" extended by {self.duration()}{guard}", f" extended to {self.moment()}{guard}", f" capped at {self.moment()}",
            f" at least {self.moment()}{guard}", f" paused from {self.moment()} until {self.moment()}{inclusive}{guard}",
            f" paused from {self.moment(0)} until {self.moment(0)}{inclusive}",
        ]  # fmt: skip
        if self._is_a_length(body):
            changes += [f" restarted by {self.pick(EVENTS)}{guard}"] * 2
        chosen = self.random.sample(changes, self.random.choice([0, 0, 1, 2, 3]))
        counting = self.maybe(f" counting {self.pick(CONVENTIONS)}", 0.5)
        self.windows.append(name)
        self.opened += [] if any(word in body for word in ("= until", ": until", "unlimited", " w")) else [name]
        return f"window {name} {body}{''.join(chosen)}{counting}{self.act(0.3)}"

    def _is_a_length(self, body: str) -> bool:
        """Tell whether a window is so many units after something, in all its branches."""
        periods = re.split(r": |= ", body.replace(" otherwise", ""))[1:]
        return all(period[0].isdigit() for period in periods)

    def time(self) -> str:
        """Return time clauses."""
        clauses = [f" within {self.pick(self.windows)}", f" from {self.moment()}", f" until {self.moment()}"]
        return "".join(self.random.sample(clauses, self.random.choice([0, 1, 1, 1, 2])))

    def grant(self) -> str:
        """Return what a rule grants."""
        remedy = self.pick(["refund", "share", "repair"])
        returns = self.pick(["", "", " with return", " without return"])
        amount = self.maybe(f" {self.pick(['amount', 'at most'])} {self.amounts()}", 0.3)
        changes = [
            f" {kind} {self.pick(AMOUNTS)}{self.maybe(f' if {self.condition(1)}', 0.4)}" for kind in ("plus", "less", "less")
        ]  # fmt: skip
        some = "".join(self.random.sample(changes, self.random.randint(0, 2))) if remedy != "repair" or amount else ""
        bounds = [
            f" at least {self.amount().replace('10.00 USD', 'item.fee')}",
            f" capped at {self.amount()}",
            " beyond what was paid",
        ]
        some += "".join(self.random.sample(bounds, self.random.choice([0, 0, 0, 1, 2]))) if amount else ""
        return f" {self.pick(['grant', 'grant', 'may grant'])} {remedy}{returns}{amount}{some}"

    def amount(self, depth: int = 1) -> str:
        """Return an amount that can stand in parentheses or be chosen by conditions."""
        if depth == 0 or self.random.random() < 0.6:
            return self.pick(AMOUNTS)
        parts = self.amount(depth - 1), self.amount(depth - 1)
        total = f"({self.pick(['{} plus {}', '{} less {}', 'lowest of {}, {}', 'highest of {}, {}']).format(*parts)})"
        return self.pick([total, f"7.5% of {total}"])

    def amounts(self) -> str:
        """Return an amount, or several under conditions."""
        if self.random.random() < 0.6:
            return self.amount()
        if self.random.random() < 0.3:
            return f"{self.pick(['lowest', 'highest'])} of {', '.join(self.amount() for _ in range(self.random.randint(2, 3)))}"
        tiers = ", ".join(f"when {self.condition(1)}: {self.amount()}" for _ in range(self.random.randint(1, 2)))
        return f"{tiers}, otherwise {self.amount()}"

    def oblige(self, duty: str, *, has_amount: bool) -> str:
        """Return a duty, by chance with what a delay costs."""
        near = f"{self.random.randint(0, 9)} days after {self.pick(['bought', 'sent'])}"
        window = self.pick([f"{self.duration()} after {self.moment(1)}", near, near, *self.windows[:2]])
        rates = ["interest 15%", "interest 4.75%"] if has_amount else []
        costs = [self.amount(), f"interest 9% of {self.amount()}", *(f"{rate}" for rate in rates)]
        days = sorted(self.random.sample(range(40), self.random.choice([0, 0, 1, 2])))
        bands = [f"{self.pick(costs)} until {number} days late" for number in days]
        owed = self.maybe(f" else {', '.join([*bands, self.pick(costs)])}", 0.8)
        return f" oblige {self.pick(['seller', 'buyer', 'platform'])} to {duty} within {window}{owed}"

    def rule(self, name: str) -> str:
        """Return a rule."""
        self.statements.append(name)
        when = self.maybe(f" when {self.condition()}", 0.8) + self.maybe(f" unless {self.condition(1)}", 0.2)
        grants = "".join(self.grant() for _ in range(self.random.choice([1, 1, 2])))
        gives_amount = grants.split("grant ")[1].startswith("refund") and "at most" not in grants.split("grant ")[1]
        duties = "".join(self.maybe(self.oblige(duty, has_amount=gives_amount), 0.3) for duty in ("pay", "send"))
        return f'rule {name}{when}{self.time()}{self.act(0.2)}{grants}{duties} cite book "{name}"'

    def exclusion(self, name: str) -> str:
        """Return an exclusion of rules or of exclusions written before it."""
        bars = self.random.sample(self.statements, min(len(self.statements), self.random.randint(1, 2)))
        self.statements.append(name)
        unless = self.maybe(f" unless {self.condition(1)}", 0.2)
        return f'exclusion {name} bars {", ".join(bars)} when {self.condition()}{unless} cite book "{name}"'

    def step(self, name: str) -> str:
        """Return a step."""
        when = self.maybe(f" when {self.condition()}", 0.7)
        return f'step {name} by {self.pick(["buyer", "seller"])}{when}{self.time()} cite book "{name}"'
