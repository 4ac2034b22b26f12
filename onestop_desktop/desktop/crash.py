"""What an officer sees of an error of ours: what was kept, a number to say, a report without names."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.action_button import bind_key
from onestop_desktop.desktop.widgets.buttons import PRIMARY, KeyButton
from onestop_desktop.desktop.widgets.layouts import row
from onestop_desktop.desktop.widgets.words import Paragraph, Words
from onestop_desktop.incidents import Incident

_WIDTH, _MARGIN = 520, 20


class CrashDialog(QDialog):
    """Says it, gives the report, lets work go on."""

    def __init__(self, incident: Incident, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.incident = incident
        self.setWindowTitle(tr("Lỗi của chương trình"))
        self.setFixedWidth(_WIDTH)
        copy, go_on = (
            KeyButton(tr("Chép báo cáo"), "Alt+C"),
            KeyButton(tr("Làm tiếp"), "Enter", PRIMARY),
        )
        bind_key(copy, "Alt+C")
        copy.clicked.connect(self._copy)
        go_on.clicked.connect(self.accept)
        says = tr(
            "Việc vừa làm có thể chưa được ghi: mở lại hồ sơ để xem. "
            "Những gì đã báo xong vẫn còn trong sổ, chữ đang gõ vẫn còn trên màn hình."
        )
        asks = tr("Gọi người hỗ trợ và đọc mã này; báo cáo không có tên ai.")
        number = Words(incident.reference, "title", "accent")
        number.setAccessibleName(incident.reference)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        whole.setSpacing(10)
        whole.addWidget(Words(tr("Lỗi của chương trình"), "title"))
        whole.addWidget(Paragraph(says))
        whole.addWidget(number)
        whole.addWidget(Paragraph(asks))
        whole.addLayout(row(copy, None, go_on))
        go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.incident.report)
