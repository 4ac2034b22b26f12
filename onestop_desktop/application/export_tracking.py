"""The tracking book, form 07, as paper or table of any length: streamed from the store into a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.desk_papers import DeskPaper, next_head, record_print
from onestop_desktop.application.ports import (
    DrawForm,
    OpenFile,
    OpenUnitOfWork,
    UnitOfWork,
    WriteReport,
)
from onestop_desktop.application.progress import Progress, go_on
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.book_facts import TRACKING, TrackingHead, TrackingLine
from onestop_desktop.domain.calendar_errors import CalledOff
from onestop_desktop.domain.entry import check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.masking import masked_tracking
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.periods import a_year

PDF, XLSX = "pdf", "xlsx"
TOLD_EVERY = 200
"""Lines between two words about how far it is."""


@dataclass(frozen=True, slots=True)
class ExportTracking:
    """The order: the register of which field of work and year, as "pdf" or "xlsx".

    `field` "" is the one field of a year that has no other. The paper has every column of form 07;
    a table only with `names` persons, addresses and phones.
    """

    year: int
    field: str
    officer: str
    kind: str = PDF
    workstation: str = ""
    names: bool = False


@dataclass(frozen=True, slots=True)
class TrackingExported:
    """Which register it was, its number and how many lines it has."""

    field: str
    number: int
    lines: int
    changes: Changes = Changes.NONE


@dataclass(frozen=True, slots=True)
class TrackingTools:
    """How the register is drawn, written, put into a file."""

    unit_of_work: OpenUnitOfWork
    draw_form: DrawForm
    write_report: WriteReport

    def pour(
        self, order: ExportTracking, head: TrackingHead, into: BinaryIO, progress: Progress
    ) -> int:
        """The register's lines from the store into the file; gives how many (CalledOff)."""
        count = 0

        def told(lines: Iterator[TrackingLine], whole: int) -> Iterator[TrackingLine]:
            nonlocal count
            for count, line in enumerate(lines, start=1):
                yield line
                if count % TOLD_EVERY == 0 and not progress(count, whole):
                    raise CalledOff
            if not progress(count, count):
                raise CalledOff

        with self.unit_of_work() as uow:
            whole = uow.tracking.fields(head.year)[head.field]
            lines: Iterator[TrackingLine] = told(uow.tracking.lines(head.year, head.field), whole)
            if order.kind == XLSX:
                lines = lines if order.names else map(masked_tracking, lines)
                self.write_report(TRACKING, head, lines, into)
            else:
                self.draw_form(TRACKING, head, lines=lines, into=into)
        return count


def tracking_fields(year: int, *, unit_of_work: OpenUnitOfWork) -> dict[str, int]:
    """The fields of work that have a register in that year, with how many lines."""
    with unit_of_work() as uow:
        return uow.tracking.fields(a_year(year))


def preview_tracking(
    order: ExportTracking, tools: TrackingTools, progress: Progress = go_on
) -> bytes:
    """The register as it would be exported now; nothing is recorded (what an export refuses)."""
    with tools.unit_of_work() as uow:
        head, _ = _head(uow, order)
    out = BytesIO()
    tools.pour(order, head, out, progress)
    return out.getvalue()


def export_tracking(
    order: ExportTracking, tools: TrackingTools, open_file: OpenFile, progress: Progress = go_on
) -> TrackingExported:
    """Draw the register beside the desk's work, record it, then put the file in its place.

    Nobody waits: the store is only read while it is drawn. Called off or failed half way, neither
    a file nor an entry is left. Refused: ChoiceUnknown, NumberOutOfRange, AgencyIncomplete,
    CalledOff; FileUnwritable.
    """
    officer = officers.may(order.officer, Step.PRINT)
    while True:
        with tools.unit_of_work() as uow:
            head, _ = _head(uow, order)
        with open_file() as out:
            count = tools.pour(order, head, out.file, progress)
            with tools.unit_of_work(write=True) as uow:
                now, prints = _head(uow, order)
                if now.number == head.number:
                    check_clock(uow.now(), uow.last_recorded())
                    key = {"year": head.year, "field": head.field}
                    beside = {"kind": order.kind, "lines": count, "names": order.names}
                    paper = DeskPaper(TRACKING, head, head.number, key, prints, beside)
                    record_print(uow, paper, officer, order.workstation, out.name)
                    uow.commit()
                    return TrackingExported(head.field, head.number, count)
            out.drop()  # its number went to another register meanwhile: draw it again


def _head(uow: UnitOfWork, order: ExportTracking) -> tuple[TrackingHead, int]:
    fields = uow.tracking.fields(a_year(order.year))
    if order.kind not in (PDF, XLSX):
        raise errors.ChoiceUnknown(field="out", value=order.kind, choices=[PDF, XLSX])
    only = next(iter(fields)) if len(fields) == 1 else ""
    field = order.field or only
    if field not in fields:
        raise errors.ChoiceUnknown(field="work_field", value=field or "–", choices=[*fields])
    told, prints = next_head(uow, TRACKING, {"year": order.year, "field": field})
    at = write_moment(uow.now())
    head = TrackingHead(told["profile"], told["agency"], told["number"], order.year, field, at)
    return head, prints
