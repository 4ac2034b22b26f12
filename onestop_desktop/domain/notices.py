"""The facts of forms 02 to 06 and of hand-over lists: plain values, frozen before the paper is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SUPPLEMENT, REFUSAL, APOLOGY, STOP, CONTROL = "02", "03", "04", "05", "06"
"""Numbers of Circular 03/2025; `form_of` reads those of Circular 01/2018."""
HAND_OVER = "hand_over"
_STOP = "stop"


def form_of(number: str, profile: str) -> str:
    """The form that a profile calls by that number: in 2018 the control slip was form 05, and the
    stop notice had none: it is called `stop`.
    """
    if number == _STOP:
        return STOP
    return {"05": CONTROL, "06": ""}.get(number, number) if profile == "2021" else number


def number_of(form: str, profile: str) -> str:
    """What a profile calls that form; "" stays ""."""
    return {CONTROL: "05", STOP: _STOP}.get(form, form) if profile == "2021" else form


@dataclass(frozen=True, slots=True)
class NoticeHead:
    """What every notice says; `on` is its moment as ISO text, `code` "" without a dossier.

    `applicant` has the keys of `domain/applicant.py: write_person`.
    """

    profile: str
    agency: Mapping[str, Any]
    number: int
    on: str
    applicant: Mapping[str, Any]
    procedure: str
    code: str
    officer: str


@dataclass(frozen=True, slots=True)
class SupplementRequest:
    """Form 02, *Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ*: each paper to complete, and why."""

    head: NoticeHead
    items: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RefusalNotice:
    """Form 03, *Phiếu từ chối tiếp nhận, giải quyết hồ sơ*."""

    head: NoticeHead
    reason: str


@dataclass(frozen=True, slots=True)
class Apology:
    """Form 04, *Phiếu xin lỗi và đề nghị gia hạn*; `signer` is the head of the settling agency.

    `again` where `promised_at` was told by an earlier one, not by the slip.
    """

    head: NoticeHead
    received_at: str
    deciding_agency: str
    promised_at: str
    reason: str
    new_promised_at: str
    signer: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class StopNotice:
    """Form 05, *Thông báo dừng giải quyết hồ sơ* (Circular 03/2025 Art. 7).

    Its fields are not published: these are taken by analogy from forms 03 and 04. `stage` is the
    state it was in.
    """

    head: NoticeHead
    received_at: str
    reason: str
    stage: str
    fee: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """One block of form 06; `result` is early, on_time or late as the receiver finds it, "" unknown.

    `received_at` and `receiver` are "" while nobody has accepted.
    """

    giver_unit: str
    giver: str
    given_at: str
    receiver_unit: str
    receiver: str
    received_at: str
    result: str
    note: str


@dataclass(frozen=True, slots=True)
class ControlSlip:
    """Form 06, *Phiếu kiểm soát quá trình giải quyết hồ sơ*, filled from the journal.

    `coordinating_agency` is "" where no other agency takes part.
    """

    head: NoticeHead
    deciding_agency: str
    received_at: str
    promised_at: str
    blocks: tuple[HandOver, ...]
    coordinating_agency: str = ""


@dataclass(frozen=True, slots=True)
class ListedDossier:
    """One line of a hand-over list; `note` is a result's number, a shelf, a fee still due."""

    code: str
    applicant: str
    address: str
    procedure: str
    papers: int
    note: str


@dataclass(frozen=True, slots=True)
class HandOverList:
    """A pile handed over at once, one sheet for it; `results` where results go to the desk."""

    profile: str
    agency: Mapping[str, Any]
    number: int
    on: str
    giver: str
    receiver: str
    results: bool
    dossiers: tuple[ListedDossier, ...]
