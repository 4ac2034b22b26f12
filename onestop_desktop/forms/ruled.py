"""Registers of any length on A4 landscape: rows drawn as they come, each page let go when it is full.

A paragraph for each cell would take minutes and hundreds of megabytes for a year's register; here
a cell is plain text, parted by the widths of its words.
"""

import zlib
from collections.abc import Sequence
from typing import Any, BinaryIO
from unicodedata import normalize

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.forms.faces import ITALIC, REGULAR
from onestop_desktop.forms.feet import FOOT, draw_foot
from onestop_desktop.forms.panel import Piece, draw_page
from onestop_desktop.forms.sheets import SHEETS
from onestop_desktop.forms.wide import WidePaper
from onestop_desktop.forms.wrapping import wide_of, wrapped

SHEET = SHEETS["A4W"]
LEADING, PAD, ABOVE = 1.2, 3.0, 1.5
MOST_LINES = 14
"""A taller row goes on in the next one."""
_HEAD, _PAGES = "head", "pages"
"""What pages share, drawn once: the head of further ones; how many there are, known at the end."""
_MOST_KNOWN = 4_000
Cells = Sequence[str]


class RuledPages:
    """A register while it is written: `aligns` has l, c or r for each column.

    The last row, the total and the signatures stay together; every page has its number.
    """

    def __init__(self, paper: WidePaper, aligns: str, file: BinaryIO, foot: Sequence[str]) -> None:
        self._aligns, self._foot = aligns, foot
        self._size = paper.cell
        self._widths = paper.widths()
        self._left, self._top = SHEET.margin, SHEET.size[1] - SHEET.margin
        self._bottom = self._top - SHEET.panel_height + FOOT * SHEET.scale
        panel = paper.begin()
        self._canvas = _canvas(file, paper)
        self._page, self._y = 1, self._top
        self._ruled_from = 0.0
        self._again = self._keep(_HEAD, paper.head_again())
        self._put([*panel.pages[0], Piece(4, lambda _canvas, _x, _y: None), paper.table_head()])
        self._ruled_from = self._y
        self._held: tuple[Cells, bool] | None = None
        self._band = ""
        self._known: dict[str, str] = {}

    def row(self, cells: Cells, *, struck: bool = False) -> None:
        """A row; `struck` draws a line through it."""
        self._draw_held()
        self._held = (cells, struck)

    def band(self, text: str) -> None:
        """A line of words over the table's whole breadth; it stands above the next row."""
        self._draw_held()
        self._band = text

    def close(self, end: Sequence[Piece]) -> None:
        """Put the end below the last row and write the file."""
        room = sum(piece.height for piece in end)
        self._draw_held(room)
        if self._band:
            self._draw_band(room)
        self._rule()
        self._put(end)
        self._end_page()
        self._say_pages()
        self._canvas.save()

    def _draw_held(self, end: float = 0.0) -> None:
        """Draw the row held back, a band above it; `end` is what stands together with its last part."""
        if self._held is None:
            return
        cells, struck = self._held
        self._held = None
        parts = self._parts(cells)
        for at, part in enumerate(parts):
            height = self._height(part)
            together = height + (end if at == len(parts) - 1 else 0.0)
            if self._band:
                self._draw_band(together)
            self._need(together)
            self._draw(part, height, struck=struck)

    def _draw_band(self, together: float) -> None:
        height = self._size * LEADING + 2 * ABOVE
        self._need(height + together)
        self._rule()
        canvas, right = self._canvas, self._left + SHEET.panel_width
        canvas.setFont(ITALIC, self._size)
        text, self._band = normalize("NFC", self._band), ""
        canvas.drawString(self._left + PAD, self._y - self._size - ABOVE, text)
        y = self._y - height
        canvas.lines(
            [
                (self._left, y, right, y),
                (self._left, self._y, self._left, y),
                (right, self._y, right, y),
            ]
        )
        self._y = self._ruled_from = y

    def _parts(self, cells: Cells) -> list[list[tuple[str, ...]]]:
        """The row's lines, cell by cell; in several parts where it is taller than a row may be."""
        laid = [
            wrapped(cell, width - 2 * PAD, self._size)
            for cell, width in zip(cells, self._widths, strict=True)
        ]
        most = max(map(len, laid))
        if most <= MOST_LINES:
            return [laid]
        return [
            [lines[start : start + MOST_LINES] for lines in laid]
            for start in range(0, most, MOST_LINES)
        ]

    def _height(self, part: list[tuple[str, ...]]) -> float:
        return max(1, *map(len, part)) * self._size * LEADING + 2 * ABOVE + 1

    def _draw(self, part: list[tuple[str, ...]], height: float, *, struck: bool) -> None:
        size, leading = self._size, self._size * LEADING
        first, x = self._y - ABOVE - size, self._left
        commands, through = ["BT"], []
        for lines, width, align in zip(part, self._widths, self._aligns, strict=True):
            for at, line in enumerate(lines):
                wide = 0.0 if align == "l" and not struck else wide_of(line) * size / 1000
                room = width - 2 * PAD - wide
                start = x + PAD + (0.0 if align == "l" else room / 2 if align == "c" else room)
                y = first - at * leading
                commands.append(f"1 0 0 1 {start:.2f} {y:.2f} Tm {self._coded(line)}")
                if struck:
                    through.append((start, y + size * 0.3, start + wide, y + size * 0.3))
            x += width
        commands.append("ET")
        self._canvas._code.append(" ".join(commands))
        # The last column is the note: why it was struck out must be read.
        self._canvas.lines(through[: len(through) - len(part[-1])])
        self._y -= height
        self._canvas.line(self._left, self._y, self._left + SHEET.panel_width, self._y)

    def _coded(self, line: str) -> str:
        """A line in the commands of a page; names, places and days come again and again."""
        if line not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            canvas, face = self._canvas, pdfmetrics.getFont(REGULAR)
            self._known[line] = " ".join(
                f"{face.getSubsetInternalName(subset, canvas._doc)} {self._size:g} Tf "
                f"({canvas._escape(letters)}) Tj"
                for subset, letters in face.splitString(line, canvas._doc)
            )
        return self._known[line]

    def _rule(self) -> None:
        """The columns' lines beside the rows drawn since the last band or head."""
        if self._ruled_from <= self._y:
            return
        x, lines = self._left, []
        for width in (0.0, *self._widths):
            x += width
            lines.append((x, self._ruled_from, x, self._y))
        self._canvas.lines(lines)
        self._ruled_from = self._y

    def _need(self, height: float) -> None:
        if self._y - height < self._bottom:
            self._new_page()

    def _new_page(self) -> None:
        self._rule()
        self._end_page()
        self._page += 1
        self._canvas.setLineWidth(0.5)
        self._y = self._top
        self._canvas.doForm(_HEAD)
        self._y -= self._again
        self._ruled_from = self._y

    def _end_page(self) -> None:
        canvas, scale = self._canvas, SHEET.scale
        draw_foot(self._foot, SHEET, canvas, self._left, self._top, "")
        canvas.doForm(_PAGES)
        foot = self._top - SHEET.panel_height
        canvas.setFont(ITALIC, 9 * scale)
        right = self._left + SHEET.panel_width - _pages_room(scale)
        canvas.drawRightString(right, foot, f"Trang {self._page}/")
        canvas.showPage()
        _let_go(canvas)

    def _keep(self, name: str, pieces: Sequence[Piece]) -> float:
        """Pieces at the top of a page, drawn once to be shown on many; their height."""
        self._canvas.beginForm(name)
        self._canvas.setLineWidth(0.5)
        draw_page(self._canvas, list(pieces), self._left, self._top)
        self._canvas.endForm()
        return sum(piece.height for piece in pieces)

    def _say_pages(self) -> None:
        canvas, scale = self._canvas, SHEET.scale
        canvas.beginForm(_PAGES)
        canvas.setFont(ITALIC, 9 * scale)
        right = self._left + SHEET.panel_width - _pages_room(scale)
        canvas.drawString(right, self._top - SHEET.panel_height, str(self._page))
        canvas.endForm()

    def _put(self, pieces: Sequence[Piece]) -> None:
        self._canvas.setLineWidth(0.5)
        draw_page(self._canvas, list(pieces), self._left, self._y)
        self._y -= sum(piece.height for piece in pieces)
        self._canvas.setLineWidth(0.5)


def _canvas(file: BinaryIO, paper: WidePaper) -> Canvas:
    canvas = Canvas(
        file,
        pagesize=SHEET.size,
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,
        lang="vi-VN",
    )
    canvas.setTitle(f"{paper.title} {paper.number}".replace("\n", " "))
    canvas.setCreator("Một cửa")
    return canvas


def _pages_room(scale: float) -> float:
    """Room for the number of pages, wide enough for four digits."""
    return 18 * scale


class _Packed(PDFStream):  # type: ignore[misc]
    """A page's commands, compressed; they go once they are written."""

    def __init__(self, commands: str) -> None:
        super().__init__(content=zlib.compress(commands.encode("utf-8")))
        self.dictionary["Filter"] = PDFName("FlateDecode")

    def format(self, document: Any) -> bytes:
        written: bytes = super().format(document)
        self.content = None
        return written


def _let_go(canvas: Canvas) -> None:
    """Compress the page just ended: reportlab keeps every page's commands as text until the end."""
    page = canvas._doc.Pages.pages[-1]
    page.Contents, page.stream = _Packed(page.stream), None
