"""The declarations of the language."""
