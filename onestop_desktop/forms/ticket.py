"""A ticket of the hall: the number as large as it goes, on a roll of 80 mm or on A5."""

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.application.hall_words import counts_words
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.ticket_slip import TICKET, TicketSlip
from onestop_desktop.forms.faces import BOLD, register_faces
from onestop_desktop.forms.panel import Panel, Piece, centred, fitted, gap, paragraph, plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.roll import BREADTH, ROLL, render_roll
from onestop_desktop.forms.sheets import SHEETS, render
from onestop_desktop.forms.wording import hour_in_words

_ON_A5 = 1.45


@form(TICKET)
def draw_ticket(slip: TicketSlip, *, size: str = ROLL) -> bytes:
    """One ticket; nobody's name stands on it."""
    register_faces()
    title = f"Số thứ tự {slip.number}"
    if size == ROLL:
        return render_roll([_pieces(slip, BREADTH, 1.0)], title)
    sheet = SHEETS["A5"]
    panel = Panel(sheet.panel_width, sheet.panel_height, lambda _page: [])
    for piece in [gap(60), *_pieces(slip, sheet.panel_width, _ON_A5)]:
        panel.add(piece)
    return render([panel], sheet, title, lambda *_page: None)


def _pieces(slip: TicketSlip, breadth: float, scale: float) -> list[Piece]:
    taken = read_moment(slip.taken_at)

    def text(markup: str, size: float) -> Piece:
        return paragraph(markup, size * scale, breadth, "center")

    return [
        text(plain(slip.desk), 10),
        gap(5 * scale),
        text("SỐ THỨ TỰ", 11),
        _number(slip.number, breadth, scale),
        text(f"<b>{plain(slip.kind)}</b>", 14),
        gap(4 * scale),
        text(plain(f"{counts_words(slip.ahead, 'vi')}."), 11),
        text(f"Lấy số lúc {hour_in_words(taken.isoformat())}", 9),
        gap(4 * scale),
        text("Xin chờ gọi số; phiếu có giá trị trong ngày.", 9),
        text("<i>Please wait for your number; valid today only.</i>", 9),
    ]


def _number(number: str, breadth: float, scale: float) -> Piece:
    size = fitted(number, BOLD, 64 * scale, breadth)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        centred(canvas, number, x + breadth / 2, y - size * 0.82, BOLD, size)

    return Piece(size, draw)
