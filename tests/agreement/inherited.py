"""Random rulesets that extend one another: with tables, values that change, and statements in place of inherited ones."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from attrs import define, evolve

from tests.agreement.policies import Writer
from tests.agreement.tables import table
from tests.agreement.words import CONVENTIONS, EVENTS, SIGNS
from tests.oracle.subject import Subject, subject_of

_PARENT = "generated_parent"
_FORCE = "in force from 2026-01-01 by bought\n  "


@define
class Heir(Writer):
    """Writes a ruleset and one that extends it."""

    def head(self, force: str) -> str:
        """Return a head that names its place; a place that is not known is the business of test_oracle.py."""
        return super().head(force).replace("place shop.place\n", "place KR\n")

    def parent(self) -> str:
        """Return the text of a parent: parameters, windows, rules, a table, exclusions and steps."""
        parameters = [self.parameter(name) for name in ("p_time", "p_rate", "p_money", "p_count")]
        windows = [self.window(f"w{number}") for number in range(2)]
        rules = [self.rule(f"r{number}") for number in range(2)]
        return "\n".join([
            self.head(_FORCE).replace("ruleset generated", f"ruleset {_PARENT}"), *parameters, *windows, *rules,
            table(self, "t0"), self.exclusion("x0"), self.exclusion("x1"), self.step("s0"), self.step("s1"), "",
        ])  # fmt: skip

    def child(self) -> str:
        """Return the text of a ruleset that extends the parent: with settings, statements and windows of its own."""
        settings = [
            f"counting {self.pick(CONVENTIONS)}", 'timezone "Europe/Berlin"', "rounding up", "met by asked",
            "in force from 2026-01-01 until 2027-02-28 by due",
        ]  # fmt: skip
        said = " ".join(self.random.sample(settings, self.random.choice([0, 1, 1, 2])))
        own = [
            self.parameter("p_time"), f"window w0 = {self.duration()} after {self.pick(EVENTS)}",
            self.rule("r0"), table(self, "r1"), self.rule("t0"), self.exclusion("x1"), self.step("s0"), self.step("s2"),
            self._replacing("r2"), table(self, "t2", f" replaces {self._inherited()}"), self.exclusion("x2"),
        ]  # fmt: skip
        chosen = [one for one in own if self.random.random() < 0.4]
        return "\n".join([f'ruleset generated "Generated" extends {_PARENT} {said}', *chosen, ""])

    def _replacing(self, name: str) -> str:
        return self.rule(name).replace(f"rule {name}", f"rule {name} replaces {self._inherited()}", 1)

    def _inherited(self) -> str:
        return ", ".join(self.random.sample(["r0", "r1", "t0", "x0"], self.random.choice([1, 1, 2])))

    def exclusion(self, name: str) -> str:
        """Return an exclusion of what is inherited, so that it does not matter what the child declares."""
        unless = self.maybe(f" unless {self.condition(1)}", 0.2)
        barred = {"x0": "r0, t0", "x1": self.pick(["r0", "r1, x0", "t0"])}.get(name) or self._inherited()
        return f'exclusion {name} bars {barred} when {self.condition()}{unless} cite book "{name}"'

    def parameter(self, name: str) -> str:
        """Return a value that changed at most twice."""
        values = {
            "p_time": ["7 days", "48 hours", "1 month and 3 days", "2 business days"],
            "p_rate": ["10%", "12.5%", "50%"],
            "p_money": ["10.00 USD", "20.01 USD", "0.01 USD"],
            "p_count": ["1", "3", "4"],
        }[name]
        days = [
            "2026-01-01",
            *self.random.sample(["2026-03-08", "2026-06-20", "2026-11-01"], self.random.randint(0, 2)),
        ]
        return " ".join([
            f"parameter {name}", *(f'from {day}: {self.pick(values)} cite book "{day}"' for day in self._mixed(days)),
        ])  # fmt: skip

    def _mixed(self, days: list[str]) -> list[str]:
        return self.random.sample(days, len(days))

    def duration(self) -> str:
        """Return a length of time, by chance one that changed."""
        return "p_time" if self.random.random() < 0.25 else super().duration()

    def amount(self, depth: int = 1) -> str:
        """Return an amount, by chance one that changed."""
        if self.random.random() < 0.25:
            return self.pick(["p_money", "p_rate of item.price", "p_rate of (item.price plus item.fee)"])
        return super().amount(depth)

    def atom(self) -> str:
        """Return a condition without parts, by chance with a value that changed."""
        changed = [f"item.count {self.pick(SIGNS)} p_count", f"item.price {self.pick(SIGNS)} p_money"]
        return self.pick(changed) if self.random.random() < 0.15 else super().atom()


def heir_of(random: Random, *, asks_known: bool = False) -> Subject:
    """Return a ruleset that extends another, with the texts of both for a message."""
    writer = Heir(random, asks_known=asks_known)
    parent, child = writer.parent(), writer.child()
    with TemporaryDirectory() as folder:
        Path(folder, f"{_PARENT}.claim").write_text(parent, encoding="utf-8")
        subject = subject_of(child, beside=Path(folder))
    return evolve(subject, text=f"{child}\n{parent}")
