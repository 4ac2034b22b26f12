"""The text of an identity card's QR code: read by position and shape, only what the desk may keep."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from onestop_desktop.domain.applicant import Sex
from onestop_desktop.domain.errors import CardIsVneid, CardUnreadable
from onestop_desktop.domain.text import hidden_character, nfc

_NUMBER = re.compile(r"[0-9]{12}")
_OLD_NUMBER = re.compile(r"[0-9]{9}|[0-9]{12}")
_DAY = re.compile(r"[0-9]{8}")
_SEXES = {"nam": Sex.MALE, "nữ": Sex.FEMALE, "nu": Sex.FEMALE}
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’.-])*")
_VOWEL = re.compile(r"[aeiouyăâêôơư]", re.IGNORECASE)
LEAST_OF_ADDRESS = 4
_VNEID = re.compile(
    r"https?://|^eyJ|^(vneid|v\d:)|\.gov\.vn|^[A-Za-z0-9+/=_-]{24,}$", re.IGNORECASE
)
LONGEST_CARD_TEXT = 2000
LEAST_FIELDS = 6


@dataclass(frozen=True, slots=True)
class IdentityCard:
    """What one card says; `doubtful` names the fields that look damaged by a keyboard scanner."""

    identity: str
    old_identity: str
    name: str
    born_on: date | None
    sex: Sex
    address: str
    issued_on: date | None
    doubtful: tuple[str, ...] = ()


def looks_like_card(text: str) -> bool:
    """Whether a scanned text is worth reading as a card at all."""
    return text.count("|") >= LEAST_FIELDS - 1


def read_card(text: str) -> IdentityCard:
    """The card behind a QR text: 2021 cards (7 fields), 2024 cards (more fields), old number left out.

    Only field 1 is the identity (Decree 70/2024 Art. 12 as amended); the fields after the date of
    issue are passed over and kept nowhere. Refusals: CardIsVneid, CardUnreadable with a reason.
    """
    text = nfc(text)
    if len(text) > LONGEST_CARD_TEXT:
        raise CardUnreadable(reason="too_long")
    if _VNEID.search(text):
        raise CardIsVneid
    if not looks_like_card(text):
        raise CardUnreadable(reason="not_a_card")
    fields = [nfc(field) for field in text.split("|")]
    if not _NUMBER.fullmatch(fields[0]):
        raise CardUnreadable(reason="number")
    if not (fields[1] == "" or _OLD_NUMBER.fullmatch(fields[1])):
        fields.insert(1, "")
    return _by_position(fields)


def _by_position(fields: list[str]) -> IdentityCard:
    fields += [""] * (7 - len(fields))
    identity, old, name, born, sex, address, issued = fields[:7]
    if not name or len(name) > 200 or hidden_character(name):
        raise CardUnreadable(reason="name")
    doubtful = [] if _is_name(name) else ["name", "address"]
    letters = sum(letter.isalpha() for letter in address)
    damaged = "?" in address or hidden_character(address) or letters < LEAST_OF_ADDRESS
    if address and damaged and not doubtful:
        doubtful.append("address")
    return IdentityCard(
        identity,
        old,
        name,
        _day(born, "born_on"),
        _SEXES.get(sex.casefold(), Sex.UNKNOWN),
        address,
        _day(issued, "issued_on"),
        tuple(doubtful),
    )


def _is_name(text: str) -> bool:
    """Whether every word could be a name's: letters alone, a vowel in each of them."""
    plain = unicodedata.normalize("NFD", text)
    return bool(_NAME.fullmatch(text)) and all(_VOWEL.search(word) for word in plain.split())


def _day(text: str, reason: str) -> date | None:
    """A day written ddMMyyyy; None where the card leaves it out or gives a year alone."""
    if not text or re.fullmatch(r"[0-9]{4}", text):
        return None
    if not _DAY.fullmatch(text):
        raise CardUnreadable(reason=reason)
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        raise CardUnreadable(reason=reason) from None
