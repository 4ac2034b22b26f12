"""The ruler's shapes are true to the time they stand for, by the hour and by the day."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desktop.domain.ruler import BarKind, MarkKind, RulerFacts, TickKind, draw_ruler

ICT = timezone(timedelta(hours=7))


def at(day: int, hour: int, minute: int = 0, month: int = 7) -> datetime:
    return datetime(2021, month, day, hour, minute, tzinfo=ICT)


def office(*days: int) -> tuple[tuple[datetime, datetime], ...]:
    return tuple(
        pair
        for day in days
        for pair in ((at(day, 7, 30), at(day, 11, 30)), (at(day, 13, 30), at(day, 17)))
    )


SAME_DAY = RulerFacts(
    received_at=at(15, 9, 42),
    due_at=at(15, 17),
    now=at(15, 9, 42),
    counting=office(15),
    cut_off=at(15, 15),
)
# Received on Tuesday, paused from Wednesday 09:10 to Thursday 08:20, due on Monday.
SEVERAL_DAYS = RulerFacts(
    received_at=at(13, 10, 5),
    due_at=at(19, 17),
    now=at(15, 16, 18),
    counting=office(14, 15, 16, 19),
    pauses=((at(14, 9, 10), at(15, 8, 20)),),
    open_hours=office(13, 14, 15, 16, 19),
)


def test_a_single_day_is_drawn_by_its_hours() -> None:
    ruler = draw_ruler(SAME_DAY)
    assert ruler.by_hour
    assert [bar.kind for bar in ruler.bars] == [
        BarKind.PAST,
        BarKind.RUN,
        BarKind.CLOSED,
        BarKind.RUN,
    ]
    assert [f"{tick.moment:%H:%M}" for tick in ruler.ticks] == ["07:30", "11:30", "13:30", "15:00"]
    assert ruler.bars[0].right == pytest.approx((9.7 - 7.5) / 9.5)
    assert [mark.kind for mark in ruler.marks] == [MarkKind.RECEIVED, MarkKind.DUE]
    assert ruler.marks[-1].at == 1.0


def test_several_days_are_columns_of_one_width() -> None:
    ruler = draw_ruler(SEVERAL_DAYS)
    assert not ruler.by_hour
    assert [tick.kind for tick in ruler.ticks] == [TickKind.DAY] * 4 + [TickKind.DAY_OFF] * 2 + [
        TickKind.DAY
    ]
    widths = [b.at - a.at for a, b in zip(ruler.ticks[1:], ruler.ticks[2:], strict=False)]
    assert widths == pytest.approx([widths[0]] * len(widths))
    kinds = [bar.kind for bar in ruler.bars]
    assert kinds.count(BarKind.PAUSE) == 2  # the pause is cut where the day ends
    assert kinds[-1] is BarKind.RUN
    assert BarKind.CLOSED in kinds


def test_now_stands_between_what_is_gone_and_what_is_left() -> None:
    ruler = draw_ruler(SEVERAL_DAYS)
    now = next(mark for mark in ruler.marks if mark.kind is MarkKind.NOW)
    for bar in ruler.bars:
        if bar.kind is BarKind.RUN:
            assert bar.left >= now.at - 1e-9
        if bar.kind in (BarKind.PAST, BarKind.PAUSE):
            assert bar.right <= now.at + 1e-9


def test_the_day_of_reception_is_free_where_it_is_not_counted() -> None:
    ruler = draw_ruler(
        RulerFacts(
            received_at=at(13, 15, 20),
            due_at=at(15, 17),
            now=at(13, 15, 20),
            counting=office(14, 15),
            open_hours=office(13, 14, 15),
        )
    )
    assert ruler.bars[0].kind is BarKind.FREE
    assert ruler.bars[-1].kind is BarKind.RUN


def test_what_is_late_is_drawn_after_the_due_time() -> None:
    late = RulerFacts(
        received_at=at(12, 8, 55),
        due_at=at(14, 17),
        now=at(15, 16, 12),
        counting=office(12, 13, 14, 15),
    )
    ruler = draw_ruler(late)
    due = next(mark for mark in ruler.marks if mark.kind is MarkKind.DUE)
    late_bars = [bar for bar in ruler.bars if bar.kind is BarKind.LATE]
    assert late_bars
    assert all(bar.left >= due.at for bar in late_bars)


DAYS = st.integers(min_value=1, max_value=28)
HOURS = st.integers(min_value=0, max_value=23)


MOMENTS = st.tuples(DAYS, HOURS)
LATER = st.tuples(st.integers(min_value=0, max_value=60), HOURS)


@given(MOMENTS, LATER, LATER)
def test_bars_join_without_gap_or_overlap(
    start: tuple[int, int], due_after: tuple[int, int], now_after: tuple[int, int]
) -> None:
    received = at(*start)
    due, now = (
        max(received, received.replace(hour=hour) + timedelta(days=days))
        for days, hour in (due_after, now_after)
    )
    worked = [received.date() + timedelta(days=n) for n in range(100)]
    hours = tuple(_hours_of(each) for each in worked if each.weekday() < 5)
    ruler = draw_ruler(RulerFacts(received, due, now, hours))
    edges = [0.0]
    for bar in ruler.bars:
        assert bar.left == pytest.approx(edges[-1])
        assert bar.right > bar.left
        edges.append(bar.right)
    assert edges[-1] == pytest.approx(1.0)
    assert all(0 <= tick.at <= 1 for tick in ruler.ticks)
    assert all(0 <= mark.at <= 1 for mark in ruler.marks)


def _hours_of(day: date) -> tuple[datetime, datetime]:
    begin = datetime(day.year, day.month, day.day, 7, 30, tzinfo=ICT)
    return begin, begin + timedelta(hours=9, minutes=30)


def test_between_promise_and_due_time_nothing_is_late() -> None:
    morning = datetime(2026, 11, 25, 7, 30, tzinfo=ICT)
    promised, due, close = (
        morning.replace(hour=h, minute=m) for h, m in ((16, 30), (17, 0), (18, 0))
    )
    for now, late in ((morning.replace(hour=16, minute=45), False), (close, True)):
        facts = RulerFacts(morning, promised, now, ((morning, close),), late_from=due)
        kinds = {bar.kind for bar in draw_ruler(facts).bars}
        assert (BarKind.LATE in kinds) is late
