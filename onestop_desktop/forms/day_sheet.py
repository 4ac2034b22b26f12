"""The day sheet, *Tờ tổng hợp cuối ngày*: what the leader signs, with the day's seal in words and as a QR."""

from datetime import date

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.application.board_words import number_words, share_words, waits_words
from onestop_desktop.application.time_words import weekday_words
from onestop_desktop.domain.books import SYMBOLS, Book
from onestop_desktop.domain.day_sheet import DAY_SHEET, DaySheet, SealedSheet, SheetLine
from onestop_desktop.domain.figures import Figures
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.money import receipt_words
from onestop_desktop.domain.seal import Seal
from onestop_desktop.forms import codes
from onestop_desktop.forms.faces import BOLD, REGULAR, register_faces
from onestop_desktop.forms.feet import FOOT, Signer, draw_foot, signatures
from onestop_desktop.forms.heads import document_head, draw_number, further_head
from onestop_desktop.forms.panel import (
    Panel,
    Piece,
    below,
    centred,
    gap,
    paragraph,
    paragraphs,
    plain,
)
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.sheets import SHEETS, render
from onestop_desktop.forms.tables import grid_row, grid_rows
from onestop_desktop.forms.wording import desk_foot, numbered

TITLE = "TỜ TỔNG HỢP CUỐI NGÀY"
SHEET = SHEETS["A4P"]
_SIZE = 10.5
_KIND = "THN"
_LINES = (0.06, 0.17, 0.34, 0.23, 0.2)
_FIGURES = (
    ("Tiếp nhận", "received"),
    ("Giải quyết lần đầu", "settled"),
    ("– trước hạn", "early"),
    ("– đúng hạn", "on_time"),
    ("– quá hạn (đã xin lỗi)", "late"),
    ("Đúng hạn nhưng sau giờ hẹn", "missed"),
    ("Rút, từ chối, dừng, hủy (không tính)", "not_counted"),
    ("Trả kết quả", "returned"),
    ("Ý kiến hài lòng / đã hỏi", "pleased"),
)


@form(DAY_SHEET)
def draw_day_sheet(sealed: SealedSheet, *, size: str = "A4", reprint: int = 0) -> bytes:  # noqa: ARG001
    """The closed day on A4; signatures and seal stay together on the last page."""
    register_faces()
    sheet, breadth = sealed.sheet, SHEET.panel_width
    agency = sheet.head["agency"]
    given = sheet.head["number"]
    number = numbered(given, _KIND, agency["number_suffix"]) if given else "Số: …"

    def again(page: int) -> list[Piece]:
        return further_head(agency, TITLE, plain(number), page, breadth, SHEET.scale)

    panel = Panel(breadth, SHEET.panel_height - FOOT * SHEET.scale, again)
    panel.add(document_head(agency, read_moment(sheet.closed_at).date(), breadth, SHEET.scale))
    panel.add(_title(sheet, number, reprint))
    for piece in _figures(sheet):
        panel.add(piece)
    for markup in _sentences(sheet):
        for piece in paragraphs(markup, _SIZE, breadth, SHEET.panel_height / 3):
            panel.add(below(3, piece))
    prefix = f"{agency['identifier']}-"
    _list(panel, "Quá hạn, chưa giải quyết", sheet.late, prefix)
    _list(panel, "Đến hạn trước khi hết ngày làm việc tới", sheet.tomorrow, prefix)
    ends = signatures(
        Signer("CÁN BỘ MỘT CỬA", sheet.officer), Signer("LÃNH ĐẠO", ""), breadth, SHEET.scale
    )
    panel.add_together([gap(6), _seal(sealed.seal, breadth), gap(8), ends])
    foot = desk_foot(agency)
    title = f"{TITLE} {sheet.day}"
    return render([panel], SHEET, title, lambda *page: draw_foot(foot, SHEET, *page))


def _title(sheet: DaySheet, number: str, reprint: int) -> Piece:
    when = weekday_words(date.fromisoformat(sheet.day))
    mark = f"(Bản in lại {reprint})" if reprint else ""
    if not sheet.head["number"]:
        mark = "(chưa kết thúc ngày)"

    def draw(canvas: Canvas, x: float, y: float) -> None:
        middle = x + SHEET.panel_width / 2
        draw_number(canvas, number, x, y + 24 * SHEET.scale, SHEET.scale)
        centred(canvas, TITLE, middle, y - 38, BOLD, 14)
        centred(canvas, f"{when} {mark}".strip(), middle, y - 54, REGULAR, 12)

    return Piece(64, draw)


def _figures(sheet: DaySheet) -> list[Piece]:
    columns = [SHEET.panel_width * share for share in (0.5, 0.25, 0.25)]
    year = sheet.day[:4]
    heads = ("<b>Hồ sơ</b>", "<b>Trong ngày</b>", f"<b>Từ đầu năm {year}</b>")
    today, whole = Figures(**sheet.figures), Figures(**sheet.year)
    rows: list[tuple[str, ...]] = [("Chuyển từ hôm trước", number_words(sheet.carried), "")]
    rows += [(label, _count(today, name), _count(whole, name)) for label, name in _FIGURES]
    rows.append(("Còn mở khi kết thúc ngày", number_words(sheet.open), ""))
    shares = (f"<b>{share_words(each.share, 'vi')}</b>" for each in (today, whole))
    rows.append((f"<b>Tỷ lệ trước hạn và đúng hạn (chỉ tiêu {sheet.goal:g} %)</b>", *shares))
    pieces = [grid_row(columns, heads, _SIZE, align="center")]
    for label, *counts in rows:
        cells = (label, *(f'<para align="right">{text}</para>' for text in counts))
        pieces.append(grid_row(columns, cells, _SIZE))
    return pieces


def _count(figures: Figures, name: str) -> str:
    count = number_words(getattr(figures, name))
    if name == "late":
        return f"{count} ({number_words(figures.late_apologised)})"
    return f"{count} / {number_words(figures.rated)}" if name == "pleased" else count


def _sentences(sheet: DaySheet) -> list[str]:
    """What stands between the table and the lists, each in a line fit to be read aloud."""
    money = sheet.money
    today = Figures(**sheet.figures)
    balance = (
        f"{number_words(sheet.carried)} chuyển sang + {number_words(today.received)} tiếp nhận = "
        f"{number_words(today.settled)} giải quyết + {number_words(today.not_counted)} không tính + "
        f"{number_words(sheet.open)} còn mở."
    )
    receipts = ""
    if money.last_receipt:
        year = int(sheet.day[:4])
        first, last = (
            receipt_words(each, year) for each in (money.first_receipt, money.last_receipt)
        )
        receipts = f" Biên lai {first} đến {last}."
    waiting = "; ".join(f"{waits_words(name, 'vi')}: {count}" for name, count in sheet.waiting)
    lines = [
        f"<b>Cân đối:</b> {balance}",
        f"<b>Đang chờ:</b> {plain(waiting) or 'không có'}.",
        f"<b>Tiền mặt:</b> đầu ngày {_dong(money.before)} + thu {_dong(money.cash)} − hoàn "
        f"{_dong(money.refunded)} − bàn giao {_dong(money.handed)} = còn trong két "
        f"<b>{_dong(money.held)}</b>. <b>Chuyển khoản, đã trừ hoàn:</b> {_dong(money.transfer)}.{receipts}",
        f"<b>Chứng thực:</b> {_books(sheet)}.",
        f"<b>Phiếu chưa in:</b> {sheet.unprinted}. <b>Hồ sơ gõ dở để tạm:</b> {sheet.parked}.",
    ]
    if sheet.reason:
        lines.append(f"<b>Ghi chú khi kết thúc ngày:</b> {plain(sheet.reason)}")
    return lines


def _books(sheet: DaySheet) -> str:
    told = []
    for line in sheet.books:
        spoilt = f", {line.spoilt} số hỏng" if line.spoilt else ""
        symbol = SYMBOLS[Book(line.book)]
        told.append(
            f"{symbol} quyển {line.volume:02d}: số {line.first:02d} đến {line.last:02d} "
            f"({line.count} số{spoilt})"
        )
    return "; ".join(told) or "không có"


def _list(panel: Panel, title: str, lines: tuple[SheetLine, ...], prefix: str) -> None:
    """A table of dossiers; nothing where there is none."""
    if not lines:
        return
    columns = [SHEET.panel_width * share for share in _LINES]
    head = paragraph(f"<b>{title}: {len(lines)}</b>", _SIZE, panel.width)
    rows = [
        piece
        for at, line in enumerate(lines, start=1)
        for piece in grid_rows(columns, _cells(at, line, prefix), _SIZE, 120)
    ]
    panel.add_together([gap(6), head, gap(2), rows[0]])
    for row in rows[1:]:
        panel.add(row)


def _cells(at: int, line: SheetLine, prefix: str) -> tuple[str, ...]:
    due = read_moment(line.due_at)
    return (
        str(at),
        plain(line.code.removeprefix(prefix)),
        plain(line.procedure),
        plain(line.applicant),
        f"{due:%H:%M %d/%m/%Y}",
    )


def _seal(seal: Seal, breadth: float) -> Piece:
    """The seal: words to read, the QR to scan when the desk is opened next."""
    module = codes.qr_module(seal.code, 70)
    side = codes.qr_side(seal.code, module)
    says = paragraph(
        f"<b>Niêm phong ngày:</b> <b>{seal.words}</b><br/>"
        f"Sổ có {number_words(seal.entries)} bản ghi. Mở quầy lần sau, quét mã bên phải: "
        f"chương trình báo đúng sổ này hay không. Mã: {seal.code}",
        _SIZE,
        breadth - side - 24,
    )
    height = max(side + 8, says.height + 8)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setLineWidth(0.5)
        canvas.rect(x, y - height, breadth, height)
        says.draw(canvas, x + 6, y - 4)
        codes.draw_qr(canvas, seal.code, x + breadth - side - 6, y - 4, module)

    return Piece(height, draw)


def _dong(amount: int) -> str:
    return f"{number_words(amount)} đồng"
