"""Which column of a list is what, where the headings do not say it: chosen once, kept for the next list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.choice import Choice
from onestop_desktop.desktop.widgets.words import Paragraph
from onestop_desktop.domain.province_list import NEEDED, usual_heading

LABELS = {
    "official_code": later("Mã hồ sơ của tỉnh"),
    "procedure": later("Mã thủ tục"),
    "applicant": later("Chủ hồ sơ"),
    "received_at": later("Ngày tiếp nhận"),
    "due_at": later("Hạn trả"),
    "state": later("Trạng thái"),
    "identity": later("Số định danh"),
    "phone": later("Điện thoại"),
    "address": later("Địa chỉ"),
}
_ACROSS = 2


class MappingDialog(Asking):
    """Answers field to heading for what was chosen; the columns that are needed come first."""

    def __init__(self, headings: Sequence[str], parent: QWidget) -> None:
        super().__init__(tr("Cột nào là gì?"), tr("Đọc danh sách"), parent)
        self.setMinimumWidth(620)
        self.whole.addWidget(
            Paragraph(tr("Chọn một lần, lần sau chương trình nhớ. Bốn ô đầu phải có."), "body")
        )
        self.whole.addSpacing(8)
        self.choices: dict[str, Choice] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        offered = [("", tr("(không có)")), *((each, each) for each in headings)]
        for at, (field, label) in enumerate(LABELS.items()):
            choice = Choice(tr(label))
            choice.offer(offered)
            choice.choose(usual_heading(field, headings))
            self.choices[field] = choice
            grid.addWidget(choice, at // _ACROSS, at % _ACROSS)
        self.whole.addLayout(grid)
        self._refusal = Paragraph("", "strong", "late")
        self._refusal.hide()
        self.whole.addWidget(self._refusal)
        self.end()
        missing = [field for field in NEEDED if not self.choices[field].value()]
        self.choices[missing[0] if missing else NEEDED[0]].setFocus()

    def answer(self) -> dict[str, str]:
        """The headings chosen, by field."""
        return {field: each.value() for field, each in self.choices.items() if each.value()}

    def try_answer(self) -> None:
        """Go on where every column that is needed was chosen."""
        chosen = self.answer()
        missing = [field for field in NEEDED if field not in chosen]
        twice = [field for field, name in chosen.items() if list(chosen.values()).count(name) > 1]
        if missing:
            self._refuse(missing[0], tr("Chưa chọn cột: {name}"))
        elif twice:
            self._refuse(twice[-1], tr("Cột này đã chọn cho ô khác: {name}"))
        else:
            self.accept()

    def _refuse(self, field: str, words: str) -> None:
        self._refusal.setText(words.format(name=tr(LABELS[field])))
        self._refusal.show()
        self.choices[field].setFocus()
