"""Paper from a roll of 80 mm: 72 mm of it can be printed, its length follows from what stands on it."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.forms.codes import DOT_203
from onestop_desktop.forms.faces import REGULAR, register_faces
from onestop_desktop.forms.panel import Piece, draw_page

ROLL = "K80"
WIDTH_DOTS, HEAD_DOTS = 640, 576
"""80 mm of paper and the 72 mm of the printer's head at 203 dpi. A page that is no whole number of
dots would be stretched over the next one, and every bar with it.
"""
_LESS = 0.001
"""Points less, so that rounding never makes it one dot more."""
WIDTH = WIDTH_DOTS * DOT_203 - _LESS
BREADTH = HEAD_DOTS * DOT_203
MARGIN = 32 * DOT_203
ABOVE, BELOW = 3 * mm, 4 * mm
LEAST = 81 * mm
"""Never broader than long: a printer would turn such a page."""


def render_roll(pages: Sequence[Sequence[Piece]], title: str) -> bytes:
    """Each page's pieces on its own length of the roll, all as long as the longest; whole dots."""
    register_faces()
    tall = max(sum(piece.height for piece in page) for page in pages)
    height = ceil(max(tall + ABOVE + BELOW, LEAST) / DOT_203) * DOT_203 - _LESS
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(WIDTH, height),
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,
        lang="vi-VN",
    )
    canvas.setTitle(title)
    canvas.setCreator("Một cửa")
    for page in pages:
        draw_page(canvas, list(page), MARGIN, height - ABOVE)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
