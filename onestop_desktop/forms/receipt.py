"""Form 01, *Giấy tiếp nhận hồ sơ và hẹn trả kết quả* (Circular 03/2025 and 01/2018, Annex)."""

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.slips import Receipt, SlipDossier
from onestop_desktop.forms.codes import BAR_HEIGHT
from onestop_desktop.forms.faces import BOLD, ITALIC, register_faces
from onestop_desktop.forms.feet import FOOT, draw_foot
from onestop_desktop.forms.heads import (
    CODES,
    document_head,
    draw_number,
    further_head,
    number_and_codes,
)
from onestop_desktop.forms.panel import (
    Panel,
    Piece,
    centred,
    fitted,
    gap,
    paragraphs,
    plain,
)
from onestop_desktop.forms.receipt_lines import (
    COPIES,
    TITLE,
    applicant_lines,
    content_lines,
    foot_lines,
    number_line,
    qr_target,
    signature_piece,
    term_lines,
)
from onestop_desktop.forms.receipt_roll import draw_receipt_roll
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.roll import ROLL
from onestop_desktop.forms.sheets import SHEETS, Sheet, render
from onestop_desktop.forms.tables import paper_table


@form("01")
def draw_receipt(receipt: Receipt, *, size: str = "A4L", reprint: int = 0) -> bytes:
    """Both copies (liên) on the sheet asked; `reprint` n > 0 is marked "bản in lại n".

    A receipt without a code (a preview while typing) shows dots and dashed boxes in its place.
    """
    if size == ROLL:
        return draw_receipt_roll(receipt, reprint=reprint)
    register_faces()
    sheet = SHEETS[size]
    copies = [_copy(receipt, sheet, words, reprint) for words in COPIES]
    lines = foot_lines(receipt)
    return render(copies, sheet, _title(receipt), lambda *page: draw_foot(lines, sheet, *page))


def _title(receipt: Receipt) -> str:
    return f"{TITLE} {receipt.dossiers[0].code}".strip()


def _copy(receipt: Receipt, sheet: Sheet, words: str, reprint: int) -> Panel:
    breadth, scale = sheet.panel_width, sheet.scale
    foot = FOOT * scale
    panel = Panel(
        breadth, sheet.panel_height - foot, lambda page: _head_again(receipt, breadth, scale, page)
    )
    agency = receipt.agency
    received = read_moment(receipt.dossiers[0].received_at)
    panel.add(document_head(agency, received.date(), breadth, scale))
    panel.add(_codes(receipt, breadth, scale))
    panel.add(_heading(receipt, words.format(desk=agency["desk_name"]), breadth, scale, reprint))
    for markup in applicant_lines(receipt):
        _text(panel, markup, scale)
    for at, dossier in enumerate(receipt.dossiers, start=1):
        _dossier(panel, receipt, dossier, at, scale)
    panel.add_together([gap(6 * scale), signature_piece(receipt, breadth, scale)])
    return panel


def _text(panel: Panel, markup: str, scale: float) -> None:
    for piece in paragraphs(markup, 11 * scale, panel.width, panel.height / 2):
        panel.add(piece)


def _codes(receipt: Receipt, breadth: float, scale: float) -> Piece:
    """Number, Code 128 of the dossier's code, QR of the code or of its look-up address."""
    code = receipt.dossiers[0].code
    if not code:
        return _places_of_codes(breadth, scale)
    return number_and_codes(number_line(receipt), code, qr_target(receipt), breadth, scale)


def _places_of_codes(breadth: float, scale: float) -> Piece:
    """What stands in their place before there is a code."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_number(canvas, "Số: …", x, y, scale)
        _dashed(canvas, x, y - 4 - BAR_HEIGHT, breadth * 0.55, BAR_HEIGHT)
        _dashed(canvas, x + breadth - 44, y - 46, 44, 44)

    return Piece(CODES * scale, draw)


def _dashed(canvas: Canvas, x: float, y: float, breadth: float, height: float) -> None:
    canvas.saveState()
    canvas.setDash(2, 2)
    canvas.setLineWidth(0.5)
    canvas.rect(x, y, breadth, height)
    canvas.restoreState()


def _heading(receipt: Receipt, copy: str, breadth: float, scale: float, reprint: int) -> Piece:
    codes_line = ", ".join(dossier.code for dossier in receipt.dossiers[:1]) or "…………………"
    if len(receipt.dossiers) > 1:
        codes_line += f" (và {len(receipt.dossiers) - 1} hồ sơ kèm theo)"
    mark = f" – Bản in lại {reprint}" if reprint else ""
    lines = [
        (TITLE, BOLD, 13.0),
        (f"Mã hồ sơ: {codes_line}", BOLD, 11.5),
        (f"({copy}){mark}", ITALIC, 10.5),
    ]
    height = sum(size * 1.28 for _, _, size in lines) * scale + 3

    def draw(canvas: Canvas, x: float, y: float) -> None:
        for text, face, size in lines:
            y -= size * 1.28 * scale
            fits = fitted(text, face, size * scale, breadth)
            centred(canvas, text, x + breadth / 2, y + 2, face, fits)

    return Piece(height, draw)


def _dossier(panel: Panel, receipt: Receipt, dossier: SlipDossier, at: int, scale: float) -> None:
    several = len(receipt.dossiers) > 1
    if several:
        panel.add(gap(4 * scale))
        _text(panel, f"<b>{at}. Mã hồ sơ: {plain(dossier.code)}</b>", scale)
    for line in content_lines(dossier):
        _text(panel, line, scale)
    panel.add(gap(2 * scale))
    for piece in paper_table(dossier.papers, panel.width, scale, panel.height):
        panel.add(piece)
    panel.add(gap(2 * scale))
    for line in term_lines(receipt, dossier):
        _text(panel, line, scale)


def _head_again(receipt: Receipt, breadth: float, scale: float, page: int) -> list[Piece]:
    what = f"Mã hồ sơ: <b>{plain(receipt.dossiers[0].code)}</b>"
    return further_head(receipt.agency, TITLE, what, page, breadth, scale)
