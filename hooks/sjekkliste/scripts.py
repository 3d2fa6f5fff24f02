"""The scripts as readers get them."""

import re

# Minifiers that read no grammar break nested template strings, and those that do need Node.
DOC_COMMENT = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)


def without_comments(script: str) -> str:
    """The script without the doc comments that stand on lines of their own: about a third of it."""
    return DOC_COMMENT.sub("", script)
