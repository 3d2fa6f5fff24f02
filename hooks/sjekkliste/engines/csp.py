"""A content security policy made from what a page really holds.

Inline scripts and styles are allowed by their hash, everything else only from the site
itself. https://www.w3.org/TR/CSP3/
"""

import base64
import hashlib
import re
from functools import cache
from itertools import chain

INLINE = re.compile(r"<(?P<tag>script|style)\b(?P<attributes>[^>]*)>(?P<body>.*?)</(?P=tag)>", re.DOTALL)
CHARSET = '<meta charset="utf-8">'


def with_csp(html: str) -> str:
    """The page with its policy right after the charset, before anything is loaded."""
    return html.replace(
        CHARSET, f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy(html)}">', 1
    )


def policy(*pages: str) -> str:
    """The policy of one page, or one for them all. Data blocks in script elements run nothing and
    need no hash."""
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for found in chain.from_iterable(map(INLINE.finditer, pages)):
        inline = "src=" not in found["attributes"] and "application/json" not in found["attributes"]
        if inline and (digest := sha256(found["body"])) not in hashes[found["tag"]]:
            hashes[found["tag"]].append(digest)
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *hashes["script"])),
            " ".join(("style-src 'self'", *hashes["style"])),
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


@cache
def sha256(text: str) -> str:
    """The source expression that allows exactly this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
