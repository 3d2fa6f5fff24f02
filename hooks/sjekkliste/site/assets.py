"""What the pages load, in few files whose names change with what they hold: a browser keeps them for good,
and never mixes those of two editions. The sources are published too, for pages from before."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ..files import Keep

FOLDERS, DOCS = ("overrides", "templates"), "docs"
FOLDER, SCRIPTS = "assets/hashed", "assets/js"
SOURCE = re.compile(r"assets/[\w/-]+\.(?:js|json|svg)\b")
NPM = Path(sys.prefix) / "npm"
NODE = Path(sys.prefix) / "bin" / "node"
BUNDLE = Path(__file__).with_name("bundle.mjs")


class Assets(NamedTuple):
    """Files by their addresses, and the address of what is made from each source that pages name. Without,
    pages ask for the sources."""

    files: Mapping[str, bytes] = MappingProxyType({})
    addresses: Mapping[str, str] = MappingProxyType({})

    def named(self, html: str) -> str:
        """The page, asking for the files."""
        return SOURCE.sub(lambda source: self.addresses.get(source[0], source[0]), html)


def assets(root: Path, others: Mapping[str, bytes], keep: Keep) -> Assets:
    """Of the scripts and images that the project's templates name, with all that the scripts load, and of the
    others by their names. Raises CalledProcessError where a script is not valid."""
    texts = [
        file.read_text(encoding="utf-8") for folder in FOLDERS for file in (root / folder).rglob("*.html")
    ]
    named = sorted({source for text in texts for source in SOURCE.findall(text)} - others.keys())
    images = {source: (root / DOCS / source).read_bytes() for source in named if source.endswith(".svg")}
    made = [
        *bundled(root / DOCS / SCRIPTS, [source for source in named if source.endswith(".js")], keep),
        *(hashed(source, content) for source, content in {**images, **others}.items()),
    ]
    return Assets({to: content for _, to, content in made}, {source: to for source, to, _ in made})


def carried() -> Iterator[tuple[str, bytes]]:
    """What the scripts import and is not written here, by its address. Raises FileNotFoundError where `make`
    has not installed it."""
    for name, source in json.loads((NPM / "package.json").read_bytes())["carried"].items():
        content = (NPM / "node_modules" / source).read_bytes()
        yield f"{SCRIPTS}/vendor/{name}", content.partition(b"//# sourceMappingURL")[0]


def without_comments(css: str) -> str:
    """The styles as they stand in each page: on a slow network, what a page waits for before it is drawn
    costs more than what it carries."""
    return re.sub(r"\n\s+", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


def hashed(source: str, content: bytes) -> tuple[str, str, bytes]:
    """The source, the address of the file that is made from it, and its content."""
    path = Path(source)
    return source, f"{FOLDER}/{path.stem}-{sha256(content).hexdigest()[:12]}{path.suffix}", content


def bundled(folder: Path, entries: Iterable[str], keep: Keep) -> Iterator[tuple[str, str, bytes]]:
    """The same for each file of scripts; without a source, it is loaded by the others."""
    names = [entry.removeprefix(f"{SCRIPTS}/") for entry in entries]
    sources = [NPM / "package-lock.json", *sorted(folder.rglob("*.js"))]
    ingredients = [*(name.encode() for name in names), *(file.read_bytes() for file in sources)]
    command = [str(one) for one in (NODE, BUNDLE, NPM, folder, *names)]
    made = keep(ingredients, lambda: subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)  # noqa: S603  All is our own.
    for file in json.loads(made):
        yield f"{SCRIPTS}/{file['entry']}", f"{FOLDER}/{file['name']}", file["code"].encode()
