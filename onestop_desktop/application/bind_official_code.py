"""Bind the provincial system's own code to a dossier, typed or scanned after the copy panel."""

from dataclasses import dataclass
from datetime import datetime

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.codes import check_official
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import read_typed_moment, write_moment


@dataclass(frozen=True, slots=True)
class BindOfficialCode:
    """The order: which dossier, which code; `due_at` is what the provincial system says, "" unknown."""

    code: str
    official_code: str
    officer: str
    workstation: str = ""
    due_at: str = ""


def bind_official_code(order: BindOfficialCode, *, unit_of_work: OpenUnitOfWork) -> Changes:
    """Keep the official code beside ours (OfficialCodeInvalid, OfficialCodeTaken, DossierUnknown,
    DateImpossible for a due time that cannot be read).
    """
    officer = officers.may(order.officer, Step.BIND_OFFICIAL_CODE)
    official = check_official(order.official_code)
    if not official:
        raise errors.FieldMissing(field="official_code")
    due_at = _moment(order.due_at)
    with unit_of_work(write=True) as uow:
        dossier = uow.dossiers.get(order.code)
        holder = uow.dossiers.code_of_official(official)
        if holder not in ("", dossier.code):
            raise errors.OfficialCodeTaken(field="official_code", value=official, code=holder)
        if dossier.official_code == official and due_at in (None, dossier.official_due_at):
            return Changes.NONE
        now = uow.now()
        check_clock(now, uow.last_recorded())
        facts = {"official_code": official, "before": dossier.official_code}
        if due_at is not None:
            facts["official_due_at"] = write_moment(due_at)
        entry = Entry(
            Step.BIND_OFFICIAL_CODE, officer, now, now, dossier.code, order.workstation, facts
        )
        uow.dossiers.keep(dossier.after(uow.record(entry)))
        uow.commit()
    return Changes.QUEUE | Changes.DOSSIER


def _moment(text: str) -> datetime | None:
    if not text.strip():
        return None
    try:
        return read_typed_moment(text)
    except ValueError:
        raise errors.DateImpossible(field="official_due_at", value=text) from None
