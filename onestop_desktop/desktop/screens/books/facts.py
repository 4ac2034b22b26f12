"""From books, tracking fields and statements to lines of the registers' page; words only, no widget."""

from collections.abc import Mapping

from onestop_desktop.application.board_words import number_words
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.books import SYMBOLS, Book, BookYear, Certified, totals
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.money import Statement

BOOK, TRACKING, MONEY = "book", "tracking", "money"
"""The kinds of registers, before the colon of their keys."""
_OF_KIND = {
    BOOK: frozenset({"print_book", "spoil", "new_volume", "close_book", "export_book"}),
    TRACKING: frozenset({"export_book"}),
    MONEY: frozenset({"print_book"}),
}


def book_name(book: Book) -> str:
    """What a certification book is called, with its symbol."""
    names = {
        Book.COPIES: tr("Chứng thực bản sao"),
        Book.SIGNATURES: tr("Chứng thực chữ ký, điểm chỉ"),
        Book.TRANSLATIONS: tr("Chứng thực chữ ký người dịch"),
        Book.DEEDS: tr("Chứng thực hợp đồng, giao dịch"),
    }
    return names[book]


def register_lines(
    books: Mapping[Book, BookYear], tracking: Mapping[str, int], money: Mapping[int, Statement]
) -> list[Row]:
    """Every register of a year: four books, a tracking book for each field, the months with money."""
    lines = [
        _register(f"{BOOK}:{book.value}", book_name(book), SYMBOLS[book], len(year.lines))
        for book, year in books.items()
    ]
    lines += [
        _register(f"{TRACKING}:{field}", tr("Sổ theo dõi hồ sơ"), field, count)
        for field, count in tracking.items()
    ]
    lines += [
        _register(
            f"{MONEY}:{month}",
            tr("Bảng kê phí tháng {month}").format(month=month),
            tr("{n} đồng").format(n=number_words(statement.total)),
            sum(line.payments for line in statement.lines),
        )
        for month, statement in money.items()
    ]
    return lines


def _register(key: str, name: str, below: str, count: int) -> Row:
    first = Cell(name, strong=True, below=(below,))
    return Row(key, (first, Cell(number_words(count))), f"{name}, {below}: {count}")


def book_lines(year: BookYear) -> list[Row]:
    """The numbers of a book, the newest first."""
    return [_certified(each) for each in reversed(year.lines)]


def _certified(line: Certified) -> Row:
    certificate, paper = line.certificate, line.certificate.paper
    number = f"{certificate.number:02d} · Q{certificate.volume:02d}"
    when = f"{local(line.certified_at):%d/%m %H:%M}"
    what = f"{line.applicant} · {paper.title}"
    tone = "late" if line.spoilt else "text"
    note = tr("Hỏng: {reason}").format(reason=line.spoilt) if line.spoilt else line.signed_by
    cells = (
        Cell(number, strong=True, tone=tone),
        Cell(when, tone="text2"),
        Cell(what, tone=tone),
        Cell(str(paper.copies)),
        Cell(number_words(paper.fee)),
        Cell(note, "stopped" if line.spoilt else "none", tone),
    )
    return Row(f"{certificate.number}:{line.dossier}", cells, f"{number}, {what}, {note}")


def statement_lines(statement: Statement) -> list[Row]:
    """The kinds of fees of a month."""
    rows = []
    for at, line in enumerate(statement.lines, start=1):
        refunds = tr("hoàn {n}").format(n=number_words(line.refunded)) if line.refunded else ""
        cells = (
            Cell(str(at)),
            Cell(line.procedure, tone="text2"),
            Cell(line.name),
            Cell(str(line.payments)),
            Cell(number_words(line.total), strong=True),
            Cell(refunds, tone="text2"),
        )
        rows.append(Row(line.procedure, cells, f"{line.name}: {line.total}"))
    return rows


def book_words(year: BookYear) -> str:
    """The totals of a book's year."""
    sums = totals(year.lines)
    words = tr("Quyển {volume:02d} · {numbers} số, {spoilt} hỏng · {copies} bản · {fee} đồng")
    told = words.format(
        volume=year.volume,
        numbers=sums["numbers"],
        spoilt=sums["spoilt"],
        copies=sums["copies"],
        fee=number_words(sums["fee"]),
    )
    if year.closed_at is None:
        return told
    closed = tr("đã khóa {day}, {name} ký").format(
        day=f"{local(year.closed_at):%d/%m/%Y}", name=year.closed_by
    )
    return f"{told} · {closed}"


def allowed(key: str, books: Mapping[Book, BookYear]) -> frozenset[str]:
    """What may be done with a register; nothing is changed in a closed one."""
    kind, _, name = key.partition(":")
    acts = _OF_KIND.get(kind, frozenset())
    if kind == BOOK and books[Book(name)].closed_at is not None:
        return acts - {"spoil", "new_volume"}
    return acts
