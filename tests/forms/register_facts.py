"""Made-up facts of the registers and the money's papers, as the desk would freeze them."""

from dataclasses import replace
from datetime import date
from typing import Any

from onestop_desktop.domain.book_facts import (
    BookClosing,
    BookMonth,
    TrackingHead,
    TrackingLine,
    book_closing,
    book_month,
)
from onestop_desktop.domain.books import Book, BookYear, Certificate, Certified, Paper
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.money import Method, Payment, statement_of
from onestop_desktop.domain.money_facts import CashRecord, StatementFacts
from tests.forms.notice_facts import agency

CLERK, LEADER = "Trần Thị Hoa", "Phạm Quang Minh"
PRINTED = "2026-11-30T16:45:00+07:00"
PAPERS = (
    Paper("Bằng tốt nghiệp trung học phổ thông", 2, 3, 12_000),
    Paper(
        "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền",
        4,
        2,
        12_000,
    ),
    Paper("Căn cước công dân", 2, 1, 4_000),
)
PEOPLE = ("Nguyễn Thị Đường", "H'Nưr Êban", "Công ty TNHH Một thành viên Thương mại Bùi Xá")


def told(profile: str = "today", number: int = 1) -> dict[str, Any]:
    """Profile, agency and number as a numbered paper keeps them."""
    return {"profile": profile, "agency": agency(profile), "number": number}


def certified(number: int, month: int = 11, volume: int = 1, spoilt: str = "") -> Certified:
    """A number of the book of copies, given in that month."""
    paper = PAPERS[number % len(PAPERS)]
    at = read_moment(f"2026-{month:02d}-{1 + number % 28:02d}T09:{number % 60:02d}:00")
    certificate = Certificate(Book.COPIES, 2026, volume, number, paper)
    code = f"H99.99.99-26{month:02d}01-{number:04d}"
    return Certified(certificate, code, PEOPLE[number % 3], LEADER, at, spoilt)


def book_year(lines: tuple[Certified, ...], volume: int = 1, book: Book = Book.COPIES) -> BookYear:
    """A book's year, closed on its last day."""
    closed = read_moment("2026-12-31T16:45:00")
    return BookYear(book, 2026, volume, lines, closed, LEADER)


def month(count: int = 9, spoilt: int = 4, first: int = 101, book: Book = Book.COPIES) -> BookMonth:
    """November's numbers after some of October; the one named is spoilt."""
    before = tuple(certified(number, 10) for number in range(first - 3, first))
    lines = tuple(
        certified(first + at, spoilt="Đóng dấu nhòe, cấp lại số khác" if at == spoilt else "")
        for at in range(count)
    )
    facts = told()
    return book_month(
        book_year((*before, *lines), book=book), 11, told=facts, at=PRINTED, officer=CLERK
    )


def closing(count: int = 240, book: Book = Book.COPIES) -> BookClosing:
    """A year of numbers, every fiftieth one spoilt, two volumes."""
    lines = tuple(
        certified(
            number,
            1 + (number - 1) * 12 // count,
            1 + (number > count // 2),
            "Ký nhầm" if number % 50 == 0 else "",
        )
        for number in range(1, count + 1)
    )
    year = book_year(lines, 2, book)
    assert year.closed_at
    return book_closing(year, year.closed_at, told=told())


def tracking_head(profile: str = "today", field: str = "Hộ tịch") -> TrackingHead:
    """Whose tracking book it is."""
    return TrackingHead(profile, agency(profile), 3, 2026, field, PRINTED)


def tracked(number: int = 1, **changes: Any) -> TrackingLine:
    """A dossier received and handed back."""
    line = TrackingLine(
        number=number,
        volume="01",
        code=f"H99.99.99-261125-{number:04d}",
        procedure="Cấp Giấy xác nhận tình trạng hôn nhân",
        applicant=PEOPLE[number % 3],
        address="Thôn Bùi Xá, xã Đoàn Kết",
        phone="0912345678",
        agency="Ủy ban nhân dân xã Hòa Mẫu",
        received_at="2026-11-25T09:00:00+07:00",
        promised_at="2026-11-30T16:30:00+07:00",
        returned_at="2026-11-27T10:15:00+07:00",
        return_by="counter",
        receiver=PEOPLE[number % 3],
        state="returned",
    )
    return replace(line, **changes)


def payment(number: int, **changes: Any) -> Payment:
    """A fee of November taken in cash."""
    at = read_moment(f"2026-11-{1 + number % 28:02d}T09:00:00")
    made = Payment(
        number,
        2026,
        f"H99.99.99-261125-{number:04d}",
        "2.000815",
        "Chứng thực bản sao từ bản chính giấy tờ, văn bản",
        12_000,
        Method.CASH,
        CLERK,
        at,
    )
    return replace(made, **changes)


def statement(*payments: Payment) -> StatementFacts:
    """November's statement."""
    of = statement_of(date(2026, 11, 1), date(2026, 11, 30), payments)
    return StatementFacts("today", agency("today"), 11, PRINTED, CLERK, of)


def november() -> tuple[Payment, ...]:
    """Payments of three kinds, by both ways, one given back."""
    signature = {"procedure": "2.000884", "procedure_name": "Chứng thực chữ ký", "amount": 10_000}
    deed = {
        "procedure": "2.001035",
        "procedure_name": "Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở",
        "amount": 50_000,
        "method": Method.TRANSFER,
    }
    return (
        *(payment(number) for number in range(12, 40)),
        *(payment(number, **signature) for number in range(40, 45)),
        payment(45, **deed),
        payment(41, **{**signature, "amount": -10_000, "reason": "Thu nhầm"}),
    )


def cash() -> CashRecord:
    """Cash of an afternoon."""
    return CashRecord("today", agency("today"), 7, PRINTED, 1_234_000, CLERK, "Vũ Thị Lan")
