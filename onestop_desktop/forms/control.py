"""Form 06 (05 in 2018), *Phiếu kiểm soát quá trình giải quyết hồ sơ*: who gave it to whom, when."""

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.domain.notices import ControlSlip, HandOver
from onestop_desktop.forms.panel import LEADING, Panel, Piece, gap, plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.tables import cell_parts, grid_row
from onestop_desktop.forms.wide import CELL, WidePaper
from onestop_desktop.forms.wording import hour_in_words, labelled, numbered

TITLE = "PHIẾU KIỂM SOÁT QUÁ TRÌNH\nGIẢI QUYẾT HỒ SƠ"
LEAST_BLOCKS = 4
_COLUMNS = (
    ("<b>Tên đơn vị</b>", 0.3),
    ("<b>Thời gian giao, nhận hồ sơ</b>", 0.31),
    ("<b>Kết quả giải quyết hồ sơ</b><br/>(trước hạn/đúng hạn/quá hạn)", 0.21),
    ("<b>Ghi chú</b>", 0.18),
)
_RESULTS = {"early": "trước hạn", "on_time": "đúng hạn", "late": "quá hạn", "": ""}
_DOTS = "………………………"
_NO_HOUR = "…… giờ …… phút, ngày ….. tháng ….. năm ……"
_NOTE = "Ghi chú: cột Kết quả giải quyết hồ sơ do bên nhận ghi khi nhận bàn giao."
_NOTE_LINES = 8
"""A longer note may be parted by a page's end after that many lines."""
_EMPTY = HandOver("", "", "", "", "", "", "", "")


@form("06")
def draw_control(slip: ControlSlip, *, size: str = "A4", reprint: int = 0) -> bytes:  # noqa: ARG001
    """A block for each hand-over, four at least; always on A4 landscape, whatever `size` says."""
    head = slip.head
    number = numbered(head.number, "PKS", head.agency["number_suffix"])
    paper = WidePaper(head.agency, head.on, number, TITLE, head.code, _COLUMNS, reprint)
    panel = paper.begin()
    _facts(slip, paper, panel)
    first, *others = _blocks(slip)
    columns = paper.widths()
    panel.add_together([paper.table_head(), *_block(first, columns)])
    for block in others:
        for piece in _block(block, columns):
            panel.add(piece)
    desk = f"{head.agency['desk_name']}. Điện thoại: {head.agency['phone']}."
    return paper.render(panel, (_NOTE, desk))


def _facts(slip: ControlSlip, paper: WidePaper, panel: Panel) -> None:
    """The lines above the table, short ones beside each other: four blocks fit below on a page."""
    space = "&nbsp;" * 6
    paper.line(
        panel,
        f"{labelled('Mã số hồ sơ', slip.head.code, strong=True)} {space} "
        f"{labelled('Cơ quan giải quyết hồ sơ', slip.deciding_agency)}",
    )
    paper.line(panel, labelled("Cơ quan phối hợp giải quyết hồ sơ", slip.coordinating_agency))
    paper.line(
        panel,
        f"{labelled('Ngày nhận hồ sơ', hour_in_words(slip.received_at))} {space} "
        f"{labelled('Hẹn trả kết quả', hour_in_words(slip.promised_at), strong=True)}",
    )
    panel.add(gap(4))


def _blocks(slip: ControlSlip) -> list[HandOver]:
    """The hand-overs, then empty blocks for the pen; the first giver is always the desk."""
    blocks = list(slip.blocks) or [
        HandOver(slip.head.agency["desk_name"], "", "", "", "", "", "", "")
    ]
    return blocks + [_EMPTY] * (LEAST_BLOCKS - len(blocks))


def _block(block: HandOver, columns: list[float]) -> list[Piece]:
    """Giver above receiver, result and note beside both; a long note goes on in rows below."""
    left, right = columns[:2], columns[2:]
    note, *rest = cell_parts(plain(block.note), right[1], CELL, _NOTE_LINES * CELL * LEADING)
    result = f'<para align="center">{_RESULTS[block.result]}</para>'
    gave = _side("Giao", 1, block.giver_unit, block.given_at, block.giver)
    took = _side("Nhận", 2, block.receiver_unit, block.received_at, block.receiver)
    giver, receiver = grid_row(left, gave, CELL), grid_row(left, took, CELL)
    height = giver.height + receiver.height
    beside = grid_row(right, (result, note), CELL, at_least=height, middle=True)
    receiver = grid_row(left, took, CELL, at_least=beside.height - giver.height)

    def draw(canvas: Canvas, x: float, y: float) -> None:
        giver.draw(canvas, x, y)
        receiver.draw(canvas, x, y - giver.height)
        beside.draw(canvas, x + sum(left), y)

    further = [grid_row(columns, ("", "", "", part), CELL) for part in rest]
    return [Piece(beside.height, draw), *further]


def _side(act: str, at: int, unit: str, when: str, person: str) -> tuple[str, str]:
    """The two cells of the one who gives or of the one who receives."""
    hour = hour_in_words(when) if when else _NO_HOUR
    return (
        f"{at}. {act}: {plain(unit) or _DOTS}",
        f"{hour}<br/>Người {act.lower()}: {plain(person) or _DOTS}",
    )
