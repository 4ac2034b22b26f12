"""The board as a picture: numbers, bars from zero, the target as a line, formula and cut-off in words."""

from onestop_desktop.application.board_words import (
    count_words,
    figure_formula,
    period_name,
    said,
    share_words,
    waits_words,
)
from onestop_desktop.application.pressing import CITIZEN, TO_FETCH, Pressing
from onestop_desktop.application.read_board import PERIODS, Board
from onestop_desktop.application.shapes import (
    Box,
    Label,
    Picture,
    Sheet,
    Sign,
    Stroke,
    bar,
    cut_top,
    scale,
)
from onestop_desktop.application.share_shapes import (
    GAP,
    MARGIN,
    PAD,
    WIDTH,
    panel,
    parts_picture,
    share_bar,
)
from onestop_desktop.application.time_words import time_left_words, weekday_words
from onestop_desktop.domain.moments import local

HEIGHT = 768.0
_TOP, _TILE, _MIDDLE, _FOOT = 88.0, 138.0, 242.0, 262.0
_LEFT = 720.0
MOST_WAITING, MOST_PRESSING = 6, 4


def board_picture(board: Board, language: str, *, clock: str = "", hint: str = "") -> Picture:
    """The whole board, 1366 × 768 units; `clock` stands large in its corner, `hint` beside it."""
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.add(Box(0, 0, WIDTH, HEIGHT, "window"))
    when = weekday_words(local(board.at).date(), language)
    sheet.add(
        Label(MARGIN, 43, board.desk_name, 28, strong=True, most=900),
        Label(MARGIN, 67, said("today", language).format(day=when), 17, "text2"),
        Label(WIDTH - MARGIN, 61, clock, 46, strong=True, align="right"),
        Label(WIDTH - MARGIN - 150, 49, hint, 14, "text2", align="right"),
    )
    _tiles(sheet, board, language)
    _shares(sheet, board, language)
    _waiting(sheet, board, language)
    _hours(sheet, board, language)
    _next(sheet, board, language)
    return sheet.picture()


def page_picture(board: Board, language: str) -> Picture:
    """The board without its head, for a page that has one of its own."""
    return cut_top(board_picture(board, language), _TOP - 12)


def board_pages(board: Board, language: str) -> tuple[Picture, ...]:
    """The board as it is printed: the day, then the year by procedure and by officer."""
    clock = f"{local(board.at):%H:%M}"
    return (
        board_picture(board, language, clock=clock),
        parts_picture(board, board.procedures, "year", said("by_procedure", language), language),
        parts_picture(board, board.officers, "year", said("by_officer", language), language),
    )


def _tiles(sheet: Sheet, board: Board, language: str) -> None:
    day, now = board.day, board.now
    tiles = (
        ("received", day.received, "", "text"),
        ("settled", day.settled, "", "text"),
        ("soon", len(now.soon), "soon", "soon"),
        ("overdue", len(now.overdue), "late", "late"),
        ("missed", day.missed, "", "text"),
        ("paused", len(now.paused), "pause", "pause"),
    )
    width = (WIDTH - 2 * MARGIN - (len(tiles) - 1) * GAP) / len(tiles)
    for at, (name, count, mark, colour) in enumerate(tiles):
        x = MARGIN + at * (width + GAP)
        loud = bool(mark) and mark != "pause" and count > 0
        ink = colour if loud else "text"
        sheet.add(Box(x, _TOP, width, _TILE, "surface", ink if loud else "line", 2 if loud else 1))
        label_x = x + PAD
        if mark:
            sheet.add(Sign(label_x, _TOP + 17, mark, ink if loud else "text2", 18))
            label_x += 25
        most = x + width - label_x - 6
        sheet.add(
            Label(
                label_x,
                _TOP + 33,
                said(name, language),
                17,
                ink if loud else "text2",
                True,
                most=most,
            ),
            Label(x + PAD, _TOP + 105, str(count), 66, ink, True),
            Label(
                x + PAD,
                _TOP + 129,
                _under(name, board, language),
                14,
                "text2",
                most=width - PAD - 8,
            ),
        )
        sheet.spot(x, _TOP, width, _TILE, name, f"{said(name, language)}: {count}")


def _under(name: str, board: Board, language: str) -> str:
    """What a number is made of, under it."""
    if name == "overdue" and board.now.overdue:
        told, not_told = len(board.now.late_apologised), len(board.now.late)
        return said("overdue_parts", language).format(told=told, not_told=not_told)
    return said(f"{name}_is", language)


def _shares(sheet: Sheet, board: Board, language: str) -> None:
    x, y = MARGIN, _MIDDLE
    panel(sheet, x, y, _LEFT, _FOOT, said("shares", language))
    goal = said("goal", language).format(goal=f"{board.goal:g}")
    sheet.add(Label(x + _LEFT - PAD, y + 32, goal, 17, "text2", align="right"))
    for at, period in enumerate(PERIODS):
        figures, row = board.of(period), y + 58 + 56 * at
        words, count = share_words(figures.share, language), count_words(figures, language)
        name = period_name(period, local(board.at), language)
        sheet.add(
            Label(x + PAD, row + 18, name, 20, most=118),
            Label(x + _LEFT - PAD, row + 16, words, 30, strong=True, align="right"),
            Label(x + _LEFT - PAD, row + 38, count, 15, "text2", align="right"),
        )
        share_bar(sheet, x + 145, row, 340, figures.share, board.goal)
        key, sentence = f"share:{period}", f"{name}: {words}, {count}"
        sheet.spot(x + 6, row - 12, _LEFT - 12, 54, key, sentence)
    rated = said("satisfied" if board.year.rated else "not_rated", language).format(
        share=share_words(board.year.satisfaction, language), n=board.year.rated
    )
    sheet.add(
        Label(x + PAD, y + _FOOT - 32, rated, 15, "text", most=_LEFT - 2 * PAD),
        Label(
            x + PAD,
            y + _FOOT - 12,
            figure_formula("share", local(board.at), language),
            14,
            "text2",
            most=_LEFT - 2 * PAD,
        ),
    )
    sheet.spot(x + 6, y + _FOOT - 48, _LEFT - 12, 22, "rated", rated)


def _waiting(sheet: Sheet, board: Board, language: str) -> None:
    x = MARGIN + _LEFT + GAP
    width = WIDTH - MARGIN - x
    panel(sheet, x, _MIDDLE, width, _FOOT, said("waiting", language))
    counts = sorted(
        ((name, len(rows)) for name, rows in board.now.waiting.items()),
        key=lambda pair: (pair[0] in (CITIZEN, TO_FETCH), -pair[1], pair[0]),
    )
    shown = counts[:MOST_WAITING]
    unit = scale((count for _, count in shown), 220)
    for at, (name, count) in enumerate(shown):
        y = _MIDDLE + 48 + 32 * at
        label = waits_words(name, language)
        sheet.add(
            Label(x + PAD, y + 18, label, 18, most=215),
            bar(x + 250, y + 3, unit * count, 20, dark=name not in (CITIZEN, TO_FETCH)),
            Label(x + width - PAD, y + 20, str(count), 24, strong=True, align="right"),
        )
        sheet.spot(x + 6, y - 2, width - 12, 31, f"wait:{name}", f"{label}: {count}")
    more = sum(count for _, count in counts[MOST_WAITING:])
    words = said("waiting_more", language).format(n=more) if more else said("waiting_is", language)
    sheet.add(Label(x + PAD, _MIDDLE + _FOOT - 12, words, 14, "text2", most=width - 2 * PAD))


def _hours(sheet: Sheet, board: Board, language: str) -> None:
    y = _MIDDLE + _FOOT + GAP
    height = HEIGHT - GAP - y
    panel(sheet, MARGIN, y, _LEFT, height, said("hours", language))
    legend = MARGIN + _LEFT - PAD
    sheet.add(
        bar(legend - 214, y + 19, 14, 14, dark=False),
        Label(legend - 194, y + 32, said("hour_received", language), 15),
        bar(legend - 118, y + 19, 14, 14),
        Label(legend - 98, y + 32, said("hour_settled", language), 15),
    )
    base = y + height - 34
    hours = board.hours
    unit = scale((count for hour in hours for count in hour[1:]), base - y - 70)
    sheet.add(Stroke(MARGIN + PAD, base, MARGIN + _LEFT - PAD, base, "border"))
    step = (_LEFT - 2 * PAD) / max(1, len(hours))
    for at, (hour, received, settled) in enumerate(hours):
        middle = MARGIN + PAD + step * (at + 0.5)
        for side, count, dark in ((-28.0, received, False), (1.0, settled, True)):
            if count:
                tall = unit * count
                sheet.add(
                    bar(middle + side, base - tall, 26, tall, dark=dark),
                    Label(
                        middle + side + 13,
                        base - tall - 5,
                        str(count),
                        15,
                        strong=True,
                        align="middle",
                    ),
                )
        sheet.add(
            Label(
                middle,
                base + 22,
                said("hour", language).format(hour=hour),
                14,
                "text2",
                align="middle",
            )
        )


def _next(sheet: Sheet, board: Board, language: str) -> None:
    x, y = MARGIN + _LEFT + GAP, _MIDDLE + _FOOT + GAP
    width, height = WIDTH - MARGIN - x, HEIGHT - GAP - y
    panel(sheet, x, y, width, height, said("next", language))
    pressing = [*board.now.overdue, *board.now.soon, *board.now.today]
    for at, each in enumerate(pressing[:MOST_PRESSING]):
        row = y + 48 + 36 * at
        mark, ink = _mark_of(each)
        code = each.row.code.removeprefix(board.own_prefix)
        left = time_left_words(each.left, language)
        sheet.add(
            Sign(x + PAD, row + 5, mark, ink, 18),
            Label(x + PAD + 32, row + 21, code, 20, ink, True, most=200),
            Label(x + PAD + 240, row + 21, left, 18, most=width - 290),
        )
        sheet.spot(x + 6, row - 3, width - 12, 34, f"code:{each.row.code}", f"{code}, {left}")
    more = len(pressing) - MOST_PRESSING
    words = said("next_more", language).format(n=more) if more > 0 else ""
    if not pressing:
        words = said("next_none", language)
    sheet.add(Label(x + PAD, y + height - 16, words, 15, "text2", most=width - 2 * PAD))


def _mark_of(each: Pressing) -> tuple[str, str]:
    urgency = each.left.urgency.value
    if urgency == "late":
        return "late", "late"
    return ("soon", "soon") if urgency == "soon" else ("open", "text")
