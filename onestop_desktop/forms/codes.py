"""Code 128 and QR as plain rectangles on the grid of the printer's dots."""

from functools import lru_cache

import barcode
import segno
from reportlab.pdfgen.canvas import Canvas

DOT_203 = 72 / 203
"""One dot of a 203 dpi head, in points; three of 300 dpi are nearly the same width."""
BAR_MODULE = 2 * DOT_203
QR_MODULE = 5 * DOT_203
BAR_HEIGHT = 28.0


@lru_cache(maxsize=64)
def bar_modules(text: str) -> str:
    """The modules of a Code 128, "1" for a bar."""
    return str(barcode.get_barcode_class("code128")(text).build()[0])


def draw_bars(
    canvas: Canvas, text: str, x: float, y: float, height: float = BAR_HEIGHT, *, dots: int = 2
) -> None:
    """Draw a Code 128 with its lower left corner at (x, y), on whole dots from x."""
    path, module = canvas.beginPath(), dots * DOT_203
    x = round(x / DOT_203) * DOT_203
    at = 0
    modules = bar_modules(text)
    while at < len(modules):
        run = at
        while run < len(modules) and modules[run] == modules[at]:
            run += 1
        if modules[at] == "1":
            path.rect(x + at * module, y, (run - at) * module, height)
        at = run
    canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=64)
def qr_rows(text: str) -> tuple[bytes, ...]:
    """The rows of a QR symbol, level M, always the same for the same text."""
    symbol = segno.make(text, error="m", micro=False, mask=3, boost_error=False)
    return tuple(bytes(row) for row in symbol.matrix)


def qr_side(text: str, module: float = QR_MODULE) -> float:
    """The side of the symbol in points, without its quiet zone."""
    return len(qr_rows(text)) * module


def qr_module(text: str, room: float) -> float:
    """The largest module of whole dots, 5 at most and 3 at least, at which the symbol fits."""
    sizes = (QR_MODULE * dots / 5 for dots in (5, 4))
    return next((size for size in sizes if qr_side(text, size) <= room), QR_MODULE * 3 / 5)


def draw_qr(canvas: Canvas, text: str, x: float, y: float, module: float = QR_MODULE) -> None:
    """Draw a QR symbol as one path, its upper left corner at (x, y), on whole dots from there."""
    path = canvas.beginPath()
    x, y = round(x / DOT_203) * DOT_203, round(y / DOT_203) * DOT_203
    for row, cells in enumerate(qr_rows(text)):
        at = 0
        while at < len(cells):
            run = at
            while run < len(cells) and cells[run] == cells[at]:
                run += 1
            if cells[at]:
                path.rect(x + at * module, y - (row + 1) * module, (run - at) * module, module)
            at = run
    canvas.drawPath(path, stroke=0, fill=1)
