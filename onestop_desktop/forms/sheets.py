"""Sheets of paper: one copy a page, or both copies side by side on A4 landscape with a cut line."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.forms.faces import REGULAR, register_faces
from onestop_desktop.forms.panel import Panel, draw_page

Finish = Callable[[Canvas, float, float, str], None]
"""Draws what every page carries: (canvas, x, top, "Trang 1/2" or "")."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper size, its panels' margin and type sizes; `binding` is more margin on the left.

    On A4 the sizes are those of Decree 30/2020.
    """

    size: tuple[float, float]
    panels: int
    margin: float
    scale: float
    binding: float = 0.0

    @property
    def panel_width(self) -> float:
        """The breadth inside the margins of one panel, in points."""
        return self.size[0] / self.panels - 2 * self.margin - self.binding

    @property
    def panel_height(self) -> float:
        """The height inside the margins, in points."""
        return self.size[1] - 2 * self.margin


SHEETS = {
    "A4L": Sheet(landscape(A4), 2, 11 * mm, 1.0),
    "A5": Sheet(A5, 1, 11 * mm, 1.0),
    "A4": Sheet(A4, 1, 20 * mm, 1.17),
    "A4P": Sheet(A4, 1, 20 * mm, 1.17, binding=10 * mm),
    "A4W": Sheet(landscape(A4), 1, 20 * mm, 1.15),
}
"""A4P for letters that are filed, A4W for tables on the broad side."""


def render(copies: list[Panel], sheet: Sheet, title: str, finish: Finish) -> bytes:
    """All copies on their sheets; equal panels give equal bytes."""
    register_faces()
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=sheet.size,
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,
        lang="vi-VN",
    )
    canvas.setTitle(title)
    canvas.setCreator("Một cửa")
    for page in range(max(len(copy.pages) for copy in copies)):
        if sheet.panels == len(copies) == 2:
            for at, copy in enumerate(copies):
                _draw(canvas, copy, page, sheet, at * sheet.size[0] / 2, finish)
            _cut_line(canvas, sheet)
            canvas.showPage()
    if not (sheet.panels == len(copies) == 2):
        for copy in copies:
            for page in range(len(copy.pages)):
                _draw(canvas, copy, page, sheet, 0, finish)
                canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(
    canvas: Canvas, copy: Panel, page: int, sheet: Sheet, left: float, finish: Finish
) -> None:
    if page >= len(copy.pages):
        return
    x, top = left + sheet.margin + sheet.binding, sheet.size[1] - sheet.margin
    draw_page(canvas, copy.pages[page], x, top)
    pages = len(copy.pages)
    finish(canvas, x, top, f"Trang {page + 1}/{pages}" if pages > 1 else "")


def _cut_line(canvas: Canvas, sheet: Sheet) -> None:
    canvas.saveState()
    canvas.setDash(3, 3)
    canvas.setLineWidth(0.5)
    canvas.line(sheet.size[0] / 2, 0, sheet.size[0] / 2, sheet.size[1])
    canvas.restoreState()
