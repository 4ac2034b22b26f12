"""Which copies stay: over a year of closings, any calendar of closings, and beside copies that are not good."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onestop_desktop.domain.backup_plan import DAILY, MONTHLY, WEEKLY, staying, to_drop
from onestop_desktop.domain.moments import VIETNAM
from onestop_desktop.domain.store_copy import CopyKind, KeptCopy, copy_name, read_copy_name

MOMENTS = st.integers(0, 3 * 365 * 86_400).map(
    lambda seconds: datetime(2024, 1, 1, tzinfo=VIETNAM) + timedelta(seconds=seconds)
)


def closing(day: date, hour: int = 17) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=VIETNAM)


def kept(moment: datetime, kind: CopyKind = CopyKind.CLOSING, *, good: bool = True) -> KeptCopy:
    name = copy_name("desk", kind, moment, "sqlite")
    return KeptCopy(name, name, kind, moment, 1, good)


def test_a_year_of_closings_day_by_day_leaves_14_days_8_weeks_12_months() -> None:
    there: set[datetime] = set()
    first = date(2026, 1, 1)
    for number in range(365):
        there.add(closing(first + timedelta(number)))
        there = set(staying(there))
    days = sorted(moment.date() for moment in there)
    fortnight = {date(2026, 12, 31) - timedelta(back) for back in range(14)}
    sundays = {date(2026, 12, 27) - timedelta(7 * back) for back in range(7)}
    months = {
        date(2026, month, last)
        for month, last in enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1)
    }
    assert set(days) == fortnight | sundays | months
    assert len(days) == 14 + 5 + 11  # two Sundays and one month's end lie in the fortnight


def test_of_two_closings_on_one_day_the_later_stays() -> None:
    day = date(2026, 11, 25)
    assert staying([closing(day, 11), closing(day, 17)]) == {closing(day, 17)}


@given(st.lists(MOMENTS, max_size=120))
def test_what_stays_is_a_part_and_the_newest_is_always_in_it(moments: list[datetime]) -> None:
    stay = staying(moments)
    assert stay <= set(moments)
    assert len(stay) <= DAILY + WEEKLY + MONTHLY
    if moments:
        assert max(moments) in stay


@given(st.lists(MOMENTS, max_size=60), st.lists(MOMENTS, max_size=60))
def test_thinning_on_the_way_loses_nothing_that_thinning_at_the_end_keeps(
    earlier: list[datetime], later: list[datetime]
) -> None:
    after = [moment + timedelta(days=1200) for moment in later]
    assert staying([*staying(earlier), *after]) == staying([*earlier, *after])


@given(st.lists(MOMENTS, unique=True, max_size=60), st.data())
def test_a_copy_that_is_not_good_takes_no_place_and_is_never_dropped(
    moments: list[datetime], data: st.DataObject
) -> None:
    bad = data.draw(st.sets(st.sampled_from(moments)) if moments else st.just(set()))
    copies = [kept(moment, good=moment not in bad) for moment in moments]
    dropped = {each.made_at for each in to_drop(copies)}
    assert dropped == {m for m in moments if m not in bad} - staying(set(moments) - bad)


def test_copies_before_migrations_do_not_push_closings_out() -> None:
    day = date(2026, 11, 25)
    copies = [kept(closing(day)), kept(closing(day, 18), CopyKind.MIGRATION)]
    assert to_drop(copies) == ()
    copies.append(kept(closing(day, 19)))
    assert [each.made_at for each in to_drop(copies)] == [closing(day)]


@given(MOMENTS, st.sampled_from(list(CopyKind)))
def test_a_copy_tells_by_its_name_what_it_is(moment: datetime, kind: CopyKind) -> None:
    assert read_copy_name(copy_name("so.cua.xa", kind, moment, "sealed")) == (
        "so.cua.xa",
        kind,
        moment,
        "sealed",
    )


def test_other_files_are_no_copies() -> None:
    for name in (
        "desk.sqlite",
        "desk.khac.20261125-170000.sqlite",
        "desk.ket-thuc-ngay.20261325-170000.sqlite",
        "desk.ket-thuc-ngay.20261125-170000.sqlite.json",
        ".desk.ket-thuc-ngay.20261125-170000.sqlite.ab12.part",
    ):
        assert read_copy_name(name) is None
