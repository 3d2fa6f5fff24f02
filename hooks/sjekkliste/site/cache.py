"""Files that take long to make, kept by a hash of what they are made from. Safe to delete."""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

FOLDER = ".cache/sjekkliste"
"""Where it is, below the project's folder."""
COMPILED = ".cache/templates"
"""Where the templates are as they were compiled, in a folder for each version of our code."""
KEEP = 400
"""How many files the folder holds."""


def hashed(parts: Iterable[bytes]) -> str:
    """One hash of all the parts; where one part ends and the next begins counts too."""
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


PACKAGE = Path(__file__).parent.parent
ENGINES = ("typst", "fontpkg-source-sans-3", "jinja2", "segno")


@cache
def code() -> bytes:
    """A hash of our code and of its engines, taken once: it may be edited while the server runs."""
    files = (file for file in sorted(PACKAGE.rglob("*")) if file.suffix in (".py", ".mjs", ".yml", ".typ"))
    engines = (f"{name} {version(name)}".encode() for name in ENGINES)
    return hashed([*(file.read_bytes() for file in files), *engines, sys.version.encode()]).encode()


@cache
def compiled(folder: Path) -> BytecodeCache | None:
    """What keeps compiled templates below the folder, those of our code as it is; nothing if it may not."""
    here = folder / code().decode()[:12]
    try:
        if not here.exists():
            shutil.rmtree(folder, ignore_errors=True)
        here.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(here)) if os.access(here, os.W_OK) else None


class Cache:
    """A folder of made files. After a change in our code, without a folder, or where it cannot be
    used, everything is made anew."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def get(self, ingredients: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
        """What `make` gives, from the folder if it was made from the same ingredients before."""
        if not self.folder:
            return make()
        entry = self.folder / hashed([code(), *ingredients])
        content = read(entry)
        if content is None:
            content = make()
            write(entry, content)
        return content


def read(entry: Path) -> bytes | None:
    """The content of an entry; nothing if it is missing, damaged or cannot be read.

    An entry begins with a hash of the rest.
    """
    try:
        digest, content = (whole := entry.read_bytes())[:32], whole[32:]
    except OSError:
        return None
    return content if hashlib.sha256(content).digest() == digest else None


def write(entry: Path, content: bytes) -> None:
    """Store an entry, whole or not at all, and drop the oldest; where that is not allowed, do nothing."""
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=entry.parent, delete=False) as file:
            file.write(hashlib.sha256(content).digest() + content)
        os.replace(file.name, entry)
        for old in sorted(entry.parent.iterdir(), key=lambda one: one.stat().st_mtime)[:-KEEP]:
            old.unlink()
    except OSError:
        pass
