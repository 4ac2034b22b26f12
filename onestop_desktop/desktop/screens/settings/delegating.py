"""Who may settle in the leader's place: those on record, and one more."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.layouts import row
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable
from onestop_desktop.desktop.widgets.words import MarkedWords
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.errors import CodedError, DeskError
from onestop_desktop.domain.moments import day_words


class DelegationDialog(Asking):
    """Answers the facts of a new delegation; `facts` fills it again, `fault` marks a field."""

    def __init__(
        self,
        known: Sequence[Delegation],
        today: date,
        parent: QWidget,
        facts: dict[str, Any] | None = None,
        fault: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(tr("Ủy quyền giải quyết"), tr("Ghi ủy quyền"), parent)
        self.setMinimumWidth(760)
        self.table = RowsTable(tr("Ủy quyền đã ghi"), _columns())
        self.table.show_rows([_line(each) for each in reversed(known)])
        self.table.setMinimumHeight(170)
        self.fields = {
            "number": Field(tr("Số văn bản"), width=180),
            "officer": Field(tr("Cán bộ được ủy quyền")),
            "signed_by": Field(tr("Người ủy quyền")),
            "from_on": Field(tr("Từ ngày"), width=124),
            "to_on": Field(tr("Đến ngày"), width=124),
            "procedures": Field(tr("Mã thủ tục, cách nhau dấu phẩy (bỏ trống: mọi thủ tục)")),
        }
        f = self.fields
        first = row(f["number"], f["officer"], f["signed_by"])
        second = row(f["from_on"], f["to_on"], f["procedures"])
        for line, stretched in ((first, (1, 2)), (second, (2,))):
            for at in stretched:
                line.setStretch(at, 1)
        self._refusal = MarkedWords("late", "", "late", "strong")
        self._refusal.hide()
        self.whole.addWidget(self.table, 1)
        for part in (first, second):
            self.whole.addSpacing(8)
            self.whole.addLayout(part)
        self.whole.addWidget(self._refusal)
        self.end()
        self.fields["from_on"].set_text(day_words(today))
        for name, value in (facts or {}).items():
            self.fields[name].set_text(", ".join(value) if isinstance(value, list) else value)
        self.fields["number"].edit.setFocus()
        if fault is not None:
            self._show_fault(*fault)

    def _show_fault(self, name: str, sentence: str) -> None:
        if name in self.fields:
            self.fields[name].show_error(sentence)
            self.fields[name].edit.setFocus()
        else:
            self._refusal.show_words("late", sentence, "late")
            self._refusal.show()

    def answer(self) -> dict[str, Any]:
        """Plain values as `domain/delegation.py` reads them."""
        facts: dict[str, Any] = {name: field.text().strip() for name, field in self.fields.items()}
        codes = (code.strip() for code in facts["procedures"].split(","))
        return {**facts, "procedures": [code for code in codes if code]}


class Delegating(QObject):
    """Asked for until it can be kept or is left."""

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def begin(self) -> None:
        """Show those on record and ask for one more."""
        self._desk.start(self._ask(), self._view)

    def _ask(self) -> Flow:
        desk = self._desk
        facts: dict[str, Any] | None = None
        fault: tuple[str, str] | None = None
        try:
            known = yield Work(lambda: desk.services.read_delegations())
            while True:
                today = desk.now().date()
                facts = yield Ask(DelegationDialog(known, today, self._view.window(), facts, fault))
                if facts is None:
                    return
                wanted = facts
                try:
                    changes = yield Work(
                        lambda: desk.services.record_delegation(wanted, desk.officer)  # noqa: B023
                    )
                except DeskError as error:
                    fault = (error.field, desk.sentence(error))
                    continue
                break
        except CodedError as error:
            desk.warned.emit(tr("Chưa làm được"), desk.sentence(error))
            return
        desk.announce(changes)
        desk.told.emit(tr("Đã ghi ủy quyền"), f"{facts['number']} · {facts['officer']}")
        yield from desk.read_view()


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("Số văn bản"), 130),
        Column(tr("Cán bộ"), stretch=True),
        Column(tr("Người ủy quyền"), 160),
        Column(tr("Hiệu lực"), 180),
    )


def _line(each: Delegation) -> Row:
    span = f"{day_words(each.from_on)} – {day_words(each.to_on)}"
    cells = (
        Cell(each.number, strong=True),
        Cell(each.officer),
        Cell(each.signed_by, tone="text2"),
        Cell(span, tone="text2"),
    )
    return Row(each.number, cells, f"{each.number}, {each.officer}, {span}")
