"""What happens on the calendar's page: a year turned, a deadline tried, a change shown and agreed to."""

import re
import threading
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from onestop_desktop.application.change_calendar import CalendarLook, ChangeCalendar
from onestop_desktop.application.reasons import reason_words
from onestop_desktop.application.time_words import weekday_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.password_again import with_password
from onestop_desktop.desktop.ruler_facts import ruler_of
from onestop_desktop.desktop.screens.calendar import facts
from onestop_desktop.desktop.screens.calendar.dialogs import ChangeDialog, DayDialog, HoursDialog
from onestop_desktop.desktop.screens.calendar.view import CalendarView
from onestop_desktop.domain.calendar import CalendarRows, YearNotice
from onestop_desktop.domain.deadline import Appointment, Pause, TermRules, appoint
from onestop_desktop.domain.errors import CodedError, DeskError
from onestop_desktop.domain.holidays import proposed_days
from onestop_desktop.domain.moments import local, read_typed_moment
from onestop_desktop.domain.procedure import Channel, search_keys, search_procedures
from onestop_desktop.domain.terms import Term

MOST_DAYS_SHOWN = 400


class CalendarPresenter(QObject):
    """One change at a time; while dossiers are looked through, Esc calls it off."""

    progressed = Signal(int, int)

    def __init__(self, desk: Desk, view: CalendarView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._rows: CalendarRows | None = None
        self._year = desk.now().year
        self._changing = False
        self._stopped = threading.Event()
        view.year_wanted.connect(self._turn)
        view.add_wanted.connect(self._add_wanted)
        view.import_wanted.connect(lambda: self._begin(self._import()))
        view.hours_wanted.connect(lambda: self._begin(self._change_hours()))
        view.stop_wanted.connect(self._stopped.set)
        view.shown_again.connect(self._read_again)
        view.trial.edited.connect(self._try)
        desk.viewed.connect(lambda _view: self._read_again())
        self.progressed.connect(view.show_progress)
        if not desk.tried:
            desk.tried = (tr("3 ngày làm việc"), f"{desk.now():%d/%m/%Y %H:%M}", "")
        view.trial.fill(desk.tried)

    # -- the year
    def _read_again(self) -> None:
        self._desk.start(self._read(), self._view)

    def _read(self) -> Flow:
        try:
            self._rows = yield Work(lambda: self._desk.services.read_calendar())
        except CodedError as error:
            self._view.refusal.show_refusal(
                tr("Chưa đọc được lịch."), self._desk.sentence(error), to_fault=False
            )
            return
        self._show()

    def _show(self) -> None:
        rows, view, today = self._rows, self._view, self._desk.now().date()
        if rows is None:
            return
        self._year = min(max(self._year, min(rows.years)), max(rows.years))
        calendar = rows.working()
        faces = facts.year_faces(self._year, rows, calendar)
        view.show_year(self._year, faces, today, confirmed=rows.years[self._year].confirmed)
        view.show_alarm(facts.year_alarm(calendar, today))
        view.before.set_label(str(self._year - 1))
        known = self._year + 1 in rows.years
        view.after.set_label(
            str(self._year + 1) if known else tr("Thêm {year}…").format(year=self._year + 1)
        )
        view.show_notices(facts.notice_lines(self._year, rows.days))
        view.show_hours(facts.hours_lines(rows.hours, max(today, date(self._year, 1, 1))))
        self._try()

    def _turn(self, step: int) -> None:
        rows = self._rows
        if rows is None:
            return
        if self._year + step in rows.years:
            self._year += step
            self._show()
        elif step > 0:
            self._begin(self._propose(self._year + 1))

    # -- a deadline to try
    def _try(self) -> None:
        trial, desk = self._view.trial, self._desk.view
        self._desk.tried = trial.typed()
        if desk is None:
            return
        try:
            rules = self._rules(trial.term.text())
            received = _moment(trial.received.text(), desk_now := self._desk.now())
            pauses = _pauses(trial.pause.text(), desk_now)
        except ValueError as fault:
            trial.show_nothing(str(fault))
            self._view.year.show_deadline(frozenset(), None)
            return
        clock = desk.agency.clock_rules()
        try:
            found = appoint(rules, received, desk.calendar, clock, pauses=pauses)
        except DeskError as error:
            trial.show_nothing(self._desk.sentence(error))
            self._view.year.show_deadline(frozenset(), None)
            return
        self._show_due(found, pauses, rules.term)

    def _show_due(self, found: Appointment, pauses: tuple[Pause, ...], term: Term) -> None:
        desk = self._desk.view
        assert desk is not None  # noqa: S101 - asked by `_try` alone
        due, language = local(found.due_at), self._desk.language
        ruler = ruler_of(found.received_at, due, found.received_at, desk.calendar, pauses)
        words = reason_words(found.why, language)
        self._view.trial.show_due(f"{due:%H:%M}", weekday_words(due.date(), language), words, ruler)
        first, last = found.received_at.date() + timedelta(1), due.date()
        span = (first + timedelta(n) for n in range(min((last - first).days, MOST_DAYS_SHOWN)))
        counted = frozenset(facts.counted_days(span, term, desk.calendar, pauses))
        self._view.year.show_deadline(counted, last)

    def _rules(self, typed: str) -> TermRules:
        """The rules of a term or of the procedure best found; ValueError says what is wrong."""
        term = facts.read_typed_term(typed)
        if term is not None:
            self._view.trial.show_what("")
            return TermRules(term)
        desk = self._desk.view
        keys = tuple(search_keys(procedure) for procedure in (desk.procedures if desk else ()))
        found = search_procedures(keys, typed) if typed.strip() else ()
        if not found:
            self._view.trial.show_what("")
            raise ValueError(tr("Gõ thời hạn (3 ngày làm việc, 8 giờ, trong ngày) hoặc thủ tục."))
        procedure = found[0]
        self._view.trial.show_what(f"{procedure.code} {procedure.name}")
        try:
            return procedure.rules(procedure.cases[0][0] if procedure.cases else 1, Channel.COUNTER)
        except DeskError as error:
            raise ValueError(self._desk.sentence(error)) from None

    # -- changes
    def _begin(self, flow: Flow) -> None:
        if self._rows is not None and not self._changing:
            self._desk.start(flow, self._view)

    def _add_wanted(self, day: date | None) -> None:
        self._begin(self._add(day or self._view.year.cursor_day()))

    def _add(self, day: date) -> Flow:
        rows = self._rows
        assert rows is not None  # noqa: S101 - `_begin` asked
        known = next((each for each in rows.days if each.on == day), None)
        text = yield Ask(DayDialog(day, known, self._view.window()))
        if text is not None:
            yield from self._take_notice(text, "")

    def _import(self) -> Flow:
        file, _ = QFileDialog.getOpenFileName(
            self._view, tr("Tệp lịch nghỉ (CSV)"), "", "CSV (*.csv);;* (*)"
        )
        if not file:
            return
        try:
            text = yield Work(lambda: Path(file).read_text("utf-8-sig"))
        except (OSError, UnicodeDecodeError):
            self._refuse(tr("Không đọc được tệp {file}.").format(file=Path(file).name))
            return
        yield from self._take_notice(text, Path(file).name)

    def _take_notice(self, text: str, reason: str) -> Flow:
        try:
            notice = yield Work(lambda: self._desk.services.look_at_notice(text))
        except CodedError as error:
            self._refuse(self._desk.sentence(error))
            return
        if notice.refused:
            line, fault = notice.refused[0]
            words = tr("Dòng {n}: ").format(n=line) if reason and line else ""
            more = len(notice.refused) - 1
            rest = tr(" Còn {n} lỗi khác.").format(n=more) if more else ""
            self._refuse(f"{words}{self._desk.sentence(fault)}{rest}")
            return
        yield from self._change(notice.before, notice.after, reason)

    def _change_hours(self) -> Flow:
        rows = self._rows
        assert rows is not None  # noqa: S101 - `_begin` asked
        hours = yield Ask(HoursDialog(rows.hours, self._desk.now().date(), self._view.window()))
        if hours is not None:
            yield from self._change(rows, replace(rows, hours=hours), "")

    def _propose(self, year: int) -> Flow:
        """The next year by the Labour Code; what only a notice can say is left open."""
        rows = self._rows
        assert rows is not None  # noqa: S101 - `_begin` asked
        days, missing = proposed_days(year)
        after = replace(rows, days=(*rows.days, *days), years={**rows.years, year: YearNotice()})
        reason = tr("Đề xuất theo Bộ luật Lao động, chờ thông báo")
        if missing:
            reason += " (" + ", ".join(tr(_MISSING[name]) for name in missing) + ")"
        if (yield from self._change(rows, after, reason)):
            self._year = year
            self._show()

    def _change(self, before: CalendarRows, after: CalendarRows, reason: str) -> Flow:
        """Look, ask, keep; whether it was kept."""
        lines = facts.changed_lines(before, after)
        if not lines:
            self._refuse(tr("Không có gì đổi."))
            return False
        self._changing = True
        try:
            look: CalendarLook = yield Work(
                lambda: self._desk.services.look_at_calendar(before, after, self._go_on)
            )
            self._view.end_progress()
            if look.faults:
                self._refuse(self._desk.sentence(look.faults[0]))
                return False
            agreed = yield Ask(ChangeDialog(lines, look, reason, self._desk, self._view.window()))
            if agreed is None:
                return False
            order = ChangeCalendar(after, agreed, self._desk.officer, look.mark)
            keep = partial(self._desk.services.change_calendar, order, self._go_on)
            changes = yield from with_password(self._desk, keep, self._view)
        except CodedError as error:
            self._refuse(self._desk.sentence(error))
            self._read_again()  # what was refused may rest on a calendar that is no longer so
            return False
        finally:
            self._changing = False
            self._stopped.clear()
            self._view.end_progress()
        self._view.refusal.hide()
        self._rows = after
        self._desk.announce(changes)
        self._desk.told.emit(tr("Đã đổi lịch làm việc"), facts.moved_words(look))
        yield from self._desk.read_view()
        return True

    def _go_on(self, done: int, whole: int) -> bool:
        """Called away from the window's thread: tell it by a signal."""
        self.progressed.emit(done, whole)
        return not self._stopped.is_set()

    def _refuse(self, sentence: str) -> None:
        self._view.refusal.show_refusal(tr("Chưa đổi lịch."), sentence, to_fault=False)


_MISSING = {
    "tet": later("chưa rõ Tết Nguyên Đán"),
    "hung_kings": later("chưa rõ Giỗ Tổ Hùng Vương"),
}


def _moment(typed: str, now: datetime) -> datetime:
    """25/11/2026 15:20, or 25/11 15:20 of this year."""
    day, _, hour = typed.strip().replace("T", " ").partition(" ")
    if day.count("/") == 1:
        day = f"{day}/{now.year}"
    try:
        return read_typed_moment(f"{day} {hour.strip() or '07:30'}")
    except ValueError:
        raise ValueError(tr("Ngày giờ viết như 25/11/2026 15:20.")) from None


def _pauses(typed: str, now: datetime) -> tuple[Pause, ...]:
    """4/8 10:00 - 5/8 15:00; nothing for no text."""
    if not typed.strip():
        return ()
    begins, _, ends = re.sub(r"\s[-–]\s|–", "~", typed).partition("~")
    if not ends:
        begins, _, ends = typed.partition("-")
    pause = Pause(_moment(begins, now), _moment(ends, now))
    if pause.begins >= pause.ends:
        raise ValueError(tr("Lúc tính tiếp phải sau lúc dừng."))
    return (pause,)


def build(desk: Desk) -> CalendarView:
    """The calendar's page with its presenter."""
    view = CalendarView()
    CalendarPresenter(desk, view)
    return view
