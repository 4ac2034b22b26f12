"""Where Tab goes on the reception: through its sections, its acts, its choices, and round again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from onestop_desktop.desktop.widgets.buttons import Segment

if TYPE_CHECKING:
    from onestop_desktop.desktop.screens.reception.view import ReceptionView

_IN_SECTION_1 = 11


def chain_of(view: "ReceptionView") -> list[QWidget]:
    """Everything that takes the focus, in the order in which an officer works."""
    fee, side = view.fee, view.side
    return [
        *(field.edit for field in list(view.texts.values())[:_IN_SECTION_1]),
        *(view.procedure.box, view.procedure.case.box, view.papers.table),
        *(fee.pages.edit, fee.copies.edit, fee.titles.edit, fee.signer.edit, fee.exemption.box),
        *(fee.return_by.box, fee.sets.edit, *fee.payment.pieces(), view.certify),
        *(view.receive, view.receive_more, view.others[0], view.parked, view.others[1]),
        *(side.preview, side.copies.lines, side.copies.official_code.edit),
        *(piece for choice in view.page_head.findChildren(Segment) for piece in choice.pieces()),
    ]


def step(chain: Sequence[QWidget], *, forward: bool) -> bool:
    """Move the focus on or back; False where it is none of these."""
    shown = [widget for widget in chain if widget.isVisible() and widget.isEnabled()]
    now = QApplication.focusWidget()
    if now not in shown:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    shown[(shown.index(now) + (1 if forward else -1)) % len(shown)].setFocus(reason)
    return True
