"""The guidance sheet: papers, fee, limit, where, when, result, for every procedure that is shipped."""

from dataclasses import replace
from datetime import date

import pytest

from onestop_desktop.application.change_calendar import ChangeCalendar
from onestop_desktop.domain import errors
from onestop_desktop.domain.office_week import hours_from, read_hours
from tests.support.desk import Desk
from tests.support.paper import page_count, page_size, texts


def test_it_tells_what_to_bring_what_it_costs_and_how_long(sqlite_desk: Desk) -> None:
    pdf = sqlite_desk.services.draw_guide("2.000815")
    text = " ".join(texts(pdf))
    assert page_size(pdf) == (210, 297)
    for words in (
        "Chứng thực bản sao từ bản chính",
        "2.000815",
        "Bản chính giấy tờ",
        "2.000 đồng/trang",
        "trong ngày làm việc",
        "Thứ Hai – Thứ Sáu: 07:30–11:30, 13:00–17:00",
        "Trung tâm Phục vụ hành chính công xã Hòa Mẫu",
        "0200 000 0000",
        "Cần đối chiếu với quyết định công bố của tỉnh",
    ):
        assert words in text
    assert pdf == sqlite_desk.services.draw_guide("2.000815")


def test_every_shipped_procedure_has_a_sheet_of_one_page_or_two(sqlite_desk: Desk) -> None:
    for procedure in sqlite_desk.services.view_desk().procedures:
        pdf = sqlite_desk.services.draw_guide(procedure.code)
        assert page_count(pdf) <= 2
        assert procedure.code in texts(pdf)[0]


def test_it_needs_a_known_procedure_and_a_complete_agency(sqlite_desk: Desk) -> None:
    with pytest.raises(errors.ProcedureUnknown):
        sqlite_desk.services.draw_guide("9.999999")
    sqlite_desk.lack("address")
    with pytest.raises(errors.AgencyIncomplete):
        sqlite_desk.services.draw_guide("2.000815")


def test_only_the_hours_now_in_force_are_printed(sqlite_desk: Desk) -> None:
    rows = sqlite_desk.services.read_calendar()
    week = {day: read_hours(day, "7:00-11:00") for day in range(1, 6)}
    later = replace(rows, hours=hours_from(rows.hours, week, date(2026, 11, 20)))
    sqlite_desk.services.change_calendar(ChangeCalendar(later, "Giờ mùa đông", "Hoa"))
    text = " ".join(texts(sqlite_desk.services.draw_guide("2.000815")))
    assert "07:00" in text
    assert "07:30" not in text
