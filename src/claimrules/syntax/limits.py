"""What a policy file may hold at most. A file from a stranger is safe to read."""

from typing import Final

#: Characters in one file (10,000 rules are about 3.4 million).
LONGEST_FILE: Final = 8_000_000
#: Parentheses and `not` inside one another.
DEEPEST: Final = 50
#: Levels of a declaration's tree: moments inside moments, operators inside operators.
DEEPEST_TREE: Final = 100
#: Digits in one number.
LONGEST_NUMBER: Final = 15
