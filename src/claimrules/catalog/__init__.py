"""Rulesets on disk: names to files to plans."""
