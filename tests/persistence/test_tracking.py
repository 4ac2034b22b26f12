"""The tracking book on both databases: its lines, its numbers, its files; called off it leaves nothing."""

from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from onestop_desktop.application.correct_dossier import CorrectDossier
from onestop_desktop.application.export_tracking import ExportTracking
from onestop_desktop.application.ports import NewFile
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.devices.folder_printer import new_file
from onestop_desktop.domain import errors
from onestop_desktop.domain.book_facts import TrackingLine
from onestop_desktop.domain.calendar_errors import CalledOff
from onestop_desktop.domain.lifecycle import Step
from tests.persistence.step_rows import contents
from tests.support.desk import LEADER, OFFICER, Desk, make_order, plain_order
from tests.support.paper import texts
from tests.support.spreadsheet import rows

CIVIL, CERTIFICATION = "Hộ tịch", "Chứng thực"


def lines(desk: Desk, field: str = CIVIL, year: int = 2026) -> list[TrackingLine]:
    with desk.services.unit_of_work() as uow:
        return list(uow.tracking.lines(year, field))


def opener(path: Path) -> Any:
    def open_file() -> AbstractContextManager[NewFile]:
        return new_file(path)

    return open_file


def export(desk: Desk, path: Path, field: str = CIVIL, **more: Any) -> Any:
    progress = more.pop("progress", lambda _done, _whole: True)
    order = ExportTracking(
        more.pop("year", 2026), field, more.pop("officer", OFFICER), path.suffix[1:], **more
    )
    return desk.services.counter.export_tracking(order, opener(path), progress)


def test_a_line_has_what_the_slip_says_and_how_the_result_went(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    (line,) = lines(desk)
    assert line.agency.endswith("xã Hòa Mẫu")
    assert line == TrackingLine(
        number=1,
        volume="01",
        code=code,
        procedure=line.procedure,
        applicant="Nguyễn Thị Đường",
        address="Thôn Bùi Xá, xã Đoàn Kết",
        phone="0912345678",
        agency=line.agency,
        received_at="2026-11-25T09:00:00+07:00",
        promised_at="2026-11-30T16:30:00+07:00",
        returned_at="",
        return_by="counter",
        receiver="",
        state="received",
    )
    desk.step(code, "settle", LEADER)
    desk.step(code, "return_result", OFFICER, receiver={"name": "Bưu tá", "how": "post"})
    (line,) = lines(desk)
    assert (line.returned_at, line.receiver) == ("2026-11-25T09:00:00+07:00", "Bưu tá")
    assert line.return_by == "post"
    desk.step(code, "undo", OFFICER)
    (line,) = lines(desk)
    assert (line.returned_at, line.receiver, line.return_by) == ("", "", "counter")


def test_lines_stand_by_field_and_year_numbered_as_the_slips_are(desk: Desk) -> None:
    for at in range(3):
        desk.clock.set(f"2026-11-25T09:0{at}:00")
        desk.receive(plain_order(name=f"Người thứ {at}"))
        desk.receive(make_order())
    desk.clock.set("2026-12-31T23:59:59")
    desk.receive(plain_order())
    desk.clock.set("2027-01-01T00:00:00")
    desk.receive(plain_order())
    assert [line.number for line in lines(desk)] == [1, 2, 3, 4]
    assert [line.number for line in lines(desk, CERTIFICATION)] == [1, 2, 3]
    assert [line.number for line in lines(desk, CIVIL, 2027)] == [1]
    counter = desk.services.counter
    assert counter.tracking_fields(2026) == {CERTIFICATION: 3, CIVIL: 4}
    assert (counter.tracking_fields(2027), counter.tracking_fields(2025)) == ({CIVIL: 1}, {})


def test_a_corrected_dossier_is_told_as_corrected_in_the_book_that_gave_its_number(
    desk: Desk,
) -> None:
    code = desk.receive(make_order()).dossier.code
    person = {**make_order()["applicant"], "name": "Nguyễn Thị Đượng", "address": "Thôn Đông"}
    for facts in (
        {"applicant": {**person, "name": "Tạm"}, "reason": "Gõ nhầm"},
        {"applicant": person, "procedure": "1.004873", "items": [], "reason": "Nhầm thủ tục"},
    ):
        desk.services.correct_dossier(CorrectDossier(code, facts, OFFICER))
    (line,) = lines(desk, CERTIFICATION)
    assert (line.applicant, line.address, line.number) == ("Nguyễn Thị Đượng", "Thôn Đông", 1)
    assert "chứng thực" not in line.procedure.lower()
    assert lines(desk, CIVIL) == []


def test_a_dossier_that_ended_without_a_result_keeps_its_line(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.services.take_step(TakeStep(code, Step.VOID, {"reason": "Nhận nhầm"}, LEADER))
    assert [(line.state, line.returned_at) for line in lines(desk)] == [("voided", "")]


def test_paper_and_table_are_one_register_with_one_number(desk: Desk, tmp_path: Path) -> None:
    for at in range(30):
        desk.receive(plain_order(name=f"=1+{at} Đường"))
    desk.receive(make_order())
    pdf, xlsx = tmp_path / "sổ.pdf", tmp_path / "sổ.xlsx"
    told: list[tuple[int, int]] = []

    def progress(done: int, whole: int) -> bool:
        told.append((done, whole))
        return True

    made = [export(desk, path, progress=progress) for path in (pdf, xlsx, pdf)]
    assert {(each.field, each.number, each.lines) for each in made} == {(CIVIL, 1, 30)}
    assert told[-1] == (30, 30)
    assert export(desk, tmp_path / "ct.pdf", CERTIFICATION).number == 2
    whole = " ".join(texts(pdf.read_bytes()))
    table = rows(xlsx.read_bytes())[5:]
    assert "0001/STD-TTPVHCC" in whole
    for at in range(30):
        assert f"=1+{at} Đường" in whole
        assert table[at]["E"] == ("text", f"=1+{at} Đ.")
    assert pdf.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir()} >= {"sổ.pdf", "sổ.xlsx"}
    with desk.services.unit_of_work() as uow:
        prints = [entry.facts for entry in uow.desk_entries(Step.PRINT)]
    assert [(each["field"], each["reprint"], each["kind"]) for each in prints] == [
        (CIVIL, 0, "pdf"),
        (CIVIL, 1, "xlsx"),
        (CIVIL, 2, "pdf"),
        (CERTIFICATION, 0, "pdf"),
    ]
    preview = desk.services.counter.preview_tracking(ExportTracking(2026, CIVIL, OFFICER))
    assert preview == pdf.read_bytes()
    assert desk.services.verify().ok


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
def test_called_off_it_leaves_neither_file_nor_entry_and_an_older_file_stands(
    desk: Desk, tmp_path: Path, kind: str
) -> None:
    desk.receive(plain_order())
    path = tmp_path / f"sổ.{kind}"
    path.write_text("bản cũ", "utf-8")
    before = contents(desk)
    with pytest.raises(CalledOff):
        export(desk, path, progress=lambda _done, _whole: False)
    assert contents(desk) == before
    assert path.read_text("utf-8") == "bản cũ"
    assert list(tmp_path.glob("*.part")) == []


def test_a_number_another_register_took_meanwhile_is_not_used_twice(
    desk: Desk, tmp_path: Path
) -> None:
    desk.receive(plain_order())
    desk.receive(make_order())
    late = partial(export, desk, tmp_path / "ct.pdf", CERTIFICATION)
    done: list[Any] = []

    def progress(_done: int, _whole: int) -> bool:
        if not done:
            done.append(late())
        return True

    made = export(desk, tmp_path / "ht.pdf", progress=progress)
    assert (done[0].number, made.number) == (1, 2)
    assert "0002/STD" in texts((tmp_path / "ht.pdf").read_bytes())[0]
    assert "0001/STD" in texts((tmp_path / "ct.pdf").read_bytes())[0]


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"field": "Đất đai"}, errors.ChoiceUnknown),
        ({"year": 2025}, errors.ChoiceUnknown),
        ({"year": 9_999}, errors.NumberOutOfRange),
        ({"officer": ""}, errors.OfficerMissing),
    ],
)
def test_what_cannot_be_exported_makes_no_file(
    desk: Desk, tmp_path: Path, more: dict[str, Any], refusal: type[errors.DeskError]
) -> None:
    desk.receive(plain_order())
    before = contents(desk)
    with pytest.raises(refusal):
        export(desk, tmp_path / "sổ.pdf", **more)
    with pytest.raises(errors.ChoiceUnknown):
        export(desk, tmp_path / "sổ.csv")
    assert list(tmp_path.glob("sổ*")) == []
    assert contents(desk) == before


def test_a_year_of_one_field_needs_no_name_of_it(desk: Desk, tmp_path: Path) -> None:
    desk.receive(plain_order())
    assert export(desk, tmp_path / "sổ.pdf", "").field == CIVIL
    desk.receive(make_order())
    with pytest.raises(errors.ChoiceUnknown):
        export(desk, tmp_path / "sổ.pdf", "")
