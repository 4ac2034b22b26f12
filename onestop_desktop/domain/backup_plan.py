"""Which of the automatic copies stay: one of each of 14 days, 8 weeks and 12 months, the newest of each."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime

from onestop_desktop.domain.moments import local
from onestop_desktop.domain.store_copy import CopyKind, KeptCopy

DAILY, WEEKLY, MONTHLY = 14, 8, 12
_EVERYDAY = frozenset({CopyKind.CLOSING, CopyKind.ASKED})


def staying(moments: Iterable[datetime]) -> frozenset[datetime]:
    """The moments whose copies stay: the newest of the last 14 days, 8 weeks, 12 months that have one."""
    newest_first = sorted(moments, reverse=True)
    kept: set[datetime] = set()
    for period, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        kept.update(_newest_of_each(newest_first, period, most))
    return frozenset(kept)


def to_drop(copies: Iterable[KeptCopy]) -> tuple[KeptCopy, ...]:
    """The good copies that need not stay; what came before a migration or restore counts for itself.

    A copy that is not good takes no day's place, and is never dropped: somebody shall look at it.
    """
    good = [each for each in copies if each.good]
    dropped: list[KeptCopy] = []
    for everyday in (True, False):
        group = [each for each in good if (each.kind in _EVERYDAY) is everyday]
        stay = staying(each.made_at for each in group)
        dropped += [each for each in group if each.made_at not in stay]
    return tuple(dropped)


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], most: int
) -> Iterable[datetime]:
    seen: set[Hashable] = set()
    for moment in newest_first:
        key = period(moment)
        if key in seen:
            continue
        if len(seen) == most:
            return
        seen.add(key)
        yield moment


def _day(moment: datetime) -> Hashable:
    return local(moment).date()


def _week(moment: datetime) -> Hashable:
    return local(moment).isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return local(moment).year, local(moment).month
