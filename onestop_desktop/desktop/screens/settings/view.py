"""The settings as they look: what the desk is, what this PC is; it decides nothing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY, KeyButton
from onestop_desktop.desktop.widgets.choice import Choice
from onestop_desktop.desktop.widgets.fields import Field, SectionHead
from onestop_desktop.desktop.widgets.layouts import (
    Footer,
    PageHead,
    SideBySide,
    column,
    row,
    wide_first,
)
from onestop_desktop.desktop.widgets.notices import RefusalStrip
from onestop_desktop.settings import COVER_MINUTES

PAGES = (
    ("accounts", later("Tài khoản…"), "Shift+F6"),
    ("backups", later("Sao lưu…"), "Shift+F5"),
    ("checks", later("Kiểm tra sổ…"), "Shift+F7"),
)
"""Pages of who keeps the desk: each with the key that opens it everywhere."""


class SettingsView(Page):
    """`saved()`, `changed()` by a person, `delegate_wanted()`, `page_wanted(screen)`, `demo_wanted()`.

    Lines of a name on paper are parted by " / ".
    """

    delegate_wanted = Signal()
    page_wanted = Signal(str)
    demo_wanted = Signal()
    saved = Signal()
    changed = Signal()
    shown_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.agency: dict[str, Field] = {
            "parent": Field(tr("Cơ quan chủ quản, góc trái trên giấy")),
            "unit": Field(tr("Tên đơn vị in đậm dưới cơ quan chủ quản")),
            "desk_name": Field(tr("Tên đầy đủ của bộ phận một cửa")),
            "short_name": Field(tr("Tên gọi tắt")),
            "identifier": Field(tr("Mã định danh cơ quan")),
            "place": Field(tr("Địa danh ghi trước ngày tháng"), width=196),
            "number_suffix": Field(tr("Ký hiệu sau số phiếu"), width=148),
            "register_volume": Field(tr("Quyển sổ"), width=80),
            "address": Field(tr("Địa chỉ")),
            "phone": Field(tr("Điện thoại"), width=160),
            "collect_by": Field(tr("Giờ hẹn trong ngày"), width=124),
            "lookup_address": Field(tr("Địa chỉ tra cứu trên mạng (nếu có)")),
        }
        self.lookup_procedures = Choice(tr("Tên thủ tục khi tra cứu"), 176)
        self.officer = Field(tr("Cán bộ ở máy này"))
        self.counter = Field(tr("Tên quầy"), width=160)
        self.ticket_kinds = Field(tr("Loại số gọi ở đây (A, B…; trống: tất cả)"), width=280)
        self.lookup_to = Field(tr("Thư mục đặt bản tra cứu (nếu có)"))
        self.scanner = Field(tr("Cổng máy quét nối tiếp (nếu có)"))
        self.printer = Choice(tr("Máy in"), 320)
        self.paper = Choice(tr("Khổ giấy"), 320)
        self.scheme = Choice(tr("Màu màn hình"), 160)
        self.sounds = Choice(tr("Âm thanh khi quét"), 124)
        self.cover_after = Choice(tr("Khóa màn hình sau"), 132)
        self.refusal = RefusalStrip()
        self.other_demo = KeyButton("")
        # Something typed or chosen that is not saved yet: it must not be shown over.
        self.touched = False
        hint = tr("in trên giấy; dấu / là xuống dòng")
        self._heads = (
            SectionHead("1", tr("Cơ quan"), "Ctrl+1", hint),
            SectionHead("2", tr("Máy này"), "Ctrl+2"),
            SectionHead("3", tr("In và quét"), "Ctrl+3"),
        )
        self._offer()
        self._lay_out()
        self._connect()

    def _offer(self) -> None:
        self.paper.offer(
            (
                ("A4L", tr("A4 ngang, hai liên cạnh nhau")),
                ("A5", tr("A5 dọc, mỗi liên một tờ")),
                ("A4", tr("A4 dọc, mỗi liên một tờ")),
                ("K80", tr("Cuộn 80 mm, mỗi liên một đoạn")),
            )
        )
        self.scheme.offer((("system", tr("Theo máy")), ("light", tr("Sáng")), ("dark", tr("Tối"))))
        self.lookup_procedures.offer((("", tr("Không cho xem")), ("yes", tr("Cho xem"))))
        self.sounds.offer((("on", tr("Bật")), ("off", tr("Tắt"))))
        minutes = tr("{n} phút")
        self.cover_after.offer([(str(n), minutes.format(n=n)) for n in COVER_MINUTES])

    def _agency_column(self) -> QVBoxLayout:
        a = self.agency
        return column(
            self._heads[0],
            4,
            halves(a["parent"], a["unit"]),
            6,
            a["desk_name"],
            6,
            halves(a["short_name"], a["identifier"]),
            6,
            row(a["place"], a["number_suffix"], a["register_volume"], a["collect_by"], None),
            6,
            wide_first(a["address"], a["phone"]),
            6,
            wide_first(a["lookup_address"], self.lookup_procedures),
            None,
        )

    def _station_column(self) -> QVBoxLayout:
        return column(
            self._heads[1],
            4,
            self.officer,
            6,
            row(self.counter, self.ticket_kinds, None),
            12,
            self._heads[2],
            4,
            row(self.printer, None),
            6,
            row(self.paper, None),
            6,
            self.scanner,
            6,
            self.lookup_to,
            6,
            row(self.sounds, self.scheme, self.cover_after, None),
            None,
        )

    def _connect(self) -> None:
        for part in self._parts().values():
            changed = part.edited if isinstance(part, Field) else part.chosen
            changed.connect(self._touch)
        targets = (self.agency["parent"].edit, self.officer.edit, self.printer.box)
        for head, target in zip(self._heads, targets, strict=True):
            head.asked.connect(target.setFocus)

    def _touch(self, _what: str) -> None:
        self.touched = True
        self.changed.emit()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(48)
        columns.addLayout(self._agency_column(), 5)
        columns.addLayout(self._station_column(), 4)
        body = column(PageHead(tr("Thiết lập")))
        body.addWidget(SideBySide(columns), 1)
        body.addWidget(self.refusal)
        body.addSpacing(8)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 0)
        save = action_button("save", PRIMARY)
        save.clicked.connect(self.saved)
        self.refusal.to_fault.connect(self.to_fault)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        delegate = action_button("delegate")
        delegate.clicked.connect(self.delegate_wanted)
        pages = []
        for name, words, key in PAGES:
            button = KeyButton(tr(words), key)
            button.clicked.connect(lambda _on=False, page=name: self.page_wanted.emit(page))
            pages.append(button)
        self.other_demo.hide()
        self.other_demo.clicked.connect(self.demo_wanted)
        whole.addWidget(Footer((delegate, *pages, self.other_demo), (save,)))

    def _parts(self) -> dict[str, Field | Choice]:
        return {
            **self.agency,
            "officer": self.officer,
            "counter": self.counter,
            "ticket_kinds": self.ticket_kinds,
            "lookup_procedures": self.lookup_procedures,
            "scanner": self.scanner,
            "lookup_to": self.lookup_to,
            "printer": self.printer,
            "paper": self.paper,
            "scheme": self.scheme,
            "sounds": self.sounds,
            "cover_after": self.cover_after,
        }

    def unsaved(self) -> dict[str, str]:
        """Everything on the page, where something is not saved yet."""
        if not self.touched:
            return {}
        return {
            name: part.text() if isinstance(part, Field) else part.value()
            for name, part in self._parts().items()
        }

    def take_up(self, unsaved: Mapping[str, str]) -> None:
        """Show again what was not saved."""
        for name, part in self._parts().items():
            (part.set_text if isinstance(part, Field) else part.choose)(unsaved.get(name, ""))
        self.touched = True

    def texts(self) -> dict[str, str]:
        """The agency's texts as typed."""
        texts = {name: field.text() for name, field in self.agency.items()}
        return {**texts, "lookup_procedures": self.lookup_procedures.value()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show the agency's texts."""
        for name, field in self.agency.items():
            field.set_text(texts.get(name, ""))
            field.clear_fault()
        self.lookup_procedures.choose(texts.get("lookup_procedures", ""))
        self.refusal.hide()

    def offer_demo(self, words: str) -> None:
        """Offer to change to another demo desk."""
        self.other_demo.set_label(words)
        self.other_demo.show()

    def show_printers(self, printers: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the printers of this PC."""
        self.printer.offer(printers)
        self.printer.choose(chosen)

    def show_fault(self, field: str, sentence: str) -> None:
        """Mark the field at fault; nothing was changed."""
        if field in self.agency:
            self.agency[field].show_error(sentence)
            self.agency[field].edit.setFocus()
        self.refusal.show_refusal(tr("Chưa lưu."), sentence, to_fault=field in self.agency)

    def to_fault(self) -> None:
        """Put the focus on the field at fault."""
        for field in self.agency.values():
            if field.fault() == "error":
                field.edit.setFocus()
                return

    def entered(self) -> None:
        self.shown_again.emit()
        self.agency["parent"].edit.setFocus()


def halves(left: Field, right: Field) -> QHBoxLayout:
    """Two fields of equal width."""
    made = row(left, right)
    made.setStretch(0, 1)
    made.setStretch(1, 1)
    return made
