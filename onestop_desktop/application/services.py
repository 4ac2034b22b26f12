"""Everything a person can ask of the desk, bound to its store, clock and forms: one value for all faces."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onestop_desktop.application import (
    bind_official_code,
    change_agency,
    change_calendar,
    compute_due,
    correct_dossier,
    create_desk,
    draft_reception,
    draw_guide,
    import_catalogue,
    issue_notice,
    park_reception,
    print_form,
    print_list,
    print_notice,
    receive_dossier,
    record_delegation,
    take_step,
)
from onestop_desktop.application.account_services import AccountServices
from onestop_desktop.application.bridge_services import BridgeServices
from onestop_desktop.application.care_services import CareServices
from onestop_desktop.application.changes import Changes
from onestop_desktop.application.counter_services import CounterServices
from onestop_desktop.application.draft_reception import DeskView
from onestop_desktop.application.hall_services import HallDoors
from onestop_desktop.application.keeping_ports import Backups, MayReplace
from onestop_desktop.application.keeping_services import KeepingServices
from onestop_desktop.application.look_services import LookServices
from onestop_desktop.application.lookup_ports import Extracts
from onestop_desktop.application.lookup_services import LookupServices
from onestop_desktop.application.pages import JournalCheck, ParkedRow
from onestop_desktop.application.ports import (
    Clock,
    DrawForm,
    DrawSecret,
    OpenUnitOfWork,
    Passwords,
    Printer,
    Store,
    WriteReport,
)
from onestop_desktop.application.print_form import Printed, PrintForm
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.application.receiving import Received, ReceiveDossier
from onestop_desktop.application.session import Guard, Session
from onestop_desktop.application.stepping import StepTaken, TakeStep
from onestop_desktop.application.take_step import PossibleStep
from onestop_desktop.domain.calendar import CalendarRows
from onestop_desktop.domain.deadline import Appointment
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.errors import DeskError


@dataclass(frozen=True)
class Services(LookServices, HallDoors):
    """The use cases over one store; each method is one module of this room."""

    store: Store
    unit_of_work: OpenUnitOfWork
    clock: Clock
    draw_form: DrawForm
    draw_secret: DrawSecret
    read_resource: Callable[[str], str]
    write_report: WriteReport
    session: Session
    passwords: Passwords
    backups: Backups
    extracts: Extracts
    may_replace: MayReplace = lambda _address, _officer, _password: None

    @property
    def accounts(self) -> AccountServices:
        """Signing in, accounts, passwords."""
        return AccountServices(self.session, self.unit_of_work, self.passwords)

    @property
    def counter(self) -> CounterServices:
        """Certification, books, money: the day at the counter."""
        return CounterServices(
            self.unit_of_work,
            self.draw_form,
            self.draw_secret,
            self.read_resource,
            self.write_report,
        )

    @property
    def care(self) -> CareServices:
        """What looks after the store itself."""
        return CareServices(self.unit_of_work, self.draw_form, self.passwords)

    @property
    def bridge(self) -> BridgeServices:
        """The provincial system's list in, what changed out."""
        return BridgeServices(self.unit_of_work, self.draw_secret, self.draw_form)

    @property
    def keeping(self) -> KeepingServices:
        """Copies of the store, and the way back from them."""
        return KeepingServices(self.backups, self.unit_of_work, self.draw_form, self.may_replace)

    @property
    def lookup(self) -> LookupServices:
        """The citizens' extract; whoever is signed in, it shows nobody more."""
        anybody = Guard(self.store.unit_of_work, Session())
        return LookupServices(self.extracts, anybody, self.draw_form)

    def create_desk(self, order: create_desk.CreateDesk) -> int:
        """Make and fill a new store."""
        return create_desk.create_desk(order, store=self.store, read_resource=self.read_resource)

    def receive_dossier(self, order: ReceiveDossier) -> Received:
        """Receive one dossier durably."""
        return receive_dossier.receive_dossier(
            order, unit_of_work=self.unit_of_work, draw_secret=self.draw_secret
        )

    def receive_dossiers(
        self, orders: Iterable[ReceiveDossier], set_clock: Callable[[ReceiveDossier], None]
    ) -> list[Received | DeskError]:
        """Receive many, durable together."""
        return receive_dossier.receive_dossiers(
            orders,
            unit_of_work=self.unit_of_work,
            draw_secret=self.draw_secret,
            set_clock=set_clock,
        )

    def take_step(self, order: TakeStep) -> StepTaken:
        """Take one step of a dossier's way."""
        return take_step.take_step(order, unit_of_work=self.unit_of_work)

    def take_steps(
        self, orders: Iterable[TakeStep], progress: Progress = go_on
    ) -> list[StepTaken | DeskError]:
        """Take many, durable together."""
        return take_step.take_steps(orders, unit_of_work=self.unit_of_work, progress=progress)

    def steps_of(self, code: str) -> tuple[PossibleStep, ...]:
        """What may be done with a dossier next."""
        return take_step.steps_of(code, unit_of_work=self.unit_of_work)

    def correct_dossier(self, order: correct_dossier.CorrectDossier) -> correct_dossier.Corrected:
        """Say anew what was wrongly received."""
        return correct_dossier.correct_dossier(order, unit_of_work=self.unit_of_work)

    def issue_notice(self, order: issue_notice.IssueNotice) -> issue_notice.Issued:
        """A notice without a dossier."""
        return issue_notice.issue_notice(order, unit_of_work=self.unit_of_work)

    def print_notice(
        self, order: print_notice.PrintNotice, printer: Printer
    ) -> print_notice.NoticePrinted:
        """Print a notice without a dossier."""
        return print_notice.print_notice(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )

    def record_delegation(self, facts: Mapping[str, Any], officer: str) -> Changes:
        """Record who may settle in the leader's place."""
        return record_delegation.record_delegation(facts, officer, unit_of_work=self.unit_of_work)

    def read_delegations(self) -> tuple[Delegation, ...]:
        """Every delegation."""
        return record_delegation.read_delegations(unit_of_work=self.unit_of_work)

    def print_form(self, order: PrintForm, printer: Printer) -> Printed:
        """Print a form of a dossier."""
        return print_form.print_form(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )

    def print_list(self, order: print_list.PrintList, printer: Printer) -> print_list.ListPrinted:
        """Print the sheet of a pile handed over."""
        return print_list.print_list(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )

    def preview_form(self, order: PrintForm) -> bytes:
        """The page that would be printed."""
        return print_form.preview_form(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form
        )

    def bind_official_code(self, order: bind_official_code.BindOfficialCode) -> Changes:
        """Bind the provincial system's code."""
        return bind_official_code.bind_official_code(order, unit_of_work=self.unit_of_work)

    def view_desk(self) -> DeskView:
        """What a window must know of the desk."""
        return draft_reception.view_desk(unit_of_work=self.unit_of_work)

    def provinces(self) -> Mapping[str, str]:
        """Prefixes of identity numbers; asks no store."""
        rows = self.read_resource("identity/provinces.csv").splitlines()
        return dict(row.split(",", 1) for row in rows[1:])

    def change_agency(self, texts: Mapping[str, str], officer: str) -> Changes:
        """Keep other texts of the agency."""
        return change_agency.change_agency(texts, officer, unit_of_work=self.unit_of_work)

    def read_calendar(self) -> CalendarRows:
        """The rows of the calendar."""
        return change_calendar.read_calendar(unit_of_work=self.unit_of_work)

    def look_at_notice(self, text: str) -> change_calendar.NoticeLook:
        """A notice over the calendar, nothing written."""
        return change_calendar.look_at_notice(text, unit_of_work=self.unit_of_work)

    def look_at_calendar(
        self, before: CalendarRows, after: CalendarRows, progress: Progress = go_on
    ) -> change_calendar.CalendarLook:
        """What another calendar would do, nothing written."""
        return change_calendar.look_at_calendar(
            before, after, unit_of_work=self.unit_of_work, progress=progress
        )

    def change_calendar(
        self, order: change_calendar.ChangeCalendar, progress: Progress = go_on
    ) -> Changes:
        """Keep another calendar and move the due times agreed to."""
        return change_calendar.change_calendar(
            order, unit_of_work=self.unit_of_work, progress=progress
        )

    def recompute_due(self, code: str, reason: str, officer: str) -> Changes:
        """Reckon one open dossier's due time anew."""
        return change_calendar.recompute_due(code, reason, officer, unit_of_work=self.unit_of_work)

    def compute_due(self, received_at: datetime, **what: Any) -> Appointment:
        """A due time, nothing written."""
        return compute_due.compute_due(
            unit_of_work=self.unit_of_work, received_at=received_at, **what
        )

    def draw_guide(self, code: str) -> bytes:
        """The guidance sheet of a procedure."""
        return draw_guide.draw_guide(code, unit_of_work=self.unit_of_work, draw_form=self.draw_form)

    def import_catalogue(
        self, order: import_catalogue.ImportCatalogue
    ) -> import_catalogue.Imported:
        """Take a list of procedures in."""
        return import_catalogue.import_catalogue(order, unit_of_work=self.unit_of_work)

    def export_catalogue(self) -> str:
        """The procedures in force as JSON lines."""
        return import_catalogue.export_catalogue(unit_of_work=self.unit_of_work)

    def park_reception(
        self, form: dict[str, Any], title: str, officer: str, parked: int = 0
    ) -> int:
        """Put a half-typed reception aside."""
        return park_reception.park_reception(
            form,
            title,
            officer,
            session=self.session,
            unit_of_work=self.unit_of_work,
            parked=parked,
        )

    def parked_receptions(self) -> tuple[ParkedRow, ...]:
        """All receptions put aside."""
        return park_reception.parked_receptions(
            session=self.session, unit_of_work=self.unit_of_work
        )

    def drop_parked(self, parked: int) -> None:
        """Take a parked reception away."""
        park_reception.drop_parked(parked, session=self.session, unit_of_work=self.unit_of_work)

    def verify(self, progress: Progress = go_on) -> JournalCheck:
        """Check the journal's chain and seals, then what was copied from it."""
        return self.store.verify(progress)

    def doctor(self, progress: Progress = go_on) -> JournalCheck:
        """Check everything kept beside the journal against it."""
        return self.store.doctor(progress)
