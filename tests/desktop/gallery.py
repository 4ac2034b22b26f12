"""A reception and a queue made of the kit with made-up facts, for pictures and checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.screen import Page, Screen
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.appointment import AppointmentPanel, Promise
from onestop_desktop.desktop.widgets.buttons import PRIMARY, KeyButton, Segment
from onestop_desktop.desktop.widgets.chips import Chip, Chips
from onestop_desktop.desktop.widgets.fields import Field, SectionHead
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, column, row
from onestop_desktop.desktop.widgets.notices import RefusalStrip
from onestop_desktop.desktop.widgets.papers import PaperRow
from onestop_desktop.desktop.widgets.papers_table import PapersTable
from onestop_desktop.desktop.widgets.preview import Preview
from onestop_desktop.desktop.widgets.procedure_box import ProcedureBox
from onestop_desktop.desktop.widgets.procedure_popup import ProcedureRow
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import ElidedWords, Words
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


class Reception(Page):
    """A page as the first picture shows it."""

    def __init__(self) -> None:
        super().__init__()
        self._fields()
        self.procedure = ProcedureBox(search)
        self.papers = PapersTable()
        self.papers.show_papers(PAPERS)
        self.refusal = RefusalStrip()
        self.appointment = AppointmentPanel()
        self.appointment.show_promise(PROMISE)
        self.preview = Preview()
        self.preview.show_pages([sheet(), sheet()])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(self._left(), 1)
        below.addSpacing(tokens.PAGE_MARGIN)
        below.addLayout(self._right())
        below.addSpacing(tokens.PAGE_MARGIN)
        channel = Segment(
            "Cách nộp",
            (("counter", "Tại quầy"), ("post", "Bưu chính"), ("online", "Trực tuyến")),
        )
        submitter = Segment("Người nộp", (("self", "Tự nộp"), ("proxy", "Nộp thay")))
        head = PageHead("Tiếp nhận hồ sơ", right=(channel, submitter))
        whole.addLayout(row(tokens.PAGE_MARGIN, column(head), tokens.PAGE_MARGIN, gap=0))
        whole.addLayout(below, 1)

    def _fields(self) -> None:
        self.identity = Field("Số định danh", width=144)
        self.name = Field("Họ và tên")
        self.born = Field("Ngày sinh", width=104)
        self.sex = Field("Giới tính", width=64)
        self.phone = Field("Điện thoại", width=120)
        self.address = Field("Nơi thường trú")
        self.email = Field("Email (nếu có)", width=176)
        self.agency = Field("Cơ quan giải quyết", width=152, read_only=True)
        self.agency.set_text("UBND xã Đoàn Kết")

    def read_card(self) -> None:
        self.identity.set_from_card("030185004417")
        self.name.set_from_card("Nguyễn Thị Đường")
        self.born.set_from_card("02/03/1985")
        self.sex.set_from_card("Nữ")
        self.phone.set_text("0912 345 678")
        self.address.set_from_card("Thôn Bùi Xá, xã Đoàn Kết, huyện Thanh Miện, tỉnh Hải Dương")
        self.heads[0].show_pill(
            "card", "card", "Đọc từ thẻ căn cước 09:41 · 7 trường · khớp khuôn dạng"
        )

    def _left(self) -> QVBoxLayout:
        self.heads = [
            SectionHead("1", "Người nộp", "Ctrl+1"),
            SectionHead("2", "Thủ tục", "Ctrl+2", "gõ chữ đầu, từ bất kỳ không dấu, hoặc mã"),
            SectionHead("3", "Giấy tờ", "Ctrl+3", "số: nhập bản · Tab: sang cột · +: điền đủ"),
            SectionHead("4", "Lệ phí", "Ctrl+4"),
        ]
        self.met = met = ElidedWords("Đã gặp: 4 hồ sơ, gần nhất 02/06/2021 (khai sinh, đã trả).")
        self.term = term = ElidedWords("Thời hạn: trong ngày, nhận sau 15:00 thì làm việc kế tiếp")
        label = Words("Thủ tục", "label", "text2")
        label.setFixedHeight(18)
        line = QWidget()
        fields = QHBoxLayout(line)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(tokens.FIELD_GAP)
        fields.addLayout(column(label, self.procedure), 1)
        fields.addWidget(self.agency)
        self.procedure.popup_across = line
        for each in (met, term):
            each.setFixedHeight(24)
        self.heads[2].show_verdict("open", "1/2 giấy tờ", "soon")
        body = column(
            self.heads[0],
            4,
            self._stretching(self.identity, self.name, self.born, self.sex, self.phone),
            8,
            self._stretching(self.address, self.email),
            met,
            9,
            self.heads[1],
            line,
            term,
            9,
            self.heads[2],
            self.papers,
            12,
            self.heads[3],
            self._fees(),
            12,
            None,
            self.refusal,
            12,
        )
        footer = Footer(
            (
                action_button("park"),
                KeyButton("Yêu cầu bổ sung", "Ctrl+B"),
                KeyButton("Từ chối", "Ctrl+T"),
            ),
            (action_button("receive", PRIMARY),),
            flush=True,
        )
        return column(row(tokens.PAGE_MARGIN, body, gap=0), footer)

    @staticmethod
    def _stretching(*fields: Field) -> QHBoxLayout:
        made = row(*fields)
        made.setStretch(1 if len(fields) > 2 else 0, 1)
        return made

    def _fees(self) -> QHBoxLayout:
        fee = column(Words("24.000 đ", "title"), Words("(2 × 2.000) × 3 bản", "body", "text2"))
        return row(
            Field("Trang bản chính", width=96),
            Field("Số bản sao", width=80),
            Field("Miễn, giảm", width=112),
            fee,
            None,
            Field("Nhận kết quả", width=120),
            Field("Số bộ", width=56),
        )

    def _right(self) -> QVBoxLayout:
        holder = QFrame()
        holder.setFixedWidth(tokens.RIGHT_COLUMN)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 12)
        inner.setSpacing(0)
        inner.addWidget(self.appointment)
        title = SectionHead("", "Xem trước phiếu")
        title.show_verdict("none", "A5 · 2 liên · HP LaserJet quầy 1", "text2")
        inner.addSpacing(10)
        inner.addWidget(title)
        inner.addSpacing(2)
        inner.addWidget(self.preview, 1)
        return column(holder)

    def refuse(self) -> None:
        self.identity.show_error("Số định danh có 13 chữ số, cần đúng 12.")
        self.phone.show_warning("Đầu số lạ, vẫn nhận được.")
        self.identity.edit.setFocus()
        self.met.hide()
        self.term.hide()
        self.refusal.show_refusal(
            "Chưa tiếp nhận.",
            "1 ô cần sửa. Chưa ghi gì vào sổ, mọi ô đã gõ vẫn còn nguyên.",
        )

    def entered(self) -> None:
        self.identity.edit.setFocus()


CHIPS = (
    Chip("all", "none", "Tất cả"),
    Chip("late", "late", "Quá hạn", "late"),
    Chip("soon", "soon", "Trong giờ tới", "soon"),
    Chip("later", "open", "Ngày khác"),
    Chip("paused", "pause", "Tạm dừng", "pause"),
    Chip("ready", "check", "Chờ trả", "ready"),
)
COLUMNS = (
    Column("Thời gian còn lại", 172),
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


class Queue(Page):
    """A page as the second picture shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.chips = Chips("Lọc", CHIPS)
        self.chips.show_counts({"all": 14, "late": 1, "soon": 4, "later": 3, "ready": 4})
        self.table = RowsTable("Hồ sơ trong ngày", COLUMNS)
        self.table.show_rows(queue_rows())
        acts = (action_button("open"), action_button("reprint"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        body = column(
            PageHead("Hồ sơ trong ngày", "đang mở, sắp theo thời gian còn lại"),
            self.chips,
            8,
            self.table,
        )
        margin = tokens.PAGE_MARGIN
        body.setContentsMargins(margin, 0, margin, 0)
        whole.addLayout(body, 1)
        whole.addWidget(Footer((Words("Nguyễn Thị Đường", "strong"),), acts))

    def entered(self) -> None:
        self.table.setFocus()


SCREENS = (
    Screen("reception", "Tiếp nhận", "F2", "receive", lambda _desk: Reception()),
    Screen("queue", "Hồ sơ trong ngày", "F3", "queue", lambda _desk: Queue()),
    Screen("search", "Tra cứu", "F4", "search", lambda _desk: Page()),
    Screen("hand_over", "Bàn giao", "F5", "hand_over", lambda _desk: Page()),
    Screen("settle", "Xử lý", "F6", "settle", lambda _desk: Page()),
    Screen("approve", "Lãnh đạo duyệt", "F7", "approve", lambda _desk: Page()),
    Screen("return", "Trả kết quả", "F8", "return", lambda _desk: Page()),
    Screen("board", "Bảng theo dõi", "F9", "board", lambda _desk: Page()),
    Screen("calendar", "Lịch làm việc", "Shift+F3", "calendar", lambda _desk: Page()),
    Screen("procedures", "Thủ tục", "Shift+F2", "procedures", lambda _desk: Page()),
    Screen("settings", "Thiết lập", "Shift+F9", "settings", lambda _desk: Page()),
    Screen("dossier", "Hồ sơ", "", "settle", lambda _desk: Page(), in_rail=False),
)
