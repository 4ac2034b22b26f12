"""What the national portal is sent: its shape, each dossier once as it stands, from where the last one ended."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.application.erase_facts import EraseFacts
from onestop_desktop.application.sync_portal import SyncPortal
from onestop_desktop.devices.folder_printer import new_file
from onestop_desktop.domain import errors
from tests.support.desk import LEADER, OFFICER, RESOURCES, SPECIALIST, Desk, make_order, plain_order

SCHEMA = json.loads((RESOURCES / "schema" / "dong-bo-ho-so.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def validate() -> Any:
    """Raises for what has not the shape."""
    return fastjsonschema.compile(SCHEMA)


def sync(desk: Desk, folder: Path, validate: Any, *, everything: bool = False) -> dict[str, Any]:
    """The records of an export by MaHoSo."""
    file = folder / "dong-bo.json"
    order = SyncPortal(OFFICER, everything=everything)
    done = desk.services.bridge.sync_portal(order, lambda: new_file(file))
    told = json.loads(file.read_text("utf-8"))
    validate(told)
    assert done.dossiers == len(told["hoSo"])
    records = {each["MaHoSo"]: each for each in told["hoSo"]}
    assert len(records) == done.dossiers
    return records


def test_each_changed_dossier_goes_once_and_the_next_time_only_what_changed_since(
    desk: Desk, tmp_path: Path, validate: Any
) -> None:
    first = desk.receive(plain_order()).dossier.code
    second = desk.receive(make_order()).dossier.code
    assert sync(desk, tmp_path, validate).keys() == {first, second}
    assert sync(desk, tmp_path, validate) == {}
    desk.step(first, "propose", SPECIALIST, decision="Đồng ý")
    desk.step(first, "settle", LEADER)
    again = sync(desk, tmp_path, validate)
    assert {code: each["TrangThaiHoSo"] for code, each in again.items()} == {first: 9}
    assert sync(desk, tmp_path, validate, everything=True).keys() == {first, second}
    assert desk.services.verify().ok


def test_a_record_says_what_the_desk_knows(desk: Desk, tmp_path: Path, validate: Any) -> None:
    code = desk.receive(make_order(phone="0912345678")).dossier.code
    desk.services.bind_official_code(BindOfficialCode(code, "H99.99-261125-0077", OFFICER))
    record = sync(desk, tmp_path, validate)["H99.99-261125-0077"]
    assert (record["MaTTHC"], record["LoaiDoiTuong"], record["HinhThuc"]) == ("2.000815", 1, 0)
    assert (record["ChuHoSo"], record["SoDienThoai"]) == ("Nguyễn Thị Đường", "0912345678")
    assert (record["NgayTiepNhan"], record["NgayTra"]) == ("20261125090000", "")
    assert record["NgayHenTra"] == "20261125170000"
    assert record["DanhSachLePhi"][0]["Gia"] == 12000


def test_supplements_and_results_are_told(desk: Desk, tmp_path: Path, validate: Any) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.step(code, "ask_supplement", SPECIALIST, reason="Thiếu tờ khai", papers=["Tờ khai"])
    (asked,) = sync(desk, tmp_path, validate)[code]["DanhSachHoSoBoSung"]
    assert (asked["NoiDungBoSung"], asked["TrangThaiBoSung"]) == ("Thiếu tờ khai", 0)
    desk.clock.set((desk.clock() + timedelta(days=1)).isoformat())
    desk.step(code, "supplemented", OFFICER)
    (brought,) = sync(desk, tmp_path, validate)[code]["DanhSachHoSoBoSung"]
    assert brought["TrangThaiBoSung"] == 1
    assert brought["NgayHenTraTruoc"] < brought["NgayHenTraMoi"]
    desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
    desk.step(code, "settle", LEADER, result_no="12/GXN")
    desk.step(code, "return_result", receiver="Nguyễn Thị Đường")
    done = sync(desk, tmp_path, validate)[code]
    assert done["DanhSachGiayToKetQua"][0]["GiayToId"] == "12/GXN"
    assert (done["TrangThaiHoSo"], done["ThongTinTra"]) == (10, "Nguyễn Thị Đường")


@pytest.mark.parametrize(
    ("step", "state"), [("withdraw", 7), ("stop", 8), ("refuse", 3), ("void", 8)]
)
def test_every_end_has_a_state_of_the_portals(
    desk: Desk, tmp_path: Path, validate: Any, step: str, state: int
) -> None:
    code = desk.receive(plain_order()).dossier.code
    desk.step(code, step, OFFICER, reason="Theo yêu cầu")
    record = sync(desk, tmp_path, validate)[code]
    assert record["TrangThaiHoSo"] == state
    assert bool(record["GhiChu"]) == (step == "void")


def test_what_was_erased_is_told_no_more(desk: Desk, tmp_path: Path, validate: Any) -> None:
    code = desk.receive(plain_order("2.000884")).dossier.code
    desk.step(code, "withdraw", OFFICER, reason="Đổi ý")
    desk.clock.set("2029-01-02T09:00")
    desk.services.care.erase_facts(EraseFacts(code, "1/QĐ", "Hết hạn", OFFICER))
    assert sync(desk, tmp_path, validate) == {}


def test_where_no_file_can_stand_the_next_export_begins_at_the_same_place(
    desk: Desk, tmp_path: Path, validate: Any
) -> None:
    code = desk.receive(plain_order()).dossier.code
    block = tmp_path / "khong-phai-thu-muc"
    block.write_text("x", "utf-8")
    with pytest.raises(errors.FileUnwritable):
        desk.services.bridge.sync_portal(SyncPortal(OFFICER), lambda: new_file(block / "x.json"))
    assert sync(desk, tmp_path, validate).keys() == {code}
