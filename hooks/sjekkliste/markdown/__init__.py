"""From Markdown to HTML and to frozen values, with Python-Markdown, which finds the extension here."""

from .extension import makeExtension

__all__ = ["makeExtension"]
