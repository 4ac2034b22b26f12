"""A dossier as the national portal's "đồng bộ hồ sơ" names it; names of 2020, to be checked against Circ. 04/2025.

Dates are texts yyyyMMddHHmmss; what the desk does not keep (files, sector codes) is left empty.
"""

from datetime import datetime
from typing import Any

from onestop_desktop.domain.agency import Agency
from onestop_desktop.domain.applicant import ApplicantKind
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.moments import local, read_moment

STATES: dict[State, int] = {
    State.REGISTERED: 1,
    State.RECEIVED: 2,
    State.NOT_RECEIVED: 3,
    State.IN_PROCESS: 4,
    State.AWAITING_PAPERS: 5,
    State.AWAITING_PAYMENT: 6,
    State.WITHDRAWN: 7,
    State.STOPPED: 8,
    State.SETTLED: 9,
    State.RETURNED: 10,
    State.VOIDED: 8,
}
"""A reception taken in by mistake has no state of its own there: it was stopped."""
CITIZEN, BUSINESS = 1, 2
BY_POST_OR_ONLINE, AT_THE_COUNTER = 1, 0
VOIDED_NOTE = "Hủy tiếp nhận nhầm"


def portal_record(dossier: Dossier, agency: Agency) -> dict[str, Any]:
    """The record of a dossier; its MaHoSo stays the same, so that sent twice it is one."""
    facts, applicant, settled = dossier.facts, dossier.applicant, dossier.settlement
    return {
        "MaHoSo": dossier.official_code or dossier.code,
        "MaTTHC": dossier.procedure,
        "TenTTHC": dossier.procedure_name,
        "MaLinhVuc": "",
        "TenLinhVuc": facts.get("field", ""),
        "ChuHoSo": applicant.name,
        "LoaiDoiTuong": CITIZEN if applicant.kind is ApplicantKind.PERSON else BUSINESS,
        "MaDoiTuong": applicant.identity,
        "ThongTinKhac": applicant.address,
        "Email": applicant.email,
        "Fax": "",
        "SoDienThoai": applicant.phone,
        "TrichYeuHoSo": dossier.procedure_name,
        "NgayTiepNhan": portal_moment(dossier.validly_received_at),
        "NgayHenTra": portal_moment(dossier.official_due_at or dossier.due_at),
        "TrangThaiHoSo": STATES[dossier.state],
        "NgayTra": portal_moment(dossier.returned_at),
        "ThongTinTra": _returned_to(dossier),
        "HinhThuc": AT_THE_COUNTER if facts.get("return_by") == "counter" else BY_POST_OR_ONLINE,
        "NgayKetThucXuLy": portal_moment(dossier.settled_at or dossier.ended_at),
        "DonViXuLy": agency.short_name,
        "GhiChu": VOIDED_NOTE if dossier.state is State.VOIDED else "",
        "DanhSachLePhi": _fees(facts.get("fee") or {}),
        "TaiLieuNop": [],
        "DanhSachTepDinhKemKhac": _papers(facts),
        "DanhSachHoSoBoSung": _supplements(dossier),
        "DanhSachGiayToKetQua": _results(settled.facts) if settled else [],
    }


def portal_moment(moment: datetime | None) -> str:
    """A moment as the portal writes it, "" for none."""
    return f"{local(moment):%Y%m%d%H%M%S}" if moment else ""


def _returned_to(dossier: Dossier) -> str:
    returned = [each for each in dossier.entries if each.step is Step.RETURN_RESULT]
    return str(returned[-1].facts["receiver"]["name"]) if returned else ""


def _fees(fee: dict[str, Any]) -> list[dict[str, Any]]:
    if not fee.get("amount"):
        return []
    name = fee.get("note") or "Phí, lệ phí"
    return [
        {"TenPhiLePhi": name, "MaPhiLePhi": "", "HinhThucThu": 1}
        | {"Gia": fee["amount"], "LoaiPhiLePhi": 1}
    ]


def _papers(facts: Any) -> list[dict[str, Any]]:
    return [
        {
            "TenGiayTo": line["name"],
            "SoLuong": line["originals"] + line["certified"] + line["copies"],
            "LoaiGiayTo": "Bản giấy",
        }
        for line in facts.get("paper_lines", ())
    ]


def _supplements(dossier: Dossier) -> list[dict[str, Any]]:
    """Each demand with what came in for it."""
    made: list[dict[str, Any]] = []
    for entry in dossier.entries:
        if entry.step is Step.ASK_SUPPLEMENT:
            made.append(_asked(entry))
        elif entry.step is Step.SUPPLEMENTED and made:
            made[-1] |= _brought(entry)
    return made


def _asked(entry: Entry) -> dict[str, Any]:
    return {
        "HoSoBoSungId": str(entry.sequence),
        "NguoiYeuCauBoSung": entry.officer,
        "NoiDungBoSung": entry.facts.get("reason", ""),
        "NgayBoSung": portal_moment(entry.happened_at),
        "NguoiTiepNhanBoSung": "",
        "ThongTinTiepNhan": "",
        "NgayTiepNhanBoSung": "",
        "TrangThaiBoSung": 0,
        "DanhSachGiayToBoSung": [],
        "DanhSachLePhiBoSung": [],
        "NgayHenTraTruoc": "",
        "NgayHenTraMoi": "",
    }


def _brought(entry: Entry) -> dict[str, Any]:
    moved = {name: entry.facts.get(name) for name in ("before", "due_at")}
    before, due = (portal_moment(read_moment(text)) if text else "" for text in moved.values())
    return {
        "NguoiTiepNhanBoSung": entry.officer,
        "NgayTiepNhanBoSung": portal_moment(entry.happened_at),
        "TrangThaiBoSung": 1,
        "NgayHenTraTruoc": before,
        "NgayHenTraMoi": due,
    }


def _results(facts: Any) -> list[dict[str, Any]]:
    return [
        {
            "TenGiayTo": facts.get("decision") or "Kết quả giải quyết",
            "MaThanhPhanHoSo": "",
            "GiayToId": facts.get("result_no", ""),
            "DuongDanTepTinKetQua": "",
        }
    ]
