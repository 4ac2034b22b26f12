"""What a dossier costs, and the sum in words short enough to read aloud (as data)."""

from dataclasses import dataclass
from datetime import date

from onestop_desktop.domain.errors import ExemptionUnknown
from onestop_desktop.domain.procedure import Channel, FeeRow, Procedure

PAGES_AT_FULL_FEE = 2
"""Circular 226/2016 Art. 4: pages 1 and 2 of an original at the full fee, then the lower one."""


@dataclass(frozen=True, slots=True)
class CertifiedItem:
    """One original to certify: its title, its pages, the copies asked for."""

    title: str
    pages: int
    copies: int


@dataclass(frozen=True, slots=True)
class Fee:
    """Amount in đồng, None while unknown; `kind` and `lines` say how it came about."""

    amount: int | None
    kind: str
    lines: tuple[tuple[int, int, int], ...] = ()
    exemption: str = ""
    note: str = ""


def fee_for(
    procedure: Procedure,
    channel: Channel,
    day: date,
    items: tuple[CertifiedItem, ...] = (),
    *,
    copies: int = 1,
    exemption: str = "",
) -> Fee:
    """The fee of a dossier received that day; ExemptionUnknown for one the version does not list.

    `lines` holds (pages, copies, đồng) per original, priced per original (Circular 226/2016 Art. 4).
    """
    row = procedure.fee_row(channel, day)
    fee = Fee(None, "unknown") if row is None else _gross(row, items, copies)
    if not exemption:
        return fee
    granted = procedure.exemption(exemption, channel, day)
    if granted is None:
        raise ExemptionUnknown(field="exemption", value=exemption, procedure=procedure.code)
    amount = None if fee.amount is None else fee.amount * (100 - granted.percent) // 100
    if granted.percent >= 100:
        amount = 0  # nothing is due, whatever the province has set
    return Fee(amount, fee.kind, fee.lines, granted.name, fee.note)


def _gross(row: FeeRow, items: tuple[CertifiedItem, ...], copies: int) -> Fee:
    if row.kind == "per_page":
        lines = tuple((item.pages, item.copies, _per_original(row, item)) for item in items)
        total = sum(line[2] for line in lines) if lines else None
        return Fee(total, row.kind, lines, note=row.note)
    if row.kind == "per_copy" and row.amount is not None:
        return Fee(
            row.amount * copies, row.kind, ((1, copies, row.amount * copies),), note=row.note
        )
    return Fee(row.amount, row.kind, note=row.note)


def _per_original(row: FeeRow, item: CertifiedItem) -> int:
    full = min(item.pages, PAGES_AT_FULL_FEE)
    one_copy = full * (row.amount or 0) + (item.pages - full) * row.next_amount
    return min(one_copy, row.cap or one_copy) * item.copies
