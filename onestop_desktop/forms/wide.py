"""What papers with a table on A4 landscape share: head, title between the codes, flow, foot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.domain.moments import read_moment
from onestop_desktop.forms.faces import BOLD, ITALIC, REGULAR, register_faces
from onestop_desktop.forms.faces import width as width_of
from onestop_desktop.forms.feet import FOOT, draw_foot
from onestop_desktop.forms.heads import (
    document_head,
    draw_number,
    further_head,
    number_and_codes,
)
from onestop_desktop.forms.panel import Panel, Piece, centred, fitted, paragraphs, plain
from onestop_desktop.forms.sheets import SHEETS, render
from onestop_desktop.forms.tables import grid_row, grid_rows, grouped_head

SHEET = SHEETS["A4W"]
CELL, LINE = 10.5, 1.28
_ROW = 150.0
"""Points: a taller row goes on in the next one."""


@dataclass(frozen=True, slots=True)
class WidePaper:
    """Head and columns of one paper; `title` may have two lines, `columns` (head's mark-up, share) each.

    `group` is a name above some of the columns: (mark-up, the first's place, the place after the
    last); `cell` the size of the table's type in points.
    """

    agency: Mapping[str, Any]
    on: str
    number: str
    title: str
    code: str
    columns: tuple[tuple[str, float], ...]
    reprint: int
    group: tuple[str, int, int] | None = None
    cell: float = CELL

    def begin(self) -> Panel:
        """A panel with the head on it; each further page repeats it with the table's head."""
        register_faces()
        width, height = SHEET.panel_width, SHEET.panel_height - FOOT * SHEET.scale
        panel = Panel(width, height, self._head_again)
        on = read_moment(self.on).date()
        panel.add(document_head(self.agency, on, width, SHEET.scale))
        panel.add(self._band())
        return panel

    def widths(self) -> list[float]:
        """The columns' widths in points."""
        return [SHEET.panel_width * share for _, share in self.columns]

    def table_head(self) -> Piece:
        """The row of the columns' names."""
        names = [name for name, _ in self.columns]
        if self.group is None:
            return grid_row(self.widths(), names, self.cell, align="center", middle=True)
        return grouped_head(self.widths(), names, self.cell, self.group)

    def head_again(self) -> list[Piece]:
        """The head of any further page, down to the columns' names; the foot has the page's number."""
        return self._head_again(0)

    def pieces(self, markup: str) -> list[Piece]:
        """A line above or below the table, in parts where it is long."""
        return paragraphs(markup, 11 * SHEET.scale, SHEET.panel_width, SHEET.panel_height / 3)

    def line(self, panel: Panel, markup: str) -> None:
        """Put such a line on the panel."""
        for piece in self.pieces(markup):
            panel.add(piece)

    def table(self, panel: Panel, lines: Iterable[Sequence[str]], end: Sequence[Piece]) -> None:
        """A row for each line of cells; the last one and the end stay together."""
        widths = self.widths()
        rows = [row for cells in lines for row in grid_rows(widths, cells, self.cell, _ROW)]
        start = [self.table_head(), *rows[:1]]
        if len(rows) > 1:
            panel.add_together(start)
            for row in rows[1:-1]:
                panel.add(row)
            start = rows[-1:]
        panel.add_together([*start, *end])

    def render(self, panel: Panel, foot: Sequence[str]) -> bytes:
        """The pages, with lines of small print at each foot."""
        title = f"{self._flat_title()} {self.code or self.number}"
        return render([panel], SHEET, title, lambda *page: draw_foot(foot, SHEET, *page))

    def _band(self) -> Piece:
        """Number and codes at the sides, the title and a reprint's mark in the middle."""
        room = SHEET.panel_width - (0 if self.code else 2 * self._number_room())
        lines = [
            (line, BOLD, fitted(line, BOLD, 12.0 * SHEET.scale, room) / SHEET.scale)
            for line in self.title.split("\n")
        ]
        if self.reprint:
            lines.append((f"(Bản in lại {self.reprint})", ITALIC, 10.5))
        scale, width = SHEET.scale, SHEET.panel_width
        sides = self._sides()

        def draw(canvas: Canvas, x: float, y: float) -> None:
            sides.draw(canvas, x, y)
            for text, face, size in lines:
                y -= size * LINE * scale
                centred(canvas, text, x + width / 2, y, face, size * scale)

        tall = sum(size for _, _, size in lines) * LINE * scale + 4
        return Piece(max(sides.height, tall), draw)

    def _number_room(self) -> float:
        """What the number takes beside the title, in points."""
        return width_of(self.number, REGULAR, 10.5 * SHEET.scale) + 8

    def _sides(self) -> Piece:
        scale = SHEET.scale
        if self.code:
            return number_and_codes(self.number, self.code, self.code, SHEET.panel_width, scale)
        up = (42 - 12 * LINE) * scale
        return Piece(
            34 * scale, lambda canvas, x, y: draw_number(canvas, self.number, x, y + up, scale)
        )

    def _head_again(self, page: int) -> list[Piece]:
        what = f"Mã hồ sơ: <b>{plain(self.code)}</b>" if self.code else plain(self.number)
        width, scale = SHEET.panel_width, SHEET.scale
        head = further_head(self.agency, self._flat_title(), what, page, width, scale)
        return [*head, self.table_head()]

    def _flat_title(self) -> str:
        return self.title.replace("\n", " ")
