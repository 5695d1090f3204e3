"""What is printed as JSON → JSON Schemas (draft 2020-12), from the classes and the facts themselves."""
