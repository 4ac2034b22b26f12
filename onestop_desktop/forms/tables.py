"""Tables on paper: the receipt's papers, and grids of wrapped cells; rows flow over pages."""

from collections.abc import Sequence
from itertools import zip_longest

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from onestop_desktop.domain.slips import SlipPaper
from onestop_desktop.forms.faces import BOLD, REGULAR
from onestop_desktop.forms.panel import Piece, centred, plain, split_evenly, style

_HEADS = (("TT",), ("Thành phần hồ sơ",), ("Bản", "chính"), ("Bản chứng", "thực"), ("Bản", "chụp"))
_SHARES = (0.07, 0.53, 0.12, 0.16, 0.12)


def paper_table(
    papers: tuple[SlipPaper, ...], breadth: float, scale: float, page: float
) -> list[Piece]:
    """A head and a row for each paper; a name too long for half a page goes on in a second row."""
    size = 10.5 * scale
    columns = [breadth * share for share in _SHARES]
    pieces = [_head(columns, size)]
    if not papers:
        return [*pieces, _row(columns, size, ("", "…", "", "", ""), Paragraph("…", style(size)))]
    for at, paper in enumerate(papers, start=1):
        counts = tuple(
            str(count) if count else "–"
            for count in (paper.originals, paper.certified, paper.copies)
        )
        laid = Paragraph(plain(paper.name), style(size))
        parts = split_evenly(laid, columns[1] - 6, page / 2)
        for number, part in enumerate(parts):
            cells = (str(at), "", *counts) if number == 0 else ("", "", "", "", "")
            pieces.append(_row(columns, size, cells, part))
    return pieces


def _head(columns: list[float], size: float) -> Piece:
    height = size * 2.6

    def draw(canvas: Canvas, x: float, y: float) -> None:
        _boxes(canvas, columns, x, y, height)
        for at, lines in enumerate(_HEADS):
            middle = x + sum(columns[:at]) + columns[at] / 2
            first = y - height / 2 + (len(lines) - 1) * size * 0.58 - size * 0.35
            for row, line in enumerate(lines):
                centred(canvas, line, middle, first - row * size * 1.16, BOLD, size)

    return Piece(height, draw)


def _row(columns: list[float], size: float, cells: tuple[str, ...], name: Paragraph) -> Piece:
    _, tall = name.wrap(columns[1] - 6, 100_000)
    height = tall + 4

    def draw(canvas: Canvas, x: float, y: float) -> None:
        _boxes(canvas, columns, x, y, height)
        name.drawOn(canvas, x + columns[0] + 3, y - 1.5 - tall)
        for at, text in enumerate(cells):
            if text and at != 1:
                middle = x + sum(columns[:at]) + columns[at] / 2
                centred(canvas, text, middle, y - 1.5 - size, REGULAR, size)

    return Piece(height, draw)


def grid_row(
    columns: Sequence[float],
    cells: Sequence[str | Paragraph],
    size: float,
    *,
    align: str = "left",
    at_least: float = 0.0,
    middle: bool = False,
) -> Piece:
    """A row of wrapped cells (mark-up) as high as the tallest; `middle` centres them in height."""
    laid = [
        Paragraph(cell, style(size, align)) if isinstance(cell, str) else cell for cell in cells
    ]
    tall = [cell.wrap(column - 6, 100_000)[1] for cell, column in zip(laid, columns, strict=True)]
    height = max(at_least, max(tall) + 4)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        _boxes(canvas, columns, x, y, height)
        for cell, column, high in zip(laid, columns, tall, strict=True):
            space = (height - high) / 2 if middle else 1.5
            cell.drawOn(canvas, x + 3, y - space - high)
            x += column

    return Piece(height, draw)


def grouped_head(
    columns: Sequence[float], names: Sequence[str], size: float, group: tuple[str, int, int]
) -> Piece:
    """The columns' names (mark-up), some of them under a common one: (name, first, after the last)."""
    above, first, last = group
    over = grid_row([sum(columns[first:last])], [above], size, align="center", middle=True)
    under = grid_row(columns[first:last], names[first:last], size, align="center", middle=True)
    height = over.height + under.height
    beside = [
        grid_row([wide], [name], size, align="center", at_least=height, middle=True)
        for wide, name in zip(columns, names, strict=True)
    ]
    height = max(height, *(each.height for at, each in enumerate(beside) if not first <= at < last))

    def draw(canvas: Canvas, x: float, y: float) -> None:
        for at, (wide, piece) in enumerate(zip(columns, beside, strict=True)):
            if at == first:
                over.draw(canvas, x, y)
                low.draw(canvas, x, y - over.height)
            elif not first < at < last:
                piece.draw(canvas, x, y)
            x += wide

    low = grid_row(
        columns[first:last],
        names[first:last],
        size,
        align="center",
        at_least=height - over.height,
        middle=True,
    )
    return Piece(height, draw)


def cell_parts(markup: str, column: float, size: float, most: float) -> list[Paragraph]:
    """A cell's text in parts no taller than `most`: one, where it is short."""
    return split_evenly(Paragraph(markup, style(size)), column - 6, most)


def grid_rows(
    columns: Sequence[float], cells: Sequence[str], size: float, most: float
) -> list[Piece]:
    """A row, and further rows with the rest where a cell would be taller than `most`."""
    parts = [
        cell_parts(cell, column, size, most) for cell, column in zip(cells, columns, strict=True)
    ]
    return [grid_row(columns, row, size) for row in zip_longest(*parts, fillvalue="")]


def _boxes(canvas: Canvas, columns: Sequence[float], x: float, y: float, height: float) -> None:
    canvas.setLineWidth(0.5)
    for column in columns:
        canvas.rect(x, y - height, column, height)
        x += column
