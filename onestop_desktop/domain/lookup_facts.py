"""What a citizen may see of a dossier from anywhere, and by which keys: no name, number, phone, address."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from onestop_desktop.domain.lifecycle import Role, State

KEY = re.compile(r"[0-9a-f]{32}", re.ASCII)
"""A key of the extract: the slip's token, or the digest of what is typed; 128 bits each."""
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
LONGEST_TYPED = 80
_READ_AS = str.maketrans({"1": "L", "I": "L", "|": "L", "0": "Q", "O": "Q", "5": "S", "8": "B"})
"""Signs that no secret holds, as the letter they are most easily taken for."""
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_NUMBERS = re.compile(r"\d[\d .-]{4,}\d")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PublicDossier:
    """One dossier for the citizen's eyes; `keys` are its slip's token and the key of what is typed.

    `agency` is "" where the desk's own handles it, `procedure` where the commune shows no names.
    """

    code: str
    state: str
    stage: str
    role: str
    agency: str
    received_at: str
    due_at: str
    promised_at: str
    bring: tuple[str, ...]
    procedure: str
    keys: tuple[str, str]


@dataclass(frozen=True, slots=True)
class PublicDesk:
    """The desk a citizen may ask: its name, where it belongs, hours line by line, phone."""

    name: str
    unit: str
    phone: str
    hours: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class LookupPoster:
    """The desk's own sheet: where citizens look up, and the public key (64 hex digits) that proves it."""

    unit: str
    desk: str
    phone: str
    address: str
    key: str


POSTER = "lookup_poster"
"""The form's name."""


@dataclass(frozen=True, slots=True)
class LookupMark:
    """How far an extract goes: the desk by its first entry, the last entry that changes it, that one's digest."""

    origin: str
    sequence: int
    digest: str


_STAGES: dict[State, tuple[str, Role | None]] = {
    State.REGISTERED: ("to_check", Role.DESK),
    State.RECEIVED: ("to_hand_over", Role.DESK),
    State.IN_PROCESS: ("in_work", Role.SPECIALIST),
    State.AWAITING_PAPERS: ("papers_wanted", Role.DESK),
    State.AWAITING_PAYMENT: ("payment_wanted", Role.DESK),
    State.SETTLED: ("to_collect", Role.DESK),
}
_ENDED: tuple[str, Role | None] = ("ended", None)


def stage_of(state: State, *, proposed: bool) -> tuple[str, str]:
    """The stage within a state, and the role that has it now ("" for an ended dossier)."""
    if state is State.IN_PROCESS and proposed:
        return "to_sign", Role.LEADER.value
    stage, role = _STAGES.get(state, _ENDED)
    return stage, role.value if role else ""


def public_paper(text: str, names: Iterable[str]) -> str:
    """A paper that is asked for as everybody may read it: numbers and the names of the parties are dots."""
    shown = _NUMBERS.sub("…", text)
    for name in filter(None, names):
        shown = re.sub(re.escape(name), "…", shown, flags=re.IGNORECASE)
    return shown


def read_code(text: str) -> str:
    """A code as it was typed: any case, spaces, any dash."""
    shown = _DASHES.sub("-", unicodedata.normalize("NFKC", text[:LONGEST_TYPED]))
    return _SPACE.sub("", shown).upper()


def read_secret(text: str) -> str:
    """A secret as it was typed: any case, spaces and dashes dropped, look-alikes as the letter meant."""
    shown = _DASHES.sub("-", unicodedata.normalize("NFKC", text[:LONGEST_TYPED]))
    return _SPACE.sub("", shown).replace("-", "").upper().translate(_READ_AS)


def typed_key(code: str, secret: str) -> str:
    """The key of a code and its secret; nobody who has only one of them can make it."""
    told = f"{read_code(code)}\n{read_secret(secret)}"
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]
