"""`verify` holds books and money against the journal: what was changed behind the program's back is named."""

import pytest

from onestop_desktop.application.certify import Certify
from onestop_desktop.application.correct_dossier import CorrectDossier
from onestop_desktop.application.keep_books import SpoilNumber
from onestop_desktop.application.take_money import RefundFee
from tests.support.desk import LEADER, OFFICER, Desk, make_order, plain_order

TWO = [{"title": title, "pages": 2, "copies": 1} for title in ("Bằng tốt nghiệp", "Học bạ")]


@pytest.fixture
def books(desk: Desk) -> Desk:
    """Three certifications: a number spoilt by hand, a settlement taken back with its fee."""
    counter = desk.services.counter
    counter.certify(Certify(make_order(items=TWO), OFFICER, LEADER))
    back = counter.certify(Certify(make_order(items=TWO), OFFICER, LEADER)).dossier.code
    counter.certify(Certify(plain_order("2.000884"), OFFICER, LEADER))
    counter.spoil_number(SpoilNumber("copies", 2026, 2, "Đóng dấu nhòe", OFFICER))
    desk.step(back, "undo", OFFICER)
    desk.step(back, "undo", LEADER)
    counter.refund_fee(RefundFee(back, "2/2026", "Thu nhầm", OFFICER))
    assert desk.services.verify().ok
    return desk


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ("UPDATE certification SET title = 'Khác' WHERE number = 1 AND book = 'copies'", 1),
        ("UPDATE certification SET fee = 0 WHERE number = 1 AND book = 'copies'", 1),
        ("UPDATE certification SET copies = 9 WHERE number = 2 AND book = 'copies'", 2),
        ("UPDATE certification SET pages = 9 WHERE number = 2 AND book = 'copies'", 2),
        ("UPDATE certification SET volume = 2 WHERE number = 1 AND book = 'copies'", 1),
        ("UPDATE certification SET applicant = 'Ai khác' WHERE number = 1 AND book = 'copies'", 1),
        ("UPDATE certification SET signed_by = 'Ai khác' WHERE number = 1 AND book = 'copies'", 1),
        ("UPDATE certification SET spoilt = '' WHERE number = 2", 2),
        ("UPDATE certification SET spoilt = '' WHERE number = 3", 3),
        ("UPDATE certification SET spoilt = 'Hỏng' WHERE number = 1 AND book = 'copies'", 1),
        (
            "UPDATE certification SET certified_at = '2026-11-24T02:00:00Z' "
            "WHERE number = 4 AND book = 'copies'",
            4,
        ),
        ("DELETE FROM certification WHERE number = 4", 4),
        ("UPDATE certification SET number = 5 WHERE number = 4", 4),
        (
            "INSERT INTO certification SELECT book, year, 5, volume, dossier, title, pages, copies, "
            "fee, applicant, signed_by, certified_at, spoilt FROM certification WHERE number = 4",
            5,
        ),
        (
            "UPDATE certification SET dossier = (SELECT max(code) FROM dossier) "
            "WHERE number = 1 AND book = 'copies'",
            1,
        ),
    ],
)
def test_a_number_of_a_book_that_differs_from_its_entry_is_named(
    books: Desk, change: str, number: int
) -> None:
    books.sql(change)
    check = books.services.verify()
    expected = {"certification": f"copies 2026 {number}", "fault": "certification_differs"}
    assert check.faults[0] == expected
    assert len(check.faults) == 1 + ("number = 5 WHERE" in change)


@pytest.mark.parametrize(
    ("change", "receipt"),
    [
        ("UPDATE payment SET amount = 1 WHERE number = 1", "000001/2026"),
        ("UPDATE payment SET amount = -1 WHERE number = 2 AND amount < 0", "000002/2026"),
        ("UPDATE payment SET method = 'transfer' WHERE number = 1", "000001/2026"),
        ("UPDATE payment SET officer = 'Ai khác' WHERE number = 1", "000001/2026"),
        ("UPDATE payment SET reason = 'khác' WHERE number = 2 AND amount < 0", "000002/2026"),
        ("UPDATE payment SET procedure_name = 'khác' WHERE number = 1", "000001/2026"),
        ("UPDATE payment SET at = '2026-11-24T02:00:00Z' WHERE number = 3", "000003/2026"),
        ("UPDATE payment SET number = 7 WHERE number = 3", "000003/2026"),
        ("DELETE FROM payment WHERE number = 3", "000003/2026"),
        (
            "INSERT INTO payment SELECT 1, 8, year, dossier, procedure, procedure_name, amount, "
            "method, officer, at, reason FROM payment WHERE number = 3",
            "000008/2026",
        ),
    ],
)
def test_a_payment_that_differs_from_its_entry_is_named(
    books: Desk, change: str, receipt: str
) -> None:
    books.sql(change)
    ((fault,),) = [books.services.verify().faults]
    assert (fault["payment"], fault["fault"]) == (receipt, "payment_differs")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE book_year SET volume = 3 WHERE book = 'copies'",
        "DELETE FROM book_year",
        "UPDATE book_year SET closed_at = '2026-12-31T02:00:00Z' WHERE book = 'copies'",
        "UPDATE book_year SET year = 2025",
    ],
)
def test_a_volume_that_differs_from_its_entry_is_named(books: Desk, change: str) -> None:
    books.services.counter.open_volume("copies", 2026, OFFICER)
    assert books.services.verify().ok
    books.sql(change)
    faults = books.services.verify().faults
    assert {fault["fault"] for fault in faults} == {"book_year_differs"}
    assert "copies 2026" in {fault["book_year"] for fault in faults}


def test_a_corrected_applicant_keeps_his_old_name_in_the_book(books: Desk) -> None:
    ((code,),) = books.sql("SELECT dossier FROM certification WHERE number = 3")
    facts = {"applicant": {"name": "Nguyễn Thị Được"}, "reason": "Sai tên"}
    books.services.correct_dossier(CorrectDossier(code, facts, OFFICER))
    names = books.sql("SELECT applicant FROM certification WHERE number = 3")
    assert names == [("Nguyễn Thị Đường",)]
    assert books.services.verify().ok
