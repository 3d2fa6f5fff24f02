"""Every address that the site has now, and whether each that it ever had still leads somewhere."""

from collections.abc import Iterable, Iterator, Mapping

from ..model.guide import Guide, Problem
from ..model.register import Known, Move, Register
from .register import (
    ADDRESSES,
    ANCHOR,
    EMBEDDED,
    FILE,
    ITEM,
    LIST,
    MOVED,
    MOVES,
    NEWS,
    PAGE,
    SHORT,
    problem,
)

NEWS_PAGE = "om/endringer/"
FOLDERS = {"k": SHORT, "innebygd": EMBEDDED}


def addresses(guide: Guide, made: Iterable[str]) -> dict[str, str]:
    """Each address with its kind; `made` are the files made from the guide."""
    found = dict(page_addresses(guide))
    for path in made:
        address = path.removesuffix("index.html")
        found.setdefault(address, FOLDERS.get(path.partition("/")[0], FILE))
    return found


def page_addresses(guide: Guide) -> Iterator[tuple[str, str]]:
    """The pages, and what stands on them."""
    for page in guide.pages:
        yield page.url, PAGE
        yield from ((f"{page.url}#{anchor}", ANCHOR) for anchor in page.anchors)
    for checklist in (*guide.checklists, *guide.measures):
        yield f"{checklist.url}#{checklist.id}", LIST
        for item in checklist.items:
            yield from ((f"{checklist.url}#{one}", ITEM) for one in (item.id, *item.formerly))
    yield from ((f"{NEWS_PAGE}#{one.id}", NEWS) for one in guide.register.changes)


def lead(address: str, current: Mapping[str, str], moves: Mapping[str, Move]) -> str | None:
    """Where the address leads now; None where nothing is said of it."""
    for _ in range(len(moves) + 1):
        page, sign, anchor = address.partition("#")
        if address in current:
            return address
        if address in moves:
            address = moves[address].new
        elif page in moves and "#" not in moves[page].new:
            address = moves[page].new + sign + anchor
        else:
            return None
    return None


def lost(guide: Guide, made: Iterable[str]) -> list[Problem]:
    """Addresses that are gone without a word, and words that lead nowhere."""
    register, current = guide.register, addresses(guide, made)
    moves = {move.old: move for move in register.moves}
    stays = (one for one in register.known if one.kind != NEWS)
    gone = [one for one in stays if lead(one.address, current, moves) is None]
    return [*(tell_lost(one) for one in gone), *bad_moves(register, current, moves)]


def tell_lost(known: Known) -> Problem:
    """The message for an address that no longer leads anywhere, with the remedy of its kind."""
    keys = {ITEM: "lost-item-address", SHORT: "lost-short-address"}
    return problem(ADDRESSES, known.line, keys.get(known.kind, "lost-address"), address=f"/{known.address}")


def bad_moves(register: Register, current: Mapping[str, str], moves: Mapping[str, Move]) -> Iterator[Problem]:
    """Moves from an address in use, from one that never was, to nowhere, or without a word."""
    kinds = {known.address: known.kind for known in register.known}
    for move in register.moves:
        to = lead(move.new, current, moves)
        if move.old in current:
            yield problem(MOVES, move.line, "move-in-use", address=f"/{move.old}")
        elif move.old not in kinds:
            yield problem(MOVES, move.line, "move-unknown", address=f"/{move.old}")
        if to is None:
            yield problem(MOVES, move.line, "move-nowhere", address=f"/{move.new}")
        elif kinds.get(move.old) == ITEM and current[to] != ITEM and not move.reason:
            yield problem(MOVES, move.line, "move-without-reason", address=f"/{move.old}")


def unregistered(guide: Guide, made: Iterable[str]) -> list[Known]:
    """What the register lacks, dated by the newest date in the content, after all else of that day."""
    register, day = guide.register, guide.checked
    before = [one.run for one in (*register.known, *register.told) if one.day == day]
    run = max(before, default=-1) + 1
    known, told = ({one.address for one in found} for found in (register.known, register.told))
    moved = [move.old for move in register.moves]
    return [
        *(
            Known(address, kind, day, run)
            for address, kind in addresses(guide, made).items()
            if address not in known and address not in moved
        ),
        *(Known(address, MOVED, day, run) for address in moved if address not in told),
    ]
