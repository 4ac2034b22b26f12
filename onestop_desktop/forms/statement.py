"""The month's statement of fees for the treasury, and the record of cash handed over."""

from datetime import date

from onestop_desktop.domain.moments import day_words
from onestop_desktop.domain.money import StatementLine, receipt_words
from onestop_desktop.domain.money_facts import CashRecord, StatementFacts, amount_in_words
from onestop_desktop.forms.feet import Signer, signatures
from onestop_desktop.forms.letters import SIGN_AND_SEAL, Letter, desk_head
from onestop_desktop.forms.panel import Piece, gap, plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.sheets import SHEETS
from onestop_desktop.forms.tables import grid_row
from onestop_desktop.forms.wide import CELL, WidePaper
from onestop_desktop.forms.wording import (
    desk_foot,
    dong,
    hour_in_words,
    labelled,
    numbered,
)

TITLE, CASH_TITLE = "BẢNG KÊ PHÍ, LỆ PHÍ ĐÃ THU", "BIÊN BẢN BÀN GIAO TIỀN MẶT"
_COLUMNS = (
    ("<b>TT</b>", 0.05),
    ("<b>Mã thủ tục</b>", 0.1),
    ("<b>Loại phí, lệ phí</b>", 0.29),
    ("<b>Số biên lai</b>", 0.08),
    ("<b>Tiền mặt</b>", 0.12),
    ("<b>Chuyển khoản</b>", 0.12),
    ("<b>Đã hoàn trả</b>", 0.12),
    ("<b>Còn phải nộp</b>", 0.12),
)


@form("statement")
def draw_statement(facts: StatementFacts, *, size: str = "A4", reprint: int = 0) -> bytes:  # noqa: ARG001
    """A row for each kind of fee and their sum, which is what goes to the treasury."""
    statement = facts.statement
    number = numbered(facts.number, "BK", facts.agency["number_suffix"])
    title = f"{TITLE}\nTháng {statement.first:%m} năm {statement.first.year}"
    paper = WidePaper(facts.agency, facts.at, number, title, "", _COLUMNS, reprint)
    panel = paper.begin()
    paper.line(
        panel,
        f"Từ ngày {day_words(statement.first)} đến ngày {day_words(statement.last)}. "
        f"Đơn vị tính: đồng. {_receipts(facts)}",
    )
    panel.add(gap(4))
    panel.add(paper.table_head())
    for at, line in enumerate(statement.lines, start=1):
        panel.add(_row(paper, str(at), plain(line.procedure), plain(line.name), [line]))
    if not statement.lines:
        panel.add(_row(paper, "", "", "Trong tháng không thu khoản nào.", []))
    panel.add_together(
        [
            _row(paper, "", "", "<b>Cộng</b>", list(statement.lines), strong=True),
            *_end(facts, paper),
        ]
    )
    return paper.render(panel, desk_foot(facts.agency))


def _receipts(facts: StatementFacts) -> str:
    first, last = facts.statement.receipts
    if not last:
        return "Trong tháng không có biên lai nào."
    year = facts.statement.first.year
    return f"Biên lai từ số {receipt_words(first, year)} đến số {receipt_words(last, year)}."


def _row(
    paper: WidePaper,
    at: str,
    code: str,
    name: str,
    lines: list[StatementLine],
    *,
    strong: bool = False,
) -> Piece:
    refunds = sum(line.refunds for line in lines)
    amounts = [
        str(sum(line.payments for line in lines)),
        dong(sum(line.cash for line in lines)),
        dong(sum(line.transfer for line in lines)),
        dong(sum(line.refunded for line in lines)) + (f" ({refunds} lần)" if refunds else ""),
        dong(sum(line.total for line in lines)),
    ]
    shown = [f"<b>{amount}</b>" if strong else amount for amount in amounts]
    cells = [
        f'<para align="center">{at}</para>',
        code,
        name,
        f'<para align="center">{shown[0]}</para>',
        *(f'<para align="right">{amount}</para>' for amount in shown[1:]),
    ]
    return grid_row(paper.widths(), cells, CELL)


def _end(facts: StatementFacts, paper: WidePaper) -> list[Piece]:
    statement = facts.statement
    due = _fifth(statement.last)
    words = f" (Bằng chữ: {amount_in_words(statement.total)})" if statement.total >= 0 else ""
    sheet = SHEETS["A4W"]
    return [
        gap(4),
        *paper.pieces(f"Tổng số tiền phải nộp: <b>{dong(statement.total)} đồng</b>{words}."),
        *paper.pieces(
            f"Phí chứng thực nộp vào ngân sách chậm nhất ngày {day_words(due)} "
            "(Điều 6 Thông tư 226/2016/TT-BTC)."
        ),
        gap(4),
        signatures(
            Signer("NGƯỜI LẬP", facts.officer),
            Signer("THỦ TRƯỞNG ĐƠN VỊ", "", how=SIGN_AND_SEAL),
            sheet.panel_width,
            sheet.scale,
        ),
    ]


def _fifth(last: date) -> date:
    """The 5th of the month after the one that ends on that day."""
    year, month = (last.year + 1, 1) if last.month == 12 else (last.year, last.month + 1)
    return date(year, month, 5)


@form("cash")
def draw_cash(facts: CashRecord, *, size: str = "A4", reprint: int = 0) -> bytes:
    """Who gave how much cash to whom, with both signatures."""
    head = desk_head(facts, facts.giver)
    kind = ("BBBG", facts.agency["number_suffix"])
    letter = Letter(head, CASH_TITLE, *kind, size=size, reprint=reprint)
    place = plain(facts.agency["desk_name"])
    letter.prose(f"Hôm nay, {hour_in_words(facts.at)}, tại {place}, chúng tôi gồm:")
    letter.line(labelled("Bên giao", facts.giver, strong=True))
    letter.line(labelled("Bên nhận", facts.receiver, strong=True))
    letter.prose(
        "Hai bên đã kiểm đếm và bàn giao số tiền mặt thu phí, lệ phí là "
        f"<b>{dong(facts.amount)} đồng</b> (Bằng chữ: {amount_in_words(facts.amount)})."
    )
    letter.prose("Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.")
    return letter.close(Signer("NGƯỜI GIAO", facts.giver), Signer("NGƯỜI NHẬN", facts.receiver))
