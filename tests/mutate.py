"""Faults made by rule in the scripts that keep the reader's work: do the tests see them?

`python -m tests.mutate` makes some at random, the same each time, and fails when more than a twentieth pass,
or one passes that `mutants.yml` does not explain. `FAULTS` is how many, `SEED` is which, `ONLY` a room.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue

import yaml

from .bench import needed
from .project import ROOT

SCRIPTS = Path("docs/assets/js")
SLOW = ("xlsx", "zip", "link", "merge", "read")
"""Tests that take longer than all the others together, and see little that those do not."""
SHOWN_BY = ("plan", "storage", "windows", "meanwhile", "decision", "joint", "own_items")
BROWSER = [f"tests/browser/test_{name}.py" for name in SHOWN_BY]
ROOMS = {"plan": False, "formats": False, "store": False, "controls": True}
"""The rooms where faults are made, and whether only a browser shows them."""
MOST = 0.05
WORKERS = os.cpu_count() or 1
RULES: dict[str, tuple[str, str]] = {
    "turned": (r" === ", " !== "),
    "turned back": (r" !== ", " === "),
    "less": (r" <= ", " < "),
    "less or equal": (r" < (?=[\w(])", " <= "),
    "more": (r" >= ", " > "),
    "more or equal": (r" > (?=[\w(])", " >= "),
    "or": (r" && ", " || "),
    "and": (r" \|\| ", " && "),
    "not": (r"!(?=[\w(]+)(?!=)", ""),
    "no await": (r"\bawait ", ""),
    "one more": (r"(?<![\w.\"'`#x\\{-])(\d+)(?![\w\"'`\\}])", "+1"),
    "true": (r"\bfalse\b", "true"),
    "false": (r"\btrue\b", "false"),
    "dropped": (r"^(\s+)(?:this\.|[\w.]+\()[^=]*\);$", r"\1;"),
    "emptied": (
        r"^((?:export )?(?:async )?function .*\{|  (?!if|for|while|switch|constructor)[\w ]+\(.*\) \{)$",
        r"\1 return;",
    ),
}


@dataclass(frozen=True)
class Fault:
    """A line of a script, as it is and spoilt."""

    file: str
    number: int
    rule: str
    line: str
    spoilt: str

    @property
    def name(self) -> str:
        """The same as long as the line is."""
        return f"{self.file} {self.rule}: {self.line.strip()}"


def faults(room: str) -> Iterator[Fault]:
    """All that the rules can make in the room, outside comments."""
    for file in sorted((ROOT / SCRIPTS / room).rglob("*.js")):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n")):
            if re.match(r"\s*(?:/?\*|//|import|export \{)", line):
                continue
            for rule, (pattern, change) in RULES.items():
                for found in re.finditer(pattern, line.partition(" // ")[0]):
                    new = str(int(found[1]) + 1) if change == "+1" else found.expand(change)
                    spoilt = line[: found.start()] + new + line[found.end() :]
                    yield Fault(file.relative_to(ROOT).as_posix(), number, rule, line, spoilt)


def chosen(count: int, seed: int, only: str) -> list[Fault]:
    """Some of them, from every room as many as it has a share in."""
    every = [fault for room in ROOMS if only in ("", room) for fault in faults(room)]
    return random.Random(seed).sample(every, min(count, len(every)))


def copy(folder: Path) -> Path:
    """A project to spoil, beside what is installed."""
    ignored = shutil.ignore_patterns(".git", ".venv", "node_modules", ".cache", "__pycache__")
    project = Path(shutil.copytree(ROOT, folder / "project", ignore=ignored))
    (project / ".venv").symlink_to((ROOT / ".venv").resolve())
    (project / "tests/node_modules").symlink_to((ROOT / "tests/node_modules").resolve())
    return project


def passes(project: Path, fault: Fault) -> bool:
    """Whether the tests see nothing of the fault."""
    file, room = project / fault.file, Path(fault.file).relative_to(SCRIPTS).parts[0]
    whole = file.read_text(encoding="utf-8")
    lines = whole.split("\n")
    lines[fault.number] = fault.spoilt
    file.write_text("\n".join(lines), encoding="utf-8")
    env = {**os.environ, "RUNS": "300", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "hooks"}
    try:
        return all(
            subprocess.run(one, cwd=project, env=env, capture_output=True, timeout=240).returncode == 0
            for one in commands(project, file, in_browser=ROOMS[room])
        )
    except subprocess.TimeoutExpired:
        return False
    finally:
        file.write_text(whole, encoding="utf-8")


def commands(project: Path, file: Path, *, in_browser: bool) -> list[list[str]]:
    """What is run until one fails, the quickest first: of the script tests those that load the file."""
    bin_ = project / ".venv/bin"
    if in_browser:
        return [[str(bin_ / "python"), "-m", "pytest", "-xq", "-n0", "-p", "no:cacheprovider", *BROWSER]]
    tests = [one for one in sorted(project.glob("tests/js/*.test.js")) if file.resolve() in needed(one)]
    slow = [one for one in tests if one.name.removesuffix(".test.js") in SLOW]
    quick = [one for one in tests if one not in slow]
    return [
        [str(bin_ / "node"), "--import", "./tests/vendor.js", "--test", *map(str, some)]
        for some in (quick, slow)
        if some
    ]


def survivors(found: list[Fault]) -> Iterator[Fault]:
    """Those that pass, as they are found, each tried in a copy that no other uses."""
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(WORKERS) as pool:
        projects: SimpleQueue[Path] = SimpleQueue()
        first = copy(Path(name) / "0")
        projects.put(first)
        for number in range(1, WORKERS):
            projects.put(copy(Path(name) / str(number)))
        sample = {one.file.split("/")[3]: replace(one, spoilt=one.line) for one in found}
        assert all(passes(first, one) for one in sample.values()), "the tests fail by themselves"

        def tried(fault: Fault) -> Fault | None:
            project = projects.get()
            try:
                return fault if passes(project, fault) else None
            finally:
                projects.put(project)

        yield from (one for one in pool.map(tried, found) if one)


def main() -> int:
    """0 where the tests see enough."""
    explained = yaml.safe_load((ROOT / "tests/mutants.yml").read_text(encoding="utf-8")) or {}
    read = os.environ.get
    found = chosen(int(read("FAULTS", "200")), int(read("SEED", "1")), read("ONLY", ""))
    left = []
    for one in survivors(found):
        left.append(one)
        place = f"{one.file}:{one.number + 1} {one.rule}"
        print(place, f"- {one.line.strip()}", f"+ {one.spoilt.strip()}", sep="\n", flush=True)
    unknown = [one for one in left if one.name not in explained]
    print(f"{len(left)} of {len(found)} pass, {len(unknown)} of them unexplained")
    return int(bool(unknown) or len(left) > MOST * len(found))


if __name__ == "__main__":
    sys.exit(main())
