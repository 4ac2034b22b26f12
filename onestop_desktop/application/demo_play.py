"""Many made-up lives played in the order of their moments, and the hours in which they happen.

A life is a generator: it acts, yields the moment of its next act, and is called again then. The
journal is written in time order over all dossiers, as at a desk, not dossier by dossier.
"""

import heapq
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from onestop_desktop.application.progress import Progress
from onestop_desktop.application.sample_orders import made_up_person, papers_brought
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.procedure import Procedure
from onestop_desktop.domain.timeliness import working_time

Life = Iterator[datetime]
_TOLD_EVERY = 40
_BEFORE_NOON = 0.62
"""The share of citizens who come in the morning."""
_COMES_AGAIN = 0.3


class CalledOff(Exception):
    """Nobody waits for the demo any more."""


def play(
    lives: Iterable[tuple[datetime, Life]],
    *,
    set_clock: Callable[[datetime], None],
    until: datetime,
    progress: Progress,
) -> None:
    """Every life from its first moment on, in time order; what would come after `until` never does.

    Raises CalledOff where `progress` answers False.
    """
    waiting = [(at, number, life) for number, (at, life) in enumerate(lives)]
    begun, whole = set[int](), len(waiting)
    heapq.heapify(waiting)
    while waiting and waiting[0][0] <= until:
        at, number, life = heapq.heappop(waiting)
        set_clock(at)
        following = next(life, None)
        if following is not None:
            heapq.heappush(waiting, (max(following, at), number, life))
        if number not in begun:
            begun.add(number)
            if len(begun) % _TOLD_EVERY == 0 and not progress(len(begun), whole):
                raise CalledOff


@dataclass(frozen=True)
class Hours:
    """Moments inside the desk's counting hours."""

    calendar: WorkingCalendar

    def after(self, moment: datetime, minutes: float) -> datetime:
        """The moment so many worked minutes later; never a closing minute."""
        left = timedelta(minutes=minutes)
        now = self.calendar.next_counting(moment)
        while True:
            stretch = next(each for each in self.calendar.counting(now.date()) if each.holds(now))
            if now + left < stretch.end:
                return (now + left).replace(microsecond=0)
            left -= stretch.end - now
            now = self.calendar.next_counting(stretch.end)

    def between(self, first: datetime, last: datetime) -> float:
        """The worked minutes between two moments."""
        return working_time(first, last, self.calendar).total_seconds() / 60

    def working_days(self, first: date, last: date) -> list[date]:
        """The working days from first to last."""
        span = (first + timedelta(n) for n in range((last - first).days + 1))
        return [day for day in span if self.calendar.is_working(day)]

    def visit(self, day: date, chance: random.Random, until: datetime) -> datetime:
        """When somebody comes that day: most before ten, and again after lunch."""
        stretches = [each for each in self.calendar.counting(day) if each.start < until]
        stretch = stretches[0 if chance.random() < _BEFORE_NOON else -1]
        long = (min(stretch.end, until) - stretch.start).total_seconds()
        return stretch.start + timedelta(seconds=int(long * chance.triangular(0.01, 0.97, 0.3)))

    def visits(
        self, days: Sequence[date], busy: Callable[[date], float], count: int, chance: random.Random
    ) -> list[date]:
        """`count` days drawn by how busy each is, in order."""
        weights = [busy(day) * chance.uniform(0.8, 1.2) for day in days]
        return sorted(chance.choices(days, weights, k=count))


class Commune:
    """The made-up people of a commune: some of them come to the desk again."""

    def __init__(
        self,
        people: Sequence[Mapping[str, str]],
        hamlets: Sequence[str],
        procedures: Iterable[Procedure],
    ) -> None:
        self._people, self._hamlets = people, hamlets
        self._procedures = {each.code: each for each in procedures}
        self._known: list[dict[str, Any]] = []

    def citizen(self, on: date, chance: random.Random) -> dict[str, Any]:
        """Somebody new, or somebody known."""
        if self._known and chance.random() < _COMES_AGAIN:
            return chance.choice(self._known)
        person = made_up_person(self._people, self._hamlets, on, chance)
        self._known.append(person)
        return person

    def order(self, procedure: str, on: date, chance: random.Random, **more: Any) -> dict[str, Any]:
        """An order for a procedure with every paper it asks for."""
        wanted = self._procedures[procedure]
        return {
            "procedure": procedure,
            "channel": "counter",
            "applicant": self.citizen(on, chance),
            "case": wanted.cases[0][0],
            "papers": papers_brought(wanted),
            **more,
        }

    def copies(self, on: date, chance: random.Random, procedure: str) -> dict[str, Any]:
        """An order for certified copies of one to three papers."""
        titles = chance.sample(PAPERS, k=chance.choice((1, 1, 1, 2, 2, 3)))
        items = [
            {
                "title": title,
                "pages": chance.choice((1, 1, 2, 2, 2, 4, 6)),
                "copies": chance.randint(1, 5),
            }
            for title in titles
        ]
        return self.order(procedure, on, chance, items=items)


PAPERS = (
    "Bằng tốt nghiệp THPT",
    "Bằng tốt nghiệp THCS",
    "Học bạ THPT",
    "Giấy khai sinh",
    "Giấy chứng nhận quyền sử dụng đất",
    "Căn cước công dân",
    "Hợp đồng lao động",
    "Giấy phép lái xe",
    "Bằng tốt nghiệp đại học",
    "Giấy chứng nhận kết hôn",
    "Thẻ bảo hiểm y tế",
    "Giấy xác nhận quá trình công tác",
)
"""What people have certified copies made of."""
