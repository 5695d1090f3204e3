"""What can be wrong with a policy text or with facts, and how it is shown."""
