"""Papers that hang on no dossier: numbered, each print on record, a reprint marked; in one place for all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from onestop_desktop.application.numbering import numbered
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer, UnitOfWork
from onestop_desktop.domain import officers
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import Step


@dataclass(frozen=True, slots=True)
class DeskPaper:
    """A paper ready to be drawn: form, frozen facts, what makes it this one (`key`), earlier prints.

    `beside` is what else the entry of a print keeps, `options` how it is drawn.
    """

    form: str
    facts: Any
    number: int
    key: Mapping[str, Any]
    prints: int
    beside: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prints:
    """Who prints where, with what: the part of every order of a print that is alike."""

    unit_of_work: OpenUnitOfWork
    draw_form: DrawForm
    officer: str
    workstation: str = ""

    def preview(self, make: Callable[[UnitOfWork], DeskPaper]) -> bytes:
        """Exactly the page that would be printed next; nothing is recorded."""
        with self.unit_of_work() as uow:
            paper = make(uow)
        return self._drawn(paper)

    def send(
        self, make: Callable[[UnitOfWork], DeskPaper], printer: Printer
    ) -> tuple[bytes, DeskPaper]:
        """Record the print, then hand it to the printer (PrinterFailed leaves the entry standing)."""
        officer = officers.may(self.officer, Step.PRINT)
        with self.unit_of_work(write=True) as uow:
            check_clock(uow.now(), uow.last_recorded())
            paper = make(uow)
            record_print(uow, paper, officer, self.workstation, printer.name)
            uow.commit()
        pdf = self._drawn(paper)
        printer.send(pdf, f"{paper.form} {paper.number}", 1)
        return pdf, paper

    def _drawn(self, paper: DeskPaper) -> bytes:
        return self.draw_form(paper.form, paper.facts, reprint=paper.prints, **paper.options)


def record_print(
    uow: UnitOfWork, paper: DeskPaper, officer: str, workstation: str, printer: str
) -> None:
    """The entry of one print."""
    now = uow.now()
    facts = {
        "form": paper.form,
        **paper.key,
        "number": paper.number,
        "reprint": paper.prints,
        "printer": printer,
        **paper.beside,
    }
    uow.record(Entry(Step.PRINT, officer, now, now, workstation=workstation, facts=facts))


def earlier_prints(uow: UnitOfWork, key: Mapping[str, Any]) -> list[Entry]:
    """The prints of the paper with that key, oldest first."""
    return [e for e in uow.desk_entries(Step.PRINT) if key.items() <= e.facts.items()]


def next_head(uow: UnitOfWork, form: str, key: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """Desk and number of a paper as it would be printed now, and how often it was (AgencyIncomplete).

    It keeps the number of its first print; a new one follows the last of its form in this year.
    The journal of prints is the series: a paper that was never recorded takes no number.
    """
    told, earlier = numbered(form, uow, take=False), earlier_prints(uow, {"form": form, **key})
    if earlier:
        return {**told, "number": earlier[0].facts["number"]}, len(earlier)
    this_year = [
        e.facts["number"]
        for e in earlier_prints(uow, {"form": form})
        if e.recorded_at.year == uow.now().year
    ]
    return {**told, "number": max(this_year, default=0) + 1}, 0
