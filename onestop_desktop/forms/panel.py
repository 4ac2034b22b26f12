"""A panel is one page's worth of a form: pieces flow down it, and on to the next with the head repeated.

Pieces are laid out once and drawn as often as there are copies.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from unicodedata import normalize

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from onestop_desktop.forms.faces import BOLD, ITALIC, REGULAR, width

DrawAt = Callable[[Canvas, float, float], None]
"""Draws a piece on a canvas with its upper left corner at (x, y), in points."""


@dataclass(frozen=True)
class Piece:
    """Something of a height that can be drawn."""

    height: float
    draw: DrawAt


@dataclass
class Panel:
    """Pages of pieces for one copy, `width` by `height` points inside its margins."""

    width: float
    height: float
    head_again: Callable[[int], list[Piece]]
    pages: list[list[Piece]] = field(default_factory=lambda: [[]])
    left: float = 0.0

    def __post_init__(self) -> None:
        self.left = self.height

    def add(self, piece: Piece) -> None:
        """Put a piece below the last one, on a new page where it does not fit."""
        if piece.height > self.left and self.pages[-1]:
            self.new_page()
        self.pages[-1].append(piece)
        self.left -= piece.height

    def add_together(self, pieces: list[Piece]) -> None:
        """Put pieces that must not be parted by a page's end."""
        if sum(piece.height for piece in pieces) > self.left and self.pages[-1]:
            self.new_page()
        for piece in pieces:
            self.add(piece)

    def new_page(self) -> None:
        """Begin a page with the head repeated."""
        self.pages.append([])
        self.left = self.height
        for piece in self.head_again(len(self.pages)):
            self.pages[-1].append(piece)
            self.left -= piece.height


def draw_page(canvas: Canvas, pieces: list[Piece], x: float, top: float) -> None:
    """Draw one page's pieces with the panel's upper left corner at (x, top)."""
    for piece in pieces:
        piece.draw(canvas, x, top)
        top -= piece.height


def gap(height: float) -> Piece:
    """Empty space."""
    return Piece(height, lambda _canvas, _x, _y: None)


def below(space: float, piece: Piece) -> Piece:
    """A piece with empty space above it."""
    return Piece(piece.height + space, lambda canvas, x, y: piece.draw(canvas, x, y - space))


_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "justify": TA_JUSTIFY}


LEADING = 1.24


def style(size: float, align: str = "left", indent: float = 0) -> ParagraphStyle:
    """A paragraph's style in the paper's face; `indent` is that of its first line."""
    return ParagraphStyle(
        f"{size}{align}",
        fontName=REGULAR,
        fontSize=size,
        leading=size * LEADING,
        alignment=_ALIGN[align],
        firstLineIndent=indent,
        splitLongWords=1,
    )


def plain(text: str) -> str:
    """Text made safe for a paragraph: composed letters, nothing taken as mark-up."""
    return escape(normalize("NFC", text), quote=False).replace("\n", "<br/>")


def paragraph(markup: str, size: float, breadth: float, align: str = "left") -> Piece:
    """A wrapped paragraph; give text through `plain`."""
    laid = Paragraph(markup, style(size, align))
    _, height = laid.wrap(breadth, 10_000)
    return Piece(height, lambda canvas, x, y: laid.drawOn(canvas, x, y - height))


def paragraphs(
    markup: str, size: float, breadth: float, most: float, align: str = "left", indent: float = 0
) -> list[Piece]:
    """A paragraph in parts no taller than `most`, so that an endless text flows on."""
    pieces = []
    for part in split_evenly(Paragraph(markup, style(size, align, indent)), breadth, most):
        _, height = part.wrap(breadth, 10_000)
        pieces.append(
            Piece(height, lambda canvas, x, y, p=part, h=height: p.drawOn(canvas, x, y - h))  # type: ignore[misc]
        )
    return pieces


def split_evenly(laid: Paragraph, breadth: float, most: float) -> list[Paragraph]:
    """A paragraph in as many parts as it needs to be nowhere taller than `most`."""
    parts = [laid]
    while True:
        _, height = parts[-1].wrap(breadth, 1_000_000)
        halves = parts[-1].split(breadth, most) if height > most else []
        if len(halves) < 2:
            return parts
        parts[-1:] = halves


def centred(
    canvas: Canvas, text: str, x: float, y: float, face: str = REGULAR, size: float = 11
) -> float:
    """Draw one line centred at x; gives its width."""
    canvas.setFont(face, size)
    canvas.drawCentredString(x, y, normalize("NFC", text))
    return width(text, face, size)


def fitted(text: str, face: str, size: float, breadth: float) -> float:
    """The size at which a line fits a breadth, never larger than the one given."""
    wide = width(text, face, size)
    return size if wide <= breadth else size * breadth / wide


__all__ = [
    "BOLD",
    "ITALIC",
    "LEADING",
    "REGULAR",
    "Panel",
    "Piece",
    "below",
    "centred",
    "draw_page",
    "fitted",
    "gap",
    "paragraph",
    "paragraphs",
    "plain",
    "split_evenly",
]
