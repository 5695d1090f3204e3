"""What the engine itself says, in the reader's language: messages, days, money and Korean particles."""
