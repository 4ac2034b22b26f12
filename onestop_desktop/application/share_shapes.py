"""The on-time share as bars from zero with the target as a line: of procedures, of officers."""

from collections.abc import Sequence

from onestop_desktop.application.board_words import (
    count_words,
    figure_formula,
    part_words,
    said,
    share_words,
)
from onestop_desktop.application.read_board import Board, Part
from onestop_desktop.application.shapes import Box, Label, Picture, Sheet, Stroke
from onestop_desktop.domain.moments import local

WIDTH = 1366.0
MARGIN, GAP, PAD = 24.0, 16.0, 21.0
MOST_PARTS = 14
_ROW = 44.0


def parts_picture(
    board: Board, parts: Sequence[Part], period: str, title: str, language: str
) -> Picture:
    """The on-time share of each procedure or officer of a period, the largest first."""
    shown = parts[:MOST_PARTS]
    height = max(160.0, 150 + _ROW * len(shown))
    sheet = Sheet(WIDTH, height)
    sheet.add(Box(0, 0, WIDTH, height, "window"))
    panel(sheet, MARGIN, 12, WIDTH - 2 * MARGIN, height - 24, title)
    goal = said("goal", language).format(goal=f"{board.goal:g}")
    sheet.add(Label(WIDTH - MARGIN - PAD, 44, goal, 17, "text2", align="right"))
    left, room = 560.0, 400.0
    for at, part in enumerate(shown):
        y = 80 + _ROW * at
        share = part.figures.share
        sheet.add(Label(MARGIN + PAD, y + 18, part.name, 17, most=left - MARGIN - PAD - 20))
        share_bar(sheet, left, y, room, share, board.goal)
        words, count = share_words(share, language), count_words(part.figures, language)
        sheet.add(
            Label(left + room + 110, y + 19, words, 20, strong=True, align="right"),
            Label(WIDTH - MARGIN - PAD, y + 18, count, 15, "text2", align="right", most=200),
        )
        sentence = f"{part.name}: {words}, {count}"
        sheet.spot(MARGIN + 4, y - 6, WIDTH - 2 * MARGIN - 8, _ROW - 4, f"part:{at}", sentence)
    if not shown:
        sheet.add(Label(MARGIN + PAD, 100, said("nothing", language), 17, "text2"))
    foot = figure_formula("share", local(board.at), language)
    left_out = len(parts) - len(shown)
    if left_out:
        foot = f"{said('more', language).format(n=left_out)} · {foot}"
    sheet.add(
        Label(MARGIN + PAD, height - 32, part_words(period, board, language, foot), 14, "text2")
    )
    return sheet.picture()


def panel(sheet: Sheet, x: float, y: float, width: float, height: float, title: str) -> None:
    """A ground with its title."""
    sheet.add(
        Box(x, y, width, height, "surface", "line"),
        Label(x + PAD, y + 32, title, 20, strong=True, most=width - 2 * PAD),
    )


def share_bar(
    sheet: Sheet, x: float, y: float, room: float, share: float | None, goal: float
) -> None:
    """A bar of 0 to 100 percent and the target; green where it is reached."""
    sheet.add(Box(x, y + 2, room, 20, "free"))
    if share is not None:
        fill = "ready" if share >= goal else "accent"
        sheet.add(Box(x, y + 2, room * share / 100, 20, fill))
    at = x + room * goal / 100
    sheet.add(Stroke(at, y - 5, at, y + 29, "text", 3))
