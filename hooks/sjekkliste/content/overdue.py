"""Which claims somebody must look at again, how each was read, and which pages stand on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ..model.facts import Claim, Source
from ..texts import TEXTS, long_date
from .pages import PageFile


def overdue(facts: Iterable[Source], newest: date) -> list[Claim]:
    """The claims that should have been looked at before `newest`, the oldest first.

    `newest` is the newest date in the content: what is published never depends on the clock.
    """
    claims = [fact for fact in facts if isinstance(fact, Claim) and fact.check_by < newest]
    return sorted(claims, key=lambda claim: (claim.check_by, claim.id))


def reminders(facts: Iterable[Source], newest: date) -> Iterator[str]:
    """What the build says of each overdue claim."""
    for claim in overdue(facts, newest):
        yield TEXTS["source"]["overdue"].format(id=claim.id, date=long_date(claim.check_by), url=claim.url)


def cited(pages: Iterable[PageFile]) -> dict[str, list[str]]:
    """The pages that build on each point and claim, in running text or in an item."""
    found: dict[str, list[str]] = {}
    for page in pages:
        for one in dict.fromkeys(claim.text for claim in page.source.all_claims()):
            found.setdefault(one, []).append(page.path)
    return found


def listing(facts: Mapping[str, Source], pages: Sequence[PageFile]) -> Iterator[str]:
    """A line for each claim, those first that have waited longest: when to look again, how it was read,
    its id, its pages, its address. The last says how many nobody has read at the source itself."""
    late = overdue(facts.values(), max(page.checked for page in pages if page.checked))
    claims, where = overdue(facts.values(), date.max), cited(pages)
    for claim in claims:
        mark, used = "!" if claim in late else " ", ", ".join(where.get(claim.id, ["-"]))
        yield f"{mark} {claim.check_by} {claim.seen:7} {claim.id}  {used}  {claim.url}"
    copies = sum(claim.seen == "kopi" for claim in claims)
    yield TEXTS["source"]["seen"].format(copies=copies, all=len(claims))
