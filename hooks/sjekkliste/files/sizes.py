"""How large a published file is, in words, beside the link to it."""

import re

from ..texts import TEXTS, count

# PDF/A-2 of our engine keeps its page objects in plain sight. ISO 32000-1, 7.7.3.3
PDF_PAGE = re.compile(rb"/Type\s*/Page\b")


def size(path: str, content: bytes) -> str:
    """For example «7 sider, 178 kB»; only of PDF files are the pages known."""
    kilobytes = f"{max(1, round(len(content) / 1000))}\N{NO-BREAK SPACE}kB"
    pages = len(PDF_PAGE.findall(content)) if path.endswith(".pdf") else 0
    return f"{count(pages, TEXTS['sheets']['pages'])}, {kilobytes}" if pages else kilobytes
