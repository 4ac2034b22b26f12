"""What the hall shows: the numbers called last, how many wait, a scanned slip's status; nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onestop_desktop.application.offering import offered
from onestop_desktop.application.ports import OpenUnitOfWork, UnitOfWork
from onestop_desktop.domain.card import looks_like_card
from onestop_desktop.domain.codes import code_of_key, looks_like_key, looks_like_slip
from onestop_desktop.domain.hall_errors import CardInHall, SlipNotScanned, SlipUnknown
from onestop_desktop.domain.lookup_facts import KEY, PublicDossier
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.tickets import LAST_SHOWN, Kind, Ticket, counter_name

LONGEST_SCAN = 200


@dataclass(frozen=True, slots=True)
class HallNow:
    """The day it shows, the kinds one may take, the newest calls first, how many wait by kind."""

    day: date
    kinds: tuple[Kind, ...]
    last: tuple[Ticket, ...]
    waiting: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CounterNow:
    """The ticket called to a counter and not ended, how many wait, whether numbers were taken today."""

    ticket: Ticket | None
    waiting: int
    in_use: bool


def read_hall(*, known: tuple[Kind, ...], unit_of_work: OpenUnitOfWork) -> HallNow:
    """What everybody in the hall may see now; yesterday's numbers are gone at midnight."""
    with unit_of_work() as uow:
        day = local(uow.now()).date()
        tickets = uow.tickets
        kinds = offered(uow, known)
        return HallNow(day, kinds, tickets.last_called(day, LAST_SHOWN), tickets.waiting(day))


def tickets_of(day: date | None, *, unit_of_work: OpenUnitOfWork) -> tuple[Ticket, ...]:
    """Every ticket of a day, by default of today, in the order of taking."""
    with unit_of_work() as uow:
        return uow.tickets.of_day(day or local(uow.now()).date())


def read_counter(
    counter: str, kinds: tuple[str, ...] = (), *, unit_of_work: OpenUnitOfWork
) -> CounterNow:
    """What a counter has called and how many wait for it; it serves these kinds (none: all)."""
    with unit_of_work() as uow:
        day = local(uow.now()).date()
        found = uow.tickets.open_at(counter_name(counter), day)
        waiting = uow.tickets.count_waiting(day, kinds)
        used = uow.tickets.last_turn(day) or uow.tickets.count_waiting(day)
        return CounterNow(found, waiting, in_use=bool(used))


def read_slip(text: str, *, unit_of_work: OpenUnitOfWork) -> PublicDossier:
    """What a citizen may see of the dossier whose slip was scanned.

    CardInHall for an identity card, which is forgotten at once; SlipNotScanned for any other code,
    SlipUnknown for another desk's, or one whose facts were erased.
    """
    if looks_like_card(text):
        raise CardInHall()
    with unit_of_work() as uow:
        own = _code_of(uow, text.strip()[:LONGEST_SCAN])
        found = next(iter(uow.lookup.dossiers((own,), procedures=False)), None)
    if found is None:
        raise SlipUnknown()
    return found


def _code_of(uow: UnitOfWork, scanned: str) -> str:
    """The code behind what stands on a slip: bars, short key, or the look-up address in its QR."""
    agency, token = uow.desk.agency(), scanned.rpartition("/")[2].lower()
    address = agency.lookup_address.lower()
    if address and scanned.lower() == f"{address}{token}" and KEY.fullmatch(token):
        return uow.lookup.code_of_token(token)
    if not looks_like_slip(scanned):
        raise SlipNotScanned()
    code = scanned.upper()
    if looks_like_key(code):
        code = code_of_key(code, agency.identifier)
    return uow.dossiers.code_of_official(code) or code
