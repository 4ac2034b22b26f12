"""Made-up facts for the gallery's pages: persons, procedures, papers, rows, a sheet of paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from PySide6.QtGui import QColor, QFont, QImage, QPainter

from onestop_desktop.desktop.widgets.appointment import Promise
from onestop_desktop.desktop.widgets.chips import Chip
from onestop_desktop.desktop.widgets.papers import PaperRow
from onestop_desktop.desktop.widgets.procedure_popup import ProcedureRow
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.domain.ruler import RulerFacts, draw_ruler

ICT = timezone(timedelta(hours=7))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2021, 7, day, hour, minute, tzinfo=ICT)


@dataclass(frozen=True)
class Facts:
    """The top bar's words."""

    agency: str = "UBND xã Đoàn Kết"
    counter: str = "Quầy 1"
    officer: str = "Vũ Thị Hường"
    role: str = "Cán bộ tiếp nhận"
    clock_made_up: bool = False

    def now(self) -> datetime:
        return at(15, 9, 42)


PROCEDURES = (
    ProcedureRow(
        "2.000815",
        "2.000815",
        "Chứng thực bản sao từ bản chính giấy tờ, văn bản",
        "trong ngày",
        "khớp chữ đầu",
        (0, 6, 11, 15),
    ),
    ProcedureRow("2.000884", "2.000884", "Chứng thực chữ ký, điểm chỉ", "trong ngày", "hay dùng"),
    ProcedureRow("2.000908", "2.000908", "Cấp bản sao từ sổ gốc", "trong ngày", "hay dùng"),
)


def search(text: str) -> Sequence[ProcedureRow]:
    return PROCEDURES if text.startswith("c") else ()


RULER = draw_ruler(
    RulerFacts(
        received_at=at(15, 9, 42),
        due_at=at(15, 17),
        now=at(15, 9, 42),
        counting=((at(15, 7, 30), at(15, 11, 30)), (at(15, 13, 30), at(15, 17))),
        cut_off=at(15, 15),
    )
)
PROMISE = Promise(
    "17:00",
    "hôm nay",
    "Thứ Năm 15/07/2021",
    "Nhận 09:42, không sau 15:00: trả trong ngày, chậm nhất lúc hết giờ làm việc 17:00 "
    "(NĐ 23/2015, Đ. 7).",
    "còn 5 giờ 18 phút làm việc",
    RULER,
)
PAPERS = (
    PaperRow("a", "Bằng tốt nghiệp THPT", "2 trang", (1, 0, 3), (1, 0, 3)),
    PaperRow("b", "Học bạ THPT", "2 trang", (1, 0, 3), (1, 0, 0)),
    PaperRow("c", "Căn cước công dân", "xuất trình", settled=Cell("Đã đọc từ thẻ", "card", "card")),
)


def sheet(width: int = 600) -> QImage:
    """A made-up A5 page."""
    page = QImage(width, round(width * 1.414), QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    with QPainter(page) as painter:
        font = QFont("Liberation Serif")
        font.setPixelSize(width // 26)
        painter.setFont(font)
        for line in range(24):
            painter.drawText(width // 12, (line + 3) * width // 20, "Tiếp nhận hồ sơ của: Bà Đường")
    return page


CHIPS = (
    Chip("all", "none", "Tất cả"),
    Chip("late", "late", "Quá hạn", "late"),
    Chip("soon", "soon", "Trong giờ tới", "soon"),
    Chip("later", "open", "Ngày khác"),
    Chip("paused", "pause", "Tạm dừng", "pause"),
    Chip("ready", "check", "Chờ trả", "ready"),
)
COLUMNS = (
    Column("Thời gian còn lại", 184),
    Column("Hạn", 116),
    Column("Mã hồ sơ", 108),
    Column("Chủ hồ sơ", 164),
    Column("Thủ tục", stretch=True),
    Column("Trạng thái", 136),
    Column("Nhận", 96, right=True),
)
LEFT_OVER = (
    Cell("Quá 6 giờ 42", "late", "late", True),
    Cell("Còn 48 phút", "soon", "soon", True),
    Cell("Còn 2 ngày", "open", "text", True),
    Cell("Tạm dừng · còn 2 ngày", "pause", "pause", True),
    Cell("Xong đúng hạn", "check", "ready", True),
)


def queue_rows() -> list[Row]:
    names = ("Lương Ỷ Vỹ", "H’Nưr Êban", "Nguyễn Thị Đường", "Bùi Thị Nguyệt Uyển", "Đỗ Quyền")
    return [
        Row(
            f"210715-{number:04}",
            (
                LEFT_OVER[number % 5],
                Cell("17:00 hôm nay", tone="text2"),
                Cell(f"210715-{number:04}"),
                Cell(names[number % 5], strong=True),
                Cell("Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan cấp"),
                Cell("Đang xử lý", "half"),
                Cell(f"0{8 + number % 2}:{number:02}", tone="text2"),
            ),
        )
        for number in range(1, 15)
    ]
