"""The provincial system's list: received once, compared the next time, each bad row told."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.application.import_province import ImportProvince, ProvinceImported
from onestop_desktop.application.print_behind import PrintBehind
from onestop_desktop.devices.spreadsheet import read_rows
from onestop_desktop.domain import errors
from onestop_desktop.domain.calendar_errors import CalledOff
from onestop_desktop.domain.province_facts import TakenList
from onestop_desktop.domain.step_errors import NothingBehind
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk, plain_order
from tests.support.window_ports import Tray

HEADING = ("STT", "Mã hồ sơ", "Mã TTHC", "Chủ hồ sơ", "Ngày tiếp nhận", "Hạn trả", "Trạng thái")
TITLE: tuple[Any, ...] = ("DANH SÁCH HỒ SƠ", None, None, None, None, None, None)
CODE = "H99.99-261124-{:04d}"


def row(number: int, **changes: Any) -> tuple[Any, ...]:
    """A row of the list as it is usually written."""
    cells = {
        "code": CODE.format(number),
        "procedure": "1.004873",
        "applicant": f"Lò Thị {number}",
        "received": "24/11/2026 08:15:00",
        "due": "27/11/2026 17:00",
        "state": "Đang xử lý",
        **changes,
    }
    return (number, *cells.values())


def take(
    desk: Desk, rows: list[tuple[Any, ...]], *, look: bool = False, **mapped: str
) -> ProvinceImported:
    order = ImportProvince(iter(rows), OFFICER, mapped, look=look)
    return desk.services.bridge.import_province(order)


def taken(desk: Desk) -> TakenList:
    found = desk.services.bridge.read_bridge().taken
    assert found is not None
    return found


def counts(done: ProvinceImported) -> tuple[int, int, int, int]:
    return done.received, done.updated, done.same, len(done.refused)


def test_the_same_list_twice_is_one_set(desk: Desk) -> None:
    rows = [TITLE, HEADING, *(row(at) for at in range(1, 31))]
    assert counts(take(desk, rows)) == (30, 0, 0, 0)
    assert counts(take(desk, rows)) == (0, 0, 30, 0)
    assert desk.sql("SELECT count(*), count(DISTINCT official_code) FROM dossier") == [(30, 30)]
    (found,) = desk.services.find_dossiers(CODE.format(7))
    dossier = desk.services.show_dossier(found.code).dossier
    assert (dossier.applicant.name, dossier.channel) == ("Lò Thị 7", "online_full")
    assert dossier.validly_received_at.isoformat() == "2026-11-24T08:15:00+07:00"
    assert dossier.official_due_at is not None
    assert dossier.official_due_at.isoformat() == "2026-11-27T17:00:00+07:00"
    assert desk.services.verify().ok


def test_another_due_time_is_kept_beside_ours_and_who_is_behind_is_told(desk: Desk) -> None:
    take(desk, [HEADING, row(1), row(2)])
    code = desk.services.find_dossiers(CODE.format(1))[0].code
    desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
    desk.step(code, "settle", LEADER)
    done = take(desk, [HEADING, row(1, due="26/11/2026 17:00"), row(2)])
    assert counts(done) == (0, 1, 1, 0)
    (behind,) = done.behind
    assert (behind.code, behind.state_there) == (code, "Đang xử lý")
    assert behind.due_there == "2026-11-26T17:00:00+07:00"
    assert take(desk, [HEADING, row(1, state="Đã trả kết quả")]).behind == ()


def test_each_bad_row_says_why_and_the_others_are_taken(desk: Desk) -> None:
    rows = [
        HEADING,
        row(1),
        row(2, code="không phải mã"),
        row(3, procedure="9.999999"),
        row(4, received="hôm qua"),
        row(5, applicant=None),
        row(1),
        row(6, received="31/02/2026 08:00"),
        (None,) * 7,
        row(7, received=datetime(2026, 11, 24, 9, 0), due=46352.7),  # noqa: DTZ001 - as a sheet has it
        row(8, received="20261124103000", due=None),
    ]
    done = take(desk, rows)
    assert [(line, refusal.code) for line, refusal in done.refused] == [
        (3, "official_code_invalid"),
        (4, "procedure_unknown"),
        (5, "date_impossible"),
        (6, "field_missing"),
        (7, "listed_twice"),
        (8, "date_impossible"),
    ]
    assert done.received == 3


def test_a_look_stores_nothing(desk: Desk) -> None:
    assert counts(take(desk, [HEADING, row(1)], look=True)) == (1, 0, 0, 0)
    assert desk.sql("SELECT count(*) FROM dossier") == [(0,)]


def test_columns_may_stand_anywhere_and_be_named_by_hand(desk: Desk) -> None:
    heading = ("Ghi chú", "Người làm đơn", "Ngày nhận", "Mã thủ tục", "Số hồ sơ")
    cells = ("x", "Vừ A Ổ", "24/11/2026 08:00", "1.004873", CODE.format(1))
    with pytest.raises(errors.ListUnreadable):
        take(desk, [heading, cells])
    assert counts(take(desk, [heading, cells], applicant="Người làm đơn")) == (1, 0, 0, 0)


def test_spreadsheets_and_csv_are_read_alike(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Danh sách"])
    sheet.merge_cells("A1:G1")
    for cells in (HEADING, row(1), row(2)):
        sheet.append(list(cells))
    book.save(tmp_path / "ds.xlsx")
    text = "\n".join(";".join(map(str, cells)) for cells in (HEADING, row(2), row(3)))
    (tmp_path / "ds.csv").write_text(text, "utf-8-sig")
    assert counts(take(desk, list(read_rows(tmp_path / "ds.xlsx")))) == (2, 0, 0, 0)
    assert counts(take(desk, list(read_rows(tmp_path / "ds.csv")))) == (1, 0, 1, 0)
    (tmp_path / "hong.xlsx").write_bytes(b"PK rubbish")
    for name in ("hong.xlsx", "khong-co.csv"):
        with pytest.raises(errors.FileUnreadable):
            list(read_rows(tmp_path / name))


def test_the_entry_of_a_list_keeps_counts_headings_and_who_is_behind(desk: Desk) -> None:
    assert desk.services.bridge.read_bridge().taken is None
    take(desk, [HEADING, row(1), row(2)], look=True)
    assert desk.services.bridge.read_bridge().taken is None
    heading = tuple("Bà con" if cell == "Chủ hồ sơ" else cell for cell in HEADING)
    take(desk, [heading, row(1), row(2), row(3, code="sai")], applicant="Bà con")
    assert taken(desk).counts == {"received": 2, "updated": 0, "same": 0, "refused": 1}
    for number in (1, 2):
        code = desk.services.find_dossiers(CODE.format(number))[0].code
        desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
        desk.step(code, "settle", LEADER)
    # The heading mapped the last time is remembered, and a usual one is read all the same.
    take(desk, [heading, row(2), row(1, due="25/11/2026 08:00")])
    told = taken(desk)
    assert (told.mapped, told.officer) == ({"applicant": "Bà con"}, OFFICER)
    assert [(each.official_code, each.late_there) for each in told.behind] == [
        (CODE.format(1), True),
        (CODE.format(2), False),
    ]
    assert counts(take(desk, [HEADING, row(1)])) == (0, 1, 0, 0)
    assert "Lò" not in "".join(
        text
        for (text,) in desk.sql(
            "SELECT facts FROM entry_facts JOIN entry USING (sequence) "
            "WHERE step = 'import_province'"
        )
    )
    assert desk.services.verify().ok


def test_a_list_called_off_keeps_what_was_taken_and_goes_on_when_it_is_taken_again(
    desk: Desk,
) -> None:
    rows = [HEADING, *(row(at) for at in range(1, 451))]
    order = ImportProvince(iter(rows), OFFICER, {})
    with pytest.raises(CalledOff):
        desk.services.bridge.import_province(order, lambda done, _whole: done < 400)
    assert desk.sql("SELECT count(*) FROM dossier") == [(400,)]
    assert desk.services.bridge.read_bridge().taken is None
    assert counts(take(desk, rows)) == (50, 0, 400, 0)


def test_receptions_without_the_province_code_wait_those_in_time_first(desk: Desk) -> None:
    codes = {}
    for name, at in (
        ("long ago", "2026-11-25T09:00:00+07:00"),
        ("over", "2026-12-28T09:00:00+07:00"),
        ("pressing", "2026-12-30T08:00:00+07:00"),
        ("entered", "2026-12-30T08:30:00+07:00"),
        ("void", "2026-12-30T08:40:00+07:00"),
        ("fresh", "2026-12-30T09:00:00+07:00"),
    ):
        desk.clock.set(at)
        codes[name] = desk.receive().dossier.code
    bound = BindOfficialCode(codes["entered"], CODE.format(9), OFFICER)
    desk.services.bind_official_code(bound)
    desk.step(codes["void"], "void", OFFICER, reason="Nhận nhầm")
    seen = desk.services.bridge.read_bridge()
    shown = [each.row.code for each in seen.waiting]
    assert shown == [codes[name] for name in ("pressing", "fresh", "over")]
    assert seen.count == 3


def test_what_was_received_here_while_the_line_was_down_is_not_received_again(desk: Desk) -> None:
    order = plain_order(procedure="1.004873", name="Lê Trùng", identity="030185009999")
    code = desk.receive(order).dossier.code
    heading = (*HEADING, "Số định danh")
    rows = [heading, (*row(1, applicant="Lê Trùng"), "030185009999"), (*row(2), "030185008888")]
    done = take(desk, rows)
    assert counts(done) == (1, 0, 0, 1)
    assert [(line, fault.code) for line, fault in done.refused] == [(2, "like_one_here")]
    assert done.refused[0][1].facts["code"] == code
    desk.services.bind_official_code(BindOfficialCode(code, CODE.format(1), OFFICER))
    assert counts(take(desk, rows)) == (0, 1, 1, 0)


def test_a_list_that_says_no_state_is_evidence_of_nothing(desk: Desk) -> None:
    take(desk, [HEADING, row(1)])
    code = desk.services.find_dossiers(CODE.format(1))[0].code
    desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
    desk.step(code, "settle", LEADER)
    assert take(desk, [HEADING[:-1], row(1)[:-1]]).behind == ()
    assert len(take(desk, [HEADING, row(1)]).behind) == 1


def test_nobody_behind_is_nothing_to_print(desk: Desk) -> None:
    with pytest.raises(NothingBehind):
        desk.services.bridge.print_behind(PrintBehind(OFFICER), Tray())
