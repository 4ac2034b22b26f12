"""What is done with a register: asked for, done, said; a file is written with progress and can be stopped."""

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.export_tracking import ExportTracking, TrackingExported
from onestop_desktop.application.keep_books import CloseBook, SpoilNumber
from onestop_desktop.application.print_book import PrintBook
from onestop_desktop.application.print_money import PrintStatement
from onestop_desktop.desktop.ask_fields import AskedField, Question, Texts, amount_of, ask_and_do
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PRINT, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.books.facts import book_name
from onestop_desktop.desktop.screens.books.view import BooksView
from onestop_desktop.domain.books import Book, BookYear
from onestop_desktop.domain.errors import ChoiceUnknown
from onestop_desktop.domain.text import fold

KINDS = {".pdf": "pdf", ".xlsx": "xlsx"}


class BookActs(QObject):
    """The acts of the registers' page; `told(done, whole)` while a register is written."""

    told = Signal(int, int)

    def __init__(self, desk: Desk, view: BooksView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._stopped = threading.Event()
        self.told.connect(view.show_progress)
        view.stop_wanted.connect(self._stopped.set)

    def print_month(self, book: Book, year: int) -> Flow:
        """A month of a book for binding, or the closing of its year."""
        desk = self._desk
        month = desk.now().month if desk.now().year == year else 12
        question = Question(
            tr("In sổ"),
            tr("In"),
            (AskedField("month", tr("Tháng 1–12; K: trang khóa sổ; trống: cả năm"), str(month)),),
            f"{book_name(book)} · {year}",
        )

        def send(texts: Texts) -> int:
            closing = texts["month"].upper() == "K"
            wanted = 0 if closing or not texts["month"] else amount_of(texts, "month")
            order = PrintBook(
                *(book.value, year, wanted, desk.officer, desk.workstation.counter), closing
            )
            return desk.services.counter.print_book(order, desk.printer()).copy

        copy: int | None = yield from ask_and_do(desk, question, send, self._view.window(), PRINT)
        if copy is not None:
            self._printed(book_name(book), copy)

    def print_statement(self, year: int, month: int) -> Flow:
        """The month's fees for the treasury."""
        desk = self._desk
        order = PrintStatement(year, month, desk.officer, desk.workstation.counter)
        printed = yield Work(
            lambda: desk.services.counter.print_statement(order, desk.printer()), PRINT
        )
        self._printed(tr("Bảng kê phí tháng {month}").format(month=month), printed.copy)

    def spoil(self, book: Book, year: int, number: str) -> Flow:
        """A number that stands for nothing any more, with its reason."""
        desk = self._desk
        question = Question(
            tr("Ghi hỏng số chứng thực"),
            tr("Ghi hỏng"),
            (
                AskedField("reason", tr("Lý do"), lines=2),
                AskedField("number", tr("Số chứng thực"), number),
            ),
            f"{book_name(book)} · {year}",
        )

        def spoil(texts: Texts) -> Changes:
            told = (amount_of(texts, "number"), texts["reason"], desk.officer)
            return desk.services.counter.spoil_number(SpoilNumber(book.value, year, *told))

        changes: Changes | None = yield from ask_and_do(desk, question, spoil, self._view.window())
        if changes is not None:
            desk.announce(changes)
            desk.told.emit(tr("Đã ghi hỏng"), book_name(book))

    def open_volume(self, book: Book, year: int) -> Flow:
        """The next volume; numbers go on."""
        desk = self._desk
        volume = yield Work(
            lambda: desk.services.counter.open_volume(book.value, year, desk.officer)
        )
        desk.announce(Changes.BOOKS)
        desk.told.emit(tr("Đã mở quyển {n:02d}").format(n=volume), book_name(book))

    def close(self, book: Book, year: int) -> Flow:
        """The year's book closed, the page of its closing printed."""
        desk = self._desk
        question = Question(
            tr("Khóa sổ năm"),
            tr("Khóa sổ và in"),
            (AskedField("signed_by", tr("Người ký chứng thực"), desk.workstation.signer),),
            tr("{book}, năm {year}: khóa rồi thì không cấp, không sửa số nào nữa.").format(
                book=book_name(book), year=year
            ),
        )

        def close(texts: Texts) -> BookYear:
            order = CloseBook(book.value, year, desk.officer, texts["signed_by"])
            return desk.services.counter.close_book(order)

        closed: BookYear | None = yield from ask_and_do(desk, question, close, self._view.window())
        if closed is None:
            return
        desk.announce(Changes.BOOKS)
        order = PrintBook(book.value, year, 0, desk.officer, desk.workstation.counter, closing=True)
        printed = yield Work(lambda: desk.services.counter.print_book(order, desk.printer()), PRINT)
        self._printed(tr("Trang khóa sổ"), printed.copy)

    def export(self, name: str, year: int, book: Book | None) -> Flow:
        """A register into a file: PDF or a table."""
        desk = self._desk
        shown = book_name(book) if book else f"{tr('Sổ theo dõi hồ sơ')} · {name}"
        stem = book.value if book else f"so-theo-doi-{year}"
        begun = str(Path.home() / f"{stem}.xlsx")
        question = Question(
            tr("Xuất ra tệp"),
            tr("Xuất"),
            (
                AskedField("out", tr("Tệp .xlsx hoặc .pdf"), begun),
                AskedField("names", tr("Ghi đủ tên, địa chỉ vào bảng tính: gõ “có”"), ""),
            ),
            f"{shown} · {year}",
        )

        def write(texts: Texts) -> TrackingExported | str:
            names = fold(texts["names"]) == "co"
            return self._write(Path(texts["out"]), name, year, book, names=names)

        self._stopped.clear()
        try:
            made = yield from ask_and_do(desk, question, write, self._view.window(), PRINT)
        finally:
            self._view.end_progress()
        if made is not None:
            desk.told.emit(tr("Đã xuất"), shown)

    def _write(
        self, path: Path, name: str, year: int, book: Book | None, *, names: bool
    ) -> TrackingExported | str:
        """Away from the window's thread (ChoiceUnknown for another kind of file)."""
        desk, known = self._desk, [".xlsx"] if book else [*KINDS]
        if path.suffix.lower() not in known:
            raise ChoiceUnknown(field="out", value=path.suffix or path.name[-40:], choices=known)
        counter, who = desk.services.counter, (desk.officer, desk.workstation.counter)

        open_file = partial(desk.opening.new_file, path)

        if book is not None:
            counter.export_book(PrintBook(book.value, year, 0, *who, names=names), open_file)
            return str(path)
        kind = KINDS[path.suffix.lower()]
        order = ExportTracking(year, name, who[0], kind, who[1], names)
        return counter.export_tracking(order, open_file, self._go_on)

    def _go_on(self, done: int, whole: int) -> bool:
        """Called away from the window's thread: tell it by a signal."""
        self.told.emit(done, whole)
        return not self._stopped.is_set()

    def _printed(self, what: str, copy: int) -> None:
        mark = tr("bản in lại {n}").format(n=copy) if copy else tr("bản đầu")
        self._desk.told.emit(tr("Đã gửi máy in"), f"{what} · {mark}")
