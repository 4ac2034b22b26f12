"""The month's statement and the record of cash on both databases: their sums, their numbers, their paper."""

import pytest

from onestop_desktop.application.certify import Certify
from onestop_desktop.application.print_money import PrintCash, PrintStatement
from onestop_desktop.domain import errors, step_errors
from tests.support.desk import (
    LEADER,
    OFFICER,
    Desk,
    PaperTray,
    plain_order,
)
from tests.support.money import FEE, hand, received, refund, take
from tests.support.paper import texts

UTC_MONTHS = {
    10: ("2026-09-30T17:00:00Z", "2026-10-31T17:00:00Z"),
    11: ("2026-10-31T17:00:00Z", "2026-11-30T17:00:00Z"),
    12: ("2026-11-30T17:00:00Z", "2026-12-31T17:00:00Z"),
}


def test_the_statement_is_the_sum_of_what_was_taken_and_given_back(desk: Desk) -> None:
    desk.clock.set("2026-11-30T23:59:59")
    code = received(desk)
    take(desk, code)
    desk.services.counter.certify(Certify(plain_order("2.000884"), OFFICER, LEADER))
    desk.clock.set("2026-12-01T00:00:00")
    take(desk, received(desk), "transfer")
    refund(desk, code, amount=2_000)
    desk.clock.set("2026-12-31T23:59:59")
    desk.services.counter.certify(Certify(plain_order("2.000884"), OFFICER, LEADER))
    for month, receipts in ((11, (1, 2)), (12, (3, 4)), (10, (0, 0))):
        statement = desk.services.counter.read_statement(2026, month)
        assert statement.receipts == receipts
        # Viet Nam's month in the store's UTC, added up by the database alone.
        summed = desk.sql(
            "SELECT procedure, sum(amount) FROM payment WHERE at >= ? AND at < ?"
            " GROUP BY procedure ORDER BY procedure",
            *UTC_MONTHS[month],
        )
        assert [(line.procedure, line.total) for line in statement.lines] == [
            (procedure, int(total)) for procedure, total in summed
        ]
        assert statement.total == sum(int(total) for _, total in summed)
        for line in statement.lines:
            assert line.total == line.cash + line.transfer - line.refunded
    december = desk.services.counter.read_statement(2026, 12)
    assert [
        (line.payments, line.cash, line.transfer, line.refunds, line.refunded)
        for line in december.lines
    ] == [
        (1, 0, FEE, 1, 2_000),
        (1, 10_000, 0, 0, 0),
    ]


@pytest.mark.parametrize(
    ("year", "month"), [(2026, 0), (2026, 13), (0, 1), (99_999, 1), (2026, -1)]
)
def test_a_month_that_there_is_not_is_refused(desk: Desk, year: int, month: int) -> None:
    with pytest.raises(errors.NumberOutOfRange):
        desk.services.counter.read_statement(year, month)


# -- its papers
def test_a_statement_is_numbered_once_on_record_and_marked_when_printed_again(desk: Desk) -> None:
    take(desk, received(desk))
    tray, counter = PaperTray(), desk.services.counter
    order = PrintStatement(2026, 11, OFFICER, "Quầy 1")
    preview = counter.preview_statement(order)
    made = [counter.print_statement(order, tray) for _ in range(2)]
    assert made[0].pdf == preview
    assert [(each.number, each.copy) for each in made] == [(1, 0), (1, 1)]
    assert "(Bản in lại 1)" in texts(tray.sheets[1][0])[0]
    assert counter.print_statement(PrintStatement(2026, 10, OFFICER), tray).number == 2
    assert "đến ngày 25/11/2026" in texts(tray.sheets[1][0])[0]
    take(desk, received(desk))
    desk.clock.set("2026-12-01T08:00")
    # The month went on: another statement, not the old one again.
    whole = counter.print_statement(order, tray)
    assert (whole.number, whole.copy) == (3, 0)
    assert "đến ngày 30/11/2026" in texts(whole.pdf)[0]
    desk.clock.set("2026-12-01T08:01")
    with pytest.raises(step_errors.DayInFuture):
        counter.print_statement(PrintStatement(2027, 1, OFFICER), tray)
    with pytest.raises(errors.OfficerMissing):
        counter.print_statement(PrintStatement(2026, 11, " "), tray)
    assert len(tray.sheets) == 4
    assert desk.services.verify().ok


def test_a_record_of_cash_is_printed_for_its_hand_over_and_for_nothing_else(desk: Desk) -> None:
    take(desk, received(desk))
    entry, tray = hand(desk, 5_000).handed[0].entry, PaperTray()
    order = PrintCash(entry, OFFICER)
    preview = desk.services.counter.preview_cash(order)
    assert desk.services.counter.print_cash(order, tray).pdf == preview
    assert "5.000 đồng" in texts(preview)[0]
    tray.jammed = True
    with pytest.raises(errors.PrinterFailed):
        desk.services.counter.print_cash(order, tray)
    tray.jammed = False
    assert desk.services.counter.print_cash(order, tray).copy == 2  # a page may have come out
    with pytest.raises(step_errors.CashUnknown):
        desk.services.counter.print_cash(PrintCash(entry - 1, OFFICER), tray)
    desk.lack("place")
    with pytest.raises(errors.AgencyIncomplete):
        desk.services.counter.print_cash(order, tray)
