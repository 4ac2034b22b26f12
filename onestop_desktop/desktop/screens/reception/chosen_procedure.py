"""Which procedure is asked for: found from memory, its cases, exemptions and papers offered."""

from PySide6.QtCore import QObject, Signal

from onestop_desktop.application.draft_reception import DeskView
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.reception import facts
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.desktop.widgets.papers import PaperRow
from onestop_desktop.desktop.widgets.procedure_popup import ProcedureRow
from onestop_desktop.domain.procedure import Procedure, ProcedureKeys, search_keys

Counts = dict[str, list[int]]


class ChosenProcedure(QObject):
    """`changed()` when another procedure is taken, `looked_at(Procedure)` while the arrows move."""

    changed = Signal()
    looked_at = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._keys: tuple[ProcedureKeys, ...] = ()
        self.procedure: Procedure | None = None
        self.view = ReceptionView(self.search)
        self.setParent(self.view)
        box = self.view.procedure.box
        box.chosen.connect(self._chosen)
        box.highlighted.connect(self._highlighted)
        box.cleared.connect(lambda: self.take(None))
        self.view.procedure.case.chosen.connect(self._other_case)

    def search(self, text: str) -> list[ProcedureRow]:
        """Hits from memory; the store is never asked while typing."""
        usual = self._desk.view.usual if self._desk.view else ()
        return facts.search_rows(self._keys, usual, text)

    def know(self, desk: DeskView) -> None:
        """Take the catalogue as it stands now; a procedure already chosen is looked up again."""
        self._keys = tuple(search_keys(procedure) for procedure in desk.procedures)
        if self.procedure is not None:
            self.procedure = self.by_code(self.procedure.code)

    def by_code(self, code: str) -> Procedure | None:
        """The procedure of a code, None where the catalogue has none in force."""
        return next((k.procedure for k in self._keys if k.procedure.code == code), None)

    def take(self, procedure: Procedure | None) -> None:
        """Offer what a procedure allows; None for nothing chosen yet."""
        self.procedure, view = procedure, self.view
        cases = procedure.cases if procedure else ()
        view.procedure.case.setVisible(len(cases) > 1)
        names = [(str(no), name or tr("Trường hợp {n}").format(n=no)) for no, name in cases]
        view.procedure.case.offer(names)
        exemptions = procedure.exemptions if procedure else ()
        offered = [("", tr("Không")), *((row.code, row.name) for row in exemptions)]
        view.fee.exemption.offer(offered)
        certification = bool(procedure and procedure.is_certification)
        for field in (view.fee.pages, view.fee.copies, view.fee.titles):
            field.setVisible(certification)
        self.show_papers({})
        self.changed.emit()

    def restore(self, form: facts.Form) -> None:
        """Choose again what a form had chosen."""
        code, box = str(form.get("procedure", "")), self.view.procedure.box
        procedure = self.by_code(code)
        if procedure is not None:
            box.set_row(facts.procedure_row(procedure))
        else:
            box.setText(code)
        self.take(procedure)
        self.view.procedure.case.choose(str(form.get("case", "")))
        self.view.fee.exemption.choose(str(form.get("exemption", "")))
        self.show_papers(form.get("papers", {}))

    def show_papers(self, counts: Counts) -> None:
        """The papers of the case, with counts by their number."""
        rows: tuple[PaperRow, ...] = ()
        if self.procedure is not None:
            case = int(self.view.procedure.case.value() or 1)
            rows = tuple(facts.paper_rows(self.procedure, case, counts))
        self.view.papers.table.show_papers(rows)

    def count_certified(self, form: facts.Form) -> None:
        """For copies to certify the papers' counts follow from pages and copies."""
        if self.procedure is None or not self.procedure.is_certification:
            return
        items = facts.certified_items(form)
        counts = facts.certified_counts(self.procedure, items)
        before = form["papers"]
        if items and any(before.get(no, counts[no]) != counts[no] for no in counts):
            self.show_papers(counts)

    def _other_case(self, _case: str) -> None:
        self.show_papers({})
        self.changed.emit()

    def _chosen(self, row: ProcedureRow) -> None:
        procedure = self.by_code(row.code)
        self.take(procedure)
        self.view.side.show_preview()
        if procedure is not None:
            papers = self.view.papers.table
            target = self.view.first_fee() if procedure.is_certification else papers
            target.setFocus()

    def _highlighted(self, row: ProcedureRow) -> None:
        """The appointment follows the highlighted row of the popup."""
        procedure = self.by_code(row.code)
        if procedure is not None:
            self.looked_at.emit(procedure)
