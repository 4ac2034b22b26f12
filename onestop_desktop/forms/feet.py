"""The end of every paper: who signs, and the rule with what each page says at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.forms.faces import BOLD, ITALIC
from onestop_desktop.forms.panel import Piece, centred, fitted
from onestop_desktop.forms.sheets import Sheet

SIGNATURES, FOOT = 92.0, 26.0
SIGN = "(Ký và ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature: as what, the name below the room to sign ("" for the pen)."""

    title: str
    name: str
    face: str = BOLD
    how: str = SIGN


def signatures(left: Signer | None, right: Signer, breadth: float, scale: float) -> Piece:
    """Both signers side by side, or one on the right; room to sign, full names below."""
    height = SIGNATURES * scale

    def draw(canvas: Canvas, x: float, y: float) -> None:
        for share, signer in ((0.25, left), (0.75, right)):
            if signer is None:
                continue
            middle, room = x + breadth * share, breadth / 2 - 8
            title = fitted(signer.title, BOLD, 11 * scale, room)
            centred(canvas, signer.title, middle, y - 12 * scale, BOLD, title)
            centred(canvas, signer.how, middle, y - 25 * scale, ITALIC, 10.5 * scale)
            size = fitted(signer.name, signer.face, 11 * scale, room)
            centred(canvas, signer.name, middle, y - height + 6, signer.face, size)

    return Piece(height, draw)


def draw_foot(
    lines: Sequence[str], sheet: Sheet, canvas: Canvas, x: float, top: float, page: str
) -> None:
    """A rule, lines of small print below it, and the page's number."""
    foot = top - sheet.panel_height
    canvas.setLineWidth(0.5)
    breadth = sheet.panel_width
    canvas.line(x, foot + 20 * sheet.scale, x + breadth, foot + 20 * sheet.scale)
    size = 9 * sheet.scale
    for at, line in enumerate(lines):
        canvas.setFont(ITALIC, fitted(line, ITALIC, size, breadth))
        canvas.drawString(x, foot + (10 - 10 * at) * sheet.scale, line)
    canvas.setFont(ITALIC, size)
    canvas.drawRightString(x + breadth, foot, page)
