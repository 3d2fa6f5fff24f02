"""Files to print and to fill in: sheets, documents and workbooks, in each format."""

from collections.abc import Callable, Iterable

Keep = Callable[[Iterable[bytes], Callable[[], bytes]], bytes]
"""Gives what a function makes, or what it made before of the same ingredients: all that decides the bytes
besides our code."""
