"""The certification books on both databases: volumes go on, years are closed, closed means closed."""

import pytest

from onestop_desktop.application.certify import CertifiedNow, Certify
from onestop_desktop.application.keep_books import CloseBook, SpoilNumber
from onestop_desktop.application.print_book import PrintBook
from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.lifecycle import Step
from tests.persistence.step_rows import contents
from tests.support.desk import LEADER, OFFICER, Desk, PaperTray, make_order
from tests.support.paper import page_count, texts

LAST_DAY = "2026-12-31T16:45:00"


def certify(desk: Desk) -> CertifiedNow:
    return desk.services.counter.certify(Certify(make_order(), OFFICER, LEADER))


def close(desk: Desk, book: str = "copies", year: int = 2026, by: str = LEADER) -> None:
    desk.services.counter.close_book(CloseBook(book, year, OFFICER, by))


def test_numbers_go_on_in_the_next_volume(desk: Desk) -> None:
    counter = desk.services.counter
    certify(desk)
    assert counter.open_volume("copies", 2026, OFFICER) == 2
    (certificate,) = certify(desk).certificates
    assert certificate.written == "02 quyển số 02/2026-SCT/BS"
    assert [line.certificate.volume for line in counter.read_book("copies", 2026).lines] == [1, 2]
    assert counter.read_book("deeds", 2026).volume == 1
    assert counter.book_years() == (2026,)


def test_a_year_is_closed_from_its_last_day_on_and_once(desk: Desk) -> None:
    certify(desk)
    desk.clock.set("2026-12-30T23:59:59")
    before = contents(desk)
    with pytest.raises(step_errors.BookTooEarly):
        close(desk)
    with pytest.raises(errors.FieldMissing):
        close(desk, by=" ")
    assert contents(desk) == before
    desk.clock.set("2026-12-31T00:00:00")
    close(desk)
    year = desk.services.counter.read_book("copies", 2026)
    assert (year.closed_by, year.closed_at) == (LEADER, desk.clock())
    with desk.services.unit_of_work() as uow:
        (entry,) = uow.desk_entries(Step.CLOSE_BOOK)
    assert entry.facts["totals"] == {"numbers": 1, "spoilt": 0, "copies": 3, "fee": 12_000}
    with pytest.raises(step_errors.BookClosed):
        close(desk)
    close(desk, "deeds")  # the others stand on their own
    assert desk.services.verify().ok


def test_in_a_closed_year_nothing_is_given_spoilt_or_begun_and_nothing_stored(desk: Desk) -> None:
    done = certify(desk)
    desk.clock.set(LAST_DAY)
    close(desk)
    counter, before = desk.services.counter, contents(desk)
    with pytest.raises(step_errors.BookClosed):
        certify(desk)
    with pytest.raises(step_errors.BookClosed):
        counter.spoil_number(SpoilNumber("copies", 2026, 1, "Nhòe", OFFICER))
    with pytest.raises(step_errors.BookClosed):
        counter.open_volume("copies", 2026, OFFICER)
    assert contents(desk) == before
    desk.clock.set("2027-01-04T08:00:00")
    assert certify(desk).certificates[0].written == "01 quyển số 01/2027-SCT/BS"
    assert done.certificates[0].number == 1


def test_a_settlement_whose_number_stands_in_a_closed_book_is_not_taken_back(desk: Desk) -> None:
    desk.clock.set(LAST_DAY)
    code = certify(desk).dossier.code
    desk.step(code, "undo", OFFICER)
    close(desk)
    before = contents(desk)
    with pytest.raises(step_errors.BookClosed):
        desk.step(code, "undo", LEADER, reason="Ký nhầm")
    assert contents(desk) == before


@pytest.mark.parametrize("number", [0, -1, 2, 10**20])
def test_a_number_that_was_not_given_cannot_be_spoilt(desk: Desk, number: int) -> None:
    certify(desk)
    with pytest.raises(step_errors.NumberUnknown):
        desk.services.counter.spoil_number(SpoilNumber("copies", 2026, number, "Nhòe", OFFICER))


def test_no_volume_is_begun_for_a_year_to_come(desk: Desk) -> None:
    before = contents(desk)
    with pytest.raises(errors.NumberOutOfRange) as refused:
        desk.services.counter.open_volume("copies", 2027, OFFICER)
    assert (refused.value.facts["most"], contents(desk)) == (2026, before)


@pytest.mark.parametrize("year", [0, 1999, 2101, 10**20])
def test_a_year_beyond_reason_is_refused(desk: Desk, year: int) -> None:
    counter = desk.services.counter
    for ask in (
        lambda: counter.read_book("copies", year),
        lambda: counter.open_volume("copies", year, OFFICER),
        lambda: close(desk, year=year),
        lambda: counter.preview_book(PrintBook("copies", year, 1, OFFICER)),
        lambda: counter.tracking_fields(year),
    ):
        with pytest.raises(errors.NumberOutOfRange):
            ask()


# -- on paper
def test_a_month_is_printed_as_it_stands_counted_and_marked(desk: Desk) -> None:
    certify(desk)
    counter, tray = desk.services.counter, PaperTray()
    order = PrintBook("copies", 2026, 11, OFFICER, "Quầy 1")
    preview = counter.preview_book(order)
    assert counter.print_book(order, tray).pdf == preview
    counter.spoil_number(SpoilNumber("copies", 2026, 1, "Đóng dấu nhòe", OFFICER))
    again = counter.print_book(order, tray)
    assert again.copy == 1
    for words in ("(Bản in lại 1)", "Số hỏng: Đóng dấu nhòe", "trong đó 01 số hỏng; 00 bản; phí 0"):
        assert words in texts(again.pdf)[0]
    assert counter.print_book(PrintBook("copies", 2026, 10, OFFICER), tray).copy == 0
    assert counter.print_book(PrintBook("copies", 2026, 0, OFFICER), tray).copy == 0
    assert "Cộng năm 2026: 01 số" in texts(tray.sheets[-1][0])[0]
    assert desk.services.verify().ok


def test_the_closing_is_printed_once_the_year_is_closed(desk: Desk) -> None:
    certify(desk)
    counter, tray = desk.services.counter, PaperTray()
    order = PrintBook("copies", 2026, 0, OFFICER, closing=True)
    with pytest.raises(step_errors.BookNotClosed):
        counter.print_book(order, tray)
    desk.clock.set(LAST_DAY)
    close(desk)
    pdf = counter.print_book(order, tray).pdf
    assert page_count(pdf) == 1
    assert "Tổng cộng: 01 số, từ số 01 đến số 01, trong đó 00 số hỏng; 03 bản;" in texts(pdf)[0]
    assert LEADER in texts(pdf)[0]


@pytest.mark.parametrize(
    ("book", "month", "refusal"),
    [
        ("copies", 13, errors.NumberOutOfRange),
        ("copies", -1, errors.NumberOutOfRange),
        ("copies", 12, step_errors.DayInFuture),
        ("tracking", 11, errors.ChoiceUnknown),
        ("SCT/BS", 11, errors.ChoiceUnknown),
    ],
)
def test_what_cannot_be_printed_leaves_no_entry(
    desk: Desk, book: str, month: int, refusal: type[errors.DeskError]
) -> None:
    before, tray = contents(desk), PaperTray()
    with pytest.raises(refusal):
        desk.services.counter.print_book(PrintBook(book, 2026, month, OFFICER), tray)
    assert (contents(desk), tray.sheets) == (before, [])
