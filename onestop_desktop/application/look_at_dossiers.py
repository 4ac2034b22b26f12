"""Read dossiers: one with its entries, lists, the day's queue, what a citizen had before."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from onestop_desktop.application.pages import DossierRow, Page
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.application.session import Session
from onestop_desktop.domain import errors
from onestop_desktop.domain.applicant import Applicant, plain_identity
from onestop_desktop.domain.codes import code_of_key, looks_like_key
from onestop_desktop.domain.dossier import Dossier, fold
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import FINAL, State, Step
from onestop_desktop.domain.step_errors import DossierErased

SORTS = ("due", "received", "applicant")
MOST_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Shown:
    """A dossier and all its entries, oldest first."""

    dossier: Dossier
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """What the desk knows of an identity number: the newest applicant's fields and the dossiers."""

    applicant: Applicant
    rows: tuple[DossierRow, ...]

    def open_of(self, procedure: str) -> tuple[DossierRow, ...]:
        """Dossiers of that procedure that are still open."""
        return tuple(
            row for row in self.rows if row.procedure == procedure and State(row.state) not in FINAL
        )


def show_dossier(code: str, *, unit_of_work: OpenUnitOfWork) -> Shown:
    """One dossier by our code, its short key or the provincial code (DossierUnknown, DossierErased)."""
    with unit_of_work() as uow:
        wanted = code.strip().upper()
        if looks_like_key(wanted):
            wanted = code_of_key(wanted, uow.desk.agency().identifier)
        entries = uow.dossiers.entries(wanted)
        if not entries:
            entries = uow.dossiers.entries(uow.dossiers.code_of_official(wanted) or wanted)
    if not entries:
        raise errors.DossierUnknown(code=code)
    if not entries[0].facts:
        raise DossierErased(code=entries[0].dossier)
    return Shown(fold(entries), entries)


def view_dossier(
    code: str, workstation: str, *, session: Session, unit_of_work: OpenUnitOfWork
) -> Shown:
    """The same for a person who looks at it: who, where and when goes on record (Law 91/2025).

    A store that can only be read shows it all the same; before accounts nobody is known who looks.
    """
    shown = show_dossier(code, unit_of_work=unit_of_work)
    if session.account:
        with suppress(errors.WorldFault), unit_of_work(write=True) as uow:
            facts, now = {"code": shown.dossier.code}, uow.now()
            uow.record(Entry(Step.VIEW, session.officer, now, now, "", workstation, facts))
            uow.commit()
    return shown


def list_dossiers(
    *,
    unit_of_work: OpenUnitOfWork,
    state: str = "",
    on: date | None = None,
    sort: str = "due",
    after: str = "",
    limit: int = 100,
) -> Page:
    """A page of dossiers of a state, received on a day, in the order asked.

    ChoiceUnknown, DateImpossible for a day no desk was open on.
    """
    if on is not None and not 1900 <= on.year <= 9000:
        raise errors.DateImpossible(field="on", value=on.isoformat())
    if state and state not in list(State):
        raise errors.ChoiceUnknown(field="state", value=state, choices=[s.value for s in State])
    if sort not in SORTS:
        raise errors.ChoiceUnknown(field="sort", value=sort, choices=list(SORTS))
    with unit_of_work() as uow:
        return uow.dossiers.listed(state=state, on=on, sort=sort, after=after, limit=_rows(limit))


def find_dossiers(
    text: str, *, unit_of_work: OpenUnitOfWork, limit: int = 50
) -> tuple[DossierRow, ...]:
    """Dossiers by code, short key, official code or words of name, number, phone; newest first."""
    with unit_of_work() as uow:
        if looks_like_key(text):
            text = code_of_key(text, uow.desk.agency().identifier)
        return uow.dossiers.find(text, _rows(limit))


def read_queue(*, unit_of_work: OpenUnitOfWork, after: str = "", limit: int = 400) -> Page:
    """Open dossiers by due time."""
    with unit_of_work() as uow:
        return uow.dossiers.queue(after, _rows(limit))


def read_rows(codes: tuple[str, ...], *, unit_of_work: OpenUnitOfWork) -> tuple[DossierRow, ...]:
    """The rows of a few dossiers, as lists show them."""
    with unit_of_work() as uow:
        return uow.dossiers.rows(codes)


def recognise_applicant(identity: str, *, unit_of_work: OpenUnitOfWork) -> SeenBefore | None:
    """Who came with that identity number before, None for nobody."""
    with unit_of_work() as uow:
        rows = uow.dossiers.of_identity(plain_identity(identity))
        if not rows:
            return None
        return SeenBefore(uow.dossiers.get(rows[0].code).applicant, rows)


def _rows(limit: int) -> int:
    if not 1 <= limit <= MOST_ROWS:
        raise errors.NumberOutOfRange(field="limit", least=1, most=MOST_ROWS, value=limit)
    return limit
