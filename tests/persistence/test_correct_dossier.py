"""A wrong reception said anew: reckoned anew, on a new slip, with its pauses, its number, its reason."""

from typing import Any

import pytest

from onestop_desktop.application.correct_dossier import CorrectDossier
from onestop_desktop.application.pages import SlipRow
from onestop_desktop.application.print_form import PrintForm
from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import Role
from onestop_desktop.domain.moments import write_moment
from tests.persistence.step_rows import check_row, contents
from tests.support.desk import LEADER, OFFICER, Desk, PaperTray, plain_order

WHY = {"reason": "Gõ nhầm"}
DUE, PROMISED = "2026-11-30T17:00:00+07:00", "2026-11-30T16:30:00+07:00"


def correct(desk: Desk, code: str, officer: str = OFFICER, **facts: Any) -> Dossier:
    order = CorrectDossier(code, {**WHY, **facts}, officer, "Quầy 1")
    corrected = desk.services.correct_dossier(order).dossier
    check_row(desk, code)
    assert desk.services.verify().ok
    return corrected


def times(dossier: Dossier) -> tuple[str, str]:
    return write_moment(dossier.due_at), write_moment(dossier.promised_at)


def slip_of(desk: Desk, code: str) -> SlipRow:
    with desk.services.unit_of_work() as work:
        return work.slips.of_dossier(code)


def on_slip(desk: Desk, code: str) -> list[str]:
    return [dossier["code"] for dossier in slip_of(desk, code).facts["dossiers"]]


def test_another_name_stands_on_a_new_slip_and_is_found(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    old = slip_of(desk, code)
    tray = PaperTray()
    assert desk.services.print_form(PrintForm(code, OFFICER), tray).copy == 0
    dossier = correct(desk, code, applicant={"name": "Nguyễn Thị Được"})
    assert dossier.applicant.name == "Nguyễn Thị Được"
    assert dossier.applicant.identity == "030185001234"  # only what was named changes
    assert times(dossier) == (DUE, PROMISED)
    new = slip_of(desk, code)
    assert (new.id != old.id, new.prints) == (True, 0)
    assert new.facts["applicant"]["name"] == "Nguyễn Thị Được"
    assert (new.facts["number"], new.facts["token"]) == (old.facts["number"], old.facts["token"])
    assert [row.code for row in desk.services.find_dossiers("thi duoc")] == [code]
    assert desk.services.find_dossiers("thi duong") == ()
    assert desk.services.print_form(PrintForm(code, OFFICER), tray).copy == 0  # a new paper
    entry = desk.services.show_dossier(code).entries[2]
    assert entry.facts["reason"] == "Gõ nhầm"
    assert entry.facts["before"]["applicant"]["name"] == "Nguyễn Thị Đường"


def test_another_procedure_brings_its_term_its_papers_and_its_fee(desk: Desk) -> None:
    code = desk.receive(plain_order(papers=[{"no": 1, "originals": 4}])).dossier.code
    number = desk.services.show_dossier(code).dossier.facts["register_number"]
    dossier = correct(desk, code, procedure="2.000806")  # marriage with a foreigner: five days
    assert times(dossier) == ("2026-12-02T17:00:00+07:00", "2026-12-02T16:30:00+07:00")
    assert dossier.facts["papers"][0]["originals"] == 1  # as the other procedure asks
    assert dossier.facts["register_number"] == number
    assert slip_of(desk, code).facts["dossiers"][0]["term"] == "5 working days"


def test_another_procedure_is_decided_by_another_agency_unless_one_is_named(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    assert (
        correct(desk, code, procedure="2.000908").facts["agency"] == "Cơ quan đang quản lý sổ gốc"
    )
    named = correct(desk, code, procedure="1.004873", agency="UBND xã Hồng Quang")
    assert named.facts["agency"] == "UBND xã Hồng Quang"


def test_a_proxy_comes_and_goes_and_is_corrected_by_what_was_wrong(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    told = {"name": "Lò Văn Ố", "phone": "0912 345 678"}
    dossier = correct(desk, code, channel="proxy", proxy=told)
    assert dossier.proxy is not None
    assert [row.code for row in desk.services.find_dossiers("lo van o")] == [code]
    dossier = correct(desk, code, proxy={"name": "Lò Văn Ơ"})
    assert dossier.proxy is not None
    assert (dossier.proxy.name, dossier.proxy.phone) == ("Lò Văn Ơ", "0912 345 678")
    assert slip_of(desk, code).facts["proxy"]["name"] == "Lò Văn Ơ"
    assert correct(desk, code, channel="counter", proxy=None).proxy is None


def test_corrected_items_bring_another_fee(desk: Desk) -> None:
    code = desk.receive().dossier.code  # two pages, three copies
    before = desk.services.show_dossier(code).dossier.facts["fee"]["amount"]
    items = [{"title": "Bằng tốt nghiệp THPT", "pages": 2, "copies": 6}]
    dossier = correct(desk, code, items=items)
    assert dossier.facts["fee"]["amount"] == 2 * before
    assert slip_of(desk, code).facts["dossiers"][0]["fee"] == 2 * before
    with pytest.raises(errors.ItemsUnexpected):
        correct(desk, code, procedure="1.004873")
    assert correct(desk, code, procedure="1.004873", items=[]).facts["items"] == []


def test_another_case_and_an_earlier_moment_move_due_time_and_promise(desk: Desk) -> None:
    code = desk.receive(plain_order("1.004859")).dossier.code
    assert times(desk.services.show_dossier(code).dossier) == (DUE, PROMISED)
    at_once = correct(desk, code, case=2)
    assert times(at_once) == ("2026-11-25T17:00:00+07:00", "2026-11-25T16:30:00+07:00")
    desk.clock.set("2026-11-26T09:00")
    back = correct(desk, code, case=1, validly_received_at="2026-11-23T09:00")
    # Tuesday 24 is off: Wednesday, Thursday, Friday.
    assert times(back) == ("2026-11-27T17:00:00+07:00", "2026-11-27T16:30:00+07:00")
    assert write_moment(back.received_at) == "2026-11-25T09:00:00+07:00"


def test_a_promise_moves_only_where_its_ground_was_corrected(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.step(code, "extend", LEADER, reason="Hỏng máy", new_promised_at="2026-12-01T10:00")
    same: dict[str, Any] = {
        "procedure": "1.004873",
        "case": 1,
        "validly_received_at": "2026-11-25T09:00",
    }
    dossier = correct(desk, code, note="Gửi qua bưu điện", **same)
    assert times(dossier) == (DUE, "2026-12-01T10:00:00+07:00")
    assert slip_of(desk, code).facts["dossiers"][0]["promised_at"] == "2026-12-01T10:00:00+07:00"
    moved = correct(desk, code, validly_received_at="2026-11-23T09:00")
    # The apology's later appointment is in the citizen's hands.
    assert times(moved) == ("2026-11-27T17:00:00+07:00", "2026-12-01T10:00:00+07:00")
    plain = desk.receive(plain_order()).dossier.code
    moved = correct(desk, plain, validly_received_at="2026-11-23T09:00")
    assert times(moved) == ("2026-11-27T17:00:00+07:00", "2026-11-27T16:30:00+07:00")


def test_a_proposal_for_one_procedure_is_not_settled_as_another(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.step(code, "propose", OFFICER, decision="Đủ điều kiện")
    with pytest.raises(step_errors.ProposalStands):
        correct(desk, code, procedure="2.000806")
    assert correct(desk, code, note="Ghi chú").proposal is not None
    desk.step(code, "send_back", LEADER, reason="Sai thủ tục")
    assert correct(desk, code, procedure="2.000806").procedure == "2.000806"


def test_the_same_procedure_named_again_leaves_the_papers_as_they_were(desk: Desk) -> None:
    code = desk.receive(plain_order(papers=[{"no": 1, "originals": 4}])).dossier.code
    dossier = correct(desk, code, procedure="1.004873", note="Ghi chú")
    assert dossier.facts["papers"][0]["originals"] == 4


def test_pauses_are_kept_also_one_that_still_runs(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.clock.set("2026-11-25T16:00")
    desk.step(code, "ask_payment", OFFICER)
    desk.clock.set("2026-11-26T08:00")
    desk.step(code, "paid", OFFICER)  # Thursday opened in the pause
    desk.clock.set("2026-11-26T16:00")
    desk.step(code, "ask_supplement", OFFICER, papers=["Tờ khai"], reason="Thiếu")
    waiting = correct(desk, code, procedure="2.000806")
    # Friday, Monday, Tuesday, Wednesday, Thursday.
    assert times(waiting)[0] == "2026-12-03T17:00:00+07:00"
    assert (waiting.state.value, waiting.supplements) == ("awaiting_papers", 1)
    desk.clock.set("2026-11-27T08:00")
    assert times(desk.step(code, "supplemented", OFFICER))[0] == "2026-12-04T17:00:00+07:00"


def test_the_longer_term_is_kept_and_goes_with_a_procedure_or_case_without_one(desk: Desk) -> None:
    code = desk.receive(plain_order("1.000689")).dossier.code
    desk.step(code, "lengthen", OFFICER, reason="Xác minh")
    kept = correct(desk, code, note="Ghi chú")
    assert (times(kept)[0], kept.lengthened) == ("2026-12-07T17:00:00+07:00", True)
    gone = correct(desk, code, procedure="1.004873")
    assert (times(gone)[0], gone.lengthened) == (DUE, False)
    desk.clock.set("2026-11-25T16:00")
    desk.step(code, "ask_payment", OFFICER)
    desk.clock.set("2026-11-26T08:00")
    assert times(desk.step(code, "paid", OFFICER))[0] == "2026-12-01T17:00:00+07:00"

    code = desk.receive(plain_order("1.004859", name="Bùi Văn An")).dossier.code
    desk.step(code, "lengthen", OFFICER, reason="Xác minh")
    assert not correct(desk, code, case=2).lengthened  # at once, nothing to verify


def test_the_others_of_a_visit_keep_their_slip_and_a_later_one_stands_beside_them(
    desk: Desk,
) -> None:
    first = desk.receive(plain_order(visit="lượt 7")).dossier.code
    second = desk.receive(plain_order("2.000806", visit="lượt 7")).dossier.code
    correct(desk, first, applicant={"name": "Nguyễn Thị Được"})
    assert on_slip(desk, first) == [first]
    assert second in on_slip(desk, second)
    third = desk.receive(plain_order("1.000689", visit="lượt 7")).dossier.code
    assert on_slip(desk, third) == [second, third]
    assert on_slip(desk, second) == [second, third]
    assert desk.services.verify().ok


@pytest.mark.parametrize(
    ("facts", "refusal", "field"),
    [
        ({"reason": " ", "note": "x"}, errors.FieldMissing, "reason"),
        ({}, errors.NothingCorrected, ""),
        ({"note": "", "case": 1, "procedure": "1.004873"}, errors.NothingCorrected, ""),
        ({"official_code": "H23.45-261125-0777"}, errors.FieldUnknown, "official_code"),
        ({"promised_at": "2030-01-01T09:00"}, errors.FieldUnknown, "promised_at"),
        ({"due_at": "2030-01-01T09:00"}, errors.FieldUnknown, "due_at"),
        ({"applicant": {"name": ""}}, errors.FieldMissing, "applicant.name"),
        ({"applicant": {"identity": "12"}}, errors.IdentityWrongLength, "applicant.identity"),
        ({"applicant": 5}, errors.FieldInvalid, "applicant"),
        ({"procedure": "9.999999"}, errors.ProcedureUnknown, "procedure"),
        ({"procedure": "1.004946"}, errors.TermNotSet, "procedure"),
        ({"case": 7}, errors.CaseUnknown, "case"),
        ({"papers": [{"no": 99, "originals": 1}]}, errors.PaperUnknown, "papers.1.no"),
        ({"validly_received_at": "2026-11-25T09:00:01"}, errors.ReceivedInFuture, "*"),
        ({"validly_received_at": "2018-12-31T09:00"}, errors.CalendarEnds, ""),
    ],
)
def test_a_refused_correction_leaves_everything_as_it_was(
    desk: Desk, facts: dict[str, Any], refusal: type[errors.DeskError], field: str
) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.clock.set("2026-11-26T09:00")
    before = contents(desk)
    with pytest.raises(refusal) as told:
        correct(desk, code, **facts)
    assert told.value.field == ("validly_received_at" if field == "*" else field)
    assert contents(desk) == before


def test_a_settled_dossier_and_a_specialist_correct_nothing(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    order = CorrectDossier(code, {**WHY, "note": "x"}, OFFICER, role=Role.SPECIALIST)
    with pytest.raises(step_errors.RoleNotAllowed):
        desk.services.correct_dossier(order)
    desk.step(code, "settle", LEADER)
    with pytest.raises(errors.StepImpossible):
        correct(desk, code, note="x")
    desk.step(code, "send_back", LEADER, reason="Sai tên")
    dossier = correct(desk, code, validly_received_at="2026-11-20T09:00")
    # Reopened: due Thursday 26 now, judged as it stood when it was first settled.
    assert (times(dossier)[0], dossier.verdict) == ("2026-11-26T17:00:00+07:00", "early")
