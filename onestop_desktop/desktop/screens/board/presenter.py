"""What happens on the board: read anew when anything changes, each figure opens its dossiers."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from onestop_desktop.application.board_shapes import board_picture, page_picture
from onestop_desktop.application.board_words import period_name, said, waits_words
from onestop_desktop.application.changes import Changes
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.read_board import Board, Part
from onestop_desktop.application.shapes import Picture
from onestop_desktop.application.share_shapes import parts_picture
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PRINT, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.one_at_a_time import OneReading
from onestop_desktop.desktop.screens.board.view import BoardView, Wall
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.figures import RATINGS


class BoardPresenter(QObject):
    """Reads only while somebody looks: the page in front, or the wall."""

    def __init__(self, desk: Desk, view: BoardView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._board: Board | None = None
        self._wall: Wall | None = None
        self._reading = OneReading(desk, self, self._read_now, self._not_read)
        view.chosen.connect(self.read)
        view.shown_again.connect(self.read)
        view.opened.connect(self._open)
        view.print_wanted.connect(lambda: desk.start(self._print(), view))
        view.wall_wanted.connect(self._to_wall)
        desk.open_dossiers.changed.connect(self.read)
        desk.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if changes & ~Changes.HALL:  # a number of the hall moves no figure
            self.read()

    # -- reading
    def read(self) -> None:
        """Read the figures, once more where that was asked for meanwhile."""
        if (self._view.isVisible() or self._wall) and self._desk.view is not None:
            period = self._view.period.value()
            self._reading.begin(partial(self._desk.services.counter.read_board, period))

    def _not_read(self, fault: CodedError) -> None:
        self._view.refusal.show_refusal(
            tr("Chưa đọc được số liệu."), self._desk.sentence(fault), to_fault=False
        )

    def _read_now(self, board: Board) -> None:
        self._board = board
        self._view.refusal.hide()
        self._show(board)

    def _show(self, board: Board) -> None:
        self._view.picture.show_picture(self._picture(board))
        if self._wall is not None:
            hint = tr("F9 hoặc Esc: về màn hình làm việc")
            picture = board_picture(
                board, self._desk.language, clock=f"{board.at:%H:%M}", hint=hint
            )
            self._wall.picture.show_picture(picture)

    def _picture(self, board: Board) -> Picture:
        what, language = self._view.what.value(), self._desk.language
        if what == "day":
            return page_picture(board, language)
        title = said("by_procedure" if what == "procedures" else "by_officer", language)
        return parts_picture(board, self._parts(board), self._view.period.value(), title, language)

    def _parts(self, board: Board) -> tuple[Part, ...]:
        return board.procedures if self._view.what.value() == "procedures" else board.officers

    # -- the dossiers behind a figure
    def _open(self, key: str) -> None:
        if self._board is not None and key:
            self._desk.start(self._list(self._board, key), self._view)

    def _list(self, board: Board, key: str) -> Flow:
        kind, _, rest = key.partition(":")
        if kind == "code":
            self._desk.open_dossier(rest)
            return
        try:
            title, rows = yield from self._behind(board, kind, rest)
        except CodedError as fault:
            self._desk.warned.emit(tr("Chưa làm được"), self._desk.sentence(fault))
            return
        self._desk.list_dossiers(title, rows)

    def _behind(self, board: Board, kind: str, rest: str) -> Flow:
        language = self._desk.language
        today = board.at.date()
        now = {
            "soon": board.now.soon,
            "overdue": board.now.overdue,
            "paused": board.now.paused,
        }
        if kind in now:
            return said(kind, language), tuple(each.row for each in now[kind])
        if kind == "wait":
            return waits_words(rest, language), tuple(board.now.waiting.get(rest, ()))
        if kind == "rated":
            rows: tuple[DossierRow, ...] = ()
            for name in RATINGS.values():
                rows += yield from self._of_days(name, today.replace(month=1, day=1), today)
            return tr("Người dân đã cho ý kiến"), rows
        if kind == "share":
            first = _first(rest, today)
            rows = yield from self._of_days("settled", first, today)
            return f"{said('settled', language)}: {period_name(rest, board.at, language)}", rows
        if kind == "part":
            return (yield from self._of_part(board, int(rest)))
        rows = yield from self._of_days(kind, today, today)
        return said(kind, language), rows

    def _of_part(self, board: Board, number: int) -> Flow:
        part, period = self._parts(board)[number], self._view.period.value()
        whose = "procedure" if self._view.what.value() == "procedures" else "officer"
        today = board.at.date()
        rows = yield from self._of_days(
            "settled", _first(period, today), today, **{whose: part.key}
        )
        return f"{part.name}: {period_name(period, board.at, self._desk.language)}", rows

    def _of_days(self, figure: str, first: date, last: date, **whose: str) -> Flow:
        counter = self._desk.services.counter
        return (yield Work(lambda: counter.list_behind(figure, first, last, **whose)))

    # -- paper and wall
    def _print(self) -> Flow:
        desk = self._desk
        try:
            pdf = yield Work(lambda: desk.services.counter.draw_board(desk.language))
            yield Work(lambda: desk.printer().send(pdf, "Bảng theo dõi", 1), PRINT)
        except CodedError as fault:
            desk.warned.emit(tr("Chưa in được"), desk.sentence(fault))
            return
        desk.told.emit(tr("Đã gửi máy in"), tr("Bảng theo dõi"))

    def _to_wall(self) -> None:
        if self._wall is None:
            self._wall = Wall(self._view.window())
            self._wall.closed.connect(self._off_wall)
            if self._board is not None:
                self._show(self._board)
        self._wall.show_on_wall()

    def _off_wall(self) -> None:
        self._wall = None


def _first(period: str, today: date) -> date:
    if period == "day":
        return today
    return today.replace(day=1) if period == "month" else today.replace(month=1, day=1)


def build(desk: Desk) -> BoardView:
    """The board with its presenter."""
    view = BoardView()
    BoardPresenter(desk, view)
    return view
