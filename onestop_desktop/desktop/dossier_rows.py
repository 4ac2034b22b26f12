"""A dossier as a line of any list: time left, due time, code, people, state, each with its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onestop_desktop.application.time_words import due_words, seen_words, time_left_words
from onestop_desktop.application.words import STATES
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.domain.lifecycle import FINAL, State
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.urgency import TimeLeft, Urgency

if TYPE_CHECKING:
    from onestop_desktop.application.pages import DossierRow

_URGENCY = {
    Urgency.LATE: ("late", "late"),
    Urgency.SOON: ("soon", "soon"),
    Urgency.TODAY: ("open", "text"),
    Urgency.LATER: ("open", "text"),
}
_STATES = {
    State.REGISTERED: ("open", "text"),
    State.RECEIVED: ("received", "text"),
    State.NOT_RECEIVED: ("not_received", "text2"),
    State.IN_PROCESS: ("half", "text"),
    State.AWAITING_PAPERS: ("pause", "pause"),
    State.AWAITING_PAYMENT: ("fee", "pause"),
    State.WITHDRAWN: ("withdrawn", "text2"),
    State.STOPPED: ("stopped", "text2"),
    State.SETTLED: ("check", "ready"),
    State.RETURNED: ("returned", "text2"),
    State.VOIDED: ("not_received", "text2"),
}


def columns() -> tuple[Column, ...]:
    """The columns of a list of dossiers, in the language now spoken."""
    return (
        Column(tr("Thời gian còn lại"), 150),
        Column(tr("Hạn"), 116),
        Column(tr("Mã hồ sơ"), 108),
        Column(tr("Chủ hồ sơ"), 176),
        Column(tr("Thủ tục"), stretch=True),
        Column(tr("Trạng thái"), 148),
        Column(tr("Đang giữ"), 132),
        Column(tr("Nhận"), 96, right=True),
    )


def urgency_of(row: DossierRow, desk: Desk) -> TimeLeft | None:
    """What is left of a dossier's time; None for one that is no longer open, or before the calendar is read."""
    if desk.view is None or State(row.state) in FINAL:
        return None
    from onestop_desktop.domain.timeliness import time_left  # noqa: PLC0415 - after the first row

    return time_left(read_moment(row.due_at), desk.now(), desk.view.calendar)


def to_line(row: DossierRow, desk: Desk) -> Row:
    """The line of one dossier."""
    now = desk.now()
    left = urgency_of(row, desk)
    words = time_left_words(left, desk.language) if left else ""
    due = due_words(read_moment(row.due_at), now, desk.language)
    state = state_cell(row.state, desk.language)
    cells = (
        urgency_cell(left, words) if left else Cell(""),
        Cell(f"{due} ≈" if row.provisional else due, tone="text2"),
        Cell(short_code(row.code, desk)),
        Cell(row.applicant, strong=True),
        Cell(row.procedure_name),
        state,
        Cell(row.holder),
        Cell(seen_words(read_moment(row.received_at), now), tone="text2"),
    )
    sentence = f"{row.applicant}, {row.procedure_name}, {state.text}, {words}, {due}"
    return Row(row.code, cells, sentence)


def urgency_cell(left: TimeLeft, words: str) -> Cell:
    """The time left with its mark and colour."""
    mark, tone = _URGENCY[left.urgency]
    return Cell(words, mark, tone, strong=True)


def state_cell(state: str, language: str) -> Cell:
    """A state with its mark and word."""
    mark, tone = _STATES[State(state)]
    return Cell(STATES[State(state)][language == "en"], mark, tone)


def short_code(code: str, desk: Desk) -> str:
    """The code without the desk's own prefix, as lists show it."""
    prefix = f"{desk.view.agency.identifier}-" if desk.view else ""
    if prefix and code.startswith(prefix):
        return code.removeprefix(prefix)
    return code if desk.view else code.partition("-")[2]
