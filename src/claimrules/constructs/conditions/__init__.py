"""The conditions of the language."""
