"""The command line: `PYTHONPATH=hooks python -m sjekkliste COMMAND`, from the project's folder.

Ends with 1, and names every problem, where there is something to mend.
"""

import argparse
import sys
from pathlib import Path

from .commands import check, overdue, publish, register
from .deploy import deploy
from .project import ContentError


def main(arguments: list[str]) -> None:
    """Run one command; `arguments` are the words after the program's name."""
    parser = argparse.ArgumentParser(prog="sjekkliste", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder")
    commands = parser.add_subparsers(dest="command", required=True)
    made = {
        run: commands.add_parser(run.__name__, help=run.__doc__)
        for run in (check, deploy, overdue, publish, register)
    }
    for run, command in made.items():
        command.set_defaults(run=run)
    made[publish].add_argument("site", type=Path, help="the folder of the built site")
    made[deploy].add_argument("site", type=Path, nargs="?", help="the folder of the built site")
    made[deploy].add_argument("--ready", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    try:
        options.run(options)
    except ContentError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main(sys.argv[1:])
