"""The command line: `PYTHONPATH=hooks python -m sjekkliste COMMAND`, from the project's folder.

Ends with 1, and names every problem, where there is something to mend.
"""

import argparse
import sys
from pathlib import Path

from .commands import check, deploy, overdue, publish, register
from .project import ContentError

COMMANDS = {"check": check, "deploy": deploy, "overdue": overdue, "publish": publish, "register": register}


def main(arguments: list[str]) -> None:
    """Run one command; `arguments` are the words after the program's name."""
    parser = argparse.ArgumentParser(prog="sjekkliste", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder")
    parsers = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        command.add_arguments(parsers.add_parser(name, help=command.__doc__))
    options = parser.parse_args(arguments)
    try:
        COMMANDS[options.command].run(options)
    except ContentError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main(sys.argv[1:])
