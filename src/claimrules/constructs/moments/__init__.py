"""The moments of the language."""
