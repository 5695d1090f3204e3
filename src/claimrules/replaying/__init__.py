"""A record → the same decision once more: whether the answer is the same, and else what differs and what changed."""
