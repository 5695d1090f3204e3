"""What other facts, or another instant, would change about a decision: by deciding again, never by other rules."""
