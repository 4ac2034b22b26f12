"""A row of the provincial system's list: which column is what, what it says, or why it cannot be read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from onestop_desktop.domain import errors
from onestop_desktop.domain.codes import check_official
from onestop_desktop.domain.moments import local, read_typed_moment
from onestop_desktop.domain.text import fold, nfc

FIELDS: dict[str, tuple[str, ...]] = {
    "official_code": ("ma ho so", "so ho so", "ma so ho so", "mahoso"),
    "procedure": ("ma tthc", "ma thu tuc", "ma thu tuc hanh chinh", "matthc"),
    "applicant": ("chu ho so", "ten chu ho so", "nguoi nop", "ho va ten", "ho ten", "chuhoso"),
    "identity": ("so dinh danh", "so cccd", "cccd", "cmnd cccd", "so giay to", "madoituong"),
    "phone": ("so dien thoai", "dien thoai", "sodienthoai"),
    "address": ("dia chi", "dia chi thuong tru", "thongtinkhac"),
    "received_at": ("ngay tiep nhan", "ngay nhan", "thoi gian tiep nhan", "ngaytiepnhan"),
    "due_at": ("ngay hen tra", "han tra", "ngay hen", "han giai quyet", "ngayhentra"),
    "state": ("trang thai", "tinh trang", "trang thai ho so", "trangthaihoso"),
}
"""Which headings mean what, folded; a heading mapped by hand comes before them."""
NEEDED = ("official_code", "procedure", "applicant", "received_at")
DONE_THERE = ("xu ly xong", "giai quyet xong", "tra ket qua", "co ket qua", "hoan thanh", "da xong")
"""Words of a state that say it is done, folded; said of the future or denied, they do not."""
ENDED_THERE = ("rut ho so", "da rut", "dung xu ly", "tu choi", "khong duoc tiep nhan")
"""Words of a state in which nobody works on it any more, folded."""
_NOT_YET = ("chua", "cho ", "dang ")
_DONE_NUMBERS = ("9", "10")
_ENDED_NUMBERS = ("3", "7", "8")
HEADING_WITHIN = 30
"""A title, the agency, a date may stand above the heading."""
LATE_THERE = ("qua han", "tre han", "tre hen")
"""Words of a state that say it is late, folded."""
_NUMBER = re.compile(r"\d{6}|\d[/.-]\d")
"""An identity number, a phone, a date, a code: citizens' data, no heading."""
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no zone
_COMPACT = (
    "%Y%m%d%H%M%S",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d-%m-%Y %H:%M",
    "%d/%m/%Y",
    "%d-%m-%Y",
)


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """One dossier as the list has it; `line` is its row in the file."""

    line: int
    official_code: str
    procedure: str
    applicant: str
    identity: str
    phone: str
    address: str
    received_at: datetime
    due_at: datetime | None
    state: str

    @property
    def is_done(self) -> bool:
        """Whether the list says that it is settled."""
        state = fold(self.state)
        if state in _DONE_NUMBERS:
            return True
        return any(each in state for each in DONE_THERE) and not state.startswith(_NOT_YET)

    @property
    def is_open(self) -> bool:
        """Whether the list says that it is worked on; a list that says nothing proves nothing."""
        state = fold(self.state)
        ended = state in _ENDED_NUMBERS or any(each in state for each in ENDED_THERE)
        return bool(state) and not self.is_done and not ended

    def is_late(self, now: datetime) -> bool:
        """Whether the list counts it late: its state says so, or its due time is over."""
        says = any(words in fold(self.state) for words in LATE_THERE)
        return says or (self.due_at is not None and self.due_at < now)


def columns_of(
    heading: Sequence[Any], mapped: Mapping[str, str] | None = None
) -> dict[str, int] | None:
    """Where each field stands under a heading, None where one that is needed is missing."""
    names = [fold(str(cell or "")) for cell in heading]
    found: dict[str, int] = {}
    for field, usual in FIELDS.items():
        own = fold((mapped or {}).get(field, ""))
        # What was mapped for another list need not be in this one.
        wanted = (own,) if own and own in names else usual
        place = next((at for at, name in enumerate(names) if name in wanted), None)
        if place is not None:
            found[field] = place
    return found if all(field in found for field in NEEDED) else None


def usual_heading(field: str, headings: Sequence[str]) -> str:
    """The heading that usually means a field, "" for none."""
    return next((each for each in headings if fold(each) in FIELDS[field]), "")


def headings_of(rows: Sequence[Sequence[Any]]) -> tuple[str, ...]:
    """The texts of the row that is most likely the heading: the first with the most texts, and no number."""
    found: tuple[str, ...] = ()
    for cells in rows:
        texts = tuple(nfc(cell) for cell in cells if isinstance(cell, str) and cell.strip())
        if len(texts) > len(found) and not any(_NUMBER.search(text) for text in texts):
            found = texts
    return found


def read_row(line: int, cells: Sequence[Any], columns: Mapping[str, int]) -> ProvinceRow:
    """A row by its columns (FieldMissing, OfficialCodeInvalid, DateImpossible)."""

    def text(field: str) -> str:
        place = columns.get(field)
        value = cells[place] if place is not None and place < len(cells) else None
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return nfc("" if value is None else str(value))

    for field in NEEDED:
        if not text(field):
            raise errors.FieldMissing(field=field)
    received_at = read_cell_moment(cells[columns["received_at"]], "received_at")
    due = cells[columns["due_at"]] if columns.get("due_at", len(cells)) < len(cells) else None
    return ProvinceRow(
        line,
        check_official(text("official_code")),
        text("procedure"),
        text("applicant"),
        text("identity"),
        text("phone"),
        text("address"),
        received_at,
        _end_of_bare_day(read_cell_moment(due, "due_at")) if due not in (None, "") else None,
        text("state"),
    )


def _end_of_bare_day(moment: datetime) -> datetime:
    """A due day without an hour is kept until it is over."""
    return moment if moment.time() != time() else moment.replace(hour=23, minute=59)


def read_cell_moment(value: Any, field: str) -> datetime:
    """A moment as spreadsheets and portals write it: a date, a serial number, or text (DateImpossible)."""
    if isinstance(value, datetime):
        return local(value).replace(microsecond=0)
    if isinstance(value, int | float) and _FIRST_SERIAL < value < _LAST_SERIAL:
        return local(_SERIAL_ZERO + timedelta(seconds=round(float(value) * 86_400)))
    text = nfc(str(value))
    for pattern in _COMPACT:
        try:
            return local(datetime.strptime(text, pattern))  # noqa: DTZ007 - made local there
        except ValueError:
            continue
    try:
        return read_typed_moment(text)
    except ValueError:
        raise errors.DateImpossible(field=field, value=text[:40]) from None
