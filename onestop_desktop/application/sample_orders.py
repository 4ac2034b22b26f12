"""Made-up receptions of made-up people for a desk to look at; the same seed gives the same orders."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import day_words
from onestop_desktop.domain.procedure import PaperKind, Procedure

SEED = 1591
_QUICK = ("2.000815", "2.000884", "2.000635", "1.001193", "1.000894")
_LONGER = ("1.004873", "1.004884", "1.001022", "1.004859", "1.001776", "1.004837")
_PAPERS = (
    "Bằng tốt nghiệp THPT",
    "Học bạ THPT",
    "Giấy khai sinh",
    "Sổ hộ khẩu cũ",
    "Hợp đồng lao động",
)


SPECIALIST, LEADER = "Đỗ Văn Nam", "Lưu Đình Minh"


@dataclass(frozen=True, slots=True)
class SampleOrder:
    """One made-up reception and the moment it happens."""

    at: datetime
    facts: dict[str, Any]


def sample_orders(
    people: Sequence[Mapping[str, str]],
    hamlets: Sequence[str],
    procedures: Sequence[Procedure],
    calendar: WorkingCalendar,
    *,
    until: datetime,
    count: int = 30,
) -> Iterator[SampleOrder]:
    """`count` receptions in time order, the last shortly before `until`: a third of them today."""
    chance = random.Random(SEED)  # noqa: S311 - sample data guards nothing
    by_code = {procedure.code: procedure for procedure in procedures if procedure.has_term}
    quick = [by_code[code] for code in _QUICK if code in by_code]
    longer = [by_code[code] for code in _LONGER if code in by_code]
    moments = _moments(calendar, until, count, chance)
    for at in moments:
        today = at.date() == moments[-1].date()
        procedure = chance.choice(quick if today else longer)
        yield SampleOrder(at, _order(procedure, people, hamlets, at.date(), chance))


def sample_steps(
    codes: Sequence[str], officer: str
) -> Iterator[tuple[str, Step, str, dict[str, Any]]]:
    """(code, step, who, facts): what has become of the first receptions, the rest still at the desk."""
    unit = {"to": "Tư pháp – hộ tịch"}
    for at, code in enumerate(codes[:20]):
        if at % 5 == 4:
            yield (
                code,
                Step.ASK_SUPPLEMENT,
                officer,
                {
                    "papers": ["Giấy tờ chứng minh nơi cư trú"],
                    "reason": "Chưa có trong hồ sơ",
                },
            )
            continue
        yield code, Step.HAND_OVER, officer, unit
        if at < 3:
            continue
        yield code, Step.ACCEPT, SPECIALIST, {}
        if at % 5 == 3:
            continue
        yield code, Step.PROPOSE, SPECIALIST, {"decision": "Đủ điều kiện giải quyết."}
        if at % 5 < 2:
            number = {"result_no": f"{at + 61}/2021", "shelf": f"A{at // 5 + 1}"}
            yield code, Step.SETTLE, LEADER, number


def _moments(
    calendar: WorkingCalendar, until: datetime, count: int, chance: random.Random
) -> list[datetime]:
    days = [until.date()]
    while not any(each.start < until for each in calendar.counting(days[0])):
        days = [days[0] - timedelta(1)]  # opened before the first hour, or on a day off
    while len(days) < 4:
        day = days[0] - timedelta(1)
        while not calendar.is_working(day):
            day -= timedelta(1)
        days.insert(0, day)
    found = []
    for at in range(count):
        day = days[-1] if at >= count - count // 3 else days[at * 3 // max(1, count - count // 3)]
        found.append(_moment(calendar, day, until, chance))
    return sorted(found)


def _moment(
    calendar: WorkingCalendar, day: date, until: datetime, chance: random.Random
) -> datetime:
    stretches = [each for each in calendar.counting(day) if each.start < until]
    stretch = chance.choice(stretches)
    minutes = int((min(stretch.end, until) - stretch.start).total_seconds() // 60)
    return stretch.start + timedelta(minutes=chance.randrange(1, max(2, minutes)))


def _order(
    procedure: Procedure,
    people: Sequence[Mapping[str, str]],
    hamlets: Sequence[str],
    on: date,
    chance: random.Random,
) -> dict[str, Any]:
    order: dict[str, Any] = {
        "procedure": procedure.code,
        "channel": "counter",
        "applicant": made_up_person(people, hamlets, on, chance),
        "case": procedure.cases[0][0],
        "papers": papers_brought(procedure),
    }
    if procedure.is_certification:
        titles = chance.sample(_PAPERS, k=chance.choice((1, 1, 2)))
        order["items"] = [
            {"title": title, "pages": chance.randint(1, 6), "copies": chance.randint(1, 4)}
            for title in titles
        ]
    return order


def papers_brought(procedure: Procedure) -> list[dict[str, int]]:
    """Every paper the procedure's first case asks for, as an order has them."""
    return [
        {
            "no": paper.no,
            "originals": paper.originals,
            "certified": paper.certified,
            "copies": paper.copies,
        }
        for paper in procedure.papers_of(procedure.cases[0][0])
        if paper.kind is PaperKind.REQUIRED
    ]


def made_up_person(
    people: Sequence[Mapping[str, str]], hamlets: Sequence[str], on: date, chance: random.Random
) -> dict[str, Any]:
    """A grown-up of one of the hamlets as an order has an applicant, on that day."""
    named, family = chance.choice(people), chance.choice(people)["family"]
    sex = named["sex"]
    born = date(on.year - chance.randint(19, 78), chance.randint(1, 12), chance.randint(1, 28))
    century = (2 if born.year >= 2000 else 0) + (sex == "female")
    return {
        "kind": "person",
        "name": f"{family} {named['middle']} {named['given']}",
        "identity": f"030{century}{born:%y}{chance.randrange(10**6):06d}",
        "born_on": day_words(born),
        "sex": sex,
        "address": chance.choice(hamlets),
        "phone": f"09{chance.randrange(10**8):08d}",
    }
