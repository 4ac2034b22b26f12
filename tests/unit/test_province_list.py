"""The provincial system's list: what its states, due days and headings mean."""

from datetime import datetime
from typing import Any

import pytest

from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.province_list import (
    ProvinceRow,
    columns_of,
    headings_of,
    read_cell_moment,
    read_row,
)

HEADING = ("Mã hồ sơ", "Mã TTHC", "Chủ hồ sơ", "Ngày tiếp nhận", "Hạn trả", "Trạng thái")
NOW = read_moment("2026-11-25T09:30:00+07:00")


def row(state: str, due: Any = "27/11/2026 17:00") -> ProvinceRow:
    cells = ("H99.99-261124-0001", "1.004873", "Lò Thị Ế", "24/11/2026 08:15", due, state)
    columns = columns_of(HEADING)
    assert columns is not None
    return read_row(2, cells, columns)


@pytest.mark.parametrize(
    "state",
    [
        *("Đã xử lý xong", "Đã trả kết quả (đúng hạn)", "Hoàn thành trước hạn", "Đã hoàn thành"),
        *("Đã có kết quả", "Đã xong", "ĐÃ GIẢI QUYẾT XONG", "9", "10"),
    ],
)
def test_a_done_state_is_done_however_it_is_said(state: str) -> None:
    assert (row(state).is_done, row(state).is_open) == (True, False)


@pytest.mark.parametrize(
    "state", ["Đang xử lý", "Chưa trả kết quả", "Chờ trả kết quả", "Quá hạn xử lý", "2"]
)
def test_an_open_state_is_open(state: str) -> None:
    assert (row(state).is_done, row(state).is_open) == (False, True)


@pytest.mark.parametrize(
    "state",
    [
        *("Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Từ chối giải quyết"),
        *("Không được tiếp nhận", "3", "7", "8"),
    ],
)
def test_what_ended_otherwise_there_is_neither_done_nor_open(state: str) -> None:
    assert (row(state).is_done, row(state).is_open) == (False, False)


def test_a_list_that_says_nothing_proves_nothing() -> None:
    assert (row("").is_done, row("").is_open) == (False, False)


A_DAY = datetime(2026, 11, 25)  # noqa: DTZ001 - as a spreadsheet has it


@pytest.mark.parametrize("due", ["25/11/2026", "25-11-2026", A_DAY, 46351])
def test_a_due_day_without_an_hour_is_kept_until_it_is_over(due: Any) -> None:
    read = row("Đang xử lý", due)
    assert read.due_at == read_moment("2026-11-25T23:59:00+07:00")
    assert not read.is_late(NOW)
    assert row("Đang xử lý", "25/11/2026 08:00").is_late(NOW)


def test_a_serial_number_is_a_moment_of_whole_seconds() -> None:
    moment = read_cell_moment(46351.6875123, "due_at")
    assert moment == read_moment("2026-11-25T16:30:01+07:00")


def test_a_heading_mapped_for_another_list_gives_way_to_the_usual_one() -> None:
    own = {"state": "Tình hình", "due_at": "Hạn của tỉnh"}
    assert columns_of(HEADING, own) == columns_of(HEADING)
    both = (*HEADING, "Tình hình")
    mapped = columns_of(both, own)
    assert mapped is not None
    assert mapped["state"] == 6


def test_no_citizens_data_is_offered_as_a_heading() -> None:
    rows = [
        ("Mã hồ sơ", "", "Chủ hồ sơ", "Ngày"),
        ("H99.99-261124-0001", "1.004873", "Nguyễn Văn Thử", "030085000001"),
        ("H99.99-261124-0002", "1.004873", "Nguyễn Thị Thử", "24/11/2026"),
    ]
    assert headings_of(rows) == ("Mã hồ sơ", "Chủ hồ sơ", "Ngày")
