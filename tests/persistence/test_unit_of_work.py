"""One transaction: what is refused leaves nothing, numbers have no gap, four processes lose none."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.domain import errors
from onestop_desktop.domain.moments import read_moment
from tests.end_to_end.command import ROOT
from tests.support.desk import Desk, PaperTray, dump, make_order, open_desk, plain_order

TABLES = ("entry", "entry_facts", "dossier", "slip", "request", "number_series", "parked_reception")


def contents(desk: Desk) -> dict[str, list[object]]:
    return {table: list(desk.sql(f"SELECT * FROM {table}")) for table in TABLES}


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"name": None}, errors.FieldMissing),
        ({"procedure": "9.999999"}, errors.ProcedureUnknown),
        ({"procedure": "1.004946", "items": None}, errors.TermNotSet),
        ({"papers": [{"no": 99, "originals": 1}]}, errors.PaperUnknown),
        ({"exemption": "nghèo"}, errors.ExemptionUnknown),
        ({"validly_received_at": "2026-11-25T09:00:01"}, errors.ReceivedInFuture),
        ({"validly_received_at": "2018-12-31T09:00"}, errors.ReceivedTooEarly),
        ({"case": 9}, errors.CaseUnknown),
        ({"visit": "lượt 1", "name": "Người khác"}, errors.VisitOfAnother),
        ({"visit": "lượt 1", "return_by": "post"}, errors.VisitOfAnother),
        (
            {"visit": "lượt 1", "channel": "proxy", "proxy": {"name": "Lò Văn Ố"}},
            errors.VisitOfAnother,
        ),
        ({"official_code": "H23.01-261125-0001"}, errors.OfficialCodeTaken),
        ({"request_id": "đã dùng", "note": "khác"}, errors.RequestReused),
    ],
)
def test_a_refused_order_stores_nothing_and_uses_no_number(
    desk: Desk, changes: dict[str, Any], refusal: type[errors.DeskError]
) -> None:
    desk.receive(visit="lượt 1", official_code="H23.01-261125-0001", request_id="đã dùng")
    before = contents(desk)
    with pytest.raises(refusal):
        desk.receive(**changes)
    assert contents(desk) == before
    assert desk.receive().dossier.code == "H99.99.99-261125-0002"


def test_a_failure_in_the_middle_undoes_all_of_it(desk: Desk) -> None:
    desk.receive()
    before = contents(desk)

    def fail() -> None:
        with desk.services.unit_of_work(write=True) as work:
            work.desk.next_numbers("code:thử")
            work.desk.keep_profile("2021")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert contents(desk) == before
    with desk.services.unit_of_work() as work:
        assert work.desk.profile() == "today"


def test_codes_follow_one_another_each_day_and_begin_again(desk: Desk) -> None:
    assert [desk.receive().dossier.code[-11:] for _ in range(2)] == ["261125-0001", "261125-0002"]
    desk.clock.set("2026-11-26T08:00")
    assert desk.receive().dossier.code == "H99.99.99-261126-0001"


def test_a_code_grows_past_9999_and_still_sorts_in_its_list(desk: Desk) -> None:
    desk.sql("INSERT INTO number_series (name, last) VALUES ('code:H99.99.99:2026-11-25', 9998)")
    codes = [desk.receive().dossier.code for _ in range(3)]
    assert codes == [f"H99.99.99-261125-{number}" for number in ("9999", "10000", "10001")]
    assert desk.services.find_dossiers("H99.99.99-261125-10001")[0].code == codes[2]


def test_one_visit_puts_several_dossiers_on_one_slip(desk: Desk) -> None:
    first = desk.receive(visit="lượt 7").dossier.code
    second = desk.receive(plain_order(visit="lượt 7")).dossier.code
    with desk.services.unit_of_work() as work:
        slips = {work.slips.of_dossier(code).id for code in (first, second)}
        (slip,) = slips
        facts = work.slips.of_dossier(first).facts
    assert [dossier["code"] for dossier in facts["dossiers"]] == [first, second]
    assert facts["number"] == 1
    assert slip == 2


def test_another_process_changes_the_agency_and_this_one_sees_it(desk: Desk) -> None:
    assert desk.services.view_desk().agency.phone == "0200 000 0000"
    other = open_desk(desk.address, desk.clock)
    other.services.change_agency({"phone": "0220 123 456"}, "Hoa")
    other.store.close()
    assert desk.services.view_desk().agency.phone == "0220 123 456"


def test_an_agency_without_identifier_issues_no_code(desk: Desk) -> None:
    with pytest.raises(errors.AgencyIncomplete):
        desk.services.change_agency({"identifier": ""}, "Hoa")
    desk.lack("identifier")
    with pytest.raises(errors.FieldMissing) as refused:
        desk.receive()
    assert refused.value.field == "identifier"


def test_a_paper_jam_leaves_the_dossier_and_the_count_of_prints(desk: Desk) -> None:
    from onestop_desktop.application.print_form import PrintForm

    code, tray = desk.receive().dossier.code, PaperTray(jammed=True)
    with pytest.raises(errors.PrinterFailed):
        desk.services.print_form(PrintForm(code, "Hoa"), tray)
    tray.jammed = False
    assert desk.services.print_form(PrintForm(code, "Hoa"), tray).copy == 1
    assert len(tray.sheets) == 1
    steps = [entry.step.value for entry in desk.services.show_dossier(code).entries]
    assert steps == ["receive", "print", "print"]


def test_parked_receptions_come_back_after_a_restart(desk: Desk) -> None:
    number = desk.services.park_reception({"name": "Nguyễn Thị Đ"}, "Nguyễn Thị Đ", "Hoa")
    again = desk.again()
    (parked,) = again.services.parked_receptions()
    assert (parked.id, parked.form, parked.officer) == (number, {"name": "Nguyễn Thị Đ"}, "Hoa")
    again.services.drop_parked(number)
    with pytest.raises(errors.ParkedUnknown):
        again.services.drop_parked(number)
    again.store.close()


def test_a_reception_parked_again_replaces_itself_and_200_are_enough(desk: Desk) -> None:
    number = desk.services.park_reception({"a": 1}, "một", "Hoa")
    number = desk.services.park_reception({"a": 2}, "một", "Hoa", number)
    assert [row.form for row in desk.services.parked_receptions()] == [{"a": 2}]
    for at in range(199):
        desk.services.park_reception({}, f"{at}", "Hoa")
    with pytest.raises(errors.NumberOutOfRange):
        desk.services.park_reception({}, "quá nhiều", "Hoa")
    # The one that is already parked can still be kept.
    desk.services.park_reception({"a": 3}, "một", "Hoa", number)


def test_the_official_code_is_bound_once_and_found(desk: Desk) -> None:
    from onestop_desktop.application.bind_official_code import BindOfficialCode

    first, second = desk.receive().dossier.code, desk.receive().dossier.code
    official = "H23.45-261125-0777"
    desk.services.bind_official_code(BindOfficialCode(first, official.lower(), "Hoa"))
    assert desk.services.find_dossiers(official)[0].code == first
    assert desk.services.show_dossier(official).dossier.code == first
    with pytest.raises(errors.OfficialCodeTaken):
        desk.services.bind_official_code(BindOfficialCode(second, official, "Hoa"))
    with pytest.raises(errors.OfficialCodeInvalid):
        desk.services.bind_official_code(BindOfficialCode(second, "H23.45-261332-0777", "Hoa"))


WRITER = """
import json, sys
sys.path[:0] = [".", "packaging"]
from tests.support.desk import Clock, open_desk
desk = open_desk(sys.argv[1], Clock())
print(json.dumps([desk.receive(json.loads(sys.argv[2])).dossier.code for _ in range(40)]))
desk.store.close()
"""


@pytest.mark.slow
def test_four_processes_at_once_lose_no_code_and_share_none(desk: Desk) -> None:
    def write(_number: int) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", WRITER, desk.address, dump(make_order())],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return list(json.loads(done.stdout))

    with ThreadPoolExecutor(4) as pool:
        codes = [code for some in pool.map(write, range(4)) for code in some]
    assert sorted(codes) == [f"H99.99.99-261125-{number:04d}" for number in range(1, 161)]
    check = desk.services.verify()
    assert (check.ok, check.entries) == (True, 161)


def test_the_provinces_own_due_time_is_kept_beside_ours(desk: Desk) -> None:
    code = desk.receive().dossier.code
    order = BindOfficialCode(code, "H23.45-261125-0777", "Hoa", due_at="27/11/2026 9:30")
    assert desk.services.bind_official_code(order)
    assert not desk.services.bind_official_code(order)
    assert not desk.services.bind_official_code(replace(order, due_at=""))  # unknown is no change
    dossier = desk.services.show_dossier(code).dossier
    assert dossier.official_due_at == read_moment("2026-11-27T09:30:00")
    assert dossier.due_at == read_moment("2026-11-25T17:00:00")
    with pytest.raises(errors.DateImpossible) as refused:
        desk.services.bind_official_code(replace(order, due_at="31/02/2026 10:00"))
    assert refused.value.field == "official_due_at"
    assert desk.services.verify().ok
