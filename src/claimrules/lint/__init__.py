"""What may be meant but hardly is: warnings about policy files."""
