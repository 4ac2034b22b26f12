"""Bind the provincial system's own code to a dossier, typed or scanned after the copy panel."""

from dataclasses import dataclass

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.codes import check_official
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step


@dataclass(frozen=True, slots=True)
class BindOfficialCode:
    """The order: which dossier, which code."""

    code: str
    official_code: str
    officer: str
    workstation: str = ""


def bind_official_code(order: BindOfficialCode, *, unit_of_work: OpenUnitOfWork) -> Changes:
    """Keep the official code beside ours (OfficialCodeInvalid, OfficialCodeTaken, DossierUnknown)."""
    officer = officers.may(order.officer, Step.BIND_OFFICIAL_CODE)
    official = check_official(order.official_code)
    if not official:
        raise errors.FieldMissing(field="official_code")
    with unit_of_work(write=True) as uow:
        dossier = uow.dossiers.get(order.code)
        holder = uow.dossiers.code_of_official(official)
        if holder not in ("", dossier.code):
            raise errors.OfficialCodeTaken(field="official_code", value=official, code=holder)
        if dossier.official_code == official:
            return Changes.NONE
        now = uow.now()
        facts = {"official_code": official, "before": dossier.official_code}
        entry = Entry(
            Step.BIND_OFFICIAL_CODE, officer, now, now, dossier.code, order.workstation, facts
        )
        uow.dossiers.keep(dossier.after(uow.record(entry)))
        uow.commit()
    return Changes.QUEUE | Changes.DOSSIER
