"""The language, one file per construct: how it is built from a tree, checked, and lowered to the core."""
