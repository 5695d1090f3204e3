"""A new ruleset to start from: a table, its cases, and comments that teach."""
