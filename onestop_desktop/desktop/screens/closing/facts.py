"""From a look at the day to lines of the closing; words only, no widget."""

from onestop_desktop.application.board_words import number_words, share_words
from onestop_desktop.application.close_day import DayLook
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.time_words import seen_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import short_code
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.moments import read_moment


def left_lines(look: DayLook) -> list[Row]:
    """What the day leaves, the most pressing first; each opens its dossiers."""
    now = look.now
    due = (*now.soon, *now.today)
    lines = (
        ("late", "late", tr("Quá hạn, chưa xin lỗi"), len(now.late)),
        ("due", "soon", tr("Đến hạn hôm nay, chưa giải quyết"), len(due)),
        ("apologised", "late", tr("Quá hạn, đã xin lỗi"), len(now.late_apologised)),
        ("tomorrow", "open", tr("Đến hạn ngày làm việc tới"), len(_tomorrow(look))),
        ("unprinted", "open", tr("Phiếu hẹn chưa in"), len(look.unprinted)),
        ("parked", "open", tr("Hồ sơ gõ dở để tạm"), len(look.parked)),
    )
    return [_line(*line) for line in lines]


def rows_of(look: DayLook, key: str) -> tuple[str, tuple[DossierRow, ...]]:
    """The title and the dossiers of a line."""
    now = look.now
    found: dict[str, tuple[str, tuple[DossierRow, ...]]] = {
        "late": (tr("Quá hạn, chưa xin lỗi"), tuple(each.row for each in now.late)),
        "apologised": (
            tr("Quá hạn, đã xin lỗi"),
            tuple(each.row for each in now.late_apologised),
        ),
        "due": (
            tr("Đến hạn hôm nay, chưa giải quyết"),
            tuple(each.row for each in (*now.soon, *now.today)),
        ),
        "tomorrow": (tr("Đến hạn ngày làm việc tới"), _tomorrow(look)),
        "unprinted": (tr("Phiếu hẹn chưa in"), look.unprinted),
    }
    return found.get(key, ("", ()))


def _tomorrow(look: DayLook) -> tuple[DossierRow, ...]:
    """Due by the end of the next working day, what is due today left out."""
    today = {each.row.code for each in (*look.now.soon, *look.now.today)}
    return tuple(row for row in look.tomorrow if row.code not in today)


def _line(key: str, mark: str, words: str, count: int) -> Row:
    loud = count > 0 and mark in ("late", "soon")
    tone = mark if loud else "text" if count else "text2"
    first = Cell(words, mark if count else "check", tone if count else "text2", strong=loud)
    return Row(key, (first, Cell(str(count), tone=tone, strong=count > 0)), f"{words}: {count}")


def result_lines(look: DayLook, desk: Desk) -> list[Row]:
    """Results that wait, or were handed over and not marked."""
    return [_result(row, desk) for row in look.to_return]


def _result(row: DossierRow, desk: Desk) -> Row:
    when = seen_words(read_moment(row.settled_at), desk.now()) if row.settled_at else ""
    below = f"{row.procedure_name} · {short_code(row.code, desk)}"
    cells = (Cell(row.applicant, strong=True, below=(below,)), Cell(when, tone="text2"))
    return Row(row.code, cells, f"{row.applicant}, {below}")


def figure_lines(look: DayLook, language: str) -> list[tuple[str, str]]:
    """The day's figures and money."""
    day, cash = look.figures, look.cash
    money = tr("{n} đồng")
    share = share_words(day.share, language)
    return [
        (tr("Tiếp nhận"), number_words(day.received)),
        (tr("Giải quyết"), f"{number_words(day.settled)} · {share}"),
        (tr("Trả kết quả"), number_words(day.returned)),
        (tr("Còn mở"), number_words(look.open)),
        (tr("Trong két đầu ngày"), money.format(n=number_words(cash.before))),
        (tr("Tiền mặt thu"), money.format(n=number_words(cash.taken))),
        (tr("Hoàn tiền mặt"), money.format(n=number_words(cash.given_back))),
        (tr("Chuyển khoản"), money.format(n=number_words(cash.transfer))),
        (
            tr("Đã bàn giao"),
            money.format(n=number_words(sum(each.amount for each in cash.handed))),
        ),
        (tr("Còn trong két"), money.format(n=number_words(cash.held))),
    ]
