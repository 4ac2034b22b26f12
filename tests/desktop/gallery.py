"""A reception and a queue made of the kit with made-up facts, for pictures and checks."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.screen import Page, Screen
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.appointment import AppointmentPanel
from onestop_desktop.desktop.widgets.buttons import PRIMARY, KeyButton, Segment
from onestop_desktop.desktop.widgets.chips import Chips
from onestop_desktop.desktop.widgets.fields import Field, SectionHead
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, column, row
from onestop_desktop.desktop.widgets.notices import RefusalStrip
from onestop_desktop.desktop.widgets.papers_table import PapersTable
from onestop_desktop.desktop.widgets.preview import Preview
from onestop_desktop.desktop.widgets.procedure_box import ProcedureBox
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import ElidedWords, Words
from tests.desktop.gallery_facts import (
    CHIPS,
    COLUMNS,
    PAPERS,
    PROMISE,
    queue_rows,
    search,
    sheet,
)


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
        channel = Segment(
            "Cách nộp",
            (("counter", "Tại quầy"), ("post", "Bưu chính"), ("online", "Trực tuyến")),
        )
        submitter = Segment("Người nộp", (("self", "Tự nộp"), ("proxy", "Nộp thay")))
        head = PageHead("Tiếp nhận hồ sơ", right=(channel, submitter))
        whole.addLayout(row(tokens.PAGE_MARGIN, column(head), tokens.PAGE_MARGIN, gap=0))
        whole.addLayout(row(self._left(), self._right(), tokens.PAGE_MARGIN), 1)

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

    def _section_heads(self) -> list[SectionHead]:
        heads = [
            SectionHead("1", "Người nộp", "Ctrl+1"),
            SectionHead("2", "Thủ tục", "Ctrl+2", "gõ chữ đầu, từ bất kỳ không dấu, hoặc mã"),
            SectionHead("3", "Giấy tờ", "Ctrl+3", "số: nhập bản · Tab: sang cột · +: điền đủ"),
            SectionHead("4", "Lệ phí", "Ctrl+4"),
        ]
        heads[2].show_verdict("open", "1/2 giấy tờ", "soon")
        return heads

    def _procedure_line(self) -> QWidget:
        label = Words("Thủ tục", "label", "text2")
        label.setFixedHeight(18)
        line = QWidget()
        fields = QHBoxLayout(line)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(tokens.FIELD_GAP)
        fields.addLayout(column(label, self.procedure), 1)
        fields.addWidget(self.agency)
        self.procedure.popup_across = line
        return line

    def _left(self) -> QWidget:
        self.heads = self._section_heads()
        self.met = met = ElidedWords("Đã gặp: 4 hồ sơ, gần nhất 02/06/2021 (khai sinh, đã trả).")
        self.term = term = ElidedWords("Thời hạn: trong ngày, nhận sau 15:00 thì làm việc kế tiếp")
        for each in (met, term):
            each.setFixedHeight(24)
        body = column(
            self.heads[0],
            4,
            self._stretching(self.identity, self.name, self.born, self.sex, self.phone),
            8,
            self._stretching(self.address, self.email),
            met,
            9,
            self.heads[1],
            self._procedure_line(),
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
        holder = QWidget()
        holder.setLayout(column(row(tokens.PAGE_MARGIN, body, gap=0), footer))
        return holder

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

    def _right(self) -> QWidget:
        holder = QFrame()
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
        return holder

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
