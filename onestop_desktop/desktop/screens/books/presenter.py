"""What happens on the registers' page: a year read, a register shown, its acts begun."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject

from onestop_desktop.application.changes import Changes
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.one_at_a_time import OneAct, OneReading
from onestop_desktop.desktop.screens.books import facts
from onestop_desktop.desktop.screens.books.acts import BookActs
from onestop_desktop.desktop.screens.books.view import BooksView
from onestop_desktop.domain.books import Book, BookYear
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.money import Statement


@dataclass(frozen=True, slots=True)
class Registers:
    """All registers of a year."""

    books: dict[Book, BookYear] = field(default_factory=dict)
    tracking: dict[str, int] = field(default_factory=dict)
    money: dict[int, Statement] = field(default_factory=dict)


class BooksPresenter(QObject):
    """One year at a time, one register of it in hand."""

    def __init__(self, desk: Desk, view: BooksView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._acts = BookActs(desk, view)
        self._year = desk.now().year
        self._registers = Registers()
        self._one_act = OneAct(desk)
        self._reading = OneReading(desk, self, self._read_now, self._not_read)
        view.shown_again.connect(self.read)
        view.turned.connect(self._turn)
        view.picked.connect(self._show)
        view.acted.connect(self._act)
        view.opened.connect(self._open)
        desk.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if changes & (Changes.BOOKS | Changes.MONEY | Changes.QUEUE):
            self.read()

    def _turn(self, years: int) -> None:
        if self._year + years <= self._desk.now().year:
            self._year += years
            self.read()

    def read(self) -> None:
        """Read the year's registers, once more where that was asked for meanwhile."""
        if self._view.isVisible() and self._desk.view is not None:
            self._reading.begin(self._look)

    def _not_read(self, fault: CodedError) -> None:
        self._desk.warned.emit(tr("Chưa đọc được sổ."), self._desk.sentence(fault))

    def _read_now(self, found: Registers) -> None:
        self._registers = found
        lines = facts.register_lines(found.books, found.tracking, found.money)
        self._view.show_registers(self._year, lines)
        self._show(self._view.registers.selected_key())

    def _look(self) -> Registers:
        """Away from the window's thread."""
        counter, year = self._desk.services.counter, self._year
        now = self._desk.now()
        months = range(1, (now.month if now.year == year else 12) + 1)
        statements = {month: counter.read_statement(year, month) for month in months}
        return Registers(
            {book: counter.read_book(book.value, year) for book in Book},
            counter.tracking_fields(year),
            {month: each for month, each in reversed(statements.items()) if each.lines},
        )

    def _show(self, key: str) -> None:
        kind, _, name = key.partition(":")
        found, allowed = self._registers, frozenset[str]()
        if kind == facts.BOOK and Book(name) in found.books:
            year = found.books[Book(name)]
            allowed = facts.allowed(key, found.books)
            self._view.show_lines(facts.book_lines(year), facts.book_words(year), allowed)
        elif kind == facts.MONEY and int(name) in found.money:
            statement = found.money[int(name)]
            first, last = statement.receipts
            words = tr("Biên lai {first:06d} đến {last:06d}; nộp kho bạc trước ngày 05 tháng sau.")
            said = words.format(first=first, last=last)
            allowed = facts.allowed(key, found.books)
            self._view.show_lines(facts.statement_lines(statement), said, allowed)
        elif kind == facts.TRACKING:
            words = tr("Xuất sổ ra tệp PDF để in, hoặc XLSX để xem: đủ mọi cột của mẫu.")
            self._view.show_lines((), words, facts.allowed(key, found.books))
        else:
            self._view.show_lines((), "", allowed)

    def _open(self, line: str) -> None:
        """The dossier behind a line of a certification book."""
        _, colon, code = line.partition(":")
        if colon:
            self._desk.open_dossier(code)

    def _act(self, action: str) -> None:
        key = self._view.registers.selected_key()
        if key:
            self._one_act.begin(self._flow(action, key), self._view)

    def _flow(self, action: str, key: str) -> Flow:
        kind, _, name = key.partition(":")
        acts, year = self._acts, self._year
        if kind == facts.MONEY:
            yield from acts.print_statement(year, int(name))
            return
        if kind == facts.TRACKING:
            yield from acts.export(name, year, None)
            return
        book = Book(name)
        if action == "print_book":
            yield from acts.print_month(book, year)
        elif action == "spoil":
            yield from acts.spoil(book, year, self._view.lines.selected_key().partition(":")[0])
        elif action == "new_volume":
            yield from acts.open_volume(book, year)
        elif action == "close_book":
            yield from acts.close(book, year)
        else:
            yield from acts.export(name, year, book)


def build(desk: Desk) -> BooksView:
    """The registers with their presenter."""
    view = BooksView()
    BooksPresenter(desk, view)
    return view
