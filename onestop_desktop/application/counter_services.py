"""What the day at the counter asks: certification, books, money, board, closing; part of `Services`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from onestop_desktop.application import (
    certify,
    check_seal,
    close_day,
    export_tracking,
    keep_books,
    print_book,
    print_money,
    rate_dossier,
    read_board,
    take_money,
)
from onestop_desktop.application.board_shapes import board_pages
from onestop_desktop.application.certify import CertifiedNow, Certify
from onestop_desktop.application.changes import Changes
from onestop_desktop.application.close_day import CloseDay, DayClosed, DayLook
from onestop_desktop.application.export_tracking import (
    ExportTracking,
    TrackingExported,
    TrackingTools,
)
from onestop_desktop.application.keep_books import CloseBook, SpoilNumber
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.ports import (
    DrawForm,
    DrawSecret,
    OpenFile,
    OpenUnitOfWork,
    Printer,
    WriteReport,
)
from onestop_desktop.application.print_book import BookPrinted, PrintBook
from onestop_desktop.application.print_money import MoneyPrinted, PrintCash, PrintStatement
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.application.rate_dossier import RateDossier
from onestop_desktop.application.read_board import Board, PeriodFigures
from onestop_desktop.application.take_money import HandCash, MoneyMoved, RefundFee, TakeFee
from onestop_desktop.domain.books import BookYear
from onestop_desktop.domain.day_sheet import DAY_SHEET, SealCheck, SealedSheet
from onestop_desktop.domain.money import CashDay, Statement
from onestop_desktop.domain.seal import Seal


@dataclass(frozen=True)
class CounterServices:
    """The use cases of the day; each method is one function of a module of this room."""

    unit_of_work: OpenUnitOfWork
    draw_form: DrawForm
    draw_secret: DrawSecret
    read_resource: Callable[[str], str]
    write_report: WriteReport

    def certify(self, order: Certify) -> CertifiedNow:
        """Receive, settle and return a certification at once."""
        return certify.certify(
            order,
            unit_of_work=self.unit_of_work,
            draw_secret=self.draw_secret,
        )

    def read_book(self, book: str, year: int) -> BookYear:
        """A certification book's year."""
        return keep_books.read_book(book, year, unit_of_work=self.unit_of_work)

    def book_years(self) -> tuple[int, ...]:
        """The years in which numbers were given."""
        return keep_books.book_years(unit_of_work=self.unit_of_work)

    def spoil_number(self, order: SpoilNumber) -> Changes:
        """Let a certification number keep its place with a reason."""
        return keep_books.spoil_number(order, unit_of_work=self.unit_of_work)

    def open_volume(self, book: str, year: int, officer: str) -> int:
        """Begin the next volume of a book."""
        return keep_books.open_volume(book, year, officer, unit_of_work=self.unit_of_work)

    def close_book(self, order: CloseBook) -> BookYear:
        """Close a book's year."""
        return keep_books.close_book(order, unit_of_work=self.unit_of_work)

    def take_fee(self, order: TakeFee) -> MoneyMoved:
        """Take a fee under a new receipt number."""
        return take_money.take_fee(order, unit_of_work=self.unit_of_work)

    def refund_fee(self, order: RefundFee) -> MoneyMoved:
        """Give money back."""
        return take_money.refund_fee(order, unit_of_work=self.unit_of_work)

    def hand_cash(self, order: HandCash) -> CashDay:
        """Hand cash over, signed by two."""
        return take_money.hand_cash(order, unit_of_work=self.unit_of_work)

    def read_cash(self, day: date) -> CashDay:
        """The money of a day."""
        return take_money.read_cash(day, unit_of_work=self.unit_of_work)

    def read_statement(self, year: int, month: int) -> Statement:
        """A month's fees per kind."""
        return take_money.read_statement(year, month, unit_of_work=self.unit_of_work)

    def rate_dossier(self, order: RateDossier) -> Changes:
        """The citizen's answer at the return."""
        return rate_dossier.rate_dossier(order, unit_of_work=self.unit_of_work)

    def read_board(self, parts: str = "year") -> Board:
        """The leader's board of this moment."""
        return read_board.read_board(unit_of_work=self.unit_of_work, parts=parts)

    def draw_board(self, language: str) -> bytes:
        """The board as PDF: the day, then the year by procedure and by officer."""
        board = self.read_board()
        return self.draw_form("board", board_pages(board, language))

    def read_period(self, first: date, last: date) -> PeriodFigures:
        """A period's figures."""
        return read_board.read_period(first, last, unit_of_work=self.unit_of_work)

    def list_behind(
        self, figure: str, first: date, last: date, procedure: str = "", officer: str = ""
    ) -> tuple[DossierRow, ...]:
        """The dossiers that a figure counts."""
        return read_board.list_behind(
            figure,
            first,
            last,
            unit_of_work=self.unit_of_work,
            procedure=procedure,
            officer=officer,
        )

    def look_at_day(self) -> DayLook:
        """What closing today would find."""
        return close_day.look_at_day(unit_of_work=self.unit_of_work)

    def close_day(self, order: CloseDay) -> DayClosed:
        """Close today on record."""
        return close_day.close_day(order, unit_of_work=self.unit_of_work)

    def read_sheet(self, day: date) -> SealedSheet:
        """The sheet of a closed day."""
        return close_day.read_sheet(day, unit_of_work=self.unit_of_work)

    def print_sheet(self, day: date, officer: str, workstation: str, printer: Printer) -> int:
        """Print a day's sheet."""
        return close_day.print_sheet(
            day,
            officer,
            workstation,
            unit_of_work=self.unit_of_work,
            draw_form=self.draw_form,
            printer=printer,
        )

    def draw_sheet(self, sheet: SealedSheet) -> bytes:
        """A day's sheet as PDF."""
        return self.draw_form(DAY_SHEET, sheet)

    def read_day_seal(self, day: date) -> Seal:
        """The seal of a day."""
        return check_seal.read_day_seal(day, unit_of_work=self.unit_of_work)

    def check_seal(self, text: str) -> SealCheck:
        """Whether this store is the one a day sheet was signed for."""
        return check_seal.check_seal(text, unit_of_work=self.unit_of_work)

    def newest_closing(self) -> date | None:
        """The day that was closed last."""
        return check_seal.newest_closing(unit_of_work=self.unit_of_work)

    def print_book(self, order: PrintBook, printer: Printer) -> BookPrinted:
        """Print a certification book's month, or the closing of its year."""
        return print_book.print_book(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )

    def preview_book(self, order: PrintBook) -> bytes:
        """The pages that would be printed."""
        return print_book.preview_book(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form
        )

    def export_book(self, order: PrintBook, open_file: OpenFile) -> BookPrinted:
        """A certification book as a table in a file."""
        return print_book.export_book(
            order,
            unit_of_work=self.unit_of_work,
            write_report=self.write_report,
            open_file=open_file,
        )

    def print_statement(self, order: PrintStatement, printer: Printer) -> MoneyPrinted:
        """Print a month's statement for the treasury."""
        return print_money.print_statement(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )

    def preview_statement(self, order: PrintStatement) -> bytes:
        """The pages that would be printed."""
        return print_money.preview_statement(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form
        )

    def print_cash(self, order: PrintCash, printer: Printer) -> MoneyPrinted:
        """Print the record of cash handed over."""
        return print_money.print_cash(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )

    def preview_cash(self, order: PrintCash) -> bytes:
        """The page that would be printed."""
        return print_money.preview_cash(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form
        )

    def tracking_fields(self, year: int) -> dict[str, int]:
        """The fields of work of a year, with how many lines their registers have."""
        return export_tracking.tracking_fields(year, unit_of_work=self.unit_of_work)

    def export_tracking(
        self, order: ExportTracking, open_file: OpenFile, progress: Progress = go_on
    ) -> TrackingExported:
        """The tracking book into a file, as paper or as a table."""
        return export_tracking.export_tracking(order, self._tracking, open_file, progress)

    def preview_tracking(self, order: ExportTracking, progress: Progress = go_on) -> bytes:
        """The tracking book as it would be exported."""
        return export_tracking.preview_tracking(order, self._tracking, progress)

    @property
    def _tracking(self) -> TrackingTools:
        return TrackingTools(self.unit_of_work, self.draw_form, self.write_report)
