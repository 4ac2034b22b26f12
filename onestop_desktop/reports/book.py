"""A certification book as a table: a row for each number, a spoilt one with its reason."""

from collections.abc import Iterable
from typing import BinaryIO

from onestop_desktop.domain.book_facts import BookLine, BookMonth
from onestop_desktop.domain.books import SYMBOLS
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.register_words import TITLES, period_words
from onestop_desktop.reports.sheets import Cell, sheet_into

COLUMNS = (
    ("Số chứng thực", 10),
    ("Quyển số", 8),
    ("Ngày chứng thực", 17),
    ("Người yêu cầu chứng thực", 28),
    ("Tên giấy tờ, văn bản", 44),
    ("Số trang", 8),
    ("Số bản", 8),
    ("Phí (đồng)", 12),
    ("Người ký chứng thực", 24),
    ("Số hỏng: lý do", 32),
)


def write(month: BookMonth, lines: Iterable[BookLine], into: BinaryIO) -> None:
    """The book as XLSX; its lines are written as they come."""
    agency, at = month.agency, read_moment(month.at).replace(tzinfo=None)
    title = f"{TITLES[month.book]} {period_words(month).upper()}"
    name = f"{month.book.value} {month.year}"
    with sheet_into(into, name, COLUMNS, title=title, made_at=at) as sheet:
        for line in ("parent", "unit"):
            sheet.title(str(agency[line]).upper().replace("\n", " "))
        sheet.title(title, strong=True)
        sheet.title(f"Ký hiệu {SYMBOLS[month.book]}, lập {at:%H:%M %d/%m/%Y}.")
        sheet.names()
        sheet.rows(map(_cells, lines))


def _cells(line: BookLine) -> tuple[Cell, ...]:
    return (
        line.number,
        line.volume,
        read_moment(line.at).replace(tzinfo=None),
        line.applicant,
        line.title,
        line.pages or None,
        line.copies or None,
        line.fee,
        line.signed_by,
        line.spoilt or None,
    )
