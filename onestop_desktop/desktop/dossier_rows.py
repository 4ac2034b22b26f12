"""A dossier as a line of any list: time left, due time, code, people, state, each with its mark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onestop_desktop.application.time_words import (
    due_words,
    paused_words,
    seen_words,
    short_verdict,
    time_left_words,
    verdict_words,
)
from onestop_desktop.application.words import STATES
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.domain.lifecycle import FINAL, PAUSED, State
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


GROUPS = ("late", "soon", "today", "later", "paused", "ready")
"""What a list shows first: what presses, then what stands still, then what waits to be fetched."""


def group_of(row: DossierRow, desk: Desk) -> str:
    """The group of a row: how pressing it is, `paused`, `ready`; "" for an ended one, or before the
    calendar is read.
    """
    state = State(row.state)
    if state in FINAL or desk.view is None:
        return ""
    if state is State.SETTLED:
        return "ready"
    if state in PAUSED:
        return "paused"
    return _left(row, desk).urgency.value


def by_group(rows: Iterable[DossierRow], desk: Desk) -> list[tuple[str, DossierRow]]:
    """The rows with their groups, in the order a list shows them."""
    told = [(group_of(row, desk), row) for row in rows]
    return sorted(told, key=lambda pair: (GROUPS.index(pair[0]) if pair[0] else 9, pair[1].due_at))


def left_cell(row: DossierRow, desk: Desk) -> Cell:
    """The time left with its mark and colour; how a settled one stands to its due time."""
    group, language = group_of(row, desk), desk.language
    if not group:
        return Cell("")
    if group == "ready":
        late = row.verdict == "late"
        words = verdict_words(row.verdict, language)
        return Cell(words, "late" if late else "check", "late" if late else "ready", strong=True)
    if group == "paused":
        return Cell(paused_words(_days_kept(row, desk), language), "pause", "pause", strong=True)
    left = _left(row, desk)
    return urgency_cell(left, time_left_words(left, language))


def _left(row: DossierRow, desk: Desk) -> TimeLeft:
    from onestop_desktop.domain.timeliness import time_left  # noqa: PLC0415 - after the first row

    assert desk.view is not None  # noqa: S101 - asked before
    calendar = desk.view.calendar
    return time_left(read_moment(row.due_at), desk.now(), calendar, by_minute=row.by_minute)


def _days_kept(row: DossierRow, desk: Desk) -> int:
    """The working days that were left when the clock stopped."""
    from onestop_desktop.domain.timeliness import working_days_between  # noqa: PLC0415

    assert desk.view is not None  # noqa: S101 - asked before
    since = read_moment(row.paused_at or row.received_at)
    return working_days_between(since, read_moment(row.due_at), desk.view.calendar)


def holder_words(row: DossierRow) -> str:
    """Who has the papers, and to whom they are on their way."""
    state = State(row.state)
    if state in PAUSED:
        return tr("Chờ công dân")
    if state is State.SETTLED and row.shelf:
        return tr("ô {shelf}").format(shelf=row.shelf)
    return f"{row.holder} → {row.handed_to}" if row.handed_to else row.holder


def to_line(row: DossierRow, desk: Desk) -> Row:
    """The line of one dossier."""
    now = desk.now()
    left = left_cell(row, desk)
    due = due_words(read_moment(row.due_at), now, desk.language)
    if State(row.state) in PAUSED:
        due = tr("tính tiếp khi đủ")
    elif row.official_verdict:  # beside the desk's own, as the provincial system will count it
        due = tr("tỉnh: {verdict}").format(
            verdict=short_verdict(row.official_verdict, desk.language)
        )
    state = state_cell(row.state, desk.language)
    cells = (
        left,
        Cell(f"{due} ≈" if row.provisional else due, tone="text2"),
        Cell(short_code(row.code, desk)),
        Cell(row.applicant, strong=True),
        Cell(row.procedure_name),
        state,
        Cell(holder_words(row)),
        Cell(seen_words(read_moment(row.received_at), now), tone="text2"),
    )
    sentence = f"{row.applicant}, {row.procedure_name}, {state.text}, {left.text}, {due}"
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
