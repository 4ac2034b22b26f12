"""The head of every legal paper (Decree 30/2020 Annex I): the agency left, the nation right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.forms import codes
from onestop_desktop.forms.faces import BOLD, ITALIC, REGULAR
from onestop_desktop.forms.panel import Piece, centred, fitted, gap, paragraph
from onestop_desktop.forms.wording import day_in_words

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LEFT_SHARE = 0.42
LINE = 1.22
CODES = 50.0
QR_ROOM = 46.0
"""Points in height for the QR beside the bars; a longer address makes finer modules."""


def document_head(agency: Mapping[str, Any], on: date, breadth: float, scale: float) -> Piece:
    """Both cells with their rules, and place and date below the motto."""
    size = 10.5 * scale
    lines = _agency_lines(agency)
    height = (max(len(lines), 4) * size * LINE) + 8 * scale

    def draw(canvas: Canvas, x: float, y: float) -> None:
        _left(canvas, lines, x, y, breadth * LEFT_SHARE, size)
        middle, room = x + breadth * (1 + LEFT_SHARE) / 2, breadth * (1 - LEFT_SHARE)
        line = size * LINE
        nation = fitted(NATION, BOLD, size, room)
        centred(canvas, NATION, middle, y - line + 2, BOLD, nation)
        wide = centred(canvas, MOTTO, middle, y - 2 * line + 1, BOLD, nation + 1)
        _rule(canvas, middle, y - 2 * line - 2.5, wide)
        when = f"{agency['place']}, ngày {day_in_words(on)}"
        centred(canvas, when, middle, y - 3.4 * line, ITALIC, fitted(when, ITALIC, size, room))

    return Piece(height, draw)


def number_and_codes(number: str, code: str, target: str, breadth: float, scale: float) -> Piece:
    """The paper's number, Code 128 of the dossier's code, QR of `target` (the code, an address)."""
    module = codes.qr_module(target, QR_ROOM)
    side = codes.qr_side(target, module)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_number(canvas, number, x, y, scale)
        codes.draw_bars(canvas, code, x, y - 4 - codes.BAR_HEIGHT)
        codes.draw_qr(canvas, target, x + breadth - side, y - 2, module)

    return Piece(CODES * scale, draw)


def draw_number(canvas: Canvas, number: str, x: float, y: float, scale: float) -> None:
    """Draw the paper's number below the room for the bars."""
    canvas.setFont(REGULAR, 10.5 * scale)
    canvas.drawString(x, y - 42 * scale, number)


def state_head(agency: Mapping[str, Any], breadth: float, scale: float) -> Piece:
    """The short head of a further page: the agency's names in one line."""
    size = 10.5 * scale
    words = " – ".join(agency[name].upper().replace("\n", " ") for name in ("parent", "unit"))

    def draw(canvas: Canvas, x: float, y: float) -> None:
        centred(canvas, words, x + breadth / 2, y - size, BOLD, fitted(words, BOLD, size, breadth))

    return Piece(size * 1.6, draw)


def further_head(
    agency: Mapping[str, Any], title: str, what: str, page: int, breadth: float, scale: float
) -> list[Piece]:
    """The head of a paper's further page: agency, title, which paper it is (`what`, mark-up).

    `page` 0 leaves its number to the foot.
    """
    markup = f"<b>{title}</b><br/>{what}" + (f" — trang {page}" if page else "")
    line = paragraph(markup, 10.5 * scale, breadth, "center")
    return [state_head(agency, breadth, scale), line, gap(6 * scale)]


def _agency_lines(agency: Mapping[str, Any]) -> list[tuple[str, str]]:
    parent = [(line, REGULAR) for line in agency["parent"].upper().split("\n")]
    return parent + [(line, BOLD) for line in agency["unit"].upper().split("\n")]


def _left(
    canvas: Canvas, lines: list[tuple[str, str]], x: float, y: float, breadth: float, size: float
) -> None:
    for text, face in lines:
        y -= size * LINE
        centred(canvas, text, x + breadth / 2, y + 2, face, fitted(text, face, size, breadth - 4))
    _rule(canvas, x + breadth / 2, y - 2.5, breadth / 2.6)


def _rule(canvas: Canvas, middle: float, y: float, wide: float) -> None:
    canvas.setLineWidth(0.6)
    canvas.line(middle - wide / 2, y, middle + wide / 2, y)
