"""The reception as it looks and what was typed into it; it decides nothing."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.screens.reception import fitting, marking, tabbing
from onestop_desktop.desktop.screens.reception.card_offer import CardOffer
from onestop_desktop.desktop.screens.reception.sections import (
    ApplicantSection,
    FeeSection,
    PapersSection,
    ProcedureSection,
)
from onestop_desktop.desktop.screens.reception.side import Side
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY, Segment
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, Scroller, column, row
from onestop_desktop.desktop.widgets.notices import RefusalStrip
from onestop_desktop.desktop.widgets.procedure_box import Search
from onestop_desktop.desktop.widgets.words import ElidedWords

Form = dict[str, Any]


class ReceptionView(Page):
    """`edited()` after anything a person changed but the case (`case_chosen()`); `submitted()`, or
    `more_submitted()` where the same citizen brings another procedure; `park_wanted()`,
    `parked_wanted()`, `new_wanted()`; `known_wanted()` to take the fields of an earlier visit;
    `certify_wanted()` to certify and return at once; `call_again_wanted()` for the number called
    last; `shown_again()`.
    """

    # No button of this page stands below the right column: a toast may lie at its foot.
    footer_under_toast = False

    edited = Signal()
    case_chosen = Signal()
    submitted = Signal()
    more_submitted = Signal()
    park_wanted = Signal()
    parked_wanted = Signal()
    new_wanted = Signal()
    known_wanted = Signal()
    call_again_wanted = Signal()
    shown_again = Signal()
    certify_wanted = Signal()

    def __init__(self, search: Search) -> None:
        super().__init__()
        self.applicant = ApplicantSection()
        self.procedure = ProcedureSection(search)
        self.papers = PapersSection()
        self.fee = FeeSection()
        self.side = Side()
        self.card = CardOffer()
        self.refusal = RefusalStrip()
        self.kind = Segment(
            tr("Chủ hồ sơ"), (("person", tr("Cá nhân")), ("organisation", tr("Tổ chức")))
        )
        self.channel = Segment(
            tr("Cách nộp"),
            (
                ("counter", tr("Tại quầy")),
                ("post", tr("Bưu chính")),
                ("online_full", tr("Trực tuyến")),
            ),
        )
        self.submitter = Segment(
            tr("Người nộp"), (("self", tr("Tự nộp")), ("proxy", tr("Nộp thay")))
        )
        self.parked = action_button("parked")
        self.receive = action_button("receive", PRIMARY)
        self.receive_more = action_button("receive_more")
        self.certify = action_button("certify")
        self.usual_signer = ""
        self.texts: dict[str, Field] = self._name_fields()
        self._crowded = False
        self._held: QWidget | None = None
        self._lay_out()
        self._connect()
        self.fill({})

    def _name_fields(self) -> dict[str, Field]:
        who, fee = self.applicant, self.fee
        return {
            "identity": who.identity,
            "name": who.name,
            "born": who.born,
            "sex": who.sex,
            "phone": who.phone,
            "address": who.address,
            "email": who.email,
            "proxy_name": who.proxy_name,
            "proxy_identity": who.proxy_identity,
            "proxy_phone": who.proxy_phone,
            "authorisation": who.authorisation,
            "titles": fee.titles,
            "pages": fee.pages,
            "copies": fee.copies,
            "sets": fee.sets,
            "signer": fee.signer,
        }

    def _lay_out(self) -> None:
        body = column(self.applicant.layout(), 6, self.procedure.layout(), 6)
        body.addLayout(self.papers.layout(), 1000)
        body.addLayout(column(8, self.fee.layout(), 8))
        body.addStretch(1)
        # What was refused or is offered is always in sight, however low the window.
        self._body = Scroller(body)
        self.promise = ElidedWords("", "strong", "accent")
        self.promise.setFixedHeight(24)
        self.side.appointment.told.connect(self.promise.set_whole)
        work = column(self._body, self.promise, self.card, self.refusal, 8)
        work.setStretch(0, 1)
        park, new = self.others = action_button("park"), action_button("new")
        self.call = action_button("call")
        park.clicked.connect(self.park_wanted)
        new.clicked.connect(self.new_wanted)
        footer = Footer(
            (self.call, park, self.parked),
            (self.certify, self.receive_more, self.receive),
            flush=True,
        )
        left = column(row(tokens.PAGE_MARGIN, work, gap=0), footer)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(left, 1)
        below.addSpacing(tokens.PAGE_MARGIN)
        below.addWidget(self.side)
        below.addSpacing(tokens.PAGE_MARGIN)
        choices = (self.kind, self.channel, self.submitter)
        head = self.page_head = PageHead(tr("Tiếp nhận hồ sơ"), right=choices, beside=(new,))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row(tokens.PAGE_MARGIN, column(head), tokens.PAGE_MARGIN, gap=0))
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        for field in self.texts.values():
            field.edited.connect(lambda _text: self.edited.emit())
        for segment in (self.kind, self.channel, self.submitter):
            segment.chosen.connect(lambda _key: self.edited.emit())
        for choice in (self.fee.exemption, self.fee.return_by):
            choice.chosen.connect(lambda _key: self.edited.emit())
        self.procedure.case.chosen.connect(lambda _key: self.case_chosen.emit())
        self.kind.chosen.connect(self.applicant.show_kind)
        self.submitter.chosen.connect(lambda key: self.applicant.proxy.setVisible(key == "proxy"))
        self.papers.table.changed.connect(self.edited)
        self.papers.table.left.connect(lambda: self.first_fee().setFocus())
        self.receive.clicked.connect(self.submitted)
        self.receive_more.clicked.connect(self.more_submitted)
        self.certify.clicked.connect(self.certify_wanted)
        self.parked.clicked.connect(self.parked_wanted)
        self.refusal.to_fault.connect(self.to_fault)
        self.side.turned.connect(self._fit)
        heads: tuple[tuple[Any, QWidget], ...] = (
            (self.applicant.head, self.applicant.identity),
            (self.procedure.head, self.procedure.box),
            (self.papers.head, self.papers.table),
            (self.fee.head, self.fee.pages),
        )
        for head, target in heads:
            head.asked.connect(lambda target=target: self._go(target))
        self._chain = tabbing.chain_of(self)
        for key, wanted in (("Alt+L", self.known_wanted), ("Alt+R", self.call_again_wanted)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)  # held down it would call a citizen ten times
            shortcut.activated.connect(wanted)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return tabbing.step(self._chain, forward=forward) or super().focusNextPrevChild(forward)

    def _go(self, target: QWidget) -> None:
        if target is self.fee.pages:
            target = self.first_fee()
        target.setFocus()

    def first_fee(self) -> QWidget:
        """Where the fee section begins: pages for a certification, else the exemption."""
        return self.fee.pages if self.fee.pages.isVisible() else self.fee.exemption

    def form(self) -> Form:
        """Everything typed and chosen, as plain values."""
        form: Form = {name: field.text() for name, field in self.texts.items()}
        chosen = self.procedure.box.row()
        form["procedure"] = chosen.code if chosen else self.procedure.box.text()
        form["kind"], form["channel"] = self.kind.value(), self.channel.value()
        form["submitter"], form["case"] = self.submitter.value(), self.procedure.case.value()
        form["exemption"], form["return_by"] = (
            self.fee.exemption.value(),
            self.fee.return_by.value(),
        )
        form["papers"] = {
            paper.key: list(paper.counts)
            for paper in self.papers.table.rows()
            if paper.settled is None
        }
        return form

    def fill(self, form: Mapping[str, Any]) -> None:
        """Show a form again, or an empty one; the procedure is shown by the presenter."""
        usual = {"sets": "1", "signer": self.usual_signer}
        for name, field in self.texts.items():
            field.keep_warning("")
            field.clear_fault()
            field.set_text(str(form.get(name, usual.get(name, ""))))
            field.set_source("")
        self.kind.choose(str(form.get("kind", "person")))
        self.channel.choose(str(form.get("channel", "counter")))
        self.submitter.choose(str(form.get("submitter", "self")))
        self.applicant.proxy.setVisible(self.submitter.value() == "proxy")
        self.applicant.show_kind(self.kind.value())
        self.fee.return_by.choose(str(form.get("return_by", "counter")))
        self.procedure.box.set_row(None)
        self.papers.table.show_papers(())
        self.refusal.hide()
        self.applicant.head.pill.hide()

    def lock(self, locked: bool) -> None:
        """Take no keys while the dossier is being stored: they would be the next citizen's."""
        if locked:
            self._held = self.focusWidget()
            self.setFocus()
        self._body.setEnabled(not locked)
        if not locked and self._held is not None:
            self._held.setFocus()
            self._held = None

    def show_visit(self, words: str) -> None:
        """Say whose slip the next dossier will stand on; "" where it has one of its own."""
        head = self.applicant.head
        if words or head.pill.mark() == "check":
            head.show_pill("ready", "check", words)

    def field_of(self, fault: str) -> QWidget | None:
        """The widget of an order's field: "applicant.identity", "items.2.pages", "papers.1.no"."""
        return marking.widget_of(self, fault)

    def show_faults(self, faults: Mapping[str, str], warnings: Mapping[str, str]) -> None:
        """Mark each field at fault with its sentence, each odd one with its warning, clear the rest."""
        self._crowded = marking.show_faults(self, faults, warnings)
        fitting.fit_lines(self, crowded=self._crowded)

    def to_fault(self) -> None:
        """Put the focus on the first field marked as a fault."""
        target = marking.first_fault(self)
        if target is not None:
            target.setFocus()

    def focus_first_empty(self) -> None:
        """Put the focus where a reception taken up again goes on."""
        (marking.first_empty(self.texts) or self.procedure.box).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitting.fit_lines(self, crowded=self._crowded)
        fitting.fit_columns(self)

    def entered(self) -> None:
        self.shown_again.emit()
        if not any(field.text() for field in (self.applicant.identity, self.applicant.name)):
            self.applicant.identity.edit.setFocus()

    def back(self) -> bool:
        if self.side.done_shown():
            self.side.show_preview()
            return True
        return False
