"""A citizen whose papers do not do: form 02 or 03, numbered and printed, without a dossier."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from onestop_desktop.application.issue_notice import Issued, IssueNotice
from onestop_desktop.desktop.actions import action
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.reception.after import AfterReception
from onestop_desktop.desktop.screens.reception.drafting import Drafting
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.fields import filled
from onestop_desktop.desktop.widgets.text_box import TextBox
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.notices import REFUSAL, SUPPLEMENT


class NoticeDialog(Asking):
    """Answers the papers (form 02) and the reason; `begun` is what stands there at first."""

    def __init__(self, form: str, begun: dict[str, Any], parent: QWidget) -> None:
        supplement = form == SUPPLEMENT
        title = tr("Yêu cầu bổ sung") if supplement else tr("Từ chối")
        super().__init__(title, tr("Ra phiếu và in"), parent)
        self.setMinimumWidth(620)
        self.papers = TextBox(
            tr("Giấy tờ cần bổ sung, mỗi dòng một loại, không ghi tên người"), lines=5
        )
        self.papers.set_text("\n".join(begun["papers"]))
        self.papers.setVisible(supplement)
        self.reason = TextBox(tr("Lý do"))
        self.reason.set_text(begun["reason"])
        self.whole.addWidget(self.papers)
        self.whole.addSpacing(8)
        self.whole.addWidget(self.reason)
        self.end()
        (self.papers if supplement and not begun["papers"] else self.reason).setFocus()

    def try_answer(self) -> None:
        """Both are needed, papers where they are asked for."""
        if (self.papers.isHidden() or filled(self.papers)) and filled(self.reason):
            self.accept()

    def answer(self) -> dict[str, Any]:
        """Papers and reason as plain values."""
        lines = [line.strip() for line in self.papers.text().splitlines()]
        papers = [] if self.papers.isHidden() else [line for line in lines if line]
        return {"papers": papers, "reason": self.reason.text()}


class Noticing(QObject):
    """What is typed stays: the citizen may still bring the paper."""

    def __init__(
        self, desk: Desk, view: ReceptionView, drafting: Drafting, after: AfterReception
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._drafting, self._after = desk, view, drafting, after
        self._busy = False
        self._typed: dict[tuple[str, str], dict[str, Any]] = {}
        for name, form in (("ask_supplement", SUPPLEMENT), ("refuse", REFUSAL)):
            shortcut = QShortcut(QKeySequence(action(name).key), view)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda form=form: self._begin(form))

    def _begin(self, form: str) -> None:
        if not self._busy:
            self._busy = True
            self._desk.start(self._ask(form), self._view)

    def _ask(self, form: str) -> Flow:
        order, draft = self._drafting.order(), self._drafting.draft
        this_time = form, str(order["request_id"])
        missing = [paper.name for paper in draft.missing] if draft else []
        begun = self._typed.get(this_time, {"papers": missing, "reason": ""})
        try:
            dialog = NoticeDialog(form, begun, self._view.window())
            answer = yield Ask(dialog)
            self._typed = {this_time: dialog.answer()}
            if answer is not None:
                yield from self._issue(form, {**order, **answer})
                self._typed.clear()
        except CodedError as error:
            self._view.refusal.show_refusal(
                tr("Chưa ra phiếu."), self._desk.sentence(error), to_fault=False
            )
        finally:
            self._busy = False

    def _issue(self, form: str, facts: dict[str, Any]) -> Flow:
        desk = self._desk
        told = {name: facts[name] for name in ("procedure", "applicant", "papers", "reason")}
        wanted = IssueNotice(form, told, desk.officer, desk.workstation.counter)
        issued: Issued = yield Work(lambda: desk.services.issue_notice(wanted))
        self._after.print_notice(issued.entry)
