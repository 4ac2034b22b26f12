"""From what the bridge knows to lines of the page; words only, no widget."""

from collections.abc import Iterable

from onestop_desktop.application.import_province import ProvinceImported
from onestop_desktop.application.read_bridge import BridgeView, NotEntered
from onestop_desktop.application.time_words import seen_words, time_left_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import short_code, urgency_cell
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.errors import DeskError
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.province_facts import Behind, state_words


def waiting_line(each: NotEntered, desk: Desk) -> Row:
    """A reception not entered: what is left of its eight hours, who, what."""
    row, words = each.row, time_left_words(each.left, spoken())
    cells = (
        urgency_cell(each.left, words),
        Cell(short_code(row.code, desk)),
        Cell(row.applicant, strong=True),
        Cell(row.procedure_name),
        Cell(seen_words(read_moment(row.received_at), desk.now()), tone="text2"),
    )
    return Row(row.code, cells, f"{row.applicant}, {row.procedure_name}, {words}")


def behind_line(each: Behind, desk: Desk) -> Row:
    """A dossier done here and open there."""
    late = each.late_there
    state = state_words(each.state_there, late=late)
    cells = (
        Cell(each.official_code, strong=True),
        Cell(state, "late" if late else "open", "late" if late else "text"),
        Cell(_moment(each.due_there), tone="text2"),
        Cell(_moment(each.settled_at), "check", "ready"),
        Cell(short_code(each.code, desk)),
    )
    return Row(each.code, cells, f"{each.official_code}, {state}")


def refused_lines(refused: Iterable[tuple[int, DeskError]], desk: Desk) -> list[Row]:
    """Each row of the list that was not taken, and why."""
    lines = []
    for number, refusal in refused:
        words = desk.sentence(refusal)
        lines.append(Row(str(number), (Cell(str(number)), Cell(words)), f"{number}: {words}"))
    return lines


def list_words(seen: BridgeView) -> str:
    """Which list was taken in last."""
    if seen.taken is None:
        return tr("chưa nhận danh sách nào của tỉnh")
    at = read_moment(seen.taken.at)
    return tr("danh sách nhận lần cuối {at}").format(at=f"{at:%H:%M %d/%m/%Y}")


def looked_lines(looked: ProvinceImported) -> tuple[str, ...]:
    """What taking a list in would do."""
    counts = (
        (looked.received, tr("{n} hồ sơ mới sẽ được tiếp nhận")),
        (looked.updated, tr("{n} hồ sơ đổi hạn bên tỉnh")),
        (looked.same, tr("{n} hồ sơ như cũ")),
        (len(looked.behind), tr("{n} hồ sơ xong ở đây mà tỉnh ghi chưa xong")),
        (len(looked.refused), tr("{n} dòng không nhận, xem lý do ở danh sách")),
    )
    lines = tuple(words.format(n=count) for count, words in counts if count)
    return lines or (tr("Danh sách không có dòng nào."),)


def _moment(text: str) -> str:
    return f"{read_moment(text):%H:%M %d/%m/%Y}" if text else ""
