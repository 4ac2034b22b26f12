"""The four sections of the reception: applicant, procedure, papers, fee; widgets only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.buttons import Segment
from onestop_desktop.desktop.widgets.choice import Choice
from onestop_desktop.desktop.widgets.fields import ERROR, Field, SectionHead, restyle
from onestop_desktop.desktop.widgets.layouts import column, row
from onestop_desktop.desktop.widgets.papers_table import PapersTable, WholeRows
from onestop_desktop.desktop.widgets.procedure_box import ProcedureBox, Search
from onestop_desktop.desktop.widgets.words import ElidedWords, FieldLabel, MarkedWords, Words


class ApplicantSection:
    """Who hands in, and for whom."""

    def __init__(self) -> None:
        self.head = SectionHead("1", tr("Người nộp"), "Ctrl+1")
        self.identity = Field(tr("Số định danh"), width=144)
        self.name = Field(tr("Họ và tên"))
        self.born = Field(tr("Ngày sinh"), width=104)
        self.sex = Field(tr("Giới tính"), width=76)
        self.phone = Field(tr("Điện thoại"), width=120)
        self.address = Field(tr("Nơi thường trú"))
        self.email = Field(tr("Email (nếu có)"), width=176)
        self.proxy_name = Field(tr("Người nộp thay"))
        self.proxy_identity = Field(tr("Số định danh người nộp thay"), width=176)
        self.proxy_phone = Field(tr("Điện thoại"), width=120)
        self.authorisation = Field(tr("Giấy ủy quyền"), width=176)
        self._short = ""
        self.met = ElidedWords("")
        self.met.setFixedHeight(24)
        self.proxy = QWidget()
        line = stretching(
            0, self.proxy_name, self.proxy_identity, self.proxy_phone, self.authorisation
        )
        line.setContentsMargins(0, 8, 0, 0)
        self.proxy.setLayout(line)
        self.proxy.hide()

    def show_kind(self, kind: str) -> None:
        """Ask for what a person has, or what an organisation has."""
        person = kind != "organisation"
        self.name.set_label(tr("Họ và tên") if person else tr("Tên tổ chức"))
        self.identity.set_label(tr("Số định danh") if person else tr("Mã số tổ chức"))
        self.address.set_label(tr("Nơi thường trú") if person else tr("Trụ sở"))
        for field in (self.born, self.sex):
            field.setVisible(person)

    def show_met(self, words: str, short: str) -> None:
        """What is known of the citizen; `short` where there is no room for a line."""
        self.met.set_whole(words)
        self._short = short
        self.show_line(not self.met.isHidden())

    def show_line(self, shown: bool) -> None:
        """Show the grey line, or its gist in the section's head and the whole in a tooltip."""
        self.met.setVisible(shown)
        self.head.setToolTip("" if shown else self.met.whole())
        self.head.show_verdict("none", "" if shown else self._short, "text2")

    def layout(self) -> QVBoxLayout:
        """The section laid out."""
        return column(
            self.head,
            4,
            stretching(1, self.identity, self.name, self.born, self.sex, self.phone),
            8,
            stretching(0, self.address, self.email),
            self.proxy,
            self.met,
        )


class ProcedureSection:
    """What is asked for."""

    def __init__(self, search: Search) -> None:
        hint = tr("gõ chữ đầu, từ bất kỳ không dấu, hoặc mã")
        self.head = SectionHead("2", tr("Thủ tục"), "Ctrl+2", hint)
        self.box = ProcedureBox(search)
        self.case = Choice(tr("Trường hợp"), 220)
        self.case.hide()
        self.agency = Field(tr("Cơ quan giải quyết"), width=168, read_only=True)
        self.term = ElidedWords("")
        self.term.setFixedHeight(24)
        self.message = MarkedWords("none", "", "late")
        self.message.setFixedHeight(24)
        self.message.hide()

    def show_fault(self, sentence: str) -> None:
        """Mark the procedure as the fault, with its sentence below; "" clears the mark."""
        if sentence == self.message.text():
            return
        self.box.setProperty("fault", ERROR if sentence else "")
        restyle(self.box)
        self.message.show_words("late" if sentence else "none", sentence, "late")
        self.message.setToolTip(sentence)
        self.message.setVisible(bool(sentence))
        self.box.setAccessibleDescription(sentence)

    def fault(self) -> str:
        """The sentence of the fault shown, or ""."""
        return self.message.text()

    def show_line(self, shown: bool) -> None:
        """Show the grey line, or leave it to the section's tooltip."""
        self.term.setVisible(shown and not self.fault())
        self.head.setToolTip("" if shown else self.term.whole())

    def layout(self) -> QVBoxLayout:
        """The section laid out; the popup reaches over the whole line."""
        label = FieldLabel(tr("Thủ tục"))
        line = QWidget()
        fields = QHBoxLayout(line)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(tokens.FIELD_GAP)
        fields.addLayout(column(label, self.box), 1)
        fields.addWidget(self.case)
        fields.addWidget(self.agency)
        self.box.popup_across = line
        return column(self.head, line, self.message, self.term)


class PapersSection:
    """What was handed in."""

    def __init__(self) -> None:
        hint = tr("số: nhập bản · +: điền đủ · Ctrl+B: bổ sung · Ctrl+T: từ chối")
        self.head = SectionHead("3", tr("Giấy tờ"), "Ctrl+3", hint)
        self.table = PapersTable()

    def layout(self) -> QVBoxLayout:
        """The section laid out; a long list scrolls inside itself."""
        made = column(self.head)
        made.addWidget(WholeRows(self.table), 1)
        return made


class FeeSection:
    """What it costs, where the result goes."""

    def __init__(self) -> None:
        self.head = SectionHead("4", tr("Lệ phí"), "Ctrl+4")
        self.titles = Field(tr("Tên bản chính (nếu cần)"), width=170)
        self.pages = Field(tr("Trang bản chính"), width=96)
        self.copies = Field(tr("Số bản sao"), width=80)
        self.exemption = Choice(tr("Miễn, giảm"), 132)
        self.return_by = Choice(tr("Nhận kết quả"), 120)
        self.return_by.offer(
            (
                ("counter", tr("Tại quầy")),
                ("post", tr("Bưu chính")),
                ("online", tr("Trực tuyến")),
            )
        )
        self.sets = Field(tr("Số bộ"), width=56)
        self.signer = Field(tr("Người ký chứng thực"), width=150)
        self.payment = Segment(
            tr("Thu phí"),
            (
                ("", tr("Chưa thu")),
                ("cash", tr("Tiền mặt")),
                ("transfer", tr("Chuyển khoản")),
            ),
        )
        self.amount = Words("–", "title")
        self.amount.setFixedHeight(28)
        self.how = ElidedWords("", "body", "text2")
        self.how.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_lane(self, book: str, *, certified: bool) -> None:
        """What a certification asks for; what its result never needs is out of the way."""
        for field in (self.pages, self.titles):
            field.setVisible(certified)
        self.copies.setVisible(certified and book != "deeds")
        self.signer.setVisible(bool(book))
        self.return_by.setVisible(not certified or book == "deeds")
        self.sets.setVisible(not certified)
        self.payment.choose("cash" if book else "")

    def has(self, field: Field) -> bool:
        """Whether a field is one of this section."""
        return field in (self.titles, self.pages, self.copies, self.sets, self.signer)

    def layout(self) -> QVBoxLayout:
        """The section laid out."""
        line = row(
            *(self.pages, self.copies, self.titles, self.signer, self.exemption, None),
            *(self.return_by, self.sets),
        )
        head = QHBoxLayout()
        head.setSpacing(tokens.FIELD_GAP)
        head.addWidget(self.head)
        head.addWidget(self.payment)
        head.addWidget(self.how, 1)
        head.addWidget(self.amount)
        return column(head, 4, line)


def stretching(wide: int, *fields: Field) -> QHBoxLayout:
    """Fields side by side, one of them taking the room that is left."""
    made = row(*fields)
    made.setStretch(wide, 1)
    return made
