"""Questions of the calendar's page: which day becomes what, which hours hold, and the yes to a change."""

import csv
import io
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from onestop_desktop.application.change_calendar import CalendarLook, Moved
from onestop_desktop.application.messages import error_sentence
from onestop_desktop.application.reasons import reason_words
from onestop_desktop.application.time_words import due_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import short_code
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.screens.calendar.facts import WEEKDAYS
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.choice import Choice
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.layouts import column, row
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import MarkedWords, Paragraph
from onestop_desktop.domain.calendar import OfficeHours, SpecialDay
from onestop_desktop.domain.calendar_check import FIRST_YEAR, LAST_YEAR, hours_faults, hours_missing
from onestop_desktop.domain.errors import DeskError
from onestop_desktop.domain.moments import day_words, read_day, read_moment
from onestop_desktop.domain.notice import COLUMNS, MAKEUP, OFF, WORKED, YEAR
from onestop_desktop.domain.office_week import hours_from, read_hours, write_hours

LONGEST_RUN = 31


class DayDialog(Asking):
    """Answers the rows of a notice as CSV text."""

    def __init__(self, day: date, known: SpecialDay | None, parent: QWidget) -> None:
        super().__init__(tr("Ngày nghỉ, ngày làm bù"), tr("Xem trước"), parent)
        self.setMinimumWidth(620)
        self.kind = Choice(tr("Là ngày"), 200)
        self.kind.offer(
            (
                (OFF, tr("Nghỉ")),
                (MAKEUP, tr("Làm bù")),
                (WORKED, tr("Ngày thường")),
                (YEAR, tr("Cả năm: xác nhận")),
            )
        )
        self.first = Field(tr("Từ ngày"), width=124)
        self.last = Field(tr("đến hết ngày (nếu nhiều ngày)"), width=196)
        self.name = Field(tr("Tên ngày"))
        self.notice = Field(tr("Số văn bản"))
        self.sure = Choice(tr("Xác nhận"), 200)
        self.sure.offer((("yes", tr("Đã xác nhận")), ("no", tr("Chưa xác nhận"))))
        self.first.set_text(day_words(day))
        if known is not None:
            self.kind.choose(OFF if known.is_off else MAKEUP)
            self.name.set_text(known.name)
            self.notice.set_text(known.notice)
            self.sure.choose("yes" if known.confirmed else "no")
        self.whole.addLayout(
            column(
                row(self.kind, self.first, self.last, None),
                8,
                self.name,
                8,
                self.notice,
                8,
                row(self.sure, None),
            )
        )
        self.end()
        self.kind.box.setFocus()

    def answer(self) -> str:
        """A notice's text: one line a day."""
        text = io.StringIO()
        lines = csv.writer(text)
        lines.writerow(COLUMNS)
        kind, sure = self.kind.value(), self.sure.value()
        for day in self._days():
            lines.writerow((day, kind, self.name.text(), self.notice.text(), sure))
        return text.getvalue()

    def _days(self) -> list[str]:
        first, last = self._day(self.first), self._day(self.last) or self._day(self.first)
        if first is None or last is None:
            return [self.first.text()]
        count = (last - first).days + 1
        return [(first + timedelta(n)).isoformat() for n in range(count)]

    @staticmethod
    def _day(field: Field) -> date | None:
        try:
            return read_day(field.text().strip())
        except ValueError:
            return None

    def try_answer(self) -> None:
        """Faults are said at their fields; the window stays open until they are mended."""
        for field in (self.first, self.last, self.name):
            field.clear_fault()
        first, last = self._day(self.first), self._day(self.last)
        if first is None:
            self._refuse(self.first, tr("Ngày không có thật; viết như 27/11/2026."))
        elif self.last.text().strip() and last is None:
            self._refuse(self.last, tr("Ngày không có thật; viết như 27/11/2026."))
        elif last is not None and not 0 <= (last - first).days < LONGEST_RUN:
            self._refuse(self.last, tr("Phải sau ngày đầu và không quá 31 ngày."))
        elif self.kind.value() in (OFF, MAKEUP) and not self.name.text().strip():
            self._refuse(self.name, tr("Cần tên ngày, ví dụ Quốc khánh."))
        else:
            self.accept()

    @staticmethod
    def _refuse(field: Field, sentence: str) -> None:
        field.show_error(sentence)
        field.edit.setFocus()


class HoursDialog(Asking):
    """Answers the rows of office hours as they shall be."""

    def __init__(self, hours: tuple[OfficeHours, ...], today: date, parent: QWidget) -> None:
        super().__init__(tr("Giờ làm việc"), tr("Xem trước"), parent)
        self.setMinimumWidth(780)
        self._hours = hours
        self.first = Field(tr("Áp dụng từ ngày (bỏ trống: từ đầu lịch)"), width=260)
        self.first.set_text(day_words(today))
        self.week = {day: Field(tr(WEEKDAYS[day - 1])) for day in range(1, 8)}
        for day, field in self.week.items():
            field.set_text(write_hours(hours, day, today))
        hint = tr("Ví dụ 07:30-11:30, 13:00-17:00; thêm “mở” sau khung tiếp dân mà không tính hạn.")
        fields = list(self.week.values())
        working = column(*(part for field in fields[:5] for part in (field, 6)))
        rest = column(self.first, 6, *(part for field in fields[5:] for part in (field, 6)), None)
        halves = row(working, rest, gap=24)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        self.whole.addLayout(column(Paragraph(hint, "label", "text2"), 8, halves))
        self.end()
        self.week[1].edit.setFocus()

    def answer(self) -> tuple[OfficeHours, ...]:
        """All rows, those before the first day ended."""
        week = {day: read_hours(day, field.text()) for day, field in self.week.items()}
        return hours_from(self._hours, week, self._first())

    def _first(self) -> date | None:
        if not self.first.text().strip():
            return None
        first = read_day(self.first.text())
        if not FIRST_YEAR <= first.year <= LAST_YEAR:
            raise ValueError(first)
        return first

    def try_answer(self) -> None:
        for field in (self.first, *self.week.values()):
            field.clear_fault()
        try:
            self._first()
        except ValueError:
            self.first.show_error(tr("Ngày không có thật; viết như 27/11/2026."))
            self.first.edit.setFocus()
            return
        for day, field in self.week.items():
            try:
                faults = (*hours_faults(read_hours(day, field.text())),)
            except DeskError as fault:
                faults = (fault,)
            if self._refused(field, faults):
                return
        if not self._refused(self.week[1], tuple(hours_missing(self.answer()))):
            self.accept()

    @staticmethod
    def _refused(field: Field, faults: Sequence[DeskError]) -> bool:
        for fault in faults[:1]:
            field.show_error(error_sentence(fault, spoken()))
            field.edit.setFocus()
        return bool(faults)


class ChangeDialog(Asking):
    """What a change does, the dossiers it moves, the reason; answers the reason."""

    def __init__(
        self, lines: Sequence[str], look: CalendarLook, reason: str, desk: Desk, parent: QWidget
    ) -> None:
        many, moving = len(look.moved), sum(each.due_moves for each in look.moved)
        accept = tr("Đổi lịch, {n} hồ sơ đổi hạn").format(n=moving) if moving else tr("Đổi lịch")
        super().__init__(tr("Đổi lịch làm việc"), accept, parent)
        self.resize(1000, 560 if many else 360)
        self.shown = Paragraph(
            "\n".join(lines[:12]) + ("\n…" if len(lines) > 12 else ""), "body", "text"
        )
        self.whole.addWidget(self.shown)
        self.whole.addSpacing(8)
        self.whole.addWidget(_verdict(moving, many - moving))
        self.table = RowsTable(tr("Hồ sơ đổi hạn"), _columns())
        self._why = {each.row.code: _why(each, desk) for each in look.moved}
        self.why = Paragraph("", "reason", "text")
        self.table.picked.connect(lambda code: self.why.setText(self._why.get(code, "")))
        self.table.show_rows([_line(each, self._why[each.row.code], desk) for each in look.moved])
        for widget in (self.table, self.why):
            widget.setVisible(bool(many))
        self.whole.addWidget(self.table, 1)
        self.whole.addWidget(self.why)
        self.reason = Field(tr("Lý do"))
        self.reason.set_text(reason)
        self.whole.addSpacing(8)
        self.whole.addWidget(self.reason)
        self.end()
        self.reason.edit.setFocus()

    def answer(self) -> str:
        """Why."""
        return self.reason.text()

    def try_answer(self) -> None:
        if self.reason.text().strip():
            self.accept()
            return
        self.reason.show_error(tr("Cần một lý do; nó được ghi vào sổ."))
        self.reason.edit.setFocus()


def _verdict(moving: int, surer: int) -> MarkedWords:
    """How many due times move, and how many only become certain or provisional."""
    certain = tr("{n} hồ sơ giữ hạn, chỉ đổi phần tạm tính.").format(n=surer) if surer else ""
    if not moving:
        words = f"{tr('Không hồ sơ đang mở nào đổi hạn.')} {certain}".strip()
        return MarkedWords("check", words, "ready", "strong")
    words = tr("{n} hồ sơ đang mở đổi hạn; giờ đã hẹn dân giữ nguyên.").format(n=moving)
    return MarkedWords("soon", f"{words} {certain}".strip(), "soon", "strong")


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Hồ sơ"), 112),
        Column(tr("Chủ hồ sơ"), 150, stretch=True),
        Column(tr("Hạn cũ"), 128),
        Column(tr("Hạn mới"), 128),
        Column(tr("Đã hẹn"), 128),
    )


def _why(moved: Moved, desk: Desk) -> str:
    if moved.appointment is None:
        return desk.sentence(moved.fault) if moved.fault else ""
    return "; ".join(reason_words(moved.appointment.why, desk.language, desk.now().date()))


def _new_due(moved: Moved, desk: Desk) -> str:
    if moved.appointment is None:
        return "–"
    if moved.due_moves:
        return due_words(moved.appointment.due_at, desk.now(), desk.language)
    return tr("thành tạm tính") if moved.appointment.provisional else tr("hết tạm tính")


def _line(moved: Moved, why: str, desk: Desk) -> Row:
    now, row_, new = desk.now(), moved.row, _new_due(moved, desk)
    cells = (
        Cell(short_code(row_.code, desk), strong=True),
        Cell(row_.applicant),
        Cell(due_words(read_moment(row_.due_at), now, desk.language), tone="text2"),
        Cell(
            new, "late" if moved.fault else "none", "late" if moved.fault else "text", strong=True
        ),
        Cell(due_words(read_moment(row_.promised_at), now, desk.language), tone="text2"),
    )
    return Row(row_.code, cells, f"{row_.code}, {row_.applicant}: {new}. {why}")
