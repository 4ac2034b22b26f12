"""Form 07 as a table: every column of the form, a row for each dossier of a field and year."""

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from onestop_desktop.domain.book_facts import TrackingHead, TrackingLine
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.register_words import ENDED, RETURN_BY, TRACKING_TITLE
from onestop_desktop.reports.sheets import Cell, sheet_into

_SECOND = len("2026-11-25T09:00:00")
COLUMNS = (
    ("STT", 7),
    ("Quyển số", 8),
    ("Mã hồ sơ", 24),
    ("Tên TTHC", 44),
    ("Tên tổ chức, cá nhân", 28),
    ("Địa chỉ, số điện thoại", 34),
    ("Cơ quan chủ trì giải quyết", 28),
    ("Nhận hồ sơ", 17),
    ("Hẹn trả kết quả", 17),
    ("Trả kết quả", 17),
    ("Phương thức nhận kết quả", 18),
    ("Ký nhận", 24),
)


def write(head: TrackingHead, lines: Iterable[TrackingLine], into: BinaryIO) -> None:
    """The register as XLSX; its lines are written as they come."""
    agency, at = head.agency, read_moment(head.at).replace(tzinfo=None)
    title = f"{TRACKING_TITLE} NĂM {head.year}"
    number = f"Số: {head.number:04d}/STD-{agency['number_suffix']}".rstrip("-")
    with sheet_into(into, f"STD {head.year}", COLUMNS, title=title, made_at=at) as sheet:
        for name in ("parent", "unit"):
            sheet.title(str(agency[name]).upper().replace("\n", " "))
        sheet.title(title, strong=True)
        sheet.title(f"Lĩnh vực: {head.field}. {number}, lập {at:%H:%M %d/%m/%Y}.")
        sheet.names()
        sheet.rows(map(_cells, lines))


def _cells(line: TrackingLine) -> tuple[Cell, ...]:
    return (
        line.number,
        line.volume,
        line.code,
        line.procedure,
        line.applicant,
        f"{line.address}; {line.phone}"
        if line.address and line.phone
        else line.address or line.phone,
        line.agency,
        _moment(line.received_at),
        _moment(line.promised_at),
        _moment(line.returned_at) or ENDED.get(line.state),
        RETURN_BY[line.return_by],
        line.receiver or None,
    )


def _moment(text: str) -> datetime | None:
    """Local time without an offset: a spreadsheet knows none."""
    return datetime.fromisoformat(text[:_SECOND]) if text else None
