"""The scripts as readers get them."""

import re

# Minifiers that read no grammar break nested template strings, and those that do need Node.
COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


def without_comments(script: str) -> str:
    """The script without the comments that stand on lines of their own: about a third of it."""
    return COMMENT.sub("", script)
