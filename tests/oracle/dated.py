"""Policy with parameters × world → the policy with the values that hold on the day of the order."""

from __future__ import annotations

from tests.oracle.conditions import day_of
from tests.oracle.policy import Policy
from tests.oracle.world import World


def dated(policy: Policy, world: World) -> Policy:
    """Return the policy as it is on the day of the event that the ruleset is in force by."""
    force = policy.head.in_force
    if force is None or not policy.later:
        return policy
    day = day_of(force.by.text, world, policy)
    return [policy, *(later for first, later in policy.later if first <= day)][-1]
