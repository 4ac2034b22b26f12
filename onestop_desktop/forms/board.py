"""The board on paper: the same shapes as on the screen, on A4 landscape; prints in grey."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.application.shapes import Box, Label, Picture, Shape, Sign, Stroke
from onestop_desktop.forms.faces import BOLD, REGULAR, register_faces, width
from onestop_desktop.forms.registry import form

MARGIN = 12 * mm
_INKS = {
    "window": "#FFFFFF",
    "surface": "#FFFFFF",
    "line": "#9A9A9A",
    "border": "#6E6E6E",
    "text": "#000000",
    "text2": "#333333",
    "accent": "#3A3A3A",
    "ready": "#3A3A3A",
    "past": "#D0D0D0",
    "free": "#EEEEEE",
    "soon": "#000000",
    "late": "#000000",
    "pause": "#333333",
}


@form("board")
def draw_board(pictures: tuple[Picture, ...], *, size: str = "A4", reprint: int = 0) -> bytes:  # noqa: ARG001
    """A page for each picture, as large as the sheet allows."""
    register_faces()
    out = BytesIO()
    page = landscape(A4)
    canvas = Canvas(
        out, pagesize=page, invariant=1, pageCompression=1, initialFontName=REGULAR, lang="vi-VN"
    )
    canvas.setTitle("Bảng theo dõi")
    canvas.setCreator("Một cửa")
    for picture in pictures:
        wide, tall = page[0] - 2 * MARGIN, page[1] - 2 * MARGIN
        factor = min(wide / picture.width, tall / picture.height)
        canvas.saveState()
        canvas.translate(MARGIN, page[1] - MARGIN)
        for shape in picture.shapes:
            _draw(canvas, shape, factor)
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, shape: Shape, factor: float) -> None:
    if isinstance(shape, Box):
        fill, line = bool(shape.fill), bool(shape.outline)
        canvas.setFillColor(_ink(shape.fill or "surface"))
        canvas.setStrokeColor(_ink(shape.outline or "line"))
        canvas.setLineWidth(0.6 * shape.thick)
        x, y = shape.x * factor, -(shape.y + shape.height) * factor
        if fill or line:
            canvas.rect(x, y, shape.width * factor, shape.height * factor, stroke=line, fill=fill)
    elif isinstance(shape, Stroke):
        canvas.setStrokeColor(_ink(shape.ink))
        canvas.setLineWidth(shape.thick * factor)
        canvas.line(shape.x * factor, -shape.y * factor, shape.to_x * factor, -shape.to_y * factor)
    elif isinstance(shape, Sign):
        _sign(canvas, shape, factor)
    else:
        _label(canvas, shape, factor)


def _label(canvas: Canvas, label: Label, factor: float) -> None:
    face, size = (BOLD if label.strong else REGULAR), label.size * factor
    text = _cut(label.text, face, size, label.most * factor)
    canvas.setFillColor(_ink(label.ink))
    canvas.setFont(face, size)
    x, y = label.x * factor, -label.y * factor
    if label.align == "right":
        canvas.drawRightString(x, y, text)
    elif label.align == "middle":
        canvas.drawCentredString(x, y, text)
    else:
        canvas.drawString(x, y, text)


def _cut(text: str, face: str, size: float, most: float) -> str:
    if not most or width(text, face, size) <= most:
        return text
    while text and width(f"{text}…", face, size) > most:
        text = text[:-1]
    return f"{text.rstrip()}…"


_SIGNS: dict[str, tuple[tuple[float, float], ...]] = {
    "late": ((6, 0.4), (11.6, 6), (6, 11.6), (0.4, 6)),
    "soon": ((6, 0.8), (11.6, 11), (0.4, 11)),
}
"""Filled marks on a square of 12 units, as the screen draws them."""


def _sign(canvas: Canvas, sign: Sign, factor: float) -> None:
    unit = sign.size * factor / 12
    x, y = sign.x * factor, -sign.y * factor
    canvas.setFillColor(_ink(sign.ink))
    canvas.setStrokeColor(_ink(sign.ink))
    if sign.name in _SIGNS:
        path = canvas.beginPath()
        (first_x, first_y), *rest = _SIGNS[sign.name]
        path.moveTo(x + first_x * unit, y - first_y * unit)
        for to_x, to_y in rest:
            path.lineTo(x + to_x * unit, y - to_y * unit)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    elif sign.name == "pause":
        for left in (2.2, 7.0):
            canvas.rect(x + left * unit, y - 11 * unit, 2.8 * unit, 10 * unit, stroke=0, fill=1)
    else:
        canvas.setLineWidth(1.6 * unit)
        canvas.circle(x + 6 * unit, y - 6 * unit, 4.4 * unit, stroke=1, fill=0)


def _ink(token: str) -> HexColor:
    return HexColor(_INKS.get(token, "#000000"))
