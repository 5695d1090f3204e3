"""Passes from policy text to a plan; each file one pass."""
