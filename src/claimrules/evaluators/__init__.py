"""Evaluators: a kernel each, and the re-shaping of answers into a decision."""
