"""A year's days off by the Labour Code alone: a proposal, never confirmed by itself.

Labour Code 2019 Art. 112.1 and Resolution 28/2026/QH16 give the holidays, Art. 111.3 moves one
that falls on a weekend to the next working day. How the five days of Tết lie, the second day
of the National Day and swaps are fixed each year by notice; what is proposed here is the usual.
"""

from datetime import date, timedelta

from onestop_desktop.domain.calendar import SpecialDay

LUNAR_NEW_YEAR = {2027: date(2027, 2, 6), 2028: date(2028, 1, 26), 2029: date(2029, 2, 13)}
"""First day of the lunar year."""
HUNG_KINGS = {2027: date(2027, 4, 16)}
"""Tenth of the third lunar month."""
CULTURE_DAY_SINCE = 2026
_SATURDAY = 6


def proposed_days(year: int) -> tuple[tuple[SpecialDay, ...], tuple[str, ...]]:
    """The proposed days off of a year, and what could not be proposed (`tet`, `hung_kings`)."""
    named = [
        (date(year, 1, 1), "Tết Dương lịch"),
        (date(year, 4, 30), "Ngày Giải phóng miền Nam"),
        (date(year, 5, 1), "Ngày Quốc tế Lao động"),
        (date(year, 9, 1), "Quốc khánh (ngày liền kề)"),
        (date(year, 9, 2), "Quốc khánh"),
    ]
    if year >= CULTURE_DAY_SINCE:
        named.append((date(year, 11, 24), "Ngày Văn hóa Việt Nam"))
    missing = []
    if year in LUNAR_NEW_YEAR:
        first = LUNAR_NEW_YEAR[year]
        named += [(first - timedelta(1), "Giao thừa Tết Nguyên Đán")]
        named += [(first + timedelta(n), "Tết Nguyên Đán") for n in range(4)]
    else:
        missing.append("tet")
    if year in HUNG_KINGS:
        named.append((HUNG_KINGS[year], "Giỗ Tổ Hùng Vương"))
    else:
        missing.append("hung_kings")
    off = dict(sorted(named))
    for day, name in sorted(named):
        if day.isoweekday() >= _SATURDAY:
            instead = day + timedelta(1)
            while instead in off or instead.isoweekday() >= _SATURDAY:
                instead += timedelta(1)
            off[instead] = f"{name} (nghỉ bù)"
    days = tuple(SpecialDay(on, True, off[on], confirmed=False) for on in sorted(off))
    return days, tuple(missing)
