"""The desk's sheet on the look-up, for its wall: address as QR and in words, how to, the public key."""

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.domain.lookup_facts import POSTER, LookupPoster
from onestop_desktop.forms.codes import DOT_203, draw_qr, qr_side
from onestop_desktop.forms.faces import register_faces
from onestop_desktop.forms.panel import Panel, Piece, gap, paragraph, plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.sheets import SHEETS, render

_MODULE = 20 * DOT_203
_HOW = (
    "Quét mã QR trên giấy tiếp nhận: trang của hồ sơ mở ra ngay.",
    "Không có máy quét: mở địa chỉ trên, gõ mã hồ sơ và mã bí mật in trên giấy tiếp nhận.",
    "Trang cho biết hồ sơ đang ở đâu, hẹn trả khi nào, cần mang thêm giấy gì. "
    "Trang không có tên, số điện thoại hay địa chỉ của ai.",
)


@form(POSTER)
def draw_poster(sheet: LookupPoster) -> bytes:
    """One page of A4."""
    register_faces()
    paper = SHEETS["A4"]
    panel = Panel(paper.panel_width, paper.panel_height, lambda _page: [])

    def put(markup: str, size: float, align: str = "left", after: float = 10) -> None:
        panel.add(paragraph(markup, size, panel.width, align))
        panel.add(gap(after))

    put(plain(sheet.unit.upper()), 13, "center", 4)
    put(f"<b>{plain(sheet.desk)}</b>", 14, "center", 24)
    put("<b>THEO DÕI HỒ SƠ QUA MẠNG</b>", 28, "center", 20)
    panel.add(_symbol(sheet.address, panel.width))
    put(f"<b>{plain(sheet.address)}</b>", 16, "center", 24)
    for line in _HOW:
        put(plain(line), 16)
    put(plain(f"Hỏi thêm: {sheet.phone}."), 16, after=30)
    groups = " ".join(sheet.key[at : at + 8] for at in range(0, len(sheet.key), 8))
    put("Khóa công khai của bản tra cứu, để ai cũng kiểm tra được chữ ký:", 11, after=2)
    put(groups, 11)
    return render([panel], paper, "Theo dõi hồ sơ qua mạng", lambda *_page: None)


def _symbol(address: str, breadth: float) -> Piece:
    side = qr_side(address, _MODULE)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_qr(canvas, address, x + (breadth - side) / 2, y, _MODULE)

    return Piece(side + 18, draw)
