"""For people who write rulesets: run their cases."""
