"""A dossier as one package for the archive: its papers, its entries, an index, checksums.

After Circular 13/2023/TT-BNV Art. 3-8: what hands a dossier over must name each part and prove it whole.
"""

import csv
import io
import json
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from onestop_desktop.application.ports import DrawForm, OpenFile, OpenUnitOfWork
from onestop_desktop.application.print_form import PrintForm, preview_form
from onestop_desktop.domain import errors, officers, step_errors
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import FINAL, Step
from onestop_desktop.domain.moments import local, write_moment
from onestop_desktop.domain.notice_facts import FORMS
from onestop_desktop.domain.notices import CONTROL
from onestop_desktop.domain.slips import RECEIPT

RECORD, INDEX, SUMS = "ban-ghi.json", "muc-luc.csv", "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class ArchiveDossier:
    """The order: which dossier's package, by whom."""

    code: str
    officer: str
    workstation: str = ""


@dataclass(frozen=True, slots=True)
class Archived:
    """The package's parts by name with their SHA-256."""

    parts: tuple[tuple[str, str], ...]


def archive_dossier(
    order: ArchiveDossier,
    *,
    unit_of_work: OpenUnitOfWork,
    draw_form: DrawForm,
    open_file: OpenFile,
) -> Archived:
    """Write the package of an ended dossier into a file and record that it went out.

    Equal entries give equal bytes. Refused: DossierUnknown, DossierErased, StepImpossible for one
    under way, AgencyIncomplete; FileUnwritable.
    """
    officer = officers.may(order.officer, Step.EXPORT)
    with unit_of_work() as uow:
        dossier = uow.dossiers.get(order.code)
        if dossier.state not in FINAL:
            raise errors.StepImpossible(
                state=dossier.state.value, step=Step.EXPORT.value, possible=[]
            )
        seal = uow.figures.digest(dossier.entries[-1].sequence)
    papers = _papers(dossier, officer, unit_of_work, draw_form)
    parts = {**papers, RECORD: _record(dossier, seal)}
    parts[INDEX] = _index(parts)
    with open_file() as out:
        sums = _pack(out.file, parts, dossier)
        with unit_of_work(write=True) as uow:
            now = uow.now()
            check_clock(now, uow.last_recorded())
            told = {"kind": "archive", "code": dossier.code, "parts": len(sums)}
            uow.record(Entry(Step.EXPORT, officer, now, now, "", order.workstation, told))
            uow.commit()
        return Archived(tuple(sums.items()))


def _papers(
    dossier: Dossier, officer: str, unit_of_work: OpenUnitOfWork, draw_form: DrawForm
) -> dict[str, bytes]:
    """The papers that were made of it: receipt, notices, control slip; each as it would be printed."""
    made = {FORMS[each.step] for each in dossier.entries if each.step in FORMS}
    papers = {}
    for form in (RECEIPT, *sorted(made), CONTROL):
        order = PrintForm(dossier.code, officer, form, provisional=True)
        try:
            pdf = preview_form(order, unit_of_work=unit_of_work, draw_form=draw_form)
        except step_errors.NoticeByPortal:
            continue
        papers[f"giay-to/mau-{form}.pdf"] = pdf
    return papers


def _record(dossier: Dossier, seal: str) -> bytes:
    """Every entry in its order, and the digest of the chain at the last one."""
    entries = [
        {
            "sequence": each.sequence,
            "step": each.step.value,
            "officer": each.officer,
            "workstation": each.workstation,
            "recorded_at": write_moment(each.recorded_at),
            "happened_at": write_moment(each.happened_at),
            "facts": dict(each.facts),
        }
        for each in dossier.entries
    ]
    facts = {"code": dossier.code, "official_code": dossier.official_code}
    whole = {**facts, "entries": entries, "chain": seal}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _index(parts: dict[str, bytes]) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("file", "bytes", "sha256"))
    rows.writerows((name, len(part), sha256(part).hexdigest()) for name, part in parts.items())
    return text.getvalue().encode()


def _pack(file: BinaryIO, parts: dict[str, bytes], dossier: Dossier) -> dict[str, str]:
    """Every part and, last, their checksums as `sha256sum -c` reads them."""
    sums = {name: sha256(part).hexdigest() for name, part in parts.items()}
    lines = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
    day = local(dossier.last_act().happened_at).timetuple()[:6]
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, part in {**parts, SUMS: lines.encode()}.items():
            package.writestr(ZipInfo(f"{dossier.code}/{name}", day), part, ZIP_DEFLATED)
    return sums
